/// The styles in which the second language of a paper is set: those whose names end in `.Fremd`.
///
/// They say in the document which language it is, for whoever has it read aloud, and from which side it is written.
enum SecondLanguage {
  static let suffix = ".Fremd"

  static func apply(_ language: TemplateLanguage, to root: TreeNode) {
    for style in root.child("office:styles")?.children ?? [] {
      guard let key = StyleReferences.definition(style), StyleName.decoded(key.name).hasSuffix(suffix) else { continue }
      let text = properties("style:text-properties", of: style)
      guard language.isRightToLeft else {
        text["fo:language"] = language.code
        text["fo:country"] = language.country
        continue
      }
      text["style:language-complex"] = language.code
      text["style:country-complex"] = language.country
      guard key.family == "paragraph" else { continue }
      let paragraph = properties("style:paragraph-properties", of: style)
      paragraph["style:writing-mode"] = "rl-tb"
      paragraph["fo:text-align"] = "right"
      // Margins are those at the beginning and the end of a line, which change sides.
      let (left, right) = (paragraph["fo:margin-left"], paragraph["fo:margin-right"])
      (paragraph["fo:margin-left"], paragraph["fo:margin-right"]) = (right, left)
    }
  }

  /// The properties of a style; made where it has none, those of paragraphs before those of text, as the schema wants.
  private static func properties(_ name: String, of style: TreeNode) -> TreeNode {
    if let known = style.child(name) { return known }
    let made = TreeNode(name: name)
    if name == "style:paragraph-properties" { style.insert(made, at: 0) } else { style.append(made) }
    return made
  }
}
