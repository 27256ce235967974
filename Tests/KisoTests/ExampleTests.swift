import OpenDocument
import Paperwork
import Testing

/// Every record under `Examples` goes through the whole command.
struct ExampleTests {
  @Test(arguments: Repository.notes)
  func checkingAnExampleSaysExactlyWhatIsExpected(_ name: String) throws {
    let run = try Kiso.runOnDay(["check", "Examples/\(name)"], in: Repository.root)
    #expect(run.errors == "")
    try Golden.expect(run.transcript, "check-\(stem(name))")
  }

  @Test(arguments: Repository.notes)
  func aRenderedExampleReadsBackAsTheSameRecord(_ name: String) throws {
    let scratch = try Scratch()
    let checked = try Kiso.runOnDay(["check", Repository.path("Examples/\(name)")])
    let rendered = try Kiso.runOnDay([
      "render", Repository.path("Examples/\(name)"), "-o", scratch.path("x.odt"),
    ])
    #expect(rendered.status == checked.status)
    #expect(rendered.output == "")
    let expected = try masking(Repository.record(Repository.bytes("Examples/\(name)")))
    for ending in ["json", "xml"] {
      let read = try Kiso.runOnDay(["read", scratch.path("x.odt"), "-o", scratch.path("y.\(ending)")])
      #expect(read.transcript == "-- Status 0\n")
      #expect(try Repository.record(scratch.bytes("y.\(ending)")) == expected)

      _ = try Kiso.runOnDay(["render", scratch.path("y.\(ending)"), "-o", scratch.path("z.odt")])
      #expect(try scratch.bytes("z.odt") == scratch.bytes("x.odt"), "through .\(ending)")
    }
    let piped = try Kiso.runOnDay(["read", "-"], input: try scratch.bytes("x.odt"))
    #expect(try piped.bytes == scratch.bytes("y.json"))
  }

  @Test(arguments: Repository.notes)
  func theVisibleTextOfAnExampleIsThatOfItsGolden(_ name: String) throws {
    let run = try Kiso.runOnDay(["render", Repository.path("Examples/\(name)")])
    try Golden.expect(try visibleText(run.bytes), "text-\(stem(name))")
  }

  @Test func theVisibleTextOfTheBlankFormIsThatOfItsGolden() throws {
    let run = try Kiso.runOnDay(["render", "--blank", "gespraechsnotiz"])
    #expect(run.status == 0)
    try Golden.expect(try visibleText(run.bytes), "text-blank")
  }

  @Test(arguments: Repository.notes)
  func theFlatDocumentShowsTheSameText(_ name: String) throws {
    let scratch = try Scratch()
    let source = Repository.path("Examples/\(name)")
    let package = try Kiso.runOnDay(["render", source])
    let flat = try Kiso.runOnDay(["render", source, "-o", scratch.path("x.fodt")])
    #expect(flat.status == package.status)
    #expect(try visibleText(scratch.bytes("x.fodt")) == visibleText(package.bytes))
  }

  @Test func theFlatBlankFormShowsTheSameText() throws {
    let scratch = try Scratch()
    let package = try Kiso.runOnDay(["render", "--blank", "gespraechsnotiz"])
    let flat = try Kiso.runOnDay(["render", "--blank", "gespraechsnotiz", "-o", scratch.path("x.fodt")])
    #expect(flat.status == 0)
    #expect(try visibleText(scratch.bytes("x.fodt")) == visibleText(package.bytes))
  }

  /// A flat document carries no record; the command says so instead of guessing.
  @Test func aFlatDocumentDoesNotReadBack() throws {
    let scratch = try Scratch()
    let source = Repository.path("Examples/gespraechsnotiz-minimal.json")
    _ = try Kiso.runOnDay(["render", source, "-o", scratch.path("x.fodt")])
    let run = try Kiso.runOnDay(["read", scratch.path("x.fodt")])
    #expect(run.status == 65)
    #expect(run.errors.contains("[ODF-OHNE-DATEN]"))
  }

  /// What identifies the place of a protected family is nowhere in its document.
  @Test(arguments: ["Musterweg", "44801", "28817386", "0152"])
  func aProtectedAddressIsNowhereInTheDocument(_ secret: String) throws {
    let source = "Examples/gespraechsnotiz-schutz.xml"
    #expect(try Repository.bytes(source).contains(secret))
    let scratch = try Scratch()
    for name in ["x.odt", "x.fodt"] {
      let run = try Kiso.runOnDay(["render", Repository.path(source), "-o", scratch.path(name)])
      #expect(run.status == 0)
      #expect(!run.errors.contains(secret))
    }
    let members = try Package(scratch.bytes("x.odt")).members
    #expect(members.count == 7)
    for (member, bytes) in members { #expect(!bytes.contains(secret), "\(member)") }
    #expect(try !scratch.bytes("x.fodt").contains(secret))
  }

  @Test func aProtectedHouseNumberIsNowhereInTheDocument() throws {
    let run = try Kiso.runOnDay(["render", Repository.path("Examples/gespraechsnotiz-schutz.xml")])
    let record = try Repository.record(run.bytes)
    #expect(!String(decoding: record.xml(), as: UTF8.self).contains("hausnummer"))
    #expect(try !visibleText(run.bytes).split(whereSeparator: \.isWhitespace).contains("7"))
  }
}

/// The record without what a protected address keeps from paper; the lines are those of the example.
private func masking(_ record: Record) throws -> Record {
  let text = String(decoding: record.xml(), as: UTF8.self)
  guard text.contains("<schutzadresse>ja") else { return record }
  let secret = ["<strasse>", "<hausnummer>", "<plz>", "<ort>", "<telefon>0152"]
  let lines = text.split(separator: "\n").filter { line in !secret.contains { line.contains($0) } }
  return try Repository.record(Array(lines.joined(separator: "\n").utf8))
}
