import Delivery
import Files
import Paperwork
import RecordArchive
import Terminal

/// `kiso retention log`: what was deleted, as a table or as the paper that proves it.
enum LogCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso retention log", summary: "das Löschprotokoll zeigen oder als Papier ausgeben",
    usage: ["[--run N] [Optionen]", "--run N -o DATEI.json|.odt --from ANGABEN"],
    options: [
      .init("run", value: "NUMMER", help: "nur dieser Löschlauf"),
      .init("output", short: "o", value: "DATEI", help: "der Lösch- und Vernichtungsnachweis als Papier"),
      .init("from", value: "ANGABEN", help: "Angaben des Nachweises: durchgeführt von"),
    ] + ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso retention log --run 3 -o nachweis.odt --from ich.json"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let archive = try access.open()
    var records = archive.deletionLog.records
    if let typed = arguments.value("run") {
      guard let run = UInt32(typed) else {
        throw UsageFailure.badValue(of: "run", expected: "die Nummer eines Löschlaufs")
      }
      records = records.filter { $0.run == run }
    }
    guard !records.isEmpty else {
      try context.output("Das Löschprotokoll hat dazu keinen Eintrag.\n")
      return .done
    }
    if let target = arguments.value("output") { return try paper(records, to: target, arguments, access, context) }
    let kinds = try access.library().kindsOfData
    let people = Dictionary(archive.people.map { ($0.number, $0.label) }) { first, _ in first }
    let rows = records.map { record in
      [
        "\(record.number)", "\(record.run)", record.id.description, kinds?.code(record.kind)?.short ?? record.kind,
        record.rule, record.end?.german ?? "–", record.day.german, word(record), people[record.by] ?? "\(record.by)",
      ]
    }
    try context.output(
      EntryTable.table(
        ["Nr.", "Lauf", "Eintrag", "Datenart", "Regel", "Fristende", "gelöscht am", "Art", "durch"], rows))
    return .done
  }

  private static func word(_ record: DeletionRecord) -> String {
    let word =
      switch record.act {
      case .deleted: "gelöscht"
      case .shredded: "geschreddert"
      case .strayKey: "Schlüssel"
      case .handedOver: "übergeben" + (record.handover.map { " (Quittung \($0))" } ?? "")
      }
    return record.isEarly ? word + " (auf Wunsch)" : word
  }

  /// The paper is made like any other: from a record of the form, with its rules and its template.
  private static func paper(
    _ records: [DeletionRecord], to target: String, _ arguments: ParsedArguments, _ access: ArchiveAccess,
    _ context: CommandContext
  ) throws -> ExitStatus {
    let catalogue = try context.catalogue()
    let place = try OutputPlace(target: target, count: 1, format: nil, possible: PaperFormat.allCases)
    var start: Record?
    if let source = arguments.value("from") {
      start = try PaperReader(catalogue: catalogue, day: context.day).read(try context.input(source)).paper.record
    }
    let proof = try DeletionProof.evaluated(records, from: start, catalogue: catalogue, on: context.day)
    guard let (paper, library) = proof else { throw CommandFailure.noProof }
    context.report(paper.findings)
    guard place.format.isRecord || !paper.findings.contains(where: { $0.strength == .error }) else {
      if start == nil {
        context.surroundings.writeError("Wer gelöscht hat, steht in einer Datei mit Angaben: --from DATEI.json")
      }
      return .errors
    }
    let documents = try context.maker().documents(of: paper, named: paper.form.id, library, as: place.format) {
      (sheet) throws(PaperworkFailure) in
      try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
        try EvaluatedRecord(paper.given, form: paper.form, library: library, day: context.day, sheet: sheet)
      }
    }
    try place.write(place.format == .pdf ? context.pdfs(of: documents, arguments) : documents, context)
    return context.status(of: paper.findings)
  }
}
