import Paperwork
import Terminal

/// `kiso check`: what is wrong with records and documents, all at once.
enum CheckCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso check", summary: "Angaben und Dokumente prüfen", usage: ["DATEI... [Optionen]"],
    positionals: [
      .init(
        "DATEI", help: "JSON, XML oder ein Dokument von kiso; - liest die Eingabe", count: .oneOrMore,
        completion: .files)
    ],
    options: [
      CommonOptions.asOf, .init("format", value: "ART", help: "text, json oder sarif", completion: .words(["text", "json", "sarif"])), CommonOptions.strict,
      CommonOptions.passwordDescriptor, CommonOptions.password, CommonOptions.municipality, .help,
    ],
    examples: ["kiso check notiz.json --as-of 2025-11-20"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    guard let format = FindingReport.Format(rawValue: arguments.value("format") ?? "text") else {
      throw UsageFailure.badValue(of: "format", expected: "text, json oder sarif")
    }
    let files = arguments.values("DATEI")
    try context.checkInputs(files)
    let strict: Set<String> = arguments.has("strict-anonymity") ? ["anonymity"] : []
    let checker = PaperChecker(
      catalogue: try context.catalogue(), day: context.day, strict: strict, password: try context.password(arguments))
    var papers: [PaperChecker.Paper] = []
    var worst = ExitStatus.done
    for file in files {
      do {
        papers.append(try checker.read(try context.input(file), name: file))
      } catch {
        // One file that cannot be read does not keep the others from being checked.
        let report = FailureReport(error)
        for line in report.lines { context.surroundings.writeError("kiso check: \(file): \(line)") }
        worst = report.status
      }
    }
    let checked = try checker.check(papers)
    let report = FindingReport(checked)
    try context.output(String(decoding: report.bytes(format), as: UTF8.self))
    if worst != .done { return worst }
    let findings = checked.flatMap(\.findings)
    return findings.contains { $0.strength == .error } ? .errors : context.status(of: findings)
  }
}
