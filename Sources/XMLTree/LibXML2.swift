internal import CLibXML2

/// The state libxml2 keeps for the whole process, set up once.
enum LibXML2 {
  /// Prepares the parser and puts a loader in place that never opens anything.
  static let initialize: Void = {
    xmlInitParser()
    // With this loader no option, document or schema can make libxml2 touch a file or the network.
    xmlSetExternalEntityLoader { _, _, _ in nil }
  }()

  /// Prepares the types of RELAX NG and those of XML Schema below them: libxml2 does it by itself when a schema first
  /// names one, but two threads would do it at once and one of them would find no type.
  static let initializeSchemas: Void = {
    initialize
    xmlSchemaInitTypes()
    _ = xmlRelaxNGInitTypes()
  }()

  /// No network, no recovery, no entities, no messages on standard error; CDATA becomes text.
  static let options = Int32(
    XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NOCDATA.rawValue | XML_PARSE_BIG_LINES.rawValue)

  /// Whether a text of libxml2 has the given bytes.
  static func isEqual(_ own: UnsafePointer<xmlChar>, _ text: String) -> Bool {
    text.withXMLChars { xmlStrEqual(own, $0) == 1 }
  }

  /// Copies a string that libxml2 allocated and frees the original.
  static func take(_ pointer: UnsafeMutablePointer<xmlChar>?) -> String? {
    guard let pointer else { return nil }
    defer { clibxml2_free(pointer) }
    return String(cString: pointer)
  }
}

extension String {
  /// Lends the text to libxml2, ended by a zero byte.
  ///
  /// Handed over as it is, a `String` becomes an array first, at each call; that was a tenth of a whole start.
  func withXMLChars<Result>(_ body: (UnsafePointer<xmlChar>) -> Result) -> Result {
    withCString { body(UnsafeRawPointer($0).assumingMemoryBound(to: xmlChar.self)) }
  }
}
