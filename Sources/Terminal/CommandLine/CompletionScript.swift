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

  private let program: String
  private let commands: [CommandLineSyntax]

  /// Scripts for a program with the given commands.
  public init(program: String, commands: [CommandLineSyntax]) {
    self.program = program
    self.commands = commands
  }

  /// The script for a shell.
  public func text(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  private func word(of command: CommandLineSyntax) -> String {
    command.name.split(separator: " ").last.map(String.init) ?? command.name
  }

  private func flags(of command: CommandLineSyntax) -> [String] {
    command.options.flatMap { option in ["--" + option.name] + (option.short.map { ["-\($0)"] } ?? []) }
  }

  /// Options with a value, as patterns of a shell's `case`.
  private func pattern(of option: CommandLineSyntax.Option) -> String {
    (["--" + option.name] + (option.short.map { ["-\($0)"] } ?? [])).joined(separator: "|")
  }

  /// What is offered for the arguments without a dash; the last goes on where it may stand more often.
  private func positionals(of command: CommandLineSyntax) -> [CommandLineSyntax.Completion] {
    command.positionals.map(\.completion)
  }

  // MARK: Bash

  private var bash: String {
    var lines = [
      "# Vervollständigung von \(program) in der Bash; erzeugt von „\(program) completion bash“.",
      "_\(program)() {",
      "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} count=0 word form",
      "  COMPREPLY=()",
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then",
      "    COMPREPLY=($(compgen -W '\((commands.map(word) + ["--help", "--version"]).joined(separator: " "))' -- \"$cur\"))",
      "    return",
      "  fi",
      "  form=; count=0",
      "  for word in \"${COMP_WORDS[@]:2:COMP_CWORD-2}\"; do",
      "    case $word in -*) ;; *) count=$((count + 1)); form=${form:-$word} ;; esac",
      "  done",
      "  case $command in",
    ]
    for command in commands {
      lines.append("    \(word(of: command)))")
      let valued = command.options.filter { $0.value != nil }
      if !valued.isEmpty {
        lines.append("      case $prev in")
        lines += valued.map { "        \(pattern(of: $0))) \(bash($0.completion)); return ;;" }
        lines.append("      esac")
      }
      lines += [
        "      case $cur in",
        "        -*) COMPREPLY=($(compgen -W '\(flags(of: command).joined(separator: " "))' -- \"$cur\")); return ;;",
        "      esac",
      ]
      lines += positional(of: command) { bash($0) }.map { "      " + $0 }
      lines.append("      ;;")
    }
    lines += ["  esac", "}", "complete -F _\(program) \(program)"]
    return lines.map { $0 + "\n" }.joined()
  }

  private func bash(_ completion: CommandLineSyntax.Completion) -> String {
    switch completion {
    case .nothing: "true"
    case .files: "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$cur\"))"
    case .folders: "compopt -o filenames; COMPREPLY=($(compgen -d -- \"$cur\"))"
    case .words(let words): "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$cur\"))"
    case .list(let list):
      "\(list == "fields" ? "compopt -o nospace; " : "")"
        + "COMPREPLY=($(compgen -W \"$(\(program) completion --list \(list) --form \"$form\" 2>/dev/null)\" -- \"$cur\"))"
    }
  }

  /// A `case` over the number of arguments that stand there already.
  private func positional(
    of command: CommandLineSyntax, _ offer: (CommandLineSyntax.Completion) -> String
  ) -> [String] {
    let kinds = positionals(of: command)
    guard let last = kinds.last else { return ["true"] }
    if kinds.count == 1 { return [offer(last)] }
    return ["case $count in"]
      + kinds.dropLast().enumerated().map { "  \($0)) \(offer($1)) ;;" } + ["  *) \(offer(last)) ;;", "esac"]
  }

  // MARK: Zsh

  private var zsh: String {
    var lines = [
      "#compdef \(program)",
      "# Vervollständigung von \(program) in der zsh; erzeugt von „\(program) completion zsh“.",
      "_\(program)() {",
      "  local command=${words[2]} count=0 form= word",
      "  local -a offered",
      "  if (( CURRENT == 2 )); then",
      "    offered=(\(commands.map { "'\(word(of: $0)):\(quoted($0.summary))'" }.joined(separator: " ")))",
      "    _describe 'Befehl' offered",
      "    return",
      "  fi",
      "  for word in ${words[3,CURRENT-1]}; do",
      "    [[ $word == -* ]] || { (( count++ )); form=${form:-$word} }",
      "  done",
      "  case $command in",
    ]
    for command in commands {
      lines.append("    \(word(of: command)))")
      let valued = command.options.filter { $0.value != nil }
      if !valued.isEmpty {
        lines.append("      case ${words[CURRENT-1]} in")
        lines += valued.map { "        \(pattern(of: $0))) \(zsh($0.completion)); return ;;" }
        lines.append("      esac")
      }
      let options = command.options.map { "'--\($0.name):\(quoted($0.help))'" }.joined(separator: " ")
      lines += [
        "      if [[ ${words[CURRENT]} == -* ]]; then", "        offered=(\(options))",
        "        _describe 'Option' offered", "        return", "      fi",
      ]
      lines += positional(of: command) { zsh($0) }.map { "      " + $0 }
      lines.append("      ;;")
    }
    lines += ["  esac", "}", "compdef _\(program) \(program)"]
    return lines.map { $0 + "\n" }.joined()
  }

  private func zsh(_ completion: CommandLineSyntax.Completion) -> String {
    switch completion {
    case .nothing: "true"
    case .files: "_files"
    case .folders: "_files -/"
    case .words(let words): "compadd -- \(words.joined(separator: " "))"
    case .list(let list):
      "compadd \(list == "fields" ? "-S '' " : "")-- ${(f)\"$(\(program) completion --list \(list) --form \"$form\" 2>/dev/null)\"}"
    }
  }

  /// A colon would end the word that `_describe` explains.
  private func quoted(_ text: String) -> String {
    String(text.map { $0 == "'" ? "’" : $0 }).split(separator: ":", omittingEmptySubsequences: false)
      .joined(separator: "\\:")
  }

  // MARK: Fish

  private var fish: String {
    var lines = [
      "# Vervollständigung von \(program) in der fish; erzeugt von „\(program) completion fish“.",
      "function __\(program)_form",
      "  for word in (commandline -opc)[3..-1]",
      "    if not string match -q -- '-*' $word",
      "      echo $word",
      "      return",
      "    end",
      "  end",
      "end",
      "complete -c \(program) -f",
    ]
    for command in commands {
      let name = word(of: command)
      lines.append("complete -c \(program) -n __fish_use_subcommand -a \(name) -d '\(fishQuoted(command.summary))'")
      let seen = "-n '__fish_seen_subcommand_from \(name)'"
      for option in command.options {
        var line = "complete -c \(program) \(seen) -l \(option.name)"
        if let short = option.short { line += " -s \(short)" }
        if option.value != nil { line += " -r" + fish(option.completion) }
        lines.append(line + " -d '\(fishQuoted(option.help))'")
      }
      for kind in Set(positionals(of: command)).sorted(by: { fish($0) < fish($1) }) where kind != .nothing {
        lines.append("complete -c \(program) \(seen)" + fish(kind))
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func fish(_ completion: CommandLineSyntax.Completion) -> String {
    switch completion {
    case .nothing: ""
    case .files: " -F"
    case .folders: " -a '(__fish_complete_directories)'"
    case .words(let words): " -a '\(words.joined(separator: " "))'"
    case .list(let list): " -a '(\(program) completion --list \(list) --form (__\(program)_form) 2>/dev/null)'"
    }
  }

  private func fishQuoted(_ text: String) -> String {
    String(text.map { $0 == "'" ? "’" : $0 })
  }
}
