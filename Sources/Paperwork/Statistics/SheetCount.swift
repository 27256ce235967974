public import FormModel

/// The sheet of a period, counted from papers, with what was kept of it before.
///
/// Where the figures were kept for good and their sheet lies among the papers, it stays: papers that were deleted since
/// then stay counted, and what came later or was corrected makes a corrected sheet of it.
public struct SheetCount {
  /// The figures as the papers that are there now give them.
  public let tally: Tally
  /// The sheet: what was counted, or what was kept.
  public let evaluated: EvaluatedRecord
  /// Whether a team's secret is long enough to make keys of.
  public static func isSecret(_ bytes: [UInt8]) -> Bool { SheetKeys(bytes) != nil }

  /// What became of the sheet that was kept; nil where there is none.
  public let kept: FrozenSheet.Outcome?

  /// Counts papers into the sheet that `filling` begins.
  public init(
    _ filling: Filling, _ papers: [CountedPaper], _ plan: CountingPlan, form: FormDefinition, settings: Record? = nil,
    secret: [UInt8]? = nil, day: Day
  ) throws(PaperworkFailure) {
    let tally = try filling.count(papers, plan, settings: settings)
    self.tally = tally
    let name = tally.evaluated.filing.reference
    var newest: FrozenSheet?
    for sheet in papers.compactMap(\.sheet) where name != nil && !tally.evaluated.isPublication {
      guard let frozen = FrozenSheet(sheet, form: form), try Self.name(of: sheet, form, plan, day) == name else {
        continue
      }
      if newest.map({ $0.age < frozen.age }) ?? true { newest = frozen }
    }
    guard let newest else {
      kept = nil
      guard let place = form.statistics?.keys, let keys = secret.flatMap({ SheetKeys($0) }) else {
        evaluated = tally.evaluated
        return
      }
      var record = tally.record
      record.root.set(place, keys.lines(of: tally).map { .value($0) })
      record.root.sort(by: form.items)
      evaluated = try Self.evaluated(record, form, plan, day)
      return
    }
    let outcome = try newest.compared(with: tally, day: day) { (places) throws(PaperworkFailure) in
      let some = papers.enumerated().filter { places.contains($0.offset) }.map(\.element)
      return try filling.count(some, plan, settings: settings)
    }
    kept = outcome
    evaluated = try Self.evaluated(outcome.record, form, plan, day)
  }

  /// The sheet with its figures kept for good; throws why they cannot be.
  public func frozen(form: FormDefinition, library: FormLibrary, day: Day) throws -> EvaluatedRecord {
    if case .unchanged? = kept { return evaluated }
    if case .corrected? = kept { return evaluated }
    let record = try FrozenSheet.freeze(tally, evaluated.given, form: form, day: day)
    return try EvaluatedRecord(record, form: form, library: library, day: day)
  }

  private static func name(
    of sheet: Record, _ form: FormDefinition, _ plan: CountingPlan, _ day: Day
  ) throws(PaperworkFailure) -> String? {
    let evaluated = try evaluated(sheet, form, plan, day)
    return evaluated.isPublication ? nil : evaluated.filing.reference
  }

  private static func evaluated(
    _ record: Record, _ form: FormDefinition, _ plan: CountingPlan, _ day: Day
  ) throws(PaperworkFailure) -> EvaluatedRecord {
    try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
      try EvaluatedRecord(record, form: form, library: plan.library, day: day)
    }
  }

  /// What became of the sheet that was kept, in German and without personal content.
  public var lines: [String] {
    switch kept {
    case nil: return []
    case .unchanged(_, let deleted)?:
      return ["Die festgestellten Zahlen bleiben." + Self.deleted(deleted)]
    case .unsure(_, let papers)?:
      return [
        "Berichtigt wurden Papiere, deren früherer Inhalt nicht mehr da ist, und andere sind gelöscht; der Unterschied lässt "
          + "sich nicht mehr zählen. Die festgestellten Zahlen bleiben; bitte von Hand prüfen:"
      ] + papers.map { "  " + $0.name }
    case .corrected(_, let correction)?:
      let head =
        correction.figures.isEmpty
        ? "Die festgestellten Zahlen bleiben." : "Berichtigt (r): die festgestellten Zahlen gelten nicht mehr."
      var lines = [head + Self.deleted(correction.deleted)]
      lines += correction.late.map { "  neu: " + $0.name } + correction.corrected.map { "  berichtigt: " + $0.name }
      return lines + correction.figures.map { "  ›\($0.label)‹: \($0.before) → \($0.after)" }
    }
  }

  private static func deleted(_ count: Int) -> String {
    switch count {
    case ...0: ""
    case 1: " 1 gezähltes Papier ist seither gelöscht."
    case _: " \(count) gezählte Papiere sind seither gelöscht."
    }
  }
}

extension FrozenSheet.Outcome {
  /// The sheet that holds now.
  public var record: Record {
    switch self {
    case .unchanged(let record, _), .corrected(let record, _), .unsure(let record, _): record
    }
  }

  /// Whether somebody must look at it.
  public var isUnsure: Bool { if case .unsure = self { true } else { false } }
}
