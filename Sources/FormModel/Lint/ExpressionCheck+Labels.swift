internal import XMLTree

/// Which field a mark names whose words a page takes from the declaration.
extension ExpressionCheck {
  /// The field or group at a plain path of a template that stands inside the given loops.
  ///
  /// Throws what is wrong with the path, with the name that was meant.
  public func item(at path: String, inside loops: [String]) throws(ExpressionProblem) -> ItemDefinition {
    if let problem = problems(of: path, inside: loops).first { throw problem }
    var scope = root
    for loop in loops { scope = target(of: loop, in: scope) ?? scope.with(.unknown) }
    guard let found = target(of: path, in: scope), case .item(let item) = found.current else {
      throw ExpressionProblem(.name, "›\(path)‹ ist kein Feld des Formulars.")
    }
    return item
  }
}
