extension CommandLineSyntax {
  /// The help: what the command does, how it is called, all its arguments and options, examples.
  ///
  /// German, at most 80 columns wide; long explanations are broken between words and aligned.
  public var help: String { page(options, more: nil) }

  /// The help without what is seldom needed; it says where the rest stands.
  ///
  /// A declaration that marks the rare ones fits a screen of 24 lines, which a test can check.
  public var shortHelp: String {
    let common = options.filter { !$0.isRare }
    return page(common, more: common.count < options.count ? "Alle Angaben: \(name) --help" : nil)
  }

  private func page(_ options: [Option], more: String?) -> String {
    var lines = ["\(name) – \(summary)", ""]
    for (index, line) in usageLines.enumerated() {
      lines.append((index == 0 ? "Aufruf: " : "        ") + line)
    }
    let arguments = positionals.map { ($0.name, $0.help) }
    let hasRare = self.options.contains(where: \.isRare)
    let choices = options.map { ($0.label, $0 == .help && hasRare ? "\($0.help); -h nur das Häufige" : $0.help) }
    let width = min(28, (arguments + choices).map(\.0.count).max() ?? 0)
    if !(arguments + choices).isEmpty { lines.append("") }
    for (label, text) in arguments + choices {
      lines += Self.aligned(label, text, labelWidth: width)
    }
    if !examples.isEmpty {
      lines += ["", examples.count == 1 ? "Beispiel:" : "Beispiele:"]
      lines += examples.map { "  " + $0 }
    }
    if let more { lines.append(more) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The usage lines as declared, or one made from the declarations.
  var usageLines: [String] {
    if !usage.isEmpty { return usage.map { $0.isEmpty ? name : name + " " + $0 } }
    var words = [name]
    words += positionals.map(\.usage)
    if !options.isEmpty { words.append("[Optionen]") }
    return [words.joined(separator: " ")]
  }

  private static func aligned(_ label: String, _ text: String, labelWidth: Int) -> [String] {
    let indent = 2 + labelWidth + 2
    let pieces = TextWrap.lines(of: text, width: 80 - indent)
    let margin = String(repeating: " ", count: indent)
    guard label.count <= labelWidth else {
      return ["  " + label] + pieces.map { margin + $0 }
    }
    let padding = String(repeating: " ", count: labelWidth - label.count + 2)
    let first = "  " + label + padding + (pieces.first ?? "")
    return [first] + pieces.dropFirst().map { margin + $0 }
  }
}

extension CommandLineSyntax.Positional {
  fileprivate var usage: String {
    switch count {
    case .one: name
    case .optional: "[\(name)]"
    case .oneOrMore: "\(name)..."
    case .any: "[\(name)...]"
    }
  }
}

extension CommandLineSyntax.Option {
  fileprivate var label: String {
    let letter = short.map { "-\($0), " } ?? "    "
    return letter + "--" + name + (value.map { valueIsOptional ? "[=\($0)]" : " " + $0 } ?? "")
      + (isRepeatable ? " ..." : "")
  }
}
