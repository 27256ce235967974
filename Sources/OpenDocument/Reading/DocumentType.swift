/// The kinds of document that can be read (ODF 1.3 part 3, 3.3).
public enum DocumentType: String, CaseIterable, Hashable, Sendable {
  /// A text document or its template.
  case text
  /// A spreadsheet or its template.
  case spreadsheet

  /// The media type of a document of this kind.
  public var mediaType: String { "application/vnd.oasis.opendocument." + rawValue }

  /// The element of the body that belongs to it.
  var body: String { rawValue }
}
