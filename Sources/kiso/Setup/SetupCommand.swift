import Files
import Paperwork
import Terminal

/// `kiso setup`: what an office needs once, asked, kept and tried.
enum SetupCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso setup", summary: "einrichten und ausprobieren: Angaben, Drucker, Ablage",
    usage: ["[--from DATEI]"],
    options: [
      .init("from", value: "DATEI", help: "Einstellungen aus dieser Datei nehmen, ohne zu fragen", completion: .files),
      .init("test-page", help: "eine Probeseite drucken"),
      .init("passphrase-fd", value: "NUMMER", help: "Kennwort der Ablage über diesen Deskriptor").rare,
      .init("new-access-file", value: "DATEI", help: "statt eines Kennworts eine Zugangsdatei anlegen").rare,
      CommonOptions.soffice.rare,
      .init("plain", help: "Zeile für Zeile, ohne neu zu zeichnen (Vorlesegeräte)"), CommonOptions.municipality, .help,
    ],
    examples: ["kiso setup", "kiso setup --from einstellungen.txt"])

  /// The largest file of settings, in bytes.
  private static let limit = 1 << 20

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let library = try context.catalogue().library(forms: [])
    guard let form = library.settings else { throw CommandFailure.noSettings }
    let source = arguments.value("from")
    if let source {
      let text = String(decoding: try FileReader.bytes(at: source, limit: limit), as: UTF8.self)
      let given = try UserSettings(context, library: library, text: text)
      context.report(given.findings)
      // What is wrong in a file that nobody looks at would be wrong for years.
      guard given.findings.isEmpty else { return .refused }
      try given.write(given.record, library)
    } else {
      guard context.surroundings.isAttended() else { throw CommandFailure.unattendedSetup }
      let settings = try UserSettings(context, library: library)
      switch try SettingsConversation(settings: settings, form: form, library: library, context).run(
        isPlain: arguments.has("plain"))
      {
      case .kept: break
      case .unchanged: return .done
      case .inputEnded: return .refused
      }
    }
    let setup = Setup(
      settings: try UserSettings(context, library: library), library: library, asks: source == nil, arguments, context)
    let steps = try setup.steps()
    try context.show([.title("Eingerichtet")] + steps.map(\.block))
    return steps.contains { $0.state == .wrong } ? .warnings : .done
  }
}
