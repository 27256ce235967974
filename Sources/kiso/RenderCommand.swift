import Files
import Paperwork
import Printing
import Terminal

/// `kiso render`: a finished or a blank paper.
enum RenderCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso render", summary: "ein fertiges oder leeres Dokument erzeugen",
    usage: ["ANGABEN [-o DATEI.odt|.fodt|.pdf]", "--blank FORMULAR [-o DATEI.odt|.fodt|.pdf]"],
    positionals: [
      .init("ANGABEN", help: "JSON, XML oder ein Dokument von kiso; - liest die Eingabe", completion: .files)
    ],
    options: [
      CommonOptions.output, .init("final", help: "fertiges Dokument (so auch ohne Angabe)"),
      .init("blank", help: "leeres Formular für den Stift; ANGABEN ist sein Name"), CommonOptions.asOf,
      CommonOptions.strict,
      .init(
        "with", value: "ANGABEN", isRepeatable: true, help: "weiteres Papier, auf das sich dieses bezieht",
        completion: .files),
      .init("soffice", value: "PFAD", help: "LibreOffice, wenn es nicht gefunden wird", completion: .files),
      CommonOptions.municipality, .help,
    ],
    examples: ["kiso render notiz.json -o notiz.pdf"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    if arguments.has("final"), arguments.has("blank") {
      throw UsageFailure(.givenTwice, "‚--final‘ und ‚--blank‘ schließen einander aus.")
    }
    let source = arguments.value("ANGABEN") ?? "-"
    let target = arguments.value("output")
    let format = try DocumentFormat(target: target)
    let catalogue = try context.catalogue()
    if arguments.has("blank") {
      let library = try catalogue.library(form: source)
      guard let form = library.forms[source] else { return .errors }
      let writer = try PaperWriter(
        form, template: try catalogue.template(for: source), library: library, output: .blank, format: format.paper,
        cache: catalogue.cache)
      try finish([try writer.blank(day: context.day)], format, target, arguments, context)
      return .done
    }
    let checker = PaperChecker(
      catalogue: catalogue, day: context.day, strict: arguments.has("strict-anonymity") ? ["anonymity"] : [])
    let paper = try checker.read(try context.input(source), name: source)
    let others = try arguments.values("with").map { try checker.read(try context.input($0), name: $0) }
    let evaluated = try checker.evaluate(paper, among: others)
    let findings = paper.paper.findings + evaluated.findings
    context.report(findings)
    guard !findings.contains(where: { $0.strength == .error }) else { return .errors }
    let writer = try PaperWriter(
      evaluated.form, template: try catalogue.template(for: evaluated.form.id), library: paper.library,
      format: format.paper, cache: catalogue.cache)
    var documents: [[UInt8]] = []
    for sheet in 0..<evaluated.sheets {
      let paper = evaluated.sheets == 1 ? evaluated : try checker.evaluate(paper, among: others, sheet: sheet)
      documents.append(try writer.document(for: paper))
    }
    try finish(documents, format, target, arguments, context)
    return context.status(of: findings)
  }

  private static func finish(
    _ documents: [[UInt8]], _ format: DocumentFormat, _ target: String?, _ arguments: ParsedArguments,
    _ context: CommandContext
  ) throws {
    guard documents.count == 1 || (target != nil && target != "-") else { throw CommandFailure.severalSheets }
    guard format == .pdf else { return try write(documents, to: target, context) }
    let office = try LibreOffice.find(
      given: arguments.value("soffice"), environmentValue: context.surroundings.environment("KISO_SOFFICE"),
      searchPath: context.surroundings.environment("PATH"))
    let named = documents.map { OfficeDocument.bytes($0, name: "dokument.odt") }
    try write(try office.convert(named, to: .pdfArchive), to: target, context)
  }

  /// Several sheets go to files of their own, such as `name-1.odt` and `name-2.odt`.
  static func write(_ documents: [[UInt8]], to target: String?, _ context: CommandContext) throws {
    for (index, document) in documents.enumerated() {
      let path = target.map { documents.count == 1 ? $0 : FilePath.numbered($0, index + 1) }
      try context.output(document, to: path)
      if documents.count > 1, let path { context.surroundings.writeError("Blatt \(index + 1): \(path)") }
    }
  }
}

/// What `render` writes, told by the ending of the file it goes to.
enum DocumentFormat {
  case odt, fodt, pdf

  /// ODT for standard output.
  ///
  /// Throws when the ending is another one.
  init(target: String?) throws(CommandFailure) {
    guard let target, target != "-" else {
      self = .odt
      return
    }
    switch FilePath.pathExtension(of: target) {
    case "odt": self = .odt
    case "fodt": self = .fodt
    case "pdf": self = .pdf
    case let ending: throw .unknownFormat(ending: ending, possible: ".odt, .fodt oder .pdf")
    }
  }

  /// The document that is made first.
  var paper: PaperWriter.Format { self == .fodt ? .fodt : .odt }
}
