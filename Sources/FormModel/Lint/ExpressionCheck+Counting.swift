internal import XMLTree

/// The functions with which a form counts papers of other forms.
extension ExpressionCheck {
  /// Where a counting function leads to.
  func counted(_ name: String, _ arguments: [XPathSyntax], in scope: DeclarationScope) -> DeclarationScope? {
    var ignored: [ExpressionProblem] = []
    switch name {
    case "sources":
      guard case .literal(let id)? = arguments.first, let form = library.forms[id] else { return scope.with(.unknown) }
      return DeclarationScope(form: form)
    case "set":
      guard case .literal(let id)? = arguments.first, let index = sets.firstIndex(where: { $0.id == id }) else {
        return scope.with(.unknown)
      }
      var before = self
      before.sets.removeSubrange(index...)
      return before.target(of: sets[index].nodes) ?? scope.with(.unknown)
    case "part":
      guard let set = arguments.first else { return scope.with(.unknown) }
      return counted("set", [set], in: scope)
    case "moves":
      return root.form.movements.flatMap { library.forms[$0.form] }.map { DeclarationScope(form: $0) }
    case "of-row":
      guard case .item(.group(let group)) = scope.current, let rows = group.common.count else {
        return scope.with(.unknown)
      }
      return target(of: rows) ?? scope.with(.unknown)
    case "case-papers":
      return arguments.first.flatMap { target(of: $0, in: scope, &ignored) }.map { DeclarationScope(form: $0.form) }
    case _ where ExpressionFunctions.overNodes.contains(name):
      return arguments.first.flatMap { target(of: $0, in: scope, &ignored) }
    case "code-rows", "figure", "open-figures": return scope.with(.unknown)
    default: return nil
    }
  }

  /// The expressions in quotes that a function evaluates over each node of its first argument.
  func checkInner(_ arguments: [XPathSyntax], in scope: DeclarationScope, _ problems: inout [ExpressionProblem]) {
    var ignored: [ExpressionProblem] = []
    guard let nodes = arguments.first, arguments.count > 1 else { return }
    let inner = target(of: nodes, in: scope, &ignored) ?? scope.with(.unknown)
    for case .literal(let expression) in arguments.dropFirst() { problems += self.problems(of: expression, in: inner) }
  }
}
