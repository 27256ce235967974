import Paperwork
import Testing

/// Whole conversations typed by key at a pseudo-terminal.
struct WholeTalkTests {
  @Test(arguments: TypedTalk.all)
  func anExampleTypedByKeyBecomesItsRecord(_ talk: TypedTalk) throws {
    let desk = try Desk()
    let run = try desk.start(["fill"] + talk.words(output: "x.json") + Desk.day)
    for answer in try talk.typed() { run.answer(answer) }
    let status = run.finish()
    #expect(status == talk.status, "\(run.text)")
    #expect(run.screen.unknown == [])
    #expect(try Repository.record(desk.bytes("x.json")) == talk.expected())
    #expect(desk.drafts == [])
  }

  @Test(arguments: TypedTalk.all)
  func theSameAnswersThroughAPipeGiveTheSame(_ talk: TypedTalk) throws {
    let desk = try Desk()
    let lines = try talk.answers().map {
      $0.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\\n")
    }
    let run = try desk.run(["fill"] + talk.words(output: "x.json") + Desk.day, lines: lines)
    #expect(run.status == talk.status && run.output == "", "\(run.errors)")
    #expect(try Repository.record(desk.bytes("x.json")) == talk.expected())
    try Golden.expect(run.errors, "fill/talks/\(talk.name)")
  }

  @Test(arguments: ["README.md", "Documentation/Handbuch/8-Am-Bildschirm.md"])
  func theScreensThatDocumentsShowAreReal(_ document: String) throws {
    let screens = try Repository.text("Tests/KisoTests/Goldens/fill/screens-80.txt")
    let shown = try Repository.text(document).matches(of: /```text\n(\d\/9 [\s\S]*?)```/).map { String($0.1) }
    #expect(shown.count == 1 && shown.allSatisfy { screens.contains($0) })
  }

  @Test func theNoteOfAFirstContactTakesFewAnswers() throws {
    #expect(try TypedTalk.note.answers().count <= 45)
  }

  @Test(arguments: [(80, 24), (40, 24), (132, 50), (30, 12)])
  func everyScreenFitsItsWindow(_ columns: Int, _ rows: Int) throws {
    let desk = try Desk()
    let run = try desk.start(["fill"] + TypedTalk.note.words(output: "x.json") + Desk.day, columns: columns, rows: rows)
    var screens = ""
    for answer in try TypedTalk.note.typed() {
      try run.wait("a question") { $0.asks }
      screens += "=====\n" + run.text
      run.answer(answer)
      try run.wait("the next screen") { [before = run.output.count] in $0.output.count > before }
    }
    #expect(run.finish() == 0 && run.screen.unknown == [])
    if columns <= 80, rows == 24 { try Golden.expect(screens, "fill/screens-\(columns)") }
  }
}
