/// The fingerprint of a document's visible text, kept in its metadata.
///
/// It tells whether somebody changed the text after the document was issued; it is no protection against intent.
enum TextSeal {
  /// The name of the user-defined field that holds it.
  static let fieldName = "Textprüfsumme"

  /// The field for a text with a fingerprint.
  static func field(_ fingerprint: UInt32) -> UserField {
    UserField(name: fieldName, value: .number(Double(fingerprint)))
  }
}

extension OpenDocumentFile {
  /// The fingerprint that the visible text had when the document was issued; nil for documents without a seal.
  public var fingerprintAsIssued: UInt32? {
    get throws(DocumentFailure) {
      guard case .number(let number)? = try metadata[TextSeal.fieldName] else { return nil }
      return UInt32(exactly: number)
    }
  }
}
