public import FormModel

/// A record in the making: from a former one, from single values, with defaults.
public struct Filling {
  private let form: FormDefinition
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
    record = other
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

  /// Sets the quarter of a statistics; one that the record names already must be the same.
  public mutating func set(_ quarter: Quarter) throws(FillingFailure) {
    guard let statistics = form.statistics,
      case .field(let field)? = form.items.first(where: { $0.id == statistics.quarter }),
      let code = field.list.flatMap({ library.lists[$0] })?.codes.first(where: {
        $0.properties[StatisticsDefinition.numberProperty] == String(quarter.number)
      })
    else { throw .noQuarter }
    for (name, value) in [(statistics.year, String(quarter.year)), (statistics.quarter, code.id)] {
      if let known = record.root.value(name), known != value { throw .otherQuarter }
      record.root.set(name, [.value(value)])
    }
  }

  /// Counts papers into the record; what it holds already stays.
  ///
  /// `settings` are those of the user, for proposals.
  public func count(_ papers: [Record], settings: Record? = nil) throws(PaperworkFailure) -> Tally {
    do {
      return try Tally(record, form: form, papers: papers, library: library, settings: settings, day: day)
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
    strict: Set<String> = [], among others: OtherPapers? = nil
  ) throws(PaperworkFailure) -> EvaluatedRecord {
    let library = others?.library ?? library
    do {
      return try EvaluatedRecord(
        record, form: library.forms[form.id] ?? form, library: library, among: others, day: day, strict: strict,
        withDefaults: true)
    } catch {
      throw .declarations(error)
    }
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
