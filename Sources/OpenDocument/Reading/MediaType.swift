/// The types a document of ODF may have (ODF 1.3 part 2, appendix C).
enum MediaType {
  private static let family = "application/vnd.oasis.opendocument."
  private static let template = "-template"

  /// An embedded chart.
  static let chart = family + "chart"

  /// The kind of document that a type stands for.
  ///
  /// Throws unless it is one of the accepted.
  static func type(
    _ name: String, accepting: Set<DocumentType>, part: String?
  ) throws(DocumentFailure) -> DocumentType {
    let others = ["graphics", "chart", "image", "formula", "base", "database", "text-master", "text-web"]
    guard name.hasPrefix(family) else { throw DocumentFailure(.mimetype, part: part) }
    var kind = name.dropFirst(family.count)
    if isTemplate(name) { kind = kind.dropLast(template.count) }
    if let type = DocumentType(rawValue: String(kind)), accepting.contains(type) { return type }
    switch kind {
    case "spreadsheet": throw DocumentFailure(.spreadsheet)
    case "presentation": throw DocumentFailure(.presentation)
    default: throw DocumentFailure(others.contains(String(kind)) ? .otherKind : .mimetype, part: part)
    }
  }

  /// Whether a type is that of a template.
  static func isTemplate(_ name: String) -> Bool { name.hasSuffix(template) }
}
