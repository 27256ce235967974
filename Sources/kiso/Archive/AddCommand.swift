import Delivery
import Paperwork
import RecordArchive
import Terminal

/// `kiso archive add`: puts a record, a document, a PDF or a scan into the archive.
enum AddCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive add", summary: "ein Papier ablegen",
    usage: ["DATEI... [Optionen]", "--copies SEITEN --case VORGANG"],
    positionals: [.init("DATEI", help: "Angaben, Dokument, PDF, Scan; - liest die Eingabe", count: .any)],
    options: FilingOptions.options + [
      .init("issued", help: "das ausgestellte Dokument, nicht das ausgefüllte").rare,
      .init("draft", help: "auch Angaben mit Fehlern ablegen"),
      VersionQuestion.option.rare,
      .init("copies", value: "SEITEN", help: "kopierte Unterlagen vermerken (fragt, welche)"),
    ] + ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso archive add scan.pdf --case KSA-2-2025-0147 --kind spe"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let files = arguments.values("DATEI")
    if arguments.has("copies") { return try noteCopies(arguments, access, context) }
    guard !files.isEmpty else {
      throw UsageFailure(.missingArgument, "Es fehlt die Angabe DATEI: was abgelegt werden soll.")
    }
    try context.checkInputs(files + (arguments.value("passphrase-fd") == "0" ? ["-"] : []))
    let details = try FilingOptions.details(arguments)
    let inputs = try files.map { SourceFile(name: $0, bytes: try context.input($0)) }
    var opened: Archive?
    func archive() throws -> Archive {
      let archive = try opened ?? access.open()
      opened = archive
      return archive
    }
    // A paper may rest on one that lies in the archive, or have been taken back by one.
    let catalogue = try context.catalogue()
    let stored = ArchivePapers(day: context.day) { (try archive(), try catalogue.library()) }
    let filing = try PaperFiling(catalogue: catalogue, day: context.day, beside: stored)
    guard let (papers, findings) = try FilingOptions.papers(inputs, filing, details, context) else { return .errors }
    for paper in papers {
      let filed = try filing.file(paper, into: archive(), today: access.today) { other in
        try VersionQuestion.mayFollow(other, replaces: arguments.has("replace"), context)
      }
      try report(filed, in: archive(), access, context)
    }
    return context.status(of: findings)
  }

  /// Says under which id something lies and until when it is kept.
  static func report(
    _ filed: FiledPaper, in archive: Archive, _ access: ArchiveAccess, _ context: CommandContext
  ) throws {
    let entry = try archive.entry(filed.id.description)
    let sentence = RetentionReason.sentence(for: entry, library: try access.library(), on: access.today)
    try context.output("\(filed.german): \(entry.id)\n\(sentence)\n")
  }

  private static func noteCopies(
    _ arguments: ParsedArguments, _ access: ArchiveAccess, _ context: CommandContext
  ) throws -> ExitStatus {
    guard let number = arguments.value("case"), arguments.values("DATEI").isEmpty else {
      throw UsageFailure(.missingArgument, "‚--copies‘ braucht ‚--case‘ mit der Vorgangsnummer und keine Datei.")
    }
    guard let pages = Int(arguments.value("copies") ?? ""), (1...9_999).contains(pages) else {
      throw UsageFailure.badValue(of: "copies", expected: "wie viele Seiten es sind, 1 bis 9999")
    }
    let day = try FilingOptions.details(arguments).day
    let description = try context.surroundings.readLine("Welche Unterlagen wurden kopiert? ")
    guard !description.isEmpty else { throw UsageFailure(.missingArgument, "Die Bezeichnung der Unterlagen fehlt.") }
    let archive = try access.open()
    let copies = Filing.Copies(description: description, pages: pages, day: day ?? context.day)
    let id = try archive.note(copies, ofCase: number, today: access.today)
    try report(FiledPaper(id: id, outcome: .new), in: archive, access, context)
    return .done
  }
}
