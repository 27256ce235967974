/// Lays the text that is being typed out in rows, with the cursor.
struct EditLayout {
  /// The rows of text, without the mark in front.
  private(set) var rows: [String] = []
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0

  /// Lays out a text in rows of a number of columns, broken between words where that is possible.
  init(_ buffer: LineBuffer, columns: Int) {
    let width = max(4, columns)
    let cursor = buffer.before.count
    var row = Row()
    var count = 0
    func note(_ column: Int) {
      if count == cursor { (cursorRow, cursorColumn) = (rows.count, column) }
    }
    for character in buffer.text {
      if character == "\n" {
        note(row.columns)
        rows.append(row.text)
        row = Row()
        count += 1
        continue
      }
      let shown = character == "\t" ? "    " : String(character)
      let wide = TextWidth.columns(of: shown)
      if row.columns + wide > width {
        let rest = row.breakOff(keeping: character == " ")
        // The cursor may stand in the word that moves down.
        if cursorRow == rows.count, cursorColumn >= row.columns, count > cursor, rest.columns > 0 {
          (cursorRow, cursorColumn) = (rows.count + 1, cursorColumn - row.columns)
        }
        rows.append(row.text)
        row = rest
      }
      note(row.columns)
      row.append(shown, wide, isBlank: character == " ")
      count += 1
    }
    // A cursor behind the last column stands at the beginning of the next row.
    if count == cursor, row.columns >= width {
      rows.append(row.text)
      row = Row()
    }
    note(row.columns)
    rows.append(row.text)
  }

  /// The part of the rows around the cursor that fits into a number of rows, and the cursor's row in it.
  func window(height: Int) -> (rows: ArraySlice<String>, cursorRow: Int) {
    let height = max(1, height)
    guard rows.count > height else { return (rows[...], cursorRow) }
    let first = min(max(0, cursorRow - height / 2), rows.count - height)
    return (rows[first..<(first + height)], cursorRow - first)
  }
}

/// A row that is being filled.
private struct Row {
  private(set) var text = ""
  private(set) var columns = 0
  /// What follows the last blank, which moves down as a whole when it does not fit.
  private var word = ""
  private var wordColumns = 0

  mutating func append(_ shown: String, _ wide: Int, isBlank: Bool) {
    text += shown
    columns += wide
    if isBlank {
      (word, wordColumns) = ("", 0)
    } else {
      word += shown
      wordColumns += wide
    }
  }

  /// Takes the last word off, unless it fills the row or a blank follows it.
  mutating func breakOff(keeping isBlank: Bool) -> Row {
    guard !isBlank, wordColumns > 0, wordColumns < columns else { return Row() }
    var next = Row()
    next.append(word, wordColumns, isBlank: false)
    text.removeLast(word.count)
    columns -= wordColumns
    return next
  }
}
