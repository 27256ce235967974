internal import XMLTree

/// A document in one XML file (ODF 1.3 part 3, 3.1.2).
enum FlatFile {
  /// Parses the file and makes sure that it is an office document.
  static func parse(_ bytes: [UInt8], limits: DocumentLimits) throws(DocumentFailure) -> XMLDocument {
    guard bytes.count <= limits.content else { throw DocumentFailure(.tooLarge, underlying: "XML-GROESSE") }
    let document = try XMLDocument(part: nil, bytes, limits: limits.xml)
    guard document.root.isIn(ODF.office) else { throw DocumentFailure(.otherXML, line: document.root.line) }
    guard document.root.name == "document" else { throw DocumentFailure(.root, line: document.root.line) }
    return document
  }

  /// The type that the root element names, and the kind of document it stands for.
  static func mediaType(
    _ document: XMLDocument, accepting: Set<DocumentType>
  ) throws(DocumentFailure) -> (name: String, type: DocumentType) {
    guard let name = document.root.attribute("mimetype", in: ODF.office) else {
      throw DocumentFailure(.mimetypeMissing, line: document.root.line)
    }
    return (name, try MediaType.type(name, accepting: accepting, part: nil))
  }
}
