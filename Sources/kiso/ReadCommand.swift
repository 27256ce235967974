import Files
import Paperwork
import Terminal

/// `kiso read`: the values of a document of ours.
enum ReadCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso read", summary: "ein Dokument zurücklesen", usage: ["DOKUMENT.odt [-o DATEI.json|.xml]"],
    positionals: [.init("DOKUMENT", help: "ein mit kiso erzeugtes Dokument; - liest die Eingabe", completion: .files)],
    options: [CommonOptions.output, CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso read notiz.odt -o notiz.json"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let path = arguments.value("DOKUMENT") ?? "-"
    let target = arguments.value("output")
    let format = try RecordFormat(target: target)
    let reader = PaperReader(catalogue: try context.catalogue(), day: context.day)
    let (paper, library) = try reader.read(try context.input(path))
    context.report(paper.findings)
    try context.output(format.bytes(paper.record, library), to: target)
    return paper.findings.isEmpty ? .done : .warnings
  }
}

/// How a record is written, told by the ending of the file it goes to.
enum RecordFormat {
  case json, xml

  /// JSON for standard output.
  ///
  /// Throws when the ending is another one.
  init(target: String?) throws(CommandFailure) {
    guard let target, target != "-" else {
      self = .json
      return
    }
    switch FilePath.pathExtension(of: target) {
    case "json": self = .json
    case "xml": self = .xml
    case let ending: throw .unknownFormat(ending: ending, possible: ".json oder .xml")
    }
  }

  func bytes(_ record: Record, _ library: FormLibrary) -> [UInt8] {
    switch self {
    case .xml: record.xml()
    case .json: library.forms[record.form].map { record.json(form: $0) } ?? record.xml()
    }
  }
}
