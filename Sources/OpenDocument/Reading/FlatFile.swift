internal import XMLTree

/// A document in one XML file (ODF 1.3 part 3, 3.1.2).
enum FlatFile {
  /// Parses the file and makes sure that it is an office document of an accepted kind.
  static func parse(
    _ bytes: [UInt8], accepting: Set<DocumentType>, limits: DocumentLimits
  ) throws(DocumentFailure) -> (document: XMLDocument, mediaType: String, type: DocumentType) {
    guard bytes.count <= limits.content else { throw DocumentFailure(.tooLarge, underlying: "XML-GROESSE") }
    var found: (mediaType: String, type: DocumentType)?
    let document = try XMLDocument(part: nil, bytes, limits: limits.xml) { (shape) throws(DocumentFailure) in
      guard shape.root.isOffice else { throw DocumentFailure(.otherXML, line: shape.root.line) }
      guard shape.root.name == "document" else { throw DocumentFailure(.root, line: shape.root.line) }
      guard let name = shape.mediaType else { throw DocumentFailure(.mimetypeMissing, line: shape.root.line) }
      let type = try MediaType.type(name, accepting: accepting, part: nil)
      try Part.content.check(shape, of: type, isFlat: true)
      found = (name, type)
    }
    guard let found else { throw DocumentFailure(.mimetypeMissing) }
    return (document, found.mediaType, found.type)
  }
}
