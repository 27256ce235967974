import Testing

@testable import Terminal

/// Editing text by grapheme clusters.
struct LineBufferTests {
  private func typed(_ keys: [Key], _ text: String = "", isMultiline: Bool = false) -> LineBuffer {
    var buffer = LineBuffer(text, isMultiline: isMultiline)
    for key in keys {
      if case .text(let text) = key { _ = buffer.insert(text) } else { _ = buffer.apply(key) }
    }
    return buffer
  }

  /// U+009B alone begins a sequence, as Escape and a bracket do.
  @Test(arguments: ["\u{1B}", "\u{7F}", "\u{80}", "\u{9B}", "\u{9F}", "\u{0}", "\r"])
  func whatSteersATerminalIsLeftOut(_ control: String) {
    var buffer = LineBuffer()
    #expect(buffer.insert("a\(control)31mü") && buffer.text == "a31mü")
  }

  @Test(
    arguments: [
      ([.backspace], "ae\u{301}", "a", ""), ([.left, .backspace], "a👩‍👧b", "a", "b"), ([.home, .delete], "日本", "", "本"),
      ([.left, .left, .text("x")], "abc", "ax", "bc"), ([.control("w")], "ein zwei ", "ein ", ""),
      ([.wordLeft, .control("k")], "ein zwei", "ein ", ""),
      ([.control("a"), .wordRight], "ein zwei", "ein", " zwei"), ([.control("u")], "alles", "", ""),
      ([.left, .text("\u{301}")], "ex", "e\u{301}", "x"),
    ] as [([Key], String, String, String)])
  func keysDoWhatTheyDoEverywhere(_ keys: [Key], _ text: String, _ before: String, _ after: String) {
    let buffer = typed(keys, text)
    #expect(buffer.before == before && buffer.after == after)
  }

  @Test func linesAreMovedThroughInTheirColumn() {
    var buffer = LineBuffer("erste\nzw\ndritte", isMultiline: true)
    let up = buffer.moveLine(by: -1)
    #expect(up && buffer.before == "erste\nzw")
    let again = buffer.moveLine(by: -1)
    #expect(again && buffer.before == "er")
    let none = buffer.moveLine(by: -1)
    #expect(!none)
    let down = buffer.moveLine(by: 1)
    #expect(down && buffer.before == "erste\nzw" && buffer.after == "\ndritte")
  }

  @Test func lineEndsAndControlsInASingleLineDoNoHarm() {
    var line = LineBuffer()
    let taken = line.insert("a\nb\tc\u{1B}[2Jd")
    #expect(taken && line.text == "a b c[2Jd")
    var text = LineBuffer(isMultiline: true)
    let more = text.insert("a\nb\u{07}")
    #expect(more && text.text == "a\nb")
  }

  @Test func whatIsTooLongIsNotTakenInPart() {
    var buffer = LineBuffer("x")
    let taken = buffer.insert(String(repeating: "y", count: LineBuffer.limit))
    #expect(!taken && buffer.text == "x")
  }

  @Test(arguments: [5, 8, 20])
  func aLayoutHoldsEveryCharacterAndTheCursor(_ columns: Int) {
    let text = "Ein Text mit Wörtern, 日本語 und\n\neiner leeren Zeile danach"
    for place in 0...text.count {
      var buffer = LineBuffer(text, isMultiline: true)
      for _ in 0..<(text.count - place) { _ = buffer.apply(.left) }
      let layout = EditLayout(buffer, columns: columns)
      #expect(layout.rows.joined() == text.filter { $0 != "\n" })
      #expect(layout.rows.indices.contains(layout.cursorRow))
      let row = layout.rows[layout.cursorRow]
      let wide = TextWidth.columns(of: row)
      #expect(wide <= columns && layout.cursorColumn <= wide)
      // The cursor stands before the character that follows it.
      let before = layout.rows[..<layout.cursorRow].joined().count
      var used = 0
      var count = 0
      for character in row where used < layout.cursorColumn {
        used += TextWidth.columns(of: character)
        count += 1
      }
      #expect(before + count == buffer.before.filter { $0 != "\n" }.count)
    }
  }
}
