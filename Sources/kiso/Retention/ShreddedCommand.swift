import RecordArchive
import Terminal

/// `kiso retention shredded`: paper copies were destroyed.
enum ShreddedCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso retention shredded", summary: "vernichtete Kopien abhaken", usage: ["NUMMER... [Optionen]"],
    positionals: [.init("NUMMER", help: "die Nummern aus der Liste, auch gekürzt", count: .oneOrMore)],
    options: ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso retention shredded 9f2c41d0"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let archive = try access.open()
    let ids = try arguments.values("NUMMER").map { try archive.entry($0).id }
    for id in ids {
      let records = try archive.shredded(id, today: access.today)
      try context.output("Abgehakt: \(id), Lauf \(records.first?.run ?? 0)\n")
    }
    return .done
  }
}
