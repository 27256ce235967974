internal import XMLTree

/// Evaluates the expressions of a form over one record: values, relevance, findings, dates.
///
/// Conditions of an item (`required`, `relevant`, `calculate`, `default`) are evaluated at the surrounding group;
/// rules and messages inside an item at the item itself.
final class Evaluator {
  let form: FormDefinition
  let plan: FormPlan
  let library: FormLibrary
  private let today: Day
  /// The days on which everything that was asked so far has the same answer.
  private(set) var stretch = DayStretch.always
  private(set) var tree: RecordTree
  /// The record as it was given, which is not among the others.
  var given: Record
  /// Other papers that expressions can ask for.
  let others: OtherPapers?
  /// What the user set once for every paper; nil outside the conversation.
  let settings: XMLNode?
  private let settingsTree: RecordTree?
  /// The papers that were asked for, which live as long as expressions may hold their nodes.
  private var attached: [ObjectIdentifier: EvaluatedRecord] = [:]
  /// What was lent for the evaluation that is under way.
  private var bench: Workbench?
  /// The steps that expressions took while a workbench was lent the last time.
  private(set) var spent = 0
  /// The check of single values.
  private(set) lazy var values = ValueCheck(form: form, library: library)
  /// Expressions that could not be read or evaluated; a mistake of the form's author.
  private(set) var mistakes: [AuthorMistake] = []
  /// What a record said for a field that is calculated, where the calculation gives something else; by place.
  var overridden: [Int: String] = [:]
  /// Rules that hold up even a paper that is otherwise never held up.
  var alwaysBlocking: Set<String> = []
  /// The person a sheet is made for; nil for the paper as a whole.
  var sheet: XMLNode?
  /// What the parts of a relation give, while its sentence is made.
  var expected: Double?
  /// What a row counts parts of, while one of its figures is counted.
  var rowNodes: [XMLNode]?
  /// Which papers the figure that is being counted has asked for.
  var asked = Asked()
  /// What was counted already.
  var countedValues: [XMLNode: CountedValue] = [:]
  /// What was found among the papers while counting; nil until somebody asks.
  var knownCounting: CountingMemory?
  /// The texts of the paper's second language by their German wording, while a page is made.
  var translations: [String: String] = [:]
  /// The fixed texts that a page has asked for.
  var printedNotices: Set<String> = []
  /// Whether `filled()` takes everything that can be filled in as filled.
  var assumesFilled = false
  /// What uses of releases rest on, by use, number and day.
  var bases: [String: UseCheck.Basis] = [:]
  /// The days of a case by their names, where the papers of one are looked at.
  var caseDay: ((String) -> String)?
  /// Whether a copy of the case is known to be destroyed, by what was copied; where the papers of one are looked at.
  var isCopyDestroyed: ((String) -> Bool)?
  /// The use whose message is being made.
  var currentBasis: UseCheck.Basis?
  /// The doubt whose message is being made.
  var currentDoubt: Revocation.Doubt?
  /// The words by which names and streets are known in texts.
  private(set) lazy var scanWords = ScanWords(library)
  /// Searches for places, by the list of words that are no names of houses.
  private var placeSearches: [String: PlaceSearch] = [:]
  /// What is printed in place of a hidden value.
  var masked: [XMLNode: String] = [:]
  /// The values of hidden fields, while their nodes are empty.
  var covered: [(slot: Int, text: String)] = []

  /// An evaluator of a record, or of a blank paper.
  ///
  /// - Parameter caseNumber: the number of its case, where the record does not tell it any more.
  init(
    form: FormDefinition, library: FormLibrary, record: Record?, others: OtherPapers? = nil, settings: Record? = nil,
    day: Day, caseNumber: String? = nil
  ) {
    self.form = form
    self.library = library
    today = day
    self.others = others
    others?.begin()
    given = record ?? Record(form: form.id, version: form.version)
    plan = library.plans.plan(for: form)
    plan.note { $0.evaluations += 1 }
    tree = RecordTree(
      plan, record: record, caseNumber: caseNumber ?? record.flatMap { library.caseNumber(of: $0, form: form) })
    if let settings, let form = library.settings {
      let own = RecordTree(library.plans.plan(for: form), record: settings, caseNumber: nil)
      tree.adopt(own)
      (settingsTree, self.settings) = (own, own.root)
    } else {
      (settingsTree, self.settings) = (nil, nil)
    }
    if let forest = others?.forest { tree.adopt(forest) }
  }

  /// The day everything refers to; what asks for it holds for that day alone.
  var day: Day {
    stretch.narrow(to: today)
    return today
  }

  /// The day everything refers to, for what only asks whether it has come as far as some days.
  ///
  /// `changes` are the days from which on the answer is another one.
  func day(changing changes: [Day]) -> Day {
    for change in changes { stretch.cut(at: change, today: today) }
    return today
  }

  /// The day that ages refer to: the form's own, or the reference day while that is empty.
  var referenceDay: Day {
    guard let source = form.referenceDay else { return day }
    return Day(iso: value(source, at: tree.root, form.source).string) ?? day
  }

  /// The language beside German in which the paper is printed; empty for none.
  var secondLanguage: String {
    form.language.flatMap { tree.root.element($0.field) }.map { form.secondLanguage($0.text, in: library) } ?? ""
  }

  // MARK: Expressions

  /// Does several things with one workbench.
  func working<Result>(_ body: () -> Result) -> Result {
    withEngine { _ in body() }
  }

  /// Lends the engine of a workbench, to which templates add functions of their own.
  func withEngine<Result, Failure: Error>(
    _ body: (XPathEngine) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if let bench { return try body(bench.engine) }
    let lent = plan.lendBench(to: self)
    bench = lent
    defer {
      bench = nil
      spent = lent.spent
      plan.takeBack(lent)
    }
    return try body(lent.engine)
  }

  /// The value of an expression; a broken one is noted and gives an empty string.
  func value(_ source: String, at node: XMLNode, _ place: SourcePlace) -> XPathValue {
    evaluate(source, place, otherwise: .string("")) { (bench) throws(XPathFailure) in
      try bench.value(source, at: node)
    }
  }

  func value(_ expression: PlannedExpression, at slot: Int) -> XPathValue {
    let node = tree.slots[slot].node
    return evaluate(expression.source, expression.place, otherwise: .string("")) { (bench) throws(XPathFailure) in
      try bench.value(expression, at: node)
    }
  }

  func holds(_ source: String?, at node: XMLNode, _ place: SourcePlace, otherwise: Bool) -> Bool {
    source.map { value($0, at: node, place).boolean } ?? otherwise
  }

  func holds(_ expression: PlannedExpression?, at slot: Int, otherwise: Bool) -> Bool {
    guard let expression else { return otherwise }
    return evaluate(expression.source, expression.place, otherwise: false) { (bench) throws(XPathFailure) in
      try bench.holds(expression, at: slot)
    }
  }

  private func evaluate<Result>(
    _ source: String, _ place: SourcePlace, otherwise: Result,
    _ body: (Workbench) throws(XPathFailure) -> Result
  ) -> Result {
    working {
      guard let bench else { return otherwise }
      do throws(XPathFailure) {
        return try body(bench)
      } catch {
        note(error, of: source, place)
        return otherwise
      }
    }
  }

  /// Builds the tree again, for a record that has changed more than its tree can.
  func rebuildTree() {
    tree = RecordTree(plan, record: given, beside: tree)
    bench?.begin(self)
  }

  /// Throws what is wrong with the form's expressions, if anything is.
  func throwMistakes() throws(AuthorMistakes) {
    guard mistakes.isEmpty else { throw AuthorMistakes(mistakes) }
  }

  private func note(_ failure: XPathFailure, of source: String, _ place: SourcePlace) {
    let message =
      switch failure.code {
      case .budget:
        "Der Ausdruck ›\(source)‹ braucht mehr Rechenschritte, als die Ausdrücke eines Papiers zusammen dürfen. Bitte nicht für "
          + "jede Zeile alle Zeilen durchgehen."
      case .syntax, .evaluation: "Der Ausdruck ›\(source)‹ kann nicht ausgewertet werden."
      }
    // Once the steps are used up, every further expression would say the same.
    if failure.code == .budget, mistakes.contains(where: { $0.code == failure.code.rawValue }) { return }
    note([AuthorMistake(code: failure.code.rawValue, place: place, message: message)])
  }

  func note(_ new: [AuthorMistake]) {
    for mistake in new where !mistakes.contains(mistake) { mistakes.append(mistake) }
  }

  /// How many other papers were asked for.
  var attachedCount: Int { attached.count + (others?.forest?.count ?? 0) }

  /// The roots of other papers, as their pages show them.
  func attached(
    _ ask: (OtherPapers, Record) throws(AuthorMistakes) -> [EvaluatedRecord]
  ) -> [XMLNode] {
    guard let others else { return [] }
    do throws(AuthorMistakes) {
      return try ask(others, given).map { paper in
        if attached.updateValue(paper, forKey: ObjectIdentifier(paper)) == nil { tree.adopt(paper.evaluator.tree) }
        return paper.evaluator.tree.root
      }
    } catch {
      note(error.mistakes)
      return []
    }
  }

  /// Lets the nodes of all papers of a run be known here.
  func attachAll(of others: OtherPapers) {
    for paper in others.given where attached.updateValue(paper, forKey: ObjectIdentifier(paper)) == nil {
      tree.adopt(paper.evaluator.tree)
    }
  }

  /// The search for places in texts, by the list of words that are no names of houses.
  func placeSearch(_ list: String) -> PlaceSearch {
    if let known = placeSearches[list] { return known }
    let search = PlaceSearch(houseWords: library.lists[list]?.codes.map(\.label) ?? [])
    placeSearches[list] = search
    return search
  }

  /// Whose tree a node stands in: that of this paper, or of one that was asked for; nil for others.
  func owner(of node: XMLNode) -> Evaluator? {
    if node.document === tree.document { return self }
    return attached.values.lazy.map(\.evaluator).first { $0.tree.document === node.document }
  }

  /// The people that get a sheet of their own; none when the paper is one sheet.
  func sheets() -> [XMLNode] {
    guard let sheet = form.sheet, holds(sheet.when, at: tree.root, sheet.source, otherwise: true) else {
      return []
    }
    let people = value(sheet.each, at: tree.root, sheet.source).nodes
    return people.count > 1 ? people : []
  }

  func fields(below parent: XMLNode) -> [(XMLNode, FieldDefinition)] {
    guard let slot = tree.slot(of: parent) else { return [] }
    var result: [(XMLNode, FieldDefinition)] = []
    tree.visit(below: slot) { slot in
      if let field = tree.slots[slot].plan?.field { result.append((tree.slots[slot].node, field.definition)) }
    }
    return result
  }

  /// A sentence with its expressions in braces filled in.
  func sentence(_ template: String, at node: XMLNode, _ place: SourcePlace) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      switch value(String(rest[rest.index(after: open)..<close]), at: node, place) {
      case .nodes(let nodes): result += nodes.first.map { display($0) } ?? "–"
      case .string(let text): result += text
      case .number(let number):
        let shown = XPathValue.number(number).german
        result += shown.isEmpty ? "–" : shown
      case .boolean(let value): result += value ? "ja" : "nein"
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// The dates of the retention schedule that are known already.
  func retention() -> [RetentionDate] {
    form.retention.compactMap { use in
      holds(use.applies, at: tree.root, use.source, otherwise: true) ? retentionDate(use.classID) : nil
    }
  }

  /// The date of a class of the retention schedule for this record; nil while its start event is open.
  func retentionDate(_ id: String) -> RetentionDate? {
    guard let rule = library.retention.classes[id],
      let start = Day(iso: value(rule.start, at: tree.root, rule.source).string)
    else { return nil }
    let period = LegalPeriod(from: start, lasting: rule.period)
    let due =
      switch rule.action {
      case .delete, .restrict, .offer, .settle: period.due
      case .destroy: period.end
      }
    return RetentionDate(rule: rule, start: start, end: period.end, due: due)
  }
}
