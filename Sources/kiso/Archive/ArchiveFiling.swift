import Files
import Paperwork
import RecordArchive
import Terminal

/// `--archive` of other commands: what they made goes into the archive as well.
struct ArchiveFiling {
  /// Where the archive lies is in the environment then, since these commands have options enough.
  static let options: [CommandLineSyntax.Option] = [
    .init("archive", help: "auch in die Ablage legen (KISO_ARCHIVE)"),
    .init("passphrase-fd", value: "NUMMER", help: "Kennwort der Ablage über diesen Deskriptor"),
  ]

  let archive: Archive
  private let access: ArchiveAccess
  private let work: FilingWork
  private let context: CommandContext

  /// Opens the archive if it is asked for, before any work is done that would be lost.
  init?(_ arguments: ParsedArguments, _ context: CommandContext) throws {
    guard arguments.has("archive") || arguments.has("case") else {
      guard !arguments.has("passphrase-fd") else {
        throw UsageFailure(.missingArgument, "‚--passphrase-fd‘ gehört zu ‚--archive‘ oder ‚--case‘.")
      }
      return nil
    }
    self.context = context
    access = try ArchiveAccess(arguments, context)
    work = FilingWork(context)
    archive = try access.open()
  }

  /// Stores a record with the documents among the files that were written.
  func store(_ record: Record, _ library: FormLibrary, files: [String]) throws {
    guard let form = library.forms[record.form] else { return }
    let evaluated = try EvaluatedRecord(record, form: form, library: library, day: context.day)
    let documents = try files.filter { !["json", "xml"].contains(FilePath.pathExtension(of: $0)) }.map { path in
      MadeDocument(
        source: form.id, bytes: try context.input(path), fileExtension: FilePath.pathExtension(of: path), isOurs: true)
    }
    try store(evaluated, library, documents: documents)
  }

  /// Stores a paper with its documents and says on standard error where it lies.
  func store(
    _ evaluated: EvaluatedRecord, _ library: FormLibrary, documents: [MadeDocument] = [], as use: PartUse = .issued
  ) throws {
    let parts = documents.map { document in
      NewPaper.Part(use, mediaType: FileType(document.bytes).mediaType, bytes: document.bytes)
    }
    let paper = try work.paper(of: evaluated, library: library, documents: parts, FilingWork.Details())
    let id = try archive.store(paper, today: access.today)
    let entry = try archive.entry(id.description)
    context.surroundings.writeError("Abgelegt: \(id), \(EntryTable.state(entry, on: access.today))")
  }
}
