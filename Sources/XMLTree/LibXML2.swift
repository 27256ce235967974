internal import CLibXML2

/// The state libxml2 keeps for the whole process, set up once.
enum LibXML2 {
  /// Prepares the parser and puts a loader in place that never opens anything.
  static let initialize: Void = {
    xmlInitParser()
    // With this loader no option, document or schema can make libxml2 touch a file or the network.
    xmlSetExternalEntityLoader { _, _, _ in nil }
  }()

  /// No network, no recovery, no entities, no messages on standard error; CDATA becomes text.
  static let options = Int32(
    XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NOCDATA.rawValue | XML_PARSE_BIG_LINES.rawValue)

  /// Copies a string that libxml2 allocated and frees the original.
  static func take(_ pointer: UnsafeMutablePointer<xmlChar>?) -> String? {
    guard let pointer else { return nil }
    defer { clibxml2_free(pointer) }
    return String(cString: pointer)
  }
}
