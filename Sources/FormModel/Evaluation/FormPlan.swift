internal import Synchronization
internal import XMLTree

/// An expression of a form, and which one it is among those of its plan.
struct PlannedExpression: Sendable {
  let number: Int
  let source: String
  let place: SourcePlace
}

/// A rule with its expressions.
final class RulePlan: Sendable {
  let rule: RuleDefinition
  let each: PlannedExpression?
  let when: PlannedExpression?
  let test: PlannedExpression
  /// Whether `when` says the same at every node, so that it is asked once before the nodes are looked for.
  let isWhenForAll: Bool

  fileprivate init(_ rule: RuleDefinition, _ numbers: inout PlanNumbers) {
    self.rule = rule
    each = numbers.expression(rule.each, rule.source)
    when = numbers.expression(rule.when, rule.source)
    test = numbers.expression(rule.test, rule.source)
    let syntax = { (source: String?) in source.flatMap { try? XPathSyntax(parsing: $0) } }
    isWhenForAll =
      (syntax(rule.when)?.isAboutWholeRecord ?? false) && (syntax(rule.each)?.staysInRecord ?? false)
  }
}

extension XPathSyntax {
  /// Whether it looks at nothing but the record as a whole and the other papers, by paths from their roots.
  fileprivate var isAboutWholeRecord: Bool {
    var isOnly = true
    visit { part in
      switch part {
      case .path(let path):
        if path.start == .context || path.steps.contains(where: { !$0.predicates.isEmpty }) { isOnly = false }
      case .call(let name, _): if !Self.wholeRecordFunctions.contains(name) { isOnly = false }
      case .literal, .number, .binary, .negative: break
      case .variable: isOnly = false
      }
    }
    return isOnly
  }

  private static let wholeRecordFunctions: Set<String> = [
    "starts-with", "not", "filled", "true", "false", "count", "other-papers",
  ]

  /// Whether what it gives stands in the record itself: `/record` at a node of another paper is that paper.
  fileprivate var staysInRecord: Bool {
    var stays = true
    visit { part in if case .call(let name, _) = part, name != "texts" { stays = false } }
    return stays
  }
}

/// A field by reference: a declaration is large, and copying it costs more than most expressions.
final class FieldPlan: Sendable {
  let definition: FieldDefinition
  /// Whether nobody may change it.
  let isReadonly: Bool
  /// Whether it is calculated, or follows from other figures.
  let follows: Bool
  /// Whether it holds words of whoever wrote them, and is no part of an address.
  let isFreeText: Bool

  fileprivate init(_ definition: FieldDefinition, in line: LineDefinition?) {
    self.definition = definition
    isFreeText = definition.has(.words) && !(line?.parts.contains { $0.isAddress(definition.common.id) } ?? false)
    isReadonly = definition.readonly
    follows = definition.calculate != nil || !definition.relations.isEmpty
  }
}

/// A field or group with what its evaluation needs at hand; reached by reference, since the declaration is large.
final class ItemPlan: Sendable {
  let item: ItemDefinition
  let common: ItemProperties
  let repeats: Bool
  let field: FieldPlan?
  /// What stands inside; nil for a field.
  let inner: GroupPlan?
  let relevant: PlannedExpression?
  let required: PlannedExpression?
  let calculate: PlannedExpression?
  let rules: [RulePlan]

  var id: String { common.id }
  var label: String { common.label }

  fileprivate init(_ item: ItemDefinition, in line: LineDefinition?, _ numbers: inout PlanNumbers) {
    self.item = item
    common = item.common
    repeats = item.repeats
    relevant = numbers.expression(common.relevant, common.source)
    required = numbers.expression(common.required, common.source)
    switch item {
    case .field(let field):
      self.field = FieldPlan(field, in: line)
      inner = nil
      calculate = numbers.expression(field.calculate, common.source)
    case .group(let group):
      field = nil
      inner = GroupPlan(group.items, line: group.line, &numbers)
      calculate = nil
    }
    rules = common.rules.map { RulePlan($0, &numbers) }
  }
}

/// Items that stand together: those of a form or of a group.
final class GroupPlan: Sendable {
  let items: [ItemPlan]
  /// The place of each item by its id.
  let places: [String: Int]
  /// How many items there are, with those inside.
  let count: Int

  fileprivate init(_ items: [ItemDefinition], line: LineDefinition? = nil, _ numbers: inout PlanNumbers) {
    var plans: [ItemPlan] = []
    for item in items { plans.append(ItemPlan(item, in: line, &numbers)) }
    self.items = plans
    count = plans.reduce(0) { $0 + 1 + ($1.inner?.count ?? 0) }
    places = Dictionary(items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Numbers the expressions of a form in the order of their declaration.
private struct PlanNumbers {
  var count = 0

  mutating func expression(_ source: String, _ place: SourcePlace) -> PlannedExpression {
    defer { count += 1 }
    return PlannedExpression(number: count, source: source, place: place)
  }

  mutating func expression(_ source: String?, _ place: SourcePlace) -> PlannedExpression? {
    source.map { expression($0, place) }
  }
}

/// A form made ready for evaluating any number of records.
///
/// The plan itself never changes and belongs to all threads. Compiled expressions do not (see `XPathProgram`): they
/// stand on workbenches, each of which is lent to one evaluation at a time and given back for the next.
final class FormPlan: Sendable {
  /// What was done with the form, for tests and measurements.
  struct Work: Hashable, Sendable {
    /// How many records were evaluated.
    var evaluations = 0
    /// How many trees were built for that.
    var trees = 0
  }

  let form: FormDefinition
  let top: GroupPlan
  let rules: [RulePlan]
  /// The number of planned expressions.
  let expressions: Int
  private let benches = Mutex<[Workbench]>([])
  private let done = Mutex(Work())

  init(_ form: FormDefinition) {
    self.form = form
    var numbers = PlanNumbers()
    top = GroupPlan(form.items, &numbers)
    rules = form.rules.map { RulePlan($0, &numbers) }
    expressions = numbers.count
  }

  /// A workbench that nobody else uses until it is given back.
  func lendBench(to evaluator: Evaluator) -> Workbench {
    let bench = benches.withLock { $0.popLast() } ?? Workbench(plan: self, evaluator)
    bench.begin(evaluator)
    return bench
  }

  func takeBack(_ bench: Workbench) {
    bench.end()
    benches.withLock { $0.append(bench) }
  }

  /// What was done so far.
  var work: Work { done.withLock { $0 } }

  func note(_ change: (inout Work) -> Void) {
    done.withLock { change(&$0) }
  }
}

/// The plans of the forms that a library's records were evaluated by, and its lists of words; shared by all copies of the library.
final class FormPlans: Sendable, Hashable {
  private struct Key: Hashable {
    let form: String
    let version: String
  }

  private let plans = Mutex<[Key: FormPlan]>([:])
  private let lists = Mutex<[String: ListedWords]>([:])

  /// The plan of a form, made when it is first asked for, and anew for another form of the same id and version.
  func plan(for form: FormDefinition) -> FormPlan {
    let key = Key(form: form.id, version: form.version)
    let known = plans.withLock { $0[key] }
    if let known, known.form == form { return known }
    let plan = FormPlan(form)
    plans.withLock { $0[key] = plan }
    return plan
  }

  /// The words of a list, made ready when they are first asked for, and anew for another list of the same id.
  func words(of list: CodeList) -> ListedWords {
    if let known = lists.withLock({ $0[list.id] }), known.list == list { return known }
    let words = ListedWords(list)
    lists.withLock { $0[list.id] = words }
    return words
  }

  /// What is remembered of a library is no part of its value.
  static func == (left: FormPlans, right: FormPlans) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
