internal import XMLTree

/// Writes out what a declaration says once for every code of a list.
///
/// `<rows list="zugangsweg" as="weg">` stands for its content once for each code, with `${weg}` replaced by the
/// code's id, `${weg/label}` and `${weg/short}` by its labels, and any other `${weg/name}` by that property.
struct RowExpansion {
  private let lists: [String: CodeList]
  private(set) var mistakes: [AuthorMistake] = []
  private let file: String
  private let sources: LayerSources

  init(lists: [String: CodeList], file: String, sources: LayerSources) {
    self.lists = lists
    self.file = file
    self.sources = sources
  }

  /// Writes out everything below a node.
  mutating func expand(_ node: XMLNode) {
    guard node.elements.contains(where: { $0.name == "rows" }) else {
      for child in node.elements { expand(child) }
      return
    }
    // New children are added at the end: all go there, in order.
    for child in node.elements {
      if child.name == "rows" {
        addRows(child, to: node)
      } else if let copy = LayerSources.copy(child, into: node) {
        expand(copy)
      }
      child.remove()
    }
  }

  private mutating func addRows(_ rows: XMLNode, to parent: XMLNode) {
    let name = rows.attribute("list") ?? ""
    guard let list = lists[name] else {
      mistakes.append(
        AuthorMistake(
          code: "FORM-LISTE", place: sources.place(of: rows, in: file),
          message: "Die Codeliste ›\(name)‹ gibt es nicht." + Nearest.question(name, among: lists.keys.sorted())))
      return
    }
    let variable = rows.attribute("as") ?? ""
    let without = Set((rows.attribute("without") ?? "").split(separator: " ").map(String.init))
    for id in without.sorted() where list.code(id) == nil {
      mistakes.append(
        AuthorMistake(
          code: "FORM-LISTE", place: sources.place(of: rows, in: file),
          message: "Die Angabe ›\(id)‹ gibt es in der Liste ›\(name)‹ nicht."
            + Nearest.question(id, among: list.codes.map(\.id))))
    }
    for code in list.codes where !without.contains(code.id) {
      for child in rows.elements {
        guard let copy = LayerSources.copy(child, into: parent) else { continue }
        copy.visit { Self.replace(variable, by: code, in: $0) }
        if copy.name == "rows" {
          addRows(copy, to: parent)
          copy.remove()
        } else {
          expand(copy)
        }
      }
    }
  }

  private static func replace(_ variable: String, by code: CodeList.Code, in node: XMLNode) {
    for attribute in node.attributes where attribute.value.contains("${") {
      node.setAttribute(attribute.name, to: filled(attribute.value, variable, code))
    }
    for child in node.nodes where child.kind == .text && child.text.contains("${") {
      child.setText(filled(child.text, variable, code))
    }
  }

  private static func filled(_ text: String, _ variable: String, _ code: CodeList.Code) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "${"), let close = rest[open.upperBound...].firstIndex(of: "}") {
      result += rest[..<open.lowerBound]
      let parts = rest[open.upperBound..<close].split(separator: "/", maxSplits: 1)
      if parts.first.map(String.init) == variable {
        result += value(parts.count > 1 ? String(parts[1]) : "id", of: code)
      } else {
        // It belongs to rows around or inside these.
        result += rest[open.lowerBound...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func value(_ name: String, of code: CodeList.Code) -> String {
    switch name {
    case "id": code.id
    case "label": code.label
    case "short": code.short
    default: code.properties[name] ?? ""
    }
  }
}
