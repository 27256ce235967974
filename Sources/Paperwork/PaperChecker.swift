public import FormModel

/// Checks records and documents, several of one case together.
public struct PaperChecker: Sendable {
  /// A file that was read.
  public struct Paper: Hashable, Sendable {
    /// The name it was given.
    public let name: String
    /// What was read.
    public let paper: ReadPaper
    /// The declarations of its form.
    public let library: FormLibrary
  }

  /// What was found in one file.
  public struct Result: Hashable, Sendable {
    /// The name of the file.
    public var name: String
    /// The id of the form.
    public var form: String
    /// Everything found, in the order of the form.
    public var findings: [Finding]
  }

  private let catalogue: Catalogue
  private let day: Day
  private let strict: Set<String>
  private let password: PaperPassword?

  /// A checker for a reference day; `strict` names modes such as `anonymity`, `password` opens documents that are
  /// protected.
  public init(catalogue: Catalogue, day: Day, strict: Set<String> = [], password: PaperPassword? = nil) {
    self.catalogue = catalogue
    self.day = day
    self.strict = strict
    self.password = password
  }

  /// Reads a file under a name.
  public func read(_ bytes: [UInt8], name: String) throws(PaperworkFailure) -> Paper {
    let (paper, library) = try PaperReader(catalogue: catalogue, day: day, password: password).read(bytes)
    return Paper(name: name, paper: paper, library: library)
  }

  /// Holds one paper against its form, among others of the same case.
  ///
  /// `sheet` is the 0-based number of the sheet to be shown, for papers that are split.
  public func evaluate(
    _ paper: Paper, among others: [Paper] = [], sheet: Int? = nil
  ) throws(PaperworkFailure) -> EvaluatedRecord {
    let record = paper.paper.record
    guard let form = paper.library.forms[record.form] else {
      throw .unknownForm(name: record.form, nearest: nil)
    }
    let library = others.isEmpty ? paper.library : try library(for: [paper] + others)
    do {
      return try EvaluatedRecord(
        record, form: form, library: library, others: others.map(\.paper.record), day: day, strict: strict,
        sheet: sheet)
    } catch {
      throw .declarations(error)
    }
  }

  /// The declarations of all the forms that papers name.
  private func library(for papers: [Paper]) throws(PaperworkFailure) -> FormLibrary {
    try catalogue.library(forms: Array(Set(papers.map(\.paper.record.form))))
  }

  /// Checks all papers, each among the others.
  public func check(_ papers: [Paper]) throws(PaperworkFailure) -> [Result] {
    var results: [Result] = []
    for (index, paper) in papers.enumerated() {
      let others = papers.enumerated().filter { $0.offset != index }.map(\.element)
      let findings = try evaluate(paper, among: others).findings
      results.append(
        Result(name: paper.name, form: paper.paper.record.form, findings: paper.paper.findings + findings))
    }
    return results
  }
}
