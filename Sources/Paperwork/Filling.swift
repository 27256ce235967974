public import FormModel

/// A record in the making: from a former one, from single values, with defaults.
public struct Filling {
  /// The form, in the version of the record that goes on.
  private var form: FormDefinition
  private let library: FormLibrary
  private let day: Day
  private let input: ValueInput
  /// What it holds so far, without defaults.
  public private(set) var record: Record

  /// Starts an empty record of a form.
  public init(form: FormDefinition, library: FormLibrary, day: Day) {
    self.form = form
    self.library = library
    self.day = day
    input = ValueInput(library: library, day: day)
    record = Record(form: form.id, version: form.version)
  }

  /// Goes on from another record of the same form.
  public mutating func start(from other: Record) throws(FillingFailure) {
    guard other.form == form.id else { throw .otherForm(other.form) }
    goOn(with: other)
  }

  private mutating func goOn(with other: Record) {
    record = other
    form = library.form(of: other) ?? form
  }

  /// Begins from earlier papers, the last one last, as the form declares it; gives what was taken over.
  ///
  /// Nil where the last paper is of this form and goes on itself. The library must hold the forms of the papers, and the
  /// process where the form takes over from a case.
  ///
  /// - Parameters:
  ///   - number: the case that all of them belong to, which may have no paper yet; nil for that of the last one.
  ///   - continues: whether a paper of this form goes on, even where the form says what the next one takes over.
  ///
  /// Throws ``FillingFailure`` when the form takes nothing over from such papers, and ``PaperworkFailure`` when an
  /// expression of a form is broken.
  @discardableResult
  public mutating func start(
    from papers: [Record], inCase number: String? = nil, continues: Bool
  ) throws -> Prefilling? {
    defer { if let number { record.join(case: number, form: form, library: library) } }
    guard let last = papers.last else { return nil }
    let isFollowed = form.prefills.contains { $0.from == form.id }
    if last.form == form.id, number == nil, continues || !isFollowed {
      goOn(with: last)
      return nil
    }
    let prefilling = try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
      try Prefilling(form: form, from: papers, inCase: number, library: library, day: day)
    }
    guard let prefilling else {
      guard number != nil else { throw FillingFailure.otherForm(last.form) }
      return nil
    }
    record = prefilling.record
    return prefilling
  }

  /// Sets one value, written as `PATH=VALUE`; an empty value removes it.
  public mutating func set(_ assignment: String) throws(FillingFailure) {
    guard let sign = assignment.firstIndex(of: "="), let path = RecordPath(String(assignment[..<sign])) else {
      throw .notAnAssignment
    }
    try set(path, to: String(assignment[assignment.index(after: sign)...]))
  }

  /// Sets the value at a path; an empty value removes it.
  public mutating func set(_ path: RecordPath, to value: String) throws(FillingFailure) {
    do {
      try record.set(path, to: value, form: form, input: input)
    } catch {
      throw .path(error)
    }
  }

  /// Sets the period of a statistics; one that the record names already must be the same.
  public mutating func set(_ period: CountedPeriod) throws(FillingFailure) {
    guard let statistics = form.statistics,
      case .field(let field)? = form.items.first(where: { $0.id == statistics.quarter }),
      let code = field.list.flatMap({ library.lists[$0] })?.codes.first(where: {
        $0.properties[StatisticsDefinition.periodProperty] == period.mark
      })
    else { throw .noQuarter }
    for (name, value) in [(statistics.year, String(period.year)), (statistics.quarter, code.id)] {
      if let known = record.root.value(name), known != value { throw .otherQuarter }
      record.root.set(name, [.value(value)])
    }
  }

  /// Counts papers into the record; what it holds already stays.
  ///
  /// `settings` are those of the user, for proposals.
  public func count(
    _ papers: [CountedPaper], _ plan: CountingPlan, settings: Record? = nil
  ) throws(PaperworkFailure) -> Tally {
    do {
      return try Tally(record, form: form, papers: papers, plan: plan, settings: settings, day: day)
    } catch {
      throw .declarations(error)
    }
  }

  /// Takes every value as confirmed that was read by its label.
  public mutating func confirm() {
    record.confirm()
  }

  /// Fills in defaults and checks the whole, among others that the paper may rest on.
  public func finish(
    among others: OtherPapers? = nil, strict: Set<String> = []
  ) throws(PaperworkFailure) -> EvaluatedRecord {
    let library = others?.library ?? library
    do {
      return try EvaluatedRecord(
        record, form: library.form(of: record) ?? form, library: library, among: others, day: day, strict: strict,
        withDefaults: true)
    } catch {
      throw .declarations(error)
    }
  }
}

extension Record {
  /// Puts the number of the case where the form keeps it, unless something stands there already; returns the field.
  ///
  /// Nil where the form keeps the number of a paper, from which that of the case follows.
  @discardableResult
  public mutating func join(case number: String, form: FormDefinition, library: FormLibrary) -> String? {
    guard let id = form.filing?.caseField, let path = RecordPath(id), let field = form.field(at: id),
      library.number(of: field)?.hasBase == false
    else { return nil }
    if contents(at: path).isEmpty { replace(at: path, with: [.value(number)], form: form) }
    return id
  }
}

/// Why a value could not be set.
public enum FillingFailure: Error, Hashable, Sendable {
  /// Not of the form `PATH=VALUE`.
  case notAnAssignment
  /// The record to start from is one of another form.
  case otherForm(String)
  /// The form counts no quarters.
  case noQuarter
  /// The record names another quarter.
  case otherQuarter
  /// The path does not fit the form.
  case path(RecordPathFailure)
}
