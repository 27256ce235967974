import Delivery
import Files
import Paperwork
import Printing
import Terminal

/// `kiso print`: papers as PDF/A on paper, or into files.
enum PrintCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso print", summary: "Papiere drucken oder als PDF ausgeben",
    usage: ["DATEI... [--printer NAME] [-o ZIEL]", "--blank FORMULAR... [--printer NAME] [-o ZIEL]"],
    positionals: [
      .init("DATEI", help: "Angaben, ein Dokument (.odt, .fodt) oder ein PDF", count: .oneOrMore)
    ],
    options: [
      .init("blank", help: "leere Formulare; DATEI ist ihr Name"), CommonOptions.language,
      .init("printer", value: "NAME", help: "Drucker; sonst der Standarddrucker"),
      .init("copies", value: "N", help: "wie oft, 1 bis \(PrintSettings.mostCopies)"),
      .init("duplex", value: "ART", help: "long (Vorgabe), short oder off"),
      .init("output", short: "o", value: "ZIEL", help: "PDF-Datei oder Ordner; nichts wird gedruckt"),
      CommonOptions.asOf, CommonOptions.strict, CommonOptions.with, CommonOptions.soffice,
      CommonOptions.jobs,
    ] + StoredPapers.options + ArchiveAccess.credentialOptions + [CommonOptions.municipality, .help],
    examples: ["kiso print notiz.json --copies 2"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let sources = arguments.values("DATEI")
    let place = try outputPlace(arguments, count: sources.count)
    try arguments.checkLanguage()
    let settings = try self.settings(arguments)
    let stored = try StoredPapers(arguments, context)
    let batch = try context.batch(arguments, password: nil, stored: stored)
    let report = BatchReport(count: sources.count, context)
    let outcome: PaperBatch.Outcome
    if arguments.has("blank") {
      outcome = try batch.makeNew(
        sources, in: arguments.value("language"), isFillable: false, as: .pdf, told: report.tell)
    } else {
      try context.checkInputs(sources + arguments.values("with"))
      outcome = try batch.make(
        sources, among: arguments.values("with"), as: .pdf, .asItIs, load: context.input, progress: report.show,
        told: report.tell)
    }
    if let place, !outcome.documents.isEmpty {
      try place.check(outcome.documents)
      try place.write(context.pdfs(of: outcome.documents, arguments), context)
    } else if !outcome.documents.isEmpty {
      let printer = try Printer(settings, context)
      try printer.print(try context.pdfs(of: outcome.documents, arguments), context)
      if printer.isWaiting { report.raise(.warnings) }
    }
    try stored.check()
    report.tellRefused(of: outcome, place == nil || outcome.documents.isEmpty ? "gedruckt" : "erzeugt")
    return report.status
  }

  /// Where PDFs go; nil when they are to be printed.
  private static func outputPlace(_ arguments: ParsedArguments, count: Int) throws -> OutputPlace? {
    guard let target = arguments.value("output") else { return nil }
    if let option = ["printer", "copies", "duplex"].first(where: arguments.has) {
      throw UsageFailure(.unexpectedValue, "Mit ‚--output‘ wird nicht gedruckt; ‚--\(option)‘ passt nicht dazu.")
    }
    let place = try OutputPlace(target: target, count: count, format: target == "-" ? "pdf" : nil, standard: .pdf)
    guard place.format == .pdf else {
      throw CommandFailure.unknownFormat(ending: FilePath.pathExtension(of: target), possible: ".pdf")
    }
    return place
  }

  private static func settings(_ arguments: ParsedArguments) throws -> PrintSettings {
    var settings = PrintSettings(printer: arguments.value("printer"))
    if let typed = arguments.value("copies") {
      guard let copies = Int(typed), (1...PrintSettings.mostCopies).contains(copies) else {
        throw UsageFailure.badValue(of: "copies", expected: "eine Zahl von 1 bis \(PrintSettings.mostCopies)")
      }
      settings.copies = copies
    }
    switch arguments.value("duplex") {
    case nil, "long": settings.sides = .long
    case "short": settings.sides = .short
    case "off": settings.sides = .off
    default: throw UsageFailure.badValue(of: "duplex", expected: "long, short oder off")
    }
    return settings
  }
}
