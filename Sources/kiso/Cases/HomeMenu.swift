import Conversation
import Paperwork
import Secrets
import Terminal

/// `kiso` alone at a terminal: what is to be done today, and what one can do.
struct HomeMenu {
  /// One thing to do.
  private enum Choice: String, CaseIterable {
    case today = "heute"
    case paper = "papier"
    case draft = "entwurf"
    case caseView = "fall"
    case continued = "weiter"
    case forms = "formulare"
    case help = "hilfe"
    case end = "ende"

    var label: String {
      switch self {
      case .today: "heute: was in allen Fällen zu tun ist"
      case .paper: "neues Papier: Notiz, Brief, Meldebogen …"
      case .draft: "Entwurf fortsetzen"
      case .caseView: "Fall ansehen: wo er steht, was als Nächstes kommt"
      case .continued: "nächstes Papier eines Falls, mit dem, was er schon weiß"
      case .forms: "Formulare zeigen"
      case .help: "Hilfe: alle Befehle"
      case .end: "Ende"
      }
    }
  }

  private let surroundings: Surroundings
  /// The passphrase of the archive, typed once for as long as the menu is open.
  private let passphrase: Passphrase

  private final class Passphrase {
    var typed: Secret?
  }

  init(_ surroundings: Surroundings) {
    let passphrase = Passphrase()
    var own = surroundings
    own.askSecret = { (question, again) throws(SecretFailure) in
      if again == nil, let typed = passphrase.typed { return typed }
      let typed = try surroundings.askSecret(question, again)
      if again == nil { passphrase.typed = typed }
      return typed
    }
    self.surroundings = own
    self.passphrase = passphrase
  }

  /// Shows today and asks what to do, until somebody has enough.
  func run() -> ExitStatus {
    guard let arguments = try? TodayCommand.syntax.parse([]), let context = try? CommandContext(surroundings, arguments)
    else { return CommandRunner(surroundings: surroundings).run(["--help"]) }
    if let stored = try? StoredPapers(arguments, context), stored.door != nil {
      _ = start(["today"])
    } else {
      try? context.show([
        .title("kiso"),
        .text(
          "Noch ist keine Ablage eingerichtet. Papiere lassen sich trotzdem ausfüllen; eine Ablage behält sie verschlüsselt und kennt ihre Fristen: kiso setup",
          indent: 2),
      ])
    }
    while let choice = choose(context) {
      guard choice != .end else { return .done }
      act(on: choice, context)
    }
    return .done
  }

  private func choose(_ context: CommandContext) -> Choice? {
    let isDraft = !((try? context.draftFolder?.drafts()) ?? []).isEmpty
    let choices = Choice.allCases.filter { $0 != .draft || isDraft }.map { (id: $0.rawValue, label: $0.label) }
    return ask("Was möchten Sie tun?", choices, context).flatMap { Choice(rawValue: $0) }
  }

  private func act(on choice: Choice, _ context: CommandContext) {
    switch choice {
    case .today: start(["today", "--all"])
    case .forms: start(["forms"])
    case .help: start(["--help"])
    case .end: break
    case .paper: if let form = form(context) { start(["fill", form]) }
    case .draft:
      let drafts = ((try? context.draftFolder?.drafts()) ?? []).filter { !$0.isOpen && $0.head != nil }
      start(["drafts"])
      let names = drafts.map { (id: $0.name, label: $0.name) }
      if let name = ask("Welcher Entwurf?", names, context) { start(["fill", "--resume", name]) }
    case .caseView: if let number = number("ganz, oder ihr Ende") { start(["case", number]) }
    case .continued:
      guard let number = number("ganz"), start(["case", number]).rawValue < 2, let form = form(context) else { return }
      start(["fill", form, "--case", number])
    }
  }

  /// A form that papers are filled in of.
  private func form(_ context: CommandContext) -> String? {
    guard let library = try? context.catalogue().library() else { return nil }
    let console = surroundings.console(false)
    defer { console.close() }
    return FormChoice.ask(library, Asking(console: console))
  }

  private func number(_ hint: String) -> String? {
    let console = surroundings.console(false)
    defer { console.close() }
    let typed = Asking(console: console).line("Vorgangsnummer", proposal: "", hint: hint)
    return typed.flatMap { $0.isEmpty ? nil : $0 }
  }

  private func ask(_ question: String, _ answers: [(id: String, label: String)], _ context: CommandContext) -> String? {
    guard !answers.isEmpty else { return nil }
    let console = surroundings.console(false)
    defer { console.close() }
    return Asking(console: console).choice(question, among: Choices(answers), proposal: nil)?.id
  }

  /// Runs a command as if it had been typed.
  @discardableResult
  private func start(_ words: [String]) -> ExitStatus {
    let status = CommandRunner(surroundings: surroundings).run(words)
    // Whoever mistyped it is asked again.
    if status == .noPermission { passphrase.typed = nil }
    return status
  }
}
