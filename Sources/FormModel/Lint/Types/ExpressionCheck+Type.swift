internal import XMLTree

/// What an expression gives, from the inside out.
extension ExpressionCheck {
  func type(of syntax: XPathSyntax, in scope: DeclarationScope) -> ExpressionType {
    switch syntax {
    case .literal(let text): ExpressionType(kind: .literal(text))
    case .number, .negative: .number
    case .variable: .unknown
    case .path(let path): type(of: path, in: scope)
    case .call(let name, let arguments): type(of: name, arguments, syntax, in: scope)
    case .binary("|", let left, let right): union(type(of: left, in: scope), type(of: right, in: scope))
    case .binary(let operation, _, _):
      ["+", "-", "*", "div", "mod"].contains(operation) ? .number : .truth
    }
  }

  private func union(_ left: ExpressionType, _ right: ExpressionType) -> ExpressionType {
    var result = left.kind == right.kind ? left : ExpressionType(kind: .unknown, isNodes: true)
    // Fields of several kinds beside each other: what all of them are is still known.
    if left.value?.isDay == true, right.value?.isDay == true { result = left }
    if left.isNumber, right.isNumber { result = left }
    result.isSeveral = true
    return result
  }

  private func type(of path: XPathPath, in scope: DeclarationScope) -> ExpressionType {
    if path.steps.last?.axis == "attribute" { return ExpressionType(kind: .unknown, isNodes: true) }
    var ignored: [ExpressionProblem] = []
    guard let end = target(of: .path(path), in: scope, &ignored) else { return .unknown }
    return type(at: end, isSeveral: isSeveral(path, in: scope))
  }

  private func type(at end: DeclarationScope, isSeveral: Bool) -> ExpressionType {
    switch end.current {
    case .item(let item): ExpressionType(item, in: library, isSeveral: isSeveral)
    case .record: ExpressionType(kind: .record, isNodes: true, isSeveral: isSeveral)
    case .option, .unknown: ExpressionType(kind: .unknown, isNodes: true, isSeveral: isSeveral)
    }
  }

  private func type(
    of name: String, _ arguments: [XPathSyntax], _ call: XPathSyntax, in scope: DeclarationScope
  ) -> ExpressionType {
    switch FunctionType.of(name)?.result {
    case .truth: return .truth
    case .number: return .number
    case .text where name == "granted": return granted(arguments)
    case .text where name == "code-property": return property(arguments, in: scope)
    case .text: return .text
    case .match: return ExpressionType(kind: .match)
    case .value(let value): return .computed(value)
    case .words(let words): return ExpressionType(kind: .codes(CodeList(id: name, answers: words)))
    case .same:
      var result = arguments.first.map { type(of: $0, in: scope) } ?? type(at: scope, isSeveral: false)
      (result.isNodes, result.isSeveral) = (false, false)
      return result
    case .branch:
      guard arguments.count == 3 else { return .unknown }
      return type(of: arguments[1], in: scope).or(type(of: arguments[2], in: scope))
    case .nodes(let isSeveral):
      var ignored: [ExpressionProblem] = []
      return target(of: call, in: scope, &ignored).map { type(at: $0, isSeveral: isSeveral) }
        ?? ExpressionType(kind: .unknown, isNodes: true, isSeveral: isSeveral)
    case nil: return .unknown
    }
  }

  /// What `granted()` tells is a day or words.
  private func granted(_ arguments: [XPathSyntax]) -> ExpressionType {
    guard case .literal(let word)? = arguments.first, let known = ExpressionFunctions.GrantWord(rawValue: word) else {
      return .unknown
    }
    return switch known {
    case .from, .until, .revoked: .computed(.day)
    case .missing, .doubt, .recipients, .information: ExpressionType(kind: .match)
    }
  }

  /// What the codes of a list say in a property: numbers, when all of them do.
  private func property(_ arguments: [XPathSyntax], in scope: DeclarationScope) -> ExpressionType {
    guard arguments.count == 2, case .literal(let name) = arguments[1],
      case .codes(let list) = type(of: arguments[0], in: scope).kind
    else { return .text }
    let values = list.codes.compactMap { $0.properties[name] }
    return !values.isEmpty && values.allSatisfy(GermanNumber.isCanonical) ? .number : .text
  }

  // MARK: - How many

  /// Whether a path can lead to several nodes.
  private func isSeveral(_ path: XPathPath, in scope: DeclarationScope) -> Bool {
    var result = path.filter.map { type(of: $0, in: scope).isSeveral } ?? false
    var here =
      path.filter.flatMap { filter -> DeclarationScope? in
        var ignored: [ExpressionProblem] = []
        return target(of: filter, in: scope, &ignored)
      } ?? (path.start == .root ? root : path.filter == nil ? scope : scope.with(.unknown))
    var steps = path.steps[...]
    if path.start == .root, steps.first?.test == "record" { steps.removeFirst() }
    if path.start == .filter, let own = steps.first, own.axis == "self" {
      if own.predicates.contains(where: Self.picksOne) { result = false }
      steps.removeFirst()
    }
    for step in steps {
      switch step.axis {
      case "self", "attribute": continue
      case "parent": here = here.leaving()
      case "descendant-or-self": return true
      default:
        guard let item = here.items?.first(where: { $0.id == step.test }) else { return result || step.test == "*" }
        here = here.entering(item)
        let repeats = item.repeats || ExpressionType(item, in: library, isSeveral: false).field?.has(.several) == true
        if repeats, !step.predicates.contains(where: Self.picksOne) { result = true }
      }
    }
    return result
  }

  /// Whether a condition in brackets leaves one node: `[1]`, `[last()]`, `[position() = 2]`.
  private static func picksOne(_ predicate: XPathSyntax) -> Bool {
    switch predicate {
    case .number, .call("last", _): true
    case .binary("=", .call("position", _), _), .binary("=", _, .call("position", _)): true
    case .path, .literal, .call, .binary, .negative, .variable: false
    }
  }

  /// Whether an expression in brackets asks for a place in a list and not for a condition.
  static func isPlace(_ predicate: XPathSyntax) -> Bool {
    switch predicate {
    case .number, .call("last", _), .call("position", _): true
    case .binary(let operation, let left, let right):
      ["+", "-", "*", "div", "mod"].contains(operation) && (isPlace(left) || isPlace(right))
    case .path, .literal, .call, .negative, .variable: false
    }
  }
}
