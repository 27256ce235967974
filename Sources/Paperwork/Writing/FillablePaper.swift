public import FormModel

/// A paper that was begun, made into documents to be completed on a screen.
public struct FillablePaper {
  /// What is wrong with what is filled in already; what is still missing is no finding yet.
  public let findings: [Finding]
  private let sheets: [EvaluatedRecord]
  private let writer: PaperWriter

  /// Prepares a record, which may be empty; `others` are papers it refers to.
  public init(
    _ record: Record, catalogue: Catalogue, library: FormLibrary, others: [Record] = [], day: Day,
    format: PaperWriter.Format = .odt
  ) throws(PaperworkFailure) {
    guard let form = library.forms[record.form] else { throw .unknownForm(name: record.form, nearest: nil) }
    let all = others.isEmpty ? library : try catalogue.library(forms: Array(Set(([record] + others).map(\.form))))
    writer = try PaperWriter(
      form, template: try catalogue.template(for: form.id), library: all, output: .fillable, format: format,
      pictures: try catalogue.pictures(for: all.profile), cache: catalogue.cache)
    func evaluate(_ sheet: Int?) throws(PaperworkFailure) -> EvaluatedRecord {
      do {
        return try EvaluatedRecord(
          forEntry: record, form: form, library: all, others: others, day: day, sheet: sheet)
      } catch {
        throw .declarations(error)
      }
    }
    let first = try evaluate(nil)
    var sheets: [EvaluatedRecord] = []
    if first.sheets == 1 {
      sheets = [first]
    } else {
      for sheet in 0..<first.sheets { sheets.append(try evaluate(sheet)) }
    }
    self.sheets = sheets
    findings = first.findings.filter { finding in
      RecordPath(finding.path).map { record.content(at: $0) != nil } ?? false
    }
  }

  /// One document for each sheet, in order; one for most papers.
  public func documents() throws(PaperworkFailure) -> [[UInt8]] {
    var result: [[UInt8]] = []
    for sheet in sheets { result.append(try writer.fillable(for: sheet)) }
    return result
  }
}
