import Files
import Paperwork
import Terminal

/// `kiso lint`: every mistake in forms and templates at once.
enum LintCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso lint", summary: "Formulare und Vorlagen auf Fehler prüfen", usage: ["[ORDNER] [--watch]"],
    positionals: [
      .init(
        "ORDNER", help: "Ordner mit Forms und Templates; ohne Angabe die eigenen", count: .optional,
        completion: .folders)
    ],
    options: [Watching.option, CommonOptions.municipality, .help], examples: ["kiso lint ."])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let catalogue =
      try arguments.value("ORDNER").map {
        Catalogue(home: $0, municipality: arguments.value("municipality") ?? (try? context.catalogue())?.municipality)
      } ?? context.catalogue()
    guard arguments.has("watch") else { return try lint(catalogue, context) }
    Watching.run(catalogue.folders, context, as: "kiso lint") { try lint(catalogue.again(), context) }
  }

  private static func lint(_ catalogue: Catalogue, _ context: CommandContext) throws -> ExitStatus {
    let result = try CatalogueLint.run(catalogue)
    for warning in result.warnings { context.surroundings.writeError("Warnung: " + warning.german) }
    for mistake in result.mistakes { context.surroundings.writeError(mistake.german) }
    guard result.mistakes.isEmpty else { return .errors }
    let count = result.forms == 1 ? "1 Formular" : "\(result.forms) Formulare"
    try context.output("\(count) geprüft, keine Fehler.\n")
    return result.warnings.isEmpty ? .done : .warnings
  }
}
