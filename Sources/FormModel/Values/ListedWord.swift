internal import Spelling

/// One word of a list, ready to be compared with words that were inflected or mistyped.
struct ListedWord: Sendable {
  let text: Substring
  private let word: TypedWord
  /// How many typing mistakes are overlooked: none in a short word, two in a long one.
  let allowed: Int

  /// A word in its search form.
  init(_ text: Substring) {
    self.text = text
    word = TypedWord(Array(text.utf8))
    allowed = word.letters.count >= 12 ? 2 : word.letters.count >= 7 ? 1 : 0
  }

  /// Whether a word in its search form is this one, inflected or with as many mistakes as are overlooked.
  func isResembled(by typed: TypedWord) -> Bool {
    let surplus = typed.letters.count - word.letters.count
    // Most words are too long, too short or lack too many letters, and need no closer look.
    guard -allowed...allowed + Self.longestEnding ~= surplus,
      (word.signs & ~typed.signs).nonzeroBitCount <= allowed
    else { return false }
    return Self.endings.contains { ending in
      let length = typed.letters.count - ending.count
      guard length >= 3, abs(length - word.letters.count) <= allowed,
        typed.letters.suffix(ending.count).elementsEqual(ending)
      else { return false }
      let stem = typed.letters.prefix(length)
      guard allowed > 0 else { return stem.elementsEqual(word.letters) }
      // A mistake changes at most one sign into another.
      guard (TypedWord.signs(of: stem) ^ word.signs).nonzeroBitCount <= 2 * allowed else { return false }
      return Suggestion.distance(Array(stem), word.letters) <= allowed
    }
  }

  /// How words are inflected; nothing for one that is not.
  private static let endings = ["", "E", "EN", "EM", "ER", "ES", "N", "S"].map { Array($0.utf8) }
  private static let longestEnding = 2
}

/// One word of a text in its search form.
struct TypedWord: Sendable {
  /// A–Z and digits in ASCII.
  let letters: [UInt8]
  /// Which letters and digits occur, one bit for each.
  let signs: UInt64

  /// A word of ASCII letters.
  init(_ letters: [UInt8]) {
    self.letters = letters
    signs = Self.signs(of: letters[...])
  }

  /// Two words that may have been one.
  static func + (one: TypedWord, other: TypedWord) -> TypedWord { TypedWord(one.letters + other.letters) }

  static func signs(of letters: ArraySlice<UInt8>) -> UInt64 {
    letters.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  /// The words of a text.
  static func words(of text: String) -> [TypedWord] {
    SearchForm.folded(text).split(separator: UInt8(ascii: "-")).map { TypedWord(Array($0)) }
  }
}
