import FormModel

/// A paper held against its form, with everything that was said about it.
struct Checked {
  /// The paper as it was read.
  let record: Record
  /// The paper evaluated.
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
    guard let form = library.forms[record.form] else { throw Repository.Missing(what: record.form) }
    evaluated = try EvaluatedRecord(
      record, form: form, library: library, others: papers, day: day,
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
    try evaluated.withEngine { engine in
      try engine.evaluate(try engine.compile(expression), at: evaluated.root).string
    }
  }
}
