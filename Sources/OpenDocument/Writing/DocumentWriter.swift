internal import XMLTree
internal import ZipArchive

/// Puts the parts of a document together, as a package or as one file.
struct DocumentWriter {
  let template: CompiledTemplate
  private var renderer: Renderer
  var own: [RenderProblem] = []
  /// What was written into the body to be filled in.
  var written: [Carrier] = []
  private var controls: [UInt8] = []
  /// The data whose values were written into the body, for figures.
  var printed: [XMLNode] = []
  let figure: (XMLNode) -> TemplateFigure?
  let page: PageKeeping?
  let entries: (any EntrySource)?

  init(_ template: CompiledTemplate, _ data: TemplateData, page: PageKeeping?) {
    self.template = template
    self.page = page
    entries = data.entries
    figure = data.figure
    renderer = Renderer(
      template.program, data, mayBeEmpty: template.variant.isBlank || template.variant.isFillable)
  }

  /// Everything that went wrong so far.
  var problems: [RenderProblem] { renderer.problems + own }

  mutating func write(
    _ metadata: DocumentMetadata, _ attachments: [Attachment], _ deflater: Deflater
  ) -> [UInt8] {
    switch template.form {
    case .package: package(metadata, attachments, deflater)
    case .flat: flat(metadata, attachments)
    }
  }

  /// Goes through the body and forgets what it wrote.
  mutating func rehearse() {
    _ = body()
  }

  // MARK: - Package

  private mutating func package(
    _ metadata: DocumentMetadata, _ attachments: [Attachment], _ deflater: Deflater
  ) -> [UInt8] {
    var meta = metaFields(metadata)
    // The automatic styles stand before the text that decides which of them are used.
    let (body, bodyUses) = body()
    let (masters, masterUses) = masters()
    guard problems.isEmpty else { return [] }

    var content = rootTag("document-content")
    content.reserveCapacity(content.count + body.count + template.fonts.count + 20_000)
    content += template.fonts
    appendStyles(bodyUses, isBody: true, to: &content)
    content += body
    content += Array("</office:document-content>".utf8)

    let kept = finish(&content, isSealed: metadata.sealsText)
    if metadata.sealsText, let seal = TextSeal.field(for: kept.document) { own += meta.add(seal) }
    if let field = page?.indexField, let text = kept.page.map(CarrierIndex.init)?.text {
      own += meta.add(UserField(name: field, value: .text(text)))
    }
    guard problems.isEmpty else { return [] }
    let metaPart = rootTag("document-meta") + meta.finished + Array("</office:document-meta>".utf8)

    var styles = rootTag("document-styles")
    styles += template.fonts
    styles += template.commonStyles.staticBytes ?? []
    appendStyles(masterUses, to: &styles)
    styles += masters
    styles += Array("</office:document-styles>".utf8)
    if isFillable { protectMargins(&styles) }

    var manifest = Manifest(template.type)
    var writer = ZipWriter()
    do {
      try writer.addStored("mimetype", Array(template.type.mediaType.utf8))
      for (name, bytes) in [("content.xml", content), ("styles.xml", styles), ("meta.xml", metaPart)] {
        try writer.add(deflater.pack(name, bytes))
        manifest.add(name, "text/xml")
      }
      for object in kept.objects {
        manifest.add(object.folder + "/", TemplateCleaner.chartType)
        for part in object.parts {
          try writer.add(deflater.pack(part.path, part.bytes))
          manifest.add(part.path, "text/xml")
        }
      }
      let commonUses = closure(of: template.commonStyles.uses)
      for (number, resource) in template.program.resources.enumerated() {
        guard case .picture(let picture) = resource.kind,
          bodyUses[number] || masterUses[number] || commonUses[number]
        else { continue }
        try writer.add(template.pictures[picture].entry)
        manifest.add(template.pictures[picture].entry.name, template.pictures[picture].mediaType)
      }
      for attachment in attachments + kept.attachments {
        guard let directory = attachment.directory else {
          own.append(RenderProblem(.attachment, found: attachment.path))
          continue
        }
        manifest.add(directory, attachment.directoryMediaType)
        manifest.add(attachment.path, attachment.mediaType)
        try writer.add(deflater.pack(attachment.path, attachment.bytes))
      }
      try writer.add(deflater.pack("META-INF/manifest.xml", manifest.bytes))
    } catch {
      own.append(RenderProblem(.package, found: error.code.rawValue))
    }
    return writer.finish()
  }

  // MARK: - Flat

  private mutating func flat(_ metadata: DocumentMetadata, _ attachments: [Attachment]) -> [UInt8] {
    for attachment in attachments { own.append(RenderProblem(.attachment, found: attachment.path)) }
    var fields = metaFields(metadata)
    let (body, bodyUses) = body()
    let (masters, masterUses) = masters()
    guard problems.isEmpty else { return [] }
    if let field = page?.indexField, let text = flatIndex(of: body) {
      own += fields.add(UserField(name: field, value: .text(text)))
    }
    var output = rootTag("document", attributes: " office:mimetype=\"\(template.type.mediaType)\"")
    output.reserveCapacity(output.count + body.count + 100_000)
    output += fields.finished
    output += template.fonts
    output += template.commonStyles.staticBytes ?? []
    appendStyles(zip(bodyUses, masterUses).map { $0 || $1 }, isBody: true, to: &output)
    output += masters
    output += body
    output += Array("</office:document>".utf8)
    _ = finish(&output, isSealed: false)
    return output
  }

  // MARK: - Parts

  func rootTag(_ name: String, attributes: String = "") -> [UInt8] {
    let holdsBody = name == "document" || name == "document-content"
    let trace = (entries != nil || template.hasFigures) && holdsBody ? Trace.declaration : ""
    return Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:\(name)".utf8) + template.namespaces
      + Array("\(trace) office:version=\"1.3\"\(attributes)>".utf8)
  }

  private mutating func metaFields(_ metadata: DocumentMetadata) -> MetadataWriter {
    var writer = MetadataWriter(metadata, template.metadata)
    writer.write(&renderer)
    own += writer.problems
    return writer
  }

  private mutating func body() -> (bytes: [UInt8], uses: [Bool]) {
    renderer.resetUses()
    let start = renderer.bytes(of: template.bodyStart)
    renderer.entries = entries.map { EntryState($0, isFillable: isFillable, passages: [template.body]) }
    renderer.printed = template.hasFigures ? [] : nil
    let text = renderer.bytes(of: template.body)
    printed = renderer.printed ?? []
    renderer.printed = nil
    (written, controls) = (renderer.entries?.written ?? [], renderer.entries?.controls ?? [])
    renderer.entries = nil
    let forms = CarrierWriter.forms(controls, template: renderer.bytes(of: template.forms))
    return (start + forms + text, closure(of: renderer.used))
  }

  private mutating func masters() -> (bytes: [UInt8], uses: [Bool]) {
    renderer.resetUses()
    let bytes = renderer.bytes(of: template.masterStyles)
    for use in template.commonStyles.uses { renderer.used[use] = true }
    return (bytes, closure(of: renderer.used))
  }

  /// What is used, and what that uses in turn.
  private func closure(of used: [Bool]) -> [Bool] {
    closure(of: used.indices.filter { used[$0] })
  }

  private func closure(of used: [Int]) -> [Bool] {
    var result = Array(repeating: false, count: template.program.resources.count)
    var open = used
    while let next = open.popLast() {
      guard !result[next] else { continue }
      result[next] = true
      open += template.program.resources[next].uses
    }
    return result
  }

  private func appendStyles(_ used: [Bool], isBody: Bool = false, to output: inout [UInt8]) {
    output += Array("<office:automatic-styles>".utf8)
    for (number, resource) in template.program.resources.enumerated() where used[number] {
      output += resource.bytes
    }
    if isBody, !controls.isEmpty { output += CarrierWriter.styleDefinition }
    output += Array("</office:automatic-styles>".utf8)
  }
}
