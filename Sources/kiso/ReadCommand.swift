import Files
import Paperwork
import Terminal

/// `kiso read`: the values of documents.
enum ReadCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso read", summary: "Dokumente zurücklesen",
    usage: [
      "DOKUMENT.odt [-o DATEI.json|.xml]", "DOKUMENT.odt... -o ORDNER",
      "--changes DOKUMENT.odt [--format text|json] [-o DATEI]",
      "TEXT.txt [--form FORMULAR] [-o DATEI.json|.xml]",
    ],
    positionals: [
      .init(
        "DOKUMENT", help: "Dokumente oder der Text eines Papiers; - liest die Eingabe", count: .oneOrMore,
        completion: .files)
    ],
    options: [
      CommonOptions.output,
      .init("labels", help: "als reinen Text lesen, was nicht danach aussieht"),
      .init(
        "form", value: "FORMULAR", help: "welches Formular ein fremdes Papier ist, wenn sein Titel es nicht sagt",
        completion: .list("forms")),
      .init("changes", help: "zeigt, was sich seit dem Ausstellen geändert hat"),
      .init(
        "format", value: "FORM", help: "mit --changes: text (so auch ohne Angabe) oder json",
        completion: .words(["text", "json"])),
      CommonOptions.passwordDescriptor.rare, CommonOptions.password.rare, CommonOptions.jobs,
      CommonOptions.asOf,
    ] + ArchiveFiling.options + [CommonOptions.municipality.rare, .help],
    examples: ["kiso read notiz.odt -o notiz.json"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let sources = arguments.values("DOKUMENT")
    let target = arguments.value("output")
    let changes = try changes(arguments)
    guard changes == nil || sources.count == 1 else {
      throw UsageFailure(.unexpectedValue, "‚--changes‘ gibt es für ein Dokument; bitte einzeln.")
    }
    let place =
      try changes == nil
      ? OutputPlace(target: target, count: sources.count, format: nil, standard: .json, possible: PaperFormat.records)
      : nil
    try context.checkInputs(sources)
    let batch = try context.batch(arguments, password: try context.password(arguments), stored: nil)
    let filing = try ArchiveFiling(arguments, context)
    let report = BatchReport(count: sources.count, context)
    let isText = arguments.has("labels")
    var contents: [String: [UInt8]] = [:]
    var documents: [PaperDocument] = []
    var read: [(name: String, paper: ReadPaper, library: FormLibrary)] = []
    try batch.readBack(
      sources, labels: arguments.value("form").map { .form($0) } ?? .title, isText: isText,
      load: { (name) throws(FileFailure) in
        let bytes = try context.input(name)
        if filing != nil { contents[name] = bytes }
        return bytes
      }, progress: report.show
    ) { name, result in
      let (paper, library): (ReadPaper, FormLibrary)
      switch result {
      case .failure(let failure): return try report.tell(failure, of: name)
      case .success(let success): (paper, library) = success
      }
      let findings = paper.findings + paper.misfits
      report.tell(findings, of: name)
      report.raise(findings.contains { $0.strength != .hint } ? .warnings : .done)
      if let changes { return try context.output(ChangeReport(paper, name: name).bytes(changes), to: target) }
      guard !paper.isLess else {
        report.raise(.errors)
        return context.surroundings.writeError(
          "\(sources.count > 1 ? name + ": " : "")Nicht geschrieben: Es wäre weniger, als gelesen wurde. Bitte die genannten Stellen "
            + "berichtigen, oder die Fassung des Formulars aufbewahren, mit der das Papier gemacht ist (Handbuch, Kapitel 5)."
        )
      }
      let format = place?.format ?? .json
      documents.append(
        PaperDocument(
          source: name, bytes: paper.record.bytes(as: format, library), kind: format.kind, isOurs: true))
      if filing != nil { read.append((name, paper, library)) }
    }
    try place?.check(documents)
    try place?.write(documents, context)
    for (name, paper, library) in read {
      guard let filing, let content = contents[name] else { continue }
      let kind = SourceKind(of: content)
      let document = PaperDocument(source: name, bytes: content, kind: kind, isOurs: !isText && kind != .text)
      try filing.store(paper.record, library, documents: [document], as: .completed)
    }
    return report.status
  }

  /// How changes are listed; nil when they are not asked for.
  private static func changes(_ arguments: ParsedArguments) throws(UsageFailure) -> ChangeReport.Format? {
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
