internal import XMLTree

/// The tables of a finished body with the address of every cell, and where the rows of the template have gone.
struct TableGrid {
  /// A cell that is there once.
  struct Cell {
    let node: XMLNode
    let column: Int
  }

  struct Table {
    let name: String
    /// The cells of each row by its number, counted from 1.
    var rows: [Int: [Cell]] = [:]
    /// The rows that were made of each row of the template.
    var made: [Int: ClosedRange<Int>] = [:]
  }

  private(set) var tables: [Table] = []

  init(_ body: XMLNode) {
    walk(body)
  }

  /// Tables in tables come behind the one they stand in.
  private mutating func walk(_ node: XMLNode) {
    for child in node.elements {
      if child.isElement("object", in: ODF.draw) { continue }
      if child.isElement("table", in: ODF.table) { tables.append(Self.table(child)) }
      walk(child)
    }
  }

  private static func table(_ node: XMLNode) -> Table {
    var table = Table(name: node.attribute("name", in: ODF.table) ?? "")
    var row = 1
    func collect(_ parent: XMLNode) {
      for child in parent.elements where child.isIn(ODF.table) {
        guard child.name == "table-row" else {
          if ["table-header-rows", "table-rows", "table-row-group"].contains(child.name) { collect(child) }
          continue
        }
        let count = times("number-rows-repeated", child)
        if let origin = child.attribute(Trace.row, in: Trace.namespace).flatMap({ Int($0) }) {
          let first = table.made[origin]?.lowerBound ?? row
          table.made[origin] = first...(row + count - 1)
        }
        table.rows[row] = cells(child)
        row += count
      }
    }
    collect(node)
    return table
  }

  private static func cells(_ row: XMLNode) -> [Cell] {
    var column = 1
    var result: [Cell] = []
    for cell in row.elements where cell.isIn(ODF.table) && cell.name.hasSuffix("table-cell") {
      if cell.name == "table-cell" { result.append(Cell(node: cell, column: column)) }
      column += times("number-columns-repeated", cell)
    }
    return result
  }

  /// A repeat count; anything may stand there.
  private static func times(_ name: String, _ node: XMLNode) -> Int {
    let count = node.attribute(name, in: ODF.table).flatMap { Int($0) } ?? 1
    return min(max(count, 1), 1 << 20)
  }

  /// The range that a range of the template has become; nil when none of its rows was written.
  func made(_ range: CellRange) -> CellRange? {
    guard let table = table(of: range) else { return nil }
    let rows = range.rows.compactMap { table.made[$0] }
    guard let first = rows.map(\.lowerBound).min(), let last = rows.map(\.upperBound).max() else { return nil }
    return CellRange(table: table.name, columns: range.columns, rows: first...last)
  }

  /// The cells of a finished range, row by row; nil where there is none.
  func cells(in range: CellRange) -> [XMLNode?] {
    guard let table = table(of: range) else { return [] }
    return range.rows.flatMap { row in
      range.columns.map { column in table.rows[row]?.first { $0.column == column }?.node }
    }
  }

  private func table(of range: CellRange) -> Table? {
    range.table.map { name in tables.first { $0.name == name } } ?? tables.first
  }
}
