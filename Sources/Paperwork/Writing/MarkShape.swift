internal import FormModel
internal import XMLTree

/// What the expression of a mark names, found out once for each expression of a template.
enum MarkShape: Sendable {
  /// A box that is ticked when a field has an answer.
  case tick(FieldPath, answer: String)
  /// A field itself, and nothing made of it.
  case field(FieldPath)
  case other

  init(_ expression: String) {
    switch try? XPathSyntax(parsing: expression) {
    case .binary("=", .path(let path), .literal(let answer)): self = .tick(FieldPath(path.source, path), answer: answer)
    case .path(let path): self = .field(FieldPath(expression, path))
    case .call("figure", _): self = .field(FieldPath(expression, nil))
    case .call, .literal, .number, .binary, .negative, .variable, nil: self = .other
    }
  }

  /// A path to a field, whose steps are known where it only goes down.
  struct FieldPath: Sendable {
    let source: String
    let steps: [String]?

    init(_ source: String, _ path: XPathPath?) {
      (self.source, steps) = (source, path?.childNames)
    }

    /// Whether it is `@selected`, by which an option of a list is asked.
    var isSelected: Bool { source == "@selected" }

    /// The first node it leads to.
    func first(from node: XMLNode, in paper: EvaluatedRecord) -> XMLNode? {
      if let steps { return node.first(on: steps) }
      guard case .nodes(let nodes)? = paper.value(of: source, at: node) else { return nil }
      return nodes.first
    }
  }
}
