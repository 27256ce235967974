public import FormModel
internal import OpenDocument

/// What a file gave: a record, and what is to be said about it.
public struct ReadPaper: Hashable, Sendable {
  /// The record with the values that the page shows.
  public var record: Record
  /// What did not fit while reading.
  public var findings: [Finding]
  /// Values on a page that do not fit their fields; whoever checks the record finds the same.
  public var misfits: [Finding] = []
  /// Whether the file was a document, not a record alone.
  public var isDocument: Bool
  /// Whether the file holds something that the form has no place for: what is written of it would be less.
  public var isLess = false
  /// What became of each field, for a document whose page could be compared.
  public var readings: [FieldReading] = []
  /// What became of the fixed text of such a document.
  public var changes: [TextChange] = []
}

/// Reads records out of files: JSON, XML, and the documents that `PaperWriter` made.
public struct PaperReader: Sendable {
  /// Whether documents that are not ours are read by their labels.
  public var labels = LabelSource.none

  let catalogue: Catalogue
  let day: Day
  private let password: PaperPassword?
  /// All declarations, when they were read already.
  let known: FormLibrary?

  /// The largest record inside a document, in bytes.
  static let recordLimit = 4 << 20

  /// A reader for the forms of a catalogue; `day` is the reference day for typed dates, `password` opens documents
  /// that are protected.
  ///
  /// With many papers, pass the `library` of all forms, which is then read only once.
  public init(catalogue: Catalogue, day: Day, password: PaperPassword? = nil, library: FormLibrary? = nil) {
    self.catalogue = catalogue
    self.day = day
    self.password = password
    known = library
  }

  /// Reads a file of any kind, recognised by its first bytes.
  ///
  /// The second result is the library with the form the record names.
  public func read(_ bytes: [UInt8]) throws(PaperworkFailure) -> (paper: ReadPaper, library: FormLibrary) {
    let kind = SourceKind(of: bytes)
    if kind.isRecord { return try record(bytes, isDocument: false) }
    if kind == .text, labels != .none, let result = try readIfForm(text: bytes) { return result }
    let file: OpenDocumentFile
    do {
      file = try OpenDocumentFile(
        reading: bytes, accepting: Set(DocumentType.allCases), passwords: password?.candidates ?? [])
    } catch {
      throw .document(error)
    }
    var (paper, library) = try document(file)
    do {
      paper.findings += try file.inspect().map(\.finding)
    } catch {
      throw .document(error)
    }
    return (paper, library)
  }

  /// A document by the record it carries; where it carries none, by its labels, if that is wanted.
  private func document(
    _ file: OpenDocumentFile
  ) throws(PaperworkFailure) -> (paper: ReadPaper, library: FormLibrary) {
    do {
      return try DocumentReading(file, reader: self, day: day).paper()
    } catch {
      guard case .noRecord = error, let result = try read(labelsOf: file) else { throw error }
      return result
    }
  }

  /// Reads a record and the declarations of its form.
  func record(
    _ bytes: [UInt8], isDocument: Bool
  ) throws(PaperworkFailure) -> (paper: ReadPaper, library: FormLibrary) {
    do {
      let raw = try RecordReader.raw(bytes)
      let library = try library(form: try RecordReader.formID(of: raw))
      var reader = RecordReader(library: library, day: day)
      let (record, findings) = try reader.record(from: raw)
      // Everything that a record reader calls an error is something that it left out.
      let isLess = findings.contains { $0.strength == .error }
      return (ReadPaper(record: record, findings: findings, isDocument: isDocument, isLess: isLess), library)
    } catch let failure as RecordFailure {
      throw .record(failure)
    } catch let failure as PaperworkFailure {
      throw failure
    } catch {
      throw .record(RecordFailure(.shape))
    }
  }

  /// The declarations of a form that a paper names.
  func library(form id: String) throws(PaperworkFailure) -> FormLibrary {
    let names = if let known { known.forms.keys.sorted() } else { try catalogue.formIDs() }
    guard names.contains(id) else {
      throw .recordOfUnknownForm(name: id, nearest: Nearest.name(to: id, among: names))
    }
    return if let known { known } else { try catalogue.library(forms: [id]) }
  }
}
