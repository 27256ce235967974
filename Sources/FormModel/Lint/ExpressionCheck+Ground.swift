internal import XMLTree

/// What the checks of one form share: they are copied for each expression, and there are thousands.
extension ExpressionCheck {
  /// The declarations, and what was found out about them on the way.
  final class Ground {
    let library: FormLibrary
    /// Functions that exist besides those of forms, such as the ones of templates.
    let extraFunctions: [String: ClosedRange<Int>]
    /// Where declared expressions over a record lead, by how many sets they can name and by their texts.
    var targets: [Int: [String: DeclarationScope?]] = [:]

    init(_ library: FormLibrary, _ extraFunctions: [String: ClosedRange<Int>]) {
      (self.library, self.extraFunctions) = (library, extraFunctions)
    }
  }

  /// The declarations.
  var library: FormLibrary { _read { yield ground.library } }

  var extraFunctions: [String: ClosedRange<Int>] { ground.extraFunctions }

  /// Where a declared expression over a record leads; nil for values without fields.
  ///
  /// Worked out once for each text, unless it depends on where the whole expression stands.
  func target(of expression: String) -> DeclarationScope? {
    if let known = ground.targets[sets.count]?[expression] { return known }
    var ignored: [ExpressionProblem] = []
    let target = (try? XPathSyntax(parsing: expression)).flatMap { self.target(of: $0, in: root, &ignored) }
    if !expression.contains("current(") { ground.targets[sets.count, default: [:]][expression] = .some(target) }
    return target
  }
}
