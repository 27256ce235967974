import RecordArchive
import Terminal

/// `kiso retention clock`: puts right what a wrong clock left behind.
enum ClockCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso retention clock", summary: "das Datum bestätigen, wenn die Uhr einmal falsch ging",
    usage: ["[--confirm JJJJ-MM-TT] [Optionen]"],
    options: [.init("confirm", value: "JJJJ-MM-TT", help: "der heutige Tag, zur Bestätigung")] + ArchiveAccess.options
      + [CommonOptions.municipality, .help],
    examples: ["kiso retention clock --confirm 2025-11-20"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let archive = try access.open()
    guard let typed = arguments.value("confirm") else {
      try context.output("Zuletzt gesehen: \(try archive.lastDaySeen().german), heute: \(access.today.german)\n")
      return .done
    }
    // Typed, so that a person looks at a calendar and not at this machine.
    guard try CloseCommand.day(typed, "confirm") == access.today else {
      throw UsageFailure.badValue(of: "confirm", expected: "der heutige Tag; die Uhr sagt \(access.today.iso)")
    }
    try archive.confirmClock(today: access.today)
    try context.output("Bestätigt: \(access.today.german)\n")
    return .done
  }
}
