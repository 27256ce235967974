/// What a person typed, cut into numbers, words and marks.
///
/// Blanks of every kind (also no-break spaces) separate tokens and are otherwise without meaning, so that
/// `1. 4. 2025` and `1.4.2025` are read alike, while `1 4` never becomes `14`.
struct TypedTokens {
  enum Token: Hashable {
    /// A run of ASCII digits: its value and how many digits were typed.
    case number(Int, digits: Int)
    /// A run of letters in lower case.
    case word(String)
    /// Any other single scalar.
    case mark(Unicode.Scalar)
  }

  private(set) var rest: ArraySlice<Token>

  /// The tokens of a text; nil when it holds a number of more than 18 digits.
  init?(_ text: String) {
    var tokens = [Token]()
    var scalars = NormalizationFormC.normalize(text).unicodeScalars[...]
    while let scalar = scalars.first {
      if TypedTokens.isBlank(scalar) {
        scalars.removeFirst()
      } else if TypedTokens.isDigit(scalar) {
        let run = scalars.prefix(while: TypedTokens.isDigit)
        guard let value = ASCIIDigits.value(of: run.map { UInt8(truncatingIfNeeded: $0.value) }) else {
          return nil
        }
        tokens.append(.number(value, digits: run.count))
        scalars = scalars.dropFirst(run.count)
      } else if scalar.properties.isAlphabetic {
        let run = scalars.prefix { $0.properties.isAlphabetic }
        tokens.append(.word(String(run).lowercased()))
        scalars = scalars.dropFirst(run.count)
      } else {
        tokens.append(.mark(scalar))
        scalars.removeFirst()
      }
    }
    rest = tokens[...]
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Space, tab, line ends, no-break, narrow no-break, figure and thin space.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2007, 0x2009, 0x202F: true
    default: false
    }
  }

  /// The text without blanks at its two ends, with every inner run of blanks as one space.
  static func trimmed(_ text: String) -> String {
    text.unicodeScalars.split(whereSeparator: isBlank).map { String($0) }.joined(separator: " ")
  }

  var isAtEnd: Bool { rest.isEmpty }
  var next: Token? { rest.first }

  /// Takes the mark if it comes next.
  mutating func take(mark: Unicode.Scalar) -> Bool {
    guard rest.first == .mark(mark) else { return false }
    rest.removeFirst()
    return true
  }

  /// Takes one of these words (lower case) if it comes next.
  mutating func take(word words: String...) -> Bool {
    guard case .word(let word)? = rest.first, words.contains(word) else { return false }
    rest.removeFirst()
    return true
  }

  /// Takes any word.
  mutating func takeWord() -> String? {
    guard case .word(let word)? = rest.first else { return nil }
    rest.removeFirst()
    return word
  }

  /// Takes a number typed with a given count of digits.
  mutating func takeNumber(digits: ClosedRange<Int>) -> Int? {
    guard case .number(let value, let count)? = rest.first, digits.contains(count) else { return nil }
    rest.removeFirst()
    return value
  }

  /// Takes these tokens if all of them come next.
  mutating func take(all tokens: [Token]) -> Bool {
    guard rest.starts(with: tokens) else { return false }
    rest = rest.dropFirst(tokens.count)
    return true
  }
}
