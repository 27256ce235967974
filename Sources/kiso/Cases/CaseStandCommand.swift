import Casework
import Paperwork
import RecordArchive
import Terminal

/// `kiso case`: where a case stands, what comes next and why.
enum CaseStandCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso case", summary: "zeigen, wo ein Fall steht und was als Nächstes kommt",
    usage: ["VORGANG [DATEI|ORDNER]... [Optionen]"],
    positionals: [
      .init("VORGANG", help: "Vorgangsnummer, oder ihr Ende"),
      .init("DATEI", help: "Papiere oder Ordner, die nicht in der Ablage liegen", count: .any, completion: .files),
    ],
    options: [
      .init("format", value: "ART", help: "text oder json", completion: .words(["text", "json"])), CommonOptions.asOf,
    ] + CaseSources.options + [CommonOptions.municipality, .help],
    examples: ["kiso case KSA-2-2025-0147", "kiso case 0147 Papiere/"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let isJSON = try isJSON(arguments)
    let sources = try CaseSources(arguments.values("DATEI"), arguments, context)
    let typed = arguments.value("VORGANG") ?? ""
    let numbers = sources.desk.numbers(meaning: typed)
    let status = try sources.status()
    guard numbers.count < 2 else { throw CommandFailure.severalCases(Array(numbers.prefix(5))) }
    guard let number = numbers.first, let view = try sources.desk.view(number) else { throw CommandFailure.noCase }
    if isJSON {
      try context.output(CaseReport.json(view), to: nil)
    } else {
      try context.show(CaseScreen(view: view, library: sources.library).blocks)
    }
    return status.or(try sources.status()).or(context.status(of: view.findings))
  }

  /// Whether JSON is wanted.
  static func isJSON(_ arguments: ParsedArguments) throws(UsageFailure) -> Bool {
    switch arguments.value("format") ?? "text" {
    case "text": return false
    case "json": return true
    default: throw UsageFailure.badValue(of: "format", expected: "text oder json")
    }
  }
}

extension CommandContext {
  /// Writes blocks to standard output, laid out for its width, in the colours of a terminal only where it is one.
  func show(_ blocks: [Block]) throws {
    let (columns, palette) = surroundings.screen()
    let lines = blocks.flatMap { $0.rows(columns: columns) }.map { row in
      row.map { palette.shown($0.text, $0.style) }.joined() + "\n"
    }
    try surroundings.writeRows(lines.joined())
  }
}
