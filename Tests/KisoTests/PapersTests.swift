import OpenDocument
import Paperwork
import Testing

/// Every paper besides the note goes through the whole command, with the papers it refers to.
struct PapersTests {
  /// The documents of an example, as ``Pages`` has them: one, or one for each person.
  static func documents(_ name: String) throws -> [[UInt8]] {
    let pages = Pages.of(name)
    try #require(!pages.isEmpty, "\(name) becomes no document")
    return pages.map(\.document)
  }

  @Test(arguments: Repository.papers)
  func checkingAnExampleSaysExactlyWhatIsExpected(_ name: String) throws {
    let files = ([name] + (try Repository.companions(of: name))).map { "Examples/\($0)" }
    let run = try Kiso.runOnDay(["check"] + files, in: Repository.root)
    #expect(run.errors == "")
    try Golden.expect(run.transcript, "papers/check-\(stem(name))")
  }

  @Test(arguments: Repository.papers)
  func theVisibleTextIsThatOfTheGolden(_ name: String) throws {
    let text = try Self.documents(name).map { try visibleText($0) + "\n" }.joined()
    try Golden.expect(text, "papers/text-\(stem(name))")
  }

  @Test(arguments: Repository.papers)
  func noLineEndsBetweenWhatIsReadAsOne(_ name: String) throws {
    let text = try Self.documents(name).map { try storedText($0) }.joined()
    let parted = text.matches(of: /§ \d|Abs\. \d|\b\d{5} [A-ZÄÖÜ]|\b[a-z]\. [A-Z]\./).map { String($0.output) }
    #expect(parted == [])
  }

  /// What a document gives back is what its page shows, and that makes the same page again.
  @Test(arguments: Repository.papers)
  func aRenderedPaperReadsBackAsWhatItShows(_ name: String) throws {
    let checker = PaperChecker(catalogue: Catalogue(home: Repository.root), day: Repository.day)
    let paper = try checker.read(Repository.bytes("Examples/\(name)"), name: name)
    let others = try Repository.companions(of: name).map {
      try checker.read(Repository.bytes("Examples/\($0)"), name: $0)
    }
    let documents = try Self.documents(name)
    for (index, document) in documents.enumerated() {
      let sheet = documents.count > 1 ? index : nil
      let shown = try checker.evaluate(paper, among: others, sheet: sheet).shown
      let read = try Kiso.runOnDay(["read", "-"], input: document)
      #expect(read.errors == "" && read.status == 0)
      #expect(try Repository.record(read.bytes) == shown)
    }
  }

  @Test func eachParentHasASheetWithoutTheOthersProtectedAddress() throws {
    let sheets = try Self.documents("schweigepflichtentbindung-zwei-blaetter.json")
    try #require(sheets.count == 2)
    let father = try Package(sheets[1])
    for (member, bytes) in father.members {
      for secret in ["44801", "schutzadresse"] { #expect(!bytes.contains(secret), "\(member)") }
    }
    #expect(try visibleText(sheets[1]).contains("Musterweg 7"))
    let toOutput = try Kiso.runOnDay([
      "render", Repository.path("Examples/schweigepflichtentbindung-zwei-blaetter.json"),
    ])
    #expect(toOutput.status == 64 && toOutput.output == "")
  }

  @Test func aLetterWithoutItsReleaseIsRefused() throws {
    let scratch = try Scratch()
    for name in ["rueckmeldung-sd-ergebnis.json", "kita-status-kontakt.json"] {
      let run = try Kiso.runOnDay(["render", Repository.path("Examples/\(name)"), "-o", scratch.path("x.odt")])
      #expect(run.status == 2 && run.errors.contains("Schweigepflichtentbindung"))
    }
    #expect(scratch.names.isEmpty)
  }

  @Test func aReportIsMadeHoweverLittleIsKnown() throws {
    let scratch = try Scratch()
    let run = try Kiso.runOnDay(
      ["render", "-", "-o", scratch.path("x.odt")],
      input: Array(#"{"form": "kwg-meldebogen", "aufenthalt_jetzt": "in der Wohnung"}"#.utf8))
    #expect(run.status == 1)
    #expect(try visibleText(scratch.bytes("x.odt")).contains("nicht bekannt"))
  }
}
