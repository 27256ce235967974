import Conversation
import Files
import Paperwork
import Terminal

/// Asks for the settings of a user and writes their file.
struct SettingsConversation {
  /// How it ended.
  enum End {
    /// The file was written; what is still to be said of it.
    case kept([Finding])
    /// Somebody gave up.
    case unchanged
    /// The input ended before the last question.
    case inputEnded
  }

  private let form: FormDefinition
  private let library: FormLibrary
  private let settings: UserSettings
  private let context: CommandContext

  init(form: FormDefinition, library: FormLibrary, settings: UserSettings, _ context: CommandContext) {
    (self.form, self.library, self.settings, self.context) = (form, library, settings, context)
  }

  /// Asks from the first question to the last.
  func run(isPlain: Bool) throws -> End {
    guard let path = settings.path else { throw CommandFailure.noSettings }
    let console = context.surroundings.console(isPlain)
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
      try settings.write(dialogue.interview.record, library)
      console.say([.text("Gespeichert: \(path)", .good, indent: 2)])
      return .kept(dialogue.interview.findings)
    case .paused, .discarded:
      console.say([.text("Nichts geändert.")])
      return .unchanged
    case .inputEnded:
      console.say([.text("Die Eingabe endete vor der letzten Frage; nichts wurde geändert.")])
      return .inputEnded
    case .signal(let number):
      console.say([.text("Nichts geändert.")])
      console.close()
      context.surroundings.endBySignal(number)
    }
  }
}
