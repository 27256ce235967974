/// Looks in free text for a place that somebody must not be found at: its street, town, telephone, e-mail or house.
///
/// The text may write the place in another way than the field does: „Str.“ for „Straße“, without the number, the
/// telephone without its area code or in other groups, the house without „Kita“ or shortened with a full stop. Where a
/// part could be meant, it counts as found (domain chapter 23: doubt protects).
struct PlaceSearch {
  /// A part of a place as it stands in a field.
  enum Part: Hashable {
    /// A street, with or without its number.
    case street(String)
    /// A postcode; the town alone tells nothing.
    case postcode(String)
    /// A telephone number.
    case phone(String)
    /// An e-mail address.
    case email(String)
    /// The name of a house: a Kita, a school, a shelter.
    case house(String)
  }

  /// Words that say what kind of house it is, and words after which only its operator is named.
  let houseWords: [String]

  /// A search in which these words are no names of houses.
  init(houseWords: [String]) {
    self.houseWords = houseWords.map(Self.compact)
  }

  /// Whether a text tells a part of a place.
  func tells(_ part: Part, in text: String) -> Bool {
    switch part {
    case .street(let street): tellsStreet(street, Words(text))
    case .postcode(let code): code.count >= 4 && Words(text).words.contains(code)
    case .phone(let number): tellsPhone(number, text)
    case .email(let address): tellsEmail(address, text)
    case .house(let name): tellsHouse(name, Words(text))
    }
  }

  // MARK: Streets

  private func tellsStreet(_ street: String, _ text: Words) -> Bool {
    let name = Words(
      street.split(whereSeparator: \.isWhitespace).prefix { $0.first?.isNumber != true }.joined(separator: " "))
    guard let core = Self.core(name.compact) else {
      // „Am Hang“, „Musterweg“: the whole name, whatever follows it.
      return name.compact.count >= 4 && text.contains(name.compact, endsWord: true)
    }
    guard core.count >= 2 else { return false }
    if Self.endings.contains(where: { text.contains(core + $0, endsWord: true) }) { return true }
    // „Böcklerstr.“ for „Hans-Böckler-Straße“.
    guard let last = name.words.compactMap({ Self.core($0) ?? $0 }).last(where: { !$0.isEmpty }), last.count >= 5,
      last != core
    else { return false }
    return Self.endings.contains { text.contains(last + $0, endsWord: true) }
  }

  /// A street without its last part; nil where it has none.
  private static func core(_ name: String) -> String? {
    endings.first { name.hasSuffix($0) }.map { String(name.dropLast($0.count)) }
  }

  /// „Straße“ and „Strasse“ are one; a full stop never stays.
  private static let endings = ["STRASE", "STR"]

  // MARK: Telephone and e-mail

  private func tellsPhone(_ number: String, _ text: String) -> Bool {
    var digits = number.filter { $0.isASCII && $0.isNumber }
    if number.hasPrefix("+49") { digits = String(digits.dropFirst(2)) }
    if digits.hasPrefix("0049") { digits = String(digits.dropFirst(4)) }
    let national = String(digits.drop { $0 == "0" })
    // What is dialled inside the town says as much.
    let groups = number.split { !$0.isNumber && $0 != "-" }.map { $0.filter(\.isNumber) }
    let inside = groups.count > 1 ? groups.dropFirst(number.hasPrefix("+") ? 2 : 1).joined() : ""
    let needles = [national, inside].filter { $0.count >= 5 }
    return Self.digitRuns(text).contains { run in needles.contains { run.contains($0) } }
  }

  /// Digits that may be one number: nothing but the signs of a telephone number, two at most, stands between them.
  private static func digitRuns(_ text: String) -> [String] {
    var runs: [String] = []
    var gap = 3
    for character in text {
      if let digit = character.wholeNumberValue {
        if gap > 2 { runs.append("") }
        runs[runs.count - 1] += String(digit)
        gap = 0
      } else {
        gap += character.isWhitespace || "/-–().+‑".contains(character) ? 1 : 3
      }
    }
    return runs
  }

  private func tellsEmail(_ address: String, _ text: String) -> Bool {
    let plain = address.lowercased().filter { !$0.isWhitespace }
    return plain.count >= 5 && text.lowercased().filter { !$0.isWhitespace }.contains(plain)
  }

  // MARK: Houses

  private func tellsHouse(_ name: String, _ text: Words) -> Bool {
    // „Kita Purzelbaum, Träger AWO“ and „Kita Purzelbaum (AWO)“: what stands behind is no name of the house.
    let first = name.prefix { !",;(/".contains($0) }
    var words = Words(String(first)).words[...]
    while let word = words.first, houseWords.contains(word) { words = words.dropFirst() }
    if let operatorWord = words.firstIndex(where: { houseWords.contains($0) }) { words = words[..<operatorWord] }
    let own = words.joined()
    guard own.count >= 3 else { return false }
    if text.contains(own, endsWord: true, mayEndIn: ["S"]) { return true }
    return text.shortened.contains { short in short.count >= 4 && own.hasPrefix(short) }
  }

  /// Letters and digits alone, in one case and without umlauts, so that ways of writing do not matter.
  static func compact(_ text: String) -> String { Words(text).compact }
}
