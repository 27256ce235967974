public import FormModel

/// The paper that proves what was deleted, made of lines of a deletion log.
public enum DeletionProof {
  /// One line of the paper.
  public struct Line: Hashable, Sendable {
    /// The random id of the entry; no name and no case number.
    public var entry: String
    /// The kind of data, a code of the list of kinds of data.
    public var kind: String
    /// The last day of the period.
    public var end: Day
    /// The day of the deletion.
    public var day: Day
    /// Whether paper was shredded.
    public var isShredded: Bool
    /// Whether it was done before the end, because the person asked for it.
    public var isEarly: Bool

    /// Describes a deletion.
    public init(entry: String, kind: String, end: Day, day: Day, isShredded: Bool, isEarly: Bool) {
      self.entry = entry
      self.kind = kind
      self.end = end
      self.day = day
      self.isShredded = isShredded
      self.isEarly = isEarly
    }
  }

  /// The record of the paper.
  ///
  /// - Parameters:
  ///   - lines: what was deleted.
  ///   - number: the number of the paper.
  ///   - day: its day, not before that of any line.
  ///   - start: what is known already, such as who did it; nil for nothing.
  ///   - proof: which field holds what.
  ///   - version: the version of the form.
  public static func record(
    _ lines: [Line], number: String, on day: Day, from start: Record?, as proof: ProofDefinition, version: String
  ) -> Record {
    var record = start.flatMap { $0.form == proof.form ? $0 : nil } ?? Record(form: proof.form, version: version)
    if let start, start.form != proof.form { record.root.set(proof.by, start.root[proof.by]) }
    record.root.set(proof.number, [.value(number)])
    record.root.set(proof.day, [.value(day.iso)])
    record.root.set(
      proof.lines,
      lines.map { line in
        var group = RecordGroup()
        group.set(proof.entry, [.value(line.entry)])
        group.set(proof.kind, [.value(line.kind)])
        group.set(proof.end, [.value(line.end.iso)])
        group.set(proof.done, [.value(line.day.iso)])
        if line.isEarly { group.set(proof.early, [.value("ja")]) }
        group.set(proof.way, [.value(line.isShredded ? proof.shredded : proof.erased)])
        return .group(group)
      })
    return record
  }

  /// The record with what its form adds, held against the form's rules.
  public static func evaluate(
    _ record: Record, form: FormDefinition, library: FormLibrary, day: Day
  ) throws(PaperworkFailure) -> EvaluatedRecord {
    do {
      return try EvaluatedRecord(record, form: form, library: library, day: day, withDefaults: true)
    } catch {
      throw .declarations(error)
    }
  }
}
