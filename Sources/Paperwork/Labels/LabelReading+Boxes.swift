internal import FormModel

/// Boxes that stand in cells of their own.
extension LabelReading {
  /// A row with each box put in front of its word, where it is certain which word that is.
  ///
  /// In a row that begins with a box, boxes stand in front of their words; in one that ends with a box, behind them.
  /// Otherwise what can be ticked decides. Where both would do, the row stays as it is, and its boxes are told as text
  /// that belongs to nothing.
  mutating func joiningBoxes(_ cells: [[String]]) -> [[String]] {
    if let joined = joiningAnswers(cells) { return joined }
    let filled = cells.indices.filter { !cells[$0].isEmpty }
    let boxes = filled.indices.filter { Self.box(cells[filled[$0]]) != nil }
    guard let first = boxes.first, boxes.count < filled.count else { return cells }
    let isInFront: Bool
    if first == 0 {
      isInFront = true
    } else if boxes.last == filled.count - 1 {
      isInFront = false
    } else if let decided = standInFront(boxes, filled.map { cells[$0] }) {
      isInFront = decided
    } else {
      return cells
    }
    var result = cells
    for box in boxes {
      let word = isInFront ? box + 1 : box - 1
      guard filled.indices.contains(word), !boxes.contains(word), let isTicked = Self.box(cells[filled[box]]) else {
        return cells
      }
      result[filled[word]] = [(isTicked ? "[x] " : "[ ] ") + cells[filled[word]].joined(separator: " ")]
      result[filled[box]] = []
    }
    return result
  }

  /// Whether boxes between words belong to the words behind them; nil when nobody can tell.
  private mutating func standInFront(_ boxes: [Int], _ cells: [[String]]) -> Bool? {
    func word(_ index: Int) -> String? { boxes.contains(index) ? nil : cells[index].joined(separator: " ") }
    var votes: Set<Bool> = []
    for box in boxes {
      guard let before = word(box - 1), let after = word(box + 1) else { return nil }
      let labels = vocabulary.matches(before)
      if labels.contains(where: { isAnswer(after, to: $0) }) {
        votes.insert(true)
      } else if box == boxes.first || votes != [true] {
        let (front, behind) = (isQuestion(after), isQuestion(before))
        guard front != behind else { return nil }
        votes.insert(front)
      }
    }
    return votes.count == 1 ? votes.first : nil
  }

  /// Whether a text is the label of a question that is ticked.
  private mutating func isQuestion(_ text: String) -> Bool {
    vocabulary.matches(text).contains { match in
      guard match.terms.count == 1, case .field(let field) = match.terms[0].kind else { return false }
      return field.kind.answers.fixed != nil
    }
  }

  // MARK: - Answers above boxes

  /// Takes a row that only names answers, such as „ja“ and „nein“ above columns of boxes; false for any other row.
  mutating func noteAnswers(_ cells: [[String]]) -> Bool {
    let filled = cells.indices.filter { !cells[$0].isEmpty }
    guard filled.count > 1, filled[0] > 0,
      filled.allSatisfy({
        cells[$0].count == 1 && TickToken.isTicked(cells[$0][0]) != nil && Self.box(cells[$0]) == nil
      })
    else { return false }
    answers = Dictionary(uniqueKeysWithValues: filled.map { ($0, cells[$0][0]) })
    return true
  }

  /// A label with boxes below answers; nil, and the answers forgotten, for a row that has not exactly that.
  private mutating func joiningAnswers(_ cells: [[String]]) -> [[String]]? {
    guard !answers.isEmpty else { return nil }
    let filled = cells.indices.filter { !cells[$0].isEmpty }
    let boxes = filled.filter { Self.box(cells[$0]) != nil }
    guard boxes.count == filled.count - 1, filled.first.map({ !boxes.contains($0) }) ?? false, !boxes.isEmpty,
      boxes.allSatisfy({ answers[$0] != nil })
    else {
      answers = [:]
      return nil
    }
    var result = cells
    for box in boxes {
      guard let isTicked = Self.box(cells[box]), let answer = answers[box] else { continue }
      result[box] = [(isTicked ? "[x] " : "[ ] ") + answer]
    }
    return result
  }

  /// Whether a cell that holds nothing but a box is ticked; nil for any other cell.
  static func box(_ lines: [String]) -> Bool? {
    guard lines.count == 1, let text = lines.first, !text.contains(where: { $0.isLetter && $0 != "x" && $0 != "X" })
    else { return nil }
    return TickToken.isTicked(text)
  }
}
