internal import XMLTree

/// Which items of its own record an expression looks at.
struct ExpressionReferences {
  /// An item that is looked at.
  struct Reference: Hashable {
    /// The ids from the record down to it.
    let path: [String]
    /// Whether only its being there counts, and not what it holds.
    let isCounted: Bool
  }

  let check: ExpressionCheck
  private(set) var found: Set<Reference> = []

  /// Functions whose nodes belong to other papers.
  private static let foreign: Set<String> = [
    "papers", "other-papers", "sources", "set", "part", "moves", "of-row", "case-papers", "usable-releases",
    "open-recipients", "release", "settings",
    "where", "first-of-each", "last-of-each", "one-of-each", "options", "codes", "code-rows",
  ]

  /// What `source` looks at, evaluated at `scope`.
  static func of(_ source: String, in scope: DeclarationScope, _ check: ExpressionCheck) -> Set<Reference> {
    guard let syntax = try? XPathSyntax(parsing: source) else { return [] }
    var check = check
    check.origin = scope
    var references = ExpressionReferences(check: check)
    references.collect(syntax, in: scope, isForeign: false)
    return references.found
  }

  private mutating func collect(
    _ syntax: XPathSyntax, in scope: DeclarationScope, isForeign: Bool, isCounted: Bool = false
  ) {
    switch syntax {
    case .path(let path): collect(path, in: scope, isForeign: isForeign, isCounted: isCounted)
    case .call(let name, let arguments):
      if name.hasPrefix("retention"), case .literal(let id)? = arguments.first,
        let start = check.library.retention.classes[id]?.start, let syntax = try? XPathSyntax(parsing: start)
      {
        collect(syntax, in: check.root, isForeign: false)
      }
      for argument in arguments {
        collect(argument, in: scope, isForeign: isForeign, isCounted: name == "count")
      }
    case .binary(let operation, let left, let right):
      collect(left, in: scope, isForeign: isForeign, isCounted: isCounted && operation == "|")
      collect(right, in: scope, isForeign: isForeign, isCounted: isCounted && operation == "|")
    case .negative(let inner): collect(inner, in: scope, isForeign: isForeign)
    case .literal, .number, .variable: break
    }
  }

  private mutating func collect(
    _ path: XPathPath, in scope: DeclarationScope, isForeign: Bool, isCounted: Bool
  ) {
    var ignored: [ExpressionProblem] = []
    var isForeign = isForeign && path.start == .context
    var here = path.start == .root ? check.root : scope
    var steps = path.steps[...]
    if let filter = path.filter {
      if case .call(let name, _) = filter { isForeign = Self.foreign.contains(name) }
      collect(filter, in: scope, isForeign: isForeign, isCounted: true)
      here = check.target(of: filter, in: scope, &ignored) ?? scope.with(.unknown)
    } else if path.start == .root, steps.first?.test == "record" {
      steps.removeFirst()
    }
    var isAnywhere = false
    for step in steps {
      if step.axis == "descendant-or-self" {
        isAnywhere = true
        continue
      }
      here = check.next(step, from: here, anywhere: isAnywhere, &ignored)
      isAnywhere = false
      for predicate in step.predicates { collect(predicate, in: here, isForeign: isForeign) }
    }
    guard !isForeign else { return }
    let ids = here.chain.compactMap { if case .item(let item) = $0 { item.id } else { nil } }
    guard !ids.isEmpty, ids.count == here.chain.count - 1 else { return }
    found.insert(Reference(path: ids, isCounted: isCounted))
  }
}
