internal import OpenDocument

/// A document as it came, looked at before it is handed to LibreOffice.
public struct PrintableDocument: Hashable, Sendable {
  /// Its bytes, unchanged.
  public let bytes: [UInt8]
  /// The ending that fits its kind: `odt`, `ott` or `fodt`.
  public let fileExtension: String

  /// Opens a document with the limits for what comes from outside; its parts must be readable, and nothing else.
  ///
  /// Throws `PaperworkFailure.document` for what is none, is damaged, too large or protected by a password.
  public init(_ bytes: [UInt8]) throws(PaperworkFailure) {
    do {
      let file = try OpenDocumentFile(reading: bytes)
      _ = try file.content
      _ = try file.styles
      fileExtension = file.kind == .flat ? "fodt" : file.isTemplate ? "ott" : "odt"
    } catch {
      throw .document(error)
    }
    self.bytes = bytes
  }
}
