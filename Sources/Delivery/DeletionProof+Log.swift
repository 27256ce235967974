public import Paperwork
public import RecordArchive

extension DeletionProof {
  /// The record that proves deletions, with what its form adds, held against the form's rules; nil where the town
  /// declares no such paper.
  ///
  /// - Parameters:
  ///   - records: lines of the log; keys without data, and what another archive has now, prove no deletion and are left
  ///     out.
  ///   - start: what is known already, such as who did it; nil for nothing.
  ///   - catalogue: where the form is.
  ///   - today: the day of the paper, unless something was deleted later.
  public static func evaluated(
    _ records: [DeletionRecord], from start: Record?, catalogue: Catalogue, on today: Day
  ) throws(PaperworkFailure) -> (paper: EvaluatedRecord, library: FormLibrary)? {
    guard let proof = try catalogue.library(forms: []).retention.proof else { return nil }
    let library = try catalogue.library(form: proof.form)
    guard let definition = library.forms[proof.form] else { throw .unknownForm(name: proof.form, nearest: nil) }
    let lines = records.filter { $0.act != .strayKey && $0.act != .handedOver }.map { record in
      DeletionProof.Line(
        entry: record.id.description, kind: record.kind, end: record.end ?? record.day, day: record.day,
        isShredded: record.act == .shredded, isEarly: record.isEarly)
    }
    let number = records.first.map { "LP-\($0.day.year)-\($0.run)" } ?? ""
    let record = record(
      lines, number: number, on: max(records.map(\.day).max() ?? today, today), from: start,
      as: proof, version: definition.version)
    return (try evaluate(record, form: definition, library: library, day: today), library)
  }
}
