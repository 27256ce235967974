import Files
import Paperwork
import Printing
import Terminal

/// One subcommand.
protocol Command {
  /// How it is called, its options and help.
  static var syntax: CommandLineSyntax { get }
  /// Runs it; what goes wrong is thrown, and reported in one place.
  static func run(_ arguments: ParsedArguments, _ context: CommandContext) throws -> ExitStatus
}

extension Command {
  /// The word after `kiso`.
  static var name: String {
    syntax.name.split(separator: " ").last.map(String.init) ?? syntax.name
  }
}

/// Finds the subcommand, runs it and tells what went wrong.
struct CommandRunner {
  let surroundings: Surroundings

  static var commands: [any Command.Type] {
    [
      TodayCommand.self, CaseStandCommand.self, FeedbackCommand.self, FormsCommand.self, FillCommand.self,
      RenderCommand.self, PrintCommand.self, ReadCommand.self, TextCommand.self,
      CheckCommand.self, StatsCommand.self, SchemaCommand.self, LintCommand.self, MigrateCommand.self,
      DraftsCommand.self,
      SettingsCommand.self, SetupCommand.self, NewMunicipalityCommand.self, CompletionCommand.self,
    ]
  }

  /// What `kiso stats` does besides counting.
  static var ofStats: [any Command.Type] { [StatsFreezeCommand.self, StatsMergeCommand.self, StatsYearCommand.self] }

  static var groups: [any CommandGroup.Type] { [ArchiveGroup.self, RetentionGroup.self] }

  func run(_ words: [String]) -> ExitStatus {
    if words.isEmpty, surroundings.isAttended(), surroundings.isOutputShown() { return HomeMenu(surroundings).run() }
    guard let name = words.first, name != "--help", name != "-h", name != "help" else {
      return help(isAsked: !words.isEmpty, isShort: words.first == "-h")
    }
    if name == "--version" { return output(Version.line + "\n") }
    let rest = Array(words.dropFirst())
    if name == "--man", let folder = rest.first { return manualPages(into: folder) }
    if let group = Self.groups.first(where: { $0.name == name }) { return run(group, rest) }
    if name == StatsCommand.name, let word = rest.first, let inner = Self.ofStats.first(where: { $0.name == word }) {
      return run(inner, called: "\(name) \(word)", Array(rest.dropFirst()))
    }
    guard let command = Self.commands.first(where: { $0.name == name }) else {
      let known = Self.commands.map { $0.name } + Self.groups.map { $0.name }
      return unknown(name, of: known, in: "kiso")
    }
    return run(command, called: name, rest)
  }

  private func run(_ group: any CommandGroup.Type, _ words: [String]) -> ExitStatus {
    guard let name = words.first, name != "--help", name != "-h", name != "help" else {
      if !words.isEmpty { return output(group.help) }
      surroundings.writeError(group.help)
      return .usage
    }
    guard let command = group.commands.first(where: { $0.name == name }) else {
      return unknown(name, of: group.commands.map { $0.name }, in: "kiso " + group.name)
    }
    return run(command, called: "\(group.name) \(name)", Array(words.dropFirst()))
  }

  private func unknown(_ name: String, of known: [String], in caller: String) -> ExitStatus {
    surroundings.writeError("\(caller): \(UsageFailure.unknownCommand(name, known: known).description)")
    surroundings.writeError("Alle Befehle zeigt: \(caller) --help")
    return .usage
  }

  private func run(_ command: any Command.Type, called name: String, _ rest: [String]) -> ExitStatus {
    do {
      if rest.contains("--help") { return output(command.syntax.help) }
      if rest.contains("-h") { return output(command.syntax.shortHelp) }
      let arguments = try command.syntax.parse(rest)
      return try command.run(arguments, CommandContext(surroundings, arguments))
    } catch {
      let report = FailureReport(error)
      for line in report.lines { surroundings.writeError("kiso \(name): \(line)") }
      if report.status == .usage { surroundings.writeError("Hilfe: kiso \(name) --help") }
      return report.status
    }
  }

  private func help(isAsked: Bool, isShort: Bool) -> ExitStatus {
    let text = Overview.text(
      Self.commands.map { ($0.name, $0.syntax.summary) } + Self.groups.map { ($0.name, $0.summary) }, isShort: isShort)
    if isAsked { return output(text) }
    surroundings.writeError(text)
    return .usage
  }

  private func output(_ text: String) -> ExitStatus {
    done { try surroundings.writeOutput(Array((text.hasSuffix("\n") ? text : text + "\n").utf8)) }
  }

  private func manualPages(into folder: String) -> ExitStatus { done { try ManualPages.write(into: folder) } }

  private func done(_ work: () throws -> Void) -> ExitStatus {
    do {
      try work()
      return .done
    } catch {
      let report = FailureReport(error)
      for line in report.lines { surroundings.writeError("kiso: \(line)") }
      return report.status
    }
  }
}
