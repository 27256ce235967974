import Casework
import Delivery
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
      .init("despite", value: "GRUND", help: "warum trotzdem beendet wird, obwohl noch etwas offen ist"),
    ] + ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso archive close KSA-2-2025-0147 --on 2025-11-14 --reason ziel_erreicht"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let number = arguments.value("VORGANG") ?? ""
    guard let typed = arguments.value("on") else {
      throw UsageFailure(.missingArgument, "Bitte mit ‚--on‘ den letzten Tag der Unterstützung angeben.")
    }
    let day = try day(typed, "on")
    let door = ArchiveDoor(access)
    let archive = try door.open()
    let reason = arguments.value("reason") ?? ""
    guard let despite = try despite(number, on: day, reason, door, arguments, context) else { return .errors }
    try archive.close(number, on: day, reason: reason, despite: despite, today: access.today)
    return try CaseCommand.show(number, archive, access, context).or(despite.isEmpty ? .done : .warnings)
  }

  /// Why the case is ended although something is open, empty where nothing is; nil, and said, when it is not ended.
  private static func despite(
    _ number: String, on day: Day, _ reason: String, _ door: ArchiveDoor, _ arguments: ParsedArguments,
    _ context: CommandContext
  ) throws -> String? {
    let papers = try door.papers()
    let desk = CaseDesk([], archive: papers, library: try context.catalogue().library(), day: context.day)
    let closing = try desk.closing(number, on: day, reason: reason)
    try papers.check()
    for duty in closing.refused + closing.open + closing.following {
      let when = duty.until.map { " bis \($0.german)" } ?? ""
      // What is to be done names people and papers; that is for a screen, not for a file of messages.
      let text = context.surroundings.isOutputShown() ? ": " + duty.text : ""
      context.surroundings.writeError(Finding.harmless("[\(duty.id)]\(when)\(text) (\(duty.basis))"))
    }
    guard closing.refused.isEmpty else {
      context.surroundings.writeError("Nicht beendet: Das muss vorher geschehen.")
      return nil
    }
    guard !closing.open.isEmpty else { return "" }
    if let reason = arguments.value("despite"), !reason.isEmpty { return reason }
    context.surroundings.writeError(
      "Nicht beendet: Bitte erledigen, oder mit --despite sagen, warum trotzdem beendet wird.")
    return nil
  }

  /// A day that an option gives.
  static func day(_ typed: String, _ option: String) throws -> Day {
    guard let day = Day(iso: typed) else {
      throw UsageFailure.badValue(of: option, expected: "ein Tag als JJJJ-MM-TT, zum Beispiel 2025-11-20")
    }
    return day
  }
}
