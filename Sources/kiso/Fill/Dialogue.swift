import Files
import Conversation
import Paperwork
import Terminal

/// One conversation at a console: asks, says what comes of it, and keeps the draft.
final class Dialogue {
  /// How a conversation ended.
  enum Ending {
    /// Everything is there; with errors it can only be saved as it is.
    case finished(isDraft: Bool)
    /// Somebody wants to go on later.
    case paused
    /// Somebody does not want it any more.
    case discarded
    /// The input ended before the conversation did.
    case inputEnded
    /// A signal ends the program.
    case signal(Int32)
  }

  let console: any Console
  private(set) var interview: Interview
  private let keeper: DraftKeeper
  private let editor: String?
  private let editing: TextEditing
  /// Whether what was typed is saved as it goes.
  private let keepsDraft: Bool
  private var section = -1
  /// Whether anything was answered here, or in the draft that this goes on with.
  private(set) var hasAnswers: Bool

  init(
    _ interview: Interview, on console: any Console, keeper: DraftKeeper, editor: String?,
    editing: TextEditing, keepsDraft: Bool = true
  ) {
    self.interview = interview
    self.console = console
    self.keeper = keeper
    self.keepsDraft = keepsDraft
    hasAnswers = keeper.isSaved
    self.editor = editor
    self.editing = editing
  }

  /// Asks until the conversation ends.
  func run() throws -> Ending {
    var shown: Stop?
    while true {
      let prompt = interview.prompt
      announce(prompt, isNew: shown != prompt.stop)
      shown = prompt.stop
      var request = QuestionView(prompt: prompt).request(isInteractive: console.isInteractive)
      if prompt.kind == .text { request.idle = { [self] in keep($0) } }
      switch console.ask(request) {
      case .line(let text):
        if let ending = try take(typed(text, prompt), prompt) { return ending }
      case .editor(let text):
        if let ending = try edit(text, prompt) { return ending }
      case .interrupted(let text):
        keep(text)
        return .signal(2)
      case .signal(let number, let text):
        keep(text)
        return .signal(number)
      case .end(let text):
        keep(text)
        return console.isInteractive ? .paused : .inputEnded
      case .failure(let number):
        keep("")
        throw FileFailure(code: .inputOutput, path: "-", errno: number)
      }
    }
  }

  /// A title for each new section, the whole at the end.
  private func announce(_ prompt: Prompt, isNew: Bool) {
    if prompt.kind == .review, isNew {
      console.say([.blank] + NoticeView.blocks(interview.overview, isWhole: false))
      section = -1
    } else if prompt.section != section, prompt.kind != .review {
      section = prompt.section
      console.say([.blank, .title("\(prompt.section)/\(prompt.sections) \(prompt.sectionTitle)")])
    }
  }

  /// What a line means: on a screen the value to be changed stood in it already.
  private func typed(_ text: String, _ prompt: Prompt) -> String {
    guard console.isInteractive, !prompt.editable.isEmpty, case .present = prompt.preset else { return text }
    if text.isEmpty { return "-" }
    return text == prompt.editable && !interview.isRetrying ? "" : text
  }

  /// Gives an answer to the conversation; the ending when it leads to one.
  private func take(_ text: String, _ prompt: Prompt, isLiteral: Bool = false) throws -> Ending? {
    let reply = try isLiteral ? interview.answer(literally: text) : interview.answer(text)
    hasAnswers = hasAnswers || prompt.stop != interview.stop
    console.say(blocks(reply, prompt, isEmpty: text.allSatisfy(\.isWhitespace)))
    switch reply.request {
    case nil:
      keep("")
      return nil
    case .finish(let isDraft):
      keep("")
      return .finished(isDraft: isDraft)
    case .pause:
      keep("")
      return .paused
    case .discard: return confirmDiscarding() ? .discarded : nil
    case .editor: return try edit(prompt.editable, prompt)
    case .save(let path):
      save(to: path)
      return nil
    }
  }

  private func blocks(_ reply: Reply, _ prompt: Prompt, isEmpty: Bool) -> [Block] {
    var blocks = reply.notices.flatMap { NoticeView.blocks($0, title: prompt.label) }
    let isSettled = reply.notices.contains { if case .settled = $0 { true } else { false } }
    // A question that was passed over leaves a line as well, so that the screen shows what was asked.
    if isEmpty, !isSettled, prompt.stop != interview.stop {
      switch (prompt.kind, prompt.preset) {
      case (.more(let instances), _) where !instances.isEmpty: break
      case (.review, _), (.confirm, _): break
      case (_, .present(let text)): blocks.insert(.pair(prompt.label, [Span(text)]), at: 0)
      case (.line, _), (.text, _), (.choice, _), (.groupLine, _), (.more, _):
        blocks.insert(.pair(prompt.label, [Span("–", .faint)]), at: 0)
      }
    }
    let isAgain =
      prompt.stop == interview.stop
      && reply.notices.contains { notice in
        if case .finding(let finding) = notice { finding.strength != .hint } else { false }
      }
    if isAgain { blocks.append(.text("Bitte ändern; Enter lässt es so.", .faint, indent: 2)) }
    return blocks
  }

  // MARK: Long texts

  private func edit(_ text: String, _ prompt: Prompt) throws -> Ending? {
    guard let editor else {
      console.say([
        .text(
          "Kein Editor bekannt. Bitte $VISUAL setzen oder einen unter „kiso settings“ eintragen.", .warning, indent: 2)
      ])
      keep(text)
      interview.offer(text)
      return nil
    }
    var result: Result<String?, FileFailure> = .success(nil)
    console.lend { [editing] in
      do throws(FileFailure) {
        result = .success(try editing.text(text, command: editor))
      } catch {
        result = .failure(error)
      }
    }
    switch result {
    case .success(let new?): return try take(new.isEmpty ? "-" : new, prompt, isLiteral: !new.isEmpty)
    case .success(nil):
      console.say([.text("Der Editor hat keinen Text geliefert; es bleibt beim vorherigen.", .warning, indent: 2)])
    case .failure(let failure): report(failure)
    }
    interview.offer(text)
    return nil
  }

  // MARK: Keeping what was typed

  /// Saves the draft with what was typed and not sent.
  private func keep(_ pending: String) {
    // Of a conversation in which nothing was said yet there is nothing to keep.
    guard keepsDraft, hasAnswers || !pending.isEmpty else { return }
    report(keeper.save(interview, pending: pending))
  }

  /// Says that the draft cannot be saved, and what can be done.
  private func report(_ failure: FileFailure?) {
    guard let failure else { return }
    console.say([
      .text("Der Entwurf kann nicht gespeichert werden: " + failure.german, .error, indent: 2),
      .text(
        "Ihre Angaben sind noch da, solange kiso läuft. Mit /sichern DATEI schreiben Sie sie an einen anderen Ort.",
        indent: 2),
    ])
  }

  /// Writes what there is as JSON; a file that is there is not replaced.
  private func save(to path: String) {
    guard !FileRemoval.exists(path) else {
      console.say([.text("›\(path)‹ gibt es schon. Bitte einen anderen Namen nennen.", .warning, indent: 2)])
      return
    }
    do throws(FileFailure) {
      try AtomicFile.write(interview.record.json(form: interview.form), to: path)
      console.say([.text("Gesichert: \(path)", .good, indent: 2)])
    } catch {
      console.say([.text(error.german, .error, indent: 2)])
    }
  }

  private func confirmDiscarding() -> Bool {
    Asking(console: console).confirms("Den Entwurf wirklich löschen?", otherwise: false) ?? false
  }
}

/// Small questions beside the conversation.
struct Asking {
  let console: any Console

  /// Yes or no; nil when the input has ended.
  func confirms(_ question: String, otherwise: Bool) -> Bool? {
    var request = LineRequest()
    let choice = otherwise ? "[J/n]" : "[j/N]"
    request.header = [.blank, .text([Span(question, .strong), Span("  " + choice, .faint)], indent: 0, hanging: 2)]
    request.plainPrompt = "\(question) \(choice)"
    while true {
      guard case .line(let text) = console.ask(request) else { return nil }
      switch text.lowercased().filter({ !$0.isWhitespace }) {
      case "": return otherwise
      case "j", "ja": return true
      case "n", "nein": return false
      default: console.say([.text("Bitte j oder n.", .warning, indent: 2)])
      }
    }
  }

  /// A line of text; nil when the input has ended.
  func line(_ question: String, proposal: String, hint: String = "") -> String? {
    var request = LineRequest()
    request.header = [.blank, .text([Span(question, .strong), Span("  \(hint)", .faint)], indent: 0, hanging: 2)]
    request.plainPrompt = proposal.isEmpty ? "\(question):" : "\(question) [\(proposal)]:"
    request.text = console.isInteractive ? proposal : ""
    guard case .line(let text) = console.ask(request) else { return nil }
    return text.isEmpty ? proposal : text
  }

  /// One of several answers; nil when the input has ended.
  func choice(_ question: String, among choices: Choices, proposal: Choices.Option?) -> Choices.Option? {
    var request = LineRequest()
    request.header = [
      .blank,
      .text(
        [Span(question, .strong), Span(proposal.map { "  [\($0.label)]" } ?? "", .faint)], indent: 0, hanging: 2),
    ]
    request.plainHeader = [choices.options.map { "\($0.key) \($0.label)" }.joined(separator: ", ")]
    request.plainPrompt = proposal.map { "\(question) [\($0.label)]:" } ?? "\(question):"
    request.menu = { text in
      choices.filtered(by: text).map { MenuItem(key: $0.key, label: $0.label, text: $0.id) }
    }
    while true {
      guard case .line(let text) = console.ask(request) else { return nil }
      if text.allSatisfy(\.isWhitespace), let proposal { return proposal }
      if case .one(let option) = choices.match(text) { return option }
      console.say([.text("Bitte eine der Möglichkeiten nennen.", .warning, indent: 2)])
    }
  }
}
