import Files
import Paperwork
import Testing

/// Simple terminals, no colours, screen readers, narrow lines.
struct EveryTerminalTests {
  private let note = ["fill", "gespraechsnotiz", "-o", "x.json"] + Desk.day

  @Test(arguments: [["TERM": "dumb"], ["TERM": ""], [:]])
  func simpleTerminalsGetWholeLinesAndNoSequences(_ environment: [String: String]) throws {
    let desk = try Desk()
    let words = environment.isEmpty ? note + ["--plain"] : note
    let run = try TerminalRun(
      [Kiso.path] + words, in: desk.home.path, environment: desk.environment.merging(environment) { $1 })
    for answer in try TypedTalk.note.answers() {
      try run.wait("a question") {
        $0.output.suffix(2).elementsEqual(": ".utf8) || $0.output.suffix(2).elementsEqual("? ".utf8)
          || $0.output.suffix(3).elementsEqual("]? ".utf8) || $0.output.suffix(2).elementsEqual("] ".utf8)
      }
      let before = run.output.count
      run.type(answer.replacing("\n", with: "\\\r") + "\r")
      try run.wait("what comes of it") { $0.output.count > before + answer.utf8.count + 2 || $0.hasEnded }
    }
    #expect(run.finish() == 0 && !run.output.contains(0x1B))
    #expect(try Repository.record(desk.bytes("x.json")) == TypedTalk.note.expected())
  }

  @Test func aSimpleTerminalKeepsTheDraftOnCtrlC() throws {
    let desk = try Desk()
    let run = try TerminalRun([Kiso.path] + note + ["--plain"], in: desk.home.path, environment: desk.environment)
    try run.wait(for: "Vorgangsnummer:")
    run.type("KSA-2-2025-0147\r")
    try run.wait(for: "Notiz Nr. [1]:")
    run.type("\u{03}")
    #expect(run.finish() == 130 && desk.drafts.count == 1)
    #expect(String(decoding: run.output, as: UTF8.self).contains("Entwurf gespeichert."))
  }

  @Test func withoutColourNothingButBoldAndReverseIsLeft() throws {
    let desk = try Desk()
    let run = try desk.start(note, environment: ["NO_COLOR": "1"])
    run.answer("KSA-9-2025-0147")
    try run.wait(for: "Fehler")
    run.answer("zurück")
    run.type("\u{03}")
    #expect(run.finish() == 130)
    let styles = Set(String(decoding: run.output, as: UTF8.self).matches(of: /\u{1B}\[(\d+)m/).map { String($0.1) })
    #expect(styles.isSubset(of: ["0", "1", "7"]))
    let coloured = try desk.start(["fill", "kooperation", "-o", "y.json"] + Desk.day)
    coloured.answer("")
    coloured.answer("")
    coloured.answer("")
    try coloured.wait(for: "Fehler")
    coloured.type("\u{03}")
    _ = coloured.finish()
    #expect(String(decoding: coloured.output, as: UTF8.self).contains("\u{1B}[31m"))
  }

  @Test func wideAndCombiningCharactersKeepTheCursorInPlace() throws {
    let desk = try Desk()
    let run = try desk.start(note)
    run.answer("/anlass")
    try run.wait(for: "\nAnlass")
    run.type("日本 e\u{301}x")
    try run.wait("the text") { $0.screen.cursor.line == "› 日本 e\u{301}x" }
    #expect(run.screen.cursor.column == 2 + 4 + 1 + 1 + 1)
    run.type("\u{7F}\u{7F}\u{1B}[D\u{7F}")
    try run.wait("less text") { $0.screen.cursor.line == "› 日" || $0.screen.cursor.line == "› 日 " }
    #expect(run.screen.cursor.column == 2 + 2)
    run.type("\u{03}")
    #expect(run.finish() == 130)
  }

  @Test func theTerminalIsGivenBackAsItWas() throws {
    let desk = try Desk()
    let script = "before=$(stty -g); \"$0\" \"$@\"; test \"$before\" = \"$(stty -g)\" && echo gleich || echo anders"
    for ending in ["\u{03}", "\u{04}", "/pause\r"] {
      let run = try TerminalRun(
        ["/bin/sh", "-c", script, Kiso.path] + note, in: desk.home.path, environment: desk.environment)
      try run.wait("the first question") { $0.asks }
      run.type(ending)
      try run.wait(for: "gleich")
      #expect(run.finish() == 0)
      let text = String(decoding: run.output, as: UTF8.self)
      #expect(text.contains("\u{1B}[?2004h") && text.contains("\u{1B}[?2004l"))
    }
  }

  @Test func ctrlZStopsAndComesBack() throws {
    let desk = try Desk()
    // A shell with job control, as people have it.
    let run = try TerminalRun(
      ["/bin/bash", "--norc", "--noprofile", "-i"], in: desk.home.path,
      environment: desk.environment.merging(["PS1": "bereit$ ", "HISTFILE": ""]) { $1 })
    try run.wait(for: "bereit$")
    run.type("\(Kiso.path) \(note.joined(separator: " "))\r")
    try run.wait(for: "Vorgangsnummer")
    run.type("KSA-2")
    try run.wait(for: "› KSA-2")
    run.type("\u{1A}")
    try run.wait(for: "Stopped")
    run.type("fg\r")
    try run.wait("the question again") { $0.asks && $0.text.contains("› KSA-2") }
    run.type("-2025-0147\r")
    try run.wait(for: "  Vorgangsnummer              KSA-2-2025-0147")
    run.type("\u{03}")
    try run.wait("the shell again") { $0.screen.cursor.line == "bereit$" }
    run.type("exit\r")
    _ = run.finish()
  }
}
