/// Lays the text that is being typed out in rows, with the cursor.
struct EditLayout {
  /// The rows of text, without the mark in front.
  private(set) var rows: [String] = [""]
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0

  /// Lays out a text in rows of so many columns, broken anywhere.
  init(_ buffer: LineBuffer, columns: Int) {
    let width = max(4, columns)
    var column = 0
    func add(_ character: Character, to rows: inout [String]) {
      if character == "\n" {
        rows.append("")
        column = 0
        return
      }
      let shown = character == "\t" ? "    " : String(character)
      let wide = TextWidth.columns(of: shown)
      if column + wide > width {
        rows.append("")
        column = 0
      }
      rows[rows.count - 1] += shown
      column += wide
    }
    for character in buffer.before { add(character, to: &rows) }
    // A cursor behind the last column stands at the beginning of the next row.
    if column >= width {
      rows.append("")
      column = 0
    }
    (cursorRow, cursorColumn) = (rows.count - 1, column)
    for character in buffer.after { add(character, to: &rows) }
  }

  /// The part of the rows around the cursor that fits into so many, and the cursor's row in it.
  func window(height: Int) -> (rows: ArraySlice<String>, cursorRow: Int) {
    let height = max(1, height)
    guard rows.count > height else { return (rows[...], cursorRow) }
    let first = min(max(0, cursorRow - height / 2), rows.count - height)
    return (rows[first..<(first + height)], cursorRow - first)
  }
}
