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
    var folded = ""
    var gap = false
    let scalars = NormalizationFormD.scalars(of: text)
    for (index, scalar) in scalars.enumerated() {
      if let letters = letters(for: scalar, before: scalars[(index + 1)...]) {
        if gap && !folded.isEmpty { folded += "-" }
        gap = false
        folded += letters
      } else if !vanishes(scalar) {
        gap = true
      }
    }
    return folded
  }

  /// The base letters of one scalar; nil when it is no letter or digit of the Latin script.
  private static func letters(for scalar: Unicode.Scalar, before rest: ArraySlice<Unicode.Scalar>) -> String? {
    switch scalar {
    case "0"..."9": return String(scalar)
    case "A"..."Z", "a"..."z":
      let upper = String(scalar).uppercased()
      let marks = rest.prefix { isMark($0) }
      if "AOU".contains(upper), marks.contains("\u{308}") { return upper + "E" }
      return upper == "A" && marks.contains("\u{30A}") ? "AA" : upper
    default: return special[scalar]
    }
  }

  /// Letters that have no canonical decomposition.
  private static let special: [Unicode.Scalar: String] = [
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
    if isMark(scalar) || scalar.properties.isAlphabetic { return true }
    switch scalar {
    case "'", "’", "‘", "`", "´", "ʹ", "ʺ", "ʻ", "ʼ", "ʾ", "ʿ", "ˈ", "ˌ": return true
    default: return scalar.properties.generalCategory == .format
    }
  }
}
