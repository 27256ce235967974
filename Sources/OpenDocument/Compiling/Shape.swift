/// Questions about the shape of a finished tree.
enum Shape {
  /// Whether a paragraph's own text depends on data.
  static func hasMarks(_ node: TreeNode) -> Bool {
    node.children.contains { child in
      switch child.kind {
      case .mark, .block, .glyph: true
      case .element: MarkFinder.isInline(child) && hasMarks(child)
      case .text, .boundary, .fragment: false
      }
    }
  }

  /// The mark that stands alone in a paragraph, and the paragraph and spans around it, the outermost first.
  static func lonelyMark(in paragraph: TreeNode) -> (wrappers: [TreeNode], mark: FoundMark)? {
    var wrappers = [paragraph]
    var node = paragraph
    while node.children.count == 1 {
      let child = node.children[0]
      switch child.kind {
      case .mark(let mark): return (wrappers, mark)
      case .element where child.name == "text:span":
        wrappers.append(child)
        node = child
      case .element, .text, .boundary, .block, .fragment, .glyph: return nil
      }
    }
    return nil
  }

  static func isBlock(_ node: TreeNode) -> Bool {
    if case .block = node.kind { true } else { false }
  }

  /// Whether the element consists of blocks only and must go when they print nothing.
  static func mayBeEmpty(_ node: TreeNode) -> Bool {
    switch node.name {
    case "text:list", "text:list-item", "text:list-header", "table:table-rows", "table:table-header-rows",
      "table:table-row-group":
      return !node.children.isEmpty && node.children.allSatisfy { isBlock($0) || mayBeEmpty($0) }
    case "table:table":
      let rows = node.children.filter { isBlock($0) || rowNames.contains($0.name) }
      return !rows.isEmpty && rows.allSatisfy { isBlock($0) || mayBeEmpty($0) }
    default: return false
    }
  }

  private static let rowNames: Set<String> = [
    "table:table-row", "table:table-rows", "table:table-header-rows", "table:table-row-group",
  ]

  private static let paragraphHolders: Set<String> = [
    "table:table-cell", "draw:text-box", "text:note-body", "style:header", "style:footer",
    "style:header-first", "style:footer-first", "style:header-left", "style:footer-left",
  ]

  /// Whether the element needs a paragraph and has only blocks, which may print nothing.
  static func needsParagraph(_ node: TreeNode) -> Bool {
    paragraphHolders.contains(node.name) && !node.children.isEmpty
      && node.children.allSatisfy { isBlock($0) || mayBeEmpty($0) }
  }

  static func firstParagraphStyle(in node: TreeNode) -> String? {
    var style: String?
    node.visit { child in
      if style == nil, child.name == "text:p" { style = child["text:style-name"] }
      return style == nil
    }
    return style
  }
}
