import RecordArchive
import Terminal

/// `kiso archive passphrase`: who can open the archive, and with what.
enum PassphraseCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive passphrase", summary: "Kennwort ändern, Zugänge geben und nehmen",
    usage: ["[Optionen]", "--add KÜRZEL | --remove KÜRZEL", "--list | --renew"],
    options: [
      .init("add", value: "KÜRZEL", help: "einer weiteren Person Zugang geben"),
      .init("remove", value: "KÜRZEL", help: "einer Person den Zugang nehmen"),
      .init("list", help: "zeigen, wer Zugang hat"),
      .init("renew", help: "alle Schlüssel erneuern, alles neu versiegeln"),
      .init("remember", help: "das Kennwort dem Passwortspeicher des Desktops geben").rare,
      .init("new-passphrase-fd", value: "NUMMER", help: "neues Kennwort: erste Zeile dieses Deskriptors"),
      .init("new-access-file", value: "DATEI", help: "statt eines Kennworts eine Zugangsdatei anlegen").rare,
    ] + ArchiveAccess.options + [.help],
    examples: ["kiso archive passphrase --add mt"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let actions = ["add", "remove", "list", "renew", "remember"].filter(arguments.has)
    guard actions.count <= 1 else {
      throw UsageFailure(
        .givenTwice, actions.map { "‚--\($0)‘" }.joined(separator: " und ") + " schließen einander aus.")
    }
    let access = try ArchiveAccess(arguments, context)
    if arguments.has("remember") { return try remember(access, context) }
    let archive = try access.open()
    if arguments.has("list") {
      for person in archive.people {
        let kind = person.usesAccessFile ? "Zugangsdatei" : "Kennwort"
        try context.output("\(person.number)  \(person.label)  \(kind)\(person.isCurrent ? "  (Sie)" : "")\n")
      }
      return .done
    }
    if arguments.has("renew") {
      try archive.renew()
      return try tell("Die Ablage ist erneuert.", archive, context)
    }
    if let label = arguments.value("remove") {
      try archive.remove(person: label)
      return try tell("Der Zugang ist entfernt.", archive, context)
    }
    let label = arguments.value("add")
    if let label, label.isEmpty || label.utf8.count > NewAccess.longestLabel {
      throw UsageFailure.badValue(of: "add", expected: "ein Kürzel mit höchstens 40 Zeichen")
    }
    let credential = try newCredential(access, arguments)
    if let label {
      try archive.add(NewAccess(label: label, credential: credential))
      try context.output("Zugang für \(label) angelegt.\n")
    } else {
      try archive.change(credential)
      return try tell("Das Kennwort ist geändert.", archive, context)
    }
    return .done
  }

  /// Says what an old copy of the keyring can still open, at the moment in which it matters.
  static func tell(_ done: String, _ archive: Archive, _ context: CommandContext) throws -> ExitStatus {
    try context.output(
      """
      \(done) Alle Schlüssel sind neu, auch der Empfangsschlüssel
      (kiso archive collect --key); alles in der Ablage ist damit neu versiegelt.
      Wer eine alte Kopie des Schlüsselbunds und ein Kennwort von damals hat, öffnet
      damit weiter alte Kopien der Ablage und Sendungen an den alten
      Empfangsschlüssel, aber nichts von dem, was jetzt in der Ablage liegt.
      Bitte ersetzen Sie jetzt die Sicherung des Schlüsselbunds
      (kiso archive backup --keys-to …): Die bisherige öffnet ab jetzt nichts mehr.

      """)
    guard archive.isRenewalUnfinished else { return .done }
    context.surroundings.writeError(
      "Noch nicht alles ist neu versiegelt. Bitte Platz auf dem Datenträger schaffen, dann: kiso archive passphrase --renew"
    )
    return .warnings
  }

  private static func newCredential(_ access: ArchiveAccess, _ arguments: ParsedArguments) throws -> Credential {
    if let path = arguments.value("new-access-file") {
      guard !arguments.has("new-passphrase-fd") else {
        throw UsageFailure(.givenTwice, "‚--new-access-file‘ und ‚--new-passphrase-fd‘ schließen einander aus.")
      }
      return .accessFile(try AccessFile.make(at: path))
    }
    return try access.credential(
      "Neues Kennwort:", again: "Noch einmal:", descriptor: "new-passphrase-fd", file: "new-access-file", desktop: nil)
  }

  /// Only a passphrase that opens the archive is handed on.
  private static func remember(_ access: ArchiveAccess, _ context: CommandContext) throws -> ExitStatus {
    try Archive.checkPresence(of: access.place)
    let library = try access.library()
    guard case .passphrase(let passphrase) = try access.credential(desktop: nil) else {
      throw UsageFailure(.badValue, "Dem Passwortspeicher kann nur ein Kennwort gegeben werden, keine Zugangsdatei.")
    }
    _ = try Archive.open(access.place, with: .passphrase(passphrase), as: access.person, library: library)
    try DesktopPasswords(context.surroundings).store(passphrase, try Archive.identifier(of: access.place))
    try context.output("Das Kennwort liegt jetzt im Passwortspeicher; ab jetzt genügt --desktop.\n")
    return .done
  }
}
