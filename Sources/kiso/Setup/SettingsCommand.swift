import Files
import Paperwork
import Terminal

/// `kiso settings`: what is the same for every paper of a user, in one file.
enum SettingsCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso settings", summary: "Einstellungen zeigen und ändern", usage: ["[--show]"],
    options: [
      .init("show", help: "nur zeigen, und wo die Datei liegt"),
      .init("plain", help: "Zeile für Zeile, ohne neu zu zeichnen (Vorlesegeräte)"), CommonOptions.municipality, .help,
    ],
    examples: ["kiso settings", "kiso settings --show"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let catalogue = try context.catalogue()
    let library = try catalogue.library(forms: [])
    guard let form = library.settings else { throw CommandFailure.noSettings }
    let settings = try UserSettings(context, library: library)
    guard let path = settings.path else { throw CommandFailure.noSettings }
    if arguments.has("show") {
      context.report(settings.findings)
      context.surroundings.writeError(FileRemoval.exists(path) ? path : "\(path) (noch nicht angelegt)")
      try context.output(SettingsFile.text(settings.record, form: form, library: library))
      return context.status(of: settings.findings)
    }
    switch try SettingsConversation(settings: settings, form: form, library: library, context).run(
      isPlain: arguments.has("plain"))
    {
    case .kept(let findings): return context.status(of: findings)
    case .unchanged: return .done
    case .inputEnded: return .refused
    }
  }
}
