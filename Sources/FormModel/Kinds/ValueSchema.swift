/// What the value of a field looks like in its canonical form, for programs that know nothing of kiso.
///
/// Patterns are regular expressions that mean the same in XML Schema and in JSON Schema, where they are anchored.
public struct ValueSchema: Hashable, Sendable {
  /// How a value is written.
  public enum Form: Hashable, Sendable {
    /// A text that is not empty and fits all patterns.
    case text(patterns: [String], maximumLength: Int?)
    /// A whole number.
    case integer
    /// A decimal number with a point.
    case decimal
    /// One of these codes.
    case codes([CodeList.Code])
    /// `ja` or `nein`; in JSON a boolean.
    case yesNo
  }

  /// How it is written.
  public let form: Form
  /// The smallest number; nil for none.
  public let minimum: Int?
  /// The largest number; nil for none.
  public let maximum: Int?

  /// The value of a field; a list that is not declared counts as any text.
  public init(_ field: FieldDefinition, library: FormLibrary) {
    (minimum, maximum) = (field.minimum, field.maximum)
    form = field.kind.form(of: field, in: library)
  }

  static let line = "[^\\n\\r]+"
  static let year = "[0-9]{4}"
  static let month = "(0[1-9]|1[0-2])"
  static let day = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
  static let time = "([01][0-9]|2[0-3]):[0-5][0-9]"
}

extension ValueSchema.Form {
  /// A line of text with the pattern of its kind and that of its field.
  static func line(_ pattern: String, of field: FieldDefinition) -> Self {
    .text(patterns: [pattern] + (field.pattern.map { [$0] } ?? []), maximumLength: field.maximumLength)
  }

  /// The codes of a field, or any text where its list is not declared.
  static func codes(of field: FieldDefinition, in library: FormLibrary) -> Self {
    library.codes(of: field).map { .codes($0.codes) }
      ?? .text(patterns: [ValueSchema.line], maximumLength: field.maximumLength)
  }
}
