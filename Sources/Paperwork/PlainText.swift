public import FormModel
internal import OpenDocument

/// The text of any office document, for reading, searching and comparing.
public struct PlainText: Hashable, Sendable {
  /// The lines in reading order; the last one has a line end too.
  public let text: String
  /// What is to be said about the document.
  public let findings: [Finding]

  /// Reads a text document or spreadsheet of ODF, packed or flat.
  ///
  /// `password` opens those that are protected. Throws `PaperworkFailure.document` for anything else and for what is
  /// not sound.
  public init(of bytes: [UInt8], password: PaperPassword? = nil) throws(PaperworkFailure) {
    do {
      let file = try OpenDocumentFile(
        reading: bytes, accepting: [.text, .spreadsheet], passwords: password?.candidates ?? [])
      findings = try file.inspect().map(\.finding)
      text = try file.plainText()
    } catch {
      throw .document(error)
    }
  }
}
