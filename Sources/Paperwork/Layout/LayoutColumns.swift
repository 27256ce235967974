/// Parts the words of a line among the places of a line of the layout, from left to right.
struct LayoutColumns {
  /// The words of each piece that is a place for a value or something computed, by the number of the piece.
  private(set) var parts: [Int: Range<Int>] = [:]
  private(set) var score: Float = 0

  /// - Parameters:
  ///   - pieces: the pieces with the number of their cell.
  ///   - words: the words of the line.
  ///   - isSpaced: whether wide gaps keep columns apart.
  ///   - starts: where columns begin, by the number of their cell, as far as that is known.
  ///   - pull: how much that counts.
  ///   - fit: how well words go into a piece's place.
  init(
    _ pieces: [(cell: Int, piece: PageLayout.Piece)], _ words: [LayoutText.Word], isSpaced: Bool, starts: [Int: Int],
    pull: Float = 1, matching: WordMatching, fit: (_ piece: Int, _ words: Range<Int>) -> Float
  ) {
    let count = words.count
    let none = -Float.infinity
    var best = [[Float]](repeating: [Float](repeating: none, count: count + 1), count: pieces.count + 1)
    var from = [[Int]](repeating: [Int](repeating: 0, count: count + 1), count: pieces.count + 1)
    best[0][0] = 0
    for (number, (cell, piece)) in pieces.enumerated() {
      let isNewCell = number > 0 && pieces[number - 1].cell != cell
      for start in 0...count where best[number][start] > none {
        let limit = Self.limit(piece, count - start)
        for end in start...(start + limit) {
          var value = best[number][start]
          switch piece {
          case .words(let fixed):
            value += Self.score(fixed, words[start..<end], matching)
            if end == start, let before = start > 0 ? words[start - 1].text : nil {
              value += Self.score(fixed, behind: before)
            }
          case .slot(_, inBrackets: true):
            if start < end { value += fit(number, start..<end) + (Self.isInBrackets(words[start..<end]) ? 1 : -3) }
          case .slot, .computed, .series: value += fit(number, start..<end)
          case .boxes(let fixed): value += Self.score(boxes: fixed, words[start..<end], matching)
          case .tick: break
          }
          if end > start, isSpaced {
            if start > 0, isNewCell { value += words[start].gap >= 2 ? 0.8 : -1 }
            if start > 0, !isNewCell, words[start].gap >= 3 { value -= 1 }
            for word in (start + 1)..<max(end, start + 1) where words[word].gap >= 3 { value -= 1.2 }
            if let x = starts[cell], isNewCell || number == 0 {
              value -= pull * min(Float(abs(words[start].start - x)) / 12, 1.5)
            }
          }
          if value > best[number + 1][end] {
            best[number + 1][end] = value
            from[number + 1][end] = start
          }
        }
      }
    }
    score = best[pieces.count][count]
    guard score > none else { return }
    var end = count
    for number in pieces.indices.reversed() {
      let start = from[number + 1][end]
      switch pieces[number].piece {
      case .slot, .computed, .boxes, .series: parts[number] = start..<end
      case .words, .tick: break
      }
      end = start
    }
  }

  /// How many words a piece takes at most.
  private static func limit(_ piece: PageLayout.Piece, _ rest: Int) -> Int {
    switch piece {
    case .words(let words): min(rest, words.count + 2)
    case .boxes(let words): min(rest, 3 * words.count + 6)
    case .slot, .series: rest
    case .computed: min(rest, 8)
    case .tick: 0
    }
  }

  /// Signs between two values, such as a comma, stand behind the last word of the first.
  private static func score(_ fixed: [String], behind word: String) -> Float {
    guard fixed.count == 1, let sign = fixed[0].first, !sign.isLetter, !sign.isNumber else { return 0 }
    return word.hasSuffix(String(sign)) ? 0.6 : -0.6
  }

  private static func isInBrackets(_ words: ArraySlice<LayoutText.Word>) -> Bool {
    guard let first = words.first?.text else { return false }
    return first.hasPrefix("(")
      || first.contains(where: { (0x590...0x8FF).contains($0.unicodeScalars.first?.value ?? 0) })
  }

  /// How well words are boxes with their words: signs between them do not matter.
  private static func score(
    boxes fixed: [String], _ words: ArraySlice<LayoutText.Word>, _ matching: WordMatching
  ) -> Float {
    let ids = fixed.compactMap { matching.id($0) }
    let own = Array(words)
    let found = matching.pairs(ids, own).count
    return 0.8 * Float(found) - 0.4 * Float(ids.count - found) - 0.15 * Float(own.count - found)
  }

  /// How well words are some fixed ones.
  private static func score(
    _ fixed: [String], _ words: ArraySlice<LayoutText.Word>, _ matching: WordMatching
  ) -> Float {
    let ids = fixed.map { matching.id($0) }
    if words.isEmpty { return -0.6 * Float(ids.count { $0 != nil }) }
    let own = Array(words)
    let pairs = matching.pairs(ids.compactMap { $0 }, own).count
    let signs = own.count { $0.skeleton.isEmpty }
    return Float(pairs) - 0.8 * Float(own.count - signs - pairs) - 0.5 * Float(ids.count { $0 != nil } - pairs)
  }
}
