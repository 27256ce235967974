public import FormModel
internal import OpenDocument

extension PaperReader {
  /// Reads a text by its labels, such as what a program recognised on a scan.
  ///
  /// Every value so found is to be confirmed. Throws `PaperworkFailure.labels` for what is no text in UTF-8, is longer
  /// than ``LabelFailure/limit``, or names no form.
  public func read(text bytes: [UInt8]) throws(PaperworkFailure) -> (paper: ReadPaper, library: FormLibrary) {
    guard bytes.count <= LabelFailure.limit else { throw .labels(LabelFailure(.size)) }
    guard !Self.isDocument(bytes) else { throw .labels(LabelFailure(.kind)) }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    guard !content.contains(0), let text = String(validating: content, as: UTF8.self) else {
      throw .labels(LabelFailure(.encoding))
    }
    guard !text.allSatisfy(\.isWhitespace) else { throw .labels(LabelFailure(.empty)) }
    let page = LabelPage(text: text)
    if let result = try read(layoutOf: text, page) { return result }
    guard let result = try read(page) else { throw .labels(LabelFailure(.unknownForm)) }
    return result
  }

  /// The same for a file that nobody said was such a text; nil when it names no form.
  func readIfForm(text bytes: [UInt8]) throws(PaperworkFailure) -> (paper: ReadPaper, library: FormLibrary)? {
    do {
      return try read(text: bytes)
    } catch {
      guard case .labels(let failure) = error, failure.code == .unknownForm else { throw error }
      return nil
    }
  }

  /// Reads a document that carries no record of kiso; nil when its form cannot be recognised, or labels are not asked for.
  ///
  /// Nil as well for one that kiso made without its record, such as a flat file: there is a sound one of it. A
  /// spreadsheet is refused.
  func read(labelsOf file: OpenDocumentFile) throws(PaperworkFailure) -> (paper: ReadPaper, library: FormLibrary)? {
    guard labels != .none else { return nil }
    guard file.type == .text else { throw .document(DocumentFailure(.spreadsheet)) }
    let page: LabelPage
    do {
      guard try file.metadata.generator != PaperWriter.generator else { return nil }
      page = try LabelPage(of: file)
    } catch {
      throw .document(error)
    }
    return try read(page)
  }

  /// Reads a page that kiso printed by the layout of its template; nil when it is none, or there is no template.
  private func read(
    layoutOf text: String, _ page: LabelPage
  ) throws(PaperworkFailure) -> (paper: ReadPaper, library: FormLibrary)? {
    guard let (form, library) = try form(of: page) else { return nil }
    let lines = LayoutText(text)
    let maker = PaperMaker(catalogue: catalogue, day: day)
    let reading = LayoutReading(lines, form: form, library: library, day: day) { (paper) throws(PaperworkFailure) in
      try maker.page(of: paper, library)
    }
    guard reading.isOurs else { return nil }
    let paper = LabelPaper(reading, isCutOff: lines.isCutOff, form: form, library: library, day: day).paper
    return (paper, library)
  }

  private func read(_ page: LabelPage) throws(PaperworkFailure) -> (paper: ReadPaper, library: FormLibrary)? {
    guard let (form, library) = try form(of: page) else { return nil }
    return (LabelPaper(page, form: form, library: library, day: day).paper, library)
  }

  /// The form that a page is one of, as it was given or as its title says; nil when nobody can tell.
  private func form(
    of page: LabelPage
  ) throws(PaperworkFailure) -> (form: FormDefinition, library: FormLibrary)? {
    let id: String
    switch labels {
    case .form(let given): id = given
    case .none, .title:
      let all = if let known { known } else { try catalogue.library() }
      guard let found = FormRecognition(all.forms.values).form(of: page) else { return nil }
      id = found
    }
    let library = if let known { known } else { try catalogue.library(form: id) }
    return library.forms[id].map { ($0, library) }
  }

  /// Packages, PDF, pictures and old office files are recognised by their first bytes.
  private static func isDocument(_ bytes: [UInt8]) -> Bool {
    let marks: [[UInt8]] = [
      [0x50, 0x4B, 3, 4], Array("%PDF-".utf8), [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47],
      [0xD0, 0xCF, 0x11, 0xE0], Array("{\\rtf".utf8), Array("<?xml".utf8),
    ]
    return marks.contains { bytes.starts(with: $0) }
  }
}
