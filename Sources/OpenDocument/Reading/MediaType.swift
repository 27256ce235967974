/// The types a document of ODF may have (ODF 1.3 part 2, appendix C).
enum MediaType {
  static let text = "application/vnd.oasis.opendocument.text"
  static let template = "application/vnd.oasis.opendocument.text-template"

  private static let family = "application/vnd.oasis.opendocument."

  /// Throws unless the type is that of a text document or its template.
  static func check(_ name: String, part: String?) throws(DocumentFailure) {
    guard name != text, name != template else { return }
    let kinds = ["graphics", "chart", "image", "formula", "base", "database", "text-master", "text-web"]
    guard name.hasPrefix(family) else { throw DocumentFailure(.mimetype, part: part) }
    var kind = name.dropFirst(family.count)
    if kind.hasSuffix("-template") { kind = kind.dropLast("-template".count) }
    switch kind {
    case "spreadsheet": throw DocumentFailure(.spreadsheet)
    case "presentation": throw DocumentFailure(.presentation)
    default: throw DocumentFailure(kinds.contains(String(kind)) ? .otherKind : .mimetype, part: part)
    }
  }
}
