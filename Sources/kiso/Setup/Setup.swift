import Conversation
import Files
import Paperwork
import Printing
import Terminal

/// Tries each thing that a setting names, and makes what is not there yet.
struct Setup {
  /// What was tried, and what came of it.
  struct Step {
    /// What came of it.
    enum State {
      case works, absent, wrong

      fileprivate var word: String {
        switch self {
        case .works: "in Ordnung"
        case .absent: "nicht eingerichtet"
        case .wrong: "geht nicht"
        }
      }

      fileprivate var style: Style {
        switch self {
        case .works: .good
        case .absent: .faint
        case .wrong: .warning
        }
      }
    }

    let label: String
    let state: State
    let text: String

    /// The step as a line of a screen.
    var block: Block { .pair(label, [Span(state.word, state.style), Span(text.isEmpty ? "" : ": \(text)")]) }
  }

  private let settings: UserSettings
  private let library: FormLibrary
  /// Whether a person is there to be asked.
  private let asks: Bool
  private let arguments: ParsedArguments
  private let context: CommandContext

  init(
    settings: UserSettings, library: FormLibrary, asks: Bool, _ arguments: ParsedArguments, _ context: CommandContext
  ) {
    (self.settings, self.library, self.asks) = (settings, library, asks)
    (self.arguments, self.context) = (arguments, context)
  }

  /// Everything in turn.
  func steps() throws -> [Step] {
    [try forms(), folder(), office(), printer(), editor()] + (try archive())
  }

  private func forms() throws -> Step {
    let catalogue = try context.catalogue()
    let folder = FilePath.joining(catalogue.home, "Forms/\(catalogue.municipality)")
    return Step(label: "Formulare", state: .works, text: "\(try catalogue.formIDs().count) aus \(folder)")
  }

  private func folder() -> Step {
    guard let typed = settings[.folder] else {
      return Step(label: "Ordner", state: .works, text: "fertige Papiere kommen dorthin, wo kiso gestartet wird")
    }
    let path = context.surroundings.expanded(typed)
    do {
      try FolderMaking.make(path)
      return Step(label: "Ordner", state: .works, text: path)
    } catch {
      return Step(label: "Ordner", state: .wrong, text: line(error))
    }
  }

  private func office() -> Step {
    do {
      let office = try LibreOffice.find(
        given: arguments.value("soffice"), environmentValue: context.surroundings.environment("KISO_SOFFICE"),
        searchPath: context.surroundings.environment("PATH"))
      return Step(label: "LibreOffice", state: .works, text: office.executable)
    } catch {
      return Step(label: "LibreOffice", state: .wrong, text: "ohne es gibt es kein PDF; " + line(error))
    }
  }

  private func printer() -> Step {
    let name = settings[.printer]
    do {
      let printer = try Printer(PrintSettings(printer: name), context)
      if try wantsTestPage() {
        try printer.print([try testPage()], context)
        return Step(label: "Drucker", state: .works, text: "die Probeseite ist unterwegs")
      }
      return Step(label: "Drucker", state: .works, text: name ?? "der des Systems")
    } catch {
      // Whoever names no printer may want none.
      let isWanted = name != nil || arguments.has("test-page")
      return Step(label: "Drucker", state: isWanted ? .wrong : .absent, text: line(error))
    }
  }

  private func wantsTestPage() throws -> Bool {
    guard !arguments.has("test-page") else { return true }
    guard asks else { return false }
    let console = context.surroundings.console(arguments.has("plain"))
    defer { console.close() }
    return Asking(console: console).confirms("Eine Probeseite drucken?", otherwise: false) ?? false
  }

  /// A blank paper of the first form: what it looks like matters more than what it says.
  private func testPage() throws -> PaperDocument {
    let maker = try context.maker()
    let form = try context.catalogue().formIDs().first ?? ""
    return try context.pdfs(of: [try maker.blank(form, as: .odt)], arguments)[0]
  }

  private func editor() -> Step {
    guard let command = context.editor(settings) else {
      return Step(label: "Editor", state: .absent, text: "lange Texte werden in kiso geschrieben")
    }
    let program = command.split(separator: " ").first.map(String.init) ?? ""
    let isThere = program.contains("/") ? FileRemoval.exists(program) : context.program(program) != nil
    guard isThere else { return Step(label: "Editor", state: .wrong, text: "‚\(program)‘ gibt es nicht") }
    return Step(label: "Editor", state: .works, text: command)
  }

  /// Opens the archive, or makes it where a person wants one.
  private func archive() throws -> [Step] {
    let access = try ArchiveAccess(arguments, context)
    let data = access.place.data
    let isThere = FileRemoval.exists(data)
    let hasKey = access.hasCredential || arguments.has("new-access-file")
    guard isThere || hasKey || asks else {
      return [Step(label: "Ablage", state: .absent, text: "kiso archive init legt sie an")]
    }
    if !isThere, asks, !hasKey {
      let console = context.surroundings.console(arguments.has("plain"))
      defer { console.close() }
      let question = "Eine verschlüsselte Ablage anlegen (\(data))?"
      guard Asking(console: console).confirms(question, otherwise: true) ?? false else {
        return [Step(label: "Ablage", state: .absent, text: "kiso archive init legt sie an")]
      }
    }
    if isThere, !asks, !access.hasCredential {
      return [Step(label: "Ablage", state: .works, text: "\(data), nicht geöffnet: kein Kennwort angegeben")]
    }
    do {
      if isThere {
        _ = try access.open()
        return [Step(label: "Ablage", state: .works, text: "\(data), geöffnet")]
      }
      let status = try InitCommand.run(arguments, context)
      return [Step(label: "Ablage", state: status == .done ? .works : .wrong, text: data)]
    } catch {
      return [Step(label: "Ablage", state: .wrong, text: line(error))]
    }
  }

  private func line(_ error: any Error) -> String { FailureReport(error).lines.joined(separator: " ") }
}
