import Files
import Paperwork
import RecordArchive
import Terminal

/// `kiso archive drop`: seals a paper for an archive on another machine and puts it into its inbox.
enum DropCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive drop", summary: "ein Papier versiegelt in einen Eingangsordner legen",
    usage: ["DATEI... --to EMPFÄNGER --inbox ORDNER [Optionen]"],
    positionals: [.init("DATEI", help: "Angaben, Dokument, PDF oder Scan; - liest die Eingabe", count: .oneOrMore)],
    options: [
      .init("to", value: "EMPFÄNGER", help: "Datei mit dem Empfangsschlüssel der Ablage"),
      .init("inbox", value: "ORDNER", help: "Eingangsordner, auch auf einem Netzlaufwerk"),
    ] + FilingWork.options + [
      .init("issued", help: "das Dokument ist das ausgestellte, nicht das ausgefüllte"),
      .init("draft", help: "auch Angaben mit Fehlern"), CommonOptions.asOf, CommonOptions.municipality, .help,
    ],
    examples: ["kiso archive drop notiz.json --to ablage.pub --inbox /netz/eingang"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    guard let key = arguments.value("to"), let inbox = arguments.value("inbox") else {
      throw UsageFailure(
        .missingArgument, "Bitte mit ‚--to‘ den Empfangsschlüssel und mit ‚--inbox‘ den Ordner angeben.")
    }
    let files = arguments.values("DATEI")
    try context.checkInputs(files)
    let recipient = try ExportCommand.recipient(key, context)
    let work = FilingWork(context)
    let details = try FilingWork.details(arguments)
    var sealed: [[UInt8]] = []
    var findings: [Finding] = []
    let inputs = try files.map { try context.input($0) }
    for (index, file) in files.enumerated() {
      // Looked at here already, where somebody can still mend it; filed on the other machine.
      let bytes = inputs[index]
      let others = inputs.enumerated().filter { $0.offset != index }.map(\.element)
      let (paper, found) = try work.paper(from: bytes, name: file, details, beside: others)
      context.report(found, of: files.count > 1 ? file : nil)
      findings += found
      guard paper != nil else {
        context.surroundings.writeError("Nichts abgelegt. Mit --draft wird es trotzdem abgelegt.")
        return .errors
      }
      let bundle = SealedBundle(
        notes: DropNotes.notes(details),
        items: [.init(name: "datei", mediaType: FileType(bytes).mediaType, bytes: bytes)])
      sealed.append(try bundle.sealed(to: recipient))
    }
    for bytes in sealed {
      var random = context.surroundings.random()
      let name = String(random.next() as UInt64, radix: 16)
      // Sealed already; whoever collects may be another user.
      try AtomicFile.write(bytes, to: FilePath.joining(inbox, "eingang-\(name).kisopost"), permissions: 0o660)
    }
    try context.output("\(sealed.count) \(sealed.count == 1 ? "Sendung" : "Sendungen") versiegelt.\n")
    return context.status(of: findings)
  }
}

/// What the sender says about a drop.
enum DropNotes {
  static func notes(_ details: FilingWork.Details) -> [String: String] {
    var notes: [String: String] = [:]
    notes["case"] = details.caseNumber
    notes["kind"] = details.kind
    notes["day"] = details.day?.iso
    if details.isIssued { notes["issued"] = "ja" }
    if details.takesErrors { notes["draft"] = "ja" }
    return notes
  }

  static func details(_ notes: [String: String]) -> FilingWork.Details {
    FilingWork.Details(
      caseNumber: notes["case"], kind: notes["kind"], day: notes["day"].flatMap { Day(iso: $0) },
      isIssued: notes["issued"] != nil, takesErrors: notes["draft"] != nil)
  }
}
