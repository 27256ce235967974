internal import XMLTree

/// What a walk through a text notes of the page.
struct PageRecorder {
  let isField: (String) -> Bool
  let keepsLines: Bool
  var units: [PageText.Unit] = []
  /// The items of the block that is being read; starts are offsets in what is shown.
  var open: [PageText.Item] = []
  /// The form controls by the id they are drawn with.
  var controls: [String: Carrier] = [:]
  private(set) var paragraphs = 0
  private(set) var tables = 0
  private(set) var tableName = ""
  private(set) var row = 0

  init(isField: @escaping (String) -> Bool, keepsLines: Bool) {
    (self.isField, self.keepsLines) = (isField, keepsLines)
  }

  mutating func beginTable(_ name: String?) {
    tables += 1
    (tableName, row) = (name ?? "", 0)
  }

  mutating func beginRow() {
    row += 1
  }

  mutating func endParagraph(_ text: [UInt8]) {
    paragraphs += 1
    end(.paragraph(paragraphs), text[...], from: 0, lines: [])
  }

  /// Ends a cell, or several that are equal: sheets write neighbours that are the same as one.
  mutating func endCell(_ cell: Int, _ shown: [UInt8], from start: Int, lines: [String], times: Int) {
    end(.cell(table: tables, name: tableName, row: row, cell: cell), shown[start...], from: start, lines: lines)
    guard let unit = units.last, times <= Self.mostCopies else { return }
    for copy in 1..<max(1, times) {
      var next = unit
      next.place = .cell(table: tables, name: tableName, row: row, cell: cell + copy)
      units.append(next)
    }
  }

  /// More equal cells than any of our tables has columns are the empty rest of a sheet.
  private static let mostCopies = 64

  /// Goes on behind rows that are written as one.
  mutating func skipRows(_ count: Int) {
    row += count
  }

  /// Ends a unit that took everything shown from an offset on.
  private mutating func end(
    _ place: PageText.Place, _ text: ArraySlice<UInt8>, from start: Int, lines: [String]
  ) {
    let own = open.filter { $0.start >= start }
    open.removeAll { $0.start >= start }
    let items = own.map { item in
      var item = item
      // A blank at the end of a paragraph may have gone.
      item.start = min(item.start - start, text.count)
      item.length = min(item.length, text.count - item.start)
      if item.carrier.kind == .printed {
        let bytes = text.dropFirst(item.start).prefix(item.length)
        item.carrier.text = String(decoding: bytes, as: UTF8.self)
      }
      return item
    }
    units.append(
      PageText.Unit(place: place, text: String(decoding: text, as: UTF8.self), items: items, lines: lines))
  }
}

extension TextWalker {
  /// The units of a document's body.
  static func units(
    of document: XMLDocument, styles: XMLDocument?, _ recorder: PageRecorder
  ) -> [PageText.Unit] {
    let facts = StyleFacts([document] + (styles.map { [$0] } ?? []))
    var walker = TextWalker(options: DocumentText.Options(cellSeparator: "\n"), styles: facts)
    var recorder = recorder
    for body in document.root.elements where body.isElement("body", in: ODF.office) {
      for content in body.elements {
        if let forms = content.element("forms", in: ODF.office) { readControls(in: forms, &recorder) }
      }
    }
    walker.page = recorder
    for body in document.root.elements where body.isElement("body", in: ODF.office) { walker.walkBlocks(of: body) }
    return walker.page?.units ?? []
  }

  /// Notes an inline element that holds a value; false when it is none.
  mutating func noteCarrier(_ node: XMLNode) -> Bool {
    guard page != nil else { return false }
    if node.isIn(ODF.text) {
      switch node.name {
      case "text-input":
        guard let name = node.attribute("description", in: ODF.text)?.split(separator: " ").first else { return false }
        note(Carrier(.input, name: String(name), text: Self.rawText(of: node)))
      case "drop-down": note(choice(node))
      default: return false
      }
    } else if node.isIn(ODF.draw), node.name == "control" {
      guard let control = node.attribute("control", in: ODF.draw).flatMap({ page?.controls[$0] }) else { return true }
      note(control)
    } else if node.name == "content-control" {
      guard let choice = contentControl(node) else { return false }
      note(choice)
    } else if node.isElement(Trace.element, in: Trace.namespace) {
      notePrinted(node)
    } else {
      return false
    }
    return true
  }

  /// Notes a section that is filled in; false when it only holds text.
  mutating func noteSection(_ node: XMLNode) -> Bool {
    guard let page, let name = node.attribute("name", in: ODF.text), !name.isEmpty,
      node.attribute("protected", in: ODF.text) != "true", page.isField(name)
    else { return false }
    note(Carrier(.section, name: name, text: lines(of: node)))
    // Outside of cells it is a piece of the page by itself.
    if joining == 0 { self.page?.endParagraph([]) }
    return true
  }

  private mutating func note(_ carrier: Carrier) {
    page?.open.append(PageText.Item(start: sink.shown.count, length: 0, carrier: carrier))
    (isAfterSpace, endsInSpace) = (false, false)
  }

  /// A printed value, which is text all the same.
  private mutating func notePrinted(_ node: XMLNode) {
    let isJoined = sink.needsSeparator
    let start = sink.shown.count
    let name = node.attribute(Trace.name) ?? ""
    walkInline(node, isComputed: false)
    let first = start + (isJoined && sink.shown.count > start ? sink.separator.count : 0)
    page?.open.append(
      PageText.Item(
        start: first, length: sink.shown.count - first, carrier: Carrier(.printed, name: name, text: "")))
  }

  // MARK: - What carriers hold

  /// The paragraphs of a cell, if they are wanted.
  func cellLines(_ cell: XMLNode) -> [String] {
    page?.keepsLines == true
      ? lines(of: cell).split(separator: "\n", omittingEmptySubsequences: false).map(String.init) : []
  }

  /// The paragraphs of a section or cell as lines, list items with a mark in front, none behind the last.
  private func lines(of section: XMLNode) -> String {
    var walker = TextWalker(options: DocumentText.Options(), styles: styles)
    walker.walkBlocks(of: section)
    let lines = walker.blocks.map { block in
      switch block {
      case .heading(let text, level: _), .paragraph(let text): text
      case .listItem(let text, let depth): String(repeating: "  ", count: depth - 1) + "- " + text
      case .row(let cells): cells.joined(separator: "\t")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The text of an input field; its white space is what somebody typed.
  private static func rawText(of node: XMLNode) -> String {
    DocumentText(of: node).string
  }

  private func choice(_ node: XMLNode) -> Carrier {
    var carrier = Carrier(.choice, name: node.attribute("name", in: ODF.text) ?? "", text: "")
    var text: [UInt8] = []
    for child in node.nodes {
      if child.isElement("label", in: ODF.text) {
        carrier.options.append(child.attribute("value", in: ODF.text) ?? "")
      } else {
        child.appendUTF8(to: &text)
      }
    }
    carrier.text = String(decoding: text, as: UTF8.self)
    return carrier
  }

  /// What LibreOffice makes of a choice that went through DOCX: a control with items and no name.
  private func contentControl(_ node: XMLNode) -> Carrier? {
    let items = node.elements.filter { $0.name == "list-item" }
    guard !items.isEmpty else { return nil }
    var carrier = Carrier(.choice, name: "", text: "")
    carrier.options = items.map { item in item.attributes.first { $0.name == "display-text" }?.value ?? "" }
    var text: [UInt8] = []
    func collect(_ node: XMLNode) {
      for child in node.nodes where child.name != "list-item" {
        if child.isElement { collect(child) } else { child.appendUTF8(to: &text) }
      }
    }
    collect(node)
    carrier.text = String(decoding: text, as: UTF8.self)
    return carrier
  }

  private static func readControls(in parent: XMLNode, _ recorder: inout PageRecorder) {
    for node in parent.elements where node.isIn(ODF.form) {
      let id = node.attribute("id", in: ODF.xml) ?? node.attribute("id", in: ODF.form)
      if let id, let carrier = control(node) { recorder.controls[id] = carrier }
      readControls(in: node, &recorder)
    }
  }

  /// A form control; nil for one that holds nothing, such as a button.
  private static func control(_ node: XMLNode) -> Carrier? {
    func attribute(_ name: String) -> String? { node.attribute(name, in: ODF.form) }
    let name = attribute("name") ?? ""
    switch node.name {
    case "checkbox":
      let isTicked = (attribute("current-state") ?? attribute("state")) == "checked"
      return Carrier(.box, name: name, text: isTicked ? Carrier.ticked : Carrier.unticked)
    case "radio":
      let isTicked = (attribute("current-selected") ?? attribute("selected")) == "true"
      return Carrier(.box, name: name, text: isTicked ? Carrier.ticked : Carrier.unticked)
    case "text", "textarea", "formatted-text", "combobox":
      return Carrier(.input, name: name, text: attribute("current-value") ?? attribute("value") ?? "")
    case "listbox":
      let options = node.elements.filter { $0.isElement("option", in: ODF.form) }
      let chosen = options.filter {
        ($0.attribute("current-selected", in: ODF.form) ?? $0.attribute("selected", in: ODF.form)) == "true"
      }
      return Carrier(
        .choice, name: name, text: chosen.compactMap { $0.attribute("label", in: ODF.form) }.joined(separator: ", "),
        options: options.compactMap { $0.attribute("label", in: ODF.form) })
    default: return nil
    }
  }
}
