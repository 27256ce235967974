/// The names of the fields of a document's metadata by which it is known again when everything else was lost.
enum MetadataField {
  /// The id of the form.
  static let form = "Formular"
  /// The version of the form.
  static let version = "Fassung"
  /// The record's own id, if it has one.
  static let record = "Nummer"
  /// The carriers of a paper that is filled in on a screen, see ``OpenDocument/CarrierIndex``.
  static let index = "Eingabefelder"
}
