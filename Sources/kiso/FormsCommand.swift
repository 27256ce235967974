import Paperwork
import Terminal

/// `kiso forms`: what there is, and what one form asks for.
enum FormsCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso forms", summary: "Formulare, ihre Felder und Regeln zeigen", usage: ["[FORMULAR [--rules]]"],
    positionals: [
      .init("FORMULAR", help: "ohne Angabe: die Liste aller Formulare", count: .optional, completion: .list("forms"))
    ],
    options: [
      .init("rules", help: "nur die Regeln, als Tabelle in Markdown"), CommonOptions.municipality, .help,
    ],
    examples: ["kiso forms gespraechsnotiz"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let catalogue = try context.catalogue()
    guard let typed = arguments.value("FORMULAR") else {
      guard !arguments.has("rules") else {
        throw UsageFailure(.missingArgument, "‚--rules‘ braucht den Namen eines Formulars.")
      }
      let library = try catalogue.library()
      let forms = library.forms.values.sorted { $0.id < $1.id }
      let width = (forms.map(\.id.count).max() ?? 0) + 2
      for form in forms {
        let gap = String(repeating: " ", count: width - form.id.count)
        try context.output("\(form.id)\(gap)\(form.title) – \(form.purpose)\n")
      }
      return .done
    }
    let name = try catalogue.formID(meant: typed)
    let library = try catalogue.library(form: name)
    guard let form = library.forms[name] else { return .errors }
    guard !arguments.has("rules") else {
      try context.output(RuleTable(form).markdown)
      return .done
    }
    try context.output(FormDescription(form, library: library).text)
    return .done
  }
}
