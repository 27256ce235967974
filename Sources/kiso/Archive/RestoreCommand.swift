import RecordArchive
import Terminal

/// `kiso archive restore`: back from backups, without what was deleted since.
enum RestoreCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive restore", summary: "Sicherungen zurückholen; Gelöschtes bleibt gelöscht",
    usage: ["[--data DATEI] [--keys-from DATEI] [Optionen]"],
    options: [
      .init("data", value: "DATEI", help: "Sicherung der Ablage"),
      .init("keys-from", value: "DATEI", help: "Sicherung des Schlüsselbunds"),
    ] + ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso archive restore --data /media/a/ablage.kiso"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    guard arguments.has("data") || arguments.has("keys-from") else {
      throw UsageFailure(.missingArgument, "Bitte mit ‚--data‘ oder ‚--keys-from‘ sagen, was zurückgeholt wird.")
    }
    let library = try access.library()
    let result = try Archive.restore(
      data: arguments.value("data"), keys: arguments.value("keys-from"), to: access.place,
      with: try access.credential(), as: access.person, library: library, today: access.today)
    var lines = ["Einträge: \(result.entries)"]
    if result.deletedAgain > 0 { lines.append("Seit der Sicherung gelöscht und wieder gelöscht: \(result.deletedAgain)") }
    if result.strayKeys > 0 {
      lines.append(
        "Schlüssel ohne Eintrag: \(result.strayKeys); sie werden 30 Tage aufgehoben, falls es eine neuere Sicherung gibt.")
    }
    if let damaged = result.damaged {
      lines.append("Die beschädigte Ablage liegt jetzt in ›\(damaged)‹; bitte löschen, wenn alles in Ordnung ist.")
    }
    try context.output(lines.map { $0 + "\n" }.joined())
    guard result.withoutKey > 0 else { return .done }
    context.surroundings.writeError(
      "\(result.withoutKey) Einträge lassen sich nicht öffnen, weil der Schlüsselbund älter ist als sie.")
    return .warnings
  }
}
