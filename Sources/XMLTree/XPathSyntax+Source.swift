extension XPathSyntax {
  /// The expression as text again: another spelling perhaps, but the same meaning.
  public var source: String {
    switch self {
    case .path(let path): return path.source
    case .literal(let text): return text.contains("'") ? "\"\(text)\"" : "'\(text)'"
    case .number(let number): return XPathValue.number(number).string
    case .call(let name, let arguments):
      return "\(name)(\(arguments.map(\.source).joined(separator: ", ")))"
    case .binary(let operation, let left, let right): return "(\(left.source) \(operation) \(right.source))"
    case .negative(let inner): return "-(\(inner.source))"
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
      result = "(\(filter?.source ?? ""))"
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
