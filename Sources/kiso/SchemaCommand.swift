import Files
import Paperwork
import Terminal

/// `kiso schema`: the shape of a form's records, for other programs.
enum SchemaCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso schema", summary: "den Aufbau der Angaben für andere Programme ausgeben",
    usage: ["FORMULAR --rng|--xsd|--json [-o DATEI]"],
    positionals: [.init("FORMULAR", help: "welches Formular")],
    options: [
      .init("rng", help: "RELAX NG, für Angaben als XML"),
      .init("xsd", help: "W3C XML Schema, für Angaben als XML in der Reihenfolge des Formulars"),
      .init("json", help: "JSON Schema, für Angaben als JSON"), CommonOptions.output, CommonOptions.municipality, .help,
    ],
    examples: ["kiso schema gespraechsnotiz --json -o gespraechsnotiz.schema.json"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let formats = RecordSchema.Format.allCases.filter { arguments.has($0.rawValue) }
    guard formats.count == 1, let format = formats.first else {
      throw UsageFailure(.missingArgument, "Bitte genau eines von ‚--rng‘, ‚--xsd‘ und ‚--json‘ angeben.")
    }
    let catalogue = try context.catalogue()
    let name = try catalogue.formID(meant: arguments.value("FORMULAR") ?? "")
    let library = try catalogue.library(form: name)
    guard let form = library.forms[name] else { return .errors }
    try context.output(RecordSchema(form, library: library).bytes(format), to: arguments.value("output"))
    return .done
  }
}
