import Casework
import Delivery
import Paperwork
import RecordArchive
import Terminal
import Workers

/// `kiso retention due`: what runs, what is due soon, what is due, overdue or held.
enum DueCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso retention due", summary: "zeigen, was wann zu löschen ist",
    usage: ["[Optionen]", "--details [Zugang]"],
    options: [
      .init("details", help: "mit Vorgang und Papier, und was sonst ansteht; braucht das Kennwort"),
      .init("all", help: "auch, was noch läuft, einzeln"),
    ] + ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso retention due"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let library = try access.library()
    guard arguments.has("details") else {
      let list = try DueList.read(access.place)
      let kinds = library.kindsOfData
      try print(
        list.items.map {
          (
            $0.state(on: context.day, by: library.retention), $0.due, $0.review,
            [
              String($0.id.description.prefix(8)), kinds?.code($0.kind)?.short ?? $0.kind,
              $0.rule.isEmpty ? "–" : $0.rule,
            ]
          )
        }, ["Nr.", "Datenart", "Regel"], arguments, context)
      return .done
    }
    let door = ArchiveDoor(access)
    let archive = try door.open()
    var query = Archive.Query()
    query.includesRestricted = true
    let entries = try archive.entries(query)
    try print(
      entries.map {
        (
          $0.state(on: context.day, by: library.retention), $0.due, $0.card.review,
          [
            String($0.id.description.prefix(8)), $0.card.caseNumber.isEmpty ? "–" : $0.card.caseNumber,
            EntryTable.title($0, by: library.retention),
          ]
        )
      }, ["Nr.", "Vorgang", "Papier"], arguments, context)
    try remind(entries, library, context)
    try remindOfCases(door, context)
    return .done
  }

  /// What the cases themselves wait for, the most urgent first.
  private static func remindOfCases(_ door: ArchiveDoor, _ context: CommandContext) throws {
    let papers = try door.papers()
    let desk = CaseDesk([], archive: papers, library: try context.catalogue().library(), day: context.day)
    let today = try desk.today(.onAllCores)
    try papers.check()
    let service = today.service.filter { $0.urgency <= .soon }
    if !service.isEmpty { try context.output("\nIm Dienst:\n") }
    for duty in service {
      try context.output("  \(DutyWords.when(duty, on: context.day)) · \(Finding.harmless(duty.text))\n")
    }
    let entries = [Duty.Urgency.overdue, .soon].flatMap(today.entries)
    guard !entries.isEmpty else { return }
    try context.output("\nIn den Fällen:\n")
    for entry in entries {
      guard let duty = entry.duties.first else { continue }
      try context.output(
        "  \(entry.number): \(DutyWords.when(duty, on: context.day)) · \(Finding.harmless(duty.text))\n")
    }
  }

  private static func print(
    _ items: [(state: DueList.State, due: Day?, review: Day?, cells: [String])], _ head: [String],
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws {
    for state in [DueList.State.overdue, .due, .unsettled, .soon, .held, .counting, .running] {
      let own = items.filter { $0.state == state }.sorted {
        // The random number comes last, so that what belongs together stands together.
        ($0.due ?? .last, $0.cells[1], $0.cells[2], $0.cells[0])
          < ($1.due ?? .last, $1.cells[1], $1.cells[2], $1.cells[0])
      }
      guard !own.isEmpty else { continue }
      try context.output("\(title(state)): \(own.count)\n")
      guard arguments.has("all") || (state != .counting && state != .running) else { continue }
      let rows = own.map { $0.cells + [DueLine.state($0.state, due: $0.due, review: $0.review)] }
      for line in EntryTable.table(head + ["Stand"], rows).split(separator: "\n") { try context.output("  \(line)\n") }
    }
    if items.isEmpty { try context.output("Die Ablage ist leer.\n") }
  }

  private static func title(_ state: DueList.State) -> String {
    switch state {
    case .overdue: "Überfällig"
    case .due: "Fällig"
    case .soon: "In den nächsten \(DueList.margin) Tagen"
    case .unsettled: "Zu klären"
    case .held: "Gesperrt"
    case .counting: "Frist läuft"
    case .running: "Noch zu berechnen (beim nächsten Öffnen der Ablage)"
    }
  }

  /// What somebody must do that no deletion run does.
  private static func remind(_ entries: [ArchiveEntry], _ library: FormLibrary, _ context: CommandContext) throws {
    var lines: [String] = []
    for entry in entries where entry.card.role == .copies {
      guard let due = entry.due, context.day.days(until: due) <= DueList.margin else { continue }
      lines.append(
        "\(entry.card.caseNumber): \(EntryTable.title(entry, by: library.retention)) vernichten bis \(due.german), dann: kiso retention shredded \(entry.id.description.prefix(8))"
      )
    }
    lines += RetentionReminder.all(of: entries, by: library.retention, on: context.day).map {
      $0.caseNumber.isEmpty ? $0.text : "\($0.caseNumber): \($0.text)"
    }
    for entry in entries {
      if let review = entry.card.review, review <= context.day, entry.card.hold != nil {
        lines.append(
          "\(EntryTable.title(entry, by: library.retention)) \(entry.card.caseNumber): Löschsperre prüfen (seit dem \(review.german) fällig)."
        )
      }
      for request in entry.card.requests {
        lines.append(
          "\(entry.card.caseNumber): Auskunftsersuchen vom \(request.since.german) beantworten bis \(request.review.german)"
            + (request.review < context.day ? " – überfällig." : "."))
      }
      if let handover = entry.card.handover, !handover.isWithdrawn {
        lines.append(
          "\(entry.card.caseNumber): seit dem \(handover.since.german) übergeben, Quittung \(handover.name) fehlt.")
      }
      if let due = entry.due, due <= context.day, library.retention.classes[entry.rule]?.action == .offer,
        entry.card.step == nil
      {
        lines.append(
          "\(entry.card.caseNumber): dem Archiv anbieten, dann: kiso retention offered \(entry.id.description.prefix(8)) --on JJJJ-MM-TT"
        )
      }
    }
    guard !lines.isEmpty else { return }
    try context.output("\nZu tun:\n" + lines.map { "  \($0)\n" }.joined())
  }
}
