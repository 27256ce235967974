internal import Spelling

/// One word of a list, ready to be compared with words that were inflected or mistyped.
struct ListedWord: Sendable {
  let text: Substring
  private let letters: [UInt8]
  private let signs: UInt64
  /// How many typing mistakes are overlooked: none in a short word, two in a long one.
  let allowed: Int

  /// A word in its search form.
  init(_ text: Substring) {
    self.text = text
    letters = Array(text.utf8)
    signs = Self.signs(of: letters)
    allowed = letters.count >= 12 ? 2 : letters.count >= 7 ? 1 : 0
  }

  /// Whether a word in its search form is this one, inflected or with as many mistakes as are overlooked.
  func isResembled(by word: some StringProtocol) -> Bool {
    let typed = Array(word.utf8)
    return Self.endings.contains { ending in
      let length = typed.count - ending.count
      guard length >= 3, abs(length - letters.count) <= allowed, typed.suffix(ending.count).elementsEqual(ending) else {
        return false
      }
      let stem = Array(typed.prefix(length))
      guard allowed > 0 else { return stem == letters }
      // A mistake changes at most one sign into another; most words differ in more and need no closer look.
      guard (Self.signs(of: stem) ^ signs).nonzeroBitCount <= 2 * allowed else { return false }
      return Suggestion.distance(stem, letters) <= allowed
    }
  }

  /// Which letters and digits occur, one bit for each.
  private static func signs(of letters: [UInt8]) -> UInt64 {
    letters.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  /// How words are inflected; nothing for one that is not.
  private static let endings = ["", "E", "EN", "EM", "ER", "ES", "N", "S"].map { Array($0.utf8) }
}
