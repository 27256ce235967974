internal import FormModel
internal import OpenDocument
internal import XMLTree

/// Makes documents of records: a template filled with what the page shows, with the record inside.
struct PaperWriter: Sendable {
  /// What a document is made for.
  enum Output: String, Hashable, Sendable {
    /// Values as text, nothing left to fill in.
    case final
    /// As final, in the styles for the public.
    case published
    /// Empty, for a pen.
    case blank
    /// To be completed on a screen and read back.
    case fillable
  }

  /// The room that handwriting needs, and what a label above it takes, in millimetres.
  static let writingHeight = 8.7
  static let labelHeight = 4.1

  private let template: Template
  private let format: PaperFormat
  private let library: FormLibrary
  private let form: FormDefinition
  private let language: LanguageDefinition?
  private let shapes: [String: MarkShape]

  /// The program that its documents name as their origin.
  static let generator = "kiso"

  /// Prepares a template once for many documents; with a cache even for those of later starts.
  ///
  /// `pictures` are those of `Catalogue/pictures(for:)`; `language` is the second one of its papers.
  init(
    _ form: FormDefinition, template: SourceFile, library: FormLibrary, output: Output, format: PaperFormat,
    pictures: [TemplatePicture], language: LanguageDefinition? = nil, cache: PreparedCache?
  ) throws(PaperworkFailure) {
    let variant: TemplateVariant =
      switch output {
      case .final: .final
      case .published: .published
      case .blank: .blank(minimumRowHeight: Self.writingHeight, labelHeight: Self.labelHeight)
      case .fillable: .fillable
      }
    let functions = ExpressionCheck.functions.keys.sorted()
    let heights = "\(Self.writingHeight) \(Self.labelHeight)"
    let second = language.map {
      TemplateLanguage(code: $0.code, country: $0.country, isRightToLeft: $0.isRightToLeft)
    }
    let spoken = second.map { "\($0.code) \($0.country) \($0.isRightToLeft)" } ?? "-"
    let kind = ([template.name, output.rawValue, format.rawValue, heights, spoken] + functions).joined(separator: " ")
    let shown = pictures.flatMap { picture in
      [Array("\(picture.name) \(picture.title) \(picture.width) \(picture.height)".utf8), picture.bytes ?? []]
    }
    let words = FormWords(form, library: library)
    let key = cache?.key([template.bytes, Array(kind.utf8), words.fingerprint] + shown)
    if let cache, let key, let known = cache.template(for: key) {
      self.template = known
    } else {
      do {
        self.template = try Template(
          parsing: template.bytes, name: template.name, variant: variant,
          form: format.isFlat ? .flat : .package, functions: Set(functions), pictures: pictures,
          synonyms: ExpressionCheck.germanFunctions, words: words, language: second)
      } catch {
        throw .template(AuthorMistakes(error.problems.map { AuthorMistake($0, template: template.name) }))
      }
      if let cache, let key { cache.keep(self.template, for: key) }
    }
    let missing = NoticeCheck.mistakes(in: self.template, form: form)
    guard missing.isEmpty else { throw .template(AuthorMistakes(missing)) }
    let expressions = output == .blank ? [] : self.template.marks.map(\.expression)
    shapes = Dictionary(expressions.map { ($0, MarkShape($0)) }, uniquingKeysWith: { first, _ in first })
    self.format = format
    self.language = language
    self.library = library
    self.form = form
  }

  /// Writes the document of a record.
  ///
  /// Throws `PaperworkFailure.notFinal` with all errors when the record has any. The same record on the same day
  /// gives the same bytes.
  func document(for paper: EvaluatedRecord) throws(PaperworkFailure) -> [UInt8] {
    let errors = paper.findings.filter { $0.strength == .error }
    guard errors.isEmpty else { throw .notFinal(errors) }
    return try render(paper, inputs: PageInputs(paper, library: library, shapes: shapes))
  }

  /// What the page of a record shows, piece by piece, and the lines at the top and bottom of its sheets.
  ///
  /// The findings of the record do not matter: nobody gets to see the document.
  func page(of paper: EvaluatedRecord) throws(PaperworkFailure) -> (page: PageText, margins: [String]) {
    let bytes = try render(paper, inputs: PageInputs(paper, library: library, shapes: shapes))
    do {
      let file = try OpenDocumentFile(reading: bytes, accepting: Set(DocumentType.allCases))
      let bytes = try file.member(EmbeddedRecord.pagePath, atMost: Self.pageLimit)
      guard let page = bytes.flatMap({ PageText(xml: $0) }) else { throw PaperworkFailure.noRecord }
      let margins = try file.styles.map { DocumentText(headersAndFootersOf: $0).lines } ?? []
      return (page, margins)
    } catch let failure as DocumentFailure {
      throw .document(failure)
    } catch {
      throw .noRecord
    }
  }

  /// The largest page that is taken apart, in bytes.
  private static let pageLimit = 8 << 20

  /// Writes a paper to be completed on a screen; the writer must have been made for it.
  ///
  /// `paper` is one made by `EvaluatedRecord(forInput:…)`. Its findings do not matter: whoever fills it in will mend
  /// them.
  func fillable(for paper: EvaluatedRecord) throws(PaperworkFailure) -> [UInt8] {
    paper.translations = language?.texts ?? [:]
    let inputs = PageInputs(paper, library: library, shapes: shapes)
    return try paper.withEngine { engine throws(PaperworkFailure) in
      let data = self.data(of: paper, inputs, engine)
      repeat { template.rehearse(data) } while inputs.advance()
      return try render(paper, inputs: inputs)
    }
  }

  /// Writes a blank paper for a pen, in the languages that a code of its form stands for.
  func blank(day: Day, edition: String? = nil) throws(PaperworkFailure) -> [UInt8] {
    try render(EvaluatedRecord(blank: form, library: library, day: day, edition: edition), inputs: nil)
  }

  private func data(of paper: EvaluatedRecord, _ inputs: PageInputs?, _ engine: XPathEngine) -> TemplateData {
    var data = TemplateData(engine: engine, root: paper.root) { node in
      Self.text(paper.display(node), of: paper.definition(of: node))
    }
    data.empty = form.emptyText ?? "–"
    // The check refuses such a character, unless nothing may hold the paper up.
    data.replacesForbidden = true
    data.inputs = inputs
    data.figure = { node in
      if let day = paper.day(of: node) { return TemplateFigure(day: day.iso) }
      return paper.figure(of: node).map { TemplateFigure(number: $0.number, parts: $0.parts) }
    }
    return data
  }

  /// Writes a document; one with inputs carries its record and its page.
  private func render(_ paper: EvaluatedRecord, inputs: PageInputs?) throws(PaperworkFailure) -> [UInt8] {
    paper.translations = language?.texts ?? [:]
    let isFillable = template.variant == .fillable
    let isKept = inputs != nil && !format.isFlat
    paper.beginPage()
    let bytes: [UInt8]
    do {
      bytes = try paper.withEngine { engine throws(RenderFailure) in
        try template.render(
          data(of: paper, inputs, engine), metadata: metadata(of: paper),
          attachments: isKept ? [EmbeddedRecord.attachment(paper.shown)] : [],
          page: inputs == nil ? nil : EmbeddedRecord.page(isFillable: isFillable))
      }
    } catch {
      throw .template(AuthorMistakes(error.problems.map { AuthorMistake($0, template: template.name) }))
    }
    // A mark in one branch of the template says nothing of the other; what is never held up is not held up by this.
    let missing = paper.missingNotices(isOpen: inputs == nil || isFillable)
    guard missing.isEmpty || !form.isBlocking else {
      throw .template(AuthorMistakes(missing.map { NoticeCheck.mistake($0, in: template.name) }))
    }
    return bytes
  }

  /// Line ends at the end of a text would be empty lines on the page.
  static func text(_ shown: String, of item: ItemDefinition?) -> String {
    let shown = ValueWriter.replacingForbidden(shown)
    guard shown.utf8.last == 0x0A, case .field(let field)? = item, field.has(.multiline) else {
      return shown
    }
    var slice = shown[...]
    while slice.last == "\n" { slice.removeLast() }
    return String(slice)
  }

  /// Title and office, no person; the dates of the retention schedule as typed fields with rule and basis.
  private func metadata(of paper: EvaluatedRecord) -> DocumentMetadata {
    let office = library.profile.values["urheber"] ?? library.profile.label
    var fields = [
      UserField(name: MetadataField.form, value: .text(form.id)),
      UserField(name: MetadataField.version, value: .text(form.version)),
    ]
    let isFillable = template.variant == .fillable
    if isFillable, let id = paper.shown.id { fields.append(UserField(name: MetadataField.record, value: .text(id))) }
    // The dates of a paper that is still being filled in would soon be wrong.
    for date in isFillable ? [] : paper.retention {
      let name = "Aufbewahrung " + date.rule.id
      let action =
        switch date.rule.action {
        case .delete: "löschen am"
        case .destroy: "vernichten bis"
        case .restrict: "einschränken ab"
        case .offer: "dem Archiv anbieten ab"
        case .settle: "klären ab"
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
    metadata.generator = Self.generator
    metadata.creationDate = paper.day.iso + "T00:00:00"
    metadata.userDefined = fields
    // The text of a paper that is filled in is meant to change.
    metadata.sealsText = !isFillable
    return metadata
  }
}
