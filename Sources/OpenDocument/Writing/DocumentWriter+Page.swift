internal import XMLTree

extension DocumentWriter {
  /// What is known of a content part after it was read again.
  struct Kept {
    var document: XMLDocument?
    var page: PageText?
    var attachments: [Attachment] = []
    var objects: [ChartObject] = []
  }

  var isFillable: Bool { template.variant.isFillable && entries != nil }

  /// Reads a part that was just written again, takes the page down, protects what is fixed, and takes out the names
  /// of printed values.
  mutating func finish(_ content: inout [UInt8], isSealed: Bool) -> Kept {
    guard isSealed || entries != nil || template.hasFigures else { return Kept() }
    var kept = Kept(document: try? XMLDocument(parsing: content))
    if template.hasFigures {
      guard let document = kept.document else {
        own.append(RenderProblem(.package))
        return kept
      }
      kept.objects = finishFigures(in: document)
      content = document.serialised()
    }
    guard entries != nil else {
      if template.hasFigures { content = Trace.stripped(content) }
      return kept
    }
    defer { content = Trace.stripped(content) }
    guard let document = kept.document else {
      // A page that cannot be read again could never be read back.
      if isFillable { own.append(RenderProblem(.package)) }
      return kept
    }
    if isFillable {
      var protection = PageProtection(written)
      protection.protectBody(of: document)
      if template.form == .flat { protection.protectMargins(of: document) }
      content = document.serialised()
    }
    guard let page else { return kept }
    let known = Dictionary(written.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var text = PageText(of: document) { known[$0] != nil }
    for unit in text.units.indices {
      for item in text.units[unit].items.indices {
        let carrier = text.units[unit].items[item].carrier
        guard carrier.kind != .printed, let own = known[carrier.name] else { continue }
        text.units[unit].items[item].carrier.prompt = own.prompt
        text.units[unit].items[item].carrier.entry = own.entry
        text.units[unit].items[item].carrier.options = own.options
      }
    }
    kept.page = text
    var attachment = page.attachment
    attachment.bytes = text.xml()
    kept.attachments = [attachment]
    return kept
  }

  /// Protects headers and footers.
  func protectMargins(_ styles: inout [UInt8]) {
    guard let document = try? XMLDocument(parsing: styles) else { return }
    var protection = PageProtection([])
    protection.protectMargins(of: document)
    styles = document.serialised()
  }

  /// The list of carriers of a flat file, whose metadata stand before its body.
  func flatIndex(of body: [UInt8]) -> String? {
    guard isFillable else { return nil }
    let content = rootTag("document") + body + Array("</office:document>".utf8)
    guard let document = try? XMLDocument(parsing: content) else { return nil }
    let names = Set(written.map(\.name))
    return CarrierIndex(PageText(of: document) { names.contains($0) }).text
  }
}
