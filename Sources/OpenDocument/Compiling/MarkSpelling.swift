/// What typing in a word processor does to an expression, undone.
///
/// AutoCorrect replaces quotes, makes blanks unbreakable and hyphens between blanks dashes.
enum MarkSpelling {
  private static let double: Set<Character> = ["\"", "„", "“", "”", "»", "«"]
  private static let single: Set<Character> = ["'", "‚", "‘", "’", "›", "‹"]

  /// White space as single blanks, dashes as minus, strings in plain quotes and otherwise untouched.
  static func normalised(_ raw: String) -> String {
    if isPlain(raw) { return raw }
    let characters = Array(raw)
    var result = ""
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if let end = endOfString(characters, from: index) {
        // The content cannot contain this quote: it would have ended the string.
        let quote = double.contains(character) ? "\"" : "'"
        result += quote + String(characters[(index + 1)..<end]) + quote
        index = end + 1
        continue
      }
      if isBlank(character) {
        if result.last != " " { result.append(" ") }
      } else if character == "–" || character == "−" || character == "—" {
        result.append("-")
      } else if character != "\u{AD}", character != "\u{200B}", character != "\u{FEFF}" {
        result.append(character)
      }
      index += 1
    }
    return result.trimmed
  }

  /// Whether there is nothing to undo: printable ASCII and no blanks at the ends or side by side.
  private static func isPlain(_ raw: String) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in raw.utf8 {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20
  }

  /// Where the string that begins here ends; nil when none begins or it has no end.
  ///
  /// A plain quote is closed by the next one like it, so that typographic quotes can be quoted; where AutoCorrect
  /// replaced only one of the pair, the next quote of the same kind closes it.
  private static func endOfString(_ characters: [Character], from start: Int) -> Int? {
    let opening = characters[start]
    let kind = double.contains(opening) ? double : single.contains(opening) ? single : nil
    guard let kind else { return nil }
    let rest = characters[(start + 1)...]
    if opening == "\"" || opening == "'", let end = rest.firstIndex(of: opening) { return end }
    return rest.firstIndex { kind.contains($0) }
  }

  private static func isBlank(_ character: Character) -> Bool {
    character.isWhitespace || character == "\u{A0}" || character == "\u{202F}" || character == "\u{2007}"
  }
}
