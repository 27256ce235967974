import Paperwork

/// Papers of ours that come back.
enum PaperTarget {
  private static let reader = PaperReader(catalogue: Repository.catalogue, day: Repository.day)

  /// Reads a paper whose content somebody changed; the record as issued lies beside it.
  static func read(content: [UInt8]) {
    read(filled.with("content.xml", content))
  }

  /// Reads a file as `kiso read` does.
  static func read(_ bytes: [UInt8]) {
    guard let (paper, library) = try? reader.read(bytes) else { return }
    guard let form = library.forms[paper.record.form] else { fatalError("a record without form") }
    _ = (paper.record.xml(), paper.record.json(form: form))
    for finding in paper.findings + paper.misfits {
      promise(!finding.german.unicodeScalars.contains { $0.value < 0x20 }, "a finding is one line")
    }
  }

  private static let filled = Package(Documents.fillable)
}
