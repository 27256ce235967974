internal import FormModel
internal import OpenDocument

/// Reads a document back: the record as issued that it carries, and what its page shows now.
///
/// The visible text wins. A document that lost its record, which happens on the way through DOCX, is known again by its
/// metadata and read by its carriers alone.
struct DocumentReading {
  private let file: OpenDocumentFile
  private let reader: PaperReader
  private let day: Day

  /// The largest page that is kept in a document, in bytes.
  private static let pageLimit = 8 << 20

  init(_ file: OpenDocumentFile, reader: PaperReader, day: Day) {
    (self.file, self.reader, self.day) = (file, reader, day)
  }

  func paper() throws(PaperworkFailure) -> (paper: ReadPaper, library: FormLibrary) {
    let embedded = try member(EmbeddedRecord.path, limit: PaperReader.recordLimit)
    let metadata = try self.metadata()
    guard let embedded else { return try withoutRecord(metadata) }
    var (paper, library) = try reader.record(embedded, isDocument: true)
    guard let form = library.form(of: paper.record) else { throw .noRecord }
    if case .text(let id)? = metadata[MetadataField.form], id != form.id {
      paper.findings.append(Self.otherForm)
    }
    let page = try member(EmbeddedRecord.pagePath, limit: Self.pageLimit).flatMap { PageText(xml: $0) }
    if let page {
      // A final page that is untouched need not be taken apart.
      if try isUntouched(), !page.items.contains(where: { $0.item.carrier.kind != .printed }) {
        paper.readings = PrintedFields(page, form: form, library: library, record: paper.record).readings
        return (paper, library)
      }
      try read(&paper, against: PageBaseline(page), form, library)
    } else if let index = Self.index(in: metadata) {
      paper.findings.append(Self.pageLost)
      try read(&paper, against: PageBaseline(index), form, library)
    } else if try !isUntouched() {
      paper.findings.append(Self.edited)
    }
    return (paper, library)
  }

  /// A document whose record was lost.
  private func withoutRecord(
    _ metadata: ReadMetadata
  ) throws(PaperworkFailure) -> (paper: ReadPaper, library: FormLibrary) {
    guard case .text(let id)? = metadata[MetadataField.form], let index = Self.index(in: metadata) else {
      throw .noRecord
    }
    let library = try reader.library(form: id)
    guard let current = library.forms[id] else { throw .noRecord }
    var record = Record(form: id, version: current.version)
    if case .text(let version)? = metadata[MetadataField.version] { record.version = version }
    let form = library.form(of: record) ?? current
    if case .text(let number)? = metadata[MetadataField.record] { record.id = number }
    var paper = ReadPaper(record: record, findings: [Self.recordLost], isDocument: true)
    if let finding = library.versionFinding(of: record) { paper.findings.append(finding) }
    try read(&paper, against: PageBaseline(index), form, library)
    return (paper, library)
  }

  private func read(
    _ paper: inout ReadPaper, against baseline: PageBaseline, _ form: FormDefinition, _ library: FormLibrary
  ) throws(PaperworkFailure) {
    let found: PageText
    do {
      found = try PageText(of: file, keepsLines: true) { Self.isField($0, of: form, library) }
    } catch {
      throw .document(error)
    }
    let reading = PageReading(
      found, baseline: baseline, issued: paper.record, form: form, library: library, day: day)
    paper.record = reading.record
    paper.readings = reading.readings
    paper.changes = reading.changes
    paper.findings += reading.findings
    paper.misfits = reading.misfits
  }

  /// Whether a name is that of a field, or of an answer to one.
  private static func isField(_ name: String, of form: FormDefinition, _ library: FormLibrary) -> Bool {
    guard let name = CarrierName(name), let field = form.field(at: name.path) else { return false }
    guard let answer = name.answer else { return true }
    return library.codes(of: field)?.code(answer) != nil
  }

  // MARK: - The file

  private func member(_ path: String, limit: Int) throws(PaperworkFailure) -> [UInt8]? {
    do {
      return try file.member(path, atMost: limit)
    } catch {
      throw .document(error)
    }
  }

  private func metadata() throws(PaperworkFailure) -> ReadMetadata {
    do {
      return try file.metadata
    } catch {
      throw .document(error)
    }
  }

  /// Whether the visible text is the one that was issued; also when nobody can tell.
  private func isUntouched() throws(PaperworkFailure) -> Bool {
    do {
      guard let issued = try file.fingerprintAsIssued else { return true }
      return try file.fingerprint == issued
    } catch {
      throw .document(error)
    }
  }

  private static func index(in metadata: ReadMetadata) -> CarrierIndex? {
    guard case .text(let text)? = metadata[MetadataField.index] else { return nil }
    return CarrierIndex(text)
  }

  // MARK: - What is said

  private static func document(_ id: String, _ message: String, _ remedy: String) -> Finding {
    Finding(id: id, strength: .warning, path: "", place: "Dokument", message: message, remedy: remedy)
  }

  private static let edited = document(
    "W-LESEN-01",
    "Der sichtbare Text des Dokuments wurde nach dem Ausstellen geändert; gelesen wurden die Daten, wie sie ausgestellt wurden.",
    "Bitte das Dokument mit den gelesenen Daten vergleichen.")

  private static let recordLost = document(
    "W-LESEN-07",
    "Das Dokument trägt die ausgestellten Daten nicht mehr, zum Beispiel nach einem Umweg über Word; gelesen wurde nur, was auf der Seite steht.",
    "Bitte prüfen, ob etwas fehlt, das nicht auf der Seite steht.")

  private static let pageLost = document(
    "W-LESEN-10", "Ob fester Text des Dokuments geändert wurde, ist nicht zu erkennen.", "Bitte prüfen.")

  private static let otherForm = document(
    "W-LESEN-09", "Das Dokument gibt sich als ein anderes Formular aus als die Daten, die es trägt.",
    "Bitte prüfen, woher es kommt.")
}
