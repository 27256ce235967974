internal import XMLTree

/// Gives the cells of a spreadsheet their types: numbers and days that can be reckoned with, and formulas for sums.
///
/// A formula stands only where all its parts are cells of the same document, so a program that reckons anew comes to
/// the result that is written beside it.
struct FigureWriter {
  private let grid: TableGrid
  /// The figure in each cell that holds nothing else.
  private(set) var figures: [XMLNode: TemplateFigure] = [:]
  private var addresses: [XMLNode: CellRange] = [:]

  /// Finds the figures in a body; `nodes` are the data that were printed, by the number in their traces.
  init(_ grid: TableGrid, nodes: [XMLNode], figure: (XMLNode) -> TemplateFigure?) {
    self.grid = grid
    for table in grid.tables {
      for (row, cells) in table.rows {
        for cell in cells {
          guard let node = Self.printed(in: cell.node).flatMap({ nodes.indices.contains($0) ? nodes[$0] : nil }),
            let found = figure(node)
          else { continue }
          figures[cell.node] = found
          // A figure that is printed twice has its address where it stands first.
          let address = CellRange(table: table.name, column: cell.column, row: row)
          if let known = addresses[node], known.rows.lowerBound <= row { continue }
          addresses[node] = address
        }
      }
    }
  }

  /// The number of the one value that a cell consists of.
  private static func printed(in cell: XMLNode) -> Int? {
    var traces: [XMLNode] = []
    cell.visit { if $0.isElement(Trace.element, in: Trace.namespace) { traces.append($0) } }
    guard traces.count == 1, traces[0].text == cell.text else { return nil }
    return traces[0].attribute(Trace.figure).flatMap { Int($0) }
  }

  /// Writes type, value and formula of every cell of the sheets.
  func typeCells() {
    for table in grid.tables {
      for cell in table.rows.values.joined() where !cell.node.elements.isEmpty {
        let node = cell.node
        guard let figure = figures[node] else {
          node.setAttribute("value-type", in: ODF.office, to: "string")
          continue
        }
        if let formula = formula(of: figure, in: table.name) {
          node.setAttribute("formula", in: ODF.table, to: formula)
        }
        switch figure.value {
        case .number(let number):
          node.setAttribute("value-type", in: ODF.office, to: "float")
          node.setAttribute("value", in: ODF.office, to: number)
        case .day(let day):
          node.setAttribute("value-type", in: ODF.office, to: "date")
          node.setAttribute("date-value", in: ODF.office, to: day)
        }
      }
    }
  }

  /// `of:=SUM([.B5:.B12])` or `of:=[.B5]+[.B6]-[.B8]`; nil when a part is not in the document.
  private func formula(of figure: TemplateFigure, in table: String) -> String? {
    guard !figure.parts.isEmpty else { return nil }
    var added: [CellRange] = []
    var subtracted: [CellRange] = []
    for part in figure.parts {
      guard let address = addresses[part.node] else { return nil }
      if part.isSubtracted { subtracted.append(address) } else { added.append(address) }
    }
    guard subtracted.isEmpty, added.count > 1 else {
      let terms = added.map { "+[\($0.relative(in: table))]" } + subtracted.map { "-[\($0.relative(in: table))]" }
      return "of:=" + terms.joined().drop { $0 == "+" }
    }
    return "of:=SUM(" + Self.runs(added).map { "[\($0.relative(in: table))]" }.joined(separator: ";") + ")"
  }

  /// Cells that lie side by side, joined to ranges: first along their row, then such rows one below the other.
  private static func runs(_ cells: [CellRange]) -> [CellRange] {
    let alongRows = joined(cells) { last, next in
      guard last.rows == next.rows, last.columns.upperBound + 1 == next.columns.lowerBound else { return nil }
      return (last.columns.lowerBound...next.columns.upperBound, last.rows)
    }
    return joined(alongRows) { last, next in
      guard last.columns == next.columns, last.rows.upperBound + 1 == next.rows.lowerBound else { return nil }
      return (last.columns, last.rows.lowerBound...next.rows.upperBound)
    }
  }

  private static func joined(
    _ ranges: [CellRange], _ join: (CellRange, CellRange) -> (ClosedRange<Int>, ClosedRange<Int>)?
  ) -> [CellRange] {
    var result: [CellRange] = []
    for range in ranges {
      guard let last = result.last, last.table == range.table, let (columns, rows) = join(last, range) else {
        result.append(range)
        continue
      }
      result[result.count - 1] = CellRange(table: range.table, columns: columns, rows: rows)
    }
    return result
  }
}
