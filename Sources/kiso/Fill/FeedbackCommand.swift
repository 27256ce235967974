import Casework
import Files
import Paperwork
import Terminal

/// `kiso feedback`: the letter that a case owes, made from what the case knows.
enum FeedbackCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso feedback", summary: "die Rückmeldung schreiben, aus dem, was der Fall weiß",
    usage: ["VORGANG [DATEI|ORDNER]... [--kita] [-o ZIEL]"],
    positionals: [
      .init("VORGANG", help: "Vorgangsnummer"),
      .init("DATEI", help: "Papiere oder Ordner, die nicht in der Ablage liegen", count: .any, completion: .files),
    ],
    options: [
      .init("kita", help: "die Mitteilung an die Kita statt der an den Sozialen Dienst"),
      .init("no-input", help: "ohne Fragen; was fehlt, wird gemeldet"),
      .init(
        "set", value: "PFAD=WERT", isRepeatable: true, help: "einen Wert setzen (keine Namen: steht im Prozess)",
        completion: .list("fields")
      ).rare,
      .init("output", short: "o", value: "ZIEL", help: "Datei: .odt, .pdf, .fodt, .json, .xml", completion: .files),
      .init("plain", help: "Zeile für Zeile, ohne neu zu zeichnen (Vorlesegeräte)").rare, CommonOptions.soffice.rare,
      CommonOptions.asOf,
    ] + ArchiveFiling.options + [ArchiveFiling.without, CommonOptions.municipality, .help],
    examples: ["kiso feedback KSA-5-2025-0031", "kiso feedback KSA-5-2025-0031 Papiere/ --kita -o status.odt"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let conversation = try FillConversation(arguments, context)
    let number = arguments.value("VORGANG") ?? ""
    let source = try papers(arguments, context, conversation.library)
    let kind = arguments.has("kita") ? "kita" : nil
    let reader = CaseReader(source, library: conversation.library, day: context.day)
    let feedback = try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
      try reader.feedback(kind, inCase: number)
    }
    guard let feedback else { throw CommandFailure.noFeedback }
    let refusals = feedback.refusals
    guard refusals.isEmpty else {
      context.report(refusals)
      context.surroundings.writeError(refused(feedback, number))
      return .errors
    }
    return try conversation.write(feedback)
  }

  /// The papers that are named, and those of the archive.
  private static func papers(
    _ arguments: ParsedArguments, _ context: CommandContext, _ library: FormLibrary
  ) throws -> any CaseSource {
    let paths = try PaperFolders.files(of: arguments.values("DATEI")) { _, _ in }
    let batch = try context.batch(arguments, password: nil)
    let report = BatchReport(count: paths.count, context)
    let records = try batch.records(paths, library, load: context.input) { name, failure in
      try report.tell(failure, of: name)
    }
    return KnownPapers(records, library: library)
  }

  /// That nothing was written, and what can be done.
  private static func refused(_ feedback: Feedback, _ number: String) -> String {
    let ways = feedback.definition.instead.enumerated().map { place, way in
      let command = way.form.map { " (kiso fill \($0) --case \(number))" } ?? ""
      return "\n  \(place + 1) \(way.text)\(command)"
    }
    return "\(feedback.definition.label): nicht geschrieben. Was jetzt geht:" + ways.joined()
  }
}

extension FillConversation {
  /// Writes a letter: with somebody there in a conversation about what is still open, otherwise at once.
  func write(_ feedback: Feedback) throws -> ExitStatus {
    let console = context.surroundings.console(arguments.has("plain"))
    defer { console.close() }
    let form = feedback.paper.form
    var filling = Filling(form: form, library: library, day: context.day)
    try filling.start(from: feedback.prefilling.record)
    for assignment in arguments.values("set") { try filling.set(assignment) }
    if context.surroundings.isAttended(), !arguments.has("no-input") {
      let taken = Set(filling.record.root.items.map(\.id)).subtracting(feedback.prefilling.asked)
      var start = try start(
        filling.record, taken: taken, form,
        [.title(form.title)] + Self.takenOver(feedback.prefilling, form), others: feedback.others)
      return try converse(&start, console, try ArchiveFiling(arguments, context))
    }
    let paper = try filling.finish(among: feedback.others)
    context.report(paper.findings)
    guard !paper.findings.contains(where: { $0.strength == .error }) else {
      context.surroundings.writeError("Nicht geschrieben. Was fehlt, kommt mit --set dazu oder im Gespräch.")
      return .errors
    }
    let finisher = finisher(console, feedback.others)
    guard let written = try finisher.write(paper.given, isDraft: false, output: arguments.value("output") ?? "-"),
      let place = try keep(
        paper.given, written, isDraft: false, finisher, try ArchiveFiling(arguments, context), goesBack: false)
    else { return .cannotCreate }
    console.say(Self.places(of: written, place))
    return context.status(of: paper.findings)
  }
}
