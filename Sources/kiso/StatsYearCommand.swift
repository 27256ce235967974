import Delivery
import Files
import Paperwork
import Terminal

/// `kiso stats year`: the report of a year, with tables and charts over its periods and the years before it.
enum StatsYearCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso stats year", summary: "Bericht über ein Jahr, mit Tabellen und Diagrammen",
    usage: ["JJJJ PAPIER... [-o ZIEL]", "JJJJ PAPIER... --publish [-o ZIEL]"],
    positionals: [
      .init("JAHR", help: "das Jahr, zum Beispiel 2025"),
      .init(
        "PAPIER", help: "Blätter, auch früherer Jahre, und die Papiere dazu, oder ein Ordner; ohne sie die Ablage",
        count: .any),
    ],
    options: [
      .init("from", value: "ANGABEN", help: "ein begonnener Bericht; seine Texte bleiben"),
      StatsOptions.set,
      StatsOptions.output,
      StatsOptions.draft.rare,
      .init("publish", help: "Veröffentlichung: gerundet, alle Blätter des Jahres zusammen gegen Rückrechnen geprüft"),
      .init("withhold", value: "FELD", isRepeatable: true, help: "diese Zahl nirgends veröffentlichen (Zeichen .)")
        .rare,
      StatsOptions.published,
    ] + StatsOptions.counting + [.help],
    examples: ["kiso stats year 2025 Blätter/ -o jahresbericht.odt"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let place = try OutputPlace(
      target: arguments.value("output"), count: 1, format: nil, standard: .json, possible: PaperFormat.allCases)
    let isPublic = try StatsCommand.asksToPublish(arguments)
    guard let period = CountedPeriod(arguments.value("JAHR") ?? ""), period.mark == "J" else {
      throw UsageFailure.badValue(of: "JAHR", expected: "ein Jahr als JJJJ, zum Beispiel 2025")
    }
    let catalogue = try context.catalogue()
    let library = try catalogue.library()
    let reports = library.forms.values.filter { $0.statistics?.sheets.isEmpty == false }.sorted { $0.id < $1.id }
    guard let form = reports.first else { throw CommandFailure.noYearReport }
    let password = try context.password(arguments)
    let reader = PaperReader(catalogue: catalogue, day: context.day, password: password, library: library)
    try context.checkInputs(
      arguments.values("PAPIER") + arguments.values("published") + [arguments.value("from")].compactMap { $0 })
    var filling = Filling(form: form, library: library, day: context.day)
    var findings: [Finding] = []
    if let source = arguments.value("from") {
      let paper = try reader.read(try context.input(source)).paper
      findings += paper.findings
      try filling.start(from: paper.record.withoutFigures(of: form))
    }
    try filling.set(period)
    for assignment in arguments.values("set") { try filling.set(assignment) }
    let plan = CountingPlan(for: YearReport.forms(of: form, in: library), library: library, day: context.day)
    let named = try StatsCommand.papers(
      try context.batch(arguments, password: password, stored: nil), plan, arguments, context)
    let stored = arguments.values("PAPIER").isEmpty ? try StatsCommand.stored(plan, arguments, context) : nil
    let (papers, unread) = stored ?? named
    guard !papers.isEmpty || unread != .done else {
      throw UsageFailure(
        .missingArgument, "Zum Bericht fehlen die Blätter oder die Papiere, aus denen sie gezählt werden.")
    }
    if unread != .done, !arguments.has("draft") {
      context.surroundings.writeError("Nicht gezählt: Es fehlt, was nicht gelesen werden konnte.")
      return unread
    }
    let earlier = try arguments.values("published").map { try reader.read(try context.input($0)).paper.record }
    let report = try YearReport(
      filling, papers, plan, form: form, settings: try UserSettings(context, library: library).record,
      publishing: isPublic
        ? YearReport.Publishing(withheld: arguments.values("withhold"), earlier: earlier) : nil,
      day: context.day)
    for note in report.notes { context.surroundings.writeError(note) }
    findings += report.findings
    context.report(findings)
    let isBroken = findings.contains { $0.strength == .error }
    if StatsOptions.refuses(isBroken, isPublic: isPublic, arguments, context) { return .errors }
    try StatsCommand.write(report.evaluated, library, to: place, arguments, context)
    return isBroken || unread != .done ? .warnings : context.status(of: findings)
  }
}
