internal import Synchronization

/// Papers that are all in memory, such as those named on a command line.
public final class KnownPapers: Papers {
  private struct Field: Hashable {
    let form: String
    let path: String
  }

  private let records: [Record]
  private let library: FormLibrary
  private let cases: [String: [PaperKey]]
  /// The numbers of the cases they belong to, in ascending order.
  public var caseNumbers: [String] { cases.keys.sorted() }
  private let forms: [String: [PaperKey]]
  /// The papers by the values of the fields that were asked for.
  private let values = Mutex<[Field: [String: [PaperKey]]]>([:])

  /// Takes records; those of forms that the library does not have are left out.
  public convenience init(_ records: [Record], library: FormLibrary) {
    self.init(
      records.map { record in
        (record, library.form(of: record).flatMap { library.caseNumber(of: record, form: $0) })
      }, library: library)
  }

  /// Takes records with the numbers of their cases.
  init(_ papers: [(record: Record, caseNumber: String?)], library: FormLibrary) {
    records = papers.map(\.record)
    self.library = library
    var cases: [String: [PaperKey]] = [:]
    var forms: [String: [PaperKey]] = [:]
    for (number, paper) in papers.enumerated() where library.forms[paper.record.form] != nil {
      let key = PaperKey(number: number)
      forms[paper.record.form, default: []].append(key)
      if let own = paper.caseNumber { cases[own, default: []].append(key) }
    }
    (self.cases, self.forms) = (cases, forms)
  }

  /// Those whose form files them under the number.
  public func keys(inCase number: String) -> [PaperKey] { cases[number] ?? [] }

  /// Those of the form, in the order given.
  public func keys(ofForm form: String) -> [PaperKey] { forms[form] ?? [] }

  /// Those that hold the value as it was given; what is calculated is not found.
  public func keys(ofForm form: String, holding value: String, at path: String) -> [PaperKey] {
    values.withLock { values in
      let field = Field(form: form, path: path)
      if let known = values[field] { return known[value] ?? [] }
      var found: [String: [PaperKey]] = [:]
      for key in keys(ofForm: form) {
        for text in library.byTodaysNames(records[key.number]).root.values(at: path) {
          found[text, default: []].append(key)
        }
      }
      values[field] = found
      return found[value] ?? []
    }
  }

  /// The record at a place.
  public func record(_ key: PaperKey) -> Record? {
    records.indices.contains(key.number) ? records[key.number] : nil
  }
}
