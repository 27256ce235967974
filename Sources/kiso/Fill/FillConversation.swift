import Casework
import Conversation
import Paperwork
import Terminal

/// `kiso fill` as a conversation, from the draft that may be there to the papers that come next.
struct FillConversation {
  let arguments: ParsedArguments
  let context: CommandContext
  let catalogue: Catalogue
  let library: FormLibrary
  let settings: UserSettings
  let folder: DraftFolder?
  let strict: Set<String>
  /// The archive that is set up, asked about what the paper rests on.
  var stored: StoredPapers
  private let output: String?
  /// The form that was named; nil when a draft is continued, or nothing was named.
  private let formID: String?

  init(_ arguments: ParsedArguments, _ context: CommandContext) throws {
    self.arguments = arguments
    self.context = context
    output = arguments.value("output")
    try FinishedPaper.check(output)
    catalogue = try context.catalogue()
    formID = arguments.has("resume") ? nil : try arguments.value("FORMULAR").map(catalogue.formID)
    library = try catalogue.library()
    settings = try UserSettings(context, library: library)
    folder = context.draftFolder
    stored = try StoredPapers(arguments, context, asks: false)
    strict = arguments.has("strict-anonymity") ? ["anonymity"] : []
  }

  /// A conversation that is about to begin.
  struct Start {
    var interview: Interview
    var keeper: DraftKeeper
    var greeting: [Block]
    /// The archive that the paper goes into in any case, because it came from there.
    var archive: ArchiveFiling?
  }

  func run() throws -> ExitStatus {
    let from = arguments.value("from")
    if from == "-", !context.surroundings.isAttended() { throw CommandFailure.inputTwice }
    let password = try context.password(arguments)
    func papers(_ path: String) throws -> [ReadPaper] {
      try LastPapers.file(path, password: password, context, catalogue).papers()
    }
    var filing = try ArchiveFiling(arguments, context, stored)
    filing?.asks = false
    var last = try from.map(papers) ?? []
    if let number = arguments.value("case"), let filing {
      guard from == nil, !arguments.has("resume") else {
        throw UsageFailure(.givenTwice, "‚--case‘ passt nicht zu ‚--from‘ und ‚--resume‘.")
      }
      last = try LastPapers.inCase(number, filing, context, catalogue).papers()
    }
    let more = try arguments.values("with").flatMap(papers)
    let console = context.surroundings.console(arguments.has("plain"))
    defer { console.close() }
    for finding in settings.findings + (last + more).flatMap(\.findings) { console.say([NoticeView.finding(finding)]) }
    var start: Start
    if let source = arguments.value("correct") {
      start = try correct(source, more.map(\.record), filing, password, Asking(console: console))
    } else if arguments.has("resume") {
      start = try resume(arguments.value("FORMULAR"))
    } else {
      let named =
        formID ?? (context.surroundings.isAttended() ? FormChoice.ask(library, Asking(console: console)) : nil)
      guard let name = named else {
        throw UsageFailure(.missingArgument, "Es fehlt die Angabe FORMULAR; die Liste zeigt: kiso forms")
      }
      start =
        try interrupted(name, console)
        ?? begin(name, after: last.map(\.record), beside: more.map(\.record), inCase: arguments.value("case"))
    }
    return try converse(&start, console, filing)
  }

  /// One conversation after another, as long as the person goes on to the next step.
  func converse(
    _ start: inout Start, _ console: any Console, _ filing: ArchiveFiling?
  ) throws -> ExitStatus {
    var output = self.output
    var status = ExitStatus.done
    var filing = filing
    while true {
      if let opening = start.interview.opening { console.say([.text(opening, .warning)]) }
      console.say(start.greeting)
      filing = try hear(&start.interview, console, filing)
      let dialogue = Dialogue(
        start.interview, on: console, keeper: start.keeper, editor: context.editor(settings),
        editing: TextEditing(edit: context.surroundings.edit))
      let ending = try dialogue.run()
      guard case .finished(let isDraft) = ending else {
        return try leave(ending, dialogue, start.keeper, console)
      }
      let record = try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in try dialogue.interview.finished()
      }
      if let earlier = start.interview.correcting, earlier == record, output == nil {
        console.say([.text("Nichts ist geändert; das Papier bleibt, wie es ist.", .good)])
        start.keeper.remove()
        return status
      }
      if start.interview.form.dependsOnOthers { filing = try filing ?? opened(Asking(console: console), isRead: true) }
      let finisher = finisher(console, start.interview.form, start.interview.others)
      // What only the archive tells is heard before anything is written.
      let further = try finisher.findings(record).filter { !dialogue.interview.findings.contains($0) }
      console.say(further.map(NoticeView.finding))
      let isUnfinished = isDraft || further.contains { $0.strength == .error }
      guard let written = try finisher.write(record, isDraft: isUnfinished, output: output),
        let place = try keep(
          record, written, isDraft: isUnfinished, finisher, start.archive ?? filing, goesBack: start.archive != nil)
      else { return try leave(console.isInteractive ? .paused : .inputEnded, dialogue, start.keeper, console) }
      // The draft stays until the whole record lies where it belongs.
      start.keeper.remove()
      output = nil
      console.say(Self.places(of: written, place))
      if isUnfinished || context.status(of: dialogue.interview.findings + further) != .done { status = .warnings }
      console.say(
        try CaseSteps(library: library, day: context.day).blocks(after: record, among: finisher.papers(with: record)))
      guard let next = try follow(dialogue.interview, record, place, console) else { return status }
      start = next
    }
  }

  /// Lets the conversation hear what is stored, as far as that is open; a letter asks for the passphrase beforehand.
  private func hear(
    _ interview: inout Interview, _ console: any Console, _ filing: ArchiveFiling?
  ) throws -> ArchiveFiling? {
    guard interview.form.dependsOnOthers, let door = stored.door, let archive = stored.papers else { return filing }
    let opened = interview.form.restsOnRelease ? try filing ?? opened(Asking(console: console), isRead: true) : filing
    guard door.opened != nil || door.access.hasCredential else { return opened }
    let known = interview.others
    try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
      try interview.listen { [library] record in
        JoinedPapers([KnownPapers(known, library: library), archive], library: library, judged: [record])
      }
    }
    return opened
  }

  func finisher(_ console: any Console, _ form: FormDefinition, _ others: [Record]) -> FinishedPaper {
    FinishedPaper(
      context: context, library: library, settings: settings, asking: Asking(console: console),
      others: others, archive: form.dependsOnOthers ? stored.papers : nil, strict: strict,
      arguments: arguments)
  }

  // MARK: Beginning

  /// A new conversation, with what the last papers of the case give.
  private func begin(
    _ name: String, after last: [Record], beside more: [Record] = [], inCase number: String? = nil
  ) throws -> Start {
    guard let form = library.forms[name] else { throw PaperworkFailure.unknownForm(name: name, nearest: nil) }
    var record: Record?
    var taken: Set<String> = []
    var greeting: [Block] = [.title(form.title)]
    var last = last
    // A paper with values to confirm is not finished: it is continued before the next one begins.
    let isUnfinished = last.last.map { $0.form == form.id && !$0.valuesToConfirm.isEmpty } ?? false
    if isUnfinished, arguments.has("from"), let unfinished = last.popLast() {
      record = unfinished
      taken = Set(unfinished.root.items.map(\.id))
      let count = unfinished.valuesToConfirm.count
      let values = count == 1 ? "Ein Wert ist" : "\(count) Werte sind"
      greeting.append(
        .text("\(values) vom Papier gelesen und mit ihm zu vergleichen; Enter bestätigt.", indent: 2, hanging: 2))
    } else if !last.isEmpty || number != nil {
      var filling = Filling(form: form, library: library, day: context.day)
      let prefilling = try filling.start(from: more + last, inCase: number, continues: false)
      record = filling.record
      taken = Set(filling.record.root.items.map(\.id)).subtracting(prefilling?.asked ?? [])
      if let prefilling { greeting += Self.takenOver(prefilling, form) }
      if number != nil, last.isEmpty {
        greeting.append(.text("In der Ablage liegt zum Vorgang \(number ?? "") noch nichts.", .warning, indent: 2))
      }
    }
    if !arguments.values("set").isEmpty {
      var filling = Filling(form: form, library: library, day: context.day)
      if let record { try filling.start(from: record) }
      for assignment in arguments.values("set") { try filling.set(assignment) }
      record = filling.record
      taken.formUnion(arguments.values("set").map { String($0.prefix { $0 != "=" && $0 != "/" && $0 != "[" }) })
    }
    return try start(record, taken: taken, form, greeting, others: last + more)
  }

  /// What was taken over, and how to change it.
  static func takenOver(_ prefilling: Prefilling, _ form: FormDefinition) -> [Block] {
    let labels = prefilling.taken.compactMap { id in form.items.first { $0.id == id }?.label }
    guard let first = prefilling.taken.first else { return [] }
    return [
      .text("Übernommen: " + labels.joined(separator: ", ") + ".", indent: 2, hanging: 2),
      .text("Ändern mit /NAME, zum Beispiel /\(first).", .faint, indent: 2),
    ]
  }

  /// A new conversation about a record as far as it is filled.
  func start(
    _ record: Record?, taken: Set<String>, _ form: FormDefinition, _ greeting: [Block], others: [Record]
  ) throws -> Start {
    let rules = "* Pflicht · Enter nimmt den Vorschlag in [ ] · ? hilft · alle Befehle: /hilfe"
    // A paper that goes on is asked for by the version it was made with.
    let form = record.flatMap { library.form(of: $0) } ?? form
    let interview = try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
      try Interview(
        form: form, library: library, day: context.day, record: record, taken: taken, settings: settings.record,
        others: others, strict: strict)
    }
    let keeper = DraftKeeper(
      folder: folder, library: library, municipality: catalogue.municipality, now: context.surroundings.now)
    return Start(interview: interview, keeper: keeper, greeting: greeting + [.text(rules, .faint, indent: 2)])
  }

  // MARK: Ending

  /// Says how to go on later.
  private func leave(
    _ ending: Dialogue.Ending, _ dialogue: Dialogue, _ keeper: DraftKeeper, _ console: any Console
  ) throws -> ExitStatus {
    let kept = dialogue.hasAnswers || keeper.isSaved ? kept(keeper) : "Es wurde nichts eingegeben."
    let isKept = keeper.isSaved || !dialogue.hasAnswers
    switch ending {
    case .finished: return .done
    case .discarded:
      keeper.remove()
      console.say([.text("Entwurf gelöscht.")])
      return .done
    case .paused:
      console.say([.text(kept)])
      keeper.close()
      return isKept ? .done : .cannotCreate
    case .inputEnded:
      console.say([.text("Die Eingabe endete vor der letzten Frage. " + kept)])
      keeper.close()
      return .refused
    case .signal(let number):
      console.say([.text(kept)])
      keeper.close()
      console.close()
      context.surroundings.endBySignal(number)
    }
  }

  private func kept(_ keeper: DraftKeeper) -> String {
    guard keeper.isSaved, let name = keeper.name else {
      return "Es gibt keinen Entwurf; die Angaben sind verloren."
    }
    return "Entwurf gespeichert. Fortsetzen: kiso fill --resume \(name)"
  }

  // MARK: What comes next

  /// Names what is to be done, and begins the next paper when somebody wants to.
  private func follow(
    _ interview: Interview, _ record: Record, _ place: RecordPlace, _ console: any Console
  ) throws -> Start? {
    let steps = interview.nextSteps
    guard !steps.isEmpty else { return nil }
    console.say(
      [.blank, .title("Nächste Schritte")]
        + steps.enumerated().map { number, step in
          .text([Span("\(number + 1) "), Span(step.text)], indent: 2, hanging: 2)
        })
    let forms = steps.compactMap(\.form)
    guard !forms.isEmpty else { return nil }
    guard context.surroundings.isAttended() else {
      let source = place.beginning(inCase: library.caseNumber(of: record, form: interview.form))
      console.say(forms.map { .text("kiso fill \($0)\(source)", indent: 4) })
      return nil
    }
    for form in forms {
      let title = library.forms[form]?.title ?? form
      guard let answer = Asking(console: console).confirms("„\(title)“ jetzt ausfüllen?", otherwise: true) else {
        return nil
      }
      if answer { return try begin(form, after: [record]) }
    }
    return nil
  }
}
