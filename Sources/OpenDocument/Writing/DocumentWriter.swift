internal import ZipArchive

/// Puts the parts of a document together, as a package or as one file.
struct DocumentWriter {
  private let template: CompiledTemplate
  private var renderer: Renderer
  private var own: [RenderProblem] = []

  init(_ template: CompiledTemplate, _ data: TemplateData) {
    self.template = template
    renderer = Renderer(template.program, data, isBlank: template.variant.isBlank)
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
    appendStyles(bodyUses, to: &content)
    content += body
    content += Array("</office:document-content>".utf8)

    if metadata.sealsText, let seal = TextSeal.field(for: content) { own += meta.add(seal) }
    let metaPart = rootTag("document-meta") + meta.finished + Array("</office:document-meta>".utf8)

    var styles = rootTag("document-styles")
    styles += template.fonts
    styles += template.commonStyles.staticBytes ?? []
    appendStyles(masterUses, to: &styles)
    styles += masters
    styles += Array("</office:document-styles>".utf8)

    var manifest = Manifest()
    var writer = ZipWriter()
    do {
      try writer.addStored("mimetype", Array(Vocabulary.textDocument.utf8))
      for (name, bytes) in [("content.xml", content), ("styles.xml", styles), ("meta.xml", metaPart)] {
        try writer.add(deflater.pack(name, bytes))
        manifest.add(name, "text/xml")
      }
      let commonUses = closure(of: template.commonStyles.uses)
      for (number, resource) in template.program.resources.enumerated() {
        guard case .picture(let picture) = resource.kind,
          bodyUses[number] || masterUses[number] || commonUses[number]
        else { continue }
        try writer.add(template.pictures[picture].entry)
        manifest.add(template.pictures[picture].entry.name, template.pictures[picture].mediaType)
      }
      for attachment in attachments {
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
    let fields = metaFields(metadata)
    let (body, bodyUses) = body()
    let (masters, masterUses) = masters()
    guard problems.isEmpty else { return [] }
    var output = rootTag("document", attributes: " office:mimetype=\"\(Vocabulary.textDocument)\"")
    output.reserveCapacity(output.count + body.count + 100_000)
    output += fields.finished
    output += template.fonts
    output += template.commonStyles.staticBytes ?? []
    appendStyles(zip(bodyUses, masterUses).map { $0 || $1 }, to: &output)
    output += masters
    output += body
    output += Array("</office:document>".utf8)
    return output
  }

  // MARK: - Parts

  private func rootTag(_ name: String, attributes: String = "") -> [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:\(name)".utf8) + template.namespaces
      + Array(" office:version=\"1.3\"\(attributes)>".utf8)
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
    let text = renderer.bytes(of: template.body)
    let forms = renderer.bytes(of: template.forms)
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

  private func appendStyles(_ used: [Bool], to output: inout [UInt8]) {
    output += Array("<office:automatic-styles>".utf8)
    for (number, resource) in template.program.resources.enumerated() where used[number] {
      output += resource.bytes
    }
    output += Array("</office:automatic-styles>".utf8)
  }
}
