/// The second language of a document, in which some of its text stands.
public struct TemplateLanguage: Hashable, Sendable {
  /// What it is called (ISO 639).
  public var code: String
  /// The country whose spelling it has (ISO 3166).
  public var country: String
  /// Whether it is written from right to left.
  public var isRightToLeft: Bool

  /// Makes a language of its codes.
  public init(code: String, country: String, isRightToLeft: Bool) {
    (self.code, self.country, self.isRightToLeft) = (code, country, isRightToLeft)
  }
}
