import Testing

/// What a newcomer runs first.
struct DemoTests {
  @Test(.enabled(if: Outside.office != nil, "needs LibreOffice"))
  func theDemoMakesADocumentAndAPageOfEveryExample() throws {
    let scratch = try Scratch()
    let words = [Repository.path("Scripts/demo"), "--kiso", Kiso.path, "--into", scratch.path("Fertig")]
    let run = try Program.run(words, environment: ["KISO_CACHE": ""], seconds: 600)
    #expect(run.status == 0, "\(run.output)\n\(run.errors)")
    let names = Scratch.names(in: scratch.path("Fertig"))
    let stems = { (ending: String) in names.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) } }
    #expect(stems(".odt").count >= Repository.examples.count)
    #expect(stems(".pdf") == stems(".odt"))
  }
}
