public import FormModel
public import OpenDocument
internal import XMLTree

/// Makes documents of records: a template filled with what the page shows, with the record inside.
public struct PaperWriter: Sendable {
  /// What a document is made for.
  public enum Output: String, Hashable, Sendable {
    /// Values as text, nothing left to fill in.
    case final
    /// Empty, for a pen.
    case blank
  }

  /// How a document is written.
  public enum Format: String, Hashable, Sendable {
    /// An ODF package that carries its record.
    case odt
    /// One XML file, for looking and comparing; it carries no record.
    case fodt
  }

  /// The room that handwriting needs, and what a label above it takes, in millimetres.
  static let writingHeight = 8.7
  static let labelHeight = 4.1

  private let template: Template
  private let format: Format
  private let library: FormLibrary
  private let form: FormDefinition

  /// Prepares a template once for many documents; with a cache even for those of later starts.
  ///
  /// `pictures` are those of `Catalogue/pictures(for:)`.
  public init(
    _ form: FormDefinition, template: SourceFile, library: FormLibrary, output: Output = .final,
    format: Format = .odt, pictures: [TemplatePicture] = [TemplatePicture(missing: "logo")],
    cache: PreparedCache? = nil
  ) throws(PaperworkFailure) {
    let variant: TemplateVariant =
      switch output {
      case .final: .final
      case .blank: .blank(minimumRowHeight: Self.writingHeight, labelHeight: Self.labelHeight)
      }
    let functions = ExpressionCheck.functions.keys.sorted()
    let heights = "\(Self.writingHeight) \(Self.labelHeight)"
    let kind = ([template.name, output.rawValue, format.rawValue, heights] + functions).joined(separator: " ")
    let shown = pictures.flatMap { picture in
      [Array("\(picture.name) \(picture.title) \(picture.width) \(picture.height)".utf8), picture.bytes ?? []]
    }
    let key = cache?.key([template.bytes, Array(kind.utf8)] + shown)
    if let cache, let key, let known = cache.template(for: key) {
      self.template = known
    } else {
      do {
        self.template = try Template(
          parsing: template.bytes, name: template.name, variant: variant,
          form: format == .odt ? .package : .flat, functions: Set(functions), pictures: pictures)
      } catch {
        throw .template(AuthorMistakes(error.problems.map { AuthorMistake($0, template: template.name) }))
      }
      if let cache, let key { cache.keep(self.template, for: key) }
    }
    let missing = NoticeCheck.mistakes(in: self.template, form: form)
    guard missing.isEmpty else { throw .template(AuthorMistakes(missing)) }
    self.format = format
    self.library = library
    self.form = form
  }

  /// Writes the document of a record.
  ///
  /// Throws `PaperworkFailure.notFinal` with all errors when the record has any. The same record on the same day
  /// gives the same bytes.
  public func document(for paper: EvaluatedRecord) throws(PaperworkFailure) -> [UInt8] {
    let errors = paper.findings.filter { $0.strength == .error }
    guard errors.isEmpty else { throw .notFinal(errors) }
    var attachments: [Attachment] = []
    if format == .odt { attachments.append(EmbeddedRecord.attachment(paper.shown)) }
    return try render(paper, attachments: attachments)
  }

  /// Writes a blank paper for a pen.
  public func blank(day: Day) throws(PaperworkFailure) -> [UInt8] {
    try render(EvaluatedRecord(blank: form, library: library, day: day), attachments: [])
  }

  private func render(
    _ paper: EvaluatedRecord, attachments: [Attachment]
  ) throws(PaperworkFailure) -> [UInt8] {
    let data = TemplateData(engine: paper.engine, root: paper.root) { node in
      Self.text(paper.display(node), of: paper.definition(of: node))
    }
    do {
      return try template.render(data, metadata: metadata(of: paper), attachments: attachments)
    } catch {
      throw .template(AuthorMistakes(error.problems.map { AuthorMistake($0, template: template.name) }))
    }
  }

  /// Line ends at the end of a text would be empty lines on the page.
  private static func text(_ shown: String, of item: ItemDefinition?) -> String {
    guard shown.utf8.last == 0x0A, case .field(let field)? = item, field.type == .multiline else {
      return shown
    }
    var slice = shown[...]
    while slice.last == "\n" { slice.removeLast() }
    return String(slice)
  }

  /// Title and office, no person; the dates of the retention schedule as typed fields with rule and basis.
  private func metadata(of paper: EvaluatedRecord) -> DocumentMetadata {
    let office = library.profile.entries["urheber"] ?? library.profile.label
    var fields = [
      UserField(name: "Formular", value: .text(form.id)),
      UserField(name: "Fassung", value: .text(form.version)),
    ]
    for date in paper.retention {
      let name = "Aufbewahrung " + date.rule.id
      let action =
        switch date.rule.action {
        case .delete: "löschen am"
        case .destroy: "vernichten bis"
        }
      fields += [
        UserField(name: "\(name) \(action)", value: .date(date.due.iso)),
        UserField(name: "\(name) Beginn", value: .date(date.start.iso)),
        UserField(name: "\(name) Regel", value: .text(RetentionSchedule.sentence(date.rule))),
        UserField(name: "\(name) Grundlage", value: .text(date.rule.basis)),
      ]
    }
    var metadata = DocumentMetadata()
    metadata.title = form.title
    metadata.creator = office
    metadata.language = "de-DE"
    metadata.generator = "kiso"
    metadata.creationDate = paper.day.iso + "T00:00:00"
    metadata.userDefined = fields
    metadata.sealsText = true
    return metadata
  }
}
