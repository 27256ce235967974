import Files
import Paperwork
import Testing

/// `--case` and `--archive`: from the archive, and into it.
struct CaseTests {
  static let number = "KSA-2-2025-0147"

  /// What is typed for the note after the first.
  private static let lines = [
    "18.11.2025", "10:00", "10:45", "hausbesuch", "", "", "", "2", "", "ja", "Jobcenter zahlt nach", "behoerde", "",
    "Leistungen werden nachgezahlt.", "", "", "", "", "", "", "", "", "", "",
  ]

  private func fill(
    _ store: borrowing Store, _ words: [String], lines: [String] = CaseTests.lines, form: String = "gespraechsnotiz"
  ) throws -> Run {
    try store.run(["fill", form] + words, input: lines.map { $0 + "\n" }.joined())
  }

  @Test func theNextNoteOfACaseBeginsFromTheLastOneInTheArchive() throws {
    let store = try Store()
    try store.add("gespraechsnotiz-erstkontakt.json")
    try store.add("gespraechsnotiz-minimal.json")
    let run = try fill(store, ["--case", Self.number, "-o", "x.json"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("Übernommen: Vorgangsnummer, Notiz Nr., Fachkraft,"))
    let record = try Repository.record(store.bytes("x.json"))
    let before = try TypedTalk.note.expected()
    #expect(record.root.value("notiz_nr") == "2" && record.root.value("erstkontakt") == "nein")
    for same in ["vorgangsnummer", "ratsuchende", "kinder", "zugangsweg", "sorgerecht", "kita", "fachkraft"] {
      #expect(record.root[same] == before.root[same], "\(same)")
    }
    #expect(record.root.groups("vereinbarungen").map { $0.value("wer") } == ["Fachkraft", "Familie"])
    // Nothing was stored, since nobody asked for it.
    #expect(try !store.run(["archive", "case", Self.number]).output.contains("Gesprächsnotiz Nr. 2"))
  }

  @Test func aPaperGoesIntoTheArchiveAndTheNextOneComesFromThere() throws {
    let store = try Store()
    try store.add("gespraechsnotiz-erstkontakt.json")
    let run = try fill(store, ["--case", Self.number, "--archive", "-o", "x.odt"])
    #expect(run.status == 0 && run.errors.contains("Abgelegt: "), "\(run.errors)")
    #expect(try DirectoryListing.files(in: store.path("heim/.local/state/kiso/drafts")) == [])
    let listed = try store.run(["archive", "case", Self.number]).output
    #expect(listed.contains("Gesprächsnotiz Nr. 1") && listed.contains("Gesprächsnotiz Nr. 2"), "\(listed)")
    // The page was stored beside the values; both say the same.
    let folder = store.path("raus")
    let export = try store.run(["archive", "export", Self.number, "-o", folder], asOf: nil)
    #expect(export.status == 0, "\(export.errors)")
    let files = try DirectoryListing.files(in: folder)
    let page = try #require(files.first { $0.hasSuffix(".odt") }, "\(files)")
    #expect(try FileReader.bytes(at: page, limit: 1 << 24) == store.bytes("x.odt"))
    let third = try fill(store, ["--case", Self.number, "--no-input", "--draft"], lines: [])
    let record = try Repository.record(third.bytes)
    #expect(record.root.value("notiz_nr") == "3" && record.root.value("kita")?.hasPrefix("Kita Purzelbaum") == true)
    #expect(record.root.groups("ratsuchende").first?.value("telefon") == "0171 3920012")
  }

  @Test func anotherPaperOfTheCaseTakesTheFamilyOver() throws {
    let store = try Store()
    try store.add("gespraechsnotiz-erstkontakt.json")
    let run = try fill(store, ["--case", Self.number, "--no-input", "--draft"], lines: [], form: "kwg-meldebogen")
    let report = try Repository.record(run.bytes)
    #expect(report.form == "kwg-meldebogen" && report.root.value("vorgangsnummer") == Self.number)
    #expect(report.root.groups("kinder").first?.value("vorname") == "İlkay")
  }

  @Test func aCaseWithoutRecordsIsSaidAndItsNumberStandsInTheFirst() throws {
    let store = try Store()
    let scan = try store.write(Array("%PDF-1.4\nein Scan".utf8), "scan.pdf")
    #expect(try store.run(["archive", "add", scan, "--kind", "spe", "--case", Self.number]).status == 0)
    let run = try fill(store, ["--case", Self.number, "-o", "x.json"], lines: ["/fertig", "/entwurf"])
    #expect(run.errors.contains("In der Ablage liegt zum Vorgang \(Self.number) noch nichts."), "\(run.errors)")
    #expect(!run.errors.contains("Vorgangsnummer:\n"))
    #expect(try Repository.record(store.bytes("x.json")).root.value("vorgangsnummer") == Self.number)
  }

  @Test func aCaseThatIsNotThereAndAWrongPassphraseAreSaidBeforeTheFirstQuestion() throws {
    let store = try Store()
    let unknown = try fill(store, ["--case", "KSA-4-2025-0001", "-o", "x.json"])
    #expect(unknown.status == 66 && unknown.errors.contains("[VORGANG-FEHLT]"), "\(unknown.errors)")
    try AtomicFile.write(Array("ganz andere Worte als vorher\n".utf8), to: store.path("kennwort"))
    let refused = try fill(store, ["--case", Self.number, "-o", "x.json"])
    #expect(refused.status == 77, "\(refused.errors)")
    #expect(!unknown.errors.contains("Datum") && !refused.errors.contains("Datum"))
  }

  @Test func anArchiveThatIsFullLeavesTheDraftAndTheRestCanFollow() throws {
    let store = try Store()
    try store.add("gespraechsnotiz-erstkontakt.json")
    // No file may grow beyond what the archive is already; drafts and pages are much smaller.
    let blocks = try FileReader.bytes(at: store.data, limit: 1 << 28).count / 512
    let words = ["--archive", "-o", "x.odt"]
    let run = try store.run(
      ["fill", "gespraechsnotiz", "--case", Self.number] + words, input: Self.lines.map { $0 + "\n" }.joined(),
      before: ["/bin/sh", "-c", "ulimit -f \(blocks); exec \"$0\" \"$@\""])
    #expect(run.status == 74 && !run.errors.contains("Abgelegt"), "\(run.errors)")
    let drafts = store.path("heim/.local/state/kiso/drafts")
    #expect(try DirectoryListing.files(in: drafts, withExtension: "json").count == 1)
    let again = try store.run(["fill", "--resume"] + words, input: "\n")
    #expect(again.status == 0 && again.errors.contains("Abgelegt: "), "\(again.errors)")
    #expect(try DirectoryListing.files(in: drafts, withExtension: "json") == [])
    #expect(try store.run(["archive", "case", Self.number]).output.contains("Gesprächsnotiz Nr. 2"))
  }

  @Test(arguments: [["--from", "x.json"], ["--resume"]])
  func twoBeginningsAreOneTooMany(_ more: [String]) throws {
    let store = try Store()
    _ = try store.write(Repository.bytes("Examples/gespraechsnotiz-minimal.json"), "x.json")
    let run = try fill(store, ["--case", Self.number] + more)
    #expect(run.status == 64 && run.errors.contains("‚--case‘"), "\(run.errors)")
  }
}
