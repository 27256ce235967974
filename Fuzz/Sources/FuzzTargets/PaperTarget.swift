import FormModel
import Paperwork

/// Papers of ours that come back.
public enum PaperTarget {
  private static var reader: PaperReader {
    var reader = PaperReader(catalogue: Repository.catalogue, day: Repository.day, library: Repository.library)
    reader.labels = .title
    return reader
  }

  /// Reads a paper whose content somebody changed; the record as issued lies beside it.
  static func read(content: [UInt8]) {
    read(filled.with("content.xml", content))
  }

  /// Reads a file as `kiso read` does; whether it was a paper.
  @discardableResult
  public static func read(_ bytes: [UInt8]) -> Bool {
    guard let (paper, library) = try? reader.read(bytes) else { return false }
    examine(paper, library)
    return true
  }

  /// Reads a text as `kiso read --labels` does.
  static func read(text: [UInt8]) {
    guard let (paper, library) = try? reader.read(text: text) else { return }
    examine(paper, library)
    promise(paper.record.unconfirmed.count == paper.readings.count, "every value found by a label is to be confirmed")
  }

  private static func examine(_ paper: ReadPaper, _ library: FormLibrary) {
    guard let form = library.forms[paper.record.form] else { fatalError("a record without form") }
    _ = (paper.record.xml(), paper.record.json(form: form))
    _ = (ChangeReport(paper, name: "papier").bytes(.text), ChangeReport(paper, name: "papier").bytes(.json))
    for finding in paper.findings + paper.misfits {
      promise(!finding.german.unicodeScalars.contains { $0.value < 0x20 }, "a finding is one line")
    }
  }

  private static let filled = Package(Documents.fillable)
}
