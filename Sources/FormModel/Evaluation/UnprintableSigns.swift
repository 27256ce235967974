/// Signs that no font of a page has: emoji, scripts of other parts of the world, private use, unassigned code points.
///
/// A page would show a box or nothing in their place, so whoever writes them is told before it is printed. The fonts are
/// Noto Sans and DejaVu Sans: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Lao, Georgian (fc-query, version 2.37).
enum UnprintableSigns {
  /// The first of them in a text; nil when there is none.
  static func first(in text: String) -> Unicode.Scalar? {
    guard text.utf8.contains(where: isSuspect) else { return nil }
    return text.unicodeScalars.first(where: isUnprintable)
  }

  /// Whether a byte may belong to one of them; others need not be looked at one by one.
  private static func isSuspect(_ byte: UInt8) -> Bool { byte >= 0xE0 }

  /// Scripts that neither font has, such as Devanagari, Tamil, Thai, Ethiopic, Han and Hangul.
  static let missing: [ClosedRange<UInt32>] = [
    0x0900...0x0E3E, 0x0E40...0x0E7F, 0x0F00...0x109F, 0x1100...0x13FF, 0x1700...0x18AF, 0x2E80...0x4DBF,
    0x4E00...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0x20000...0x3FFFF,
  ]

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    // A selector asks for the coloured picture of a sign that fonts have in black.
    if scalar == "\u{FE0F}" { return true }
    guard scalar.value >= 0x0900 else { return false }
    if missing.contains(where: { $0 ~= scalar.value }) { return true }
    let properties = scalar.properties
    if properties.isEmojiPresentation || properties.isEmojiModifier { return true }
    switch properties.generalCategory {
    case .privateUse, .unassigned: return true
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation,
      .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .spaceSeparator,
      .lineSeparator, .paragraphSeparator, .control, .format, .surrogate:
      return false
    @unknown default: return false
    }
  }
}
