/// Completion for shells, made of the declarations of all commands.
///
/// What only the program knows, such as names of forms, a script asks the program for, with
/// `PROGRAM completion --list WORD`.
public struct CompletionScript: Sendable {
  /// The shells there is a script for.
  public enum Shell: String, CaseIterable, Hashable, Sendable {
    /// GNU Bash 4.4 or newer.
    case bash
    /// The Z shell.
    case zsh
    /// The friendly interactive shell.
    case fish
  }

  /// Several subcommands under one word.
  public struct Group: Sendable {
    let name: String
    let summary: String
    let commands: [CommandLineSyntax]

    /// A group by its word, what it is for, and its subcommands.
    public init(name: String, summary: String, commands: [CommandLineSyntax]) {
      self.name = name
      self.summary = summary
      self.commands = commands
    }
  }

  let program: String
  let commands: [CommandLineSyntax]
  let groups: [Group]

  /// Scripts for a program with the given commands.
  public init(program: String, commands: [CommandLineSyntax], groups: [Group] = []) {
    self.program = program
    self.commands = commands
    self.groups = groups
  }

  /// The script for a shell.
  public func text(for shell: Shell) -> String {
    let lines =
      switch shell {
      case .bash: bash
      case .zsh: zsh
      case .fish: fish
      }
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: For every shell

  /// The first words and what they are for.
  var firstWords: [(word: String, summary: String)] {
    commands.map { (word(of: $0), $0.summary) } + groups.map { ($0.name, $0.summary) }
  }

  /// Every command with the words it is called by.
  var calls: [(words: String, syntax: CommandLineSyntax)] {
    commands.map { (word(of: $0), $0) }
      + groups.flatMap { group in group.commands.map { (group.name + " " + word(of: $0), $0) } }
  }

  func word(of command: CommandLineSyntax) -> String {
    command.name.split(separator: " ").last.map(String.init) ?? command.name
  }

  /// An option as it is typed: in full, and by its letter.
  func flags(of option: CommandLineSyntax.Option) -> [String] {
    ["--" + option.name] + (option.short.map { ["-\($0)"] } ?? [])
  }

  func flags(of options: [CommandLineSyntax.Option]) -> String { options.flatMap(flags).joined(separator: " ") }

  /// A `case` over the number of arguments that stand there already; the last goes on where it may stand more often.
  func positional(
    of command: CommandLineSyntax, _ offer: (CommandLineSyntax.Completion) -> String
  ) -> [String] {
    let kinds = command.positionals.map(\.completion)
    guard let last = kinds.last else { return ["true"] }
    if kinds.count == 1 { return [offer(last)] }
    return ["case $count in"]
      + kinds.dropLast().enumerated().map { "  \($0)) \(offer($1)) ;;" } + ["  *) \(offer(last)) ;;", "esac"]
  }
}
