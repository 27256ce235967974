public import FormModel

/// What became of one source: a paper that was read, checked among the others, and made into documents.
public struct MadePaper: Sendable {
  /// What the archive and others must know of a paper that kiso made.
  public struct Facts: Sendable {
    /// The values as they were given.
    public let record: Record
    /// What its page shows; a document carries no more.
    public let shown: Record
    /// The form they belong to.
    public let form: FormDefinition
    /// The day it was held against its form.
    public let day: Day
    /// What its form tells the archive.
    public let filing: Filing

    /// The facts of a paper.
    public init(_ paper: EvaluatedRecord) {
      (record, shown, form, day, filing) = (paper.given, paper.shown, paper.form, paper.day, paper.filing)
    }
  }

  /// The source, as it was named.
  public let source: String
  /// Everything found in it, in the order of the form.
  public var findings: [Finding] = []
  /// Why it could not be read, or not be made; nil otherwise.
  public var failure: PaperworkFailure?
  /// Its documents; none while it stands in its own way or in that of others.
  public var documents: [PaperDocument] = []
  /// What others must know of it; nil unless it was asked for, for a document that kiso did not write, and for what was refused.
  public var facts: Facts?
  /// Whether nothing holds it up, whatever is wrong with others.
  var isUrgent = false
  /// Whether it is there to be mended: what is wrong in it stops nothing.
  var isBegun = false

  init(source: String) {
    self.source = source
  }

  /// Whether it was refused: not read, or with errors.
  public var isRefused: Bool { failure != nil || !isBegun && findings.contains { $0.strength == .error } }
}
