internal import FormModel
internal import OpenDocument

/// The record that a document carries: what its page shows, and nothing more.
///
/// LibreOffice keeps it byte for byte but never changes it, so it is the record *as issued*.
enum EmbeddedRecord {
  static let path = "Record/record.xml"

  /// The directory needs an entry with a media type of its own, or LibreOffice drops it when it saves.
  static func attachment(_ record: Record) -> Attachment {
    Attachment(
      path: path, mediaType: "application/xml", directoryMediaType: "application/vnd.kiso.record",
      bytes: record.xml())
  }
}
