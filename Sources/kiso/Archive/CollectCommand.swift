import Delivery
import Files
import Glibc
import Paperwork
import RecordArchive
import Terminal

/// `kiso archive collect`: shows what was sealed for this archive, and takes it in when somebody says so.
enum CollectCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive collect", summary: "versiegelte Sendungen in die Ablage nehmen",
    usage: ["ORDNER|SENDUNG... [--accept CODE] [Optionen]", "SENDUNG -o ORDNER", "--key | --new-key [-o DATEI]"],
    positionals: [.init("SENDUNG", help: "Eingangsordner oder versiegelte Dateien", count: .any)],
    options: [
      .init("accept", value: "CODE", help: "genau das Gezeigte ablegen"),
      .init("key", help: "den Empfangsschlüssel ausgeben"),
      .init("new-key", help: "einen neuen Empfangsschlüssel machen und ausgeben").rare,
      .init("output", short: "o", value: "ZIEL", help: "nur auspacken, nicht ablegen; mit --key eine Datei"),
    ] + ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso archive collect /netz/eingang"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let sources = arguments.values("SENDUNG")
    let keys = ["key", "new-key"].filter(arguments.has)
    guard keys.count + (sources.isEmpty ? 0 : 1) == 1 else {
      throw UsageFailure(.missingArgument, "Bitte einen Eingangsordner oder Sendungen angeben, oder ‚--key‘ allein.")
    }
    let archive = try access.open()
    if !keys.isEmpty { return try tellKey(isNew: arguments.has("new-key"), archive, access, context) }
    var files: [String] = []
    for source in sources {
      files +=
        DirectoryListing.isFolder(source)
        ? try DirectoryListing.files(in: source, withExtension: "kisopost") : [source]
    }
    if let target = arguments.value("output") { return try BundleUnpacking.unpack(files, to: target, archive, context) }
    if try archive.tendInbox(today: access.today) {
      context.surroundings.writeError(
        "Der Empfangsschlüssel ist ein Jahr alt und wurde erneuert. Bitte geben Sie den neuen weiter: kiso archive collect --key"
      )
    }
    return try Collecting(archive, access, context).run(files)
  }

  private static func tellKey(
    isNew: Bool, _ archive: Archive, _ access: ArchiveAccess, _ context: CommandContext
  ) throws -> ExitStatus {
    if isNew { try archive.renewInbox(today: access.today) }
    context.surroundings.writeError("Fingerabdruck: \(archive.recipientKey.fingerprint)")
    try context.output(Array((archive.recipientKey.text + "\n").utf8), to: access.arguments.value("output"))
    return .done
  }
}
