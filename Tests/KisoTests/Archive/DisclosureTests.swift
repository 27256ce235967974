import Delivery
import Files
import FormModel
import Glibc
import Paperwork
import RecordArchive
import Secrets
import Testing

/// What a person is told who asks what is stored about her, and what of others she is not.
struct DisclosureTests {
  private static let catalogue = Catalogue(home: Repository.root).forOneRun()
  private static let today = Day(iso: "2025-11-20") ?? .first
  /// How many families are made; `Scripts/check-disclosure` wants more.
  private static let count = getenv("KISO_FAMILIES").flatMap { Int(String(cString: $0)) } ?? 8

  /// Letters and digits alone, so that another spelling of a secret is one all the same.
  private func squeezed(_ text: String) -> String {
    SearchForm.fold(text).replacing("-", with: "").replacing("SS", with: "S").replacing("STRASE", with: "STR")
  }

  private func archive(in folder: borrowing PrivateDirectory, _ papers: [String]) throws -> Archive {
    let catalogue = Self.catalogue
    let archive = try Archive.create(
      at: ArchivePlace(data: folder.path(of: "ablage.kiso")),
      for: NewAccess(
        label: "jw", credential: .passphrase(Store.secret(Store.passphrase)),
        cost: PassphraseCost(passes: 1, memory: 64 << 10)),
      library: catalogue.library(forms: []), today: Self.today)
    try file(papers, into: archive)
    return archive
  }

  private func file(_ papers: [String], into archive: Archive) throws {
    let filing = try PaperFiling(catalogue: Self.catalogue, day: Self.today)
    var details = FilingDetails()
    details.takesErrors = true
    let files = papers.map { SourceFile(name: "angaben.json", bytes: Array($0.utf8)) }
    for paper in try #require(try filing.papers(from: files, details, told: { _, _ in })) {
      try filing.file(paper, into: archive, today: Self.today) { _ in true }
    }
  }

  /// All bytes that leave the house: every part of the document, and the data.
  private func parts(of disclosure: CaseDisclosure) throws -> [(name: String, text: String)] {
    let (paper, library) = try disclosure.record()
    #expect(!paper.findings.contains { $0.strength == .error }, "\(paper.findings.map(\.german))")
    let maker = PaperMaker(catalogue: Self.catalogue, day: Self.today)
    var parts: [(String, String)] = []
    for format in [PaperFormat.odt, .json, .xml] {
      for document in try maker.documents(of: paper, named: paper.form.id, library, as: format, sheet: { _ in paper }) {
        guard format == .odt else {
          parts.append((format.rawValue, String(decoding: document.bytes, as: UTF8.self)))
          continue
        }
        parts += try Package(document.bytes).members.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
      }
    }
    return parts
  }

  @Test func nothingProtectedOfOneParentStandsInAnythingTheOtherIsTold() throws {
    let catalogue = Self.catalogue
    let grounds = Set(try #require(try catalogue.library().disclosureGrounds).codes.map(\.id))
    var seen: Set<String> = []
    for seed in 0..<Self.count {
      let family = DisclosedFamily(seed)
      let folder = try PrivateDirectory(under: access("/dev/shm", W_OK) == 0 ? "/dev/shm" : nil)
      let archive = try archive(in: folder, family.papers)
      var disclosure = try CaseDisclosure(
        of: DisclosedFamily.number, for: family.father, representing: seed % 2 == 0 ? [family.child] : [], in: archive,
        catalogue: catalogue, day: Self.today)
      // Somebody who lets through whatever can be let through lets through nothing that is protected.
      if seed % 3 == 0 { for mask in disclosure.masks { disclosure.show(mask) } }
      #expect(disclosure.masks.allSatisfy { grounds.contains($0.ground) } && !disclosure.masks.isEmpty)
      seen.formUnion(disclosure.masks.map(\.ground))
      let parts = try parts(of: disclosure)
      for secret in family.secrets {
        let wanted = squeezed(secret)
        for part in parts where squeezed(part.text).contains(wanted) {
          Issue.record("family \(seed): \(secret) in \(part.name)")
        }
      }
      for own in family.own {
        let wanted = squeezed(own)
        #expect(parts.contains { squeezed($0.text).contains(wanted) }, "family \(seed): \(own) is missing")
      }
    }
    // So that it is not only because nothing was there to be left out.
    #expect(seen.isSuperset(of: ["schutz", "person", "anvertraut", "kindesschutz"]), "\(seen)")
  }

  @Test func twoPeopleOfOneNameAndNobodyAreRefused() throws {
    let folder = try PrivateDirectory(under: nil)
    let family = DisclosedFamily(1)
    let archive = try archive(in: folder, family.papers)
    let catalogue = Self.catalogue
    func refusal(_ person: String) throws -> CaseDisclosure.Refusal? {
      do {
        _ = try CaseDisclosure(
          of: DisclosedFamily.number, for: person, in: archive, catalogue: catalogue, day: Self.today)
        return nil
      } catch let refusal as CaseDisclosure.Refusal {
        return refusal
      }
    }
    #expect(try refusal("Niemand Hier") == .unknownPerson)
    #expect(try refusal(family.father) == nil)
    let twin = family.papers[3].replacing(#""notiz_nr": 4"#, with: #""notiz_nr": 5"#).replacing(
      #""vorname": "Tomasz""#, with: #""geburtsdatum": "1980-01-02", "vorname": "Tomasz""#)
    let other = twin.replacing(#""notiz_nr": 5"#, with: #""notiz_nr": 6"#).replacing("1980-01-02", with: "1999-01-02")
    try file([twin, other], into: archive)
    #expect(try refusal(family.father) == .severalPeople)
  }

  @Test func aDisclosureIsLookedThroughWrittenAndNotedWithoutNames() throws {
    let store = try Store()
    let number = "KSA-5-2025-0031"
    try store.add("schweigepflichtentbindung-zwei-blaetter.json")
    let people = try store.run(["archive", "disclose", number])
    #expect(people.output.contains("2  Thành Nguyễn\n") && people.status == 0, "\(people.transcript)")
    let words = ["archive", "disclose", number, "--for", "2", "--for", "3", "-o", store.path("auskunft")]
    let shown = try store.run(words, environment: ["KISO_SOFFICE": "/nirgends/soffice"])
    for line in [
      "Erklärende Person 1 › Anschrift › Postleitzahl – geschützter Aufenthalt einer anderen Person",
      "Erklärende Person 1 › Beziehung zum Kind – Angaben über eine andere Person",
    ] { #expect(shown.output.contains(line), "\(shown.transcript)") }
    #expect(access(store.path("auskunft"), F_OK) != 0)
    let code = String(try #require(shown.output.firstMatch(of: /--accept (\S+)/)).1)
    let wrong = try store.run(words + ["--accept", "AAAA-AAAA"])
    #expect(wrong.status == 2 && access(store.path("auskunft"), F_OK) != 0, "\(wrong.transcript)")
    let run = try store.run(words + ["--accept", code], environment: ["KISO_SOFFICE": "/nirgends/soffice"])
    #expect(run.status == 0 && run.errors.contains("sondern ein ODT"), "\(run.transcript)")
    let data = String(decoding: try store.bytes("auskunft/auskunft.json"), as: UTF8.self)
    #expect(data.contains("Musterweg") && !data.contains("44801") && data.contains(#""grund": "schutz""#), "\(data)")
    let table = try store.run(["archive", "case", number]).output
    let noted = table.split(separator: "\n").first { $0.contains("Auskunft am 20.11.2025 durch jw") }
    #expect(noted?.contains("Nguyễn") == false, "\(table)")
  }

  @Test func anOpenRequestIsAHoldWithItsMonthThatEverybodyKnows() throws {
    let store = try Store()
    let number = "KSA-2-2025-0147"
    try store.add("gespraechsnotiz-erstkontakt.json")
    let asked = try store.run(["archive", "disclose", number, "--for", "1", "--received", "2025-10-31"])
    #expect(asked.output.contains("Zu beantworten bis 30.11.2025"), "\(asked.transcript)")
    let late = try store.run(["archive", "disclose", number, "--for", "1", "--received", "2025-11-21"])
    #expect(late.status == 2 && late.errors.contains("[E-LO-18]"), "\(late.transcript)")
    #expect(try store.run(["today"]).output.contains("Auskunftsersuchen vom 31.10.2025 beantworten"))
    #expect(try store.run(["retention", "due"]).output.contains("Gesperrt: 3"))
    let due = try store.run(["retention", "due", "--details"], asOf: "2025-12-02").output
    #expect(due.contains("beantworten bis 30.11.2025 – überfällig"), "\(due)")
    let purge = try store.run(["retention", "purge", "--confirm-clock"], asOf: "2026-11-20").output
    #expect(purge.contains("Gesperrt, bleiben") && !purge.contains("--code"), "\(purge)")
    let longer = try store.run(["archive", "disclose", number, "--for", "1", "--received", "2025-10-31", "--extended"])
    #expect(longer.output.contains("bis 31.01.2026"), "\(longer.transcript)")
    #expect(try store.run(["archive", "disclose", number, "--for", "1", "--answered"]).status == 0)
    #expect(
      try store.run(["archive", "disclose", number, "--for", "1", "--answered"]).errors.contains("AUSKUNFT-FEHLT"))
    #expect(try !store.run(["retention", "due"]).output.contains("Gesperrt"))
  }
}
