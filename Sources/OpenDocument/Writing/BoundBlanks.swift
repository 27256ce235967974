/// Keeps together on one line what is read as one (DIN 5008).
///
/// That is „§ 8a“, „Abs. 2“, „z. B.“, „44777 Bochum“, „20 %“.
package enum BoundBlanks {
  /// The text with no-break spaces (U+00A0) where a line must not end.
  ///
  /// Only single blanks within a line are replaced, so that whoever reads blank and no-break space alike reads the same.
  static func bind(_ text: String) -> String {
    var text = text
    let places = text.withUTF8 { bytes in
      bytes.indices.filter { bytes[$0] == blank && isBound(bytes, at: $0) }
    }
    guard !places.isEmpty else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + places.count)
    var rest = places[...]
    for (index, byte) in text.utf8.enumerated() {
      if index == rest.first {
        rest.removeFirst()
        result += [0xC2, 0xA0]
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text of a page as it was before ``bind(_:)``; no-break spaces that somebody typed elsewhere stay.
  package static func release(_ text: String) -> String {
    guard text.utf8.contains(0xA0) else { return text }
    let bound = bind(text.replacing("\u{A0}", with: " "))
    let scalars = zip(text.unicodeScalars, bound.unicodeScalars).map { own, bound in
      own == "\u{A0}" && bound == "\u{A0}" ? " " : own
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static let blank = UInt8(ascii: " ")
  private static let dot = UInt8(ascii: ".")
  /// What counts what follows it.
  private static let counting = [
    "Art.", "Abs.", "Nr.", "Kap.", "Ziff.", "Rn.", "Satz", "Absatz", "Artikel", "Nummer", "Kapitel",
  ].map { Array($0.utf8) }

  private static func isBound(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place > 0, place + 1 < bytes.count, !isGap(bytes[place - 1]), !isGap(bytes[place + 1]) else { return false }
    let before = word(bytes, endingAt: place)
    let next = bytes[place + 1]
    if isDigit(next) {
      return before.suffix(2).elementsEqual([0xC2, 0xA7]) || counting.contains { before.elementsEqual($0) }
    }
    if before.allSatisfy(isDigit) {
      // A postcode and its town; a number and its unit.
      return before.count == 5 && isCapital(bytes, at: place + 1) || next == UInt8(ascii: "%")
        || bytes[(place + 1)...].starts(with: [0xE2, 0x82, 0xAC])
    }
    // „z. B.“, „i. d. R.“, „u. dgl.“: longer words with a dot mostly end a sentence.
    return before.count == 2 && isAbbreviation(before) && isAbbreviation(word(bytes, from: place + 1))
  }

  /// Whether a word is an abbreviation of up to three letters, such as „B.“.
  private static func isAbbreviation(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    2...4 ~= word.count && word.last == dot && word.dropLast().allSatisfy(isLetter)
  }

  private static func word(
    _ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var start = end
    while start > 0, !isGap(bytes[start - 1]), bytes[start - 1] != UInt8(ascii: "(") { start -= 1 }
    return Slice(base: bytes, bounds: start..<end)
  }

  /// The word at a position, up to its first dot.
  private static func word(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var end = start
    while end < bytes.count, !isGap(bytes[end]), bytes[end] != dot { end += 1 }
    if end < bytes.count, bytes[end] == dot { end += 1 }
    return Slice(base: bytes, bounds: start..<end)
  }

  private static func isGap(_ byte: UInt8) -> Bool { byte <= 0x20 }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  /// A–Z, or Ä, Ö or Ü.
  private static func isCapital(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    if UInt8(ascii: "A")...UInt8(ascii: "Z") ~= bytes[place] { return true }
    return bytes[place] == 0xC3 && place + 1 < bytes.count && [0x84, 0x96, 0x9C].contains(bytes[place + 1])
  }
}
