internal import XMLTree

/// Makes fixed text hard to change by accident: cells are protected, other text stands in protected sections.
///
/// What is filled in stays open: LibreOffice lets people type in an input field and tick a box inside protected
/// cells and sections. Rows that belong to one instance of a group stay open as a whole, because rows with protected cells
/// can be neither added nor deleted. Protection is advice; a reader compares the fixed text.
struct PageProtection {
  private let carriers: [String: Carrier]
  private var names: Set<String> = []
  private var count = 0
  /// What the names of sections begin with; headers and body must not share any.
  private var prefix = "Fest"
  private var controls: [String: String] = [:]

  init(_ carriers: [Carrier]) {
    self.carriers = Dictionary(carriers.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Protects the body of a content part or flat file.
  mutating func protectBody(of document: XMLDocument) {
    guard let body = document.root.element("body", in: ODF.office)?.element("text", in: ODF.office) else { return }
    collect(document)
    visit(body, isContainer: true)
  }

  /// Protects the headers and footers of a styles part or flat file.
  mutating func protectMargins(of document: XMLDocument) {
    collect(document)
    prefix = "Rand"
    let masters = document.root.element("master-styles", in: ODF.office)?.elements ?? []
    for page in masters {
      for area in page.elements where area.isIn(ODF.style) { visit(area, isContainer: true) }
    }
  }

  private mutating func collect(_ document: XMLDocument) {
    document.root.visit { node in
      if node.isElement("section", in: ODF.text) {
        node.attribute("name", in: ODF.text).map { _ = names.insert($0) }
      } else if node.isElement("checkbox", in: ODF.form), let id = node.attribute("id", in: ODF.xml) {
        controls[id] = node.attribute("name", in: ODF.form)
      }
    }
  }

  // MARK: - Walking

  /// Protects what is in a container of blocks, or in a table.
  private mutating func visit(_ node: XMLNode, isContainer: Bool) {
    for child in node.elements {
      if child.isElement("table", in: ODF.table) {
        visitTable(child)
      } else if child.isElement("section", in: ODF.text) {
        // Sections of the template that hold tables or carriers are looked into; a carrier is left alone.
        if !isCarrier(child) { visit(child, isContainer: true) }
      } else {
        visitFrames(in: child)
      }
    }
    if isContainer { wrapFixedText(in: node) }
  }

  private mutating func visitFrames(in node: XMLNode) {
    for child in node.elements {
      if child.isElement("text-box", in: ODF.draw) { visit(child, isContainer: true) } else { visitFrames(in: child) }
    }
  }

  private mutating func visitTable(_ table: XMLNode) {
    for child in table.elements where child.isIn(ODF.table) {
      if child.name == "table-row" { protect(row: child) } else { visitTable(child) }
    }
  }

  private mutating func protect(row: XMLNode) {
    let instances = Set(carrierNames(below: row).map { carriers[$0]?.instance ?? "" })
    if instances.count == 1, instances.first != "" { return }
    for cell in row.elements where cell.isElement("table-cell", in: ODF.table) {
      if cell.elements.contains(where: isCarrier) {
        wrapFixedText(in: cell)
      } else {
        cell.setAttribute("protected", in: ODF.table, to: "true")
        for child in cell.elements where child.isElement("table", in: ODF.table) { visitTable(child) }
      }
    }
  }

  private func carrierNames(below node: XMLNode) -> [String] {
    var result: [String] = []
    node.visit { inner in
      let name: Substring? =
        switch inner.name {
        case "text-input": inner.attribute("description", in: ODF.text)?.split(separator: " ").first
        case "drop-down", "section": inner.attribute("name", in: ODF.text).map { $0[...] }
        case "control": inner.attribute("control", in: ODF.draw).flatMap { controls[$0] }.map { $0[...] }
        default: nil
        }
      if let name, carriers[String(name)] != nil { result.append(String(name)) }
    }
    return result
  }

  private func isCarrier(_ node: XMLNode) -> Bool {
    node.isElement("section", in: ODF.text)
      && node.attribute("name", in: ODF.text).map { carriers[$0]?.kind == .section } ?? false
  }

  // MARK: - Sections

  /// Puts every run of fixed paragraphs of a container into a protected section.
  private mutating func wrapFixedText(in container: XMLNode) {
    var run: [XMLNode] = []
    for child in container.elements {
      if child.isIn(ODF.text), ["p", "h", "list"].contains(child.name) {
        run.append(child)
      } else {
        wrap(run)
        run = []
      }
    }
    wrap(run)
  }

  private mutating func wrap(_ run: [XMLNode]) {
    // Empty paragraphs between tables cannot be altered to any harm.
    guard run.contains(where: { !$0.text.isEmpty || !$0.elements.isEmpty }) else { return }
    repeat { count += 1 } while names.contains("\(prefix)\(count)")
    guard let section = XMLNode.wrap(run, in: "section", namespace: ODF.text) else { return }
    section.setAttribute("name", in: ODF.text, to: "\(prefix)\(count)")
    section.setAttribute("protected", in: ODF.text, to: "true")
  }
}
