import Delivery
import Files
import Paperwork
import Terminal

/// `kiso stats`: the figures of a period, counted from papers, completed by hand, made public.
enum StatsCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso stats", summary: "Zahlen aus Papieren zählen",
    usage: [
      "part1|part2 --quarter JJJJ-QN PAPIER... [-o ZIEL]",
      "part1|part2 --from ANGABEN --publish [-o ZIEL]",
      "freeze|merge part1|part2 ... · year JJJJ ...",
    ],
    positionals: [
      .init("STATISTIK", help: "part1 (was getan wurde) oder part2 (für wen, warum)"),
      .init("PAPIER", help: "Gesprächsnotizen und andere Papiere, oder ein Ordner; ohne sie die Ablage", count: .any),
    ],
    options: [
      .init("quarter", value: "JJJJ-QN", help: "das Quartal, zum Beispiel 2025-Q3"),
      .init("year", value: "JJJJ", help: "das ganze Jahr").rare,
      .init("period", value: "ZEITRAUM", help: "anderer Zeitraum: 2025-H1, 2025-09, Schuljahr 2024/25"),
      .init("from", value: "ANGABEN", help: "Kopf und Zahlen von Hand; was darin steht, bleibt"),
      StatsOptions.set,
      StatsOptions.output,
      StatsOptions.draft.rare,
      .init(
        "explain", value: "FELD", valueIsOptional: true,
        help: "auch zeigen, wo jedes Papier gezählt wurde; mit FELD, was in dieser Zeile steht"),
      .init(
        "secret", value: "DATEI", help: "das Geheimnis des Teams; Familien haben dann Schlüssel zum Zusammenführen"
      ).rare,
      .init("publish", help: "Veröffentlichung: gerundet, ohne Namen, gegen Rückrechnen geprüft"),
      .init("withhold", value: "FELD", isRepeatable: true, help: "diese Zahl nicht veröffentlichen (Zeichen .)").rare,
      StatsOptions.published,
    ] + StatsOptions.counting + [.help],
    examples: ["kiso stats part1 --quarter 2025-Q3 Notizen/ -o teil1.ods"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    try run(arguments, context, freezes: false)
  }

  /// Counts; `freezes` keeps the figures of a period that has ended for good.
  static func run(_ arguments: ParsedArguments, _ context: CommandContext, freezes: Bool) throws -> ExitStatus {
    let place = try OutputPlace(
      target: arguments.value("output"), count: 1, format: nil, standard: .json, possible: PaperFormat.allCases)
    let isPublic = try asksToPublish(arguments)
    let period = try period(arguments)
    let catalogue = try context.catalogue()
    let library = try catalogue.library()
    let form = try form(arguments.value("STATISTIK") ?? "", library)
    if isPublic, form.publication == nil { throw CommandFailure.neverPublished }

    let password = try context.password(arguments)
    let reader = PaperReader(catalogue: catalogue, day: context.day, password: password, library: library)
    try context.checkInputs(
      arguments.values("PAPIER") + arguments.values("published") + [arguments.value("from")].compactMap { $0 })
    var filling = Filling(form: form, library: library, day: context.day)
    var findings: [Finding] = []
    if let source = arguments.value("from") {
      let paper = try reader.read(try context.input(source)).paper
      findings += paper.findings
      try filling.start(from: paper.record)
    }
    if let period { try filling.set(period) }
    for assignment in arguments.values("set") { try filling.set(assignment) }
    let plan = CountingPlan(for: form, library: library, day: context.day)
    let named = try papers(try context.batch(arguments, password: password, stored: nil), plan, arguments, context)
    let isNamed = !arguments.values("PAPIER").isEmpty || arguments.value("from") != nil
    let stored = isNamed ? nil : try stored(plan, arguments, context)
    let (papers, unread) = stored ?? named
    guard !papers.isEmpty || arguments.value("from") != nil || unread != .done else {
      throw UsageFailure(.missingArgument, "Zum Zählen fehlen die Papiere; ohne sie muss ‚--from‘ die Zahlen nennen.")
    }
    if unread != .done, !arguments.has("draft") {
      context.surroundings.writeError("Nicht gezählt: Es fehlt, was nicht gelesen werden konnte.")
      return unread
    }

    let count = try SheetCount(
      filling, papers, plan, form: form, settings: try UserSettings(context, library: library).record,
      secret: try secret(arguments, context), day: context.day)
    let tally = count.tally
    guard papers.isEmpty || !tally.evaluated.isPublication else { throw CommandFailure.published }
    let report = TallyReport(tally, library: library)
    if !papers.isEmpty {
      for line in try lines(report, arguments, form) + count.lines { context.surroundings.writeError(line) }
    }
    var result = count.evaluated
    findings += result.findings
    if freezes, !findings.contains(where: { $0.strength == .error }) {
      result = try count.frozen(form: form, library: library, day: context.day)
      findings = result.findings
    }
    if isPublic, !findings.contains(where: { $0.strength == .error }) {
      let earlier = try arguments.values("published").map { try reader.read(try context.input($0)).paper.record }
      guard
        let publication = try count.evaluated.published(
          library: library, withheld: arguments.values("withhold"), earlier: earlier, day: context.day)
      else { throw CommandFailure.neverPublished }
      result = publication.evaluated
      findings += publication.findings
    }
    context.report(findings)
    let isBroken = findings.contains { $0.strength == .error }
    if StatsOptions.refuses(isBroken, isPublic: isPublic, arguments, context) { return .errors }
    try write(result, library, to: place, arguments, context)
    let isDoubtful = isBroken || report.hasBrokenPapers || unread != .done || count.kept?.isUnsure ?? false
    return isDoubtful ? .warnings : context.status(of: findings)
  }

  /// Writes a sheet of figures.
  static func write(
    _ figures: EvaluatedRecord, _ library: FormLibrary, to place: OutputPlace, _ arguments: ParsedArguments,
    _ context: CommandContext
  ) throws {
    let documents = try context.maker().documents(
      of: figures, named: figures.form.id, library, as: place.format
    ) { (sheet) throws(PaperworkFailure) in
      try PaperworkFailure.ofDeclarations { () throws(AuthorMistakes) in
        try EvaluatedRecord(figures.given, form: figures.form, library: library, day: context.day, sheet: sheet)
      }
    }
    try place.write(place.format == .pdf ? context.pdfs(of: documents, arguments) : documents, context)
  }

  /// What the archive holds, where one is set up and no papers are named: each paper decrypted, reduced and let go.
  static func stored(
    _ plan: CountingPlan, _ arguments: ParsedArguments, _ context: CommandContext
  ) throws -> (papers: [CountedPaper], unread: ExitStatus)? {
    let stored = try StoredPapers(arguments, context)
    guard let source = stored.papers else { return nil }
    _ = try stored.door?.open()
    let papers = try source.counted(plan)
    try stored.check()
    guard source.isIncomplete else { return (papers, .done) }
    context.surroundings.writeError("Die Ablage ist nicht offen oder nicht ganz lesbar.")
    return (papers, .refused)
  }

  /// The papers to be counted, and the worst of what could not be read, which is reported here.
  static func papers(
    _ batch: PaperBatch, _ plan: CountingPlan, _ arguments: ParsedArguments, _ context: CommandContext
  ) throws -> (papers: [CountedPaper], unread: ExitStatus) {
    let files = try PaperFolders.files(of: arguments.values("PAPIER")) { folder, count in
      let endings = PaperFolders.kinds.map { "." + $0.fileExtension }
      context.surroundings.writeError(
        "\(folder): \(count) \(count == 1 ? "andere Datei" : "andere Dateien") übergangen "
          + "(gelesen werden \(endings.dropLast().joined(separator: ", ")) und \(endings.last ?? "")).")
    }
    var unread = ExitStatus.done
    var progress = context.surroundings.progress("Gelesen", files.count)
    let papers = try batch.counted(
      files, plan, load: context.input,
      progress: { done, total in if total > 1, done < total { progress.report(done) } }
    ) { file, failure in
      progress.finish()
      let report = FailureReport(failure)
      for line in report.lines { context.surroundings.writeError("\(file): \(line)") }
      unread = unread.or(report.status)
    }
    return (papers, unread)
  }

  /// The secret of the team, where keys are wanted.
  private static func secret(_ arguments: ParsedArguments, _ context: CommandContext) throws -> [UInt8]? {
    guard let file = arguments.value("secret") else { return nil }
    let secret = try context.input(file)
    guard SheetCount.isSecret(secret) else {
      throw UsageFailure.badValue(of: "secret", expected: "eine Datei mit mindestens 16 zufälligen Zeichen")
    }
    return secret
  }

  /// The period that was asked for; nil where the figures that are given name it.
  private static func period(_ arguments: ParsedArguments) throws(UsageFailure) -> CountedPeriod? {
    let given = ["quarter", "year", "period"].compactMap { name in arguments.value(name).map { (name, $0) } }
    guard given.count < 2 else {
      throw UsageFailure(.givenTwice, "Bitte nur einen Zeitraum nennen: ‚--quarter‘, ‚--year‘ oder ‚--period‘.")
    }
    guard let (name, typed) = given.first else {
      if arguments.value("from") != nil { return nil }
      throw UsageFailure(
        .missingValue,
        "Bitte mit ‚--quarter‘, ‚--year‘ oder ‚--period‘ angeben, welcher Zeitraum gemeint ist, etwa 2025-Q3.")
    }
    let period = CountedPeriod(typed)
    let isMeant = name == "quarter" ? period?.mark.hasPrefix("Q") : name == "year" ? period?.mark == "J" : true
    guard let period, isMeant == true else {
      let expected =
        switch name {
        case "quarter": "ein Quartal als JJJJ-QN, zum Beispiel 2025-Q3"
        case "year": "ein Jahr als JJJJ, zum Beispiel 2025"
        case _: "ein Zeitraum wie 2025-Q3, 2025-H1, 2025, 2025-09 oder 2024/25"
        }
      throw UsageFailure.badValue(of: name, expected: expected)
    }
    return period
  }

  /// What became of the papers; of one row alone, where one is named.
  private static func lines(
    _ report: TallyReport, _ arguments: ParsedArguments, _ form: FormDefinition
  ) throws(CommandFailure) -> [String] {
    guard let row = arguments.value("explain") else { return report.lines(explained: arguments.has("explain")) }
    guard let lines = report.lines(ofRow: row, form: form) else {
      throw .unknownRow(row, known: form.figures.map { String($0.path.prefix { $0 != "/" }) })
    }
    return lines
  }

  /// Whether a publication is asked for; what belongs to one alone is refused without it.
  static func asksToPublish(_ arguments: ParsedArguments) throws(UsageFailure) -> Bool {
    if arguments.has("publish") {
      guard !arguments.has("draft") else {
        throw UsageFailure(.givenTwice, "Eine Veröffentlichung gibt es nicht als Entwurf; bitte ohne ‚--draft‘.")
      }
      return true
    }
    for name in ["withhold", "published"] where !arguments.values(name).isEmpty {
      throw UsageFailure(.missingValue, "‚--\(name)‘ gehört zu ‚--publish‘.")
    }
    return false
  }

  /// The form behind a name: that of the command, or the form's own.
  static func form(_ name: String, _ library: FormLibrary) throws(CommandFailure) -> FormDefinition {
    let forms = library.forms.values.filter { $0.statistics != nil }
    guard let form = forms.first(where: { $0.statistics?.name == name || $0.id == name }) else {
      throw .unknownStatistics(name, known: forms.compactMap { $0.statistics?.name }.sorted())
    }
    return form
  }
}
