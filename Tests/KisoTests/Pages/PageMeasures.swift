import XMLTree

/// The measures of a flat document's page, by its styles, in millimetres.
struct PageMeasures {
  private let document: XMLDocument
  private var styles: [String: XMLNode] = [:]

  private static let style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  private static let format = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
  private static let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  private static let table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"

  init(_ flat: [UInt8]) throws {
    document = try XMLDocument(parsing: flat)
    var found: [String: XMLNode] = [:]
    document.root.visit { node in
      if node.isElement("style", in: Self.style), let name = node.attribute("name", in: Self.style) {
        found[name] = node
      }
    }
    styles = found
  }

  /// A cell that says something or is to be written into.
  struct Cell {
    let node: XMLNode
    /// The room between its paddings.
    let width: Double
    /// The least height of its row.
    let rowHeight: Double
    let isInHead: Bool
    let style: String?
    var paragraphs: [XMLNode] { node.elements.filter { $0.name == "p" || $0.name == "h" } }
  }

  /// The cells of all tables of the body, those of the side column left out.
  var cells: [Cell] {
    var result: [Cell] = []
    for table in all("table", in: Self.table) {
      var columns: [Double] = []
      for column in below(table, "table-column") {
        let count = Int(column.attribute("number-columns-repeated", in: Self.table) ?? "1") ?? 1
        let width = property("column-width", Self.style, of: column.attribute("style-name", in: Self.table)) ?? 0
        columns += Array(repeating: width, count: count)
      }
      for row in below(table, "table-row") {
        let height = property("min-row-height", Self.style, of: row.attribute("style-name", in: Self.table)) ?? 0
        var place = 0
        for cell in row.elements where cell.isElement("table-cell", in: Self.table) || cell.name == "covered-table-cell"
        {
          defer { place += 1 }
          guard cell.name == "table-cell", place > 0 else { continue }
          let count = Int(cell.attribute("number-columns-spanned", in: Self.table) ?? "1") ?? 1
          let style = cell.attribute("style-name", in: Self.table)
          let padding = ["padding-left", "padding-right"].compactMap { property($0, Self.format, of: style) }
          let width = columns[min(place, columns.count)..<min(place + count, columns.count)].reduce(0, +)
          result.append(
            Cell(
              node: cell, width: width - padding.reduce(0, +), rowHeight: height,
              isInHead: row.parent?.name == "table-header-rows", style: style))
        }
      }
    }
    return result
  }

  /// The paragraphs of the body whose style's name begins with a word, with the room they have between their margins.
  func lines(_ start: String) -> [(style: String, width: Double)] {
    let inCells = cells.flatMap { cell in cell.paragraphs.map { ($0, cell.width) } }
    // The text of a letter is 165 mm wide (DIN 5008: 25 mm left, 20 mm right).
    let others = all("p", in: Self.text).filter { $0.parent?.name == "text" }.map { ($0, 165.0) }
    return (inCells + others).compactMap { paragraph, width in
      guard let name = paragraph.attribute("style-name", in: Self.text), name.hasPrefix(start) else { return nil }
      let margins = ["margin-left", "margin-right"].compactMap { property($0, Self.format, of: name) }
      return (name, width - margins.reduce(0, +))
    }
  }

  /// The sizes of all boxes to tick, in points.
  var boxes: [Double] {
    all("span", in: Self.text).filter { $0.text == "☐" }.map {
      property("font-size", Self.format, of: $0.attribute("style-name", in: Self.text)) ?? 0
    }
  }

  private func all(_ name: String, in namespace: String) -> [XMLNode] {
    var found: [XMLNode] = []
    guard let body = document.root.elements.first(where: { $0.name == "body" }) else { return [] }
    body.visit { if $0.isElement(name, in: namespace) { found.append($0) } }
    return found
  }

  private func below(_ table: XMLNode, _ name: String) -> [XMLNode] {
    table.elements.flatMap { $0.name == "table-header-rows" ? $0.elements : [$0] }.filter { $0.name == name }
  }

  /// A length of a style or of those it comes from, without its unit.
  private func property(_ name: String, _ namespace: String, of style: String?) -> Double? {
    guard let style, let node = styles[style] else { return nil }
    for properties in node.elements where properties.name.hasSuffix("-properties") {
      if let value = properties.attribute(name, in: namespace) {
        return Double(value.prefix { "0123456789.-".contains($0) })
      }
    }
    return property(name, namespace, of: node.attribute("parent-style-name", in: Self.style))
  }
}
