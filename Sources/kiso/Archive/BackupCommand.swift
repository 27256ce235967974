import RecordArchive
import Terminal

/// `kiso archive backup`: data and keyring, each to a place of its own.
enum BackupCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive backup", summary: "Ablage und Schlüsselbund getrennt sichern",
    usage: ["[--data DATEI] [--keys-to DATEI] [Optionen]"],
    options: [
      .init("data", value: "DATEI", help: "wohin die Ablage kopiert wird"),
      .init("keys-to", value: "DATEI", help: "wohin der Schlüsselbund kopiert wird; ersetzt die alte Kopie"),
    ] + ArchiveAccess.options + [CommonOptions.municipality, .help],
    examples: ["kiso archive backup --data /mnt/a/ablage.kiso --keys-to /mnt/b/schluessel"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    guard arguments.has("data") || arguments.has("keys-to") else {
      throw UsageFailure(.missingArgument, "Bitte mit ‚--data‘ oder ‚--keys-to‘ sagen, was wohin gesichert wird.")
    }
    let archive = try access.open()
    if let path = arguments.value("data") {
      try archive.backUpData(to: path)
      try context.output("Ablage gesichert: \(path)\n")
    }
    if let path = arguments.value("keys-to") {
      try archive.backUpKeys(to: path)
      try context.output("Schlüsselbund gesichert: \(path)\n")
    }
    return .done
  }
}
