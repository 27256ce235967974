internal import XMLTree

extension DocumentInspection {
  /// Notes an `xlink:href` that leaves the document, under a code; one that runs something under its own.
  mutating func noteReference(_ element: some AttributeSource, _ code: DocumentWarning.Code, _ line: Int) {
    guard let target = element.value("href", .xlink) else { return }
    noteTarget(target, code, line)
  }

  mutating func noteTarget(_ target: String, _ code: DocumentWarning.Code, _ line: Int) {
    if Self.runsSomething(target) {
      note(.macros, line)
    } else if Self.leadsOutside(target, ofFlat: isFlat) {
      note(code, line)
    }
  }

  /// Forms that are filled from a database, sent somewhere, or show a picture from outside.
  mutating func lookAtForm(_ name: String, _ element: some AttributeSource, _ line: Int) {
    noteReference(element, .externalReference, line)
    if let picture = element.value("image-data", .form) { noteTarget(picture, .externalImage, line) }
    switch name {
    case "form":
      let isFilled = ["datasource", "command"].contains { element.value($0, .form)?.isEmpty == false }
      if isFilled { note(.database, line) }
    case "connection-resource": note(.database, line)
    default: break
    }
  }

  /// Sheets and ranges whose contents lie elsewhere.
  mutating func lookAtTable(_ name: String, _ element: some AttributeSource, _ line: Int) {
    switch name {
    case "table-source", "cell-range-source": noteReference(element, .linkedSection, line)
    case "dde-link": note(.externalReference, line)
    case "database-source-sql", "database-source-table", "database-source-query": note(.database, line)
    default: noteReference(element, .externalReference, line)
    }
  }

  /// XForms that load from or send to somewhere (XForms 1.1, chapter 11).
  mutating func noteSubmission(_ element: some AttributeSource, _ line: Int) {
    for name in ["action", "resource", "src"] {
      if let target = element.value(name, .none) { noteTarget(target, .externalReference, line) }
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
