extension XPathSyntax {
  /// The expression as text again: another spelling perhaps, but the same meaning.
  public var source: String { source(inside: 0) }

  /// The signs by how tightly they bind, as XPath 1.0, chapter 3, has them.
  private static let binding: [String: Int] = [
    "or": 1, "and": 2, "=": 3, "!=": 3, "<": 4, "<=": 4, ">": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "div": 6, "mod": 6,
    "|": 8,
  ]

  /// The text, in brackets where what stands around it binds more tightly.
  private func source(inside outer: Int) -> String {
    switch self {
    case .path(let path): return path.source
    case .literal(let text): return text.contains("'") ? "\"\(text)\"" : "'\(text)'"
    case .number(let number): return XPathValue.number(number).string
    case .call(let name, let arguments):
      return "\(name)(\(arguments.map(\.source).joined(separator: ", ")))"
    case .binary(let operation, let left, let right):
      let own = Self.binding[operation] ?? 0
      // What stands on the right would be read from the left otherwise.
      let text = "\(left.source(inside: own)) \(operation) \(right.source(inside: own + 1))"
      return own < outer ? "(\(text))" : text
    case .negative(let inner): return "-\(inner.source(inside: 7))"
    case .variable(let name): return "$" + name
    }
  }
}

extension XPathPath {
  /// The path as text again.
  public var source: String {
    var steps = steps[...]
    var result = ""
    switch start {
    case .context: break
    case .root: result = "/"
    case .filter:
      result = filter.map { $0.isWhole ? $0.source : "(\($0.source))" } ?? ""
      // Predicates of the filter itself, which number all of its nodes and not those of each parent.
      if let first = steps.first, first.axis == "self", first.test == "node()" {
        result += first.predicates.map { "[\($0.source)]" }.joined()
        steps = steps.dropFirst()
      }
      if !steps.isEmpty { result += "/" }
    }
    return result + steps.map(\.source).joined(separator: "/")
  }
}

extension XPathStep {
  /// The step as text again, abbreviated as XPath 1.0, chapter 2.5, allows it.
  public var source: String {
    if predicates.isEmpty, test == "node()" {
      if axis == "self" { return "." }
      if axis == "parent" { return ".." }
    }
    let name =
      switch axis {
      case "child": test
      case "attribute": "@" + test
      default: "\(axis)::\(test)"
      }
    return name + predicates.map { "[\($0.source)]" }.joined()
  }
}

extension XPathSyntax {
  /// Whether steps can follow without brackets.
  fileprivate var isWhole: Bool {
    switch self {
    case .call, .variable, .literal: true
    case .path, .number, .binary, .negative: false
    }
  }
}
