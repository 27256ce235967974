import Terminal

/// A terminal's screen as far as kiso uses it: enough to see what a person would see.
///
/// Understands carriage return, line feed, the sequences CUU, CUF, CUP, EL and ED, and ignores styles and modes. What
/// it does not know is noted, so that a test can fail instead of guessing.
struct VirtualScreen {
  let columns: Int
  let height: Int
  private var cells: [[Character]]
  private var row = 0
  private var column = 0
  /// The cursor stands behind the last column and wraps with the next character.
  private var wraps = false
  private var pending: [UInt8] = []
  /// Sequences that are not understood.
  private(set) var unknown: [String] = []

  init(columns: Int, rows: Int) {
    self.columns = columns
    height = rows
    cells = Array(repeating: [], count: rows)
  }

  /// The lines, without blanks at their ends and without empty lines at the end.
  var lines: [String] {
    var lines = cells.map { row in
      var text = String(row.filter { $0 != "\0" })
      while text.last == " " { text.removeLast() }
      return text
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// The lines as one text.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// The line the cursor stands in, and the columns before it.
  var cursor: (line: String, column: Int) { (lines.indices.contains(row) ? lines[row] : "", column) }

  mutating func feed(_ bytes: [UInt8]) {
    pending += bytes
    var rest = pending[...]
    while let first = rest.first {
      if first == 0x1B {
        guard let length = sequence(rest) else { break }
        rest = rest.dropFirst(length)
      } else if first < 0x20 || first == 0x7F {
        control(first)
        rest = rest.dropFirst()
      } else {
        // Whole characters only: what follows may still belong to the last one.
        let end = rest.firstIndex { $0 < 0x20 || $0 == 0x7F || $0 == 0x1B } ?? rest.endIndex
        guard end < rest.endIndex || String(validating: rest, as: UTF8.self) != nil else { break }
        for character in String(decoding: rest[..<end], as: UTF8.self) { put(character) }
        rest = rest[end...]
      }
    }
    pending = Array(rest)
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x0D: (column, wraps) = (0, false)
    case 0x0A: down()
    case 0x07: break
    default: unknown.append("control \(byte)")
    }
  }

  private mutating func down() {
    wraps = false
    if row == height - 1 {
      cells.removeFirst()
      cells.append([])
    } else {
      row += 1
    }
  }

  private mutating func put(_ character: Character) {
    let width = TextWidth.columns(of: character)
    if wraps || column + width > columns {
      column = 0
      down()
    }
    while cells[row].count < column + width { cells[row].append(" ") }
    cells[row][column] = character
    if width == 2 { cells[row][column + 1] = "\0" }
    column += width
    if column >= columns { (column, wraps) = (columns - 1, true) }
  }

  /// Does what an escape sequence says and gives its length; nil while it is not complete.
  private mutating func sequence(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count > 2 else { return nil }
    guard bytes[bytes.startIndex + 1] == UInt8(ascii: "[") else {
      unknown.append("escape \(bytes[bytes.startIndex + 1])")
      return 2
    }
    guard let end = bytes.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
    let parameters = String(decoding: bytes[(bytes.startIndex + 2)..<end], as: UTF8.self)
    let number = Int(parameters) ?? 0
    wraps = false
    switch bytes[end] {
    case UInt8(ascii: "A"): row = max(0, row - max(1, number))
    case UInt8(ascii: "C"): column = min(columns - 1, column + max(1, number))
    case UInt8(ascii: "H") where parameters.isEmpty: (row, column) = (0, 0)
    case UInt8(ascii: "K") where number == 0: cells[row] = Array(cells[row].prefix(column))
    case UInt8(ascii: "J") where number == 0:
      cells[row] = Array(cells[row].prefix(column))
      for below in (row + 1)..<max(row + 1, height) { cells[below] = [] }
    case UInt8(ascii: "J") where number == 2: cells = Array(repeating: [], count: height)
    case UInt8(ascii: "m"), UInt8(ascii: "h"), UInt8(ascii: "l"): break
    default: unknown.append("[\(parameters)\(Character(Unicode.Scalar(bytes[end])))")
    }
    return end - bytes.startIndex + 1
  }
}
