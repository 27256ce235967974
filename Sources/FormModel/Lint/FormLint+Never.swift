internal import XMLTree

/// Rules that can never say anything.
extension FormLint {
  /// A rule inside a field is tried only where the field is filled in; what it says of an empty field is never heard.
  mutating func never(_ rule: RuleDefinition, in scope: DeclarationScope, _ check: ExpressionCheck) {
    let isOfField = scope.field != nil
    let known = FilledField(check: check, scope: isOfField ? scope : nil)
    if let when = rule.when, known.value(of: when) == false {
      add(
        "FORM-NIE", rule.source,
        "Die Regel ›\(rule.text.id)‹ wird nie geprüft: ›\(when)‹ gilt nie." + (isOfField ? Self.hint(scope) : ""))
    } else if known.value(of: rule.test) == true {
      add(
        "FORM-NIE", rule.source,
        "Die Regel ›\(rule.text.id)‹ meldet nie etwas: ›\(rule.test)‹ gilt immer." + (isOfField ? Self.hint(scope) : "")
      )
    }
  }

  private static func hint(_ scope: DeclarationScope) -> String {
    " Eine Regel in einem Feld wird nur geprüft, wenn es ausgefüllt ist. Gemeint ist wohl ›required‹ bei ›\(scope.name)‹ "
      + "oder dieselbe Regel im Abschnitt, außerhalb des Feldes."
  }
}

/// What can be told of a condition when one field is known to be filled in.
private struct FilledField {
  let check: ExpressionCheck
  /// Where the expression stands; nil when nothing is known.
  let scope: DeclarationScope?

  /// Whether a condition always or never holds; nil when it depends.
  func value(of source: String) -> Bool? {
    (try? XPathSyntax(parsing: source)).flatMap { value(of: $0) }
  }

  private func value(of syntax: XPathSyntax) -> Bool? {
    switch syntax {
    case .call("true", _): true
    case .call("false", _): false
    case .call("not", let arguments): arguments.first.flatMap { value(of: $0) }.map { !$0 }
    case .call("boolean", let arguments): arguments.first.flatMap { value(of: $0) }
    case .call("filled", let arguments): arguments.first.map(isTheField) == true ? true : nil
    case .binary("and", let left, let right): both(value(of: left), value(of: right))
    case .binary("or", let left, let right): both(value(of: left).map { !$0 }, value(of: right).map { !$0 }).map { !$0 }
    case .binary("=", let field, .literal("")), .binary("=", .literal(""), let field): isTheField(field) ? false : nil
    case .binary("!=", let field, .literal("")), .binary("!=", .literal(""), let field): isTheField(field) ? true : nil
    case .binary(">", .call(let name, let arguments), .number(0)) where Self.lengths.contains(name):
      arguments.first.map(isTheField) == true ? true : nil
    case .path, .literal, .number, .call, .binary, .negative, .variable: nil
    }
  }

  private static let lengths: Set<String> = ["string-length", "text-length", "count"]

  private func both(_ left: Bool?, _ right: Bool?) -> Bool? {
    if left == false || right == false { return false }
    return left == true && right == true ? true : nil
  }

  private func isTheField(_ syntax: XPathSyntax) -> Bool {
    guard let scope, case .path(let path) = syntax, path.start != .filter,
      path.steps.allSatisfy({ $0.predicates.isEmpty })
    else { return false }
    var ignored: [ExpressionProblem] = []
    return check.target(of: syntax, in: scope, &ignored)?.chain == scope.chain
  }
}
