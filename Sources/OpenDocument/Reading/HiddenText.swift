internal import XMLTree

/// What is in a document and not shown.
enum HiddenText {
  /// Whether a section, paragraph or text says of itself that it is hidden.
  ///
  /// Hidden are `text:display="none"` and, where a condition decides, `text:is-hidden="true"`: what the program
  /// that wrote the document last found the condition to be (ODF 1.3 part 3, 19.815 and 19.836). Conditions are
  /// not evaluated here.
  static func isHidden(_ node: XMLNode) -> Bool {
    let isConditional = node.attribute("is-hidden", in: ODF.text) == "true"
    guard node.name == "section" else { return isConditional }
    switch node.attribute("display", in: ODF.text) {
    case "none": return true
    case "condition": return isConditional
    default: return false
    }
  }
}
