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

  /// The names of the styles by which characters or paragraphs are hidden (`text:display` in `style:text-properties`).
  ///
  /// Styles that inherit from them are not followed.
  static func styles(_ documents: [XMLDocument]) -> Set<String> {
    var names: Set<String> = []
    for document in documents {
      for group in document.root.elements
      where group.isElement("automatic-styles", in: ODF.office) || group.isElement("styles", in: ODF.office) {
        for style in group.elements where style.isElement("style", in: ODF.style) {
          guard let properties = style.element("text-properties", in: ODF.style),
            properties.attribute("display", in: ODF.text) == "none",
            let name = style.attribute("name", in: ODF.style),
            let family = style.attribute("family", in: ODF.style)
          else { continue }
          names.insert(key(family: family, name: name))
        }
      }
    }
    return names
  }

  /// How a style is named in the set: names repeat from family to family.
  static func key(family: String, name: String) -> String { family + "/" + name }
}
