/// Completion in the zsh: a function for `compdef` (zshcompsys(1)).
extension CompletionScript {
  var zsh: [String] {
    var lines = [
      "#compdef \(program)",
      "# Vervollständigung von \(program) in der zsh; erzeugt von „\(program) completion zsh“.",
      "_\(program)_scan() {",
      "  local word skip=",
      "  for word in \"${(@)words[at,CURRENT-1]}\"; do",
      "    if [[ -n $skip ]]; then skip=; continue; fi",
      "    if [[ $word == -* ]]; then",
      "      [[ \" $1 \" == *\" $word \"* ]] && skip=1",
      "    else",
      "      (( count += 1 )); form=${form:-$word}",
      "    fi",
      "  done",
      "}",
      "_\(program)() {",
      "  local command=${words[2]} at=3 count=0 form=",
      "  local -a offered",
      "  if (( CURRENT == 2 )); then",
      "    offered=(\(described(firstWords)))",
      "    _describe 'Befehl' offered",
      "    return",
      "  fi",
    ]
    for group in groups {
      lines += [
        "  if [[ $command == \(group.name) ]]; then",
        "    if (( CURRENT == 3 )); then",
        "      offered=(\(described(group.commands.map { (word(of: $0), $0.summary) })))",
        "      _describe 'Befehl' offered",
        "      return",
        "    fi",
        "    command=\"$command ${words[3]}\" at=4",
        "  fi",
      ]
    }
    lines.append("  case $command in")
    for call in calls { lines += branch(call.words, call.syntax).map { "    " + $0 } }
    // The file may be sourced, or be the function that the first completion loads.
    return lines + [
      "  esac", "}", "if [[ ${funcstack[1]} == _\(program) ]]; then", "  _\(program) \"$@\"", "else",
      "  compdef _\(program) \(program)", "fi",
    ]
  }

  private func branch(_ words: String, _ command: CommandLineSyntax) -> [String] {
    let valued = command.options.filter { $0.value != nil }
    var lines = ["'\(words)')", "  _\(program)_scan '\(flags(of: valued))'"]
    if !valued.isEmpty {
      lines.append("  case ${words[CURRENT-1]} in")
      lines += valued.map { "    \(flags(of: $0).joined(separator: "|"))) \(zsh($0.completion)); return ;;" }
      lines.append("  esac")
    }
    lines += [
      "  if [[ ${words[CURRENT]} == -* ]]; then",
      "    offered=(\(described(command.options.map { ("--" + $0.name, $0.help) })))",
      "    _describe 'Option' offered", "    return", "  fi",
    ]
    return lines + positional(of: command) { zsh($0) }.map { "  " + $0 } + ["  ;;"]
  }

  private func described(_ words: [(word: String, summary: String)]) -> String {
    words.map { "'\($0.word):\(quoted($0.summary))'" }.joined(separator: " ")
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
}
