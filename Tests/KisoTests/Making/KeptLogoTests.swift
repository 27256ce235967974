import Files
import Paperwork
import Testing

/// Every way to a document prints the town's logo: there is one maker, and it takes the pictures by itself.
struct KeptLogoTests {
  private let logo = try? Repository.bytes("Tests/KisoTests/Fixtures/wappen.png")

  private func expectLogo(in document: [UInt8], _ location: SourceLocation = #_sourceLocation) throws {
    #expect(try Package(document)["Pictures/1.png"] == logo && logo != nil, sourceLocation: location)
  }

  @Test func aRenderedPaperShowsIt() throws {
    let scratch = try Scratch()
    let town = try LogoTests.town("wappen.png", in: scratch)
    let note = Repository.path("Examples/gespraechsnotiz-erstkontakt.json")
    for words in [["render", note], ["render", "--fillable", note], ["render", "--fillable", "--blank", "widerruf"]] {
      try expectLogo(in: Kiso.run(words + ["--as-of", "2025-11-20"], environment: town).bytes)
    }
  }

  @Test func aPaperThatWasFilledInShowsIt() throws {
    let scratch = try Scratch()
    let town = try LogoTests.town("wappen.png", in: scratch)
    let desk = try Desk()
    let lines = try TypedTalk.note.answers().map {
      $0.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\\n")
    }
    let words = ["fill"] + TypedTalk.note.words(output: "x.odt") + Desk.day
    let run = try desk.run(words, lines: lines, environment: town)
    #expect(run.status == 0, "\(run.errors)")
    try expectLogo(in: desk.bytes("x.odt"))
  }

  @Test func figuresShowIt() throws {
    let scratch = try Scratch()
    let town = try LogoTests.town("wappen.png", in: scratch)
    let words = ["stats", "part1", "--from", Repository.path("Examples/statistik-teil1-quartal.json"), "-o"]
    let run = try Kiso.run(words + [scratch.path("z.odt"), "--as-of", "2025-10-08"], environment: town)
    #expect(run.status <= 1, "\(run.errors)")
    try expectLogo(in: scratch.bytes("z.odt"))
  }

  @Test func theProofOfADeletionShowsIt() throws {
    let scratch = try Scratch()
    let town = try LogoTests.town("wappen.png", in: scratch)
    let store = try Store()
    try store.add("gespraechsnotiz-lang.json")
    let closed = try store.run(
      ["archive", "close", "KSA-1-2025-0009", "--on", "2025-11-19", "--reason", "kein_bedarf"])
    #expect(closed.status == 0, "\(closed.errors)")
    let request = ["retention", "purge", "--request", "KSA-1-2025-0009"]
    let code = try #require(try store.run(request).output.firstMatch(of: /--code (\S+)/)).1
    #expect(try store.run(request + ["--code", String(code)]).status == 0)
    let me = try store.write(
      Array(#"{"form": "loeschprotokoll", "version": "1", "fachkraft": {"name": "Mareike Töpfer"}}"#.utf8), "ich.json")
    let words = ["retention", "log", "--run", "1", "--from", me, "-o", store.path("nachweis.odt")]
    let run = try store.run(words, environment: town)
    #expect(run.status <= 1, "\(run.errors)")
    try expectLogo(in: store.bytes("nachweis.odt"))
  }
}
