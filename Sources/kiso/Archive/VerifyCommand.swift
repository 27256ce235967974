import RecordArchive
import Terminal

/// `kiso archive verify`: looks at every byte.
enum VerifyCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive verify", summary: "jedes Byte prüfen", usage: ["[Optionen]"],
    options: ArchiveAccess.options + [CommonOptions.municipality, .help],
    examples: ["kiso archive verify --store sicherung.kiso --keys sicherung.schluessel"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let archive = try ArchiveAccess(arguments, context).open()
    let report = try archive.verify()
    try context.output(
      "Geprüft: \(report.pages) Seiten, \(report.entries) Einträge, \(report.parts) Dateien, "
        + "\(report.deletions) Zeilen des Löschprotokolls.\n")
    for problem in report.problems { context.surroundings.writeError(problem.german) }
    guard report.problems.isEmpty else { return .refused }
    try context.output("Alles in Ordnung.\n")
    return .done
  }
}

extension VerificationReport.Problem {
  /// What is wrong, with its stable code.
  fileprivate var german: String {
    switch self {
    case .page(let number): "[ABLAGE-SEITE] Seite \(number) ist beschädigt."
    case .length: "[ABLAGE-LAENGE] Die Datei ist länger oder kürzer als ihr Inhalt."
    case .structure: "[ABLAGE-AUFBAU] Der innere Aufbau der Datenbank ist beschädigt."
    case .schema: "[ABLAGE-TABELLEN] Die Tabellen sind nicht die einer Ablage."
    case .keyMissing(let id): "[ABLAGE-SCHLUESSEL] Für den Eintrag \(id) fehlt der Schlüssel."
    case .card(let id): "[ABLAGE-KARTE] Der Eintrag \(id) ist beschädigt oder wurde verändert."
    case .part(let id, let number): "[ABLAGE-TEIL] Datei \(number) des Eintrags \(id) fehlt oder ist beschädigt."
    case .seal: "[ABLAGE-SIEGEL] Einträge wurden entfernt oder durch ältere ersetzt."
    case .log: "[ABLAGE-PROTOKOLL] Das Löschprotokoll ist unvollständig oder wurde verändert."
    case .undeleted(let id): "[ABLAGE-UNGELOESCHT] Von dem gelöschten Eintrag \(id) ist noch etwas da."
    case .unsettled:
      "[ABLAGE-UNFERTIG] Noch nicht alles ist unter den neuen Schlüsseln versiegelt. Bitte Platz schaffen, dann: kiso archive passphrase --renew"
    case .leftover:
      "[ABLAGE-REST] Neben dem Schlüsselbund liegt ein Rest (.neu); er verschwindet beim nächsten Schreiben."
    }
  }
}
