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

  /// Fills in defaults and checks the whole.
  public func finish(strict: Set<String> = []) throws(PaperworkFailure) -> EvaluatedRecord {
    do {
      let complete = try record.withDefaults(form: form, library: library, day: day)
      return try EvaluatedRecord(complete, form: form, library: library, day: day, strict: strict)
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
  /// The path does not fit the form.
  case path(RecordPathFailure)
}
