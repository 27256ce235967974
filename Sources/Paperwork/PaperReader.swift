public import FormModel
internal import OpenDocument

/// What a file gave: a record, and what is to be said about it.
public struct ReadPaper: Hashable, Sendable {
  /// The values.
  public var record: Record
  /// What did not fit while reading.
  public var findings: [Finding]
  /// Whether the file was a document, not a record alone.
  public var isDocument: Bool
}

/// Reads records out of files: JSON, XML, and the documents that `PaperWriter` made.
public struct PaperReader {
  private let catalogue: Catalogue
  private let day: Day

  /// The largest record inside a document, in bytes.
  static let recordLimit = 4 << 20

  /// A reader for the forms of a catalogue; `day` is the reference day for typed dates.
  public init(catalogue: Catalogue, day: Day) {
    self.catalogue = catalogue
    self.day = day
  }

  /// Reads a file of any of the kinds, told apart by its first bytes.
  ///
  /// The second result is the library with the form the record names.
  public func read(_ bytes: [UInt8]) throws(PaperworkFailure) -> (paper: ReadPaper, library: FormLibrary) {
    if Self.isRecord(bytes) { return try record(bytes, isDocument: false) }
    let file: OpenDocumentFile
    let embedded: [UInt8]?
    do {
      file = try OpenDocumentFile(reading: bytes)
      embedded = try file.member(EmbeddedRecord.path, atMost: Self.recordLimit)
    } catch {
      throw .document(error)
    }
    guard let embedded else { throw .noRecord }
    var (paper, library) = try record(embedded, isDocument: true)
    do {
      if let issued = try file.fingerprintAsIssued, try DocumentText(of: file).fingerprint != issued {
        paper.findings.append(Self.edited)
      }
      paper.findings += try file.inspect().map(\.finding)
    } catch {
      throw .document(error)
    }
    return (paper, library)
  }

  private func record(
    _ bytes: [UInt8], isDocument: Bool
  ) throws(PaperworkFailure) -> (paper: ReadPaper, library: FormLibrary) {
    do {
      let raw = try RecordReader.raw(bytes)
      let id = try RecordReader.formID(of: raw)
      let known = try catalogue.formIDs()
      guard known.contains(id) else {
        throw PaperworkFailure.recordOfUnknownForm(name: id, nearest: Nearest.name(to: id, among: known))
      }
      let library = try catalogue.library(forms: [id])
      var reader = RecordReader(library: library, day: day)
      let (record, findings) = try reader.record(from: raw)
      return (ReadPaper(record: record, findings: findings, isDocument: isDocument), library)
    } catch let failure as RecordFailure {
      throw .record(failure)
    } catch let failure as PaperworkFailure {
      throw failure
    } catch {
      throw .record(RecordFailure(.shape))
    }
  }

  /// JSON begins with a brace or bracket, XML that is no document may be a record; all else is for the reader of
  /// documents, which knows what a picture or a PDF is and says so.
  private static func isRecord(_ bytes: [UInt8]) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    let head = content.prefix(1 << 16).drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }.prefix(1 << 12)
    guard let first = head.first else { return true }
    guard first == UInt8(ascii: "<") else {
      return [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(first) && !head.starts(with: "{\\rtf".utf8)
    }
    let text = String(decoding: head, as: UTF8.self).lowercased()
    return !["<office:document", "<html", "<!doctype html"].contains { text.contains($0) }
  }

  private static let edited = Finding(
    id: "W-LESEN-01", strength: .warning, path: "", place: "Dokument",
    message:
      "Der sichtbare Text des Dokuments wurde nach dem Ausstellen geändert; gelesen wurden die Daten, wie sie ausgestellt wurden.",
    remedy: "Bitte das Dokument mit den gelesenen Daten vergleichen.")
}
