internal import XMLTree

/// Numbers of cases and papers are whole: no expression takes them apart or compares pieces of them.
extension ExpressionCheck {
  /// The functions that look into a text, and what was meant when the text is a number.
  private static let cutting: [String: @Sendable (String) -> String] = [
    "substring": { "case-of(\($0)) oder number-part(\($0), 'TEIL')" },
    "substring-before": { "case-of(\($0)) oder number-part(\($0), 'TEIL')" },
    "substring-after": { "number-part(\($0), 'TEIL')" },
    "starts-with": { "case-of(\($0)) = …" },
    "contains": { "case-of(\($0)) = … oder \($0) = …" },
    "translate": { "number-part(\($0), 'TEIL')" },
    "string-length": { "filled(\($0))" },
    "text-length": { "filled(\($0))" },
  ]

  /// True when something was said.
  func checkCutting(
    _ name: String, _ arguments: [XPathSyntax], in scope: DeclarationScope, _ problems: inout [ExpressionProblem]
  ) -> Bool {
    guard let meant = Self.cutting[name] else { return false }
    for argument in arguments {
      guard let (path, field) = number(in: argument, scope) else { continue }
      problems.append(
        "›\(name)()‹ zerschneidet die Nummer ›\(field.common.label)‹, und in einer anderen Stadt an anderer Stelle; "
          + "gemeint ist wohl \(meant(path)).")
      return true
    }
    return false
  }

  /// The first path inside an expression that leads to a number, however it is wrapped.
  private func number(in syntax: XPathSyntax, _ scope: DeclarationScope) -> (String, FieldDefinition)? {
    switch syntax {
    case .path:
      var ignored: [ExpressionProblem] = []
      guard let field = target(of: syntax, in: scope, &ignored)?.field, field.holdsNumber else { return nil }
      return (syntax.source, field)
    case .call(let name, let arguments):
      // What these give is no longer the number.
      guard ExpressionFunctions.numberSignatures[name] == nil else { return nil }
      return arguments.lazy.compactMap { number(in: $0, scope) }.first
    case .binary, .negative, .literal, .number, .variable: return nil
    }
  }

  /// The parts that a number can be asked for.
  func partIDs(of argument: XPathSyntax, in scope: DeclarationScope) -> [String] {
    var ignored: [ExpressionProblem] = []
    let field = target(of: argument, in: scope, &ignored)?.field
    let numbers =
      field.flatMap { library.number(of: $0) }.map { [$0] }
      ?? library.profile.numbers.compactMap { library.number($0.id) }
    return Array(Set(numbers.flatMap(\.partIDs))).sorted()
  }
}

extension FieldDefinition {
  /// Whether a value is a number of a case or paper.
  var holdsNumber: Bool { number != nil || target != nil }
}
