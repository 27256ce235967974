import Paperwork
import RecordArchive
import Terminal

/// `kiso archive close`: the support has ended; the clocks start.
enum CloseCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive close", summary: "einen Vorgang beenden: die Fristen beginnen",
    usage: ["VORGANG --on JJJJ-MM-TT --reason GRUND [Optionen]"],
    positionals: [.init("VORGANG", help: "Vorgangsnummer")],
    options: [
      .init("on", value: "JJJJ-MM-TT", help: "letzter Tag der Unterstützung"),
      .init("reason", value: "GRUND", help: "Angabe der Liste der Beendigungsgründe"),
    ] + ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso archive close KSA-2-2025-0147 --on 2025-11-14 --reason ziel_erreicht"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let number = arguments.value("VORGANG") ?? ""
    guard let typed = arguments.value("on") else {
      throw UsageFailure(.missingArgument, "Bitte mit ‚--on‘ den letzten Tag der Unterstützung angeben.")
    }
    let day = try day(typed, "on")
    let archive = try access.open()
    try archive.close(number, on: day, reason: arguments.value("reason") ?? "", today: access.today)
    return try CaseCommand.show(number, archive, access, context)
  }

  /// A day that an option gives.
  static func day(_ typed: String, _ option: String) throws -> Day {
    guard let day = Day(iso: typed) else {
      throw UsageFailure.badValue(of: option, expected: "ein Tag als JJJJ-MM-TT, zum Beispiel 2025-11-20")
    }
    return day
  }
}
