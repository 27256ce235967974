import Paperwork
import Terminal

/// `kiso render`: finished or blank papers.
enum RenderCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso render", summary: "fertige oder leere Dokumente erzeugen",
    usage: ["ANGABEN [-o DATEI.odt|.fodt|.pdf]", "ANGABEN... -o ORDNER", "--blank FORMULAR... [-o ZIEL]"],
    positionals: [
      .init("ANGABEN", help: "JSON, XML oder ein Dokument von kiso; - liest die Eingabe", count: .oneOrMore)
    ],
    options: [
      CommonOptions.output, .init("format", value: "ART", help: "odt, fodt oder pdf, für Dateien im Ordner"),
      .init("final", help: "fertiges Dokument (so auch ohne Angabe)"),
      .init("blank", help: "leeres Formular für den Stift; ANGABEN ist sein Name"), CommonOptions.asOf,
      CommonOptions.strict, CommonOptions.with, CommonOptions.soffice, CommonOptions.passwordDescriptor,
      CommonOptions.password, CommonOptions.municipality, .help,
    ],
    examples: ["kiso render notiz.json -o notiz.pdf"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    if arguments.has("final"), arguments.has("blank") {
      throw UsageFailure(.givenTwice, "‚--final‘ und ‚--blank‘ schließen einander aus.")
    }
    let sources = arguments.values("ANGABEN")
    let place = try OutputPlace(
      target: arguments.value("output"), count: sources.count, format: arguments.value("format"))
    if arguments.has("password") || arguments.has("password-fd") {
      guard place.format.isPackage, place.kind != .standardOutput else { throw CommandFailure.notProtectable }
    }
    let password = try context.password(arguments, isNew: true)
    var batch = try PaperBatch(
      count: sources.count, format: place.format.paper, password: password, arguments, context)
    if arguments.has("blank") {
      try batch.makeBlank(sources)
    } else {
      try context.checkInputs(sources + arguments.values("with"))
      try batch.make(sources, companions: arguments.values("with"), takingFinished: false)
    }
    try place.check(batch.documents)
    let isPDF = place.format == .pdf
    let documents = try isPDF ? OfficeWork.pdfs(of: batch.documents, arguments, context) : batch.documents
    var random = context.surroundings.random()
    try place.write(documents.map { try $0.protected(with: password, random: &random) }, context)
    batch.reportRefused("erzeugt")
    return batch.status
  }
}
