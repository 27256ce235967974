/// A paper as far as a statistics looks at it: a few values in place of a whole page.
public struct CountedPaper: Sendable {
  /// The form it is of.
  let form: String
  /// What the statistics can ask for; nil for a form that it does not count.
  let packed: PackedPaper?
  /// A sheet of figures that lies among the papers; nil for any other paper.
  public let sheet: Record?
  /// What tells the paper and its edition, without values.
  let head: Record
  /// The number of the case it belongs to.
  let caseNumber: String?
  /// Tells its content from all others.
  let digest: String
  /// The ids of the errors it has itself, in what is counted of it.
  let errors: [String]
}

/// Reduces papers to what a statistics counts, so that thousands of them need little memory.
///
/// One for all threads. Of a paper nothing is evaluated but what the statistics looks at, and what that follows from; then
/// it is let go. What its page hides is counted all the same.
public struct CountingPlan: Sendable {
  /// The declarations that papers are read by.
  public let library: FormLibrary
  /// The same with nothing left in the counted forms but what the statistics looks at, and what that follows from.
  private let judging: FormLibrary
  /// The same with nothing left in the counted forms but what the statistics looks at.
  let reduced: FormLibrary
  private let counted: Set<String>
  private let sheets: Set<String>
  /// The forms whose papers can matter, in order: those that are counted, and earlier sheets.
  public let forms: [String]
  private let day: Day

  /// A plan for the papers of a statistics.
  public init(for form: FormDefinition, library: FormLibrary, day: Day) {
    self.init(for: [form], library: library, day: day)
  }

  /// A plan for the papers of several statistics, each of which is read once for all of them.
  public init(for statistics: [FormDefinition], library: FormLibrary, day: Day) {
    self.library = library
    self.day = day
    sheets = Set(statistics.map(\.id))
    var forms = Set(statistics.flatMap(\.countedForms).map(\.form))
    for case let movements? in statistics.map(\.movements) { forms.insert(movements.form) }
    counted = forms.subtracting(sheets)
    self.forms = forms.union(sheets).sorted()
    let names = statistics.reduce(into: Set<String>()) { $0.formUnion($1.namesInExpressions) }
    reduced = library.with(counted) { $0.reduced(to: names) }
    judging = library.with(counted) { $0.judged(for: names) }
  }

  /// What counts of a paper; throws when an expression of its form is broken.
  public func reduce(_ record: Record) throws(AuthorMistakes) -> CountedPaper {
    let digest = record.contentDigest
    var head = Record(form: record.form, version: record.version, id: record.id ?? digest)
    head.edition = record.edition
    let number = library.form(of: record).flatMap { library.caseNumber(of: record, form: $0) }
    guard counted.contains(record.form), let form = judging.forms[record.form], let small = reduced.forms[record.form]
    else {
      return CountedPaper(
        form: record.form, packed: nil, sheet: sheets.contains(record.form) ? record : nil, head: head,
        caseNumber: number, digest: digest, errors: [])
    }
    let plan = reduced.plans.plan(for: small).top
    let paper: EvaluatedRecord
    let told: EvaluatedRecord
    if library.isEarlier(record), let own = library.form(of: record) {
      // Worked out by its own version, then by the names of today, and nothing is worked out again.
      paper = try EvaluatedRecord(counting: record, form: own, library: library, caseNumber: number, day: day)
      head.root = (RecordMigration(paper.record, library: library, day: day)?.record ?? paper.record).root.only(plan)
      told = try EvaluatedRecord(counting: head, form: small, library: reduced, caseNumber: number, day: day)
    } else {
      head.root = record.root.only(judging.plans.plan(for: form).top)
      paper = try EvaluatedRecord(counting: head, form: form, library: judging, caseNumber: number, day: day)
      told = paper
    }
    head.root = RecordGroup()
    return CountedPaper(
      form: record.form, packed: PackedPaper(told.evaluator.tree, plan), sheet: nil, head: head, caseNumber: number,
      digest: digest,
      errors: paper.findings.filter { $0.strength == .error }.map(\.id))
  }
}

extension FormLibrary {
  /// The library with some of its forms changed.
  fileprivate func with(_ ids: Set<String>, _ change: (FormDefinition) -> FormDefinition) -> FormLibrary {
    FormLibrary(
      forms: Dictionary(
        uniqueKeysWithValues: forms.map { id, form in (id, ids.contains(id) ? change(form) : form) }),
      earlier: earlier, lists: lists, profile: profile, settings: settings, retention: retention, process: process)
  }
}

extension RecordGroup {
  /// What stands at the items of a plan; of a group that holds nothing but others a trace.
  fileprivate func only(_ plan: GroupPlan) -> RecordGroup {
    RecordGroup(
      items.compactMap { item in
        guard let place = plan.places[item.id] else { return nil }
        guard case .group(let inner) = item.content, let own = plan.items[place].inner else { return item }
        var kept = inner.only(own)
        if kept.items.isEmpty, inner.holdsValue {
          kept.items = [Item(FieldDefinition.trace.common.id, .value("x"))]
        }
        return Item(item.id, .group(kept))
      })
  }

  private var holdsValue: Bool { items.contains { $0.content.holdsValue } }
}
