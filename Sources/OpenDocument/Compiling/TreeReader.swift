internal import XMLTree

/// Turns parsed XML into a tree that knows ODF's names only.
///
/// Foreign attributes go. A foreign element goes with its content, except inside a paragraph, where only its tags
/// go (ODF 1.3 part 3, 3.17). Comments and instructions go.
struct TreeReader {
  /// Whether line numbers mean something to a person: only in flat files.
  let keepsLines: Bool

  init(keepsLines: Bool) {
    self.keepsLines = keepsLines
  }

  func read(_ root: XMLNode) -> TreeNode? {
    guard let name = prefixed(root.name, root.namespace) else { return nil }
    return element(root, name: name, inParagraph: false)
  }

  private func element(_ source: XMLNode, name: String, inParagraph: Bool) -> TreeNode {
    let node = TreeNode(name: name, line: keepsLines ? source.line : 0)
    for attribute in source.attributes {
      guard let name = prefixed(attribute.name, attribute.namespace) else { continue }
      node.attributes.append((name, attribute.value))
    }
    let inside = name == "text:p" || name == "text:h" || (inParagraph && !Self.leavesParagraph(name))
    readChildren(of: source, into: node, inParagraph: inside)
    return node
  }

  private func readChildren(of source: XMLNode, into node: TreeNode, inParagraph: Bool) {
    var next = source.firstChild
    while let child = next {
      next = child.next
      switch child.kind {
      case .element:
        if let name = prefixed(child.name, child.namespace) {
          node.append(element(child, name: name, inParagraph: inParagraph))
        } else if inParagraph {
          readChildren(of: child, into: node, inParagraph: true)
        } else if node.name == "office:script" {
          // The source of a macro is foreign; that it is there must be known.
          node.append(TreeNode(text: child.text))
        }
      case .text:
        if let last = node.children.last, last.isText {
          last.text += child.text
        } else {
          node.append(TreeNode(text: child.text, line: keepsLines ? child.line : 0))
        }
      case .attribute, .other: break
      }
    }
  }

  private func prefixed(_ name: String, _ namespace: String?) -> String? {
    guard let namespace, let prefix = Vocabulary.prefix(of: namespace) else { return nil }
    return "\(prefix):\(name)"
  }

  /// Elements in a paragraph that hold something other than the paragraph's own text.
  private static func leavesParagraph(_ name: String) -> Bool {
    name.hasPrefix("draw:") || name.hasPrefix("office:") || name.hasPrefix("dr3d:") || name == "text:note"
  }
}
