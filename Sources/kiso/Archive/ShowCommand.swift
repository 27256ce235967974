import Paperwork
import RecordArchive
import Terminal

/// `kiso archive show`: one entry with what stands in it.
enum ShowCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive show", summary: "einen Eintrag mit seinen Angaben zeigen", usage: ["NUMMER [Optionen]"],
    positionals: [.init("NUMMER", help: "die Nummer aus der Liste, auch gekürzt")],
    options: ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso archive show 9f2c41d0"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let archive = try access.open()
    let entry = try archive.entry(arguments.value("NUMMER") ?? "")
    let library = try access.library()
    let kinds = library.kindsOfData
    let card = entry.card
    var rows = [("Nummer", entry.id.description), ("Papier", EntryTable.title(entry, by: library.retention))]
    if !card.caseNumber.isEmpty { rows.append(("Vorgang", card.caseNumber)) }
    rows += [
      ("Tag", card.day.german), ("abgelegt am", card.stored.german),
      ("Datenart", card.kinds.map { kinds?.code($0)?.label ?? $0 }.joined(separator: ", ")),
    ]
    if !card.names.isEmpty { rows.append(("Namen", card.names.joined(separator: ", "))) }
    for part in card.parts { rows.append((Self.name(of: part.use), "\(part.mediaType), \(part.size) Bytes")) }
    let width = (rows.map(\.0.count).max() ?? 0) + 1
    for (label, value) in rows {
      try context.output("\(label):" + String(repeating: " ", count: width - label.count) + value + "\n")
    }
    try context.output(RetentionReason.sentence(for: entry, library: library, on: access.today) + "\n")
    guard let part = card.record else { return .done }
    let checker = PaperChecker(catalogue: try context.catalogue(), day: context.day)
    let paper = try checker.read(try archive.content(of: part, in: entry), name: entry.id.description)
    try context.output(RecordListing.text(try checker.evaluate(paper)))
    return .done
  }

  /// What a stored file is called.
  static func name(of use: PartUse) -> String {
    switch use {
    case .record: "Angaben"
    case .issued: "ausgestellt"
    case .completed: "ausgefüllt"
    case .scan: "Datei"
    }
  }
}
