import Paperwork
import RecordArchive
import Terminal

/// `kiso archive show`: one entry with what stands in it.
enum ShowCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive show", summary: "einen Eintrag mit seinen Angaben zeigen",
    usage: ["NUMMER [--edition FASSUNG] [Optionen]"],
    positionals: [.init("NUMMER", help: "die Nummer aus der Liste, auch gekürzt")],
    options: [.init("edition", value: "FASSUNG", help: "eine frühere Fassung zeigen, nicht die neueste")]
      + ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
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
    let edition = try Self.edition(arguments, of: card)
    if card.edition > 1 { rows.append(("Fassung", "\(edition) von \(card.edition)")) }
    let parts = card.parts(ofEdition: edition)
    for part in parts { rows.append((Self.name(of: part.use), "\(part.mediaType), \(part.size) Bytes")) }
    let width = (rows.map(\.0.count).max() ?? 0) + 1
    for (label, value) in rows {
      try context.output("\(label):" + String(repeating: " ", count: width - label.count) + value + "\n")
    }
    try context.output(RetentionReason.sentence(for: entry, library: library, on: access.today) + "\n")
    guard let part = parts.first(where: { $0.use == .record }) else { return .done }
    let checker = PaperChecker(catalogue: try context.catalogue(), day: context.day)
    let paper = try checker.read(try archive.content(of: part, in: entry), name: entry.id.description)
    try context.output(RecordListing.text(try checker.evaluate(paper)))
    return .done
  }

  /// The version that is asked for, the newest by default.
  private static func edition(_ arguments: ParsedArguments, of card: EntryCard) throws(UsageFailure) -> Int {
    guard let typed = arguments.value("edition") else { return card.edition }
    guard let edition = Int(typed), (1...card.edition).contains(edition) else {
      throw UsageFailure.badValue(of: "edition", expected: "eine Fassung von 1 bis \(card.edition)")
    }
    return edition
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
