/// The parts of a line: between semicolons, or between commas where there is no semicolon.
///
/// A part with such a sign of its own stands in quotation marks, as in CSV (RFC 4180): `Familie, "a, b; c", 16.9.`
struct Segments: Hashable {
  /// The parts without blanks at their ends; empty ones are there as well.
  private(set) var parts: [String] = []
  /// What separates them.
  private(set) var sign: Character = ","

  /// Splits a line.
  ///
  /// Quotation marks count only where they enclose a part, or what follows its name, and a sign or a doubled mark
  /// stands between them; all others belong to the text.
  init(_ line: String) {
    let text = Array(line)
    let quotes = Self.quotes(in: text)
    let isQuoted = quotes.reduce(into: Set<Int>()) { $0.formUnion($1) }
    let signs = text.indices.filter { Self.isSign(text[$0]) && !isQuoted.contains($0) }
    sign = signs.contains { text[$0] == ";" } ? ";" : ","
    let ends = signs.filter { text[$0] == sign } + [text.count]
    var start = 0
    for end in ends {
      parts.append(Self.plain(text, start..<end, quotes.first { $0.lowerBound >= start && $0.upperBound <= end }))
      start = end + 1
    }
  }

  /// A text as a part that holds it whole, whatever stands in it.
  static func quoted(_ text: String) -> String {
    let isPlain = !text.contains { isSign($0) || $0 == "\"" }
    return isPlain ? text : "\"" + text.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  private static func isSign(_ character: Character) -> Bool { character == "," || character == ";" }

  /// Where quotation marks enclose signs, the marks included.
  private static func quotes(in text: [Character]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = 0
    // Whether a mark would stand at the beginning of a part, or behind its name.
    var isAtStart = true
    while place < text.count {
      if text[place] == "\"", isAtStart, let end = closing(in: text, from: place) {
        let inside = text[(place + 1)..<(end - 1)]
        if inside.contains(where: { isSign($0) || $0 == "\"" }) { found.append(place..<end) }
        place = end
        isAtStart = false
        continue
      }
      let character = text[place]
      isAtStart = isSign(character) || character == ":" || character == "=" || isAtStart && character.isWhitespace
      place += 1
    }
    return found
  }

  /// The place behind the mark that closes the one at `start`, where a part ends.
  ///
  /// Nil when nothing closes it.
  private static func closing(in text: [Character], from start: Int) -> Int? {
    var place = start + 1
    while place < text.count {
      guard text[place] == "\"" else {
        place += 1
        continue
      }
      if place + 1 < text.count, text[place + 1] == "\"" {
        place += 2
        continue
      }
      let next = text[(place + 1)...].first { !$0.isWhitespace }
      if next.map(isSign) ?? true { return place + 1 }
      place += 1
    }
    return nil
  }

  /// A part as text, without the marks that enclose it.
  private static func plain(_ text: [Character], _ range: Range<Int>, _ quote: Range<Int>?) -> String {
    guard let quote, text[quote.upperBound..<range.upperBound].allSatisfy(\.isWhitespace) else {
      return String(text[range]).trimmingBlanks
    }
    let before = String(text[range.lowerBound..<quote.lowerBound]).trimmingBlanks
    guard before.isEmpty || before.last == ":" || before.last == "=" else { return String(text[range]).trimmingBlanks }
    let inside = String(text[(quote.lowerBound + 1)..<(quote.upperBound - 1)])
    return before + inside.replacing("\"\"", with: "\"")
  }
}
