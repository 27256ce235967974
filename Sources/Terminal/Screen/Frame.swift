/// What stands at the end of the output and is redrawn with every key: a question, the text being typed, a menu.
struct Frame: Hashable {
  /// The rows, none wider than the screen.
  var rows: [[Span]] = []
  /// Where the cursor stands among the rows, 0-based.
  var cursorRow = 0
  /// In which column, 0-based.
  var cursorColumn = 0
}

/// Draws frames over each other with relative movements alone, so that what is above stays as it is.
struct Painter {
  let palette: Palette
  private var drawn = 0
  private var cursorRow = 0

  init(palette: Palette) {
    self.palette = palette
  }

  /// What must be written to show a frame in place of the one before.
  mutating func draw(_ frame: Frame) -> String {
    // Hide the cursor while it wanders (DECTCEM), erase what is left of each line and below (EL, ED).
    var text = "\u{1B}[?25l" + toTop()
    for (number, row) in frame.rows.enumerated() {
      if number > 0 { text += "\r\n" }
      text += shown(row) + "\u{1B}[K"
    }
    text += "\u{1B}[J"
    let up = max(0, frame.rows.count - 1 - frame.cursorRow)
    if up > 0 { text += "\u{1B}[\(up)A" }
    text += "\r"
    if frame.cursorColumn > 0 { text += "\u{1B}[\(frame.cursorColumn)C" }
    drawn = frame.rows.count
    cursorRow = frame.cursorRow
    return text + "\u{1B}[?25h"
  }

  /// What must be written to remove the frame; the cursor stands where it began.
  mutating func erase() -> String {
    guard drawn > 0 else { return "" }
    defer { drawn = 0 }
    return toTop() + "\u{1B}[J"
  }

  /// Forgets the frame, because the screen was cleared.
  mutating func forget() {
    drawn = 0
  }

  /// A row as it is written.
  func shown(_ row: [Span]) -> String {
    row.map { palette.shown($0.text, $0.style) }.joined()
  }

  private func toTop() -> String {
    drawn > 0 && cursorRow > 0 ? "\r\u{1B}[\(cursorRow)A" : "\r"
  }
}
