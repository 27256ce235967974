/// Texts and tables.
extension StructureCheck {
  static func whiteSpace(_ paper: PaperParts) -> [String] {
    paper.parts.flatMap { part in
      part.root.all("text:p", "text:h").compactMap { paragraph in
        let text = plain(paragraph)
        let isKept =
          !text.utf8.contains { [9, 10, 13].contains($0) } && !text.contains("  ")
          && text.first != " " && text.last != " "
        return isKept ? nil : "\(part.name): ›\(text.prefix(60))‹"
      }
    }
  }

  /// The characters of a paragraph; what is no character, such as a tab or a box, counts as one.
  ///
  /// The white space of an input field counts as one blank: it can hold no `text:s`, and LibreOffice keeps its blanks,
  /// tabs and line ends as they are.
  private static func plain(_ element: Element) -> String {
    element.children.map { child in
      switch child {
      case .text(let text): text
      case .element(let inner):
        switch inner.name {
        case "text:text-input": inner.text.replacing(#/\s+/#, with: " ")
        case "text:span", "text:a", "text:placeholder": plain(inner)
        default: "\u{FFFC}"
        }
      }
    }
    .joined()
  }

  static func strayText(_ paper: PaperParts) -> [String] {
    let holders = [
      "office:body", "office:text", "office:spreadsheet", "table:table", "table:table-row", "table:table-cell",
      "table:table-header-rows", "text:section", "text:list", "text:list-item", "draw:text-box", "draw:frame",
      "style:header", "style:footer", "office:forms", "form:form",
    ]
    return paper.parts.flatMap { part in
      part.root.all.filter { holders.contains($0.name) }.flatMap { holder in
        holder.children.compactMap { child in
          guard case .text(let text) = child, !text.allSatisfy(\.isWhitespace) else { return nil }
          return "\(part.name): \(holder.name) holds ›\(text.prefix(40))‹"
        }
      }
    }
  }

  static func marks(_ paper: PaperParts) -> [String] {
    paper.parts.flatMap { part in
      let left = part.root.all("text:placeholder").map { "\(part.name): a mark ›\($0.text)‹" }
      // Most texts hold none of these signs, and a pattern takes its time.
      let texts = part.root.all("text:p", "text:h").map(\.text)
        .filter {
          $0.utf8.contains {
            $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "<") || $0 == 0xEF
          }
        }
      return left
        + texts.filter { $0.contains(/\{\{|\}\}|<wenn |<jede |<ende>/) }.map { "\(part.name): ›\($0.prefix(60))‹" }
        + texts.filter { $0.contains("\u{FFFD}") }.map { "\(part.name): a character was lost in ›\($0.prefix(60))‹" }
    }
  }

  static func tables(_ paper: PaperParts) -> [String] {
    paper.parts.flatMap { part in
      part.root.all("table:table").flatMap { table in
        let width = own("table:table-column", of: table).map { count($0, "table:number-columns-repeated") }.reduce(0, +)
        let rows = rows(of: table)
        let name = "\(part.name): \(table["table:name"] ?? "a table")"
        if width == 0 || rows.isEmpty { return ["\(name) has \(width) columns and \(rows.count) rows"] }
        return rows.enumerated().compactMap { number, row in
          let cells = row.elements.filter { ["table:table-cell", "table:covered-table-cell"].contains($0.name) }
          let own = cells.map { count($0, "table:number-columns-repeated") }.reduce(0, +)
          return own == width ? nil : "\(name): row \(number + 1) has \(own) cells of \(width)"
        } + spans(rows).map { "\(name): \($0)" }
      }
    }
  }

  /// Cells that reach over others, where what they reach over is not covered.
  private static func spans(_ rows: [Element]) -> [String] {
    var covered: Set<[Int]> = []
    var claimed: Set<[Int]> = []
    for (y, row) in rows.enumerated() {
      var x = 0
      for cell in row.elements {
        let repeats = count(cell, "table:number-columns-repeated")
        if cell.name == "table:covered-table-cell" { for place in x..<x + repeats { covered.insert([y, place]) } }
        let (width, height) = (count(cell, "table:number-columns-spanned"), count(cell, "table:number-rows-spanned"))
        for line in y..<y + height {
          for place in x..<x + width where [line, place] != [y, x] { claimed.insert([line, place]) }
        }
        x += repeats
      }
    }
    return covered == claimed ? [] : ["merged cells do not cover what they reach over"]
  }

  /// The rows of a table without those of tables in it.
  static func rows(of table: Element) -> [Element] { own("table:table-row", of: table) }

  private static func own(_ name: String, of table: Element) -> [Element] {
    table.elements.flatMap { child in
      if child.name == name { return [child] }
      let isGroup = ["header-rows", "row-group", "rows", "header-columns", "column-group", "columns"]
      return isGroup.contains { child.name == "table:table-\($0)" } ? own(name, of: child) : []
    }
  }

  static func count(_ element: Element, _ attribute: String) -> Int { element[attribute].flatMap(Int.init) ?? 1 }
}
