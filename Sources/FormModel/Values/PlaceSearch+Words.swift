extension PlaceSearch {
  /// A text as words in their search form, and all of them as one.
  struct Words {
    /// The words, without umlauts: „Böckler“, „Boeckler“ and „Bockler“ are one.
    let words: [String]
    /// The words without anything between them.
    let compact: String
    /// The words that end with a full stop, as shortened ones do.
    let shortened: [String]

    init(_ text: String) {
      words = Self.words(text)
      compact = words.joined()
      shortened = text.split(whereSeparator: \.isWhitespace).compactMap { piece in
        let plain = piece.reversed().drop { !$0.isLetter && !$0.isNumber && $0 != "." }
        guard plain.first == "." else { return nil }
        return Self.words(String(plain.reversed())).last
      }
    }

    /// Whether a run of whole words begins like that; with `endsWord` it also ends there, or a number follows.
    func contains(_ needle: String, endsWord: Bool, mayEndIn endings: [String] = []) -> Bool {
      words.indices.contains { start in
        var joined = ""
        for word in words[start...] {
          joined += word
          if joined.count >= needle.count { break }
        }
        guard joined.hasPrefix(needle) else { return false }
        let rest = joined.dropFirst(needle.count)
        return !endsWord || rest.isEmpty || rest.first?.isNumber == true || endings.contains(String(rest))
      }
    }

    private static func words(_ text: String) -> [String] {
      SearchForm.fold(text.replacing("ß", with: "s").replacing("ẞ", with: "s")).split(separator: "-").map { word in
        var result = String(word)
        for (umlaut, plain) in [("AE", "A"), ("OE", "O"), ("UE", "U"), ("SS", "S")] {
          result = result.replacing(umlaut, with: plain)
        }
        return result
      }
    }
  }
}
