/// The search form of a name (Suchform): A–Z, 0–9 and hyphen, for an index and for file names.
///
/// The mapping of DIN 91379, which extends that of passports (ICAO Doc 9303): ä→AE, ß→SS, ø→OE, å→AA, þ→TH, and
/// otherwise the base letter (ğ→G, ı and İ→I). It never replaces the name: two names can share one form.
public enum SearchForm {
  /// The search form of a text.
  ///
  /// Marks, apostrophes and modifier letters vanish; any other run of blanks and signs becomes one hyphen, none
  /// at the ends. Letters of other scripts vanish too, so the result can be empty.
  public static func fold(_ text: String) -> String {
    String(decoding: folded(text), as: UTF8.self)
  }

  /// The search form of a text, in ASCII.
  static func folded(_ text: String) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    var gap = false
    let hyphen = UInt8(ascii: "-")
    let scalars = NormalizationFormD.scalars(of: text)
    for (index, scalar) in scalars.enumerated() {
      if scalar.isASCII, let letter = letter(UInt8(truncatingIfNeeded: scalar.value)) {
        if gap && !folded.isEmpty { folded.append(hyphen) }
        gap = false
        folded.append(letter)
        // Only what carries a mark has more letters than one.
        guard index + 1 < scalars.count, !scalars[index + 1].isASCII else { continue }
        if let further = further(after: letter, before: scalars[(index + 1)...]) { folded.append(further) }
      } else if let letters = special[scalar] {
        if gap && !folded.isEmpty { folded.append(hyphen) }
        gap = false
        folded += letters.utf8
      } else if !vanishes(scalar) {
        gap = true
      }
    }
    return folded
  }

  /// The capital letter or the digit that an ASCII sign is; nil when it is none.
  private static func letter(_ sign: UInt8) -> UInt8? {
    switch sign {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): sign
    case UInt8(ascii: "a")...UInt8(ascii: "z"): sign - 32
    default: nil
    }
  }

  /// The second letter of a base letter with a mark, such as the E of Ä; nil when it has none.
  private static func further(after letter: UInt8, before rest: ArraySlice<Unicode.Scalar>) -> UInt8? {
    let marks = rest.prefix { isMark($0) }
    let isUmlaut = [UInt8(ascii: "A"), UInt8(ascii: "O"), UInt8(ascii: "U")].contains(letter)
    if isUmlaut, marks.contains("\u{308}") { return UInt8(ascii: "E") }
    return letter == UInt8(ascii: "A") && marks.contains("\u{30A}") ? letter : nil
  }

  /// Letters that have no canonical decomposition.
  static let special: [Unicode.Scalar: String] = [
    "ß": "SS", "ẞ": "SS", "Æ": "AE", "æ": "AE", "Ø": "OE", "ø": "OE", "Œ": "OE", "œ": "OE", "Þ": "TH",
    "þ": "TH",
    "Ð": "D", "ð": "D", "Đ": "D", "đ": "D", "ı": "I", "Ł": "L", "ł": "L", "Ŀ": "L", "ŀ": "L", "Ħ": "H",
    "ħ": "H",
    "Ŧ": "T", "ŧ": "T", "Ĳ": "IJ", "ĳ": "IJ", "ĸ": "K", "ŉ": "N", "Ŋ": "N", "ŋ": "N", "Ƈ": "C", "ƈ": "C",
    "Ə": "E", "ə": "E", "Ɨ": "I", "ɨ": "I", "Ʒ": "Z", "ʒ": "Z", "Ǥ": "G", "ǥ": "G",
  ]

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark
  }

  private static func vanishes(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar == "'" || scalar == "`" }
    if isMark(scalar) || scalar.properties.isAlphabetic { return true }
    switch scalar {
    case "’", "‘", "´", "ʹ", "ʺ", "ʻ", "ʼ", "ʾ", "ʿ", "ˈ", "ˌ": return true
    default: return scalar.properties.generalCategory == .format
    }
  }
}
