import Casework
import Paperwork
import Terminal

/// `kiso feedback`: the letter that a case owes, made from what the case knows.
enum FeedbackCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso feedback", summary: "die Rückmeldung schreiben, aus dem, was der Fall weiß",
    usage: ["VORGANG [DATEI|ORDNER]... [--kita] [-o ZIEL]"],
    positionals: [
      .init("VORGANG", help: "Vorgangsnummer, oder ihr Ende"),
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
    ] + ArchiveFiling.options + StoredPapers.options + [CommonOptions.municipality, .help],
    examples: ["kiso feedback KSA-5-2025-0031", "kiso feedback KSA-5-2025-0031 Papiere/ --kita -o status.odt"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    var conversation = try FillConversation(arguments, context)
    let sources = try CaseSources(arguments.values("DATEI"), arguments, context)
    conversation.stored = sources.stored
    let numbers = sources.desk.numbers(meaning: arguments.value("VORGANG") ?? "")
    guard numbers.count < 2 else { throw CommandFailure.severalCases(Array(numbers.prefix(5))) }
    guard let number = numbers.first,
      let feedback = try sources.desk.feedback(arguments.has("kita") ? "kita" : nil, inCase: number)
    else { throw CommandFailure.noFeedback }
    let status = try sources.status()
    let refusals = feedback.refusals
    guard refusals.isEmpty else {
      context.report(refusals)
      context.surroundings.writeError(refused(feedback, number))
      return .errors
    }
    return status.or(try conversation.write(feedback))
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
    let assignments = arguments.values("set")
    for assignment in assignments { try filling.set(assignment) }
    if context.surroundings.isAttended(), !arguments.has("no-input") {
      let taken = Set(filling.record.root.items.map(\.id)).subtracting(feedback.prefilling.asked)
      var start = try start(
        filling.record, taken: taken, form,
        [.title(form.title)] + Self.takenOver(feedback.prefilling, form), others: feedback.others)
      return try converse(&start, console, try ArchiveFiling(arguments, context, stored))
    }
    let paper = try filling.finish(among: OtherPapers(feedback.others, library: library, day: context.day))
    context.report(paper.findings)
    guard !paper.findings.contains(where: { $0.strength == .error }) else {
      context.surroundings.writeError("Nicht geschrieben. Was fehlt, kommt mit --set dazu oder im Gespräch.")
      return .errors
    }
    let doubts = feedback.doubts(paper.findings, confirmedBy: assignments)
    guard doubts.isEmpty else {
      let places = Set(doubts.map(\.path)).sorted().map { "--set \($0)=WERT" }.joined(separator: " ")
      context.surroundings.writeError(
        "Nicht geschrieben. Was aus dem Fall übernommen wurde und nicht sicher ist, bitte bestätigen: \(places), oder im Gespräch."
      )
      return .errors
    }
    let finisher = finisher(console, form, feedback.others)
    guard let written = try finisher.write(paper.given, isDraft: false, output: arguments.value("output") ?? "-"),
      let place = try keep(
        paper.given, written, isDraft: false, finisher, try ArchiveFiling(arguments, context, stored), goesBack: false)
    else { return .cannotCreate }
    console.say(Self.places(of: written, place))
    return context.status(of: paper.findings)
  }
}
