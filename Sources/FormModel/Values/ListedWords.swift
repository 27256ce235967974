/// Words of a code list in a text, recognised by their search form: case, umlauts and punctuation do not matter.
///
/// The list is made ready once, see ``FormLibrary/listedWords(_:)``.
package struct ListedWords: Sendable {
  /// A label in words.
  struct Phrase: Sendable {
    let label: String
    let words: [ListedWord]
  }

  /// The list it was made of.
  let list: CodeList
  let phrases: [Phrase]

  init(_ list: CodeList) {
    self.list = list
    phrases = list.codes.map { Phrase(label: $0.label, words: Self.words($0.label).map(ListedWord.init)) }
      .filter { !$0.words.isEmpty }
  }

  /// Whether a text consists of nothing but labels of the list.
  ///
  /// „alle Behörden u. a.“ does; an empty text does not.
  func make(up text: String) -> Bool {
    var rest = Self.words(text)[...]
    guard !rest.isEmpty else { return false }
    while !rest.isEmpty {
      let longest = phrases.filter { phrase in
        rest.count >= phrase.words.count && zip(rest, phrase.words).allSatisfy { $0 == $1.text }
      }.map(\.words.count).max()
      guard let longest else { return false }
      rest = rest.dropFirst(longest)
    }
    return true
  }

  /// The first label of the list that a text contains; nil when there is none.
  ///
  /// A word of the text may go on, as inflected words do: „Verletzung“ is found in „Verletzungen“.
  func first(in text: String) -> String? {
    let words = Self.words(text)
    return phrases.first { phrase in
      words.indices.contains { start in
        let passage = words[start...].prefix(phrase.words.count)
        return passage.count == phrase.words.count
          && zip(passage, phrase.words).allSatisfy { $0.hasPrefix($1.text) }
      }
    }?.label
  }

  static func words(_ text: String) -> [Substring] {
    SearchForm.fold(text).split(separator: "-")
  }
}

extension FormLibrary {
  /// The words of a code list, made ready once for all copies of the library; nil when there is no such list.
  package func listedWords(_ id: String) -> ListedWords? { lists[id].map(plans.words) }
}
