internal import XMLTree

/// The engine, the functions and the compiled expressions of one worker for one form.
///
/// Sendable although it changes, because a plan lends each bench to one evaluation at a time (`FormPlan.lendBench`), and
/// what is lent is used on one thread: evaluating never waits.
final class Workbench: @unchecked Sendable {
  /// Whose record the functions speak of.
  final class Desk {
    unowned var evaluator: Evaluator

    init(_ evaluator: Evaluator) { self.evaluator = evaluator }
  }

  private enum Prepared {
    case direct(DirectExpression)
    case program(XPathProgram)
  }

  let engine: XPathEngine
  private let desk: Desk
  private let idle = XMLDocument(root: "record")
  private var planned: [Prepared?]
  /// Expressions that are rarer, such as those in sentences, by their text.
  private var others: [String: Prepared] = [:]

  init(plan: FormPlan, _ evaluator: Evaluator) {
    desk = Desk(evaluator)
    engine = XPathEngine(idle)
    planned = Array(repeating: nil, count: plan.expressions)
    ExpressionFunctions(engine: engine, desk: desk).register()
  }

  /// How many steps the expressions of one record may take together.
  ///
  /// The longest forms of the house take less than a thirtieth of it (a test holds them to that); a form that needs more
  /// goes over all rows for each row, and would let the program stand still.
  static let budget = 20_000_000
  /// What each other paper that is looked at adds to it: a statistics goes over thousands.
  static let budgetForPaper = 20_000

  func begin(_ evaluator: Evaluator) {
    desk.evaluator = evaluator
    engine.use(evaluator.tree.document)
    (engine.spent, evaluator.tree.steps) = (0, 0)
    allow()
  }

  /// Sets how many steps are left, for the papers that were asked for so far.
  private func allow() {
    let budget = Self.budget + Self.budgetForPaper * desk.evaluator.attachedCount
    engine.limit = budget
    desk.evaluator.tree.stepLimit = budget
  }

  /// The steps that were taken, of libxml2 and our own.
  var spent: Int { max(engine.spent, desk.evaluator.tree.steps) }

  private func checkBudget(_ source: String) throws(XPathFailure) {
    let tree = desk.evaluator.tree
    if tree.steps >= tree.stepLimit { throw XPathFailure(.budget, expression: source) }
  }

  func end() {
    engine.use(idle)
  }

  func value(_ expression: PlannedExpression, at node: XMLNode) throws(XPathFailure) -> XPathValue {
    let prepared = try prepared(expression)
    if let found = direct(prepared, at: node) {
      try checkBudget(expression.source)
      return found
    }
    return try evaluate(prepared, expression.source, at: node)
  }

  /// Whether an expression holds at a place of the tree.
  func holds(_ expression: PlannedExpression, at slot: Int) throws(XPathFailure) -> Bool {
    let prepared = try prepared(expression)
    let tree = desk.evaluator.tree
    if case .direct(let direct) = prepared, !desk.evaluator.assumesFilled {
      let result = direct.holds(DirectScope(tree: tree, slot: slot))
      try checkBudget(expression.source)
      return result
    }
    return try evaluate(prepared, expression.source, at: tree.slots[slot].node).boolean
  }

  func value(_ source: String, at node: XMLNode) throws(XPathFailure) -> XPathValue {
    let prepared: Prepared
    if let known = others[source] {
      prepared = known
    } else {
      prepared = try prepare(source)
      others[source] = prepared
    }
    if let found = direct(prepared, at: node) {
      try checkBudget(source)
      return found
    }
    return try evaluate(prepared, source, at: node)
  }

  /// What a simple expression gives at a place of the record's own tree; nil for all others.
  private func direct(_ prepared: Prepared, at node: XMLNode) -> XPathValue? {
    let evaluator = desk.evaluator
    guard case .direct(let direct) = prepared, !evaluator.assumesFilled, let slot = evaluator.tree.slot(of: node) else {
      return nil
    }
    return direct.value(DirectScope(tree: evaluator.tree, slot: slot))
  }

  private func prepared(_ expression: PlannedExpression) throws(XPathFailure) -> Prepared {
    if let known = planned[expression.number] { return known }
    let made = try prepare(expression.source)
    planned[expression.number] = made
    return made
  }

  private func prepare(_ source: String) throws(XPathFailure) -> Prepared {
    let source = DayComparison.rewritten(source)
    if let direct = DirectExpression(source, engine: engine) { return .direct(direct) }
    return .program(try program(source))
  }

  private func program(_ source: String) throws(XPathFailure) -> XPathProgram {
    try engine.compile(ReferenceLookup.rewritten(source, desk.evaluator.library))
  }

  private func evaluate(
    _ prepared: Prepared, _ source: String, at node: XMLNode
  ) throws(XPathFailure) -> XPathValue {
    allow()
    switch prepared {
    case .program(let program): return try engine.evaluate(program, at: node)
    // Simple, but asked at a place outside the record, such as in another paper.
    case .direct: return try engine.evaluate(try judge(source), at: node)
    }
  }

  /// libxml2's own program for an expression that is usually evaluated directly.
  func judge(_ source: String) throws(XPathFailure) -> XPathProgram {
    if let known = judges[source] { return known }
    let made = try program(DayComparison.rewritten(source))
    judges[source] = made
    return made
  }

  private var judges: [String: XPathProgram] = [:]

  /// What libxml2 alone says, for tests that hold both ways against each other.
  func judged(_ source: String, at node: XMLNode) throws(XPathFailure) -> XPathValue {
    try engine.evaluate(try judge(source), at: node)
  }

  /// Whether an expression is evaluated directly.
  func isDirect(_ source: String) -> Bool { DirectExpression(source, engine: engine) != nil }
}
