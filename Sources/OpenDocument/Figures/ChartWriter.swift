internal import XMLTree

/// Gives charts the figures of the cells they refer to.
///
/// A template's chart names cells of the template: rows that were repeated have become more. Its own table of data is
/// written anew from the finished cells, so that a program that only draws shows what stands in the table.
struct ChartWriter {
  private let grid: TableGrid
  private let figures: [XMLNode: TemplateFigure]
  /// Whether charts stay bound to the cells; a text document's charts have their own data only.
  private let staysBound: Bool

  init(_ grid: TableGrid, figures: [XMLNode: TemplateFigure], staysBound: Bool) {
    self.grid = grid
    self.figures = figures
    self.staysBound = staysBound
  }

  /// Fills one chart, the element around its plot area.
  func fill(_ chart: XMLNode) {
    guard let plot = chart.element("plot-area", in: ODF.chart) else { return }
    let series = plot.elements.filter { $0.isElement("series", in: ODF.chart) }
    var categories: XMLNode?
    plot.visit { if $0.isElement("categories", in: ODF.chart) { categories = $0 } }
    let labels = categories.map { texts(bind($0, "cell-range-address", ODF.table)) } ?? []
    let columns = series.map { node in
      Column(
        label: texts(bind(node, "label-cell-address", ODF.chart)).first ?? "",
        values: numbers(bind(node, "values-cell-range-address", ODF.chart)))
    }
    let count = columns.map(\.values.count).max() ?? 0
    if staysBound {
      bindArea(plot, categories, series)
    } else {
      refer(categories, "cell-range-address", ODF.table, Self.own(column: 1, rows: 2...(count + 1)))
      for (index, node) in series.enumerated() {
        refer(node, "values-cell-range-address", ODF.chart, Self.own(column: index + 2, rows: 2...(count + 1)))
        refer(node, "label-cell-address", ODF.chart, Self.own(column: index + 2, rows: 1...1))
      }
      let area = CellRange(table: Self.ownTable, columns: 1...(columns.count + 1), rows: 1...(count + 1))
      refer(plot, "cell-range-address", ODF.table, area)
    }
    writeTable(in: chart, labels, columns, count)
  }

  private struct Column {
    let label: String
    let values: [String?]
  }

  private static let ownTable = "local-table"

  private static func own(column: Int, rows: ClosedRange<Int>) -> CellRange {
    CellRange(table: ownTable, columns: column...column, rows: rows)
  }

  // MARK: - References

  /// The finished range that an attribute refers to.
  private func bind(_ node: XMLNode, _ name: String, _ namespace: String) -> CellRange? {
    node.attribute(name, in: namespace).flatMap { CellRange($0) }.flatMap { grid.made($0) }
  }

  private func refer(_ node: XMLNode?, _ name: String, _ namespace: String, _ range: CellRange) {
    guard let node, node.attribute(name, in: namespace) != nil else { return }
    node.setAttribute(name, in: namespace, to: range.absolute)
  }

  private func bindArea(_ plot: XMLNode, _ categories: XMLNode?, _ series: [XMLNode]) {
    var targets: [(XMLNode, String, String)] = [(plot, "cell-range-address", ODF.table)]
    if let categories { targets.append((categories, "cell-range-address", ODF.table)) }
    for node in series {
      targets += [(node, "values-cell-range-address", ODF.chart), (node, "label-cell-address", ODF.chart)]
    }
    for (node, name, namespace) in targets {
      guard let written = node.attribute(name, in: namespace) else { continue }
      node.setAttribute(name, in: namespace, to: finished(written))
    }
  }

  /// Ranges separated by blanks, each as it is in the finished document.
  func finished(_ ranges: String) -> String {
    ranges.split(separator: " ").map { text in
      CellRange(String(text)).flatMap { grid.made($0) }?.absolute ?? String(text)
    }.joined(separator: " ")
  }

  // MARK: - Data

  private func texts(_ range: CellRange?) -> [String] {
    range.map { grid.cells(in: $0).map { $0?.text ?? "" } } ?? []
  }

  private func numbers(_ range: CellRange?) -> [String?] {
    range.map { grid.cells(in: $0).map { $0.flatMap { figures[$0]?.number } } } ?? []
  }

  private func writeTable(in chart: XMLNode, _ labels: [String], _ columns: [Column], _ count: Int) {
    for table in chart.elements where table.isElement("table", in: ODF.table) { table.remove() }
    let table = chart.append("table", in: ODF.table)
    table.setAttribute("name", in: ODF.table, to: Self.ownTable)
    table.append("table-header-columns", in: ODF.table).append("table-column", in: ODF.table)
    let own = table.append("table-columns", in: ODF.table).append("table-column", in: ODF.table)
    own.setAttribute("number-columns-repeated", in: ODF.table, to: String(max(1, columns.count)))
    let head = table.append("table-header-rows", in: ODF.table).append("table-row", in: ODF.table)
    for label in [""] + columns.map(\.label) { Self.text(label, in: head) }
    let rows = table.append("table-rows", in: ODF.table)
    for index in 0..<count {
      let row = rows.append("table-row", in: ODF.table)
      Self.text(labels.indices.contains(index) ? labels[index] : String(index + 1), in: row)
      for column in columns { Self.number(column.values.indices.contains(index) ? column.values[index] : nil, in: row) }
    }
  }

  private static func text(_ text: String, in row: XMLNode) {
    let cell = row.append("table-cell", in: ODF.table)
    cell.setAttribute("value-type", in: ODF.office, to: "string")
    cell.append("p", in: ODF.text, text: text)
  }

  /// A number; one that is not known is none, and drawn as nothing.
  private static func number(_ number: String?, in row: XMLNode) {
    let cell = row.append("table-cell", in: ODF.table)
    cell.setAttribute("value-type", in: ODF.office, to: "float")
    cell.setAttribute("value", in: ODF.office, to: number ?? "NaN")
    cell.append("p", in: ODF.text, text: number ?? "NaN")
  }
}
