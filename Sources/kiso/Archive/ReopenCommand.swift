import RecordArchive
import Terminal

/// `kiso archive reopen`: a new contact before the year was over.
enum ReopenCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive reopen", summary: "einen beendeten Vorgang wieder aufnehmen", usage: ["VORGANG [Optionen]"],
    positionals: [.init("VORGANG", help: "Vorgangsnummer")],
    options: ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso archive reopen KSA-2-2025-0147"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let number = arguments.value("VORGANG") ?? ""
    let archive = try access.open()
    try archive.reopen(number, today: access.today)
    return try CaseCommand.show(number, archive, access, context)
  }
}
