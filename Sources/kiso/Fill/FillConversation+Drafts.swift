import Conversation
import Files
import Paperwork
import Terminal

/// Conversations that were interrupted, named by their case.
extension FillConversation {
  /// A draft of the form that was interrupted, if somebody wants to go on with it.
  ///
  /// With `--case` only drafts of that case are offered. Enter goes on with one of the case that was named, or with one
  /// that names nobody yet; what is about a family is never opened by Enter alone.
  func interrupted(_ form: String, _ console: any Console) throws -> Start? {
    guard arguments.value("from") == nil else { return nil }
    let wanted = arguments.value("case")
    let found = ((try? folder?.drafts()) ?? []).filter {
      !$0.isOpen && $0.head?.form == form && $0.head?.municipality == catalogue.municipality
    }
    for draft in found {
      guard let head = draft.head, let subject = subject(of: draft.name) else { continue }
      guard wanted == nil || subject.caseNumber == wanted else { continue }
      let about =
        "Entwurf \(subject.title(isNamed: context.surroundings.isAttended())), \(Self.when(head.saved, today: context.surroundings.today()))"
      guard context.surroundings.isAttended() else {
        console.say([.text("Es gibt einen \(about). Fortsetzen: kiso fill --resume \(draft.name)")])
        return nil
      }
      let isMeant = wanted != nil || subject.isAboutNobody
      guard let answer = Asking(console: console).confirms("\(about) – fortsetzen?", otherwise: isMeant) else {
        return nil
      }
      if answer { return try open(draft.name) }
    }
    return nil
  }

  /// „von 14:02“, or „vom 19.11.2025, 14:02 Uhr“.
  static func when(_ moment: Moment, today: Day) -> String {
    guard moment.day == today, let time = moment.time else { return "vom " + moment.german }
    return "von " + time.canonical
  }

  /// The draft of a name, of a form, or the last one.
  func resume(_ name: String?) throws -> Start {
    guard let folder else { throw CommandFailure.noDraft }
    let drafts = try folder.drafts()
    if let name, drafts.contains(where: { $0.name == name }) { return try open(name) }
    let found = drafts.filter { !$0.isOpen && $0.head != nil && (name == nil || $0.head?.form == name) }
    guard let draft = found.first else {
      throw drafts.contains { $0.isOpen && (name == nil || $0.head?.form == name) }
        ? CommandFailure.draftInUse : CommandFailure.noDraft
    }
    return try open(draft.name)
  }

  /// What a draft is about; nil when it cannot be read.
  private func subject(of name: String) -> DraftSubject? {
    guard let bytes = try? folder?.bytes(of: name) else { return nil }
    return Draft.read(bytes, library: library, day: context.day).map {
      DraftSubject($0.draft, library: library, day: context.day)
    }
  }

  private func open(_ name: String) throws -> Start {
    guard let folder else { throw CommandFailure.noDraft }
    guard let file = try folder.open(name) else { throw CommandFailure.draftInUse }
    let bytes = try folder.bytes(of: name)
    guard let (draft, findings) = Draft.read(bytes, library: library, day: context.day),
      let form = library.form(of: draft.record)
    else { throw CommandFailure.badDraft }
    let interview = try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
      try Interview(
        resuming: draft, form: form, library: library, day: context.day, settings: settings.record, strict: strict)
    }
    let keeper = DraftKeeper(
      resuming: draft, name: name, file: file, folder: folder, library: library, now: context.surroundings.now)
    let when = Self.when(draft.saved, today: context.surroundings.today())
    let subject = DraftSubject(draft, library: library, day: context.day)
    let about = subject.isAboutNobody ? "" : " (\(subject.about(isNamed: context.surroundings.isAttended())))"
    return Start(
      interview: interview, keeper: keeper,
      greeting: [
        .title(form.title),
        .text(
          "Entwurf \(when)\(about); weiter, wo Sie waren. Was schon da ist, zeigt „übersicht“.", indent: 2, hanging: 2),
      ]
        + findings.map(NoticeView.finding))
  }
}
