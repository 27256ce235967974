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
      CommonOptions.asOf,
      .init("format", value: "ART", help: "text, json oder sarif", completion: .words(["text", "json", "sarif"])),
      CommonOptions.strict, CommonOptions.jobs,
      CommonOptions.passwordDescriptor, CommonOptions.password,
    ] + StoredPapers.options + ArchiveAccess.credentialOptions + [CommonOptions.municipality, .help],
    examples: ["kiso check notiz.json --as-of 2025-11-20"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    guard let format = FindingReport.Format(rawValue: arguments.value("format") ?? "text") else {
      throw UsageFailure.badValue(of: "format", expected: "text, json oder sarif")
    }
    let files = arguments.values("DATEI")
    try context.checkInputs(files)
    let stored = try StoredPapers(arguments, context)
    let batch = try context.batch(arguments, password: try context.password(arguments), stored: stored)
    var report = FindingReport(format)
    var unread = ExitStatus.done
    var worst = ExitStatus.done
    var progress = context.surroundings.progress("Geprüft", files.count)
    // A report is written as it grows, unless it must be whole to be anything.
    try batch.check(
      files, load: context.input, progress: { done, total in if total > 1, done < total { progress.report(done) } },
      failed: { file, failure in
        progress.finish()
        let failure = FailureReport(failure)
        for line in failure.lines { context.surroundings.writeError("kiso check: \(file): \(line)") }
        unread = failure.status
      },
      told: { result in
        progress.finish()
        try context.output(report.add(result), to: nil)
        let isBroken = result.findings.contains { $0.strength == .error }
        worst = worst.or(isBroken ? .errors : context.status(of: result.findings))
      })
    try context.output(report.end(), to: nil)
    try stored.check()
    return unread == .done ? worst : unread
  }
}
