/// How the answers of a choice stand on the page.
enum ChoiceLayout: Hashable {
  /// Side by side.
  case line
  /// Each in a paragraph of its own: one of several columns that are as long as each other, 1-based.
  case paragraphs(column: Int, of: Int)

  /// Takes `themen untereinander, Spalte 2 von 4` apart; words that say something else stay with the path.
  static func split(_ text: String) -> (path: String, layout: ChoiceLayout) {
    guard let blank = text.firstIndex(of: " ") else { return (text, .line) }
    let words = text[blank...].lowercased().split { $0 == " " || $0 == "," }.map(String.init)
    let path = String(text[..<blank])
    if words == ["untereinander"] { return (path, .paragraphs(column: 1, of: 1)) }
    guard words.count == 5, words[0] == "untereinander", words[1] == "spalte", words[3] == "von",
      let column = Int(words[2]), let count = Int(words[4]), (1...9).contains(count), (1...count).contains(column)
    else { return (text, .line) }
    return (path, .paragraphs(column: column, of: count))
  }

  /// Those answers that stand here: the first columns are the longest.
  func shown<Answer>(of answers: [Answer]) -> ArraySlice<Answer> {
    guard case .paragraphs(let column, let count) = self else { return answers[...] }
    let length = (answers.count + count - 1) / count
    return answers.dropFirst((column - 1) * length).prefix(length)
  }
}
