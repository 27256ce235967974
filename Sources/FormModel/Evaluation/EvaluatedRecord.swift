public import XMLTree

/// A record held against its form on a day: what is calculated, what is wrong, when it must go, what is shown.
///
/// It is evaluated once, over one tree. Findings and dates of retention are found at once, so that a broken expression
/// of the form is reported; the outline, what comes next and the records are made when somebody asks for them. The tree
/// shows what the page shows; who needs hidden values sees them for as long as it takes.
public final class EvaluatedRecord {
  /// The form that the record was evaluated against.
  public let form: FormDefinition
  /// The record as it was given, with the defaults it was to be filled with.
  public let given: Record
  /// The record with everything calculated, and without what is not relevant.
  public private(set) lazy var record: Record = fixed?.record ?? evaluator.uncovered { evaluator.tree.record(given) }
  /// What the page shows: the record without hidden values.
  public private(set) lazy var shown: Record = fixed?.shown ?? evaluator.tree.record(record)
  /// Into how many sheets for different people the paper is split.
  public let sheets: Int
  /// All findings in the order of the form.
  public let findings: [Finding]
  /// The dates of the retention schedule that are known already.
  public let retention: [RetentionDate]
  /// The day everything refers to.
  public let day: Day
  let evaluator: Evaluator
  /// The days on which everything that was asked of it so far has the same answer.
  public var stretch: DayStretch {
    var stretch = evaluator.stretch
    if let earlier { stretch.narrow(to: earlier.stretch) }
    return stretch
  }
  /// The steps that expressions took when they were last evaluated over it; the same for the same papers.
  public var steps: Int { evaluator.spent }
  /// How many steps the expressions of one paper may take; other papers that they look at add to it.
  public static var budget: Int { Workbench.budget }
  /// The records of a paper that shows more than they hold, such as empty rows.
  private let fixed: (record: Record, shown: Record)?
  private var knownOutline: Outline?
  /// For a paper of an earlier version that goes by the names of today: its record, and the days for which that was worked
  /// out.
  var earlier: (record: Record, stretch: DayStretch)?

  /// Evaluates a record.
  ///
  /// `others` are further papers, for rules between papers. `strict` names modes that make errors of some
  /// warnings, such as `anonymity`. `sheet` is the 0-based number of the sheet to be shown. `withDefaults` fills empty
  /// fields with their defaults first. `settings` is a record of the library's settings, for what is proposed there.
  /// Throws when an expression of the form is broken.
  public convenience init(
    _ record: Record, form: FormDefinition, library: FormLibrary, others: [Record] = [], day: Day,
    strict: Set<String> = [], sheet: Int? = nil, withDefaults: Bool = false, settings: Record? = nil
  ) throws(AuthorMistakes) {
    try self.init(
      record, form: form, library: library,
      among: others.isEmpty ? nil : OtherPapers(others, library: library, day: day), day: day, strict: strict,
      sheet: sheet, withDefaults: withDefaults, settings: settings)
  }

  /// The same among the papers of a run, which evaluates each of them once.
  public init(
    _ record: Record, form: FormDefinition, library: FormLibrary, among others: OtherPapers?, day: Day,
    strict: Set<String> = [], sheet: Int? = nil, withDefaults: Bool = false, settings: Record? = nil
  ) throws(AuthorMistakes) {
    let evaluator = Evaluator(
      form: form, library: library, record: record, others: others, settings: settings, day: day)
    self.form = form
    self.day = day
    self.evaluator = evaluator
    fixed = nil
    (sheets, findings, retention) = evaluator.working {
      evaluator.settle()
      if withDefaults { evaluator.fillDefaults() }
      let people = evaluator.sheets()
      if let sheet, people.indices.contains(sheet) { evaluator.sheet = people[sheet] }
      evaluator.findMasks()
      let findings =
        record.structureFindings(evaluator.plan, library: library, day: day)
        + evaluator.findings(strict: strict) + evaluator.given.confirmationFindings(form: form)
      let retention = evaluator.retention()
      evaluator.applyMasks()
      return (max(1, people.count), findings, retention)
    }
    given = evaluator.given
    try evaluator.throwMistakes()
  }

  /// A paper as others of its case see it: what its page shows, without findings, which cost most of an evaluation.
  ///
  /// Throws when an expression of the form is broken.
  public init(
    asOther record: Record, form: FormDefinition, library: FormLibrary, day: Day
  ) throws(AuthorMistakes) {
    evaluator = Evaluator(form: form, library: library, record: record, day: day)
    evaluator.settle()
    evaluator.findMasks()
    evaluator.applyMasks()
    (self.form, self.day, given, fixed) = (form, day, record, nil)
    (sheets, findings, retention) = (1, [], [])
    try evaluator.throwMistakes()
  }

  /// A paper as far as a form with nothing but what is counted judges it: nothing is hidden, and no date is found.
  init(
    counting record: Record, form: FormDefinition, library: FormLibrary, caseNumber: String?, day: Day
  ) throws(AuthorMistakes) {
    let evaluator = Evaluator(form: form, library: library, record: record, day: day, caseNumber: caseNumber)
    findings = evaluator.working {
      evaluator.settle()
      return record.structureFindings(evaluator.plan, library: library, day: day) + evaluator.findings(strict: [])
    }
    (self.form, self.day, self.evaluator, given, fixed) = (form, day, evaluator, record, nil)
    (sheets, retention) = (1, [])
    try evaluator.throwMistakes()
  }

  /// A record as far as it is calculated, without findings, for whoever asks it for more.
  init(
    unjudged record: Record, form: FormDefinition, library: FormLibrary, among others: OtherPapers, day: Day,
    settings: Record? = nil
  ) throws(AuthorMistakes) {
    evaluator = Evaluator(
      form: form, library: library, record: record, others: others, settings: settings, day: day)
    evaluator.settle()
    (self.form, self.day, given, fixed) = (form, day, record, nil)
    (sheets, findings, retention) = (1, [], [])
    try evaluator.throwMistakes()
  }

  /// A paper that is filled in on a screen: what it shows, with empty rows, and nothing left out.
  ///
  /// What is not relevant yet is there, because it may become so while somebody fills it in; its values are not.
  /// The findings are those of the record.
  public init(
    forInput record: Record, form: FormDefinition, library: FormLibrary, among others: OtherPapers? = nil, day: Day,
    sheet: Int? = nil
  ) throws(AuthorMistakes) {
    let base = try EvaluatedRecord(record, form: form, library: library, among: others, day: day, sheet: sheet)
    let evaluator = Evaluator(
      form: form, library: library, record: base.shown.withSpareRows(form: form), others: others, day: day)
    // Among the others the paper itself is the one that was given, without the empty rows.
    evaluator.given = record
    // What is proposed stands in the record already, as far as it is relevant.
    evaluator.calculate(proposes: false)
    let people = evaluator.sheets()
    if let sheet, people.indices.contains(sheet) { evaluator.sheet = people[sheet] }
    evaluator.findMasks()
    evaluator.applyMasks()
    (self.form, self.day, given, fixed) = (form, day, record, (base.record, base.shown))
    (sheets, findings, retention) = (base.sheets, base.findings, base.retention)
    self.evaluator = evaluator
  }

  /// A blank paper: every field empty, repeated groups with the rows their declaration offers.
  ///
  /// `edition` is the code of the choice that says in which languages it is printed.
  public init(blank form: FormDefinition, library: FormLibrary, day: Day, edition: String? = nil) {
    evaluator = Evaluator(form: form, library: library, record: nil, day: day)
    if let edition, let field = form.language?.field { evaluator.tree.root.element(field)?.setText(edition) }
    self.form = form
    self.day = day
    given = evaluator.given
    fixed = (given, given)
    sheets = 1
    findings = []
    retention = []
  }

  /// The paper as the conversation sees it, before anything is hidden.
  ///
  /// Throws when an expression of the form is broken.
  public func outline() throws(AuthorMistakes) -> Outline {
    if let knownOutline { return knownOutline }
    let outline = evaluator.uncovered(isOpen: true) { evaluator.outline() }
    try evaluator.throwMistakes()
    knownOutline = outline
    return outline
  }

  /// What is to be done once the paper is finished.
  ///
  /// Throws when an expression of the form is broken.
  public func nextSteps() throws(AuthorMistakes) -> [NextStep] {
    let steps = evaluator.uncovered { evaluator.nextSteps() }
    try evaluator.throwMistakes()
    return steps
  }

  /// What somebody must know before the first question; nil for nothing.
  public var opening: String? {
    evaluator.form.opening.map { text in
      evaluator.uncovered { evaluator.sentence(text, at: root, evaluator.form.source) }
    }
  }

  /// The labels of the figures that are still to come.
  public var openFigures: [String] {
    evaluator.fields(below: root).filter { node, field in
      field.has(.figure) && node.text.isEmpty && evaluator.tree.status(of: node) == nil
        && !evaluator.tree.isHidden(node)
    }.map { node, _ in evaluator.tree.place(of: node) ?? "" }
  }

  /// The language beside German in which it is printed; nil for none.
  public var secondLanguage: String? { evaluator.secondLanguage.isEmpty ? nil : evaluator.secondLanguage }

  /// The texts of that language by their German wording, for whoever makes its page.
  public var translations: [String: String] {
    get { evaluator.translations }
    set { evaluator.translations = newValue }
  }

  /// Forgets which fixed texts were asked for, before a page is made.
  public func beginPage() { evaluator.printedNotices = [] }

  /// The fixed texts that the page made since then must carry and does not.
  ///
  /// Of a page that is still to be filled in only those are expected that every paper has.
  public func missingNotices(isOpen: Bool) -> [NoticeDefinition] {
    form.notices.filter { notice in
      guard notice.isRequired, !evaluator.printedNotices.contains(notice.id) else { return false }
      guard let condition = notice.condition else { return true }
      return !isOpen && evaluator.value(condition, at: evaluator.tree.root, notice.source).boolean
    }
  }

  /// Whether the record is made for the public.
  public var isPublication: Bool { evaluator.isPublication }

  /// The strongest finding; nil when there is none.
  public var strongest: Finding.Strength? { findings.map(\.strength).min() }

  /// Lends an engine that evaluates the expressions of a template over this record, for as long as `body` takes.
  ///
  /// It serves other records afterwards: what is registered on it must not hold anything of this one.
  public func withEngine<Result, Failure: Error>(
    _ body: (XPathEngine) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try evaluator.withEngine(body)
  }

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
    guard case .field(let field)? = evaluator.tree.definition(of: node) else { return nil }
    let text = node.text
    guard field.kind.isNumber(text) else { return nil }
    return (text, evaluator.partsOfSum(field, node))
  }

  /// The day that a node of that tree holds; nil for what is no full day.
  public func day(of node: XMLNode) -> Day? {
    guard case .field(let field)? = evaluator.tree.definition(of: node) else { return nil }
    return field.kind.day(node.text)
  }

  /// What a node of that tree is declared as.
  public func definition(of node: XMLNode) -> ItemDefinition? {
    evaluator.tree.definition(of: node)
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
}
