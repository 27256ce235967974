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
    self.catalogue = catalogue.forOneRun()
    self.day = day
    self.strict = strict
    self.password = password
  }

  /// Reads a file under a name.
  public func read(_ bytes: [UInt8], name: String) throws(PaperworkFailure) -> Paper {
    let (paper, library) = try PaperReader(catalogue: catalogue, day: day, password: password).read(bytes)
    return Paper(name: name, paper: paper, library: library)
  }

  /// Papers as the others of a run, each of them evaluated at most once; for the task that asks alone.
  public func others(_ papers: [Paper]) throws(PaperworkFailure) -> OtherPapers {
    OtherPapers(
      papers.map(\.paper.record), library: try catalogue.library(forms: Set(papers.map(\.paper.record.form)).sorted()),
      day: day)
  }

  /// Holds one paper against its form, among others of the same case.
  ///
  /// `sheet` is the 0-based number of the sheet to be shown, for papers that are split.
  public func evaluate(
    _ paper: Paper, among others: [Paper] = [], sheet: Int? = nil
  ) throws(PaperworkFailure) -> EvaluatedRecord {
    try evaluate(paper, among: others.isEmpty ? nil : try self.others([paper] + others), sheet: sheet)
  }

  /// Holds one paper against its form, among those of a run, which may hold the paper itself.
  public func evaluate(
    _ paper: Paper, among others: OtherPapers?, sheet: Int? = nil
  ) throws(PaperworkFailure) -> EvaluatedRecord {
    let record = paper.paper.record
    let library = others?.library ?? paper.library
    guard let form = library.form(of: record) ?? paper.library.form(of: record) else {
      throw .unknownForm(name: record.form, nearest: nil)
    }
    do {
      return try EvaluatedRecord(
        record, form: form, library: library, among: others, day: day, strict: strict, sheet: sheet)
    } catch {
      throw .declarations(error)
    }
  }
}
