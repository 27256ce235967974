/// Completion in the Bash: a function for `complete -F` (bash(1), Programmable Completion).
extension CompletionScript {
  var bash: [String] {
    let first = firstWords.map(\.word) + ["--help", "--version"]
    var lines = [
      "# Vervollständigung von \(program) in der Bash; erzeugt von „\(program) completion bash“.",
      // What stands there already; the words after options with a value are those values.
      "_\(program)_scan() {",
      "  local word skip=",
      "  for word in \"${COMP_WORDS[@]:at:COMP_CWORD-at}\"; do",
      "    if [ -n \"$skip\" ]; then skip=; continue; fi",
      "    case $word in",
      "      -*) case \" $1 \" in *\" $word \"*) skip=1 ;; esac ;;",
      "      *) count=$((count + 1)); form=${form:-$word} ;;",
      "    esac",
      "  done",
      "}",
      "_\(program)() {",
      "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} at=2 count=0 form=",
      "  COMPREPLY=()",
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then \(bash(words: first)); return; fi",
    ]
    for group in groups {
      lines += [
        "  if [ \"$command\" = \(group.name) ]; then",
        "    if [ \"$COMP_CWORD\" -eq 2 ]; then \(bash(words: group.commands.map(word) + ["--help"])); return; fi",
        "    command=\"$command ${COMP_WORDS[2]}\" at=3",
        "  fi",
      ]
    }
    lines.append("  case $command in")
    for call in calls { lines += branch(call.words, call.syntax).map { "    " + $0 } }
    return lines + ["  esac", "}", "complete -F _\(program) \(program)"]
  }

  private func branch(_ words: String, _ command: CommandLineSyntax) -> [String] {
    let valued = command.options.filter { $0.value != nil }
    var lines = ["'\(words)')", "  _\(program)_scan '\(flags(of: valued))'"]
    if !valued.isEmpty {
      lines.append("  case $prev in")
      lines += valued.map { "    \(flags(of: $0).joined(separator: "|"))) \(bash($0.completion)); return ;;" }
      lines.append("  esac")
    }
    lines.append("  case $cur in -*) \(bash(words: command.options.flatMap(flags))); return ;; esac")
    return lines + positional(of: command) { bash($0) }.map { "  " + $0 } + ["  ;;"]
  }

  private func bash(words: [String]) -> String {
    "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$cur\"))"
  }

  private func bash(_ completion: CommandLineSyntax.Completion) -> String {
    switch completion {
    case .nothing: "true"
    case .files: "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$cur\"))"
    case .folders: "compopt -o filenames; COMPREPLY=($(compgen -d -- \"$cur\"))"
    case .words(let words): bash(words: words)
    case .list(let list):
      "\(list == "fields" ? "compopt -o nospace; " : "")"
        + "COMPREPLY=($(compgen -W \"$(\(program) completion --list \(list) --form \"$form\" 2>/dev/null)\" -- \"$cur\"))"
    }
  }
}
