/// The namespaces that a reader has to know (ODF 1.3 part 3, chapter 2).
enum ODF {
  static let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  static let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  static let table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  static let draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
  static let style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  static let form = "urn:oasis:names:tc:opendocument:xmlns:form:1.0"
  static let script = "urn:oasis:names:tc:opendocument:xmlns:script:1.0"
  static let meta = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
  static let manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
  static let chart = "urn:oasis:names:tc:opendocument:xmlns:chart:1.0"
  static let config = "urn:oasis:names:tc:opendocument:xmlns:config:1.0"
  static let database = "urn:oasis:names:tc:opendocument:xmlns:database:1.0"
  static let xforms = "http://www.w3.org/2002/xforms"
  static let xinclude = "http://www.w3.org/2001/XInclude"
  /// LibreOffice's own, for what no version of ODF has yet.
  static let loext = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
  static let dublinCore = "http://purl.org/dc/elements/1.1/"
  static let xlink = "http://www.w3.org/1999/xlink"
  static let xml = "http://www.w3.org/XML/1998/namespace"

  /// The versions of the format that there are.
  static let versions: Set<String> = ["1.0", "1.1", "1.2", "1.3", "1.4"]
}
