internal import XMLTree

extension ODF {
  /// The namespaces by number, so that they are compared once for each name and not for each element.
  enum Space: UInt8 {
    case office, text, table, draw, style, form, script, meta, config, database, xforms, xinclude, dublinCore, svg
    case presentation, xlink, xml, trace
    /// No namespace.
    case none
    /// Any other.
    case foreign
  }

  private static let spaces: [String: Space] = [
    office: .office, text: .text, table: .table, draw: .draw, style: .style, form: .form, script: .script,
    meta: .meta, config: .config, database: .database, xforms: .xforms, xinclude: .xinclude, dublinCore: .dublinCore,
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": .svg,
    "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0": .presentation, xlink: .xlink, xml: .xml,
    Trace.namespace: .trace,
  ]

  private static let prefixes: [String: Space] = [
    "office": .office, "text": .text, "table": .table, "draw": .draw, "style": .style, "form": .form,
    "script": .script, "meta": .meta, "config": .config, "db": .database, "xforms": .xforms, "dc": .dublinCore,
    "svg": .svg, "presentation": .presentation, "xlink": .xlink, "xml": .xml,
  ]

  private static let names = Dictionary(prefixes.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

  /// What a template calls a name with a namespace.
  static func prefixed(_ name: String, _ space: Space) -> String { (names[space].map { $0 + ":" } ?? "") + name }

  /// The number of a namespace; `uri` is nil for none.
  static func space(_ uri: String?) -> Space { uri.map { spaces[$0] ?? .foreign } ?? .none }

  /// The name of a namespace that has one.
  static func uri(_ space: Space) -> String? {
    switch space {
    case .office: office
    case .text: text
    case .table: table
    case .draw: draw
    case .style: style
    case .form: form
    case .script: script
    case .meta: meta
    case .config: config
    case .database: database
    case .xforms: xforms
    case .xinclude: xinclude
    case .dublinCore: dublinCore
    case .svg: "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
    case .presentation: "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"
    case .xlink: xlink
    case .xml: xml
    case .trace: Trace.namespace
    case .none, .foreign: nil
    }
  }

  /// Namespace and name of what a template calls `text:p`.
  static func split(_ name: String) -> (space: Space, name: String) {
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return (.none, name) }
    let after = name.utf8.index(after: colon)
    return (prefixes[String(name[..<colon])] ?? .foreign, String(name[after...]))
  }
}

/// Something with attributes, wherever it stands: in a tree, in front of the parser, in a template.
protocol AttributeSource {
  /// The value of an attribute, references resolved; nil when it is not there.
  func value(_ name: String, _ space: ODF.Space) -> String?
  /// The first attribute of that name in whatever namespace.
  func value(ofAny name: String) -> String?
}

extension TreeNode: AttributeSource {
  func value(_ name: String, _ space: ODF.Space) -> String? { self[ODF.prefixed(name, space)] }
  func value(ofAny name: String) -> String? { attributes.first { ODF.split($0.name).name == name }?.value }
}

extension XMLNode: AttributeSource {
  func value(_ name: String, _ space: ODF.Space) -> String? { attribute(name, in: ODF.uri(space)) }
  func value(ofAny name: String) -> String? { attributes.first { $0.name == name }?.value }
}

extension XMLStartTag: AttributeSource {
  func value(_ name: String, _ space: ODF.Space) -> String? { attribute(name, in: ODF.uri(space)) }
  func value(ofAny name: String) -> String? { attribute(ofAny: name) }
}
