import Conversation
import Files
import Paperwork
import Terminal

/// Asks for what is kept in a file, and not in a paper: the settings of a user, what a new town says of itself.
struct SettingsConversation {
  /// How it ended.
  enum End {
    /// It was kept; what is still to be said of it.
    case kept([Finding])
    /// Somebody gave up.
    case unchanged
    /// The input ended before the last question.
    case inputEnded
  }

  private let form: FormDefinition
  private let library: FormLibrary
  private let record: Record
  private let findings: [Finding]
  private let keep: (Record) throws -> String
  private let context: CommandContext

  /// Questions that begin with a record; `keep` keeps what was answered and says where.
  init(
    form: FormDefinition, library: FormLibrary, record: Record, findings: [Finding] = [], _ context: CommandContext,
    keep: @escaping (Record) throws -> String
  ) {
    (self.form, self.library, self.record, self.findings) = (form, library, record, findings)
    (self.keep, self.context) = (keep, context)
  }

  /// Questions for the settings of a user, which are written to their file.
  init(settings: UserSettings, form: FormDefinition, library: FormLibrary, _ context: CommandContext) throws {
    guard let path = settings.path else { throw CommandFailure.noSettings }
    self.init(form: form, library: library, record: settings.record, findings: settings.findings, context) { record in
      try settings.write(record, library)
      return "Gespeichert: \(path)"
    }
  }

  /// Asks from the first question to the last.
  func run(isPlain: Bool) throws -> End {
    let console = context.surroundings.console(isPlain)
    defer { console.close() }
    console.say(
      [.title(form.title), .text(form.purpose, .faint, indent: 2)] + findings.map(NoticeView.finding))
    let interview = try Interview(form: form, library: library, day: context.day, record: record)
    // Nobody's data but one's own: no draft is kept.
    let keeper = DraftKeeper(folder: nil, library: library, municipality: "", now: context.surroundings.now)
    let dialogue = Dialogue(
      interview, on: console, keeper: keeper, editor: nil,
      editing: TextEditing(edit: context.surroundings.edit), keepsDraft: false)
    switch try dialogue.run() {
    case .finished:
      console.say([.text(try keep(dialogue.interview.record), .good, indent: 2)])
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
