public import FormModel
internal import XMLTree

/// A sheet whose figures were kept for good when its period had ended, held against the papers that are there now.
///
/// What was deleted since then stays counted. What came later, or was corrected, makes a corrected sheet of it, by the
/// difference between what the papers say now and what they said then.
public struct FrozenSheet {
  /// What the papers that are there now do to it.
  public enum Outcome {
    /// Nothing; some of the papers may have been deleted.
    case unchanged(Record, deleted: Int)
    /// A corrected sheet, and what is different.
    case corrected(Record, Correction)
    /// Papers were corrected whose earlier content is gone, and others were deleted: nobody can tell the difference.
    case unsure(Record, papers: [Tally.Account])
  }

  /// What is different in a corrected sheet.
  public struct Correction {
    /// Papers that came after the figures were kept.
    public var late: [Tally.Account]
    /// Papers that say something else now.
    public var corrected: [Tally.Account]
    /// Figures that changed: path, label, before and after.
    public var figures: [(label: String, before: String, after: String)]
    /// How many papers are not there any more.
    public var deleted: Int
  }

  /// Why figures cannot be kept for good.
  public enum Refusal: Error, Hashable, Sendable {
    /// The form does not declare where what is kept is remembered.
    case undeclared
    /// The period has not ended.
    case running(until: Day)
    /// Figures are still to come.
    case open(count: Int, first: String)
  }

  private let form: FormDefinition
  private let frozen: FreezingDefinition
  private let sheet: Record
  private let trace: SheetTrace

  /// A sheet that was kept; nil for any other record.
  public init?(_ sheet: Record, form: FormDefinition) {
    guard sheet.form == form.id, let frozen = form.statistics?.freezing, sheet.root.value(frozen.day) != nil,
      let trace = SheetTrace(
        sheet.root[frozen.trace].compactMap { if case .value(let text) = $0 { text } else { nil } })
    else { return nil }
    (self.form, self.frozen, self.sheet, self.trace) = (form, frozen, sheet, trace)
  }

  /// The day on which it was kept, and how many papers it was counted from; what is later and larger is newer.
  public var age: (day: String, papers: Int) { (sheet.root.value(frozen.day) ?? "", trace.entries.count) }

  /// Keeps the figures of a period that has ended.
  ///
  /// `sheet` is what was counted, with what was added to it.
  public static func freeze(
    _ tally: Tally, _ sheet: Record, form: FormDefinition, day: Day
  ) throws(Refusal) -> Record {
    guard let statistics = form.statistics, let frozen = statistics.freezing else { throw .undeclared }
    if let last = tally.evaluated.root.element(statistics.last).flatMap({ Day(iso: $0.text) }), last >= day {
      throw .running(until: last)
    }
    let open = tally.evaluated.openFigures
    if let first = open.first { throw .open(count: open.count, first: first) }
    var record = sheet
    record.root.set(frozen.day, [.value(day.iso)])
    let lines = SheetTrace(of: tally.accounts.filter { Self.matters($0, to: form) }).lines
    record.root.set(frozen.trace, lines.map { .value($0) })
    record.root.sort(by: form.items)
    return record
  }

  /// Whether a paper is remembered: it was counted, or tells how a case went on.
  private static func matters(_ account: Tally.Account, to form: FormDefinition) -> Bool {
    !account.isCopy && (!account.rows.isEmpty || account.form == form.movements?.form)
  }

  /// Holds the sheet against the papers that are there now.
  ///
  /// `count` counts some of them, by their places among those given to `tally`.
  public func compared(
    with tally: Tally, day: Day, count: (Set<Int>) throws(PaperworkFailure) -> Tally
  ) throws(PaperworkFailure) -> Outcome {
    let known = Dictionary(trace.entries.map { ($0.identity, $0.content) }, uniquingKeysWith: { first, _ in first })
    let contents = Set(trace.entries.map(\.content))
    var late: [Tally.Account] = []
    var corrected: [Tally.Account] = []
    // Papers that were not there and are not counted, but may tell how a case went on.
    var unknown: [Tally.Account] = []
    var lost: [Tally.Account] = []
    var seen: Set<String> = []
    var before: Set<Int> = []
    for account in tally.accounts {
      let entry = trace.entry(for: account)
      if contents.contains(entry.content) { before.insert(account.index) }
    }
    for account in tally.accounts where !account.isCopy {
      let entry = trace.entry(for: account)
      guard let content = known[entry.identity] else {
        if !account.rows.isEmpty {
          late.append(account)
        } else if Self.matters(account, to: form) {
          unknown.append(account)
        }
        continue
      }
      seen.insert(entry.identity)
      if content == entry.content { continue }
      corrected.append(account)
      let isThere = tally.accounts.contains { before.contains($0.index) && $0.identity == account.identity }
      if !isThere { lost.append(account) }
    }
    let deleted = known.count - seen.count
    if late.isEmpty, corrected.isEmpty, unknown.isEmpty { return .unchanged(sheet, deleted: deleted) }
    if !lost.isEmpty, deleted > 0 { return .unsure(sheet, papers: lost) }
    // What tells nothing of how cases went on and was not counted belongs to both.
    let others = tally.accounts.filter { !$0.isCopy && !Self.matters($0, to: form) }
    let then = lost.isEmpty ? try count(before.union(others.map(\.index))) : nil
    let correction = correction(tally, then, late, corrected, deleted)
    if late.isEmpty, corrected.isEmpty, correction.figures.isEmpty { return .unchanged(sheet, deleted: deleted) }
    return .corrected(try made(tally, then, late + unknown, corrected, day), correction)
  }

  private func made(
    _ now: Tally, _ then: Tally?, _ late: [Tally.Account], _ corrected: [Tally.Account], _ day: Day
  ) throws(PaperworkFailure) -> Record {
    var record = sheet
    for change in changes(now, then) {
      guard let path = RecordPath(change.path) else { continue }
      record.replace(at: path, with: [.value(change.after)], form: form)
    }
    // What changes no figure corrects nothing.
    if record != sheet { record.root.set(frozen.status, [.value(frozen.corrected)]) }
    var trace = trace
    trace.add((late + corrected).filter { Self.matters($0, to: form) })
    record.root.set(frozen.day, [.value(day.iso)])
    record.root.set(frozen.trace, trace.lines.map { .value($0) })
    record.root.sort(by: form.items)
    return record
  }

  private func correction(
    _ now: Tally, _ then: Tally?, _ late: [Tally.Account], _ corrected: [Tally.Account], _ deleted: Int
  ) -> Correction {
    let figures = changes(now, then).map { change in
      (change.label, value(sheet, change.path)?.german ?? "…", change.shown)
    }
    return Correction(late: late, corrected: corrected, figures: figures, deleted: deleted)
  }

  /// The figures that are other ones now.
  private func changes(_ now: Tally, _ then: Tally?) -> [(path: String, label: String, after: String, shown: String)] {
    form.figures.compactMap { path, label in
      guard let kept = value(sheet, path), let new = value(now.record, path) else { return nil }
      let before = then.map { value($0.record, path) } ?? kept
      guard let before, new != before else { return nil }
      let after = kept + new - before
      return (path, label, after.text, after.german)
    }
  }

  private func value(_ record: Record, _ path: String) -> Figure? {
    guard case .value(let text)? = record.contents(at: path).first else { return nil }
    return Figure(text)
  }
}

extension FrozenSheet.Refusal {
  /// The sentence for people.
  public var german: String {
    switch self {
    case .undeclared: "Das Formular sagt nicht, wo festgestellte Zahlen vermerkt werden (‚freeze‘)."
    case .running(let last):
      "Der Zeitraum endet erst am \(last.german). Bis dahin sind die Zahlen vorläufig (p) und werden nicht festgestellt."
    case .open(let count, let first):
      "\(count == 1 ? "1 Zahl ist" : "\(count) Zahlen sind") noch leer, zuerst ›\(first)‹. Bitte vorher eintragen; wo es nichts gab, "
        + "eine 0."
    }
  }
}
