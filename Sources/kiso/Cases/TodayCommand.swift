import Casework
import Paperwork
import Terminal
import Workers

/// `kiso today`: what is to be done in all cases, the most urgent first.
enum TodayCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso today", summary: "zeigen, was heute in allen Fällen zu tun ist",
    usage: ["[DATEI|ORDNER]... [Optionen]"],
    positionals: [
      .init("DATEI", help: "Papiere oder Ordner, die nicht in der Ablage liegen", count: .any, completion: .files)
    ],
    options: [
      .init("all", help: "alle Fälle und alles, was in ihnen offen ist"),
      .init("format", value: "ART", help: "text oder json", completion: .words(["text", "json"])), CommonOptions.asOf,
    ] + CaseSources.options + [CommonOptions.jobs.rare, CommonOptions.municipality, .help],
    examples: ["kiso today", "kiso today Papiere/ --as-of 2025-11-20"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let isJSON = try CaseStandCommand.isJSON(arguments)
    let sources = try CaseSources(arguments.values("DATEI"), arguments, context)
    guard !sources.isEmpty else {
      try context.output("Noch liegt nichts vor: keine Ablage (kiso archive init) und keine Dateien.\n")
      return .done
    }
    let today = try sources.desk.today(try context.workers(arguments))
    let status = try sources.status()
    if isJSON {
      try context.output(CaseReport.json(today), to: nil)
    } else {
      let screen = TodayScreen(
        today: today, showsNames: context.surroundings.isOutputShown(), isWhole: arguments.has("all"))
      try context.show(screen.blocks)
    }
    return status
  }
}
