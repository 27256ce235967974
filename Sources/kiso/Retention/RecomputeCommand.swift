import RecordArchive
import Terminal

/// `kiso retention recompute`: all dates anew, after the schedule was changed.
enum RecomputeCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso retention recompute", summary: "alle Fristen nach geänderten Regeln neu berechnen",
    usage: ["[--shorten] [Optionen]"],
    options: [.init("shorten", help: "Fristen auch verkürzen; sonst werden sie nur länger")] + ArchiveAccess.options
      + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso retention recompute"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let archive = try access.open()
    let count = try archive.recomputeAll(shortening: arguments.has("shorten"), today: access.today)
    try context.output("Geändert: \(count)\n")
    return .done
  }
}
