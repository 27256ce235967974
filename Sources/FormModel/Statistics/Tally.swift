internal import XMLTree

/// Papers counted into a record by the rules of its form, with what became of each paper.
///
/// What the record says already stays: whoever filled it in by hand knows why, and the rules of the form say where it
/// differs from what was counted.
public struct Tally {
  /// What became of one paper.
  public struct Account: Hashable, Sendable {
    /// Its place among those that were given, from 0.
    public var index: Int
    /// The form it is of.
    public var form: String
    /// How it is called, without personal content; empty when it has no number and no date.
    public var name: String
    /// What tells it from all other papers, whatever it says: its number, or else itself.
    public var identity = ""
    /// Tells its content from all others.
    public var digest = ""
    /// Whether another of the papers counts in its place.
    public var isCopy = false
    /// The labels of the rows that counted it, in the order of the form.
    public var rows: [String] = []
    /// The paths of the figures that counted it.
    public var figures: [String] = []
    /// Why no row counted it, in German; nil when one did.
    public var reason: String?
    /// The ids of the errors it has itself.
    public var errors: [String] = []
  }

  /// The record with what was counted.
  public let record: Record
  /// The record held against its form among the papers.
  public let evaluated: EvaluatedRecord
  /// What became of each paper that was given, in the order given.
  public let accounts: [Account]
  /// Whom the figures stand for that cannot be added over several sheets, by their paths.
  public let keys: [String: [(key: String, order: Int)]]
  /// The paths of the figures for which there was something to count.
  public let countedFigures: Set<String>

  /// Counts `papers` into `record`; throws when an expression of a form is broken.
  ///
  /// `settings` is a record of the library's settings, for what the form proposes of them.
  public init(
    _ record: Record, form: FormDefinition, papers: [CountedPaper], plan: CountingPlan, settings: Record? = nil,
    day: Day
  ) throws(AuthorMistakes) {
    let library = plan.library
    let forest = CountedForest(papers, library: plan.reduced)
    var sheets: [Int: EvaluatedRecord] = [:]
    for (index, paper) in papers.enumerated() {
      guard let sheet = paper.sheet, let own = library.form(of: sheet) else { continue }
      sheets[index] = try EvaluatedRecord(asOther: sheet, form: own, library: library, day: day)
    }
    let given = Given(papers: papers, forest: forest, sheets: sheets)
    let (unique, copies, identities) = try Self.withoutCopies(given, record, form, plan, day)
    forest.show(Set(unique), of: papers)
    let others = OtherPapers(unique.compactMap { sheets[$0] }, forest, library: plan.reduced, day: day)
    let begun = try record.withProposals(
      form: form, library: library, among: others, settings: settings, day: day)
    let counting = try EvaluatedRecord(unjudged: begun, form: form, library: library, among: others, day: day)
    let counted = counting.evaluator.working { counting.evaluator.countedFields() }
    let input = ValueInput(library: library, day: day)
    var filled = begun
    var counts: [String: CountedValue] = [:]
    for (node, value) in counted {
      guard let place = counting.evaluator.tree.path(of: node), let path = RecordPath(place) else { continue }
      counts[place] = value
      guard counting.evaluator.tree.status(of: node) == nil, begun.isEmpty(at: place) else { continue }
      if value.isWithheld { filled.replace(at: path, with: [.status(.withheld)], form: form) }
      guard let figure = value.value else { continue }
      // The path is one of the form's own tree, so it cannot fail; a typed number has a comma.
      let typed = XPathValue.number(figure).string.replacing(".", with: ",")
      try? filled.set(path, to: typed, form: form, input: input)
    }
    others.knownCounts = counts
    self.record = try filled.withDefaults(form: form, library: library, among: others, day: day)
    evaluated = try EvaluatedRecord(self.record, form: form, library: library, among: others, day: day)
    keys = counting.evaluator.working {
      var keys: [String: [(key: String, order: Int)]] = [:]
      for (node, value) in counted {
        guard counting.evaluator.tree.definition(of: node)?.common.merge != nil,
          let path = counting.evaluator.tree.path(of: node)
        else { continue }
        keys[path] = value.nodes.compactMap { counting.evaluator.keyOfCounted($0) }
      }
      return keys
    }
    countedFigures = Set(counts.filter { $0.value.value != nil }.keys)
    accounts = Self.accounts(unique, given, counted, counting.evaluator, copies).map { account in
      var account = account
      account.digest = papers[account.index].digest
      account.identity = identities[account.index] ?? account.digest
      return account
    }
  }

  /// The papers that were given: those that are counted, and sheets of figures.
  private struct Given {
    let papers: [CountedPaper]
    let forest: CountedForest
    let sheets: [Int: EvaluatedRecord]

    /// The places of those whose form the library has, in order.
    var known: [Int] { papers.indices.filter { forest.roots[$0] != nil || sheets[$0] != nil } }

    func root(_ index: Int, for evaluator: Evaluator) -> XMLNode? {
      forest.roots[index] ?? sheets[index].flatMap { evaluator.root(of: $0) }
    }
  }

  /// The places of the papers without such as are there twice: the same values, or the same key.
  private static func withoutCopies(
    _ given: Given, _ record: Record, _ form: FormDefinition, _ plan: CountingPlan, _ day: Day
  ) throws(AuthorMistakes) -> (unique: [Int], copies: [Account], identities: [Int: String]) {
    let sheets = given.sheets.sorted { $0.key < $1.key }.map(\.value)
    let all = try EvaluatedRecord(
      unjudged: record, form: form, library: plan.library,
      among: OtherPapers(sheets, given.forest, library: plan.reduced, day: day), day: day)
    var unique: [Int] = []
    var copies: [Account] = []
    var identities: [Int: String] = [:]
    var seen: Set<String> = []
    var keys: Set<String> = []
    let newest = Set(given.known.newest { given.papers[$0].head })
    all.evaluator.working {
      for index in given.known {
        let paper = given.papers[index]
        guard let node = given.root(index, for: all.evaluator) else { continue }
        let declared = form.countedForms.first { $0.form == paper.form }
        let key = declared.map { all.evaluator.value($0.key, at: node, $0.source).string } ?? ""
        identities[index] = key.isEmpty ? paper.head.id : "\(paper.form) \(key)"
        let copy = { (reason: String) in
          copies.append(
            Account(
              index: index, form: paper.form, name: all.evaluator.name(of: node), isCopy: true, reason: reason))
        }
        guard newest.contains(index) else {
          copy("ist durch eine spätere Fassung ersetzt")
          continue
        }
        let isNew = seen.insert(paper.digest).inserted
        let isNewKey = key.isEmpty || keys.insert("\(paper.form) \(key)").inserted
        if isNew, isNewKey {
          unique.append(index)
        } else {
          copy(isNew ? "hat dieselbe Nummer wie ein anderes Papier" : "ist doppelt angegeben")
        }
      }
    }
    try all.evaluator.throwMistakes()
    return (unique, copies, identities)
  }

  private static func accounts(
    _ unique: [Int], _ given: Given, _ counted: [(node: XMLNode, counted: CountedValue)], _ evaluator: Evaluator,
    _ copies: [Account]
  ) -> [Account] {
    var rows: [XMLNode: [String]] = [:]
    var figures: [XMLNode: [String]] = [:]
    for (node, value) in counted {
      let label = evaluator.rowLabel(of: node)
      let path = evaluator.tree.path(of: node) ?? ""
      for paper in value.papers {
        figures[paper, default: []].append(path)
        if rows[paper]?.last != label { rows[paper, default: []].append(label) }
      }
    }
    var accounts = copies
    evaluator.working {
      for index in unique {
        guard let node = given.root(index, for: evaluator) else { continue }
        var account = Account(
          index: index, form: given.papers[index].form, name: evaluator.name(of: node), rows: rows[node] ?? [],
          figures: figures[node] ?? [])
        if account.rows.isEmpty { account.reason = evaluator.whyNotCounted(node) }
        account.errors = given.papers[index].errors
        accounts.append(account)
      }
    }
    let accounted = Set(accounts.map(\.index))
    for (index, paper) in given.papers.enumerated() where !accounted.contains(index) {
      accounts.append(Account(index: index, form: paper.form, name: "", reason: "wird hier nicht gezählt"))
    }
    return accounts.sorted { $0.index < $1.index }
  }
}

extension Evaluator {
  /// The root of a sheet as the record's expressions see it.
  fileprivate func root(of sheet: EvaluatedRecord) -> XMLNode? {
    attached { (_, _) throws(AuthorMistakes) in [sheet] }.first
  }

  /// How a paper is called in a report.
  fileprivate func name(of paper: XMLNode) -> String {
    let id = paper.attribute("form") ?? ""
    return form.countedForms.first { $0.form == id }.map { value($0.name, at: paper, $0.source).string } ?? ""
  }

  /// Why no row counted a paper.
  fileprivate func whyNotCounted(_ paper: XMLNode) -> String {
    let id = paper.attribute("form") ?? ""
    if id == form.id { return "ist selbst eine Statistik; sie dient nur zum Vergleich" }
    guard form.countedForms.contains(where: { $0.form == id }) else { return "wird hier nicht gezählt" }
    return reason(for: paper) ?? "passt zu keiner Zeile"
  }

  /// The label of the row that a figure stands in: that of its group, if it is one of several columns.
  fileprivate func rowLabel(of node: XMLNode) -> String {
    let row = node.parent.flatMap { $0 == tree.root ? nil : tree.definition(of: $0) }
    return (row ?? tree.definition(of: node))?.label ?? ""
  }
}

extension Record {
  /// The record with its defaults, and with what the conversation would propose for empty items at its top.
  fileprivate func withProposals(
    form: FormDefinition, library: FormLibrary, among others: OtherPapers, settings: Record?, day: Day
  ) throws(AuthorMistakes) -> Record {
    var record = try withDefaults(form: form, library: library, among: others, day: day)
    let input = ValueInput(library: library, day: day)
    // One proposal may rest on another one.
    for _ in 0..<2 {
      let before = record
      let outline = try EvaluatedRecord(
        unjudged: record, form: form, library: library, among: others, day: day, settings: settings
      ).outline()
      // A group that must be there holds its defaults by now; what was given decides.
      let open = outline.sections.flatMap(\.items).filter { item in
        item.state.isRelevant && isEmpty(at: item.state.path)
      }
      for item in open {
        switch item {
        case .field(let field):
          guard let text = field.proposal, record.isEmpty(at: item.state.path) else { continue }
          let value = input.canonical(text, field.definition)
          if !value.isEmpty { record.root.set(item.state.path, [.value(value)]) }
        case .group(let group):
          if let proposal = group.proposal { record.root.set(item.state.path, [.group(proposal)]) }
        }
      }
      record.root.sort(by: form.items)
      if record == before { break }
    }
    return try record.withDefaults(form: form, library: library, among: others, day: day)
  }

  /// Whether nothing was filled in at a path of a group or field without repetitions around it.
  fileprivate func isEmpty(at path: String?) -> Bool {
    var group = root
    let steps = (path ?? "").split(separator: "/").map(String.init)
    for step in steps.dropLast() {
      guard let inner = group.groups(step).first else { return true }
      group = inner
    }
    return steps.last.map { group[$0].isEmpty } ?? true
  }
}
