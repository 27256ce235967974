import Files
import Paperwork
import Terminal

/// `kiso stats merge`: the sheets of workers or districts, put together.
enum StatsMergeCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso stats merge", summary: "Blätter mehrerer Fachkräfte oder Bezirke zusammenführen",
    usage: ["part1|part2 BLATT... [--set PFAD=WERT] [-o ZIEL]"],
    positionals: [
      .init("STATISTIK", help: "part1 (was getan wurde) oder part2 (für wen, warum)"),
      .init(
        "BLATT", help: "Blätter eines Zeitraums als .json, .xml, .ods oder .odt, oder ein Ordner damit",
        count: .oneOrMore),
    ],
    options: [
      .init("set", value: "PFAD=WERT", isRepeatable: true, help: "einen Wert setzen; ohne Angabe die ganze Stadt"),
      StatsOptions.output,
      StatsOptions.draft,
    ] + StatsOptions.making + [.help],
    examples: ["kiso stats merge part2 Rückgabe/ -o teil2-stadt.ods"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let place = try OutputPlace(
      target: arguments.value("output"), count: 1, format: nil, standard: .json, possible: PaperFormat.allCases)
    let catalogue = try context.catalogue()
    let library = try catalogue.library()
    let form = try StatsCommand.form(arguments.value("STATISTIK") ?? "", library)
    let reader = PaperReader(
      catalogue: catalogue, day: context.day, password: try context.password(arguments), library: library)
    let files = try PaperFolders.files(of: arguments.values("BLATT")) { folder, count in
      context.surroundings.writeError("\(folder): \(count) andere Dateien übergangen.")
    }
    var sheets: [Record] = []
    var findings: [Finding] = []
    for (number, file) in files.enumerated() {
      let paper = try reader.read(try context.input(file)).paper
      context.surroundings.writeError("Blatt \(number + 1): \(file)")
      findings += paper.findings
      sheets.append(paper.record)
    }
    var filling = Filling(form: form, library: library, day: context.day)
    let settings = arguments.values("set")
    // Without a word of the area it is the whole.
    if let whole = form.statistics?.whole, let field = whole.split(separator: "=").first,
      !settings.contains(where: { $0.hasPrefix("\(field)=") })
    {
      try filling.set(whole)
    }
    for assignment in settings { try filling.set(assignment) }
    let merge = try SheetMerge(sheets, into: filling.record, form: form, library: library, day: context.day)
    for note in merge.notes { context.surroundings.writeError(note) }
    let result = try EvaluatedRecord(merge.record, form: form, library: library, day: context.day)
    findings += result.findings
    context.report(findings)
    let isBroken = findings.contains { $0.strength == .error }
    if StatsOptions.refuses(isBroken, isPublic: false, arguments, context) { return .errors }
    try StatsCommand.write(result, library, to: place, arguments, context)
    return isBroken || merge.isDoubtful ? .warnings : context.status(of: findings)
  }
}
