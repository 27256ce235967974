/// The height of rows in which somebody is to write by hand.
enum RowHeight {
  /// Makes each row of the body's tables that holds a value at least `height` millimetres high, and `label` more
  /// where another paragraph stands above the value in its cell.
  static func raise(_ root: TreeNode, to height: Double, label: Double) {
    guard let body = root.child("office:body") else { return }
    var rows: [(row: TreeNode, isLabelled: Bool)] = []
    body.visit { node in
      guard case .mark(let mark) = node.kind, case .value = mark.text.role,
        let row = node.ancestors.first(where: { $0.name == "table:table-row" }), !isForeign(node)
      else { return true }
      let isLabelled = hasLabel(node)
      if let index = rows.firstIndex(where: { $0.row === row }) {
        rows[index].isLabelled = rows[index].isLabelled || isLabelled
      } else {
        rows.append((row, isLabelled))
      }
      return true
    }
    var made: [String: String] = [:]
    for (row, isLabelled) in rows {
      let minimum = isLabelled ? height + label : height
      let name = row["table:style-name"] ?? ""
      let style = find(name, in: root)
      let properties = style?.child("style:table-row-properties")
      let heights = ["style:min-row-height", "style:row-height"].compactMap { properties?[$0] }
      if heights.compactMap({ Length.millimetres($0) }).contains(where: { $0 >= minimum }) { continue }
      let key = "\(name) \(isLabelled)"
      if let known = made[key] {
        row["table:style-name"] = known
        continue
      }
      let copy = style?.copy() ?? TreeNode(name: "style:style", attributes: [("style:family", "table-row")])
      let newName = unusedName(like: name.isEmpty ? "Zeile" : name, in: root)
      copy["style:name"] = newName
      copy["style:display-name"] = nil
      let copied = copy.child("style:table-row-properties") ?? TreeNode(name: "style:table-row-properties")
      if copied.parent == nil { copy.append(copied) }
      copied["style:row-height"] = nil
      copied["style:min-row-height"] = "\(Self.rounded(minimum))mm"
      automaticStyles(of: root).append(copy)
      made[key] = newName
      row["table:style-name"] = newName
    }
  }

  /// Whether a mark only says in the second language what stands there in German.
  private static func isForeign(_ mark: TreeNode) -> Bool {
    let paragraph = mark.ancestors.first { $0.name == "text:p" }
    return paragraph?["text:style-name"].map { StyleName.decoded($0).hasSuffix(SecondLanguage.suffix) } ?? false
  }

  /// Whether the paragraph of a mark is not the first of its cell.
  private static func hasLabel(_ mark: TreeNode) -> Bool {
    let way = [mark] + mark.ancestors
    guard let cell = way.firstIndex(where: { $0.name == "table:table-cell" }), cell > 0 else { return false }
    return way[cell].children.first { $0.name == "text:p" } !== way[cell - 1]
  }

  private static func find(_ name: String, in root: TreeNode) -> TreeNode? {
    for box in ["office:automatic-styles", "office:styles"] {
      let style = root.child(box)?.children.first {
        $0["style:name"] == name && $0["style:family"] == "table-row"
      }
      if let style { return style }
    }
    return nil
  }

  /// Without the noise that adding decimal fractions leaves.
  private static func rounded(_ length: Double) -> Double {
    (length * 100).rounded() / 100
  }

  private static func unusedName(like name: String, in root: TreeNode) -> String {
    var candidate = name + ".Hand"
    while find(candidate, in: root) != nil { candidate += "." }
    return candidate
  }

  private static func automaticStyles(of root: TreeNode) -> TreeNode {
    if let box = root.child("office:automatic-styles") { return box }
    let box = TreeNode(name: "office:automatic-styles")
    root.append(box)
    return box
  }
}

/// Lengths as ODF writes them.
enum Length {
  /// A length in millimetres, or nil when it is none.
  static func millimetres(_ text: String) -> Double? {
    let units: [(String, Double)] = [
      ("mm", 1), ("cm", 10), ("in", 25.4), ("pt", 25.4 / 72), ("pc", 25.4 / 6), ("px", 25.4 / 96),
    ]
    for (unit, factor) in units where text.hasSuffix(unit) {
      return Double(text.dropLast(unit.count)).map { $0 * factor }
    }
    return nil
  }
}
