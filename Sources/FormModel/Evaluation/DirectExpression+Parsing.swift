internal import XMLTree

extension DirectExpression {
  /// Functions that look at their place in a list of nodes, or give a value of their own kind to a path behind them.
  private static let placed: Set<String> = ["column", "current", "position", "last"]

  /// The expression, if it is simple enough.
  init?(_ source: String, engine: XPathEngine) {
    guard let syntax = try? XPathSyntax(parsing: source) else { return nil }
    self.init(syntax, engine)
  }

  private init?(_ syntax: XPathSyntax, _ engine: XPathEngine) {
    switch syntax {
    case .literal(let text): self = .literal(text)
    case .number(let number): self = .number(number)
    case .path(let path):
      guard let path = DirectPath(path) else { return nil }
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
    if operation == "and" {
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

extension DirectExpression.Core {
  /// Whether the arguments are those that need no rule of libxml2's own, such as how a number is written.
  fileprivate func takes(_ arguments: [DirectExpression]) -> Bool {
    switch self {
    case .boolean: arguments.count == 1
    case .count:
      if case .path? = arguments.first { true } else { false }
    case .string, .startsWith:
      !arguments.isEmpty
        && arguments.allSatisfy { argument in
          switch argument {
          case .path, .literal: true
          case .number, .boolean, .not, .and, .or, .comparison, .arithmetic, .core, .filled, .call: false
          }
        }
    }
  }
}

extension DirectPath {
  fileprivate init?(_ path: XPathPath) {
    self.init(isAbsolute: false, parents: 0, steps: [])
    var rest = path.steps[...]
    switch path.start {
    case .context: break
    case .root:
      guard let first = rest.popFirst(), first.axis == "child", first.test == "record", first.predicates.isEmpty else {
        return nil
      }
      isAbsolute = true
    case .filter:
      guard path.filter == .call(name: "current-record", arguments: []) else { return nil }
      isAbsolute = true
    }
    for step in rest {
      guard step.predicates.isEmpty else { return nil }
      switch (step.axis, step.test) {
      case ("self", "node()"): continue
      case ("parent", "node()") where steps.isEmpty && !isAbsolute: parents += 1
      case ("child", let name) where name != "*" && !name.hasSuffix(")") && !name.contains(":"):
        steps.append(Step(name))
      default: return nil
      }
    }
    // `..` alone may be the document itself.
    if parents > 0, steps.isEmpty { return nil }
  }
}
