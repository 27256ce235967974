import Files
import Glibc
import Testing

/// Papers that are filed again: the same, corrected, or another under a number that is taken.
struct VersionTests {
  static let example = "Examples/gespraechsnotiz-erstkontakt.json"
  static let number = "KSA-2-2025-0147"

  private static func corrected(_ store: borrowing Store) throws -> String {
    let text = try Repository.text(example).replacing(
      "Jobcenter kürzt Leistungen", with: "Jobcenter stellt Leistungen ein")
    return try store.write(Array(text.utf8), "berichtigt.json")
  }

  private static func id(_ run: Run) throws -> String {
    String(try #require(run.output.firstMatch(of: /: ([0-9a-f]{16})/)).1)
  }

  @Test func theVerySamePaperFiledTwiceIsNothingNew() throws {
    let store = try Store()
    let first = try Self.id(store.run(["archive", "add", Repository.path(Self.example)]))
    let again = try store.run(["archive", "add", Repository.path(Self.example)])
    #expect(again.status == 0 && again.output.hasPrefix("Schon abgelegt: \(first)"), "\(again.transcript)")
    let list = try store.run(["archive", "list"]).output
    #expect(list.split(separator: "\n").count == 4 && !list.contains("Fassung"), "\(list)")
  }

  @Test func otherValuesUnderANumberAreRefusedWithoutATerminalByLabelsAlone() throws {
    let store = try Store()
    #expect(try store.run(["archive", "add", Repository.path(Self.example)]).status == 0)
    let run = try store.run(["archive", "add", try Self.corrected(store)])
    #expect(run.status == 2 && run.output == "")
    #expect(
      run.errors.contains(
        "[E-LO-20] Gesprächsnotiz Nr. 1 liegt schon in der Ablage, mit anderen Angaben: ›Anlass / Anliegen‹."))
    #expect(run.errors.contains("--replace") && run.errors.contains("eigene Nummer") && !run.errors.contains("kürzt"))
    #expect(try store.run(["archive", "list"]).output.contains("Gesprächsnotiz Nr. 1  "))
  }

  @Test func aCorrectionIsKeptBesideTheEarlierVersionAndOnlyItCounts() throws {
    let store = try Store()
    let first = try Self.id(store.run(["archive", "add", Repository.path(Self.example)]))
    let run = try store.run(["archive", "add", try Self.corrected(store), "--replace"])
    #expect(
      run.status == 0 && run.output.hasPrefix("Abgelegt als Fassung 2: \(first)"), "\(run.transcript)")
    #expect(try store.run(["archive", "list"]).output.contains("Gesprächsnotiz Nr. 1, Fassung 2"))
    let newest = try store.run(["archive", "show", first]).output
    #expect(newest.contains("2 von 2\n") && newest.contains("Jobcenter stellt"), "\(newest)")
    let earlier = try store.run(["archive", "show", first, "--edition", "1"]).output
    #expect(earlier.contains("1 von 2\n") && earlier.contains("Jobcenter kürzt"))
    #expect(try store.run(["archive", "show", first, "--edition", "3"]).status == 64)
    // The earlier one that comes once more is known, and does not become the newest.
    let old = try store.run(["archive", "add", Repository.path(Self.example)])
    #expect(old.output.hasPrefix("Schon abgelegt: \(first)"), "\(old.transcript)")
    let out = store.path("raus")
    #expect(try store.run(["archive", "export", Self.number, "-o", out], asOf: nil).status == 0)
    #expect(try DirectoryListing.files(in: out).count == 1)
    let all = store.path("alles")
    #expect(try store.run(["archive", "export", Self.number, "-o", all, "--versions"], asOf: nil).status == 0)
    #expect(
      try DirectoryListing.files(in: all).map { FilePath.lastComponent(of: $0) } == [
        "\(Self.number)-gespraechsnotiz-1-angaben.xml", "\(Self.number)-gespraechsnotiz-1-fassung-1-angaben.xml",
      ])
    // Deleted together.
    let plan = try store.run(["retention", "purge", "--request", Self.number])
    let code = String(try #require(plan.output.firstMatch(of: /--code (\S+)/)).1)
    #expect(
      try store.run(["retention", "purge", "--request", Self.number, "--code", code]).output.contains("Gelöscht: 1"))
    #expect(try store.run(["archive", "show", first]).status == 66)
  }

  @Test func theNextVersionSaysSoOnItsPageAndInItsRecord() throws {
    let store = try Store()
    let first = try Self.id(store.run(["archive", "add", Repository.path(Self.example)]))
    #expect(try store.run(["archive", "add", try Self.corrected(store), "--replace"]).status == 0)
    let out = store.path("raus")
    #expect(try store.run(["archive", "export", first, "-o", out], asOf: nil).status == 0)
    let record = try #require(try DirectoryListing.files(in: out).first)
    #expect(
      String(decoding: try FileReader.bytes(at: record, limit: 1 << 20), as: UTF8.self).contains(" edition=\"2\""))
    #expect(try Kiso.runOnDay(["render", record, "-o", store.path("neu.odt")]).status == 0)
    #expect(try visibleText(store.bytes("neu.odt")).contains("Berichtigte Fassung 2"))
    #expect(try Kiso.runOnDay(["render", Repository.path(Self.example), "-o", store.path("alt.odt")]).status == 0)
    #expect(try !visibleText(store.bytes("alt.odt")).contains("Berichtigte Fassung"))
    // What names itself the next version is filed as that without a question.
    let third = try String(decoding: FileReader.bytes(at: record, limit: 1 << 20), as: UTF8.self)
      .replacing("edition=\"2\"", with: "edition=\"3\"").replacing("stellt Leistungen ein", with: "zahlt nicht")
    let run = try store.run(["archive", "add", try store.write(Array(third.utf8), "dritte.xml")])
    #expect(run.output.hasPrefix("Abgelegt als Fassung 3"), "\(run.transcript)")
  }

  @Test func twoReleasesOfOneNumberAreSettledFirst() throws {
    let store = try Store()
    let release = "Examples/schweigepflichtentbindung-zwei-blaetter.json"
    #expect(try store.run(["archive", "add", Repository.path(release)]).status <= 1)
    let other = try Repository.text(release).replacing("\"datum\": \"2025-10-02\"", with: "\"datum\": \"2025-10-03\"")
    let unchanged = try Repository.text(release)
    #expect(other != unchanged)
    let run = try store.run(["archive", "add", try store.write(Array(other.utf8), "andere.json")])
    #expect(
      run.status == 2 && run.errors.contains("[E-LO-20]") && run.errors.contains("-SPE-01 liegt schon"), "\(run.errors)"
    )
  }

  @Test func aPeriodHasOneSheetAndItsCorrectionIsAVersionOfIt() throws {
    let store = try Store()
    let sheet = "Examples/statistik-teil1-quartal.json"
    #expect(try store.run(["archive", "add", Repository.path(sheet)]).output.hasPrefix("Abgelegt: "))
    let text = try Repository.text(sheet)
    let other = text.replacing("\"erstellt_am\": \"2025-10-08\"", with: "\"erstellt_am\": \"2025-10-09\"")
    #expect(other != text)
    let file = try store.write(Array(other.utf8), "anders.json")
    let run = try store.run(["archive", "add", file])
    #expect(run.status == 2 && run.errors.contains("[E-LO-20]") && run.errors.contains("2025"), "\(run.transcript)")
    #expect(try store.run(["archive", "add", file, "--replace"]).output.hasPrefix("Abgelegt als Fassung 2: "))
    #expect(try store.run(["archive", "list"]).output.split(separator: "\n").count == 2)
  }

  @Test func twoPapersOfOneNumberNamedTogetherAreRefusedBeforeAnythingIsStored() throws {
    let store = try Store()
    let run = try store.run(["archive", "add", Repository.path(Self.example), try Self.corrected(store)])
    #expect(run.status == 2 && run.errors.contains("[E-GN-20]") && run.output == "", "\(run.transcript)")
    #expect(try store.run(["archive", "list"]).output == "Nichts gefunden.\n")
  }

  @Test func aPaperWithoutANumberIsKnownByItsContent() throws {
    let store = try Store()
    let report = ["archive", "add", Repository.path("Examples/kwg-meldebogen-saeugling.json"), "--case", Self.number]
    #expect(try store.run(report).output.hasPrefix("Abgelegt: "))
    #expect(try store.run(report).output.hasPrefix("Schon abgelegt: "))
  }

  /// An archive that the program of November 2026 made, before papers had versions and everything a date.
  @Test func anArchiveOfTheFirstFormatOpensGoesOnAndGivesEverythingADate() throws {
    let store = try Store()
    for (name, target) in [("ablage.kiso", store.data), ("ablage.schluessel", store.keys)] {
      let bytes = try FileReader.bytes(
        at: Repository.path("Tests/KisoTests/Fixtures/archive-format-1/\(name)"), limit: 1 << 20)
      try AtomicFile.write(bytes, to: target)
    }
    let due = try store.run(["retention", "due", "--details", "--all"])
    #expect(due.status == 0 && !due.output.contains("Noch zu berechnen"), "\(due.transcript)")
    let clear = try Kiso.run(["retention", "due", "--store", store.data, "--as-of", "2025-11-20"])
    #expect(clear.output.hasPrefix("Gesperrt: 3\n") && clear.output.contains("Frist läuft: 7"), "\(clear.transcript)")
    #expect(try store.run(["archive", "verify"], asOf: nil).status == 0)
    let again = try store.run(["archive", "add", Repository.path(Self.example)])
    #expect(again.output.hasPrefix("Schon abgelegt: 3ebcc0cc"), "\(again.transcript)")
    #expect(
      try store.run(["archive", "add", try Self.corrected(store), "--replace"]).output.contains("Fassung 2: 3ebcc0cc"))
    // A release was stored without its number then.
    let release = Repository.path("Examples/schweigepflichtentbindung-zwei-blaetter.json")
    #expect(try store.run(["archive", "add", release]).output.hasPrefix("Schon abgelegt: be09d782"))
    #expect(try store.run(["archive", "verify"], asOf: nil).status == 0)
  }
}
