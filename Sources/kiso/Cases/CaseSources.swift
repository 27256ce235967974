import Casework
import Delivery
import Paperwork
import RecordArchive
import Secrets
import Terminal

/// The papers of cases, from files named and the archive that is set up.
struct CaseSources {
  static let options = ArchiveAccess.options + StoredPapers.options

  let desk: CaseDesk
  let library: FormLibrary
  /// Whether there is anything to look at: an archive or a file.
  let isEmpty: Bool
  /// The archive, opened once for everything.
  let stored: StoredPapers
  private let context: CommandContext

  /// Reads the files and opens the archive; without files nothing is shown of an archive that stays locked.
  init(_ names: [String], _ arguments: ParsedArguments, _ context: CommandContext) throws {
    self.context = context
    library = try context.catalogue().library()
    stored = try StoredPapers(arguments, context)
    let paths = try PaperFolders.files(of: names) { folder, count in
      context.surroundings.writeError(
        "\(folder): \(count == 1 ? "1 Datei" : "\(count) Dateien") übergangen, weil sie keine Angaben enthalten können."
      )
    }
    try context.checkInputs(paths)
    let batch = try context.batch(arguments, password: nil, stored: nil)
    let report = BatchReport(count: paths.count, context)
    let records = try batch.records(paths, library, load: context.input) { name, failure in
      try report.tell(failure, of: name)
    }
    self.report = report
    isEmpty = paths.isEmpty && stored.door == nil
    if paths.isEmpty { _ = try stored.door?.open() }
    desk = CaseDesk(records, archive: stored.papers, library: library, day: context.day)
  }

  private let report: BatchReport

  /// The status of everything so far, after saying that the archive stayed locked.
  ///
  /// Throws why it could not be read.
  func status() throws -> ExitStatus {
    try stored.check()
    if stored.papers?.isIncomplete ?? false {
      context.surroundings.writeError(
        "Die Ablage ist nicht offen oder nicht ganz lesbar; gezeigt wird, was in den Dateien steht.")
      report.raise(.warnings)
    }
    return report.status
  }
}
