import Files
import Paperwork
import Terminal

/// `kiso fill --no-input`: a record from defaults, a former record, standard input and single values.
enum FillCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso fill", summary: "Angaben zusammenstellen und prüfen",
    usage: ["FORMULAR --no-input [--from ANGABEN] [--set PFAD=WERT]..."],
    positionals: [.init("FORMULAR", help: "welches Formular")],
    options: [
      .init("no-input", help: "ohne Fragen; Angaben kommen aus --from, --set oder der Eingabe"),
      .init("from", value: "ANGABEN", help: "von diesen Angaben ausgehen; - liest JSON oder XML"),
      .init(
        "set", value: "PFAD=WERT", isRepeatable: true,
        help: "einen Wert setzen (keine Namen: steht im Prozess)"),
      CommonOptions.output, .init("draft", help: "auch mit Fehlern schreiben"), CommonOptions.asOf,
      CommonOptions.strict, CommonOptions.passwordDescriptor, CommonOptions.password, CommonOptions.municipality, .help,
    ],
    examples: ["kiso fill gespraechsnotiz --no-input --from alt.json -o neu.json"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let name = arguments.value("FORMULAR") ?? ""
    guard arguments.has("no-input") else {
      throw UsageFailure(
        .missingArgument, "Das Ausfüllen im Gespräch gibt es noch nicht; bitte ‚--no-input‘ angeben.")
    }
    let target = arguments.value("output")
    let format = try RecordFormat(target: target)
    let catalogue = try context.catalogue()
    let library = try catalogue.library(form: name)
    guard let form = library.forms[name] else { return .errors }

    var filling = Filling(form: form, library: library, day: context.day)
    var findings: [Finding] = []
    if let source = arguments.value("from") {
      let reader = PaperReader(catalogue: catalogue, day: context.day, password: try context.password(arguments))
      let paper = try reader.read(try context.input(source)).paper
      findings += paper.findings
      try filling.start(from: paper.record)
    }
    for assignment in arguments.values("set") { try filling.set(assignment) }
    let evaluated = try filling.finish(strict: arguments.has("strict-anonymity") ? ["anonymity"] : [])
    findings += evaluated.findings
    context.report(findings)
    let isBroken = findings.contains { $0.strength == .error }
    guard !isBroken || arguments.has("draft") else {
      context.surroundings.writeError("Nicht geschrieben. Mit --draft wird der Entwurf trotzdem gespeichert.")
      return .errors
    }
    try context.output(format.bytes(evaluated.given, library), to: target)
    return isBroken ? .warnings : context.status(of: findings)
  }
}
