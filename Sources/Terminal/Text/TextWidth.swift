/// How many columns text takes on a terminal.
///
/// Combining marks take none, characters of East Asian width W and F and emoji take two, all others one (Unicode
/// Standard Annex #11, and what wcwidth(3) of common terminals does). A cursor goes by whole grapheme clusters.
public enum TextWidth {
  /// The columns of a text; control characters count as nothing.
  public static func columns(of text: String) -> Int {
    // Most text is ASCII, where every byte is a column.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns of one grapheme cluster: 0, 1 or 2.
  public static func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count == 1 { return columns(of: first) }
    // A picture put together of several, one that asks for its coloured form, a flag of two letters.
    let isPicture = scalars.contains { $0.value == 0xFE0F || $0.value == 0x200D } && first.properties.isEmoji
    let isFlag = (0x1F1E6...0x1F1FF).contains(first.value)
    if isPicture || isFlag { return 2 }
    return min(2, scalars.reduce(0) { $0 + columns(of: $1) })
  }

  /// The columns of one scalar.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: return 1
    case 0..<0x20, 0x7F..<0xA0: return 0
    case 0xAD: return 1
    case 0x1160...0x11FF: return 0
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator: return 0
    default: return isWide(scalar.value) ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    var low = 0
    var high = WideRanges.all.count
    while low < high {
      let middle = (low + high) / 2
      let range = WideRanges.all[middle]
      if value < range.lowerBound {
        high = middle
      } else if value > range.upperBound {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}
