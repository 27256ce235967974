internal import Spelling

extension CommandLineSyntax {
  /// Reads a command line, without the words of the command's name.
  ///
  /// `--name value` and `--name=value` mean the same, also `-n value`; flags may be bundled (`-vq`).
  /// Options and arguments mix freely; after `--` all are arguments. A lone `-` is a value or an
  /// argument (standard input or output). A value that begins with a dash needs the form
  /// `--name=-value`, so that a forgotten value does not swallow the next option.
  ///
  /// A line with `--help` is always good if `help` is declared: missing or stray arguments are no
  /// failure then.
  public func parse(_ words: [String]) throws(UsageFailure) -> ParsedArguments {
    var scan = Scan(syntax: self)
    try scan.read(words)
    if scan.parsed.has("help") { return scan.parsed }
    try assign(scan.arguments, to: &scan.parsed)
    return scan.parsed
  }

  private func assign(_ arguments: [String], to parsed: inout ParsedArguments) throws(UsageFailure) {
    var next = 0
    for (index, positional) in positionals.enumerated() {
      let later = positionals[(index + 1)...].count { $0.count == .one || $0.count == .oneOrMore }
      let available = arguments.count - next
      let taken: Int
      switch positional.count {
      case .one: taken = min(1, available)
      case .optional: taken = min(1, max(0, available - later))
      case .oneOrMore, .any: taken = max(0, available - later)
      }
      if taken == 0, positional.count == .one || positional.count == .oneOrMore {
        throw UsageFailure(.missingArgument, "Es fehlt die Angabe \(positional.name): \(positional.help).")
      }
      for argument in arguments[next..<(next + taken)] { parsed.add(argument, to: positional.name) }
      next += taken
    }
    guard next < arguments.count else { return }
    let count = next == 0 ? "keine Angabe" : next == 1 ? "nur eine Angabe" : "nur \(next) Angaben"
    throw UsageFailure(
      .unexpectedArgument,
      "‚\(name)‘ nimmt \(count) ohne Strich, hier stehen \(arguments.count). "
        + "Angaben mit Leerzeichen gehören in Anführungszeichen.")
  }
}

/// One pass over the words: options go to their names, the rest waits to be assigned.
private struct Scan {
  let syntax: CommandLineSyntax
  var parsed = ParsedArguments()
  var arguments: [String] = []

  init(syntax: CommandLineSyntax) {
    self.syntax = syntax
  }

  mutating func read(_ words: [String]) throws(UsageFailure) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        arguments += rest
        return
      }
      if word.hasPrefix("--") {
        try readLong(word, &rest)
      } else if word.hasPrefix("-"), word != "-" {
        try readShort(word, &rest)
      } else {
        arguments.append(word)
      }
    }
  }

  private mutating func readLong(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageFailure) {
    let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    guard let option = syntax.options.first(where: { $0.name == name }) else {
      let nearest = Suggestion.nearest(to: name, among: syntax.options.map(\.name))
      throw UsageFailure(
        .unknownOption,
        "Die Option ‚--\(name)‘ gibt es nicht" + UsageFailure.question(nearest.map { "--" + $0 }))
    }
    try take(option, spelled: "--" + name, value: parts.count > 1 ? String(parts[1]) : nil, &rest)
  }

  private mutating func readShort(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageFailure) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = syntax.options.first(where: { $0.short == letter }) else {
        // „-form“ is more likely a long option with one dash than five short ones.
        let long = String(word.dropFirst().prefix { $0 != "=" })
        let nearest = long.count > 1 ? Suggestion.nearest(to: long, among: syntax.options.map(\.name)) : nil
        throw UsageFailure(
          .unknownOption,
          "Die Option ‚-\(letter)‘ gibt es nicht" + UsageFailure.question(nearest.map { "--" + $0 }))
      }
      if option.value != nil, !letters.isEmpty {
        let value = letters.first == "=" ? letters.dropFirst() : letters
        return try take(option, spelled: "-\(letter)", value: String(value), &rest)
      }
      try take(option, spelled: "-\(letter)", value: nil, &rest)
    }
  }

  private mutating func take(
    _ option: CommandLineSyntax.Option, spelled: String, value: String?, _ rest: inout ArraySlice<String>
  ) throws(UsageFailure) {
    if parsed.has(option.name), !option.isRepeatable {
      throw UsageFailure(.givenTwice, "Die Option ‚--\(option.name)‘ steht zweimal da; sie gilt nur einmal.")
    }
    guard let valueName = option.value else {
      guard value == nil else {
        throw UsageFailure(.unexpectedValue, "Die Option ‚--\(option.name)‘ nimmt keinen Wert.")
      }
      return parsed.setFlag(option.name)
    }
    if let value { return parsed.add(value, to: option.name) }
    if option.valueIsOptional { return parsed.setFlag(option.name) }
    guard let next = rest.first, next == "-" || !next.hasPrefix("-") else {
      throw UsageFailure(
        .missingValue, "Nach ‚\(spelled)‘ fehlt der Wert \(valueName): \(option.help)."
      )
    }
    rest.removeFirst()
    parsed.add(next, to: option.name)
  }
}
