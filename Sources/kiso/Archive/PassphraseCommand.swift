import RecordArchive
import Terminal

/// `kiso archive passphrase`: who can open the archive, and with what.
enum PassphraseCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive passphrase", summary: "Kennwort ändern, Zugänge geben und nehmen",
    usage: ["[Optionen]", "--add KÜRZEL | --remove KÜRZEL | --list"],
    options: [
      .init("add", value: "KÜRZEL", help: "einer weiteren Person Zugang geben"),
      .init("remove", value: "KÜRZEL", help: "einer Person den Zugang nehmen"),
      .init("list", help: "zeigen, wer Zugang hat"),
      .init("remember", help: "das Kennwort dem Passwortspeicher des Desktops geben"),
      .init("new-passphrase-fd", value: "NUMMER", help: "neues Kennwort: erste Zeile dieses Deskriptors"),
      .init("new-access-file", value: "DATEI", help: "statt eines Kennworts eine Zugangsdatei anlegen"),
    ] + ArchiveAccess.options + [.help],
    examples: ["kiso archive passphrase --add mt"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let actions = ["add", "remove", "list", "remember"].filter(arguments.has)
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
    if let label = arguments.value("remove") {
      try archive.remove(person: label)
      try context.output(
        """
        Der Zugang ist entfernt; alle Schlüssel für Neues sind ersetzt, auch der Empfangsschlüssel.
        Wer eine alte Kopie des Schlüsselbunds hat, kann damit weiter öffnen, was es damals gab: Bitte
        ersetzen Sie jetzt die Sicherung des Schlüsselbunds (kiso archive backup --keys-to …).

        """)
      return .done
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
      try context.output("Geändert. Bitte ersetzen Sie die Sicherung des Schlüsselbunds.\n")
    }
    return .done
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
