import Paperwork
import RecordArchive
import Terminal

/// `kiso archive find`: by case, form, kind, period and name.
enum FindCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive find", summary: "nach Vorgang, Formular, Zeitraum oder Name suchen", usage: ["[Optionen]"],
    options: [
      .init("case", value: "VORGANG", help: "Vorgangsnummer"),
      .init("form", value: "FORMULAR", help: "welches Formular"),
      .init("kind", value: "ART", help: "Datenart, zum Beispiel spe"),
      .init("from", value: "JJJJ-MM-TT", help: "Papiere von diesem Tag an"),
      .init("to", value: "JJJJ-MM-TT", help: "Papiere bis zu diesem Tag"),
      .init("name", help: "fragt nach dem Namen (er gehört nicht in die Befehlszeile)"),
    ] + ArchiveAccess.options + [CommonOptions.asOf, .help],
    examples: ["kiso archive find --name --from 2025-01-01"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    var query = Archive.Query()
    query.caseNumber = arguments.value("case")
    query.form = arguments.value("form")
    query.kind = arguments.value("kind")
    query.from = try day("from", arguments)
    query.to = try day("to", arguments)
    if arguments.has("name") {
      let name = try context.surroundings.readLine("Name: ")
      guard !name.isEmpty else { throw UsageFailure(.missingArgument, "Der Name fehlt.") }
      query.name = name
    }
    let archive = try access.open()
    try context.output(EntryTable.text(try archive.entries(query), on: access.today, by: archive.library.retention))
    return try ListCommand.warnOfUnreadable(archive, context)
  }

  private static func day(_ option: String, _ arguments: ParsedArguments) throws -> Day? {
    guard let typed = arguments.value(option) else { return nil }
    guard let day = Day(iso: typed) else {
      throw UsageFailure.badValue(of: option, expected: "ein Tag als JJJJ-MM-TT, zum Beispiel 2025-11-20")
    }
    return day
  }
}
