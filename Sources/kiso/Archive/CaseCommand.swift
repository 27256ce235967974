import Paperwork
import RecordArchive
import Terminal

/// `kiso archive case`: everything of one case with its dates, and the events that start them.
enum CaseCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive case", summary: "einen Vorgang mit allen Fristen zeigen",
    usage: ["VORGANG [Optionen]", "VORGANG --event EREIGNIS --on JJJJ-MM-TT [--shorten]"],
    positionals: [.init("VORGANG", help: "Vorgangsnummer")],
    options: [
      .init("event", value: "EREIGNIS", help: "eintragen der Fristen in retention.xml"),
      .init("on", value: "JJJJ-MM-TT", help: "an welchem Tag"),
      .init("shorten", help: "Fristen auch verkürzen, wenn das die Folge ist"),
    ] + ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso archive case KSA-2-2025-0147"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let number = arguments.value("VORGANG") ?? ""
    guard arguments.has("event") == arguments.has("on") else {
      throw UsageFailure(.missingArgument, "‚--event‘ und ‚--on‘ gehören zusammen.")
    }
    let day = try arguments.value("on").map { try CloseCommand.day($0, "on") }
    let archive = try access.open()
    if let event = arguments.value("event") {
      try archive.note(event, on: day, inCase: number, shortening: arguments.has("shorten"), today: access.today)
    }
    return try show(number, archive, access, context)
  }

  /// Prints a case; a warning when something of it is kept longer than the rules say now.
  static func show(
    _ number: String, _ archive: Archive, _ access: ArchiveAccess, _ context: CommandContext
  ) throws -> ExitStatus {
    let entries = try archive.entries(ofCase: number)
    let library = try access.library()
    guard let file = entries.first(where: { $0.card.role == .caseFile }) else { throw ArchiveFailure(.unknownCase) }
    try context.output("Vorgang \(number), eröffnet am \(file.card.day.german)\n")
    for event in library.retention.events {
      guard let day = file.card.events[event.id] else { continue }
      let list = event.reasons.flatMap { library.lists[$0] }
      let reason = file.card.reasons[event.id].map { " (\(list?.code($0)?.label ?? $0))" } ?? ""
      try context.output("  \(event.label): \(day.german)\(reason)\n")
    }
    if let despite = file.card.notedReasons[Archive.despite] {
      try context.output("  beendet, obwohl noch etwas offen war: \(Finding.harmless(despite))\n")
    }
    if let hold = file.card.hold { try context.output(HoldCommand.line(hold, library) + "\n") }
    for request in file.card.requests {
      try context.output(
        "  Auskunftsersuchen vom \(request.since.german) (\(Finding.harmless(request.note))), zu beantworten bis \(request.review.german)\n"
      )
    }
    for disclosed in file.card.disclosed {
      try context.output(
        "  Auskunft am \(disclosed.day.german) durch \(disclosed.by): \(disclosed.papers) Papiere, \(disclosed.masks) Angaben nicht enthalten\n"
      )
    }
    if let handover = file.card.handover {
      try context.output(
        handover.isWithdrawn
          ? "  Übergabe \(handover.name) vom \(handover.since.german) zurückgenommen\n"
          : "  seit dem \(handover.since.german) übergeben (\(handover.name)), Quittung fehlt; hier wird nichts mehr geändert\n"
      )
    }
    try context.output("\n" + EntryTable.text(entries, on: access.today, by: library.retention) + "\n")
    var isKeptLonger = false
    var said: Set<String> = []
    for entry in entries {
      let sentence = RetentionReason.sentence(for: entry, library: library, on: access.today)
      if entry.card.date?.computed != nil { isKeptLonger = true }
      if said.insert(sentence).inserted { try context.output(sentence + "\n") }
    }
    return isKeptLonger ? .warnings : .done
  }
}
