public import XMLTree

/// A record held against its form on a day: what is calculated, what is wrong, when it must go, what is shown.
public final class EvaluatedRecord {
  /// The form.
  public let form: FormDefinition
  /// The record as it was given.
  public let given: Record
  /// The record with everything calculated, and without what is not relevant.
  public let record: Record
  /// What the page shows: the record without hidden values.
  public let shown: Record
  /// Into how many sheets for different people the paper is split.
  public let sheets: Int
  /// All findings in the order of the form.
  public let findings: [Finding]
  /// The dates of the retention schedule that can be told already.
  public let retention: [RetentionDate]
  /// The paper as the conversation sees it, before anything is hidden; nil unless it was asked for.
  public let outline: Outline?
  /// What is to be done once the paper is finished; empty unless the outline was asked for.
  public let nextSteps: [NextStep]
  /// The day everything refers to.
  public let day: Day
  let evaluator: Evaluator

  /// Evaluates a record.
  ///
  /// `others` are further papers, for rules between papers. `strict` names modes that make errors of some
  /// warnings, such as `anonymity`. `sheet` is the 0-based number of the sheet to be shown. `outlined` asks for
  /// `outline` and `nextSteps`; `settings` is a record of the library's settings, for what is proposed there. Throws
  /// when an expression of the form is broken.
  public convenience init(
    _ record: Record, form: FormDefinition, library: FormLibrary, others: [Record] = [], day: Day,
    strict: Set<String> = [], sheet: Int? = nil, outlined: Bool = false, settings: Record? = nil
  ) throws(AuthorMistakes) {
    let papers = try Self.evaluate(others, besides: record, library: library, day: day)
    try self.init(
      record, form: form, library: library, papers: papers, day: day, strict: strict, sheet: sheet,
      outlined: outlined, settings: settings)
  }

  /// The same among papers that were evaluated already.
  init(
    _ record: Record, form: FormDefinition, library: FormLibrary, papers: [EvaluatedRecord], day: Day,
    strict: Set<String> = [], sheet: Int? = nil, outlined: Bool = false, settings: Record? = nil
  ) throws(AuthorMistakes) {
    let (evaluator, irrelevant) = Self.settle(
      record, form: form, library: library, papers: papers, settings: settings, day: day)
    self.form = form
    self.day = day
    given = record
    self.evaluator = evaluator
    let complete = evaluator.tree.record(record)
    self.record = complete
    let people = evaluator.sheets()
    sheets = max(1, people.count)
    if let sheet, people.indices.contains(sheet) { evaluator.sheet = people[sheet] }
    let filled = irrelevant.filter { Self.isFilled($0, in: record.root) }
    // Whoever types a value sees it, whatever the page will hide.
    outline = outlined ? evaluator.outline(irrelevant: irrelevant) : nil
    evaluator.findMasks()
    findings =
      evaluator.findings(irrelevant: irrelevant, filled: filled, strict: strict)
      + record.confirmationFindings(form: form)
    retention = form.retention.compactMap { use in
      evaluator.holds(use.applies, at: evaluator.tree.root, use.source, otherwise: true)
        ? evaluator.retentionDate(use.classID) : nil
    }
    nextSteps = outlined ? evaluator.nextSteps() : []
    evaluator.applyMasks()
    shown = evaluator.tree.record(complete)
    guard evaluator.mistakes.isEmpty else { throw AuthorMistakes(evaluator.mistakes) }
  }

  /// A paper that is filled in on a screen: what it shows, with empty rows, and nothing left out.
  ///
  /// What is not relevant yet is there, because it may become so while somebody fills it in; its values are not.
  /// The findings are those of the record.
  public init(
    forEntry record: Record, form: FormDefinition, library: FormLibrary, others: [Record] = [], day: Day,
    sheet: Int? = nil
  ) throws(AuthorMistakes) {
    let papers = try Self.evaluate(others, besides: record, library: library, day: day)
    let base = try EvaluatedRecord(record, form: form, library: library, others: others, day: day, sheet: sheet)
    let tree = RecordTree(
      form: form, record: base.shown.withSpareRows(form: form), irrelevant: [],
      caseNumber: library.caseNumber(of: record, form: form))
    let nodes = papers.compactMap { tree.addDetached($0.evaluator.tree) }
    let evaluator = Evaluator(form: form, library: library, tree: tree, others: nodes, day: day)
    // What is proposed stands in the record already, as far as it is relevant.
    evaluator.calculate(proposes: false)
    let people = evaluator.sheets()
    if let sheet, people.indices.contains(sheet) { evaluator.sheet = people[sheet] }
    evaluator.findMasks()
    evaluator.applyMasks()
    (self.form, self.day, given) = (form, day, record)
    (self.record, shown, sheets) = (base.record, base.shown, base.sheets)
    (findings, retention) = (base.findings, base.retention)
    (outline, nextSteps) = (nil, [])
    self.evaluator = evaluator
  }

  /// A blank paper: every field empty, repeated groups with the rows their declaration offers.
  public init(blank form: FormDefinition, library: FormLibrary, day: Day) {
    let tree = RecordTree(blank: form)
    self.form = form
    self.day = day
    record = Record(form: form.id, version: form.version)
    given = record
    shown = record
    sheets = 1
    findings = []
    retention = []
    outline = nil
    nextSteps = []
    evaluator = Evaluator(form: form, library: library, tree: tree, others: [], day: day)
  }

  /// Whether the record is made for the public.
  public var isPublication: Bool { evaluator.isPublication }

  /// The strongest finding; nil when there is none.
  public var strongest: Finding.Strength? { findings.map(\.strength).min() }

  /// The engine that evaluates the expressions of a template over this record.
  public var engine: XPathEngine { evaluator.engine }

  /// The day that ages and periods refer to, such as the day of the conversation.
  public var referenceDay: Day { evaluator.referenceDay }

  /// The root of the tree that those expressions see.
  public var root: XMLNode { evaluator.tree.root }

  /// What a node of that tree shows on the page.
  public func display(_ node: XMLNode) -> String {
    evaluator.display(node)
  }

  /// The number that a node of that tree holds, in its canonical form, and the nodes whose sum it is.
  ///
  /// Nil for what is no number. There are no parts where one of them is not known, and never in a publication, whose
  /// figures are rounded one by one.
  public func figure(of node: XMLNode) -> (number: String, parts: [(node: XMLNode, isSubtracted: Bool)])? {
    guard case .field(let field)? = evaluator.tree.definitions[node] else { return nil }
    let text = node.text
    guard field.kind.isNumber(text) else { return nil }
    return (text, evaluator.partsOfSum(field, node))
  }

  /// The day that a node of that tree holds; nil for what is no full day.
  public func day(of node: XMLNode) -> Day? {
    guard case .field(let field)? = evaluator.tree.definitions[node] else { return nil }
    return field.kind.day(node.text)
  }

  /// What a node of that tree is declared as.
  public func definition(of node: XMLNode) -> ItemDefinition? {
    evaluator.tree.definitions[node]
  }

  /// The text an expression gives, at the root unless another node is named.
  func text(_ source: String, _ place: SourcePlace, at node: XMLNode? = nil) -> String {
    evaluator.value(source, at: node ?? root, place).string
  }

  func nodes(_ source: String, _ place: SourcePlace) -> [XMLNode] {
    evaluator.value(source, at: root, place).nodes
  }

  func holds(_ source: String?, _ place: SourcePlace) -> Bool {
    evaluator.holds(source, at: root, place, otherwise: true)
  }

  /// What a record that is being filled lacks: defaults, and what is calculated once.
  func missingValues() -> [(path: String, text: String)] {
    evaluator.missingValues()
  }

  /// The record with what is calculated, and what of it is not relevant.
  ///
  /// What is relevant may depend on values that are not relevant themselves: repeated until nothing changes.
  static func settle(
    _ record: Record, form: FormDefinition, library: FormLibrary, papers: [EvaluatedRecord], settings: Record?,
    day: Day
  ) -> (evaluator: Evaluator, irrelevant: Set<String>) {
    var irrelevant: Set<String> = []
    var passes = 0
    let caseNumber = library.caseNumber(of: record, form: form)
    while true {
      let tree = RecordTree(form: form, record: record, irrelevant: irrelevant, caseNumber: caseNumber)
      let nodes = papers.compactMap { tree.addDetached($0.evaluator.tree) }
      let evaluator = Evaluator(
        form: form, library: library, tree: tree, others: nodes,
        settings: tree.addSettings(settings, of: library), day: day)
      evaluator.calculate()
      let now = evaluator.irrelevantPaths()
      passes += 1
      // Conditions that chase each other never settle; what was not relevant once then stays so, and is reported.
      let next = passes < 8 ? now : irrelevant.union(now)
      guard next != irrelevant else { return (evaluator, irrelevant) }
      irrelevant = next
    }
  }

  /// The other papers, each held against its own form.
  private static func evaluate(
    _ others: [Record], besides record: Record, library: FormLibrary, day: Day
  ) throws(AuthorMistakes) -> [EvaluatedRecord] {
    var result: [EvaluatedRecord] = []
    for other in others {
      // An earlier state of the same paper is not another paper.
      let isSame = record.id.map { $0 == other.id } ?? (other == record)
      guard !isSame, let form = library.forms[other.form] else { continue }
      result.append(try EvaluatedRecord(other, form: form, library: library, day: day))
    }
    return result
  }

  /// Whether there is a value; an answer such as „nicht gefragt“ is none.
  private static func holdsValue(_ content: RecordContent) -> Bool {
    switch content {
    case .value(let text): !text.isEmpty
    case .status: false
    case .group(let group): group.items.contains { holdsValue($0.content) }
    }
  }

  private static func isFilled(_ path: String, in group: RecordGroup) -> Bool {
    let steps = path.split(separator: "/", maxSplits: 1)
    guard let first = steps.first else { return false }
    let name = String(first.prefix { $0 != "[" })
    let contents = group[name]
    if steps.count == 1 { return contents.contains(where: holdsValue) }
    let number = first.split(separator: "[").dropFirst().first.flatMap { Int($0.dropLast()) } ?? 1
    guard contents.indices.contains(number - 1), case .group(let inner) = contents[number - 1] else {
      return false
    }
    return isFilled(String(steps[1]), in: inner)
  }
}
