internal import Spelling

/// Words of a list in a text that was typed in haste.
extension ListedWords {
  /// The first label of the list that a text seems to contain; nil when there is none.
  ///
  /// Inflected words are found („geschützte Anschrift“), words written apart or with a hyphen („Frauen-Haus“), and
  /// words of seven letters or more with one typing mistake, of twelve or more with two. A listed word inside a longer
  /// one is none („Frauenhausplatz“).
  static func resembled(in text: String, from list: CodeList) -> String? {
    let words = words(text)
    guard !words.isEmpty else { return nil }
    return phrases(list).first { phrase in
      words.indices.contains { start in
        let passage = words[start...].prefix(phrase.words.count)
        if passage.count == phrase.words.count, zip(passage, phrase.words).allSatisfy(resembles) { return true }
        // „Sperr-Vermerk“ for „Sperrvermerk“.
        guard phrase.words.count == 1, phrase.words[0].count >= leastTolerant, start + 1 < words.count else {
          return false
        }
        return resembles(words[start] + words[start + 1], phrase.words[0])
      }
    }?.label
  }

  /// From how many letters on one typing mistake is overlooked.
  private static let leastTolerant = 7

  private static func resembles(_ word: some StringProtocol, _ listed: Substring) -> Bool {
    let letters = Array(word)
    let wanted = Array(listed)
    let allowed = wanted.count >= 12 ? 2 : wanted.count >= leastTolerant ? 1 : 0
    return ([""] + inflections).contains { ending in
      guard word.hasSuffix(ending), letters.count - ending.count >= 3 else { return false }
      let stem = Array(letters.dropLast(ending.count))
      guard allowed > 0 else { return stem == wanted }
      return abs(stem.count - wanted.count) <= allowed && Suggestion.distance(stem, wanted) <= allowed
    }
  }

  /// A text without the words that resemble the list, and without words that say nothing beside them.
  static func withoutResembled(_ text: String, from list: CodeList) -> String {
    let pieces = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var isKept = pieces.map { _ in true }
    // The shortest runs of words that resemble something go.
    for length in 1...3 {
      for start in pieces.indices where start + length <= pieces.count {
        let run = start..<(start + length)
        guard run.allSatisfy({ isKept[$0] }), resembled(in: pieces[run].joined(separator: " "), from: list) != nil
        else { continue }
        for index in run { isKept[index] = false }
      }
    }
    let rest = zip(pieces, isKept).compactMap { $1 ? $0 : nil }
    let isTelling = rest.contains { piece in words(piece).contains { !fillers.contains($0) } }
    return isTelling ? rest.joined(separator: " ").trimming(while: { $0.isWhitespace || "()[]-–,;/".contains($0) }) : ""
  }

  /// Words beside a word of protection that say no more.
  private static let fillers: Set<Substring> = [
    "ANSCHRIFT", "ADRESSE", "WOHNT", "WOHNHAFT", "LEBT", "IST", "IM", "IN", "BITTE", "ACHTUNG", "EINER", "EINEM", "DER",
    "DIE",
    "DEM", "UND", "DERZEIT", "AKTUELL", "ZURZEIT",
  ]

  private static let inflections = ["E", "EN", "EM", "ER", "ES", "N", "S"]
}

extension CodeList {
  /// Whether a text seems to contain one of the labels, inflected or mistyped.
  package func isResembled(in text: String) -> Bool { ListedWords.resembled(in: text, from: self) != nil }

  /// What a text says besides the labels that it seems to contain; empty when that is nothing.
  package func withoutResembled(_ text: String) -> String { ListedWords.withoutResembled(text, from: self) }
}
