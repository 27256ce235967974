internal import XMLTree

extension XPathValue {
  /// What a computed value shows: a decimal with its comma, nothing for what is no number.
  ///
  /// A whole number may be a year, which has no point between its digits.
  var german: String {
    guard case .number(let number) = self else { return string }
    if !number.isFinite { return "" }
    return Int(exactly: number) != nil ? string : GermanNumber.format(decimal: string) ?? string
  }
}

extension Evaluator {
  /// What a node shows on the page and in messages.
  ///
  /// Empty values show the form's own text for it, or a dash; hidden ones what the mask says.
  func display(_ node: XMLNode) -> String {
    if let mask = masked[node] { return mask }
    if case .field(let field)? = tree.definition(of: node), field.has(.figure) { return figure(node, field) }
    if let status = tree.status(of: node), !tree.isFilled(node) { return status.german }
    guard let item = tree.definition(of: node) else { return node.text }
    // A blank paper shows labels and codes, but no value and no dash.
    if tree.isBlank { return "" }
    switch item {
    case .field(let field):
      let text = node.text
      return text.isEmpty ? field.emptyText ?? form.emptyText ?? "–" : display(text, field)
    case .group(let group):
      let line = group.display.map { self.line($0, at: node, group.common.source) } ?? ""
      return line.isEmpty ? group.emptyText ?? form.emptyText ?? "–" : line
    }
  }

  /// What an expression gives; a field alone shows as everywhere else, a code by its label.
  private func line(_ source: String, at node: XMLNode, _ place: SourcePlace) -> String {
    let value = value(source, at: node, place)
    guard case .nodes(let nodes) = value else { return value.german }
    return nodes.first.flatMap { $0.text.isEmpty ? nil : display($0) } ?? ""
  }

  /// A figure, or the sign of official statistics that stands for it (Zeichenerklärung of the statistical offices).
  ///
  /// „–“ nothing there, „…“ comes later, „.“ unknown or secret. A rounded zero is „0“, since it may be one or two.
  private func figure(_ node: XMLNode, _ field: FieldDefinition) -> String {
    let text = node.text
    if tree.status(of: node) != nil, text.isEmpty { return "." }
    if tree.isBlank { return "" }
    if text.isEmpty { return field.emptyText ?? "…" }
    guard let number = Int(text) else { return GermanNumber.format(decimal: text) ?? text }
    return number == 0 && !isPublication ? "–" : GermanNumber.format(number)
  }

  private func display(_ text: String, _ field: FieldDefinition) -> String {
    field.kind.shown(text, of: field, in: library)
  }
}
