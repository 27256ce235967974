internal import XMLTree

/// Looks at the elements of a part, as they come, for what a person should know of.
struct DocumentInspection {
  let isFlat: Bool
  /// The folders of charts in the package, which are looked through themselves.
  private let charts: Set<String>
  private var found: [DocumentWarning.Code: (line: Int, count: Int)] = [:]
  /// The open elements, the outermost first.
  private var spaces: [ODF.Space] = []
  /// What is decided by what stands in the innermost such element, and how deep that is.
  private var pending: [(kind: Pending, depth: Int, line: Int)] = []

  private enum Pending {
    /// An object of a flat file, which may be a chart.
    case object(href: String?)
    /// Changes, if there are any.
    case changes
    /// The name of a database, if there is one.
    case setting
    /// Scripts, if there is more than the list of libraries that LibreOffice writes when there are none.
    case script
  }

  init(isFlat: Bool, charts: Set<String> = []) {
    (self.isFlat, self.charts) = (isFlat, charts)
  }

  /// What was found in a part; `part` is nil for a flat file.
  func warnings(part: String?) -> [DocumentWarning] {
    DocumentWarning.Code.allCases.compactMap { code in
      found[code].map { DocumentWarning(code, part: part, line: $0.line, count: $0.count) }
    }
  }

  mutating func note(_ code: DocumentWarning.Code, _ line: Int) {
    let known = found[code] ?? (line, 0)
    found[code] = (min(known.line, line), known.count + 1)
  }

  /// Takes an element that begins.
  mutating func open(_ space: ODF.Space, _ name: String, _ element: some AttributeSource, line: Int) {
    if !pending.isEmpty { lookInside(space, name, element) }
    look(space, name, element, line)
    spaces.append(space)
  }

  /// Takes a text.
  mutating func text(isEmpty: Bool) {
    guard let last = pending.last, !isEmpty else { return }
    switch last.kind {
    case .setting: note(.database, last.line)
    case .script: note(.macros, last.line)
    case .object, .changes: return
    }
    pending.removeLast()
  }

  /// Takes the end of the innermost element.
  mutating func close() {
    spaces.removeLast()
    guard let last = pending.last, last.depth == spaces.count else { return }
    pending.removeLast()
    switch last.kind {
    case .object(let href): noteObject(href, last.line)
    case .changes, .setting, .script: break
    }
  }

  /// Looks at an element in one that is not decided yet.
  private mutating func lookInside(_ space: ODF.Space, _ name: String, _ element: some AttributeSource) {
    guard let last = pending.last else { return }
    if case .script = last.kind {
      // An empty list of libraries runs nothing; a library in it, linked or not, may.
      guard name != "libraries" || last.depth != spaces.count - 1 else { return }
      pending.removeLast()
      return note(.macros, last.line)
    }
    guard last.depth == spaces.count - 1 else { return }
    switch last.kind {
    case .changes:
      pending.removeLast()
      note(.trackedChanges, last.line)
    case .object(let href):
      guard space == .office, name == "document" else { return }
      pending.removeLast()
      if element.value("mimetype", .office) != MediaType.chart { noteObject(href, last.line) }
    case .setting, .script: break
    }
  }

  private mutating func wait(_ kind: Pending, _ line: Int) {
    pending.append((kind, spaces.count, line))
  }

  private mutating func look(_ space: ODF.Space, _ name: String, _ element: some AttributeSource, _ line: Int) {
    switch space {
    case .text: lookAtText(name, element, line)
    case .draw: lookAtDrawing(name, element, line)
    case .office:
      if name == "annotation" { note(.annotations, line) }
      if name == "script" { wait(.script, line) }
      if name == "dde-source" { note(.linkedSection, line) }
    case .script:
      guard name == "event-listener" else { return }
      note(spaces.dropLast().last == .form ? .formEventListener : .eventListener, line)
    case .form: lookAtForm(name, element, line)
    case .table: lookAtTable(name, element, line)
    case .config: lookAtSetting(name, element, line)
    case .database: note(.database, line)
    case .xinclude: note(.externalReference, line)
    case .xforms: noteSubmission(element, line)
    case .style, .meta, .dublinCore, .svg, .presentation, .xlink, .xml, .trace, .none, .foreign:
      noteReference(element, .externalReference, line)
    }
  }

  private mutating func lookAtText(_ name: String, _ element: some AttributeSource, _ line: Int) {
    switch name {
    case "p", "span", "h", "s", "tab": noteReference(element, .externalReference, line)
    case "a": noteReference(element, .hyperlink, line)
    case "section-source": noteReference(element, .linkedSection, line)
    case "tracked-changes": wait(.changes, line)
    case "script": note(.macros, line)
    case "dde-connection-decl": note(.externalReference, line)
    case "execute-macro": note(.eventListener, line)
    case _ where name.hasPrefix("database-"): note(.database, line)
    case "section", "hidden-text", "hidden-paragraph":
      if HiddenText.isHidden(element, isSection: name == "section") { note(.hiddenText, line) }
    default: noteReference(element, .externalReference, line)
    }
  }

  private mutating func lookAtDrawing(_ name: String, _ element: some AttributeSource, _ line: Int) {
    switch name {
    case "a": noteReference(element, .hyperlink, line)
    case "image", "fill-image": noteReference(element, .externalImage, line)
    case "object":
      let target = element.value("href", .xlink)
      if isFlat {
        wait(.object(href: target), line)
      } else {
        let folder = target ?? ""
        if !charts.contains(folder.hasPrefix("./") ? String(folder.dropFirst(2)) : folder) { noteObject(target, line) }
      }
    case "object-ole":
      note(.oleObject, line)
      noteReference(element, .externalReference, line)
    case "plugin", "applet", "floating-frame": note(.activeContent, line)
    default: noteReference(element, .externalReference, line)
    }
  }

  private mutating func noteObject(_ target: String?, _ line: Int) {
    note(.embeddedObject, line)
    if let target { noteTarget(target, .externalReference, line) }
  }

  /// The settings by which a document names a database (LibreOffice writes them, empty where there is none).
  private mutating func lookAtSetting(_ name: String, _ element: some AttributeSource, _ line: Int) {
    let names = ["CurrentDatabaseDataSource", "CurrentDatabaseCommand", "EmbeddedDatabaseName"]
    guard name == "config-item", let setting = element.value("name", .config), names.contains(setting) else { return }
    wait(.setting, line)
  }
}
