import Files
import Paperwork
import Terminal

/// `kiso lint`: every mistake in forms and templates at once.
enum LintCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso lint", summary: "Formulare und Vorlagen auf Fehler prüfen",
    usage: ["[ORDNER] [--watch]", "--against STADT [--format json]"],
    positionals: [
      .init(
        "ORDNER", help: "Ordner mit Forms und Templates; ohne Angabe die eigenen", count: .optional,
        completion: .folders)
    ],
    options: [
      Watching.option, .init("against", value: "STADT", help: "zeigen, was von dieser Stadt kommt und was anders ist"),
      .init("format", value: "ART", help: "mit --against: text oder json", completion: .words(["text", "json"])),
      CommonOptions.municipality, .help,
    ], examples: ["kiso lint .", "kiso lint --municipality dortmund --against bochum"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let catalogue =
      try arguments.value("ORDNER").map {
        Catalogue(home: $0, municipality: arguments.value("municipality") ?? (try? context.catalogue())?.municipality)
      } ?? context.catalogue()
    if let base = arguments.value("against") {
      let report = try LayerReport(catalogue, against: base)
      switch arguments.value("format") ?? "text" {
      case "text": try context.output(report.text())
      case "json": try context.output(report.json, to: nil)
      default: throw UsageFailure.badValue(of: "format", expected: "text oder json")
      }
      return report.unused.isEmpty ? .done : .warnings
    }
    guard !arguments.has("format") else {
      throw UsageFailure(.missingArgument, "‚--format‘ braucht ‚--against‘.")
    }
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
