/// What a document says about itself.
///
/// A value given here takes the place of the template's own; what is nil or empty is left to the template. Who made
/// the template, when and for how long is never carried over.
public struct DocumentMetadata: Hashable, Sendable {
  /// The title; readers show it in place of the file's name.
  public var title: String?
  /// What it is about.
  public var subject: String?
  /// A comment.
  public var description: String?
  /// Words to find it by.
  public var keywords: [String]
  /// Who made it: an office, not a person.
  public var creator: String?
  /// The language as in `de-DE`.
  public var language: String?
  /// The program that wrote it.
  public var generator: String?
  /// When it was made, as in `2025-11-20T00:00:00`; it is also the day of the last change.
  public var creationDate: String?
  /// Fields of one's own.
  public var userDefined: [UserField]
  /// Whether a package carries the fingerprint of its visible text, so that later changes are noticed.
  public var sealsText = false

  /// Metadata; everything may be left out.
  public init(
    title: String? = nil, subject: String? = nil, description: String? = nil, keywords: [String] = [],
    creator: String? = nil, language: String? = nil, generator: String? = nil, creationDate: String? = nil,
    userDefined: [UserField] = []
  ) {
    self.title = title
    self.subject = subject
    self.description = description
    self.keywords = keywords
    self.creator = creator
    self.language = language
    self.generator = generator
    self.creationDate = creationDate
    self.userDefined = userDefined
  }
}

/// A user-defined field of the metadata.
public struct UserField: Hashable, Sendable {
  /// A value with its type.
  public enum Value: Hashable, Sendable {
    /// Any text.
    case text(String)
    /// A day, or a day and a time, in ISO 8601.
    case date(String)
    /// True or false.
    case boolean(Bool)
    /// A finite number.
    case number(Double)
  }

  /// The name, unique in the document.
  public var name: String
  /// The value.
  public var value: Value

  /// Makes a field.
  public init(name: String, value: Value) {
    self.name = name
    self.value = value
  }
}
