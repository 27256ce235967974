import RecordArchive
import Terminal

/// `kiso archive list`: everything there is.
enum ListCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive list", summary: "alles zeigen, was abgelegt ist", usage: ["[Optionen]"],
    options: [.init("restricted", help: "auch zeigen, was eingeschränkt ist")] + ArchiveAccess.options
      + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso archive list"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let archive = try access.open()
    var query = Archive.Query()
    query.includesRestricted = arguments.has("restricted")
    try context.output(EntryTable.text(try archive.entries(query), on: access.today, by: archive.library.retention))
    return try warnOfUnreadable(archive, context)
  }

  /// Says when there are entries that no list can show.
  static func warnOfUnreadable(_ archive: Archive, _ context: CommandContext) throws -> ExitStatus {
    let count = try archive.unreadableCount()
    guard count > 0 else { return .done }
    context.surroundings.writeError(
      "\(count) \(count == 1 ? "Eintrag lässt" : "Einträge lassen") sich nicht öffnen. Bitte prüfen: kiso archive verify"
    )
    return .warnings
  }
}
