internal import FormModel

/// Boxes in text: ticked ones, and the words behind them.
enum LabelMarks {
  /// Whether a text has boxes in it.
  static func hasBoxes(_ text: String) -> Bool { !boxes(in: text).isEmpty }

  /// The words behind boxes, with whether each is ticked; also where x and o stand for boxes.
  ///
  /// Letters count as boxes only where one stands in front of the text and none of the drawn ones is there.
  static func boxes(in text: String) -> [(word: String, isTicked: Bool)] {
    let drawn = TickToken.boxes(in: text)
    guard drawn.isEmpty else { return drawn }
    let words = text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\u{A0}" }.map(String.init)
    guard let first = words.first, isLetterBox(first), words.count > 1 else { return [] }
    var result: [(word: String, isTicked: Bool)] = []
    for word in words {
      if isLetterBox(word) {
        result.append(("", TickToken.isTicked(word) ?? false))
      } else if let last = result.indices.last {
        result[last].word += (result[last].word.isEmpty ? "" : " ") + word
      }
    }
    return result
  }

  /// What boxes in a text say.
  enum Reading: Hashable {
    /// There are none.
    case none
    /// The words of those that are ticked.
    case boxes([String])
    /// Nobody can tell which word a box belongs to.
    case unclear
  }

  /// The words whose boxes are ticked, whether these stand before or behind them.
  ///
  /// Where text stands both before the first box and behind the last, it is told by `isAnswer` that it belongs to no
  /// box; without that the reading would be a guess.
  static func reading(of text: String, isAnswer: (String) -> Bool) -> Reading {
    let boxes = boxes(in: text)
    guard !boxes.isEmpty else { return .none }
    let before = textBeforeBoxes(text)
    if before.isEmpty {
      return boxes.contains { $0.word.isEmpty } ? .unclear : .boxes(boxes.filter(\.isTicked).map(\.word))
    }
    guard boxes.last?.word.isEmpty == true else { return .unclear }
    let words = [before] + boxes.dropLast().map(\.word)
    guard words.allSatisfy(isAnswer) else { return .unclear }
    return .boxes(zip(words, boxes).filter(\.1.isTicked).map(\.0))
  }

  /// The text in front of the first drawn box; empty when there is none.
  static func textBeforeBoxes(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first {
      let mark = first == "[" || first == "(" ? String(rest.prefix(3)) : String(first)
      if !first.isLetter, TickToken.isTicked(mark) != nil {
        return LabelPage.trimmed(String(text[..<rest.startIndex]))
      }
      rest = rest.dropFirst()
    }
    return ""
  }

  private static func isLetterBox(_ word: String) -> Bool { ["x", "X", "o", "O"].contains(word) }

  /// A box at the beginning of a text, and what stands behind it; nil when there is none, or another box follows.
  static func leading(_ text: String) -> (isTicked: Bool, rest: String)? {
    let boxes = boxes(in: text)
    guard boxes.count == 1, let box = boxes.first, !box.word.isEmpty, text.hasSuffix(box.word),
      TickToken.isTicked(String(text.prefix(3)).trimmedMark) != nil || isLetterBox(String(text.prefix(1)))
    else { return nil }
    return (box.isTicked, box.word)
  }
}

extension String {
  /// The mark in front of a text: one sign, or three in brackets.
  fileprivate var trimmedMark: String {
    hasPrefix("[") || hasPrefix("(") ? self : String(prefix(1))
  }
}
