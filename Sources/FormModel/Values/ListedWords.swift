/// Words of a code list in a text, recognised by their search form: case, umlauts and punctuation do not matter.
enum ListedWords {
  /// Whether a text consists of nothing but labels of the list.
  ///
  /// „alle Behörden u. a.“ does; an empty text does not.
  static func make(up text: String, from list: CodeList) -> Bool {
    let phrases = phrases(list).map(\.words)
    var rest = words(text)[...]
    guard !rest.isEmpty else { return false }
    while !rest.isEmpty {
      guard let longest = phrases.filter({ rest.starts(with: $0) }).map(\.count).max() else { return false }
      rest = rest.dropFirst(longest)
    }
    return true
  }

  /// The first label of the list that a text contains; nil when there is none.
  ///
  /// A word of the text may go on, as inflected words do: „Verletzung“ is found in „Verletzungen“.
  static func first(in text: String, from list: CodeList) -> String? {
    let words = words(text)
    return phrases(list).first { phrase in
      words.indices.contains { start in
        let passage = words[start...].prefix(phrase.words.count)
        return passage.count == phrase.words.count
          && zip(passage, phrase.words).allSatisfy { $0.hasPrefix($1) }
      }
    }?.label
  }

  static func phrases(_ list: CodeList) -> [(label: String, words: [Substring])] {
    list.codes.map { ($0.label, words($0.label)) }.filter { !$0.words.isEmpty }
  }

  static func words(_ text: String) -> [Substring] {
    SearchForm.fold(text).split(separator: "-")
  }
}
