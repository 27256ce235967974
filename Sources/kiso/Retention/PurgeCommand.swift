import Files
import Paperwork
import RecordArchive
import Terminal

/// `kiso retention purge`: first a list and its code, then, with the code, exactly that list.
enum PurgeCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso retention purge", summary: "löschen, was fällig ist",
    usage: ["[Optionen]", "--code CODE [Optionen]", "--compact"],
    options: [
      .init("code", value: "CODE", help: "der Code der Liste, die gelöscht werden soll"),
      .init("compact", help: "die Datei der Ablage verkleinern, auch nach --code"),
      .init("request", value: "VORGANG", help: "alles eines Vorgangs, auf Wunsch der Person"),
      .init("confirm-clock", help: "die Uhr geht richtig, auch wenn lange nichts abgelegt wurde"),
    ] + ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso retention purge", "kiso retention purge --code K7M2-9QXA"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    // Without the option the local day may be one ahead of the day that counts.
    guard !arguments.has("as-of") || context.day <= context.surroundings.today() else {
      throw UsageFailure(
        .badValue,
        "Der \(context.day.german) liegt nach dem Tag der Uhr (\(context.surroundings.today().german)); gelöscht wird nichts im Voraus. Was dann fällig ist, zeigt: kiso retention due --details --as-of \(context.day.iso)"
      )
    }
    let archive = try access.open()
    let request = arguments.value("request")
    let isConfirmed = try arguments.has("confirm-clock") || confirmed(archive, access, context)
    if let code = arguments.value("code") {
      let records = try archive.purge(
        onRequest: request, code: code, today: access.today, isClockConfirmed: isConfirmed)
      try context.output("Gelöscht: \(records.count)\n")
      if let run = records.first?.run {
        try context.output(
          "Nachweis: kiso retention log --run \(run)\nBitte ersetzen Sie jetzt die Sicherung des Schlüsselbunds.\n")
      }
      if arguments.has("compact") { try compact(archive, context) }
      return .done
    }
    if arguments.has("compact") {
      try compact(archive, context)
      return .done
    }
    let plan = try archive.planPurge(onRequest: request, today: access.today, isClockConfirmed: isConfirmed)
    try show(plan, access, context)
    return .done
  }

  private static func compact(_ archive: Archive, _ context: CommandContext) throws {
    let before = try FileSize.of(archive.place.data)
    try archive.compact()
    let after = try FileSize.of(archive.place.data)
    try context.output("Die Ablage hat jetzt \(after / 1_024) KB statt \(before / 1_024) KB.\n")
  }

  /// Asks a person whether the date is right when the clock is far ahead; without one the option is needed.
  private static func confirmed(_ archive: Archive, _ access: ArchiveAccess, _ context: CommandContext) throws -> Bool {
    let last = try archive.lastDaySeen()
    guard last.days(until: access.today) > ClockCheck.leap, context.surroundings.isAttended() else { return false }
    let answer = try context.surroundings.readLine(
      "Zuletzt wurde am \(last.german) abgelegt, heute ist der \(access.today.german). Stimmt das Datum? [j/N] ")
    return ["j", "ja"].contains(answer.lowercased())
  }

  private static func show(_ plan: PurgePlan, _ access: ArchiveAccess, _ context: CommandContext) throws {
    let schedule = try access.library().retention
    let entries = plan.items.filter { $0.act == .delete }.compactMap(\.entry)
    let restricted = plan.items.filter { $0.act == .restrict }.compactMap(\.entry)
    let strays = plan.items.count { $0.act == .destroyStrayKey }
    func list(_ title: String, _ entries: [ArchiveEntry]) throws {
      guard !entries.isEmpty else { return }
      try context.output(
        "\(title): \(entries.count)\n" + EntryTable.text(entries, on: access.today, by: schedule) + "\n")
    }
    try list("Gelöscht würden", entries)
    let unended = Set(
      entries.filter { $0.card.role == .caseFile && !$0.isEndedCase(by: schedule) }.map(\.card.caseNumber))
    try list("Davon erst in den letzten \(PurgePlan.recently) Tagen dazugekommen, bitte vorher ansehen", plan.recent)
    if !unended.isEmpty {
      try context.output("Nicht beendet, aber lange ohne Kontakt: \(unended.sorted().joined(separator: ", "))\n\n")
    }
    try list("Eingeschränkt würden", restricted)
    if strays > 0 { try context.output("Schlüssel ohne Eintrag, die vernichtet würden: \(strays)\n\n") }
    try list("Gesperrt, bleiben", plan.held)
    try list("Zuerst zu vernichten und abzuhaken (kiso retention shredded)", plan.copies)
    try list("Zuerst dem Archiv anzubieten (kiso retention offered)", plan.offers)
    try list("Zuerst zu klären", plan.unsettled)
    for reminder in RetentionReminder.all(of: plan.unsettled, by: schedule, on: access.today) {
      try context.output("\(reminder.caseNumber): \(reminder.text)\n\n")
    }
    guard !plan.items.isEmpty else {
      let waits = [plan.held, plan.copies, plan.offers, plan.unsettled].contains { !$0.isEmpty }
      return try context.output(
        waits ? "Gelöscht wird davon noch nichts.\n" : "Es ist nichts zu löschen.\n")
    }
    let options =
      (access.arguments.value("request").map { " --request \($0)" } ?? "")
      + (access.arguments.has("confirm-clock") ? " --confirm-clock" : "")
    try context.output(
      """
      Noch ist nichts gelöscht. Genau diese Liste löscht:
        kiso retention purge\(options) --code \(plan.code)
      Die Zahlen der Statistik sollten vorher feststehen; sie bleiben unberührt.

      """)
  }
}
