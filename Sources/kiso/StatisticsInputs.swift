import Files
import Paperwork
import Terminal

/// The papers that are counted: files, and all papers of a folder.
struct StatisticsInputs {
  /// The records in the order given; those of a folder by their file names.
  private(set) var papers: [Record] = []
  /// The worst of what could not be read; done when everything could.
  private(set) var worst = ExitStatus.done

  private let reader: PaperReader
  private let context: CommandContext

  /// The endings of files that can hold a record.
  private static let endings: Set<String> = ["json", "xml", "odt", "ods"]

  init(reader: PaperReader, context: CommandContext) {
    self.reader = reader
    self.context = context
  }

  /// Reads all sources; what cannot be read is told and does not keep the others from being read.
  mutating func read(_ sources: [String]) throws(FileFailure) {
    for source in sources {
      guard source != "-", DirectoryListing.isFolder(source) else {
        readFile(source)
        continue
      }
      let files = try DirectoryListing.files(in: source)
      let candidates = files.filter { Self.endings.contains(FilePath.pathExtension(of: $0)) }
      for file in candidates { readFile(file) }
      let others = files.count - candidates.count
      if others > 0 {
        context.surroundings.writeError(
          "\(source): \(others) \(others == 1 ? "andere Datei" : "andere Dateien") übergangen "
            + "(gelesen werden .json, .xml, .odt und .ods).")
      }
    }
  }

  private mutating func readFile(_ path: String) {
    do {
      papers.append(try reader.read(try context.input(path)).paper.record)
    } catch {
      let report = FailureReport(error)
      for line in report.lines { context.surroundings.writeError("\(path): \(line)") }
      worst = worst.or(report.status)
    }
  }
}
