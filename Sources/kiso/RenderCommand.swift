import Paperwork
import Terminal

/// `kiso render`: finished or blank papers, or such as are filled in on a screen.
enum RenderCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso render", summary: "fertige oder leere Dokumente erzeugen",
    usage: ["[--fillable] ANGABEN... [-o ZIEL]", "[--fillable] --blank FORMULAR... [-o ZIEL]"],
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
      .init("fillable", help: "am Bildschirm auszufüllen, für kiso read"), CommonOptions.asOf,
      CommonOptions.strict, CommonOptions.with, CommonOptions.soffice, CommonOptions.passwordDescriptor,
      CommonOptions.password,
    ] + ArchiveFiling.options + [CommonOptions.municipality, .help],
    examples: ["kiso render notiz.json -o notiz.pdf"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
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
    let password = try context.password(arguments, isNew: true)
    let filing = try ArchiveFiling(arguments, context)
    var batch = try PaperBatch(
      count: sources.count, format: place.format.paper, password: password, arguments, context)
    let isBlank = arguments.has("blank")
    if !isBlank { try context.checkInputs(sources + arguments.values("with")) }
    if arguments.has("fillable") {
      guard place.format != .pdf else {
        throw CommandFailure.unknownFormat(ending: "pdf", possible: ".odt oder .fodt")
      }
      try batch.makeFillable(sources, areForms: isBlank, companions: arguments.values("with"))
    } else if isBlank {
      try batch.makeBlank(sources)
    } else {
      try batch.make(sources, companions: arguments.values("with"), takingFinished: false)
    }
    try place.check(batch.documents)
    let isPDF = place.format == .pdf
    let documents = try isPDF ? OfficeWork.pdfs(of: batch.documents, arguments, context) : batch.documents
    var random = context.surroundings.random()
    try place.write(documents.map { try $0.protected(with: password, random: &random) }, context)
    for paper in batch.papers {
      try filing?.store(paper.evaluated, paper.library, documents: documents.filter { $0.source == paper.source })
    }
    batch.reportRefused("erzeugt")
    return batch.status
  }
}
