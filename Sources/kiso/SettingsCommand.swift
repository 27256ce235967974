import Conversation
import Files
import Paperwork
import Terminal

/// `kiso settings`: what is the same for every paper of a user, in one file.
enum SettingsCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso settings", summary: "Einstellungen zeigen und ändern", usage: ["[--show]"],
    options: [
      .init("show", help: "nur zeigen, und wo die Datei liegt"),
      .init("plain", help: "Zeile für Zeile, ohne neu zu zeichnen (Vorlesegeräte)"), CommonOptions.municipality, .help,
    ],
    examples: ["kiso settings", "kiso settings --show"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let catalogue = try context.catalogue()
    let library = try catalogue.library(forms: [])
    guard let form = library.settings else { throw CommandFailure.noSettings }
    let settings = try UserSettings(context, library: library)
    guard let path = settings.path else { throw CommandFailure.noSettings }
    if arguments.has("show") {
      context.report(settings.findings)
      context.surroundings.writeError(FileRemoval.exists(path) ? path : "\(path) (noch nicht angelegt)")
      try context.output(SettingsFile.text(settings.record, form: form, library: library))
      return context.status(of: settings.findings)
    }
    let console = context.surroundings.console(arguments.has("plain"))
    defer { console.close() }
    console.say(
      [.title(form.title), .text(form.purpose, .faint, indent: 2)] + settings.findings.map(NoticeView.finding))
    let interview = try Interview(form: form, library: library, day: context.day, record: settings.record)
    // Nobody's data but one's own: no draft is kept.
    let keeper = DraftKeeper(folder: nil, library: library, municipality: "", now: context.surroundings.now)
    let dialogue = Dialogue(
      interview, on: console, keeper: keeper, editor: nil,
      editing: TextEditing(edit: context.surroundings.edit), keepsDraft: false)
    switch try dialogue.run() {
    case .finished:
      try FolderMaking.make(FilePath.parent(of: path))
      let text = SettingsFile.text(dialogue.interview.record, form: form, library: library)
      try AtomicFile.write(Array(text.utf8), to: path)
      console.say([.text("Gespeichert: \(path)", .good, indent: 2)])
      return context.status(of: dialogue.interview.findings)
    case .paused, .discarded:
      console.say([.text("Nichts geändert.")])
      return .done
    case .inputEnded:
      console.say([.text("Die Eingabe endete vor der letzten Frage; nichts wurde geändert.")])
      return .refused
    case .signal(let number):
      console.say([.text("Nichts geändert.")])
      console.close()
      context.surroundings.endBySignal(number)
    }
  }
}
