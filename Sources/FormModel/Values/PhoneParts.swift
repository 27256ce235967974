/// The runs of digits of a typed telephone number, and where hyphens stood between them.
struct PhoneParts {
  /// Runs of digits, none empty.
  private(set) var groups: [String]
  /// For each group whether a hyphen stood before it.
  private(set) var hyphenBefore: [Bool]
  /// Whether it began with `+` or `00`; those signs are gone from the groups then.
  private(set) var isInternational: Bool

  var digits: String { groups.joined() }

  /// The parts of a text; nil for other characters, misplaced signs or an implausible number of digits.
  init?(_ text: String) {
    groups = []
    hyphenBefore = []
    isInternational = false
    var current = ""
    var hyphen = false
    var open = false
    var brackets = 0
    for scalar in TypedTokens.trimmed(text).unicodeScalars {
      if TypedTokens.isDigit(scalar) {
        if current.isEmpty { hyphenBefore.append(hyphen) }
        current.unicodeScalars.append(scalar)
        continue
      }
      if !current.isEmpty {
        groups.append(current)
        current = ""
        hyphen = false
      }
      switch scalar {
      case "+":
        guard groups.isEmpty, !isInternational else { return nil }
        isInternational = true
      case "(":
        guard !open, brackets == 0 else { return nil }
        open = true
        brackets = 1
      case ")":
        guard open, !groups.isEmpty else { return nil }
        open = false
      case "-", "\u{2010}", "\u{2011}", "\u{2013}":
        guard !groups.isEmpty else { return nil }
        hyphen = true
      case "/", ".":
        guard !groups.isEmpty else { return nil }
      case " ": break
      default: return nil
      }
    }
    if current.isEmpty {
      // Only a closing bracket may stand at the end.
      guard !open, !hyphen, typedEndsWell(text) else { return nil }
    } else {
      groups.append(current)
    }
    guard !open, !groups.isEmpty else { return nil }
    if !isInternational, digits.hasPrefix("00") {
      isInternational = true
      drop(digits: 2)
    }
    guard (3...15).contains(digits.utf8.count) else { return nil }
  }

  private func typedEndsWell(_ text: String) -> Bool { TypedTokens.trimmed(text).hasSuffix(")") }

  /// Takes digits away from the front, whole groups where they are used up.
  mutating func drop(digits count: Int) {
    var left = count
    while left > 0, let first = groups.first {
      let taken = min(left, first.utf8.count)
      left -= taken
      if taken == first.utf8.count {
        groups.removeFirst()
        hyphenBefore.removeFirst()
      } else {
        groups[0] = String(first.dropFirst(taken))
        hyphenBefore[0] = false
      }
    }
  }

  /// Puts a digit before the first group.
  mutating func prepend(_ digit: String) {
    guard let first = groups.first else { return }
    groups[0] = digit + first
  }

  /// All groups as one number, with a hyphen before the last if exactly one was typed and it stood there.
  ///
  /// A hyphen before the first group separated it from an area code and does not count.
  var numberWithExtension: String {
    let inner = hyphenBefore.indices.dropFirst().filter { hyphenBefore[$0] }
    guard inner.count == 1, let at = inner.first else { return digits }
    return groups[..<at].joined() + "-" + groups[at...].joined()
  }
}
