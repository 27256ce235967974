/// The namespaces of ODF 1.3 with the one prefix each has in everything this module handles and writes.
///
/// Whatever else stands in a file is foreign (ODF 1.3 part 3, 3.17).
enum Vocabulary {
  private static let odf = "urn:oasis:names:tc:opendocument:xmlns:"

  /// Prefix and namespace, in the order in which they are declared.
  static let declarations: [(prefix: String, namespace: String)] = [
    ("office", odf + "office:1.0"), ("meta", odf + "meta:1.0"), ("style", odf + "style:1.0"),
    ("text", odf + "text:1.0"), ("table", odf + "table:1.0"), ("draw", odf + "drawing:1.0"),
    ("fo", odf + "xsl-fo-compatible:1.0"), ("svg", odf + "svg-compatible:1.0"),
    ("number", odf + "datastyle:1.0"), ("form", odf + "form:1.0"), ("chart", odf + "chart:1.0"),
    ("presentation", odf + "presentation:1.0"), ("dr3d", odf + "dr3d:1.0"), ("anim", odf + "animation:1.0"),
    ("smil", odf + "smil-compatible:1.0"), ("config", odf + "config:1.0"), ("script", odf + "script:1.0"),
    ("db", odf + "database:1.0"), ("dc", "http://purl.org/dc/elements/1.1/"),
    ("xlink", "http://www.w3.org/1999/xlink"), ("math", "http://www.w3.org/1998/Math/MathML"),
    ("xforms", "http://www.w3.org/2002/xforms"), ("xhtml", "http://www.w3.org/1999/xhtml"),
    ("grddl", "http://www.w3.org/2003/g/data-view#"),
  ]

  /// Prefixes that stand in attribute values only, such as `form:control-implementation="ooo:…"`.
  ///
  /// LibreOffice silently drops a form control whose prefix is not declared.
  static let valuePrefixes: [(prefix: String, namespace: String)] = [
    ("ooo", "http://openoffice.org/2004/office"), ("ooow", "http://openoffice.org/2004/writer"),
    ("oooc", "http://openoffice.org/2004/calc"), ("of", odf + "of:1.2"),
  ]

  /// The prefix of a namespace, or nil when it is foreign.
  static func prefix(of namespace: String) -> String? { prefixes[namespace] }

  private static let prefixes: [String: String] = {
    var result = ["http://www.w3.org/XML/1998/namespace": "xml"]
    for (prefix, namespace) in declarations { result[namespace] = prefix }
    return result
  }()

  /// The kind of document that a template of a media type makes; nil when it can make none.
  static func type(of mediaType: String) -> DocumentType? {
    DocumentType.allCases.first { [$0.mediaType, $0.mediaType + "-template"].contains(mediaType) }
  }
}
