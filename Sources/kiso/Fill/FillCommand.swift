import Casework
import Conversation
import Files
import Paperwork
import Terminal

/// `kiso fill`: a paper in a conversation, or without questions from values.
enum FillCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso fill", summary: "ein Papier im Gespräch ausfüllen",
    usage: [
      "FORMULAR [--from ANGABEN | --case VORGANG] [-o DATEI]", "[FORMULAR] --correct PAPIER | --resume [ENTWURF]",
      "FORMULAR --no-input [--from ANGABEN] [--set PFAD=WERT]...",
    ],
    positionals: [
      .init(
        "FORMULAR", help: "welches Formular, oder mit --resume welcher Entwurf", count: .optional,
        completion: .list("papers"))
    ],
    options: [
      .init(
        "from", value: "ANGABEN", help: "vom letzten Papier des Vorgangs ausgehen; - liest JSON oder XML",
        completion: .files),
      .init("case", value: "VORGANG", help: "vom letzten Papier in der Ablage ausgehen"),
      CommonOptions.with.rare,
      .init(
        "correct", value: "PAPIER", help: "fertiges Papier ändern: Datei, Vorgang der Ablage",
        completion: .files),
      .init("resume", help: "einen Entwurf fortsetzen, ohne Namen den letzten"),
      .init("plain", help: "Zeile für Zeile, ohne neu zu zeichnen (Vorlesegeräte)").rare,
      .init("no-input", help: "ohne Fragen; Angaben kommen aus --from, --set oder der Eingabe"),
      .init(
        "set", value: "PFAD=WERT", isRepeatable: true,
        help: "einen Wert setzen (keine Namen: steht im Prozess)", completion: .list("fields")
      ).rare,
      .init(
        "output", short: "o", value: "DATEI",
        help: "Ziel: .odt, .pdf, .fodt, .json, .xml; mit --no-input nur .json und .xml; - ist die Standardausgabe",
        completion: .files),
      .init("draft", help: "mit --no-input: auch mit Fehlern schreiben").rare,
      .init("confirm", help: "mit --no-input: was nach Beschriftungen gelesen wurde, ist mit dem Papier verglichen")
        .rare,
      CommonOptions.soffice.rare, CommonOptions.asOf.rare, CommonOptions.strict.rare,
      CommonOptions.passwordDescriptor.rare, CommonOptions.password.rare,
    ] + ArchiveFiling.options + StoredPapers.options + [CommonOptions.municipality.rare, .help],
    examples: ["kiso fill gespraechsnotiz", "kiso fill gespraechsnotiz --no-input --from alt.json -o neu.json"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    guard arguments.has("no-input") else { return try FillConversation(arguments, context).run() }
    return try fill(arguments, context)
  }

  /// Without questions: from defaults, a former record and single values.
  private static func fill(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    guard let typed = arguments.value("FORMULAR"), !arguments.has("resume") else {
      throw UsageFailure(.missingArgument, "‚--no-input‘ braucht den Namen eines Formulars.")
    }
    let target = arguments.value("output")
    let place = try OutputPlace(
      target: target, count: 1, format: nil, standard: .json, possible: PaperFormat.records)
    let catalogue = try context.catalogue()
    let name = try catalogue.formID(meant: typed)
    let library = try catalogue.library()
    guard let form = library.forms[name] else { return .errors }

    var filling = Filling(form: form, library: library, day: context.day)
    let stored = try StoredPapers(arguments, context)
    let filing = try ArchiveFiling(arguments, context, stored)
    let number = arguments.value("case")
    guard number == nil || !arguments.has("from") else {
      throw UsageFailure(.givenTwice, "‚--case‘ und ‚--from‘ schließen einander aus.")
    }
    let password = try context.password(arguments)
    func papers(_ path: String) throws -> [ReadPaper] {
      try LastPapers.file(path, password: password, context, catalogue).papers()
    }
    let beside = try arguments.values("with").flatMap(papers)
    var earlier = try arguments.value("from").map(papers) ?? []
    if let number, let filing { earlier += try LastPapers.inCase(number, filing, context, catalogue).papers() }
    var findings = (earlier + beside).flatMap(\.findings)
    let isBegun = !earlier.isEmpty || number != nil
    if isBegun {
      try filling.start(from: (beside + earlier).map(\.record), inCase: number, continues: true)
    }
    for assignment in arguments.values("set") { try filling.set(assignment) }
    if arguments.has("confirm") { filling.confirm() }
    let record = filling.record
    let known = KnownPapers((beside + earlier).map(\.record).filter { $0 != record }, library: library)
    let archive = form.dependsOnOthers ? stored.papers : nil
    let all: any CaseSource = archive.map { JoinedPapers([known, $0], library: library, judged: [record]) } ?? known
    let evaluated = try filling.finish(
      among: OtherPapers(all, library: library, day: context.day),
      strict: arguments.has("strict-anonymity") ? ["anonymity"] : [])
    try stored.check()
    findings += evaluated.findings
    context.report(findings)
    let isBroken = findings.contains { $0.strength == .error }
    guard !isBroken || arguments.has("draft") else {
      context.surroundings.writeError("Nicht geschrieben. Mit --draft wird der Entwurf trotzdem gespeichert.")
      return .errors
    }
    try context.output(evaluated.given.bytes(as: place.format, library), to: target)
    if arguments.has("archive") { try filing?.store(MadePaper.Facts(evaluated), documents: []) }
    return isBroken ? .warnings : context.status(of: findings)
  }
}
