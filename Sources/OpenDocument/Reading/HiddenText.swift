/// What is in a document and not shown.
enum HiddenText {
  /// Whether a section, paragraph or text says of itself that it is hidden.
  ///
  /// Hidden are `text:display="none"` and, where a condition decides, `text:is-hidden="true"`: what the program
  /// that wrote the document last found the condition to be (ODF 1.3 part 3, 19.815 and 19.836). Conditions are
  /// not evaluated here.
  static func isHidden(_ element: some AttributeSource, isSection: Bool) -> Bool {
    let isConditional = element.value("is-hidden", .text) == "true"
    guard isSection else { return isConditional }
    switch element.value("display", .text) {
    case "none": return true
    case "condition": return isConditional
    default: return false
    }
  }
}
