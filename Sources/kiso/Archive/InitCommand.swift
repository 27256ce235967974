import Files
import RecordArchive
import Terminal

/// `kiso archive init`: a new archive.
enum InitCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive init", summary: "eine neue Ablage anlegen", usage: ["[Optionen]"],
    options: ArchiveAccess.placeOptions + [
      .init("person", value: "KÜRZEL", help: "wie der erste Zugang heißt, zum Beispiel Initialen"),
      .init("passphrase-fd", value: "NUMMER", help: "Kennwort: erste Zeile dieses Deskriptors"),
      .init("new-access-file", value: "DATEI", help: "statt eines Kennworts eine Zugangsdatei anlegen"),
      CommonOptions.municipality, .help,
    ],
    examples: ["kiso archive init --person jw --keys /media/stick/ablage.schluessel"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    guard let label = access.person, label.utf8.count <= NewAccess.longestLabel else {
      throw UsageFailure(.missingArgument, "Bitte mit ‚--person‘ sagen, wie der erste Zugang heißt (höchstens 40 Zeichen).")
    }
    for path in [access.place.data, access.place.keys] { try FolderMaking.make(FilePath.parent(of: path)) }
    let library = try access.library()
    let credential: Credential
    if let path = arguments.value("new-access-file") {
      guard !arguments.has("passphrase-fd") else {
        throw UsageFailure(.givenTwice, "‚--new-access-file‘ und ‚--passphrase-fd‘ schließen einander aus.")
      }
      credential = .accessFile(try AccessFile.make(at: path))
    } else {
      credential = try access.credential(
        "Neues Kennwort (mindestens \(Credential.shortestPassphrase) Zeichen, am besten vier Wörter):",
        again: "Noch einmal:", file: "new-access-file", desktop: nil)
    }
    let archive = try Archive.create(
      at: access.place, for: NewAccess(label: label, credential: credential), library: library, today: access.today)
    try context.output(
      """
      Ablage:        \(access.place.data)
      Schlüsselbund: \(access.place.keys)
      Zugang:        \(archive.personLabel)

      Ohne Schlüsselbund und Kennwort ist nichts mehr zu lesen. Sichern Sie beide Dateien getrennt
      (kiso archive backup), und ersetzen Sie die Sicherung des Schlüsselbunds nach jedem Löschlauf.

      """)
    return .done
  }
}
