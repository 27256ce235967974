/// The text of a mark taken apart.
struct MarkText {
  enum Role: Hashable {
    case value(isOptional: Bool)
    case checkbox
    case repetition
    case condition
    case otherwise
    /// `beschriftung FIELD`: the label of a field.
    case label
    /// `auswahl FIELD`: all answers with their boxes.
    case choice(ChoiceLayout)
    /// The words behind `ende`.
    case end(words: String)
  }

  let role: Role
  /// The XPath expression; empty for `sonst` and `ende`.
  let expression: String

  /// A mark that stands for another one.
  init(_ role: Role, _ expression: String) {
    self.role = role
    self.expression = expression
  }

  /// Takes a mark apart and puts its German words into those of XPath; nil when it says nothing.
  init?(_ raw: String, _ language: MarkLanguage = MarkLanguage([:])) {
    let text = Self.unwrapped(MarkSpelling.normalised(raw))
    let (first, rest) = Self.firstWord(of: text)
    // AutoCorrect likes to begin with a capital letter.
    let word = first.lowercased()
    switch word {
    case "ende", "end":
      role = .end(words: rest)
      expression = ""
      return
    case "sonst" where rest.isEmpty, "else" where rest.isEmpty:
      role = .otherwise
      expression = ""
      return
    case "auswahl" where !rest.isEmpty:
      let (path, layout) = ChoiceLayout.split(rest)
      role = .choice(layout)
      expression = path
      return
    default: break
    }
    if let role = Self.keywords[word], !rest.isEmpty {
      self.role = role
      expression = language.translated(rest)
      return
    }
    let isOptional = text.hasSuffix("?")
    role = .value(isOptional: isOptional)
    expression = language.translated(isOptional ? String(text.dropLast()).trimmed : text)
    if expression.isEmpty { return nil }
  }

  private static let keywords: [String: Role] = [
    "für": .repetition, "fuer": .repetition, "for": .repetition, "wenn": .condition, "if": .condition,
    "kasten": .checkbox, "beschriftung": .label,
  ]

  /// The name of the picture that a mark asks for; nil when it asks for none.
  static func picture(in raw: String) -> String? {
    let (first, rest) = firstWord(of: unwrapped(MarkSpelling.normalised(raw)))
    return first.lowercased() == "bild" && !rest.isEmpty ? rest : nil
  }

  /// Whether `words`, as they stand behind `ende`, begin with the keyword of a kind of block.
  static func keyword(in words: String) -> (role: Role?, rest: String) {
    let (first, rest) = firstWord(of: words)
    switch first.lowercased() {
    case "für", "fuer", "for": return (.repetition, rest)
    case "wenn", "if": return (.condition, rest)
    default: return (nil, words)
    }
  }

  private static func firstWord(of text: String) -> (String, String) {
    guard let blank = text.firstIndex(of: " ") else { return (text, "") }
    return (String(text[..<blank]), String(text[blank...]).trimmed)
  }

  /// Without the `<…>` that LibreOffice puts around a placeholder, or `{{…}}`.
  private static func unwrapped(_ text: String) -> String {
    for (open, close) in [("<", ">"), ("{{", "}}")]
    where text.hasPrefix(open) && text.hasSuffix(close) && text.count > open.count {
      return String(text.dropFirst(open.count).dropLast(close.count)).trimmed
    }
    return text
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmed: String {
    var slice = self[...]
    while slice.first == " " { slice.removeFirst() }
    while slice.last == " " { slice.removeLast() }
    return String(slice)
  }
}
