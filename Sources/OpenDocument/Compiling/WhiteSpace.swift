/// White space as a reader sees it (ODF 1.3 part 3, 6.1.2), done once instead of in every document.
enum WhiteSpace {
  /// Drops white space between blocks and makes that inside paragraphs single blanks.
  static func normalise(_ root: TreeNode) {
    for child in root.children {
      if child.isText { continue }
      if isCarrier(child) { normaliseParagraph(child) } else { normalise(child) }
    }
    guard root.isElement || isFragment(root), holdsOnlyElements(root) else { return }
    root.children.removeAll { $0.isText && !$0.text.contains { !isSpace($0) } }
  }

  private static func isCarrier(_ node: TreeNode) -> Bool {
    node.name == "text:p" || node.name == "text:h" || MarkFinder.textOnly.contains(node.name)
  }

  private static func isFragment(_ node: TreeNode) -> Bool {
    if case .fragment = node.kind { true } else { false }
  }

  private static let mixed: Set<String> = [
    "number:text", "number:embedded-text", "office:binary-data", "text:index-entry-span",
    "text:note-continuation-notice-forward", "text:note-continuation-notice-backward",
    "text:linenumbering-separator",
  ]

  private static func holdsOnlyElements(_ node: TreeNode) -> Bool {
    !mixed.contains(node.name) && !node.name.hasPrefix("dc:") && !node.name.hasPrefix("meta:")
  }

  private static func normaliseParagraph(_ paragraph: TreeNode) {
    var isAfterSpace = true
    var lastText: TreeNode?
    collapse(paragraph, &isAfterSpace, &lastText)
    if let lastText, lastText.text.hasSuffix(" ") { lastText.text.removeLast() }
    removeEmpty(paragraph)
  }

  /// `lastText` is the paragraph's last text if nothing else follows it.
  private static func collapse(
    _ node: TreeNode, _ isAfterSpace: inout Bool, _ lastText: inout TreeNode?
  ) {
    for child in node.children {
      switch child.kind {
      case .text:
        var result = ""
        for scalar in child.text.unicodeScalars {
          if isSpace(scalar) {
            if !isAfterSpace { result.append(" ") }
            isAfterSpace = true
          } else {
            result.unicodeScalars.append(scalar)
            isAfterSpace = false
          }
        }
        child.text = result
        if !result.isEmpty { lastText = child }
      case .element where MarkFinder.isInline(child) && !child.children.isEmpty:
        collapse(child, &isAfterSpace, &lastText)
      case .element, .mark, .boundary, .glyph:
        // What a mark prints is not known yet: blanks around it are settled when the document is written.
        isAfterSpace = false
        lastText = nil
        if child.isElement { normalise(child) }
      case .block:
        for branch in child.children {
          isAfterSpace = false
          var inner: TreeNode?
          collapse(branch, &isAfterSpace, &inner)
        }
        isAfterSpace = false
        lastText = nil
      case .fragment: break
      }
    }
  }

  private static func removeEmpty(_ node: TreeNode) {
    for child in node.children where !child.isElement || MarkFinder.isInline(child) { removeEmpty(child) }
    node.children.removeAll { $0.isText && $0.text.isEmpty }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  private static func isSpace(_ character: Character) -> Bool {
    character == " " || character == "\t" || character == "\n" || character == "\r" || character == "\r\n"
  }
}
