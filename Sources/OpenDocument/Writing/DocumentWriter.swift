internal import XMLTree
internal import ZipArchive

/// Puts the parts of a document together, as a package or as one file.
struct DocumentWriter {
  let template: CompiledTemplate
  private var renderer: Renderer
  var own: [RenderProblem] = []
  /// What was written into the body to be filled in.
  private(set) var written: [Carrier] = []
  /// The data whose values were written into the body, for figures.
  private(set) var printed: [XMLNode] = []
  /// What a reader will make of the body; nil when nobody asks, or when it is only known from the finished document.
  private(set) var log: PageLog?
  private var controls: [UInt8] = []
  let figure: (XMLNode) -> TemplateFigure?
  let page: PageKeeping?
  let inputs: (any InputSource)?

  init(_ template: CompiledTemplate, _ data: TemplateData, page: PageKeeping?) {
    self.template = template
    self.page = page
    inputs = data.inputs
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
    _ = body(isRead: false, isRehearsed: true)
  }

  // MARK: - Package

  private mutating func package(
    _ metadata: DocumentMetadata, _ attachments: [Attachment], _ deflater: Deflater
  ) -> [UInt8] {
    var meta = metaFields(metadata)
    var content = body(isRead: metadata.sealsText || page != nil)
    let (styles, masterUses) = styles(deflater)
    guard problems.isEmpty else { return [] }

    // The automatic styles stand before the text that decides which of them are used.
    var start = rootTag("document-content")
    start += template.fonts
    appendStyles(content.uses, isBody: true, to: &start)
    start += content.front
    content.text.insert(contentsOf: start, at: 0)
    content.text += "</office:document-content>".utf8

    let kept = finish(&content.text, isSealed: metadata.sealsText)
    if metadata.sealsText, let fingerprint = kept.fingerprint { own += meta.add(TextSeal.field(fingerprint)) }
    if let field = page?.indexField, let text = kept.page.map(CarrierIndex.init)?.text {
      own += meta.add(UserField(name: field, value: .text(text)))
    }
    guard problems.isEmpty else { return [] }
    var metaPart = rootTag("document-meta")
    metaPart += meta.finished
    metaPart += "</office:document-meta>".utf8

    var manifest = Manifest(template.type)
    var writer = ZipWriter()
    do {
      try writer.addStored("mimetype", Array(template.type.mediaType.utf8))
      try writer.add(deflater.pack("content.xml", content.text))
      try writer.add(styles)
      // What a paper says of itself is not kept for the next one; a template's own words are often the same.
      let isPlain = page == nil && metadata == DocumentMetadata()
      try writer.add(
        isPlain ? deflater.packRepeated("meta.xml", metaPart) : deflater.pack("meta.xml", metaPart))
      for name in ["content.xml", "styles.xml", "meta.xml"] { manifest.add(name, "text/xml") }
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
          content.uses[number] || masterUses[number] || commonUses[number]
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
      try writer.add(deflater.packRepeated("META-INF/manifest.xml", manifest.bytes))
    } catch {
      own.append(RenderProblem(.package, found: error.code.rawValue))
    }
    return writer.finish()
  }

  // MARK: - Flat

  private mutating func flat(_ metadata: DocumentMetadata, _ attachments: [Attachment]) -> [UInt8] {
    for attachment in attachments { own.append(RenderProblem(.attachment, found: attachment.path)) }
    var fields = metaFields(metadata)
    var content = body(isRead: page?.indexField != nil && isFillable)
    let (masters, masterUses) = masters()
    guard problems.isEmpty else { return [] }
    if isFillable, let field = page?.indexField, let text = pageText().map(CarrierIndex.init)?.text {
      own += fields.add(UserField(name: field, value: .text(text)))
    }
    var start = rootTag("document", attributes: " office:mimetype=\"\(template.type.mediaType)\"")
    start += fields.finished
    start += template.fonts
    start += template.commonStyles.staticBytes ?? []
    appendStyles(zip(content.uses, masterUses).map { $0 || $1 }, isBody: true, to: &start)
    start += masters
    start += content.front
    content.text.insert(contentsOf: start, at: 0)
    content.text += "</office:document>".utf8
    _ = finish(&content.text, isSealed: false)
    return content.text
  }

  // MARK: - Parts

  func rootTag(_ name: String, attributes: String = "") -> [UInt8] {
    let holdsBody = name == "document" || name == "document-content"
    let trace = holdsBody && tracesValues ? Trace.declaration : ""
    return template.rootTag(name, trace: trace, attributes: attributes)
  }

  /// Whether the names of printed values stand in the body until it was read again.
  private var tracesValues: Bool { (inputs != nil || template.hasFigures) && needsTree }

  /// Whether a finished part is read again: for figures and controls of the template, and to protect what is fixed.
  var needsTree: Bool { template.needsTree || isFillable }

  private mutating func metaFields(_ metadata: DocumentMetadata) -> MetadataWriter {
    var writer = MetadataWriter(metadata, template.metadata)
    writer.write(&renderer)
    own += writer.problems
    return writer
  }

  /// The text of the body, what stands before it, and the resources used; `isRead` asks for the log.
  private mutating func body(
    isRead: Bool, isRehearsed: Bool = false
  ) -> (text: [UInt8], front: [UInt8], uses: [Bool]) {
    renderer.resetUses()
    renderer.log = isRead && !template.needsTree ? PageLog() : nil
    var front = renderer.bytes(of: template.bodyStart)
    renderer.inputs = inputs.map { InputState($0, isFillable: isFillable, passages: [template.body]) }
    renderer.printed = template.hasFigures ? [] : nil
    renderer.tracesValues = tracesValues && !isRehearsed
    let text = renderer.bytes(of: template.body, reserving: Self.usualBody)
    log = renderer.log
    renderer.log = nil
    printed = renderer.printed ?? []
    renderer.printed = nil
    renderer.tracesValues = false
    (written, controls) = (renderer.inputs?.written ?? [], renderer.inputs?.controls ?? [])
    renderer.inputs = nil
    front += CarrierWriter.forms(controls, template: renderer.bytes(of: template.forms))
    return (text, front, closure(of: renderer.used))
  }

  /// Room for the body of a usual letter, so that its bytes are not moved while they grow.
  private static let usualBody = 32 << 10

  private mutating func masters() -> (bytes: [UInt8], uses: [Bool]) {
    renderer.resetUses()
    let bytes = renderer.bytes(of: template.masterStyles)
    for use in template.commonStyles.uses { renderer.used[use] = true }
    return (bytes, closure(of: renderer.used))
  }

  private mutating func styles(_ deflater: Deflater) -> (entry: PackedEntry, uses: [Bool]) {
    if let packed = template.styles { return (packed, template.masterUses) }
    let (masters, uses) = masters()
    return (template.packedStyles(masters, uses, deflater), uses)
  }

  private func closure(of used: [Bool]) -> [Bool] { template.program.closure(of: used.indices.filter { used[$0] }) }

  private func closure(of used: [Int]) -> [Bool] { template.program.closure(of: used) }

  private func appendStyles(_ used: [Bool], isBody: Bool = false, to output: inout [UInt8]) {
    template.program.append(
      styles: used, also: isBody && !controls.isEmpty ? CarrierWriter.styleDefinition : [], to: &output)
  }
}
