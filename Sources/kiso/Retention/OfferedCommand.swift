import RecordArchive
import Terminal

/// `kiso retention offered`: something was offered to the public archive.
enum OfferedCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso retention offered", summary: "festhalten, was dem Archiv angeboten wurde",
    usage: ["NUMMER --on JJJJ-MM-TT [Optionen]"],
    positionals: [.init("NUMMER", help: "die Nummer aus der Liste, auch gekürzt")],
    options: [.init("on", value: "JJJJ-MM-TT", help: "an welchem Tag")] + ArchiveAccess.options
      + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso retention offered 9f2c41d0 --on 2026-01-15"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    guard let typed = arguments.value("on") else {
      throw UsageFailure(.missingArgument, "Bitte mit ‚--on‘ den Tag des Angebots angeben.")
    }
    let day = try CloseCommand.day(typed, "on")
    let archive = try access.open()
    let id = try archive.entry(arguments.value("NUMMER") ?? "").id
    try archive.offered(id, on: day, today: access.today)
    let entry = try archive.entry(id.description)
    try context.output(RetentionReason.sentence(for: entry, library: try access.library(), on: access.today) + "\n")
    return .done
  }
}
