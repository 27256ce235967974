import Delivery
import Paperwork
import Terminal

/// `kiso render`: finished or blank papers, or such as are filled in on a screen.
enum RenderCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso render", summary: "fertige oder leere Dokumente erzeugen",
    usage: [
      "[--fillable] ANGABEN... [-o ZIEL]", "[--fillable] --blank FORMULAR... [-o ZIEL]",
      "--html FORMULAR|ANGABEN... [-o SEITE.html]",
    ],
    positionals: [
      .init(
        "ANGABEN", help: "JSON, XML, Dokument von kiso; - liest die Eingabe", count: .oneOrMore, completion: .files)
    ],
    options: [
      CommonOptions.output,
      .init(
        "format", value: "ART", help: "odt, fodt, ods, fods, pdf: für Dateien im Ordner",
        completion: .words(["odt", "fodt", "ods", "fods", "pdf"])),
      .init("final", help: "fertiges Dokument (so auch ohne Angabe)"),
      .init("blank", help: "leeres Formular; ANGABEN ist sein Name"),
      CommonOptions.language,
      .init("fillable", help: "am Bildschirm auszufüllen, für kiso read"),
      .init("html", help: "Seite für den Browser; ANGABEN ist der Name eines Formulars oder eine Datei"),
      CommonOptions.asOf,
      CommonOptions.strict, CommonOptions.with, CommonOptions.soffice.rare, CommonOptions.passwordDescriptor,
      CommonOptions.password, CommonOptions.jobs, Watching.option.rare,
    ] + ArchiveFiling.options + StoredPapers.options + [CommonOptions.municipality, .help],
    examples: ["kiso render notiz.json -o notiz.pdf", "kiso render --html gespraechsnotiz -o notiz.html"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    if arguments.has("html") { return try BrowserPages(arguments, context).run() }
    try arguments.checkLanguage(isFillable: arguments.has("fillable"))
    for other in ["blank", "fillable"] where arguments.has("final") && arguments.has(other) {
      throw UsageFailure(.givenTwice, "‚--final‘ und ‚--\(other)‘ schließen einander aus.")
    }
    let sources = arguments.values("ANGABEN")
    let place = try OutputPlace(
      target: arguments.value("output"), count: sources.count, format: arguments.value("format"))
    if arguments.has("password") || arguments.has("password-fd") {
      guard place.format.isPackage, place.kind != .standardOutput else { throw CommandFailure.notProtectable }
    }
    if place.format.isSheet, arguments.has("blank") || arguments.has("fillable") {
      throw CommandFailure.unknownFormat(ending: place.format.rawValue, possible: ".odt oder .fodt")
    }
    if arguments.has("archive"), arguments.has("blank") || arguments.has("fillable") {
      throw UsageFailure(
        .givenTwice, "Abgelegt werden fertige Papiere; ‚--archive‘ passt nicht zu ‚--blank‘ und ‚--fillable‘.")
    }
    guard arguments.has("watch") else { return try make(sources, place, arguments, context) }
    guard case .file(let path) = place.kind, !arguments.has("archive"), !arguments.has("password") else {
      throw UsageFailure(
        .missingArgument, "‚--watch‘ braucht mit -o eine Datei, die immer neu geschrieben wird, ohne Ablage.")
    }
    let inputs = arguments.has("blank") ? [] : sources + arguments.values("with")
    Watching.run(try context.catalogue().folders + inputs, context, as: "kiso render") {
      let status = try make(sources, place, arguments, context)
      context.surroundings.writeError(status == .errors ? "Nicht geschrieben." : "Geschrieben: \(path)")
      return status
    }
  }

  /// Makes the documents and writes them.
  private static func make(
    _ sources: [String], _ place: OutputPlace, _ arguments: ParsedArguments, _ context: CommandContext
  ) throws -> ExitStatus {
    let password = try context.password(arguments, isNew: true)
    let stored = try StoredPapers(arguments, context)
    let filing = try ArchiveFiling(arguments, context, stored)
    let batch = try context.batch(arguments, password: password, stored: stored)
    let report = BatchReport(count: sources.count, context)
    let outcome = try outcome(sources, batch, report, as: place.format, keepsFacts: filing != nil, arguments, context)
    try place.check(outcome.documents)
    let documents = place.format == .pdf ? try context.pdfs(of: outcome.documents, arguments) : outcome.documents
    var random = context.surroundings.random()
    try place.write(documents.map { try $0.protected(with: password, random: &random) }, context)
    for paper in outcome.papers {
      guard let filing, let facts = paper.facts else { continue }
      try filing.store(facts, documents: documents.filter { $0.source == paper.source })
    }
    report.tellRefused(of: outcome, "erzeugt")
    try stored.check()
    return report.status
  }

  /// What is made: of forms or of values, for a pen, for a screen, or finished.
  private static func outcome(
    _ sources: [String], _ batch: PaperBatch, _ report: BatchReport, as format: PaperFormat, keepsFacts: Bool,
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws -> PaperBatch.Outcome {
    let isFillable = arguments.has("fillable")
    guard !isFillable || format != .pdf else {
      throw CommandFailure.unknownFormat(ending: "pdf", possible: PaperFormat.endings([.odt, .fodt]))
    }
    if arguments.has("blank") {
      return try batch.makeNew(
        sources, in: arguments.value("language"), isFillable: isFillable, as: format, told: report.tell)
    }
    let companions = arguments.values("with")
    try context.checkInputs(sources + companions)
    guard !isFillable else {
      return try batch.makeFillable(
        sources, among: companions, as: format, load: context.input, progress: report.show, told: report.tell)
    }
    return try batch.make(
      sources, among: companions, as: format, .record, keepsFacts: keepsFacts, load: context.input,
      progress: report.show, told: report.tell)
  }
}
