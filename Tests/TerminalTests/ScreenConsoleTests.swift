import Testing

@testable import Terminal

/// Questions on a screen, with a person whose keys are written down before.
struct ScreenConsoleTests {
  /// A terminal that types what it was given and keeps what it was sent.
  private final class Script: TerminalDevice {
    var size: (columns: Int, rows: Int) = (40, 12)
    var events: [DeviceEvent]
    var written = ""
    var stops = 0

    init(_ events: [DeviceEvent]) { self.events = events }

    func write(_ text: String) { written += text }
    func next(milliseconds: Int?) -> DeviceEvent { events.isEmpty ? .end : events.removeFirst() }
    func lend(_ body: () -> Void) { body() }
    func stop() { stops += 1 }
    func close() {}
  }

  private func ask(_ events: [DeviceEvent], _ change: (inout LineRequest) -> Void = { _ in }) -> (LineResult, Script) {
    let device = Script(events)
    let console = ScreenConsole(device, palette: .none)
    var request = LineRequest()
    request.header = [.text("Frage")]
    change(&request)
    return (console.ask(request), device)
  }

  private func keys(_ text: String) -> DeviceEvent { .bytes(Array(text.utf8)) }

  @Test func aLineIsTypedAndSent() {
    #expect(ask([keys("hallo\r")]).0 == .line("hallo"))
    #expect(ask([keys("ha"), .timeout, .resized, keys("llo"), keys("\r")]).0 == .line("hallo"))
  }

  @Test func theWaysOut() {
    #expect(ask([keys("ab\u{03}")]).0 == .interrupted("ab"))
    #expect(ask([keys("\u{04}")]).0 == .end(""))
    #expect(ask([keys("ab"), .signal(15)]).0 == .signal(15, "ab"))
    #expect(ask([keys("ab"), .end]).0 == .end("ab"))
    #expect(ask([.failure(5)]).0 == .failure(5))
  }

  @Test func whatWasTypedAheadIsKeptForTheNextQuestion() {
    let device = Script([.bytes(Array("eins\rzwei\rdrei\r".utf8))])
    let console = ScreenConsole(device, palette: .none)
    let results = (0..<3).map { _ in console.ask(LineRequest()) }
    #expect(results == [.line("eins"), .line("zwei"), .line("drei")])
  }

  @Test func anOfferedTextIsReplacedByTypingAndKeptByMoving() {
    #expect(ask([keys("neu\r")]) { $0.text = "alt" }.0 == .line("neu"))
    #expect(ask([keys("\r")]) { $0.text = "alt" }.0 == .line("alt"))
    #expect(ask([keys("\u{1B}[Fer\r")]) { $0.text = "alt" }.0 == .line("alter"))
    #expect(ask([keys("\u{7F}\r")]) { $0.text = "alt" }.0 == .line(""))
  }

  @Test func aLongTextTakesLinesUntilItIsDone() {
    func long(_ text: String) -> LineResult {
      ask([keys(text)]) {
        $0.isMultiline = true
        $0.isCommand = { $0 == "zurück" }
      }.0
    }
    #expect(long("a\rb\u{04}") == .line("a\nb"))
    #expect(long("a\r\rb\r.\r") == .line("a\n\nb"))
    #expect(long("zurück\r") == .line("zurück"))
    #expect(long("\r") == .line(""))
    #expect(long("a\u{0F}") == .editor("a"))
  }

  @Test func aMenuIsFilteredCompletedAndChosenFrom() {
    let items = ["Apfel", "Birne", "Banane"].enumerated().map { MenuItem(key: "\($0 + 1)", label: $1, text: $1) }
    func choose(_ text: String) -> LineResult {
      ask([keys(text)]) { $0.menu = { typed in items.filter { typed.isEmpty || $0.label.hasPrefix(typed) } } }.0
    }
    #expect(choose("\u{1B}[B\u{1B}[B\r") == .line("Birne"))
    #expect(choose("\u{1B}[A\r") == .line("Banane"))
    #expect(choose("A\t\r") == .line("Apfel"))
    #expect(choose("B\t\t\r") == .line("Banane"))
    #expect(choose("B\r") == .line("B"))
  }

  @Test func theHistoryComesBack() {
    let device = Script([.bytes(Array("eins\rzwei\r\u{1B}[A\u{1B}[A\r\u{1B}[A\u{1B}[Bneu\r".utf8))])
    let console = ScreenConsole(device, palette: .none)
    let results = (0..<4).map { _ in console.ask(LineRequest()) }
    #expect(results == [.line("eins"), .line("zwei"), .line("eins"), .line("neu")])
  }

  @Test func somebodyWhoThinksIsSavedOnce() {
    var saved: [String] = []
    _ = ask([keys("ab"), .timeout, .timeout, keys("c"), .timeout, .end]) { $0.idle = { saved.append($0) } }
    #expect(saved == ["ab", "ab", "abc"] || saved == ["ab", "abc"])
  }

  @Test func noFrameIsHigherThanTheScreen() {
    for rows in [3, 5, 8, 24] {
      var request = LineRequest()
      request.header = (0..<10).map { .text("Zeile \($0)") }
      request.keys = ["Tasten"]
      request.isMultiline = true
      request.text = String(repeating: "Wort ", count: 200)
      request.menu = { _ in (0..<50).map { MenuItem(key: "\($0)", label: "Angabe \($0)", text: "") } }
      let frame = EditState(request, history: []).frame(columns: 30, rows: rows)
      #expect(frame.rows.count <= max(3, rows - 1), "\(rows)")
      #expect(frame.rows.indices.contains(frame.cursorRow))
      for row in frame.rows { #expect(row.reduce(0) { $0 + TextWidth.columns(of: $1.text) } <= 30) }
    }
  }
}
