extension XPathPath {
  /// The names of a path that only goes down, such as `kind/name`, and so needs no evaluation; empty for `.`, nil for
  /// any other.
  public var childNames: [String]? {
    guard start == .context else { return nil }
    if steps.count == 1, steps[0].axis == "self", steps[0].test == "node()", steps[0].predicates.isEmpty { return [] }
    for step in steps {
      guard step.axis == "child", step.predicates.isEmpty,
        step.test.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "." })
      else { return nil }
    }
    return steps.map(\.test)
  }
}
