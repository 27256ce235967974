internal import FormModel
internal import Spelling

/// Which words of a page are which words of a layout, letters that text recognition confuses aside.
struct WordMatching {
  private let ids: [[UInt8]: Int]
  private let count: Int
  /// For each different word of the page, whether it may be each of the layout's.
  private var table: [[UInt8]: [Bool]] = [:]

  init(words: Set<[UInt8]>, of text: LayoutText) {
    let sorted = words.sorted { $0.lexicographicallyPrecedes($1) }
    ids = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
    count = sorted.count
    for word in text.lines.lazy.flatMap(\.words).map(\.skeleton) where !word.isEmpty && table[word] == nil {
      table[word] = sorted.map { Self.isSame(word, $0) }
    }
  }

  /// The number of a word of the layout; nil for signs alone.
  func id(_ word: String) -> Int? { ids[LabelFold.skeleton(word)] }

  /// Whether a word of the page may be one of the layout's.
  func isSame(_ word: LayoutText.Word, _ id: Int) -> Bool { table[word.skeleton]?[id] ?? false }

  /// Which words of a line are which of some words, both in their order, as many as can be.
  func pairs(_ ids: [Int], _ words: [LayoutText.Word]) -> [(id: Int, word: Int)] {
    let width = words.count + 1
    var best = [Int](repeating: 0, count: (ids.count + 1) * width)
    for row in ids.indices.reversed() {
      for column in words.indices.reversed() {
        let next = best[(row + 1) * width + column + 1]
        let isSame = self.isSame(words[column], ids[row])
        best[row * width + column] = max(
          isSame ? next + max(1, words[column].skeleton.count) : 0, best[(row + 1) * width + column],
          best[row * width + column + 1])
      }
    }
    var result: [(id: Int, word: Int)] = []
    var (row, column) = (0, 0)
    while row < ids.count, column < words.count {
      let here = best[row * width + column]
      if here == best[(row + 1) * width + column] {
        row += 1
      } else if here == best[row * width + column + 1] {
        column += 1
      } else {
        result.append((row, column))
        (row, column) = (row + 1, column + 1)
      }
    }
    return result
  }

  /// Whether two words are one but for a letter, or two in a long one.
  static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    if left == right { return true }
    let length = min(left.count, right.count)
    let allowed = length >= 9 ? 2 : length >= 5 ? 1 : 0
    guard allowed > 0, abs(left.count - right.count) <= allowed else { return false }
    return Suggestion.distance(left, right) <= allowed
  }
}
