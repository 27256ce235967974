internal import XMLTree

/// Which German wordings a page asks translations of.
extension ExpressionCheck {
  /// The wordings that `translation()` is asked for in an expression of a template inside the given loops.
  ///
  /// Nil where one of them depends on what somebody fills in, so that nobody can say whether it is translated.
  public func wordings(translatedIn expression: String, inside loops: [String]) -> Set<String>? {
    guard let syntax = try? XPathSyntax(parsing: expression) else { return [] }
    var scope = root
    for loop in loops { scope = target(of: loop, in: scope) ?? scope.with(.unknown) }
    var found: Set<String>? = []
    syntax.visit { part in
      guard case .call("translation", let arguments) = part, let argument = arguments.first else { return }
      let wordings = self.wordings(of: argument, in: scope, loops)
      found = wordings.flatMap { found?.union($0) }
    }
    return found
  }

  private func wordings(of syntax: XPathSyntax, in scope: DeclarationScope, _ loops: [String]) -> Set<String>? {
    switch syntax {
    case .literal(let text): return [text]
    case .call("notice", let arguments):
      guard case .literal(let id)? = arguments.first else { return nil }
      return root.form.notices.first { $0.id == id }.map { [$0.text] }
    case .call("label", let arguments):
      var ignored: [ExpressionProblem] = []
      guard let path = arguments.first, case .item(let item)? = target(of: path, in: scope, &ignored)?.current else {
        return nil
      }
      return [item.label]
    case .call("if", let arguments) where arguments.count == 3:
      guard let first = wordings(of: arguments[1], in: scope, loops),
        let second = wordings(of: arguments[2], in: scope, loops)
      else { return nil }
      return first.union(second)
    case .path(let path):
      if let attribute = path.steps.last, attribute.axis == "attribute" {
        return optionWordings(attribute.test, loops)
      }
      var ignored: [ExpressionProblem] = []
      guard let field = target(of: syntax, in: scope, &ignored)?.field, let list = library.codes(of: field) else {
        return nil
      }
      return Set(list.codes.map { field.kind.shown($0.id, of: field, in: library) })
    case .call, .number, .binary, .negative, .variable: return nil
    }
  }

  /// What an attribute of an option says for all answers that the loop around it goes through.
  private func optionWordings(_ attribute: String, _ loops: [String]) -> Set<String>? {
    guard let loop = loops.last, let syntax = try? XPathSyntax(parsing: loop) else { return nil }
    var scope = root
    for outer in loops.dropLast() { scope = target(of: outer, in: scope) ?? scope.with(.unknown) }
    var list: CodeList?
    syntax.visit { part in
      switch part {
      case .call("codes", let arguments):
        if case .literal(let id)? = arguments.first { list = library.lists[id] }
      case .call("options", let arguments):
        guard case .literal(let id)? = arguments.first,
          case .field(let field)? = scope.items?.first(where: { $0.id == id })
        else { return }
        list = library.codes(of: field)
      case .path, .call, .literal, .number, .binary, .negative, .variable: break
      }
    }
    switch attribute {
    case "label": return list.map { Set($0.codes.map(\.label)) }
    case "short": return list.map { Set($0.codes.map(\.short)) }
    default: return nil
    }
  }
}
