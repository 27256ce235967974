import RecordArchive
import Terminal

/// `kiso archive sender`: keys by which an archive knows who sent something.
enum SenderCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive sender", summary: "Absender kennen: Schlüssel machen, eintragen, zeigen",
    usage: ["--make DATEI", "--add KÜRZEL --key DATEI | --remove KÜRZEL | --list"],
    options: [
      .init("make", value: "DATEI", help: "einen eigenen Absenderschlüssel anlegen (für drop, export)"),
      .init("add", value: "KÜRZEL", help: "einen Absender eintragen, mit --key"),
      .init("key", value: "DATEI", help: "sein öffentlicher Schlüssel, die Zeile aus --make"),
      .init("remove", value: "KÜRZEL", help: "einen Absender streichen"),
      .init("list", help: "zeigen, wer bekannt ist"),
    ] + ArchiveAccess.options + [CommonOptions.municipality, .help],
    examples: ["kiso archive sender --make ~/absender.geheim > absender.pub"])

  /// What signs a bundle, of commands that make one.
  static let signing = CommandLineSyntax.Option(
    "sign", value: "DATEI", help: "mit dem eigenen Absenderschlüssel unterschreiben")

  static func signer(_ arguments: ParsedArguments) throws -> SigningKey? {
    try arguments.value("sign").map { try SigningKey.read($0) }
  }

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let actions = ["make", "add", "remove", "list"].filter(arguments.has)
    guard actions.count == 1 else {
      throw UsageFailure(.missingArgument, "Bitte eines angeben: --make, --add, --remove oder --list.")
    }
    if let path = arguments.value("make") {
      let key = try SigningKey.make(at: path).publicKey
      context.surroundings.writeError("Fingerabdruck: \(key.fingerprint)")
      try context.output(key.text + "\n")
      return .done
    }
    let access = try ArchiveAccess(arguments, context)
    if let label = arguments.value("add") {
      guard let path = arguments.value("key"), !label.isEmpty, label.utf8.count <= NewAccess.longestLabel else {
        throw UsageFailure(.missingArgument, "‚--add‘ braucht ein Kürzel mit höchstens 40 Zeichen und ‚--key DATEI‘.")
      }
      guard let key = SenderKey(String(decoding: try context.input(path), as: UTF8.self)) else {
        throw ArchiveFailure(.sender, path: path)
      }
      try access.open().add(Archive.KnownSender(label: label, key: key))
      try context.output("Eingetragen: \(label)  \(key.fingerprint)\n")
    } else if let label = arguments.value("remove") {
      try access.open().remove(sender: label)
      try context.output("Gestrichen: \(label)\n")
    } else {
      for sender in try access.open().senders { try context.output("\(sender.label)  \(sender.key.fingerprint)\n") }
    }
    return .done
  }
}
