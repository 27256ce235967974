import FormModel

/// A note held against its form, with everything that was said about it.
struct Checked {
  /// The note as it was read.
  let record: Record
  /// The note evaluated.
  let evaluated: EvaluatedRecord
  /// What reading and evaluating found, in this order.
  let findings: [Finding]

  /// The ids of all findings.
  var ids: [String] { findings.map(\.id) }

  /// The findings as people read them.
  var german: [String] { findings.map(\.german) }

  /// Reads and evaluates `raw`.
  init(
    _ raw: RawValue, library: FormLibrary? = nil, others: [RawValue] = [], day: Day = Repository.day,
    strict: Set<String> = []
  ) throws {
    let library = try library ?? Repository.library()
    var reader = RecordReader(library: library, day: day)
    let (record, found) = try reader.record(from: raw)
    var papers: [Record] = []
    for other in others { papers.append(try reader.record(from: other).record) }
    self.record = record
    evaluated = try EvaluatedRecord(
      record, form: try Repository.form(record.form, in: library), library: library, others: papers, day: day,
      strict: strict)
    findings = found + evaluated.findings
  }

  /// Reads and evaluates a sample with edits.
  init(
    _ sample: Sample, _ edits: [String] = [], library: FormLibrary? = nil, others: [RawValue] = [],
    day: Day = Repository.day, strict: Set<String> = []
  ) throws {
    try self.init(
      try sample.raw().edited(edits), library: library, others: others, day: day, strict: strict)
  }

  /// The value of an expression over the record, as text.
  func value(_ expression: String) throws -> String {
    let program = try evaluated.engine.compile(expression)
    return try evaluated.engine.evaluate(program, at: evaluated.root).string
  }
}
