/// Words of a list in a text that was typed in haste.
extension ListedWords {
  /// The first label of the list that a text seems to contain; nil when there is none.
  ///
  /// Inflected words are found („geschützte Anschrift“), words written apart or with a hyphen („Frauen-Haus“), and
  /// words of seven letters or more with one typing mistake, of twelve or more with two. A listed word inside a longer
  /// one is none („Frauenhausplatz“).
  package func resembled(in text: String) -> String? {
    guard !text.isEmpty else { return nil }
    let words = TypedWord.words(of: text)
    // „Sperr-Vermerk“ for „Sperrvermerk“.
    let pairs = zip(words, words.dropFirst()).map { $0 + $1 }
    return phrases.first { phrase in
      guard let first = phrase.words.first else { return false }
      return words.indices.contains { start in
        guard first.isResembled(by: words[start]) else { return false }
        let passage = words[start...].prefix(phrase.words.count)
        return passage.count == phrase.words.count
          && zip(passage, phrase.words).dropFirst().allSatisfy { $1.isResembled(by: $0) }
      } || phrase.words.count == 1 && first.allowed > 0 && pairs.contains { first.isResembled(by: $0) }
    }?.label
  }

  /// What a text says besides the labels that it seems to contain; empty when that is nothing.
  package func withoutResembled(_ text: String) -> String {
    let pieces = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var isKept = pieces.map { _ in true }
    // The shortest runs of words that resemble something go.
    for length in 1...3 {
      for start in pieces.indices where start + length <= pieces.count {
        let run = start..<(start + length)
        guard run.allSatisfy({ isKept[$0] }), resembled(in: pieces[run].joined(separator: " ")) != nil else { continue }
        for index in run { isKept[index] = false }
      }
    }
    let rest = zip(pieces, isKept).compactMap { $1 ? $0 : nil }
    let isTelling = rest.contains { piece in Self.words(piece).contains { !Self.fillers.contains($0) } }
    return isTelling ? rest.joined(separator: " ").trimming(while: { $0.isWhitespace || "()[]-–,;/".contains($0) }) : ""
  }

  /// Words beside a word of protection that say no more.
  private static let fillers: Set<Substring> = [
    "ANSCHRIFT", "ADRESSE", "WOHNT", "WOHNHAFT", "LEBT", "IST", "IM", "IN", "BITTE", "ACHTUNG", "EINER", "EINEM", "DER",
    "DIE", "DEM", "UND", "DERZEIT", "AKTUELL", "ZURZEIT",
  ]
}
