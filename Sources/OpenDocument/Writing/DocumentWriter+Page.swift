internal import XMLTree

extension DocumentWriter {
  /// What is known of a content part that was written.
  struct Kept {
    var fingerprint: UInt32?
    var page: PageText?
    var attachments: [Attachment] = []
    var objects: [ChartObject] = []
  }

  /// Whether something is filled in on the document.
  ///
  /// The template's variant alone does not say so: a paper may be written without anybody who knows its fields.
  var isFillable: Bool { template.variant.isFillable && inputs != nil }

  /// Takes the page down and, where that needs the finished part, reads it again: to give figures their types, to
  /// protect what is fixed, and to take out the names of printed values.
  mutating func finish(_ content: inout [UInt8], isSealed: Bool) -> Kept {
    var kept = Kept()
    var text = log == nil ? nil : pageText()
    if isSealed, let log { kept.fingerprint = fingerprint(log) }
    if needsTree, isSealed || inputs != nil || template.hasFigures {
      guard let document = try? XMLDocument(parsing: content) else {
        // A page that cannot be read again could never be read back.
        if isFillable || template.hasFigures { own.append(RenderProblem(.package)) }
        content = Trace.stripped(content)
        return kept
      }
      if template.hasFigures { kept.objects = finishFigures(in: document) }
      if isFillable {
        var protection = PageProtection(written)
        protection.protectBody(of: document)
        if template.form == .flat { protection.protectMargins(of: document) }
      }
      if template.hasFigures || isFillable { content = document.serialised() }
      if log == nil {
        if isSealed { kept.fingerprint = DocumentText(of: document).fingerprint }
        let names = Set(written.map(\.name))
        if page != nil, inputs != nil { text = PageText(of: document) { names.contains($0) } }
      }
      content = Trace.stripped(content)
    }
    guard let page, inputs != nil, var text else { return kept }
    complete(&text)
    kept.page = text
    var attachment = page.attachment
    attachment.bytes = text.xml()
    kept.attachments = [attachment]
    return kept
  }

  /// Adds what no reader can see of carriers.
  private func complete(_ text: inout PageText) {
    guard !written.isEmpty else { return }
    let known = Dictionary(written.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for unit in text.units.indices {
      for item in text.units[unit].items.indices {
        let carrier = text.units[unit].items[item].carrier
        guard carrier.kind != .printed, let own = known[carrier.name] else { continue }
        text.units[unit].items[item].carrier.prompt = own.prompt
        text.units[unit].items[item].carrier.instance = own.instance
        text.units[unit].items[item].carrier.options = own.options
      }
    }
  }

  /// The page as a reader will take it apart; nil when it was not noted.
  func pageText() -> PageText? {
    guard let log, page != nil, inputs != nil else { return nil }
    let names = Set(written.map(\.name))
    var walker = PageText.walker(
      template.facts, PageRecorder(isField: names.contains, keepsLines: false), from: .blocks)
    log.read(&walker)
    return walker.page.map { PageText(units: $0.units) }
  }

  private func fingerprint(_ log: PageLog) -> UInt32 {
    var walker = TextWalker(options: DocumentText.Options(), styles: template.facts, keepsBlocks: false)
    log.read(&walker)
    return walker.fingerprint.value
  }
}
