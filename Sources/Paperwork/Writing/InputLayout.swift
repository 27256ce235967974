internal import FormModel
internal import XMLTree

/// An expression of a template or a group's display, laid out as what can be filled in and the text between.
///
/// The functions that put values together are taken apart: `join(' ', strasse, hausnummer)` becomes two fields with a
/// blank between. What cannot be taken apart is printed as computed.
struct InputLayout {
  /// A piece of a laid-out value.
  enum Piece {
    /// Text of the expression.
    case text(String)
    /// Text between two pieces, which goes when one of them does.
    case separator(String)
    /// Text that is computed from the record, and stays as it was issued.
    case computed(String)
    /// A field, with the first of its nodes.
    case field(FieldDefinition, XMLNode)
    /// A field that shows a text for one answer, as in `if(ohne_festen_wohnsitz = 'ja', 'ohne festen Wohnsitz', '')`.
    case answer(FieldDefinition, XMLNode, answer: String, text: String)
  }

  let paper: EvaluatedRecord

  /// Lays out an expression at a node; nil when it is not even an expression.
  func pieces(_ expression: String, at node: XMLNode) -> [Piece]? {
    guard let syntax = try? XPathSyntax(parsing: expression) else { return nil }
    return pieces(syntax, at: node)
  }

  private func pieces(_ syntax: XPathSyntax, at node: XMLNode) -> [Piece] {
    switch syntax {
    case .path, .call("figure", _): return pieces(of: nodes(syntax, at: node), separator: " ")
    case .literal(let text): return text.isEmpty ? [] : [.text(text)]
    case .call("join", let arguments):
      return joined(arguments.dropFirst().map { pieces($0, at: node) }, by: text(of: arguments.first, at: node))
    case .call("concat", let arguments): return arguments.flatMap { pieces($0, at: node) }
    case .call("list", let arguments):
      guard let first = arguments.first else { return [] }
      let separator = arguments.count > 2 ? text(of: arguments[2], at: node) : ", "
      return pieces(of: nodes(first, at: node), separator: separator)
    case .call("if", let arguments) where arguments.count == 3:
      if let answer = answer(arguments, at: node) { return [answer] }
      let yes = pieces(arguments[1], at: node)
      if yes.contains(where: Self.isInput) { return yes }
      let no = pieces(arguments[2], at: node)
      return no.contains(where: Self.isInput) ? no : [computed(syntax, at: node)].compactMap { $0 }
    case .number, .call, .binary, .negative, .variable: return [computed(syntax, at: node)].compactMap { $0 }
    }
  }

  /// The pieces of nodes: each field once, whatever the number of its values.
  private func pieces(of nodes: [XMLNode], separator: String) -> [Piece] {
    var choices: Set<String> = []
    let parts = nodes.map { node -> [Piece] in
      if let field = paper.inputField(node) {
        let path = paper.path(of: node) ?? ""
        // Several answers are one field with several nodes.
        if field.has(.several), !choices.insert(Self.withoutNumber(path)).inserted { return [] }
        return [.field(field, node)]
      }
      guard case .group(let group)? = paper.definition(of: node), paper.path(of: node) != nil,
        let inner = display(of: group, at: node), inner.contains(where: Self.isInput)
      else { return node.text.isEmpty ? [] : [.computed(paper.display(node))] }
      return inner
    }
    return joined(parts, by: separator)
  }

  /// A group as its own display lays it out, or all its fields side by side.
  private func display(of group: GroupDefinition, at node: XMLNode) -> [Piece]? {
    if let display = group.display { return pieces(display, at: node) }
    return joined(node.elements.map { pieces(of: [$0], separator: ", ") }, by: ", ")
  }

  /// `if(FIELD = 'answer', 'text', '')`.
  private func answer(_ arguments: [XPathSyntax], at node: XMLNode) -> Piece? {
    guard case .binary("=", let path, .literal(let answer)) = arguments[0], case .path = path,
      case .literal(let text) = arguments[1], case .literal("") = arguments[2], !text.isEmpty,
      let found = nodes(path, at: node).first, let field = paper.inputField(found)
    else { return nil }
    return .answer(field, found, answer: answer, text: text)
  }

  private func nodes(_ syntax: XPathSyntax, at node: XMLNode) -> [XMLNode] {
    guard case .nodes(let nodes)? = paper.value(of: syntax.source, at: node) else { return [] }
    return nodes.map { $0.kind == .attribute ? $0.parent ?? $0 : $0 }
  }

  private func text(of syntax: XPathSyntax?, at node: XMLNode) -> String {
    if case .literal(let text)? = syntax { return text }
    return syntax.flatMap { paper.value(of: $0.source, at: node)?.string } ?? ""
  }

  private func computed(_ syntax: XPathSyntax, at node: XMLNode) -> Piece? {
    guard let text = paper.value(of: syntax.source, at: node)?.string, !text.isEmpty, text != "NaN" else { return nil }
    return .computed(text)
  }

  private func joined(_ parts: [[Piece]], by separator: String) -> [Piece] {
    let parts = parts.filter { !$0.isEmpty }
    return parts.enumerated().flatMap { index, part in
      index == 0 || separator.isEmpty ? part : [.separator(separator)] + part
    }
  }

  static func isInput(_ piece: Piece) -> Bool {
    switch piece {
    case .field, .answer: true
    case .text, .separator, .computed: false
    }
  }

  /// `themen[2]` is the field `themen`.
  static func withoutNumber(_ path: String) -> String {
    guard path.last == "]", let open = path.lastIndex(of: "[") else { return path }
    return String(path[..<open])
  }
}
