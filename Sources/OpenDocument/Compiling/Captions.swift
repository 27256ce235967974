/// Finds the fixed texts that stand above values as their labels.
enum Captions {
  /// Notes at each value that is alone in its paragraph what the paragraph above it says.
  ///
  /// Words that the template takes from a declaration are no fixed text, so this comes before they are put in.
  static func note(in root: TreeNode) {
    root.visit { node in
      if case .mark(let mark) = node.kind, case .value = mark.text.role { mark.caption = caption(of: node) }
      return true
    }
  }

  private static func caption(of node: TreeNode) -> String? {
    guard let paragraph = node.parent, paragraph.name == "text:p", paragraph.children.count == 1,
      let index = paragraph.index, index > 0, let above = paragraph.parent?.children[index - 1], above.name == "text:p"
    else { return nil }
    var isFixed = true
    above.visit { node in
      switch node.kind {
      case .mark, .boundary, .block, .glyph: isFixed = false
      case .element, .text, .fragment: break
      }
      return isFixed
    }
    let text = above.content.trimmed
    return isFixed && !text.isEmpty ? text : nil
  }
}
