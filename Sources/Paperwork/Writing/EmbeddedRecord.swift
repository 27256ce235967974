internal import FormModel
internal import OpenDocument

/// The record that a document carries: what its page shows, and nothing more.
///
/// LibreOffice keeps it byte for byte but never changes it, so it is the record *as issued*.
enum EmbeddedRecord {
  static let path = "Record/record.xml"
  /// What the page shows, piece by piece.
  static let pagePath = "Record/page.xml"
  private static let directoryType = "application/vnd.kiso.record"

  /// The directory needs an entry with a media type of its own, or LibreOffice drops it when it saves.
  static func attachment(_ record: Record) -> Attachment {
    Attachment(
      path: path, mediaType: "application/xml", directoryMediaType: directoryType,
      bytes: record.xml())
  }

  /// Where the page is kept; `isFillable` also lists the carriers in the metadata, which survive DOCX.
  static func page(isFillable: Bool) -> PageKeeping {
    PageKeeping(
      attachment: Attachment(
        path: pagePath, mediaType: "application/xml", directoryMediaType: directoryType, bytes: []),
      indexField: isFillable ? MetadataField.index : nil)
  }
}
