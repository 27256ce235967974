public import FormModel
internal import OpenDocument
internal import Synchronization

/// Makes documents of records: the one way to sheets, pictures and endings, for one paper or for many.
///
/// Templates are compiled once for each form, output and format, and kept for all papers of its life, on several
/// threads too. The pictures are those of the town.
public final class PaperMaker: Sendable {
  /// Where forms, templates and pictures lie.
  public let catalogue: Catalogue
  /// The day everything refers to.
  public let day: Day
  private let templates: [String: SourceFile]
  private let writers = Mutex<[Writer: PaperWriter]>([:])

  private struct Writer: Hashable {
    let form: String
    let version: String
    let output: PaperWriter.Output
    let format: PaperFormat
    let language: String?
  }

  /// A maker for a reference day; `templates` are used in place of the catalogue's, by form: such as are being edited.
  public init(catalogue: Catalogue, day: Day, templates: [String: SourceFile] = [:]) {
    self.catalogue = catalogue
    self.day = day
    self.templates = templates
  }

  /// Holds a record against its form, among other papers it may refer to, and makes its documents unless it has errors.
  ///
  /// - Parameters:
  ///   - record: the values, with defaults; see ``Filling``.
  ///   - name: what the documents are called, see ``PaperDocument/source``.
  ///   - others: the other papers.
  ///   - format: what is made.
  ///   - strict: modes that make errors of some warnings, such as `anonymity`.
  public func make(
    _ record: Record, named name: String, among others: [Record], as format: PaperFormat, strict: Set<String> = []
  ) throws(PaperworkFailure) -> MadePaper {
    let library = try catalogue.library(forms: Array(Set(([record] + others).map(\.form))))
    guard let form = library.form(of: record) else { throw .unknownForm(name: record.form, nearest: nil) }
    let day = day
    func evaluated(_ sheet: Int?) throws(PaperworkFailure) -> EvaluatedRecord {
      try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
        try EvaluatedRecord(
          record, form: form, library: library, others: others, day: day, strict: strict, sheet: sheet)
      }
    }
    let paper = try evaluated(nil)
    var made = MadePaper(source: name)
    made.findings = paper.findings
    guard !made.isRefused else { return made }
    made.facts = MadePaper.Facts(paper)
    made.documents = try documents(of: paper, named: name, library, as: format, sheet: evaluated)
    return made
  }

  /// The documents of a paper, one for each of its sheets; of a publication in the styles for the public.
  ///
  /// - Parameters:
  ///   - paper: the paper, among the others it refers to.
  ///   - name: what the documents are called, see ``PaperDocument/source``.
  ///   - format: for a PDF the text is made that LibreOffice makes it of; values alone are written whole, as given, and
  ///     with errors too.
  ///   - sheet: gives the paper with its sheet of a 0-based number; not asked where there is only one.
  ///
  /// Throws `PaperworkFailure.notFinal` with all errors when the paper has any. The same paper on the same day gives
  /// the same bytes.
  public func documents(
    of paper: EvaluatedRecord, named name: String, _ library: FormLibrary, as format: PaperFormat,
    sheet: (Int) throws(PaperworkFailure) -> EvaluatedRecord
  ) throws(PaperworkFailure) -> [PaperDocument] {
    guard !format.isRecord else {
      let bytes = paper.given.bytes(as: format, library)
      return [PaperDocument(source: name, bytes: bytes, kind: format.kind, isOurs: true)]
    }
    let writer = try writer(
      paper.form, library, paper.isPublication ? .published : .final, format, in: paper.secondLanguage)
    return try documents(of: paper, named: name, as: format, sheet: sheet) { (paper) throws(PaperworkFailure) in
      try writer.document(for: paper)
    }
  }

  /// The documents to complete a paper in on a screen, one for each of its sheets.
  ///
  /// `others` are those it may refer to. The findings are what is wrong with what is filled in already; what is still
  /// missing is none yet.
  public func fillable(
    _ record: Record, named name: String, _ library: FormLibrary, among others: OtherPapers?, as format: PaperFormat
  ) throws(PaperworkFailure) -> (documents: [PaperDocument], findings: [Finding]) {
    let all = others?.library ?? library
    guard let form = all.form(of: record) else { throw .unknownForm(name: record.form, nearest: nil) }
    let day = day
    func evaluated(_ sheet: Int?) throws(PaperworkFailure) -> EvaluatedRecord {
      try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
        try EvaluatedRecord(forInput: record, form: form, library: all, among: others, day: day, sheet: sheet)
      }
    }
    let first = try evaluated(nil)
    let writer = try writer(form, all, .fillable, format, in: first.secondLanguage)
    let documents = try documents(of: first, named: name, as: format, sheet: evaluated) {
      (paper) throws(PaperworkFailure) in try writer.fillable(for: paper)
    }
    return (documents, first.findings.filter { RecordPath($0.path).map { record.content(at: $0) != nil } ?? false })
  }

  /// The documents in which a new paper of a form is begun on a screen.
  ///
  /// Nothing is ticked or filled in yet: what a form proposes is a decision of whoever completes the paper.
  public func fillable(
    newOf form: String, as format: PaperFormat
  ) throws(PaperworkFailure) -> (documents: [PaperDocument], findings: [Finding]) {
    let form = try catalogue.formID(meant: form)
    let library = try catalogue.library(form: form)
    guard let definition = library.forms[form] else { throw .unknownForm(name: form, nearest: nil) }
    let record = Record(form: form, version: definition.version)
    return try fillable(record, named: form, library, among: nil, as: format)
  }

  /// The blank paper of a form, for a pen; with `language` it stands beside the German.
  ///
  /// Throws `PaperworkFailure.unknownLanguage` when the form has no edition in that language.
  public func blank(
    _ form: String, in language: String? = nil, as format: PaperFormat
  ) throws(PaperworkFailure) -> PaperDocument {
    let form = try catalogue.formID(meant: form)
    let library = try catalogue.library(form: form)
    guard let definition = library.forms[form] else { throw .unknownForm(name: form, nearest: nil) }
    let edition = try language.map { (language) throws(PaperworkFailure) in
      try Self.edition(of: definition, in: language, library)
    }
    let bytes = try writer(definition, library, .blank, format, in: language).blank(day: day, edition: edition)
    return PaperDocument(source: form, bytes: bytes, kind: format.kind, isOurs: true)
  }

  /// What the final page of a paper shows, whatever is wrong with the paper, and the lines at the top and bottom of its
  /// sheets.
  func page(
    of paper: EvaluatedRecord, _ library: FormLibrary
  ) throws(PaperworkFailure) -> (page: PageText, margins: [String]) {
    try writer(paper.form, library, .final, .odt, in: paper.secondLanguage).page(of: paper)
  }

  /// The code that stands for a form's edition in a language.
  private static func edition(
    of form: FormDefinition, in language: String, _ library: FormLibrary
  ) throws(PaperworkFailure) -> String {
    let property = form.language?.property ?? ""
    let editions = form.editions(in: library)?.codes ?? []
    guard let edition = editions.last(where: { $0.properties[property] == language }) else {
      throw .unknownLanguage(form: form.id, known: editions.compactMap { $0.properties[property] })
    }
    return edition.id
  }

  private func documents(
    of first: EvaluatedRecord, named name: String, as format: PaperFormat,
    sheet: (Int) throws(PaperworkFailure) -> EvaluatedRecord,
    _ write: (EvaluatedRecord) throws(PaperworkFailure) -> [UInt8]
  ) throws(PaperworkFailure) -> [PaperDocument] {
    var documents: [PaperDocument] = []
    for number in 0..<first.sheets {
      let isOne = first.sheets == 1
      documents.append(
        PaperDocument(
          source: name, sheet: isOne ? nil : number + 1, bytes: try write(isOne ? first : try sheet(number)),
          kind: format.kind, isOurs: true))
    }
    return documents
  }

  /// The writer of a kind of documents; its template is compiled when it is first asked for.
  private func writer(
    _ form: FormDefinition, _ library: FormLibrary, _ output: PaperWriter.Output, _ format: PaperFormat,
    in language: String?
  ) throws(PaperworkFailure) -> PaperWriter {
    let format = format == .pdf ? .odt : format
    let key = Writer(form: form.id, version: form.version, output: output, format: format, language: language)
    let made: Result<PaperWriter, PaperworkFailure> = writers.withLock { known in
      if let writer = known[key] { return .success(writer) }
      do throws(PaperworkFailure) {
        let template =
          if let given = templates[form.id] { given } else {
            try catalogue.template(for: form, in: library, isSheet: format.isSheet)
          }
        let writer = try PaperWriter(
          form, template: template, library: library, output: output, format: format,
          pictures: try catalogue.pictures(for: library.profile),
          language: try language.map { (id) throws(PaperworkFailure) in try catalogue.language(id) },
          cache: catalogue.cache)
        known[key] = writer
        return .success(writer)
      } catch {
        return .failure(error)
      }
    }
    return try made.get()
  }
}
