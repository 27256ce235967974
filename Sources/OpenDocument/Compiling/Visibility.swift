/// Whether people will see what stands somewhere in a template.
struct Visibility {
  /// Whether each text and paragraph style hides what has it; the automatic ones count first.
  private var hides: [StyleKey: Bool] = [:]

  init(_ root: TreeNode) {
    for box in ["office:automatic-styles", "office:styles"] {
      for style in root.child(box)?.children ?? [] {
        guard let family = style["style:family"], family == "text" || family == "paragraph",
          let name = style["style:name"]
        else { continue }
        let key = StyleKey(family: family, name: name)
        guard hides[key] == nil else { continue }
        hides[key] = style.child("style:text-properties")?["text:display"] == "none"
      }
    }
  }

  /// Whether the node lies in something that is switched off.
  func isHidden(_ node: TreeNode) -> Bool {
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

  private func hasHiddenStyle(_ element: TreeNode) -> Bool {
    guard let name = element["text:style-name"] else { return false }
    return hides[StyleKey(family: element.name == "text:span" ? "text" : "paragraph", name: name)] ?? false
  }
}
