/// Why a document could not be written: every mark that had no value, and whatever else went wrong.
public struct RenderFailure: Error, Hashable, Sendable {
  /// The name of the template.
  public let template: String
  /// All problems in the order of the document; never empty.
  public let problems: [RenderProblem]
}

/// One thing that went wrong while a document was written; it never carries a value.
public struct RenderProblem: Hashable, Sendable {
  /// The stable codes; they appear in messages and tests and never change.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The mark has no value and is not optional.
    case missing = "AUSGABE-FEHLT"
    /// The value is not a number or infinite.
    case notANumber = "AUSGABE-ZAHL"
    /// The value has a character that XML forbids; `found` is its code point, such as `U+0007`.
    case character = "AUSGABE-ZEICHEN"
    /// The expression could not be evaluated.
    case evaluation = "AUSGABE-AUSDRUCK"
    /// A repetition over something that is not nodes.
    case notNodes = "AUSGABE-WIEDERHOLUNG"
    /// An attachment that cannot be kept: in a flat file, at the root, or without media types; `found` is its path.
    case attachment = "AUSGABE-ANLAGE"
    /// The metadata cannot be written; `found` names the field.
    case metadata = "AUSGABE-METADATEN"
    /// The package cannot be written; `found` is the code of the `ZipFailure`.
    case package = "AUSGABE-PAKET"
  }

  /// What kind of problem it is.
  public let code: Code
  /// The mark it concerns, if it concerns one.
  public let mark: TemplateMark?
  /// The positions, 1-based, in the repetitions around the mark, the outermost first.
  public let positions: [Int]
  /// What was found, see ``Code``.
  public let found: String?

  init(_ code: Code, mark: TemplateMark? = nil, positions: [Int] = [], found: String? = nil) {
    self.code = code
    self.mark = mark
    self.positions = positions
    self.found = found
  }
}
