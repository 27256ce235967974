/// A rectangle of cells as formulas and charts name it (ODF 1.3 part 3, 19.3 cellAddress and cellRangeAddress).
struct CellRange: Hashable {
  /// The name of the table; nil for the one the reference stands in.
  var table: String?
  /// Columns and rows, counted from 1.
  var columns: ClosedRange<Int>
  var rows: ClosedRange<Int>

  /// One cell.
  init(table: String?, column: Int, row: Int) {
    (self.table, columns, rows) = (table, column...column, row...row)
  }

  init(table: String?, columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    (self.table, self.columns, self.rows) = (table, columns, rows)
  }

  /// Reads `'Teil 2'.$B$5:.$B$9`, `Teil2.B5:Teil2.B9` or `.B5`; nil for anything else.
  init?(_ text: String) {
    var rest = text[...]
    guard let first = Self.cell(&rest) else { return nil }
    guard !rest.isEmpty else {
      self.init(table: first.table, column: first.column, row: first.row)
      return
    }
    guard rest.removeFirst() == ":", let last = Self.cell(&rest), rest.isEmpty,
      last.table == nil || last.table == first.table, last.column >= first.column, last.row >= first.row
    else { return nil }
    self.init(table: first.table, columns: first.column...last.column, rows: first.row...last.row)
  }

  private static func cell(_ rest: inout Substring) -> (table: String?, column: Int, row: Int)? {
    let table = tableName(&rest)
    if rest.first == "$" { rest.removeFirst() }
    let letters = rest.prefix { $0.isASCII && $0.isLetter }
    rest = rest.dropFirst(letters.count)
    if rest.first == "$" { rest.removeFirst() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    guard (1...3).contains(letters.count), digits.count <= 7, let row = Int(digits), row > 0 else { return nil }
    let column = letters.uppercased().utf8.reduce(0) { $0 * 26 + Int($1 - 0x40) }
    return (table, column, row)
  }

  /// The name in front of a point, possibly in quotes.
  private static func tableName(_ rest: inout Substring) -> String? {
    var start = rest
    if start.first == "$" { start.removeFirst() }
    if start.first == "'" {
      start.removeFirst()
      var name = ""
      while let character = start.popFirst() {
        guard character == "'" else {
          name.append(character)
          continue
        }
        guard start.first == "'" else { break }
        name.append(start.removeFirst())
      }
      guard start.first == "." else { return nil }
      rest = start.dropFirst()
      return name
    }
    // A point can only stand behind a name: addresses of cells have none.
    guard let point = start.firstIndex(of: "."), !start[..<point].contains(":") else { return nil }
    let name = String(start[..<point])
    rest = start[start.index(after: point)...]
    return name.isEmpty ? nil : name
  }

  /// The range with absolute addresses, as charts have it: `'Teil 2'.$B$5:.$B$9`.
  var absolute: String {
    let first = "\(Self.quoted(table)).$\(Self.letters(columns.lowerBound))$\(rows.lowerBound)"
    guard !isCell else { return first }
    return first + ":.$\(Self.letters(columns.upperBound))$\(rows.upperBound)"
  }

  /// The range inside the square brackets of a formula; without the table where that is the formula's own.
  func relative(in own: String) -> String {
    let table = self.table == nil || self.table == own ? "" : "$" + Self.quoted(self.table)
    let first = "\(table).\(Self.letters(columns.lowerBound))\(rows.lowerBound)"
    return isCell ? first : first + ":.\(Self.letters(columns.upperBound))\(rows.upperBound)"
  }

  var isCell: Bool { columns.count == 1 && rows.count == 1 }

  private static func quoted(_ name: String?) -> String {
    guard let name else { return "" }
    let isPlain = !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
    return isPlain ? name : "'" + name.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
  }

  /// The letters of a column: A, …, Z, AA.
  static func letters(_ column: Int) -> String {
    var rest = column
    var result = ""
    while rest > 0 {
      let digit = UInt8((rest - 1) % 26)
      result = String(Unicode.Scalar(0x41 + digit)) + result
      rest = (rest - 1) / 26
    }
    return result
  }
}
