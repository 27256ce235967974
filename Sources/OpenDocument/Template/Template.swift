public import ZipArchive

/// A template made ready to be filled again and again.
///
/// Everything that can be decided without data is decided once, when the template is made: it is read, checked,
/// cleaned and cut into pieces. Rendering only copies bytes, asks the data, and packs the result.
///
/// A mark is a placeholder of the word processor (or an input field, or plain `{{…}}`) with one of these texts:
///
/// - `EXPRESSION` prints a value; `EXPRESSION?` prints nothing when nothing is selected.
/// - `kasten EXPRESSION` prints ☒ when it holds and ☐ otherwise.
/// - `für PATH` … `ende` repeats what is between; expressions inside are relative to the repeated node.
/// - `wenn EXPRESSION` … `sonst` … `ende` chooses.
/// - `beschriftung FIELD` prints a field's label, `auswahl FIELD` all answers with their boxes side by side, on final
///   papers those that were chosen, and with `untereinander` or `untereinander, Spalte 2 von 3` always all, in
///   paragraphs: words that `words` gives while compiling.
/// - `bild NAME` draws one of the pictures that are given; it vanishes when there is none of this name.
///
/// Expressions are XPath 1.0. A block acts on the nearest common ancestor of its marks: text, paragraphs, list items
/// or rows. Fields that are called like a keyword are reached with a path: `./ende`.
public struct Template: Sendable {
  /// The name it was given; failures carry it.
  public let name: String
  /// Whether its documents are final, published, blank or fillable.
  public let variant: TemplateVariant
  /// How its documents are written.
  public let form: OutputForm
  /// All marks with expressions, in the order of the document.
  public let marks: [TemplateMark]
  /// What deserves a look although it works.
  public let warnings: [TemplateWarning]

  let compiled: CompiledTemplate

  /// Makes a template from the bytes of a `.fodt`, `.odt` or `.ott` file.
  ///
  /// `functions` are the names of the functions that the data's engine will know besides those of XPath, `datum`,
  /// `zahl`, `blanko` and `eingabe`; `synonyms` are other names for them, and
  /// `pictures` those that a mark may ask for; `words` has the labels; `language` is
  /// what the styles are set in whose names end in `.Fremd`. Throws everything that is wrong with the template
  /// at once.
  public init(
    parsing bytes: [UInt8], name: String, variant: TemplateVariant = .final, form: OutputForm = .package,
    functions: Set<String> = [], pictures: [TemplatePicture] = [], synonyms: [String: String] = [:],
    words: (any TemplateWords)? = nil, language: TemplateLanguage? = nil
  ) throws(TemplateFailure) {
    var compiler = TemplateCompiler(
      variant: variant, form: form, functions: functions, pictures: pictures, synonyms: synonyms, words: words,
      second: language)
    guard let compiled = compiler.compile(bytes), compiler.problems.isEmpty else {
      throw TemplateFailure(template: name, problems: compiler.problems.inDocumentOrder, marks: compiler.readableMarks)
    }
    self.name = name
    self.variant = variant
    self.form = form
    self.compiled = compiled
    marks = compiled.program.marks
    warnings = compiler.warnings
  }

  /// A template that was compiled before.
  init(name: String, variant: TemplateVariant, compiled: CompiledTemplate, warnings: [TemplateWarning]) {
    self.name = name
    self.variant = variant
    form = compiled.form
    self.compiled = compiled
    marks = compiled.program.marks
    self.warnings = warnings
  }

  /// Goes through the body without making a document, so that `data.inputs` sees every mark it will be asked for.
  public func rehearse(_ data: TemplateData) {
    register(on: data)
    var writer = DocumentWriter(compiled, data, page: nil)
    writer.rehearse()
  }

  private func register(on data: TemplateData) {
    let (isBlank, isFillable) = (variant.isBlank, variant.isFillable)
    data.engine.register("blanko", arity: 0...0) { _, _ in .boolean(isBlank) }
    data.engine.register("eingabe", arity: 0...0) { _, _ in .boolean(isFillable) }
  }

  /// Writes a document.
  ///
  /// The same data, metadata and attachments give the same bytes; without a `deflater` a spare one packs them. Throws
  /// everything that went wrong at once.
  ///
  /// With `page` the document keeps what its page shows, piece by piece, under the names that `data.inputs` gives.
  public func render(
    _ data: TemplateData, metadata: DocumentMetadata = DocumentMetadata(), attachments: [Attachment] = [],
    page: PageKeeping? = nil, deflater: Deflater? = nil
  ) throws(RenderFailure) -> [UInt8] {
    register(on: data)
    var writer = DocumentWriter(compiled, data, page: page)
    let result =
      deflater.map { writer.write(metadata, attachments, $0) }
      ?? Deflater.withSpare { writer.write(metadata, attachments, $0) }
    guard writer.problems.isEmpty else { throw RenderFailure(template: name, problems: writer.problems) }
    return result
  }
}
