internal import XMLTree

/// How the cost of an expression grows with the length of a paper.
///
/// A path over rows costs as many steps as there are rows; one in brackets behind it is taken for each of them. What goes
/// over all rows for each row of all rows grows with their cube, and a long paper would let the program stand still.
struct ExpressionCost {
  /// How often rows, or papers, may be gone over within each other.
  static let limit = 2

  /// Of papers there can be thousands and of rows dozens, so both are counted by themselves.
  struct Depth {
    var rows = 0
    var papers = 0

    /// The deeper of two that stand beside each other.
    func or(_ other: Depth) -> Depth { Depth(rows: max(rows, other.rows), papers: max(papers, other.papers)) }

    /// One that is taken for each node of another.
    func within(_ other: Depth) -> Depth { Depth(rows: rows + other.rows, papers: papers + other.papers) }
  }

  let check: ExpressionCheck

  /// The deepest way in which rows and papers are gone over for each other.
  func depth(_ syntax: XPathSyntax, in scope: DeclarationScope) -> Depth {
    switch syntax {
    case .path(let path): depth(path, in: scope)
    case .call(let name, let arguments):
      if ExpressionFunctions.overNodes.contains(name) {
        inner(arguments, in: scope)
      } else {
        arguments.reduce(many(syntax)) { $0.or(depth($1, in: scope)) }
      }
    case .binary(_, let left, let right): depth(left, in: scope).or(depth(right, in: scope))
    case .negative(let inner): depth(inner, in: scope)
    case .literal, .number, .variable: Depth()
    }
  }

  /// What a call by itself goes over; a case has few papers, however many there are of all.
  private func many(_ syntax: XPathSyntax) -> Depth {
    guard case .call(let name, _) = syntax else { return Depth() }
    return ["papers", "sources", "set"].contains(name) ? Depth(papers: 1) : Depth()
  }

  private func depth(_ path: XPathPath, in scope: DeclarationScope) -> Depth {
    var ignored: [ExpressionProblem] = []
    var here = path.start == .root ? check.root : scope
    // What the steps so far lead to, and the deepest condition on the way.
    var around = Depth()
    var deepest = Depth()
    if let filter = path.filter {
      (around, deepest) = (depth(filter, in: scope), depth(filter, in: scope))
      here = check.target(of: filter, in: scope, &ignored) ?? scope.with(.unknown)
    }
    var isAnywhere = false
    for (index, step) in path.steps.enumerated() {
      if step.axis == "descendant-or-self" {
        isAnywhere = true
        around.rows = max(around.rows, 1)
        if path.start == .root, index == 0 { here = check.root }
        continue
      }
      if path.start == .root, index == 0, step.test == "record" { continue }
      here = check.next(step, from: here, anywhere: isAnywhere, &ignored)
      isAnywhere = false
      if step.axis == "child" {
        let repeats = if case .item(let item) = here.current { item.repeats } else { step.test == "*" }
        if repeats { around.rows = max(around.rows, 1) }
      }
      for predicate in step.predicates { deepest = deepest.or(depth(predicate, in: here).within(around)) }
    }
    return deepest.or(around)
  }

  /// The expressions in quotes that are evaluated over each node.
  private func inner(_ arguments: [XPathSyntax], in scope: DeclarationScope) -> Depth {
    guard let nodes = arguments.first else { return Depth() }
    var ignored: [ExpressionProblem] = []
    let here = check.target(of: nodes, in: scope, &ignored) ?? scope.with(.unknown)
    let around = depth(nodes, in: scope)
    return arguments.dropFirst().reduce(around) { deepest, argument in
      guard case .literal(let text) = argument, let syntax = try? XPathSyntax(parsing: text) else { return deepest }
      return deepest.or(depth(syntax, in: here).within(around))
    }
  }
}

extension ExpressionCheck {
  /// Refuses what goes over all rows for each row of all rows.
  func checkCost(_ syntax: XPathSyntax, in scope: DeclarationScope, _ problems: inout [ExpressionProblem]) {
    let depth = ExpressionCost(check: self).depth(syntax, in: scope)
    let deepest = max(depth.rows, depth.papers)
    guard deepest > ExpressionCost.limit else { return }
    problems.add(
      .cost,
      "Der Ausdruck geht \(deepest)-fach ineinander alle \(depth.papers > depth.rows ? "Papiere" : "Zeilen") durch; bei langen "
        + "Papieren stünde das Programm still. Bitte die inneren eckigen Klammern vereinfachen.")
  }
}
