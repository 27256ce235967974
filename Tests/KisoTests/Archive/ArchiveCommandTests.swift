import Files
import FormModel
import Glibc
import Testing

/// `kiso archive` and `kiso retention` as people use them.
struct ArchiveCommandTests {
  static let number = "KSA-2-2025-0147"

  /// Two years before the example, so that the clock of the machine is later than every day of it.
  @Test func aCaseFromTheFirstNoteToItsDeletion() throws {
    let store = try Store(lastUsed: Day(iso: "2023-11-14") ?? .first)
    let number = "KSA-2-2023-0147"
    let example = try Repository.text("Examples/gespraechsnotiz-erstkontakt.json")
    let earlier = example.replacing("2025", with: "2023").replacing("2021-05", with: "2020-05")
    let note = try store.write(Array(earlier.utf8), "notiz.json")
    var text = ""
    func step(_ words: [String], asOf: String?, input: String = "") throws -> Run {
      let run = try store.run(words, input: input, asOf: asOf)
      let day = asOf.map { " --as-of " + $0 } ?? ""
      text +=
        "$ kiso " + words.joined(separator: " ").replacing(store.folder + "/", with: "") + day + "\n" + run.masked
        + "\n"
      return run
    }
    _ = try step(["archive", "add", note], asOf: "2023-11-14")
    _ = try step(["archive", "list"], asOf: "2023-11-14")
    _ = try step(["archive", "find", "--name"], asOf: "2023-11-14", input: "oeztuerk\n")
    _ = try step(["archive", "close", number, "--on", "2023-11-14", "--reason", "ziel_erreicht"], asOf: "2023-11-14")
    _ = try step(["retention", "purge"], asOf: "2023-12-01")
    _ = try step(["archive", "hold", number, "--reason", "auskunft", "--review", "2024-01-15"], asOf: "2023-12-01")
    _ = try step(["retention", "due"], asOf: "2023-12-01")
    _ = try step(["archive", "release", number], asOf: "2023-12-20")
    let copies = try #require(
      try step(["retention", "due", "--details", "--all"], asOf: "2024-02-03").output.firstMatch(
        of: /(\w{8})  KSA-2-2023-0147  Bescheid/)
    ).1
    let shredded = try store.run(["retention", "shredded", String(copies)], asOf: "2024-02-05")
    text += "$ kiso retention shredded <nummer> --as-of 2024-02-05\n" + shredded.masked + "\n"
    _ = try step(["retention", "purge"], asOf: "2024-11-14")
    let plan = try step(["retention", "purge", "--confirm-clock"], asOf: "2024-11-15")
    let code = try #require(plan.output.firstMatch(of: /--code (\S+)/)).1
    _ = try step(["retention", "purge", "--confirm-clock", "--code", String(code)], asOf: "2024-11-15")
    text.replace(String(code), with: "<code>")
    _ = try step(["retention", "log"], asOf: "2024-11-15")
    _ = try step(["archive", "list"], asOf: "2024-11-15")
    #expect(try store.run(["archive", "verify"], asOf: nil).status == 0)
    try Golden.expect(text, "archive/case")
  }

  @Test func aScanNeedsItsKindAndItsCase() throws {
    let store = try Store()
    let scan = try store.write(Array("%PDF-1.4\nein Scan".utf8), "scan.pdf")
    let none = try store.run(["archive", "add", scan])
    #expect(none.status == 64 && none.errors.contains("--kind"))
    let noCase = try store.run(["archive", "add", scan, "--kind", "spe"])
    #expect(noCase.status == 64 && noCase.errors.contains("--case"))
    let unknown = try store.run(["archive", "add", scan, "--kind", "speh", "--case", Self.number])
    #expect(unknown.status == 64 && unknown.errors.contains("notizen"))
    let good = try store.run(["archive", "add", scan, "--kind", "spe", "--case", Self.number])
    #expect(good.status == 0, "\(good.errors)")
    let out = store.path("raus")
    #expect(try store.run(["archive", "export", Self.number, "-o", out], asOf: nil).status == 0)
    #expect(
      try FileReader.bytes(at: out + "/\(Self.number)-spe-2025-11-20-datei.pdf", limit: 100) == store.bytes("scan.pdf"))
  }

  @Test func aRecordWithErrorsIsNotStoredUnlessAsDraft() throws {
    let store = try Store()
    let broken = try store.write(
      Array(#"{"form": "gespraechsnotiz", "vorgangsnummer": "KSA-2-2025-0147", "datum": "2025-12-24"}"#.utf8),
      "kaputt.json")
    let refused = try store.run(["archive", "add", broken])
    #expect(refused.status == 2 && refused.errors.contains("[E-GN-01]") && refused.output == "")
    #expect(try store.run(["archive", "list"]).output == "Nichts gefunden.\n")
    #expect(try store.run(["archive", "add", broken, "--draft"]).status <= 1)
  }

  @Test func aPaperMayRestOnAnotherThatLiesInTheArchiveOrComesAlong() throws {
    let store = try Store()
    let feedback = Repository.path("Examples/rueckmeldung-sd-ergebnis.json")
    let release = Repository.path("Examples/schweigepflichtentbindung-zwei-blaetter.json")
    let alone = try store.run(["archive", "add", feedback])
    #expect(alone.status == 2 && alone.errors.contains("[E-RSD-10]") && alone.output == "")
    let together = try store.run(["archive", "add", feedback, release])
    #expect(together.status <= 1 && !together.errors.contains("[E-"), "\(together.errors)")
    let other = try Store()
    #expect(try other.run(["archive", "add", release]).status <= 1)
    let later = try other.run(["archive", "add", feedback])
    #expect(later.status <= 1 && !later.errors.contains("[E-"), "\(later.errors)")
  }

  @Test func aStoredRevocationStopsALetterThatComesWithItsRelease() throws {
    let store = try Store()
    let feedback = Repository.path("Examples/rueckmeldung-sd-ergebnis.json")
    let release = Repository.path("Examples/schweigepflichtentbindung-zwei-blaetter.json")
    let sheet = """
      {"form": "widerruf", "spe_id": "KSA-5-2025-0031-SPE-01", "umfang_widerruf": "ganz", "datum": "2025-10-10",
       "eingegangen_am": "2025-10-10", "person": {"vorname": "Thành", "nachname": "Nguyễn"},
       "kinder": [{"vorname": "Mai-Linh", "nachname": "von der Heydt"}]}
      """
    #expect(try store.run(["archive", "add", try store.write(Array(sheet.utf8), "widerruf.json")]).status <= 1)
    let together = try store.run(["archive", "add", feedback, release])
    #expect(
      together.status == 2 && together.errors.contains("[E-RSD-13]") && together.output == "", "\(together.errors)")
  }

  @Test func aDocumentThatCameBackJoinsItsRecord() throws {
    let store = try Store()
    let id = try store.add("gespraechsnotiz-erstkontakt.json")
    let source = Repository.path("Examples/gespraechsnotiz-erstkontakt.json")
    #expect(try Kiso.runOnDay(["render", source, "-o", store.path("notiz.odt")]).status == 0)
    let run = try store.run(["archive", "add", store.path("notiz.odt")])
    #expect(run.status == 0 && run.output.contains(id), "\(run.errors)")
    let shown = try store.run(["archive", "show", String(id.prefix(6))])
    #expect(shown.output.contains("ausgefüllt: ") && shown.output.contains("Vorname(n): Ayşegül"))
    #expect(shown.output.contains("Anlass / Anliegen: Jobcenter kürzt Leistungen"))
  }

  @Test func copiesAreNotedWithoutWordsOnTheCommandLine() throws {
    let store = try Store()
    try store.add("gespraechsnotiz-minimal.json")
    let run = try store.run(
      ["archive", "add", "--copies", "3", "--case", "KSA-4-2025-0203"], input: "Bescheid der Wohngeldstelle\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try store.run(["archive", "case", "KSA-4-2025-0203"]).output.contains("Bescheid der Wohngeldstelle (3 Seiten)"))
    let unknown = try store.run(["archive", "add", "--copies", "3", "--case", "KSA-1-2020-0001"], input: "x\n")
    #expect(unknown.status == 66 && unknown.errors.contains("[VORGANG-FEHLT]"))
  }

  @Test func peopleComeAndGo() throws {
    let store = try Store()
    _ = try store.write(Array("ganz andere neue Worte\n".utf8), "zweites")
    let words = ["/bin/sh", "-c", "exec \"$0\" \"$@\" 3<kennwort 4<zweites", Kiso.path]
    let environment = ["KISO_HOME": Repository.root, "KISO_CACHE": "", "KISO_ARCHIVE": store.data]
    func run(_ more: [String]) throws -> Run {
      try Program.run(words + more, in: store.folder, environment: environment)
    }
    let add = ["archive", "passphrase", "--add", "mt", "--passphrase-fd", "3", "--new-passphrase-fd", "4"]
    #expect(try run(add).status == 0)
    #expect(try run(add).status == 2)
    let list = try run(["archive", "passphrase", "--list", "--passphrase-fd", "4", "--person", "mt"])
    #expect(list.output == "1  jw  Kennwort\n2  mt  Kennwort  (Sie)\n")
    #expect(try run(["archive", "passphrase", "--remove", "mt", "--passphrase-fd", "3"]).status == 0)
    #expect(try run(["archive", "list", "--passphrase-fd", "4"]).status == 77)
    #expect(try run(["archive", "passphrase", "--remove", "jw", "--passphrase-fd", "3"]).status == 2)
  }

  @Test func theDesktopKeepsThePassphrase() throws {
    let store = try Store()
    // Stands in for secret-tool, which is not there in a build machine: keeps what it gets by its attributes.
    let folder = store.path("programme")
    mkdir(folder, 0o700)
    let script = """
      #!/bin/sh
      action=$1; shift
      case $1 in --label=*) shift ;; esac
      file='\(store.path("speicher"))'-$(echo "$*" | tr ' ' '-')
      case $action in store) cat >"$file" ;; lookup) [ -f "$file" ] && cat "$file" || exit 1 ;; esac
      """
    try AtomicFile.write(Array(script.utf8), to: folder + "/secret-tool", permissions: 0o700)
    let environment = [
      "KISO_HOME": Repository.root, "KISO_CACHE": "", "KISO_ARCHIVE": store.data, "PATH": folder + ":/usr/bin:/bin",
    ]
    let early = try Program.run([Kiso.path, "archive", "list", "--desktop"], environment: environment)
    #expect(early.status == 77 && early.errors.contains("[KENNWORT-NICHT-GESPEICHERT]"))
    let remember = try store.run(["archive", "passphrase", "--remember"], asOf: nil, environment: environment)
    #expect(remember.status == 0, "\(remember.errors)")
    #expect(store.names.contains { $0.hasPrefix("speicher-application-kiso-archive-") })
    let run = try Program.run([Kiso.path, "archive", "list", "--desktop"], environment: environment)
    #expect(run.status == 0 && run.output == "Nichts gefunden.\n", "\(run.errors)")
    let missing = try Program.run(
      [Kiso.path, "archive", "list", "--desktop"], environment: environment.merging(["PATH": "/nirgends"]) { $1 })
    #expect(missing.status == 69 && missing.errors.contains("libsecret-tools"))
  }

  @Test func dropAndCollectThroughAFolder() throws {
    let store = try Store()
    let inbox = store.path("eingang")
    mkdir(inbox, 0o700)
    #expect(try store.run(["archive", "collect", "--key", "-o", store.path("ablage.pub")], asOf: nil).status == 0)
    let source = Repository.path("Examples/gespraechsnotiz-erstkontakt.json")
    let drop = ["archive", "drop", source, "--to", store.path("ablage.pub"), "--inbox", inbox]
    let dropped = try Kiso.runOnDay(drop)
    #expect(dropped.status == 0, "\(dropped.errors)")
    let file = try #require(try DirectoryListing.files(in: inbox).first)
    let sealed = try FileReader.bytes(at: file, limit: 1 << 20)
    #expect(!sealed.contains("Öztürk") && !sealed.contains("gespraechsnotiz"))
    let (shown, collected) = try store.collect([inbox])
    #expect(shown.status == 0 && shown.output.contains("Absender unbekannt"), "\(shown.transcript)")
    #expect(shown.output.contains("\(Self.number): neu: Gesprächsnotiz Nr. 1 vom 09.09.2025"), "\(shown.transcript)")
    #expect(collected.status == 0 && collected.output == "1 von 1 Sendungen abgelegt.\n", "\(collected.errors)")
    #expect(try DirectoryListing.files(in: inbox).isEmpty)
    #expect(try store.run(["archive", "list"]).output.contains("Gesprächsnotiz Nr. 1"))
    // The same once more, as after a crash between storing and removing.
    try AtomicFile.write(sealed, to: file)
    let again = try store.run(["archive", "collect", inbox])
    #expect(again.status == 0 && again.output == "0 von 1 Sendungen abgelegt.\n")
    #expect(try DirectoryListing.files(in: inbox).isEmpty)
    // One that is not for us stays where it is and keeps nothing else back.
    let other = try Store()
    #expect(try other.run(["archive", "collect", "--key", "-o", store.path("andere.pub")], asOf: nil).status == 0)
    #expect(
      try Kiso.runOnDay(["archive", "drop", source, "--to", store.path("andere.pub"), "--inbox", inbox]).status == 0)
    let foreign = try store.run(["archive", "collect", inbox])
    #expect(foreign.status == 65 && foreign.errors.contains("[SENDUNG-FREMD]"))
    #expect(try DirectoryListing.files(in: inbox).count == 1)
  }

  @Test func aSealedExportOpensForItsRecipientAlone() throws {
    let store = try Store()
    let other = try Store()
    try store.add("gespraechsnotiz-erstkontakt.json")
    let scan = try store.write(Array("%PDF-1.4\nein Scan".utf8), "scan.pdf")
    #expect(try store.run(["archive", "add", scan, "--kind", "spe", "--case", Self.number]).status == 0)
    #expect(try other.run(["archive", "collect", "--key", "-o", store.path("andere.pub")], asOf: nil).status == 0)
    let bundle = store.path("akte.kisopost")
    let seal = ["archive", "export", Self.number, "--seal", store.path("andere.pub"), "-o", bundle]
    #expect(try store.run(seal, asOf: nil).status == 0)
    #expect(try store.run(["archive", "collect", bundle, "-o", store.path("x")], asOf: nil).status == 65)
    let target = store.path("wieder")
    #expect(try other.run(["archive", "collect", bundle, "-o", target], asOf: nil).status == 0)
    let name = "\(Self.number)-gespraechsnotiz-1-angaben.xml"
    #expect(try FileReader.bytes(at: target + "/" + name, limit: 1 << 20).contains("Çağlayan"))
    let filed = try other.collect([bundle]).run
    #expect(filed.status == 0 && filed.output.hasSuffix("1 von 1 Sendungen abgelegt.\n"), "\(filed.transcript)")
    #expect(try other.run(["archive", "list"]).output.split(separator: "\n").count == 5)
  }

  @Test func theProofOfADeletionIsAPaper() throws {
    let store = try Store()
    try store.add("gespraechsnotiz-lang.json")
    #expect(
      try store.run(["archive", "close", "KSA-1-2025-0009", "--on", "2025-11-19", "--reason", "kein_bedarf"]).status
        == 0)
    let plan = try store.run(["retention", "purge", "--request", "KSA-1-2025-0009"])
    let code = try #require(plan.output.firstMatch(of: /--code (\S+)/)).1
    #expect(try store.run(["retention", "purge", "--request", "KSA-1-2025-0009", "--code", String(code)]).status == 0)
    let me = try store.write(
      Array(#"{"form": "loeschprotokoll", "version": "1", "fachkraft": {"name": "Mareike Töpfer"}}"#.utf8), "ich.json")
    let run = try store.run(["retention", "log", "--run", "1", "--from", me, "-o", store.path("nachweis.odt")])
    #expect(run.status <= 1, "\(run.errors)")
    let text = try visibleText(store.bytes("nachweis.odt"))
    let unsigned = try store.run(["retention", "log", "-o", store.path("ohne.odt")])
    #expect(unsigned.status == 2 && unsigned.errors.contains("--from") && !store.names.contains("ohne.odt"))
    #expect(text.contains("Mareike Töpfer") && text.contains("20.11.2025") && text.contains("LP-2025-1"))
    #expect(!text.contains("Noah") && !text.contains("KSA-1-2025-0009"))
  }

  @Test func filledRenderedAndReadPapersGoStraightIn() throws {
    let store = try Store()
    let source = Repository.path("Examples/gespraechsnotiz-erstkontakt.json")
    let rendered = try store.run(["render", source, "-o", store.path("notiz.odt"), "--archive"])
    #expect(rendered.status == 0, "\(rendered.errors)")
    let read = try store.run(["read", store.path("notiz.odt"), "-o", store.path("notiz.json"), "--archive"])
    #expect(read.status == 0, "\(read.errors)")
    let list = try store.run(["archive", "list"]).output
    let id = try #require(list.firstMatch(of: /(\w{8})  \S+  \S+  Gesprächsnotiz Nr. 1/)).1
    let shown = try store.run(["archive", "show", String(id)]).output
    #expect(shown.contains("ausgestellt: ") && shown.contains("ausgefüllt: ") && shown.contains("Angaben: "))
  }
}
