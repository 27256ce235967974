import Files
import Paperwork
import Terminal

/// `kiso read`: the values of a document of ours.
enum ReadCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso read", summary: "ein Dokument zurücklesen",
    usage: [
      "DOKUMENT.odt [-o DATEI.json|.xml]", "--changes DOKUMENT.odt [--format text|json] [-o DATEI]",
      "--labels TEXT.txt [--form FORMULAR] [-o DATEI.json|.xml]",
    ],
    positionals: [
      .init("DOKUMENT", help: "ein Dokument von kiso oder ein fremdes; - liest die Eingabe", completion: .files)
    ],
    options: [
      CommonOptions.output,
      .init("labels", help: "reinen Text nach seinen Beschriftungen lesen, zum Beispiel von einem Scan"),
      .init(
        "form", value: "FORMULAR", help: "welches Formular ein fremdes Papier ist, wenn sein Titel es nicht sagt",
        completion: .list("forms")),
      .init("changes", help: "zeigt, was sich seit dem Ausstellen geändert hat"),
      .init(
        "format", value: "FORM", help: "mit --changes: text (so auch ohne Angabe) oder json",
        completion: .words(["text", "json"])),
      CommonOptions.passwordDescriptor.rare, CommonOptions.password.rare, CommonOptions.asOf,
    ] + ArchiveFiling.options + [CommonOptions.municipality.rare, .help],
    examples: ["kiso read notiz.odt -o notiz.json"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let path = arguments.value("DOKUMENT") ?? "-"
    let target = arguments.value("output")
    let report = try Self.report(arguments)
    let format = report == nil ? try RecordFormat(target: target) : .json
    var reader = PaperReader(
      catalogue: try context.catalogue(), day: context.day, password: try context.password(arguments))
    reader.labels = arguments.value("form").map { .form($0) } ?? .title
    let filing = try ArchiveFiling(arguments, context)
    let content = try context.input(path)
    let isText = arguments.has("labels")
    let (paper, library) = isText ? try reader.read(text: content) : try reader.read(content)
    let findings = paper.findings + paper.misfits
    context.report(findings)
    let bytes = report.map { ChangeReport(paper, name: path).bytes($0) } ?? format.bytes(paper.record, library)
    try context.output(bytes, to: target)
    if let filing, let form = library.forms[paper.record.form] {
      let evaluated = try EvaluatedRecord(paper.record, form: form, library: library, day: context.day)
      let document = MadeDocument(
        source: path, bytes: content, fileExtension: isText ? "txt" : "odt", isOurs: !isText)
      try filing.store(evaluated, library, documents: [document], as: .completed)
    }
    return findings.contains { $0.strength != .hint } ? .warnings : .done
  }
}

extension ReadCommand {
  /// How changes are listed; nil when they are not asked for.
  private static func report(_ arguments: ParsedArguments) throws(UsageFailure) -> ChangeReport.Format? {
    guard arguments.has("changes") else {
      if arguments.has("format") {
        throw UsageFailure(.missingValue, "‚--format‘ gehört zu ‚--changes‘.")
      }
      return nil
    }
    guard let name = arguments.value("format") else { return .text }
    guard let format = ChangeReport.Format(rawValue: name) else {
      throw UsageFailure.badValue(of: "format", expected: "text oder json")
    }
    return format
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
