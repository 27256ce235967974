import Delivery
import Files
import Glibc
import Paperwork
import RecordArchive
import Terminal

/// `kiso archive collect`: takes in what was sealed for this archive.
enum CollectCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso archive collect", summary: "versiegelte Sendungen in die Ablage nehmen",
    usage: ["ORDNER|SENDUNG... [Optionen]", "SENDUNG -o ORDNER", "--key [-o DATEI]"],
    positionals: [.init("SENDUNG", help: "Eingangsordner oder versiegelte Dateien", count: .any)],
    options: [
      .init("key", help: "den Empfangsschlüssel ausgeben, für den andere versiegeln"),
      .init("output", short: "o", value: "ZIEL", help: "nur auspacken, nicht ablegen; mit --key eine Datei"),
      VersionQuestion.option,
    ] + ArchiveAccess.options + [CommonOptions.asOf, CommonOptions.municipality, .help],
    examples: ["kiso archive collect /netz/eingang"])

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    let access = try ArchiveAccess(arguments, context)
    let sources = arguments.values("SENDUNG")
    guard arguments.has("key") != !sources.isEmpty else {
      throw UsageFailure(.missingArgument, "Bitte einen Eingangsordner oder Sendungen angeben, oder ‚--key‘ allein.")
    }
    let archive = try access.open()
    if arguments.has("key") {
      context.surroundings.writeError("Fingerabdruck: \(archive.recipientKey.fingerprint)")
      try context.output(Array((archive.recipientKey.text + "\n").utf8), to: arguments.value("output"))
      return .done
    }
    var files: [String] = []
    for source in sources {
      files +=
        DirectoryListing.isFolder(source)
        ? try DirectoryListing.files(in: source, withExtension: "kisopost") : [source]
    }
    if let target = arguments.value("output") { return try unpack(files, to: target, archive, context) }
    var status = ExitStatus.done
    var count = 0
    for file in files {
      do {
        if try takeIn(file, archive, access, context) { count += 1 }
      } catch {
        // One that cannot be taken in does not keep back the others; it stays where it is.
        let report = FailureReport(error)
        for line in report.lines { context.surroundings.writeError("\(file): \(line)") }
        status = status.or(report.status)
      }
    }
    try context.output("\(count) von \(files.count) Sendungen abgelegt.\n")
    return status
  }

  /// Files one; the file goes only when that is durable.
  ///
  /// False when it was filed before.
  private static func takeIn(
    _ path: String, _ archive: Archive, _ access: ArchiveAccess, _ context: CommandContext
  ) throws -> Bool {
    let bundle = try archive.open(bundle: try FileReader.bytes(at: path, limit: CommandContext.inputLimit + (1 << 20)))
    var isNew = false
    if try archive.entry(fromBundle: bundle.id) == nil {
      let catalogue = try context.catalogue()
      let stored = ArchivePapers(day: context.day) { (archive, try catalogue.library()) }
      let filing = try PaperFiling(catalogue: catalogue, day: context.day, beside: stored)
      // Whoever has the key may send; what lies here already is only added to, and only when somebody here says so.
      let mayFollow = { (other: OtherVersion) in
        try VersionQuestion.mayFollow(other, replaces: access.arguments.has("replace"), context)
      }
      if let received = try filing.receive(bundle, into: archive, today: access.today, mayFollow: mayFollow) {
        context.report(received.findings, of: path)
        for filed in received.filed { try tell(filed, context) }
        for sent in received.cases { try tell(sent, archive, access, context) }
      } else {
        guard let item = bundle.items.first, bundle.items.count == 1 else { throw ArchiveFailure(.bundleOfMany) }
        let details = FilingDetails(notes: bundle.notes)
        var findings: [Finding] = []
        let papers = try filing.papers(from: [SourceFile(name: path, bytes: item.bytes)], details) { findings = $1 }
        guard var paper = papers?.first else { throw ArchiveFailure(findings) }
        paper.bundle = bundle.id
        try tell(filing.file(paper, into: archive, today: access.today, mayFollow: mayFollow), context)
      }
      isNew = true
    }
    guard unlink(path) == 0 else { throw FileFailure(code: .cannotCreate, path: path, errno: errno) }
    return isNew
  }

  /// Says when a paper that lay here already has another version now.
  private static func tell(_ filed: FiledPaper, _ context: CommandContext) throws {
    guard case .version = filed.outcome else { return }
    try context.output("\(filed.german): \(filed.id)\n")
  }

  /// Says what came with a case besides its papers: nothing ends or is held here without a word.
  private static func tell(
    _ sent: SentCase, _ archive: Archive, _ access: ArchiveAccess, _ context: CommandContext
  ) throws {
    let library = try access.library()
    var words: [String] = []
    let facts = try archive.facts(ofCase: sent.number)
    if let ended = facts.ended {
      let list = library.ending(ofCase: sent.number)?.reasons.flatMap { library.lists[$0] }
      let reason = facts.reason.map { " (\(list?.code($0)?.label ?? $0))" } ?? ""
      words.append("beendet am \(ended.german)\(reason)")
    } else {
      words.append("nicht beendet")
    }
    if let hold = sent.hold { words.append("gesperrt, zu prüfen am \(hold.review.german)") }
    try context.output("Vorgang \(sent.number): \(words.joined(separator: ", "))\n")
  }

  private static func unpack(
    _ files: [String], to folder: String, _ archive: Archive, _ context: CommandContext
  ) throws -> ExitStatus {
    try FolderMaking.make(folder)
    for file in files {
      let limit = CommandContext.inputLimit * 16
      for item in try archive.open(bundle: try FileReader.bytes(at: file, limit: limit)).items {
        // A name that the sender chose leads nowhere else.
        let name = FilePath.lastComponent(of: item.name)
        guard !name.hasPrefix("."), !name.isEmpty, name != "/" else { throw ArchiveFailure(.bundleDamaged) }
        try context.output(item.bytes, to: FilePath.joining(folder, name))
      }
    }
    return .done
  }
}
