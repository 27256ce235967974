import Delivery
import Files
import Paperwork
import RecordArchive
import Terminal

/// `--archive` of other commands: what they made goes into the archive as well.
struct ArchiveFiling {
  /// Where the archive lies is in the environment then, since these commands have options enough.
  static let options: [CommandLineSyntax.Option] =
    [
      .init("archive", help: "auch in die Ablage legen (KISO_ARCHIVE)")
    ] + ArchiveAccess.credentialOptions

  let archive: Archive
  private let access: ArchiveAccess
  private let filing: PaperFiling
  private let context: CommandContext

  /// Opens the archive if it is asked for, before any work is done that would be lost; `stored` has opened it perhaps.
  init?(_ arguments: ParsedArguments, _ context: CommandContext, _ stored: StoredPapers? = nil) throws {
    guard arguments.has("archive") || arguments.has("case") else { return nil }
    guard !arguments.has("no-archive") else {
      let other = arguments.has("archive") ? "archive" : "case"
      throw UsageFailure(.givenTwice, "‚--\(other)‘ und ‚--no-archive‘ schließen einander aus.")
    }
    self.context = context
    access = try ArchiveAccess(arguments, context)
    filing = try PaperFiling(catalogue: try context.catalogue(), day: context.day) { _ in [] }
    archive = try stored?.door?.open() ?? access.open()
  }

  /// Stores a record with the documents among the files that were written.
  func store(_ record: Record, _ library: FormLibrary, files: [String]) throws {
    let documents = try files.filter { PaperFormat(path: $0)?.isRecord != true }.map { path in
      let bytes = try context.input(path)
      return PaperDocument(source: record.form, bytes: bytes, kind: SourceKind(of: bytes), isOurs: true)
    }
    try store(record, library, documents: documents, as: .issued)
  }

  /// Stores a record, held against its form by itself, with its documents.
  func store(_ record: Record, _ library: FormLibrary, documents: [PaperDocument], as use: PartUse) throws {
    guard let form = library.forms[record.form] else { return }
    let evaluated = try EvaluatedRecord(record, form: form, library: library, day: context.day)
    try store(MadePaper.Facts(evaluated), documents: documents, as: use)
  }

  /// Stores a paper with its documents and says on standard error where it lies.
  func store(_ facts: MadePaper.Facts, documents: [PaperDocument], as use: PartUse = .issued) throws {
    let paper = try filing.paper(of: facts, documents: documents, as: use)
    let id = try archive.store(paper, today: access.today)
    let entry = try archive.entry(id.description)
    context.surroundings.writeError("Abgelegt: \(id), \(EntryTable.state(entry, on: access.today))")
  }
}
