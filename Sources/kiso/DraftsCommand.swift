import Conversation
import Paperwork
import Terminal

/// `kiso drafts`: conversations that wait to be continued.
enum DraftsCommand: Command {
  static let syntax = CommandLineSyntax(
    name: "kiso drafts", summary: "Entwürfe zeigen und löschen",
    usage: ["[list]", "remove ENTWURF...", "remove --all"],
    positionals: [
      .init(
        "WAS", help: "list (auch ohne Angabe) oder remove", count: .optional, completion: .words(["list", "remove"])),
      .init("ENTWURF", help: "der Name aus der Liste", count: .any, completion: .list("drafts")),
    ],
    options: [.init("all", help: "mit remove: alle, an denen niemand arbeitet"), .help],
    examples: ["kiso drafts", "kiso drafts remove gespraechsnotiz-20251120-1402-k3m9xz"])

  /// From this age on, in days, the list asks whether a draft is still needed.
  private static let oldAge = 30

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus {
    guard let folder = context.draftFolder else { throw CommandFailure.noDraft }
    switch arguments.value("WAS") ?? "list" {
    case "list": return try list(folder, context)
    case "remove": return try remove(arguments, folder, context)
    default: throw UsageFailure(.badValue, "‚kiso drafts‘ kennt list und remove.")
    }
  }

  private static func list(_ folder: DraftFolder, _ context: CommandContext) throws -> ExitStatus {
    let drafts = try folder.drafts()
    guard !drafts.isEmpty else {
      try context.output("Keine Entwürfe.\n")
      return .done
    }
    let library = try context.catalogue().library()
    let isSeen = context.surroundings.isOutputShown()
    let width = drafts.map(\.name.count).max() ?? 0
    let today = context.surroundings.today()
    var old = 0
    for draft in drafts {
      let gap = String(repeating: " ", count: width - draft.name.count + 2)
      var text = "nicht lesbar"
      if let head = draft.head {
        text = "gespeichert " + FillConversation.when(head.saved, today: today)
        let age = today.ordinal - head.saved.day.ordinal
        if age >= oldAge {
          text += ", \(age) Tage alt"
          old += 1
        }
      }
      if draft.isOpen { text += ", in Arbeit" }
      if draft.head != nil, let bytes = try? folder.bytes(of: draft.name),
        let read = Draft.read(bytes, library: library, day: context.day)
      {
        let subject = DraftSubject(read.draft, library: library, day: context.day)
        text += "; " + Finding.harmless(subject.about(isNamed: isSeen))
      }
      try context.output("\(draft.name)\(gap)\(text)\n")
    }
    if old > 0 {
      context.surroundings.writeError(
        "Entwürfe enthalten Sozialdaten. Bitte fortsetzen (kiso fill --resume NAME) oder löschen (kiso drafts remove NAME)."
      )
    }
    return .done
  }

  private static func remove(
    _ arguments: ParsedArguments, _ folder: DraftFolder, _ context: CommandContext
  ) throws -> ExitStatus {
    let drafts = try folder.drafts()
    let names = arguments.has("all") ? drafts.filter { !$0.isOpen }.map(\.name) : arguments.values("ENTWURF")
    guard !names.isEmpty || arguments.has("all") else {
      throw UsageFailure(
        .missingArgument, "Es fehlt, welcher Entwurf gelöscht werden soll; die Liste zeigt: kiso drafts")
    }
    for name in names where !drafts.contains(where: { $0.name == name }) { throw CommandFailure.noDraft }
    for name in names where try !folder.remove(name) { throw CommandFailure.draftInUse }
    try context.output(names.count == 1 ? "1 Entwurf gelöscht.\n" : "\(names.count) Entwürfe gelöscht.\n")
    return .done
  }
}
