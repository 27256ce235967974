import Delivery
import Files
import Paperwork
import RecordArchive
import Terminal

/// `kiso archive disclose`: what is stored of a case about a person, for that person.
enum DiscloseCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive disclose", summary: "einer Person Auskunft geben, was über sie gespeichert ist",
    usage: [
      "VORGANG", "VORGANG --for NR [--for NR...] -o ORDNER [--show NR,...] [--hide ANGABE]... [--accept CODE]",
      "VORGANG --for NR --received JJJJ-MM-TT [--extended] | --answered",
    ],
    positionals: [.init("VORGANG", help: "Vorgangsnummer; allein zeigt er die Personen mit ihren Nummern")],
    options: [
      .init("for", value: "NR", isRepeatable: true, help: "wer fragt; weitere: für wen, etwa ihr Kind"),
      .init("output", short: "o", value: "ORDNER", help: "wohin: die Kopie als PDF oder ODT und die Angaben als JSON"),
      .init("show", value: "NR,...", help: "diese Texte doch mitteilen, weil sie gelesen wurden"),
      .init("hide", value: "ANGABE", isRepeatable: true, help: "diese Angabe zum Schutz eines Kindes nicht mitteilen"),
      .init("text", help: "zeigt, was in den Texten steht, die sich mitteilen lassen").rare,
      .init("accept", value: "CODE", help: "genau das Gezeigte ausgeben"),
      .init("received", value: "JJJJ-MM-TT", help: "nur festhalten, dass an diesem Tag gefragt wurde"),
      .init("extended", help: "mit --received: die Verlängerung ist mitgeteilt (Art. 12 Abs. 3 DSGVO)"),
      .init("answered", help: "festhalten, dass die Auskunft gegeben ist"), CommonOptions.soffice,
    ] + ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso archive disclose KSA-2-2025-0147 --for 1 -o /media/stick/auskunft"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let number = arguments.value("VORGANG") ?? ""
    let archive = try access.open()
    let names = try archive.entries(ofCase: number).first { $0.card.role == .caseFile }?.card.names ?? []
    guard arguments.has("for") else { return try list(names, archive, number, context) }
    let people = try arguments.values("for").map { typed -> String in
      guard let place = Int(typed), names.indices.contains(place - 1) else {
        throw UsageFailure.badValue(of: "for", expected: "eine Nummer aus: kiso archive disclose \(number)")
      }
      return names[place - 1]
    }
    guard let person = people.first else { return .errors }
    if let typed = arguments.value("received") {
      let last = try archive.request(
        by: person, received: try CloseCommand.day(typed, "received"), isExtended: arguments.has("extended"),
        inCase: number, today: access.today)
      try context.output("Festgehalten. Zu beantworten bis \(last.german); so lange wird nichts davon gelöscht.\n")
      return .done
    }
    if arguments.has("answered") {
      try archive.answered(person, inCase: number, today: access.today)
      try context.output("Das Auskunftsersuchen ist beantwortet; es gelten wieder die Fristen.\n")
      return .done
    }
    guard let folder = arguments.value("output"), folder != "-" else {
      throw UsageFailure(.missingArgument, "Bitte mit -o sagen, in welchen Ordner.")
    }
    var disclosure = try CaseDisclosure(
      of: number, for: person, representing: Array(people.dropFirst()), in: archive, catalogue: try context.catalogue(),
      day: context.day)
    try choose(&disclosure, arguments)
    let review = DisclosureReview(disclosure, try disclosure.grounds(), context)
    let code = archive.code(of: [number] + people + review.lines)
    if let typed = arguments.value("accept") {
      guard ListCode.fits(typed, code) else { throw ArchiveFailure(.proposalChanged) }
    } else if try !review.isAgreed(code, number, isOpen: arguments.has("text")) {
      return .done
    }
    let status = try write(disclosure, to: folder, arguments, context)
    guard status != .errors else { return status }
    try archive.note(
      Disclosed(
        day: access.today, by: archive.personLabel, papers: disclosure.paperCount, masks: disclosure.masks.count),
      inCase: number, today: access.today)
    context.surroundings.writeError(
      "Wenn die Auskunft übergeben ist: kiso archive disclose \(number) --for \(arguments.values("for").first ?? "") --answered"
    )
    return status
  }

  /// The people of a case by numbers, since names do not belong on a command line.
  private static func list(
    _ names: [String], _ archive: Archive, _ number: String, _ context: CommandContext
  ) throws -> ExitStatus {
    let file = try archive.entries(ofCase: number).first { $0.card.role == .caseFile }
    for (place, name) in names.enumerated() {
      let request = file?.card.requests.first { $0.note == name }
      let until = request.map { "  gefragt am \($0.since.german), zu beantworten bis \($0.review.german)" } ?? ""
      try context.output("\(place + 1)  \(Finding.harmless(name))\(until)\n")
    }
    if names.isEmpty { try context.output("Der Vorgang nennt niemanden.\n") }
    return .done
  }

  /// What a person decided after reading.
  private static func choose(_ disclosure: inout CaseDisclosure, _ arguments: ParsedArguments) throws {
    // Numbers are those of the list as it is shown without any choice.
    let masks = disclosure.masks
    for typed in (arguments.value("show") ?? "").split(separator: ",") {
      guard let number = Int(typed), masks.indices.contains(number - 1), masks[number - 1].mayBeShown else {
        throw UsageFailure.badValue(of: "show", expected: "Nummern von Texten, die sich mitteilen lassen")
      }
      disclosure.show(masks[number - 1])
    }
    for label in arguments.values("hide") where disclosure.hide(label) == 0 {
      throw UsageFailure.badValue(of: "hide", expected: "eine Angabe, wie sie in der Auskunft heißt")
    }
  }

  private static func write(
    _ disclosure: CaseDisclosure, to folder: String, _ arguments: ParsedArguments, _ context: CommandContext
  ) throws -> ExitStatus {
    let (paper, library) = try disclosure.record()
    context.report(paper.findings)
    guard !paper.findings.contains(where: { $0.strength == .error }) else { return .errors }
    var documents = try context.maker().documents(of: paper, named: paper.form.id, library, as: .odt) {
      (sheet) throws(PaperworkFailure) in
      try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
        try EvaluatedRecord(paper.given, form: paper.form, library: library, day: context.day, sheet: sheet)
      }
    }
    do {
      documents = try context.pdfs(of: documents, arguments)
    } catch {
      for line in FailureReport(error).lines { context.surroundings.writeError(line) }
      context.surroundings.writeError("Die Kopie ist deshalb kein PDF, sondern ein ODT.")
    }
    documents += try context.maker().documents(of: paper, named: paper.form.id, library, as: .json) {
      (_) throws(PaperworkFailure) in paper
    }
    try FolderMaking.make(folder)
    for document in documents {
      let path = FilePath.joining(folder, FilePath.lastComponent(of: document.fileName))
      try context.output(document.bytes, to: path)
      context.surroundings.writeError(path)
    }
    return context.status(of: paper.findings)
  }
}
