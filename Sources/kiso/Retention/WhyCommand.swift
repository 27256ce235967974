import RecordArchive
import Terminal

/// `kiso retention why`: a date in one sentence, with the paragraph.
enum WhyCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso retention why", summary: "eine Frist in einem Satz begründen", usage: ["NUMMER [Optionen]"],
    positionals: [.init("NUMMER", help: "die Nummer aus der Liste, auch gekürzt")],
    options: ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso retention why 9f2c41d0"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let archive = try access.open()
    let entry = try archive.entry(arguments.value("NUMMER") ?? "")
    try context.output(RetentionReason.sentence(for: entry, library: try access.library(), on: context.day) + "\n")
    return .done
  }
}
