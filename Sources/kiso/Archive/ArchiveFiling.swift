import Delivery
import Files
import Paperwork
import RecordArchive
import Terminal

/// `--archive` of other commands: what they made goes into the archive as well.
struct ArchiveFiling {
  /// Where the archive lies is in the environment then, since these commands have options enough.
  static let options: [CommandLineSyntax.Option] =
    [.init("archive", help: "auch in die Ablage legen (KISO_ARCHIVE)")] + ArchiveAccess.credentialOptions + [
      VersionQuestion.option.rare
    ]

  let archive: Archive
  private let access: ArchiveAccess
  private let filing: PaperFiling
  private let context: CommandContext
  /// Whether other values become the next version without a question.
  private let replaces: Bool
  /// Whether somebody can be asked with a plain question, and no screen is in the way.
  var asks = true

  /// Opens the archive if it is asked for, before any work is done that would be lost; `stored` has opened it perhaps.
  init?(_ arguments: ParsedArguments, _ context: CommandContext, _ stored: StoredPapers? = nil) throws {
    guard arguments.has("archive") || arguments.has("case") else { return nil }
    guard !arguments.has("no-archive") else {
      let other = arguments.has("archive") ? "archive" : "case"
      throw UsageFailure(.givenTwice, "‚--\(other)‘ und ‚--no-archive‘ schließen einander aus.")
    }
    try self.init(stored?.door ?? ArchiveDoor(ArchiveAccess(arguments, context)), context)
  }

  /// Opens the archive behind a door.
  init(_ door: ArchiveDoor, _ context: CommandContext) throws {
    self.context = context
    access = door.access
    replaces = access.arguments.has("replace")
    filing = try PaperFiling(catalogue: try context.catalogue(), day: context.day)
    archive = try door.open()
  }

  /// A paper that lies in the archive, with its record.
  struct StoredPaper {
    let entry: ArchiveEntry
    let bytes: [UInt8]
    /// How it is called: the beginning of its number, what it is, its day.
    let label: String
    /// Whether it is one of those that were named, and not only of their case.
    let isMeant: Bool
  }

  /// The papers of the case that a word names, by its number or by that of one of its entries.
  func papers(named word: String) throws -> [StoredPaper] {
    let meant = EntryID.isBeginning(word) ? try archive.entry(word) : nil
    let number = meant?.card.caseNumber ?? word
    let entries = try number.isEmpty ? [meant].compactMap { $0 } : archive.entries(ofCase: number)
    let retention = try access.library().retention
    return try entries.compactMap { entry in
      guard entry.card.role == .paper, let part = entry.card.record else {
        return nil
      }
      let title = EntryTable.title(entry, by: retention)
      return StoredPaper(
        entry: entry, bytes: try archive.content(of: part, in: entry),
        label: "\(entry.id.description.prefix(8)) \(title) vom \(entry.card.day.german)",
        isMeant: meant.map { $0.id == entry.id } ?? true)
    }
  }

  /// Stores a record with the documents among the files that were written; gives the id of its entry.
  @discardableResult
  func store(_ record: Record, _ library: FormLibrary, files: [String]) throws -> EntryID? {
    let documents = try files.filter { PaperFormat(path: $0)?.isRecord != true }.map { path in
      let bytes = try context.input(path)
      return PaperDocument(source: record.form, bytes: bytes, kind: SourceKind(of: bytes), isOurs: true)
    }
    return try store(record, library, documents: documents, as: .issued)
  }

  /// Stores a record, held against its form by itself, with its documents; gives the id of its entry.
  @discardableResult
  func store(
    _ record: Record, _ library: FormLibrary, documents: [PaperDocument], as use: PartUse
  ) throws -> EntryID? {
    guard let form = library.form(of: record) else { return nil }
    let evaluated = try EvaluatedRecord(record, form: form, library: library, day: context.day)
    return try store(MadePaper.Facts(evaluated), documents: documents, as: use)
  }

  /// Puts a stored paper beside its earlier state, brought forward to today's version of its form.
  func bringForward(_ stored: StoredPaper, to migration: PaperMigration) throws {
    let record = migration.record
    guard let form = migration.library.forms[record.form] else { return }
    let evaluated = try EvaluatedRecord(record, form: form, library: migration.library, day: context.day)
    var paper = try filing.paper(of: MadePaper.Facts(evaluated), documents: [])
    paper.entry = stored.entry.id
    let filed = try filing.file(paper, into: archive, today: access.today) { _ in true }
    context.surroundings.writeError("\(filed.german): \(filed.id)")
  }

  /// Stores a paper with its documents and says on standard error where it lies; gives the id of its entry.
  ///
  /// Throws what is to be settled when another version lies there and nobody agrees to put this one beside it.
  @discardableResult
  func store(_ facts: MadePaper.Facts, documents: [PaperDocument], as use: PartUse = .issued) throws -> EntryID {
    let paper = try filing.paper(of: facts, documents: documents, as: use)
    let filed = try filing.file(paper, into: archive, today: access.today) { other in
      try VersionQuestion.mayFollow(other, replaces: replaces, asks: asks, context)
    }
    let entry = try archive.entry(filed.id.description)
    let state = EntryTable.state(entry, on: access.today, by: archive.library.retention)
    context.surroundings.writeError("\(filed.german): \(filed.id), \(state)")
    return filed.id
  }
}
