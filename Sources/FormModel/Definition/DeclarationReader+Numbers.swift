internal import XMLTree

/// What the profile declares about numbers of cases and papers.
extension DeclarationReader {
  mutating func number(_ node: XMLNode, file: String) -> NumberDefinition {
    NumberDefinition(
      id: identifier(of: node, file), label: required("label", of: node, file), form: node.attribute("form"),
      pieces: node.elements.compactMap { piece in
        switch piece.name {
        case "text": .text(piece.text)
        case "of": .base(required("number", of: piece, file))
        case "part": part(piece, file: file).map { .part($0) }
        default: nil
        }
      }, source: place(node, file))
  }

  private mutating func part(_ node: XMLNode, file: String) -> NumberDefinition.Part? {
    let form: NumberDefinition.Form
    if let count = number("digits", of: node, file) {
      form = .digits(count)
    } else if let count = number("letters", of: node, file) {
      form = .letters(count)
    } else if let codes = node.attribute("codes") {
      form = .codes(codes.split(separator: " ").map(String.init))
    } else {
      mistake("FORM-NUMMER", node, file, "›part‹ braucht eines der Attribute ›digits‹, ›letters‹ und ›codes‹.")
      return nil
    }
    return NumberDefinition.Part(
      id: identifier(of: node, file), form: form, isSerial: flag("next", of: node, file) ?? false,
      example: node.attribute("example") ?? form.sample)
  }
}
