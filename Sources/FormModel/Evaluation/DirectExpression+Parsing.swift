internal import XMLTree

extension DirectExpression {
  /// Functions that look at their place in a list of nodes, or give a value of their own kind to a path behind them.
  private static let placed: Set<String> = ["column", "current", "position", "last"]

  /// The expression, if it is simple enough.
  init?(_ source: String, engine: XPathEngine) {
    guard let syntax = try? XPathSyntax(parsing: source) else { return nil }
    self.init(syntax, engine)
  }

  init?(_ syntax: XPathSyntax, _ engine: XPathEngine) {
    switch syntax {
    case .literal(let text): self = .literal(text)
    case .number(let number): self = .number(number)
    case .path(let path):
      guard let path = DirectPath(path, engine) else { return nil }
      self = .path(path)
    case .binary(let operation, let left, let right): self.init(operation, left, right, engine)
    case .call(let name, let arguments): self.init(name, arguments, engine)
    case .negative(let inner):
      guard let inner = Self(inner, engine) else { return nil }
      self = .arithmetic(.minus, .number(0), inner)
    case .variable: return nil
    }
  }

  private init?(_ operation: String, _ left: XPathSyntax, _ right: XPathSyntax, _ engine: XPathEngine) {
    guard let left = Self(left, engine), let right = Self(right, engine) else { return nil }
    if operation == "|" {
      guard let first = left.paths, let second = right.paths else { return nil }
      self = .union(first + second)
    } else if operation == "and" {
      self = .and(left, right)
    } else if operation == "or" {
      self = .or(left, right)
    } else if let comparison = XPathComparison(rawValue: operation) {
      self = .comparison(comparison, left, right)
    } else if let arithmetic = Arithmetic(rawValue: operation) {
      self = .arithmetic(arithmetic, left, right)
    } else {
      return nil
    }
  }

  private init?(_ name: String, _ syntaxes: [XPathSyntax], _ engine: XPathEngine) {
    guard !Self.placed.contains(name) else { return nil }
    var arguments: [DirectExpression] = []
    for syntax in syntaxes {
      guard let argument = Self(syntax, engine) else { return nil }
      arguments.append(argument)
    }
    switch (name, arguments.count) {
    case ("true", 0): self = .boolean(true)
    case ("false", 0): self = .boolean(false)
    case ("not", 1): self = .not(arguments[0])
    case ("filled", 1):
      if case .path(let path) = arguments[0] {
        self = .filled(path)
      } else {
        fallthrough
      }
    default:
      if let core = Core(rawValue: name), XPathEngine.coreSignatures[name]?.contains(arguments.count) == true {
        guard core.takes(arguments) else { return nil }
        self = .core(core, arguments)
      } else if let function = engine.function(name), function.arity.contains(arguments.count) {
        self = .call(function.body, arguments)
      } else {
        return nil
      }
    }
  }
}

extension DirectExpression {
  /// The paths of a set of nodes; nil for another kind of value.
  fileprivate var paths: [DirectPath]? {
    switch self {
    case .path(let path): [path]
    case .union(let paths): paths
    case .literal, .number, .boolean, .not, .and, .or, .comparison, .arithmetic, .core, .filled, .call: nil
    }
  }

  /// Whether it can be a condition in brackets: what gives a number there asks for a place in a list.
  fileprivate var isCondition: Bool {
    switch self {
    case .path, .union, .literal, .boolean, .not, .and, .or, .comparison, .filled: true
    case .core(let function, _): function == .boolean || function == .startsWith
    case .number, .arithmetic, .call: false
    }
  }
}

extension DirectExpression.Core {
  /// Whether the arguments are those that need no rule of libxml2's own, such as how a number is written.
  fileprivate func takes(_ arguments: [DirectExpression]) -> Bool {
    switch self {
    case .boolean: arguments.count == 1
    case .count: arguments.first?.paths != nil
    case .string, .number, .startsWith, .stringLength:
      !arguments.isEmpty
        && arguments.allSatisfy { argument in
          switch argument {
          case .path, .literal: true
          case .union, .number, .boolean, .not, .and, .or, .comparison, .arithmetic, .core, .filled, .call: false
          }
        }
    }
  }
}

extension DirectPath {
  fileprivate init?(_ path: XPathPath, _ engine: XPathEngine) {
    self.init(isAbsolute: false, parents: 0, steps: [])
    var rest = path.steps[...]
    switch path.start {
    case .context: break
    case .root:
      isAbsolute = true
      if rest.first?.axis == "descendant-or-self" { break }
      guard let first = rest.popFirst(), first.axis == "child", first.test == "record", first.predicates.isEmpty else {
        return nil
      }
    case .filter:
      guard path.filter == .call(name: "current-record", arguments: []) else { return nil }
      isAbsolute = true
    }
    var isAnywhere = false
    for step in rest {
      var conditions: [DirectExpression] = []
      for predicate in step.predicates {
        guard let condition = DirectExpression(predicate, engine), condition.isCondition else { return nil }
        conditions.append(condition)
      }
      switch (step.axis, step.test) {
      case ("self", "node()") where conditions.isEmpty && !isAnywhere: continue
      case ("parent", "node()") where conditions.isEmpty && steps.isEmpty && !isAbsolute && !isAnywhere: parents += 1
      // Twice, and a node could be found twice.
      case ("descendant-or-self", "node()") where conditions.isEmpty && !steps.contains { $0.isAnywhere }:
        isAnywhere = true
      case ("child", let name) where name != "*" && !name.hasSuffix(")") && !name.contains(":") && name != "record":
        steps.append(Step(name, isAnywhere: isAnywhere, conditions: conditions))
        isAnywhere = false
      default: return nil
      }
    }
    if isAnywhere { return nil }
    // `..` alone may be the document itself.
    if parents > 0, steps.isEmpty { return nil }
  }
}
