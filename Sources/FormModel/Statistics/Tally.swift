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
    var known: [(index: Int, paper: EvaluatedRecord)] = []
    for (index, paper) in papers.enumerated() {
      guard let small = paper.record, let own = plan.reduced.forms[paper.form] else { continue }
      let evaluated =
        paper.isReduced
        ? try EvaluatedRecord(
          counted: small, form: own, library: plan.reduced, caseNumber: paper.caseNumber, day: day)
        : try EvaluatedRecord(asOther: small, form: own, library: library, day: day)
      known.append((index, evaluated))
    }
    let (unique, copies, identities) = try Self.withoutCopies(known, papers, record, form, plan, day)
    let others = OtherPapers(unique.map(\.paper), library: plan.reduced, day: day)
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
      guard let figure = value.value, counting.evaluator.tree.status(of: node) == nil, begun.isEmpty(at: place)
      else { continue }
      // The path is one of the form's own tree, so it cannot fail.
      try? filled.set(path, to: String(figure), form: form, input: input)
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
    accounts = Self.accounts(unique, counted, counting.evaluator, copies, papers).map { account in
      var account = account
      account.digest = papers[account.index].digest
      account.identity = identities[account.index] ?? account.digest
      return account
    }
  }

  /// The papers without such as are there twice: the same values, or the same key.
  private static func withoutCopies(
    _ papers: [(index: Int, paper: EvaluatedRecord)], _ counted: [CountedPaper], _ record: Record,
    _ form: FormDefinition, _ plan: CountingPlan, _ day: Day
  ) throws(AuthorMistakes) -> (
    unique: [(index: Int, paper: EvaluatedRecord)], copies: [Account], identities: [Int: String]
  ) {
    let all = try EvaluatedRecord(
      unjudged: record, form: form, library: plan.library,
      among: OtherPapers(papers.map(\.paper), library: plan.reduced, day: day), day: day)
    var unique: [(index: Int, paper: EvaluatedRecord)] = []
    var copies: [Account] = []
    var identities: [Int: String] = [:]
    var seen: Set<String> = []
    var keys: Set<String> = []
    let newest = Set(papers.newest(\.paper.given).map(\.index))
    all.evaluator.working {
      for ((index, paper), node) in zip(papers, all.evaluator.roots(of: papers.map(\.paper))) {
        let declared = form.countedForms.first { $0.form == paper.form.id }
        let key = declared.map { all.evaluator.value($0.key, at: node, $0.source).string } ?? ""
        identities[index] = key.isEmpty ? paper.given.id : "\(paper.form.id) \(key)"
        guard newest.contains(index) else {
          copies.append(
            Account(
              index: index, form: paper.form.id, name: all.evaluator.name(of: node), isCopy: true,
              reason: "ist durch eine spätere Fassung ersetzt"))
          continue
        }
        let isNew = seen.insert(counted[index].digest).inserted
        let isNewKey = key.isEmpty || keys.insert("\(paper.form.id) \(key)").inserted
        if isNew, isNewKey {
          unique.append((index, paper))
        } else {
          copies.append(
            Account(
              index: index, form: paper.form.id, name: all.evaluator.name(of: node), isCopy: true,
              reason: isNew ? "hat dieselbe Nummer wie ein anderes Papier" : "ist doppelt angegeben"))
        }
      }
    }
    try all.evaluator.throwMistakes()
    return (unique, copies, identities)
  }

  private static func accounts(
    _ papers: [(index: Int, paper: EvaluatedRecord)], _ counted: [(node: XMLNode, counted: CountedValue)],
    _ evaluator: Evaluator, _ copies: [Account], _ given: [CountedPaper]
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
      for ((index, paper), node) in zip(papers, evaluator.roots(of: papers.map(\.paper))) {
        var account = Account(
          index: index, form: paper.form.id, name: evaluator.name(of: node), rows: rows[node] ?? [],
          figures: figures[node] ?? [])
        if account.rows.isEmpty { account.reason = evaluator.whyNotCounted(node) }
        account.errors = given[index].errors
        accounts.append(account)
      }
    }
    let accounted = Set(accounts.map(\.index))
    for (index, paper) in given.enumerated() where !accounted.contains(index) {
      accounts.append(Account(index: index, form: paper.form, name: "", reason: "wird hier nicht gezählt"))
    }
    return accounts.sorted { $0.index < $1.index }
  }
}

extension Evaluator {
  /// The roots of papers as the record's expressions see them, in the order given.
  fileprivate func roots(of papers: [EvaluatedRecord]) -> [XMLNode] {
    attached { (_, _) throws(AuthorMistakes) in papers }
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
