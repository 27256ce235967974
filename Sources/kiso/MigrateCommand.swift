import Delivery
import Files
import Paperwork
import RecordArchive
import Terminal

/// `kiso migrate`: brings papers forward to today's version of their form, and keeps a version before it is changed.
enum MigrateCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso migrate", summary: "Papiere auf die heutige Fassung ihres Formulars heben",
    usage: [
      "DATEI [-o DATEI.json|.xml]", "DATEI... -o ORDNER", "--archive NUMMER|VORGANG...", "--keep FORMULAR...",
    ],
    positionals: [
      .init("DATEI", help: "Angaben oder Dokumente einer früheren Fassung", count: .oneOrMore, completion: .files)
    ],
    options: [
      CommonOptions.output,
      .init("leave", help: "auch wenn Angaben keinen Platz mehr haben; sie bleiben nur im alten Papier"),
      .init("archive", help: "abgelegte Papiere heben; die alten bleiben als frühere Fassung"),
      .init("keep", help: "die heutige Fassung eines Formulars aufbewahren, bevor es geändert wird"),
    ] + ArchiveAccess.credentialOptions + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso migrate notiz.json -o notiz-neu.json", "kiso migrate --keep gespraechsnotiz"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    guard !arguments.has("archive") || !arguments.has("keep") else {
      throw UsageFailure(.givenTwice, "‚--archive‘ und ‚--keep‘ schließen einander aus.")
    }
    if arguments.has("keep") { return try keep(arguments, context) }
    return try arguments.has("archive") ? migrateStored(arguments, context) : migrateFiles(arguments, context)
  }

  private static func keep(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let catalogue = try context.catalogue()
    let keeping = try VersionKeeping(catalogue)
    for name in arguments.values("DATEI") {
      let paths = try keeping.keep(catalogue.formID(meant: name))
      let lists = paths.filter { $0.contains("/lists/") }
      for path in paths where !lists.contains(path) { try context.output("Aufbewahrt: \(path)\n") }
      if !lists.isEmpty { try context.output("und \(lists.count == 1 ? "1 Liste" : "\(lists.count) Listen") dazu\n") }
      if paths.isEmpty { try context.output("›\(name)‹ ist in dieser Fassung schon aufbewahrt.\n") }
    }
    return .done
  }

  // MARK: - Files

  private static func migrateFiles(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let sources = arguments.values("DATEI")
    let place = try OutputPlace(
      target: arguments.value("output"), count: sources.count, format: nil, standard: .json,
      possible: PaperFormat.records)
    try context.checkInputs(sources)
    let checker = PaperChecker(catalogue: try context.catalogue(), day: context.day)
    var documents: [PaperDocument] = []
    var status = ExitStatus.done
    for name in sources {
      let paper = try checker.read(try context.input(name), name: name)
      let findings = paper.paper.findings + paper.paper.misfits
      context.report(findings.filter { $0.strength != .hint }, of: name)
      guard !findings.contains(where: { $0.strength == .error }) else {
        status = .errors
        continue
      }
      let record: Record
      if let migration = try PaperMigration(paper, checker, day: context.day) {
        let told = try tell(migration, of: name, arguments, context)
        status = status.or(told)
        record = migration.record
      } else {
        context.surroundings.writeError("\(name): ist schon von der heutigen Fassung.")
        record = paper.paper.record
      }
      documents.append(
        PaperDocument(
          source: name, bytes: record.bytes(as: place.format, paper.library), kind: place.format.kind, isOurs: true))
    }
    guard status != .errors else {
      context.surroundings.writeError("Nichts geschrieben.")
      return .errors
    }
    try place.check(documents)
    // The old paper stays what it is.
    let targets = documents.compactMap { place.path(of: $0) }
    guard !targets.contains(where: { target in sources.contains { FileIdentity.isSame($0, target) } }) else {
      throw UsageFailure(
        .unexpectedValue, "‚-o‘ träfe das alte Papier selbst. Bitte einen anderen Namen oder Ordner angeben.")
    }
    try place.write(documents, context)
    return status
  }

  /// Says what became of a paper; errors where something has no place and nobody agreed to leave it.
  private static func tell(
    _ migration: PaperMigration, of name: String, _ arguments: ParsedArguments, _ context: CommandContext
  ) throws -> ExitStatus {
    for move in migration.moves { context.surroundings.writeError("\(name): \(move)") }
    let leaves = arguments.has("leave")
    let losses = migration.losses.map { loss in
      var loss = loss
      if leaves { (loss.strength, loss.id) = (.warning, "W" + loss.id.dropFirst()) }
      return loss
    }
    context.report(losses, of: name)
    context.report(migration.findings, of: name)
    if !losses.isEmpty, !leaves {
      context.surroundings.writeError(
        "\(name): Mit --leave wird es ohne diese Angaben gehoben; das alte Papier bleibt.")
      return .errors
    }
    return losses.isEmpty && !migration.findings.contains { $0.strength != .hint } ? .done : .warnings
  }

  // MARK: - The archive

  private static func migrateStored(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    guard arguments.value("output") == nil else {
      throw UsageFailure(.unexpectedValue, "‚--archive‘ legt in die Ablage und nimmt kein ‚-o‘.")
    }
    let filing = try ArchiveFiling(ArchiveDoor(ArchiveAccess(arguments, context)), context)
    let checker = PaperChecker(catalogue: try context.catalogue(), day: context.day)
    var ready: [(ArchiveFiling.StoredPaper, PaperMigration)] = []
    var status = ExitStatus.done
    for word in arguments.values("DATEI") {
      let papers = try filing.papers(named: word).filter(\.isMeant)
      guard !papers.isEmpty else { throw CommandFailure.noCase }
      for stored in papers {
        let paper = try checker.read(stored.bytes, name: stored.label)
        guard let migration = try PaperMigration(paper, checker, day: context.day) else { continue }
        status = status.or(try tell(migration, of: stored.label, arguments, context))
        ready.append((stored, migration))
      }
    }
    guard status != .errors else {
      context.surroundings.writeError("Nichts abgelegt.")
      return .errors
    }
    for (stored, migration) in ready { try filing.bringForward(stored, to: migration) }
    if ready.isEmpty { try context.output("Alles ist schon von der heutigen Fassung.\n") }
    return status
  }
}
