import Delivery
import Paperwork
import Printing
import Terminal
import Workers

extension CommonOptions {
  static let language = CommandLineSyntax.Option(
    "language", value: "SPRACHE", help: "zu --blank: zweisprachig, zum Beispiel tr"
  )
  static let jobs = CommandLineSyntax.Option(
    "jobs", value: "N", help: "wie viele Papiere zugleich; sonst so viele, wie der Rechner Kerne hat"
  ).rare
}

extension ParsedArguments {
  /// Whether a language is asked for where none can be: on anything but blank forms for a pen.
  func checkLanguage(isFillable: Bool = false) throws(UsageFailure) {
    guard has("language"), !has("blank") || isFillable else { return }
    throw UsageFailure(.unexpectedValue, "‚--language‘ wählt die Sprache leerer Formulare und braucht ‚--blank‘.")
  }
}

extension CommandContext {
  /// What makes papers on the reference day.
  func maker() throws -> PaperMaker { PaperMaker(catalogue: try catalogue(), day: day) }

  /// Papers in one go, as the options say.
  func batch(
    _ arguments: ParsedArguments, password: PaperPassword?, stored: StoredPapers?
  ) throws -> PaperBatch {
    PaperBatch(
      try maker(), strict: arguments.has("strict-anonymity") ? ["anonymity"] : [], password: password,
      archive: stored?.papers, workers: try workers(arguments))
  }

  /// How many threads, as the options say.
  func workers(_ arguments: ParsedArguments) throws(UsageFailure) -> Workers {
    guard let typed = arguments.value("jobs") else { return .onAllCores }
    guard let count = Int(typed), (1...256).contains(count) else {
      throw UsageFailure.badValue(of: "jobs", expected: "eine Zahl von 1 bis 256")
    }
    return Workers(count)
  }

  /// The same documents as PDFs, with progress where a person looks on; LibreOffice is looked for only if it is needed.
  func pdfs(of documents: [PaperDocument], _ arguments: ParsedArguments) throws(PrintingFailure) -> [PaperDocument] {
    let count = documents.count { $0.kind != .pdf }
    if count == 0 { return documents }
    let office = try LibreOffice.find(
      given: arguments.value("soffice"), environmentValue: surroundings.environment("KISO_SOFFICE"),
      searchPath: surroundings.environment("PATH"))
    var progress = surroundings.progress("PDF", count)
    progress.report(0)
    return try office.pdfs(of: documents) { progress.report($0) }
  }
}
