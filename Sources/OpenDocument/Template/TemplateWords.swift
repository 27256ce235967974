/// What a template takes from a declaration while it is compiled, so that no label stands twice.
///
/// Paths are those of marks: relative to the record, or to the last of the repetitions around the mark.
public protocol TemplateWords {
  /// The label of a field or group on the page.
  func label(of path: String, inside loops: [String]) throws(TemplateWordsFailure) -> String

  /// The answers of a choice in their order.
  func answers(of path: String, inside loops: [String]) throws(TemplateWordsFailure) -> [TemplateAnswer]

  /// The expression that prints what was chosen, several answers one after the other.
  func chosen(of path: String, inside loops: [String]) throws(TemplateWordsFailure) -> String
}

/// One answer of a choice, as a template shows it.
public struct TemplateAnswer: Hashable, Sendable {
  /// The value of a field that has this answer.
  public let id: String
  /// The words behind its box.
  public let label: String

  /// An answer with the words behind its box.
  public init(id: String, label: String) {
    self.id = id
    self.label = label
  }
}

/// Why a declaration has no word for a mark.
public struct TemplateWordsFailure: Error, Hashable, Sendable {
  /// What is wrong and what to write instead, for the people who edit the template (German).
  public let message: String

  /// A failure with what to write instead.
  public init(_ message: String) { self.message = message }
}
