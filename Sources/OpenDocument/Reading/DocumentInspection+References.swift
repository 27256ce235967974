internal import XMLTree

extension DocumentInspection {
  /// Notes an `xlink:href` that leaves the document, under a code; one that runs something under its own.
  mutating func noteReference(_ node: XMLNode, _ code: DocumentWarning.Code) {
    guard let target = node.attribute("href", in: ODF.xlink) else { return }
    noteTarget(target, node, code)
  }

  private mutating func noteTarget(_ target: String, _ node: XMLNode, _ code: DocumentWarning.Code) {
    if Self.runsSomething(target) {
      note(.macros, node)
    } else if Self.leadsOutside(target, ofFlat: isFlat) {
      note(code, node)
    }
  }

  /// Forms that are filled from a database, sent somewhere, or show a picture from outside.
  mutating func lookAtForm(_ node: XMLNode) {
    noteReference(node, .externalReference)
    if let picture = node.attribute("image-data", in: ODF.form) { noteTarget(picture, node, .externalImage) }
    switch node.name {
    case "form": if isFilled("datasource", node) || isFilled("command", node) { note(.database, node) }
    case "connection-resource": note(.database, node)
    default: break
    }
  }

  private func isFilled(_ attribute: String, _ node: XMLNode) -> Bool {
    node.attribute(attribute, in: ODF.form)?.isEmpty == false
  }

  /// Sheets and ranges whose contents lie elsewhere.
  mutating func lookAtTable(_ node: XMLNode) {
    switch node.name {
    case "table-source", "cell-range-source", "dde-link": noteSource(node)
    case "database-source-sql", "database-source-table", "database-source-query": note(.database, node)
    default: noteReference(node, .externalReference)
    }
  }

  private mutating func noteSource(_ node: XMLNode) {
    if node.name == "dde-link" { return note(.externalReference, node) }
    noteReference(node, .linkedSection)
  }

  /// The settings by which a document names a database (LibreOffice writes them, empty where there is none).
  mutating func lookAtSetting(_ node: XMLNode) {
    let names = ["CurrentDatabaseDataSource", "CurrentDatabaseCommand", "EmbeddedDatabaseName"]
    guard node.name == "config-item", let name = node.attribute("name", in: ODF.config), names.contains(name),
      !node.text.isEmpty
    else { return }
    note(.database, node)
  }

  /// XForms that load from or send to somewhere (XForms 1.1, chapter 11).
  mutating func noteSubmission(_ node: XMLNode) {
    for name in ["action", "resource", "src"] {
      if let target = node.attribute(name) { noteTarget(target, node, .externalReference) }
    }
  }

  /// Whether a reference leaves the document.
  ///
  /// Inside are an empty one, `#…` and, in a package, a relative path that does not climb (ODF 1.3 part 2,
  /// 3.7); `../x` is a file beside the package, and from a flat file every path is one beside it.
  static func leadsOutside(_ target: String, ofFlat isFlat: Bool) -> Bool {
    let path = target.prefix { $0 != "#" && $0 != "?" }
    guard let first = path.utf8.first else { return false }
    if isFlat { return true }
    if first == UInt8(ascii: "/") || first == UInt8(ascii: "\\") { return true }
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    return segments.contains("..") || segments[0].contains(":") || path.contains("\\")
  }

  /// Whether following a reference would run a macro or a command of the office program.
  static func runsSomething(_ target: String) -> Bool {
    let schemes = ["vnd.sun.star.script:", "macro:", "javascript:", "vbscript:", ".uno:", "slot:", "service:"]
    let start = target.drop { $0.isWhitespace }.prefix(24).lowercased()
    return schemes.contains { start.hasPrefix($0) }
  }
}
