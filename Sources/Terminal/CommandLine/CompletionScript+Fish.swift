/// Completion in the fish: one `complete` for each word and option (complete(1) of fish).
extension CompletionScript {
  var fish: [String] {
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
    for (word, summary) in firstWords {
      lines.append("complete -c \(program) -n __fish_use_subcommand -a \(word) -d '\(quoted(summary))'")
    }
    for command in commands { lines += completions(of: command, when: seen(word(of: command))) }
    for group in groups {
      let words = group.commands.map(word).joined(separator: " ")
      for command in group.commands {
        let word = word(of: command)
        let isOpen = "\(seen(group.name)); and not \(seen(words))"
        lines.append("complete -c \(program) -n '\(isOpen)' -a \(word) -d '\(quoted(command.summary))'")
        lines += completions(of: command, when: "\(seen(group.name)); and \(seen(word))")
      }
    }
    return lines
  }

  private func seen(_ words: String) -> String { "__fish_seen_subcommand_from \(words)" }

  private func completions(of command: CommandLineSyntax, when condition: String) -> [String] {
    let start = "complete -c \(program) -n '\(condition)'"
    let options = command.options.map { option in
      let letter = option.short.map { " -s \($0)" } ?? ""
      let value = option.value == nil ? "" : " -r" + fish(option.completion)
      return start + " -l \(option.name)\(letter)\(value) -d '\(quoted(option.help))'"
    }
    let kinds = Set(command.positionals.map(\.completion)).subtracting([.nothing])
    return options + kinds.map(fish).sorted().map { start + $0 }
  }

  private func fish(_ completion: CommandLineSyntax.Completion) -> String {
    switch completion {
    case .nothing: ""
    case .files: " -F"
    case .folders: " -a '(__fish_complete_directories)'"
    case .words(let words): " -a '\(words.joined(separator: " "))'"
    case .list(let list): " -a '(\(program) completion --list \(list) --form=(__\(program)_form) 2>/dev/null)'"
    }
  }

  private func quoted(_ text: String) -> String {
    String(text.map { $0 == "'" ? "’" : $0 })
  }
}
