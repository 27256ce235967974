import FormModel

@testable import Paperwork

/// Text read by its labels.
struct LabelledPaper {
  let paper: ReadPaper

  init(_ paper: ReadPaper) {
    self.paper = paper
  }

  /// Reads lines under the title of a note.
  init(_ lines: String, title: String = "Gesprächsnotiz") throws {
    var reader = PaperReader(
      catalogue: Catalogue(home: Repository.root), day: Repository.day, library: try Repository.library())
    reader.labels = .title
    paper = try reader.read(text: Array("\(title)\n\n\(lines)\n".utf8)).paper
  }

  /// What was found, each as `path=value`, in the order of the page.
  var values: [String] {
    paper.readings.map { reading in
      let texts = (RecordPath(reading.path).map { paper.record.contents(at: $0) } ?? []).map { content in
        switch content {
        case .value(let text): text
        case .status(let status): "(\(status.rawValue))"
        case .group: "(group)"
        }
      }
      return "\(reading.path)=\(texts.joined(separator: "|"))"
    }
  }

  /// The ids of what was said, beside that labels were read.
  var ids: [String] { (paper.findings + paper.misfits).map(\.id).filter { $0 != "W-LESEN-21" } }

  /// What was said, in words.
  var said: String { (paper.findings + paper.misfits).map(\.german).joined(separator: "\n") }
}
