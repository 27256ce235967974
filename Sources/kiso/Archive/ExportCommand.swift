import Delivery
import Files
import Paperwork
import RecordArchive
import Terminal

/// `kiso archive export`: files out of the archive, plain or sealed for somebody.
enum ExportCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive export", summary: "Dateien herausgeben, offen oder versiegelt",
    usage: ["NUMMER|VORGANG... -o ORDNER", "NUMMER|VORGANG... --seal EMPFÄNGER -o DATEI"],
    positionals: [.init("NUMMER", help: "Nummern aus der Liste oder Vorgangsnummern", count: .oneOrMore)],
    options: [
      .init("output", short: "o", value: "ZIEL", help: "Ordner, mit --seal eine Datei"),
      .init("seal", value: "EMPFÄNGER", help: "nur für diesen Empfangsschlüssel lesbar (Datei)"),
      SenderCommand.signing,
      .init("versions", help: "auch die früheren Fassungen; mit --seal immer"),
      .init("draft", help: "auch Papiere mit Fehlern"),
    ] + ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso archive export KSA-2-2025-0147 -o /media/stick/akte"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    guard let target = arguments.value("output"), target != "-" else {
      throw UsageFailure(.missingArgument, "Bitte mit -o sagen, wohin.")
    }
    let recipient = try arguments.value("seal").map { try Self.recipient($0, context) }
    let signer = try SenderCommand.signer(arguments)
    let archive = try access.open()
    var entries: [ArchiveEntry] = []
    for word in arguments.values("NUMMER") {
      let found = EntryID.isBeginning(word) ? [try archive.entry(word)] : try archive.entries(ofCase: word)
      entries += found.filter { !entries.contains($0) }
    }
    let items: [SealedBundle.Item]
    var status = ExitStatus.done
    // What another archive takes in is checked there; everything else leaves the house.
    if recipient == nil {
      let leaving = try LeavingPapers(entries, in: archive, catalogue: try context.catalogue(), day: context.day)
      let retention = try access.library().retention
      for paper in leaving.papers {
        let title = EntryTable.title(paper.entry, by: retention)
        let told = paper.findings.filter { $0.strength == .error || paper.entry.card.form.isEmpty }
        context.report(told, of: "\(paper.entry.id.description.prefix(8)) \(title)")
      }
      if leaving.isRefused {
        guard arguments.has("draft") else {
          context.surroundings.writeError("Nichts herausgegeben. Mit --draft wird es herausgegeben, wie es ist.")
          return .errors
        }
        status = .warnings
      }
    }
    if let recipient {
      let bundle = try SealedBundle(of: entries, in: archive)
      items = bundle.items
      try context.output(try bundle.sealed(to: recipient, by: signer), to: target)
    } else {
      items = try archive.files(of: entries, withEarlier: arguments.has("versions"))
      try FolderMaking.make(target)
      for item in items { try context.output(item.bytes, to: FilePath.joining(target, item.name)) }
    }
    context.surroundings.writeError("\(items.count) \(items.count == 1 ? "Datei" : "Dateien")")
    return status
  }

  /// The key that a file holds.
  static func recipient(_ path: String, _ context: CommandContext) throws -> RecipientKey {
    let text = String(decoding: try context.input(path), as: UTF8.self)
    guard let key = RecipientKey(text) else { throw ArchiveFailure(.recipient, path: path) }
    context.surroundings.writeError("Empfänger: \(key.fingerprint)")
    return key
  }
}
