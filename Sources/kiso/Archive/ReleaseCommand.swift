import RecordArchive
import Terminal

/// `kiso archive release`: a hold is over.
enum ReleaseCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive release", summary: "eine Löschsperre aufheben", usage: ["VORGANG|NUMMER [Optionen]"],
    positionals: [.init("VORGANG", help: "Vorgangsnummer oder Nummer eines Eintrags")],
    options: ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso archive release KSA-2-2025-0147"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let archive = try access.open()
    let target = try ArchiveAccess.target(arguments.value("VORGANG") ?? "", in: archive)
    try archive.release(target, today: access.today)
    try context.output("Die Löschsperre ist aufgehoben; es gelten wieder die Fristen.\n")
    return .done
  }
}
