internal import XMLTree

/// What is declared for the conversation alone.
extension DeclarationReader {
  /// How a group is typed in one line.
  mutating func line(_ node: XMLNode, file: String) -> LineDefinition {
    let parts = node.elements.compactMap { part -> LineDefinition.Part? in
      switch part.name {
      case "part":
        .field(
          id: required("field", of: part, file), words: Self.words(part.attribute("words")),
          before: Self.words(part.attribute("before")), resembling: part.attribute("list"))
      case "name":
        .name(
          title: part.attribute("title"), first: required("first", of: part, file),
          last: required("last", of: part, file))
      case "street":
        .street(street: required("street", of: part, file), number: required("number", of: part, file))
      case "town":
        .town(postcode: required("postcode", of: part, file), town: required("town", of: part, file))
      default: nil
      }
    }
    return LineDefinition(
      parts: parts, example: node.attribute("example"), same: Self.words(node.attribute("same")),
      source: place(node, file))
  }

  /// What is taken over from an earlier paper, or from the case.
  mutating func prefill(_ node: XMLNode, file: String) -> PrefillDefinition {
    PrefillDefinition(
      from: node.attribute("from"), kind: node.attribute("case"),
      takes: node.elements("take").map { take($0, file: file) },
      source: place(node, file))
  }

  private mutating func take(_ node: XMLNode, file: String) -> TakeDefinition {
    TakeDefinition(
      field: required("field", of: node, file), value: node.attribute("value"),
      inner: node.elements("take").map { take($0, file: file) }, isAsked: flag("ask", of: node, file) ?? false,
      source: place(node, file))
  }

  /// What is to be done afterwards.
  mutating func nextStep(_ node: XMLNode, file: String) -> NextStepDefinition {
    NextStepDefinition(
      id: identifier(of: node, file), when: node.attribute("when"), form: node.attribute("form"),
      text: folded(node.element("text")?.text ?? ""), source: place(node, file))
  }

  /// Several wordings of the same, parted by bars.
  static func words(_ text: String?) -> [String] {
    (text ?? "").split(separator: "|").map(String.init)
  }
}
