internal import XMLTree

/// An expression of a small closed part of XPath 1.0 that is evaluated over the record's own tree without libxml2.
///
/// Most conditions of forms are as simple as `filled(x)` or `../y = 'ja' and not(z)`; libxml2 takes a microsecond for
/// each, most of it to begin and to call back. What belongs here: paths of names below the context, below parents of it
/// (`../..`), or below `/record` and `current-record()`, with `//` once and with conditions in brackets, but none by number;
/// unions of such paths; literals and numbers; `and`, `or`, comparisons, `+`, `-`, `*`; `not`, `true`, `false`, `boolean`,
/// `string`, `number`, `count`, `string-length`, `starts-with`; and the registered functions that do not look at their place
/// in a list of nodes. Everything else (other axes and functions, paths from other papers) goes to libxml2, which stays the
/// judge: a test evaluates every expression of every form both ways.
indirect enum DirectExpression {
  case path(DirectPath)
  case union([DirectPath])
  case literal(String)
  case number(Double)
  case boolean(Bool)
  case not(DirectExpression)
  case and(DirectExpression, DirectExpression)
  case or(DirectExpression, DirectExpression)
  case comparison(XPathComparison, DirectExpression, DirectExpression)
  case arithmetic(Arithmetic, DirectExpression, DirectExpression)
  case core(Core, [DirectExpression])
  case filled(DirectPath)
  case call(XPathEngine.Function, [DirectExpression])

  enum Arithmetic: String {
    case plus = "+"
    case minus = "-"
    case times = "*"
  }

  enum Core: String {
    case boolean, string, number, count
    case stringLength = "string-length"
    case startsWith = "starts-with"
  }

  /// What the expression gives.
  func value(_ scope: DirectScope) -> XPathValue {
    switch self {
    case .path(let path): .nodes(scope.nodes(path))
    case .union(let paths): .nodes(scope.nodes(paths))
    case .literal(let text): .string(text)
    case .number(let number): .number(number)
    case .boolean(let value): .boolean(value)
    case .not, .and, .or, .comparison, .filled: .boolean(holds(scope))
    case .arithmetic(let operation, let left, let right):
      .number(Self.result(operation, left.value(scope).number, right.value(scope).number))
    case .core(let function, let arguments): Self.result(function, arguments.map { $0.value(scope) })
    case .call(let function, let arguments): function(arguments.map { $0.value(scope) }, scope.call)
    }
  }

  /// The same as a truth value.
  func holds(_ scope: DirectScope) -> Bool {
    switch self {
    case .boolean(let value): value
    case .not(let inner): !inner.holds(scope)
    case .and(let left, let right): left.holds(scope) && right.holds(scope)
    case .or(let left, let right): left.holds(scope) || right.holds(scope)
    case .path(let path): scope.contains(path) { _ in true }
    case .union(let paths): paths.contains { scope.contains($0) { _ in true } }
    case .filled(let path): scope.contains(path, where: scope.tree.isFilled)
    case .comparison(.equal, .path(let path), .literal(let text)):
      scope.contains(path) { scope.tree.slots[$0].node.hasText(text) }
    case .comparison(.unequal, .path(let path), .literal(let text)):
      scope.contains(path) { !scope.tree.slots[$0].node.hasText(text) }
    case .comparison(let comparison, let left, let right): comparison.holds(left.value(scope), right.value(scope))
    case .literal, .number, .arithmetic, .core, .call: value(scope).boolean
    }
  }

  private static func result(_ operation: Arithmetic, _ left: Double, _ right: Double) -> Double {
    switch operation {
    case .plus: DecimalArithmetic.sum(left, right)
    case .minus: DecimalArithmetic.sum(left, -right)
    case .times: DecimalArithmetic.exact(left * right)
    }
  }

  private static func result(_ function: Core, _ arguments: [XPathValue]) -> XPathValue {
    switch function {
    case .boolean: .boolean(arguments[0].boolean)
    case .string: .string(arguments[0].string)
    case .number: .number(arguments[0].number)
    case .count: .number(Double(arguments[0].nodes.count))
    case .stringLength: .number(Double(arguments[0].string.unicodeScalars.count))
    case .startsWith: .boolean(arguments[0].string.utf8.starts(with: arguments[1].string.utf8))
    }
  }
}

/// A path of names from the context, from a parent of it or from the record.
struct DirectPath {
  /// A name, and where the group that was asked last has it.
  final class Step {
    let name: String
    /// Whether it may stand anywhere below, and not only right below.
    let isAnywhere: Bool
    /// What must hold at each of its nodes.
    let conditions: [DirectExpression]
    private unowned(unsafe) var group: GroupPlan?
    private var place: Int?

    init(_ name: String, isAnywhere: Bool, conditions: [DirectExpression]) {
      self.name = name
      self.isAnywhere = isAnywhere
      self.conditions = conditions
    }

    func place(in group: GroupPlan) -> Int? {
      if self.group !== group { (self.group, place) = (group, group.places[name]) }
      return place
    }
  }

  /// Whether it begins at the record and not at the context.
  var isAbsolute: Bool
  /// How many parents it goes up first.
  var parents: Int
  var steps: [Step]
}

/// Where a direct expression is evaluated.
struct DirectScope {
  let tree: RecordTree
  let slot: Int

  var call: XPathEngine.Call {
    let node = tree.slots[slot].node
    return XPathEngine.Call(node: node, origin: node)
  }

  func nodes(_ path: DirectPath) -> [XMLNode] {
    var result: [XMLNode] = []
    _ = contains(path) { slot in
      result.append(tree.slots[slot].node)
      return false
    }
    return result
  }

  /// What several paths lead to together, each node once and in the order of the tree.
  func nodes(_ paths: [DirectPath]) -> [XMLNode] {
    var slots: Set<Int> = []
    for path in paths {
      _ = contains(path) { slot in
        slots.insert(slot)
        return false
      }
    }
    return slots.sorted { tree.precedes($0, $1) }.map { tree.slots[$0].node }
  }

  /// Whether a path leads to a place of which something holds.
  func contains(_ path: DirectPath, where isWanted: (Int) -> Bool) -> Bool {
    var start = path.isAbsolute ? 0 : slot
    for _ in 0..<path.parents {
      guard start != 0 else { return false }
      start = tree.slots[start].parent
    }
    return contains(path, 0, below: start, where: isWanted)
  }

  private func contains(_ path: DirectPath, _ index: Int, below slot: Int, where isWanted: (Int) -> Bool) -> Bool {
    guard index < path.steps.count else { return isWanted(slot) }
    let step = path.steps[index]
    guard let group = tree.slots[slot].inner else { return false }
    let found = step.place(in: group)
    for place in step.isAnywhere ? group.items.indices : found.map({ $0..<($0 + 1) }) ?? 0..<0 {
      for child in tree.span(of: place, below: slot) where tree.slots[child].isLinked {
        tree.steps &+= 1
        guard tree.steps < tree.stepLimit else { return false }
        if place == found, step.conditions.allSatisfy({ $0.holds(DirectScope(tree: tree, slot: child)) }),
          contains(path, index + 1, below: child, where: isWanted)
        {
          return true
        }
        if step.isAnywhere, contains(path, index, below: child, where: isWanted) { return true }
      }
    }
    return false
  }
}
