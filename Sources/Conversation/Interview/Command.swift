/// What somebody wants at a question: to answer it, or to go somewhere else.
enum Command: Hashable, Sendable {
  /// An answer; may be empty.
  case answer(String)
  /// An answer that only looks like a command.
  case literal(String)
  /// Leave it empty, or remove what is there.
  case clear
  /// Help for this question.
  case help
  /// All commands.
  case commands
  /// The question before.
  case back
  /// What is filled in and what is missing.
  case overview
  /// A field or section by its name.
  case jump(String)
  /// Straight to the end.
  case finish
  /// Finish although there are errors.
  case draft
  /// Keep the draft and leave.
  case pause
  /// Throw the draft away and leave.
  case discard
  /// Ask for a group field by field.
  case expand
  /// Write in the editor.
  case editor
  /// Save what there is under a path.
  case save(String)
  /// Change an instance of a repeated group, 1-based.
  case change(Int)
  /// Remove an instance of a repeated group, 1-based.
  case remove(Int)

  /// Reads what was typed; `isNumbered` is where instances can be named by number.
  init(_ text: String, isNumbered: Bool) {
    let typed = text.trimmingBlanks
    if typed.contains("\n") {
      self = .answer(text)
    } else if isNumbered, let number = Self.number(typed, after: "#") {
      self = .change(number)
    } else if isNumbered, let number = Self.number(typed, after: "-") {
      self = .remove(number)
    } else if typed.hasPrefix("=") {
      self = .literal(String(typed.dropFirst()))
    } else if typed.hasPrefix("/") {
      self = Self.slash(typed.dropFirst().trimmingBlanks)
    } else {
      switch typed.lowercased() {
      case "?": self = .help
      case "-", "–": self = .clear
      case "<", "zurück", "zurueck": self = .back
      case "übersicht", "uebersicht": self = .overview
      default: self = .answer(text)
      }
    }
  }

  private static func slash(_ rest: String) -> Command {
    let words = rest.split(separator: " ", maxSplits: 1)
    switch words.first?.lowercased() {
    case nil, "?", "hilfe": return .commands
    case "zurück", "zurueck", "z": return .back
    case "übersicht", "uebersicht", "ü": return .overview
    case "fertig": return .finish
    case "entwurf": return .draft
    case "pause": return .pause
    case "verwerfen": return .discard
    case "einzeln": return .expand
    case "editor": return .editor
    case "sichern" where words.count > 1: return .save(words[1].trimmingBlanks)
    default: return .jump(rest)
    }
  }

  private static func number(_ text: String, after sign: Character) -> Int? {
    guard text.first == sign else { return nil }
    return Int(text.dropFirst()).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Whether a text is a command and no answer, whatever is asked.
  static func isCommand(_ text: String) -> Bool {
    if case .answer = Command(text, isNumbered: false) { false } else { true }
  }

  /// All commands with what they do, for the help.
  static let all: [(word: String, meaning: String)] = [
    ("Enter", "den Vorschlag in Klammern nehmen, oder leer lassen"),
    ("-", "leer lassen oder löschen"),
    ("?", "Hilfe zu dieser Frage"),
    ("zurück", "zur Frage davor"),
    ("/NAME", "zu einem Feld oder Abschnitt, zum Beispiel /themen"),
    ("übersicht", "was ausgefüllt ist und was fehlt"),
    ("/einzeln", "Person, Anschrift … Feld für Feld ausfüllen"),
    ("/editor", "einen langen Text im Editor schreiben"),
    ("/fertig", "zum Schluss, auch wenn noch nicht alles gefragt wurde"),
    ("/pause", "Entwurf behalten und aufhören (auch Strg+C, Strg+D)"),
    ("/verwerfen", "Entwurf löschen und aufhören"),
    ("/sichern DATEI", "die Angaben, wie sie sind, in eine Datei schreiben"),
    ("=TEXT", "den Text wörtlich nehmen, zum Beispiel =zurück"),
  ]
}
