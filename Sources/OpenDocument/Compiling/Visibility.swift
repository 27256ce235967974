/// Whether people will see what stands somewhere.
enum Visibility {
  /// Whether the node lies in something that is switched off.
  static func isHidden(_ node: TreeNode) -> Bool {
    ([node] + node.ancestors).contains { element in
      switch element.name {
      case "text:section": element["text:display"] == "none"
      case "table:table-row", "table:table-column":
        element["table:visibility"].map { $0 != "visible" } ?? false
      case "text:hidden-text", "text:hidden-paragraph": true
      case "text:span", "text:p", "text:h": hasHiddenStyle(element)
      case let name where name.hasPrefix("style:header") || name.hasPrefix("style:footer"):
        element["style:display"] == "false"
      default: false
      }
    }
  }

  private static func hasHiddenStyle(_ element: TreeNode) -> Bool {
    guard let name = element["text:style-name"], let root = element.ancestors.last else { return false }
    let family = element.name == "text:span" ? "text" : "paragraph"
    for box in ["office:automatic-styles", "office:styles"] {
      let style = root.child(box)?.children.first { $0["style:name"] == name && $0["style:family"] == family }
      guard let style else { continue }
      return style.child("style:text-properties")?["text:display"] == "none"
    }
    return false
  }
}
