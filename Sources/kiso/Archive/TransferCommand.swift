import Delivery
import Files
import Paperwork
import RecordArchive
import Terminal

/// `kiso archive transfer`: a case goes to another district or worker as a whole, and is destroyed here with the receipt.
enum TransferCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive transfer", summary: "einen Vorgang ganz an eine andere Ablage übergeben",
    usage: [
      "VORGANG --to EMPFÄNGER --sign DATEI --inbox ORDNER [--accept CODE]", "--receipt QUITTUNG", "VORGANG --withdraw",
      "--list",
    ],
    positionals: [.init("VORGANG", help: "Vorgangsnummer", count: .optional)],
    options: [
      .init("to", value: "EMPFÄNGER", help: "Datei mit dem Empfangsschlüssel der anderen Ablage"),
      SenderCommand.signing,
      .init("inbox", value: "ORDNER", help: "Eingangsordner der anderen Ablage"),
      .init("accept", value: "CODE", help: "genau das Gezeigte übergeben"),
      .init("receipt", value: "QUITTUNG", help: "abschließen: hier wird alles davon vernichtet"),
      .init("withdraw", help: "zurücknehmen, was die andere Ablage nicht aufgenommen hat"),
      .init("list", help: "zeigen, welche Quittung noch fehlt"),
    ] + ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: [
      "kiso archive transfer KSA-2-2025-0147 --to bezirk5.pub --sign ~/absender.geheim --inbox /netz/bezirk5",
      "kiso archive transfer --receipt /netz/bezirk5/uebergabe-3f9a01c2.kisoquittung",
    ])

  /// How files with receipts end.
  static let receiptEnding = "kisoquittung"

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let actions = ["to", "receipt", "withdraw", "list"].filter(arguments.has)
    let number = arguments.value("VORGANG")
    guard actions.count == 1, (number == nil) == (actions[0] == "receipt" || actions[0] == "list") else {
      throw UsageFailure(
        .missingArgument,
        "Bitte angeben: einen Vorgang mit --to oder mit --withdraw, oder --receipt oder --list allein.")
    }
    if let path = arguments.value("receipt") { return try finish(path, access, context) }
    guard let number else { return try list(access, context) }
    if arguments.has("withdraw") { return try withdraw(number, access, context) }
    return try give(number, access, context)
  }

  private static func give(_ number: String, _ access: ArchiveAccess, _ context: CommandContext) throws -> ExitStatus {
    guard let key = access.arguments.value("to"), let inbox = access.arguments.value("inbox"),
      let signer = try SenderCommand.signer(access.arguments)
    else {
      throw UsageFailure(
        .missingArgument,
        "Eine Übergabe braucht ‚--to‘ mit dem Empfangsschlüssel, ‚--sign‘ mit dem eigenen Absenderschlüssel und ‚--inbox‘."
      )
    }
    let recipient = try ExportCommand.recipient(key, context)
    let archive = try access.open()
    let entries = try archive.entries(ofCase: number)
    let lines = SealedBundle.handingOver(entries, by: archive.library, on: access.today)
    let code = archive.code(of: [number, recipient.text] + lines)
    if let typed = access.arguments.value("accept") {
      guard ListCode.fits(typed, code) else { throw ArchiveFailure(.proposalChanged) }
    } else if try !isAgreed(number, lines, code, context) {
      return .done
    }
    let bundle = try SealedBundle.handingOver(number, of: archive, to: recipient, today: access.today)
    // The same name when it is made once more; sealed already, and whoever collects may be another user.
    try AtomicFile.write(
      bundle.sealed(to: recipient, by: signer),
      to: FilePath.joining(inbox, "uebergabe-\(bundle.handoverName).kisopost"), permissions: 0o660)
    try context.output(
      """
      Übergabe \(bundle.handoverName) liegt im Eingangsordner. Der Vorgang bleibt hier, bis die Quittung da ist, und wird
      nicht mehr verändert. Dann: kiso archive transfer --receipt DATEI

      """)
    return .done
  }

  /// Whether a person at the terminal agrees; elsewhere says how to agree.
  private static func isAgreed(
    _ number: String, _ lines: [String], _ code: String, _ context: CommandContext
  ) throws -> Bool {
    try context.output("Übergeben würde \(number):\n" + lines.map { "  \(Finding.harmless($0))\n" }.joined() + "\n")
    if context.surroundings.isAttended(), context.surroundings.isOutputShown() {
      return ["j", "ja"].contains(try context.surroundings.readLine("Übergeben? [j/N] ").lowercased())
    }
    try context.output(
      """
      Noch ist nichts übergeben. Genau das übergibt: kiso archive transfer … --accept \(code)
      Die Zahlen der Statistik sollten vorher feststehen. Erlaubt ist die Übergabe nur, wenn die andere Stelle zuständig ist
      oder die Familie einwilligt.

      """)
    return false
  }

  private static func finish(_ path: String, _ access: ArchiveAccess, _ context: CommandContext) throws -> ExitStatus {
    guard let receipt = HandoverReceipt(String(decoding: try context.input(path), as: UTF8.self)) else {
      throw ArchiveFailure(.receiptUnknown, path: path)
    }
    let records = try access.open().finish(receipt, today: access.today)
    guard let run = records.first?.run else {
      try context.output("Die Übergabe \(receipt.name) ist schon abgeschlossen.\n")
      return .done
    }
    try context.output(
      """
      Übergabe \(receipt.name) abgeschlossen, aufgenommen am \(receipt.day.german). Hier vernichtet: \(records.count) Einträge.
      Nachweis: kiso retention log --run \(run)
      Bitte ersetzen Sie jetzt die Sicherung des Schlüsselbunds.

      """)
    return .done
  }

  private static func withdraw(
    _ number: String, _ access: ArchiveAccess, _ context: CommandContext
  ) throws -> ExitStatus {
    let archive = try access.open()
    guard let given = try archive.given().first(where: { $0.number == number })?.handover else {
      throw ArchiveFailure(try archive.entries(ofCase: number).isEmpty ? .unknownCase : .notGiven)
    }
    let code = archive.code(of: [number, given.name, "withdraw"])
    if let typed = access.arguments.value("accept") {
      guard ListCode.fits(typed, code) else { throw ArchiveFailure(.proposalChanged) }
    } else {
      let warning =
        "Die Sendung der Übergabe \(given.name) vom \(given.since.german) darf dort nicht mehr aufgenommen werden können: Bitte sie aus dem Eingangsordner löschen und die andere Stelle fragen."
      guard context.surroundings.isAttended() else {
        try context.output(
          warning
            + "\nNoch ist nichts zurückgenommen. Zurück nimmt: kiso archive transfer \(number) --withdraw --accept \(code)\n"
        )
        return .done
      }
      context.surroundings.writeError(warning)
      guard
        ["j", "ja"].contains(
          try context.surroundings.readLine("Ist sie gelöscht und dort nicht aufgenommen? [j/N] ").lowercased())
      else { return .done }
    }
    try archive.withdraw(number, today: access.today)
    try context.output("Zurückgenommen. Der Vorgang wird wieder hier geführt.\n")
    return .done
  }

  private static func list(_ access: ArchiveAccess, _ context: CommandContext) throws -> ExitStatus {
    let given = try access.open().given()
    for (number, handover) in given {
      try context.output(
        "\(number)  Übergabe \(handover.name) vom \(handover.since.german) an \(handover.recipient), Quittung fehlt\n")
    }
    if given.isEmpty { try context.output("Keine Übergabe wartet auf ihre Quittung.\n") }
    return .done
  }
}
