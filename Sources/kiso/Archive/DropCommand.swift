import Delivery
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
      SenderCommand.signing,
    ] + FilingOptions.options + [
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
    let signer = try SenderCommand.signer(arguments)
    let details = try FilingOptions.details(arguments)
    let inputs = try files.map { SourceFile(name: $0, bytes: try context.input($0)) }
    // Looked at here already, where somebody can still mend it; filed on the other machine.
    let filing = try PaperFiling(catalogue: try context.catalogue(), day: context.day)
    guard let (_, findings) = try FilingOptions.papers(inputs, filing, details, context) else { return .errors }
    let sealed = try inputs.map { file in
      let item = SealedBundle.Item(name: "datei", mediaType: SourceKind(of: file.bytes).mediaType, bytes: file.bytes)
      return try SealedBundle(notes: details.notes, items: [item]).sealed(to: recipient, by: signer)
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
