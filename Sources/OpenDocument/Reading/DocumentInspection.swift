internal import XMLTree

/// Looks through a part for what a person should know of, in one pass.
struct DocumentInspection {
  let isFlat: Bool
  /// The folders of charts in the package, which are looked through themselves.
  private let charts: Set<String>
  private var found: [DocumentWarning.Code: (line: Int, count: Int)] = [:]

  private init(isFlat: Bool, charts: Set<String>) {
    (self.isFlat, self.charts) = (isFlat, charts)
  }

  /// What one part holds; `part` is nil for a flat file.
  static func warnings(_ document: XMLDocument, part: String?, charts: Set<String> = []) -> [DocumentWarning] {
    var inspection = DocumentInspection(isFlat: part == nil, charts: charts)
    inspection.walk(document.root)
    return DocumentWarning.Code.allCases.compactMap { code in
      inspection.found[code].map { DocumentWarning(code, part: part, line: $0.line, count: $0.count) }
    }
  }

  /// Walks without recursion, so that no depth is too deep.
  private mutating func walk(_ root: XMLNode) {
    var next: XMLNode? = root
    while let node = next {
      if node.isElement { look(at: node) }
      if let child = node.firstChild {
        next = child
        continue
      }
      var here = node
      while here != root, here.next == nil, let parent = here.parent { here = parent }
      next = here == root ? nil : here.next
    }
  }

  mutating func note(_ code: DocumentWarning.Code, _ node: XMLNode) {
    found[code, default: (node.line, 0)].count += 1
  }

  private mutating func look(at node: XMLNode) {
    if node.isIn(ODF.text) {
      lookAtText(node)
    } else if node.isIn(ODF.draw) {
      lookAtDrawing(node)
    } else if node.isIn(ODF.office) {
      lookAtOffice(node)
    } else if node.isIn(ODF.script) {
      if node.name == "event-listener" { noteListener(node) }
    } else if node.isIn(ODF.form) {
      lookAtForm(node)
    } else if node.isIn(ODF.table) {
      lookAtTable(node)
    } else if node.isIn(ODF.config) {
      lookAtSetting(node)
    } else if node.isIn(ODF.database) {
      note(.database, node)
    } else if node.isIn(ODF.xinclude) {
      note(.externalReference, node)
    } else if node.isIn(ODF.xforms) {
      noteSubmission(node)
    } else {
      noteReference(node, .externalReference)
    }
  }

  private mutating func lookAtText(_ node: XMLNode) {
    switch node.name {
    case "a": noteReference(node, .hyperlink)
    case "section-source": noteReference(node, .linkedSection)
    case "tracked-changes": if node.elements.count > 0 { note(.trackedChanges, node) }
    case "script": note(.macros, node)
    case "dde-connection-decl": note(.externalReference, node)
    case "execute-macro": note(.eventListener, node)
    case _ where node.name.hasPrefix("database-"): note(.database, node)
    case "section", "hidden-text", "hidden-paragraph":
      if HiddenText.isHidden(node) { note(.hiddenText, node) }
    default: noteReference(node, .externalReference)
    }
  }

  private mutating func lookAtDrawing(_ node: XMLNode) {
    switch node.name {
    case "a": noteReference(node, .hyperlink)
    case "image", "fill-image": noteReference(node, .externalImage)
    case "object" where isChart(node): break
    case "object", "object-ole":
      note(node.name == "object" ? .embeddedObject : .oleObject, node)
      noteReference(node, .externalReference)
    case "plugin", "applet", "floating-frame": note(.activeContent, node)
    default: noteReference(node, .externalReference)
    }
  }

  /// Whether an object is a chart, of which everything is looked at.
  private func isChart(_ object: XMLNode) -> Bool {
    if isFlat {
      return object.element("document", in: ODF.office)?.attribute("mimetype", in: ODF.office) == MediaType.chart
    }
    let target = object.attribute("href", in: ODF.xlink) ?? ""
    return charts.contains(target.hasPrefix("./") ? String(target.dropFirst(2)) : target)
  }

  private mutating func lookAtOffice(_ node: XMLNode) {
    switch node.name {
    case "annotation": note(.annotations, node)
    case "script": note(.macros, node)
    case "dde-source": note(.linkedSection, node)
    default: break
    }
  }

  private mutating func noteListener(_ node: XMLNode) {
    note(node.parent?.parent?.isIn(ODF.form) == true ? .formEventListener : .eventListener, node)
  }

}

extension OpenDocumentFile {
  /// Everything that a person should know of: about the package, and in its content and styles.
  ///
  /// Parses the parts; one warning for each kind and part, with the number of occurrences. Throws when a part is
  /// broken.
  public func inspect() throws(DocumentFailure) -> [DocumentWarning] {
    var result = packageWarnings
    guard kind == .package else { return result + DocumentInspection.warnings(try content, part: nil) }
    for part in Part.allCases {
      guard let document = try document(part) else { continue }
      result += DocumentInspection.warnings(document, part: part.rawValue, charts: charts)
    }
    for chart in charts.sorted() {
      let path = chart + "/content.xml"
      guard let document = try self.document(at: path) else { continue }
      result += DocumentInspection.warnings(document, part: path)
    }
    return result
  }
}
