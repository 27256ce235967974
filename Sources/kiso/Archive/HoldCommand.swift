import Paperwork
import RecordArchive
import Terminal

/// `kiso archive hold`: nothing of it is deleted for now.
enum HoldCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive hold", summary: "eine Löschsperre setzen",
    usage: ["VORGANG|NUMMER --reason GRUND --review TAG [Optionen]"],
    positionals: [.init("VORGANG", help: "Vorgangsnummer oder Nummer eines Eintrags")],
    options: [
      .init("reason", value: "GRUND", help: "Angabe der Liste der Sperrgründe"),
      .init("review", value: "JJJJ-MM-TT", help: "Tag der Prüfung, in höchstens 6 Monaten"),
      .init("note", help: "fragt nach einer Bemerkung"),
    ] + ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso archive hold KSA-2-2025-0147 --reason auskunft --review 2026-01-31"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    guard let typed = arguments.value("review") else {
      throw UsageFailure(.missingArgument, "Bitte mit ‚--review‘ angeben, wann die Sperre zu prüfen ist.")
    }
    let review = try CloseCommand.day(typed, "review")
    let note = arguments.has("note") ? try context.surroundings.readLine("Bemerkung: ") : ""
    let archive = try access.open()
    let target = try ArchiveAccess.target(arguments.value("VORGANG") ?? "", in: archive)
    try archive.hold(
      target, reason: arguments.value("reason") ?? "", note: note, review: review, today: access.today)
    try context.output("Gesperrt. Zu prüfen am \(review.german).\n")
    return .done
  }

  /// A hold in words.
  static func line(_ hold: Hold, _ library: FormLibrary) -> String {
    let reason = library.holdReasons?.code(hold.reason)?.label ?? hold.reason
    return "  Löschsperre seit \(hold.since.german): \(reason), gesetzt von \(hold.by), prüfen am \(hold.review.german)"
      + (hold.note.isEmpty ? "" : " – \(hold.note)")
  }
}
