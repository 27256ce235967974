/// Says where something stands in words that people in an office use.
enum TemplatePlace {
  /// The place of a node, such as „Text, Absatz 5“ or „Kopfzeile (Erste), Tabelle ›Kopf1‹, Zeile 3, Spalte 2“.
  static func describe(_ node: TreeNode) -> String {
    var parts: [String] = []
    let path = [node] + node.ancestors
    for (depth, element) in path.enumerated() {
      switch element.name {
      case "text:p", "text:h":
        if let number = paragraph(element, in: path[depth...]) { parts.append("Absatz \(number)") }
      case "table:table-cell", "table:covered-table-cell": parts.append("Spalte \(column(of: element))")
      case "table:table-row": parts.append("Zeile \(row(of: element, in: path[depth...]))")
      case "table:table": parts.append("Tabelle \(name(element["table:name"]))")
      case "draw:frame", "draw:custom-shape", "draw:rect":
        parts.append("Rahmen \(name(element["draw:name"]))")
      case "svg:title", "svg:desc", "table:title", "table:desc": parts.append("Alternativtext")
      case "text:note":
        let kind = element["text:note-class"] == "endnote" ? "Endnote" : "Fußnote"
        parts.append("\(kind) \(element.child("text:note-citation")?.content ?? "")".trimmed)
      case "office:text", "office:spreadsheet":
        // A table's name says enough.
        if parts.last?.hasPrefix("Tabelle") != true { parts.append("Text") }
      case "office:meta": parts.append("Metadaten")
      default:
        if let story = marginal(element) ?? metadata(element) { parts.append(story) }
      }
    }
    return parts.reversed().joined(separator: ", ")
  }

  private static let islands: Set<String> = [
    "table:table-cell", "table:covered-table-cell", "draw:text-box", "text:note-body", "office:text",
    "office:spreadsheet",
    "style:header", "style:footer", "style:header-left", "style:footer-left", "style:header-first",
    "style:footer-first",
  ]

  /// The number of a paragraph in its cell, frame or text; nil when a cell has no other.
  private static func paragraph(_ paragraph: TreeNode, in path: ArraySlice<TreeNode>) -> Int? {
    guard let container = path.first(where: { islands.contains($0.name) }) else { return nil }
    var count = 0
    var number = 0
    for child in container.children {
      child.visit { node in
        guard node.isElement else { return true }
        if node.name == "text:p" || node.name == "text:h" {
          count += 1
          if node === paragraph { number = count }
          return false
        }
        return !islands.contains(node.name) && node.name != "table:table"
      }
    }
    return container.name == "table:table-cell" && count == 1 ? nil : number
  }

  private static func column(of cell: TreeNode) -> Int {
    var column = 1
    for sibling in cell.parent?.children ?? [] {
      if sibling === cell { break }
      guard sibling.isElement else { continue }
      column += repeats(sibling["table:number-columns-repeated"])
    }
    return column
  }

  private static func row(of row: TreeNode, in path: ArraySlice<TreeNode>) -> Int {
    var count = 1
    var result = 1
    path.first { $0.name == "table:table" }?.visit { node in
      if node === row { result = count }
      guard node.isElement, node.name == "table:table-row" else { return true }
      count += repeats(node["table:number-rows-repeated"])
      return false
    }
    return result
  }

  /// A repeat count, bounded because anything may stand there.
  private static func repeats(_ text: String?) -> Int {
    min(max(text.flatMap { Int($0) } ?? 1, 1), 100_000)
  }

  private static func name(_ name: String?) -> String {
    guard let name, !name.isEmpty else { return "ohne Namen" }
    return "›\(name)‹"
  }

  private static let marginals = [
    "style:header": "Kopfzeile", "style:header-left": "Kopfzeile links",
    "style:header-first": "Kopfzeile der ersten Seite", "style:footer": "Fußzeile",
    "style:footer-left": "Fußzeile links", "style:footer-first": "Fußzeile der ersten Seite",
  ]

  private static func marginal(_ element: TreeNode) -> String? {
    guard let kind = marginals[element.name] else { return nil }
    let master = element.parent
    let name = master?["style:display-name"] ?? StyleName.decoded(master?["style:name"] ?? "")
    return name.isEmpty ? kind : "\(kind) (\(name))"
  }

  private static func metadata(_ element: TreeNode) -> String? {
    switch element.name {
    case "dc:title": "Titel"
    case "dc:subject": "Thema"
    case "dc:description": "Kommentar"
    case "meta:keyword": "Schlüsselwort"
    case "meta:user-defined": "Feld \(name(element["meta:name"]))"
    default: nil
    }
  }
}

/// Style names as LibreOffice writes them.
enum StyleName {
  /// The name with `_2e_` and the like turned back into characters.
  static func decoded(_ name: String) -> String {
    let parts = name.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count > 2 else { return name }
    var result = String(parts[0])
    var index = 1
    while index < parts.count {
      if index + 1 < parts.count, (2...6).contains(parts[index].count),
        let code = UInt32(parts[index], radix: 16), let scalar = Unicode.Scalar(code)
      {
        result.unicodeScalars.append(scalar)
        result += parts[index + 1]
        index += 2
      } else {
        result += "_" + parts[index]
        index += 1
      }
    }
    return result
  }
}
