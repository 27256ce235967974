import Files
import Paperwork
import Terminal

/// `kiso text`: what a person sees in a document, as text.
enum TextCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso text", summary: "den Text eines Dokuments ausgeben", usage: ["DOKUMENT [-o DATEI.txt]"],
    positionals: [
      .init("DOKUMENT", help: "Textdokument oder Tabelle von ODF (.odt, .fodt, .ods, …); - liest die Eingabe")
    ],
    options: [CommonOptions.output, CommonOptions.passwordDescriptor, CommonOptions.password, .help],
    examples: ["kiso text brief.odt -o brief.txt"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let password = try context.password(arguments)
    let document = try PlainText(of: try context.input(arguments.value("DOKUMENT") ?? "-"), password: password)
    context.report(document.findings)
    try context.output(Array(document.text.utf8), to: arguments.value("output"))
    return context.status(of: document.findings)
  }
}
