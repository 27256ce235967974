/// Guessing what a mistyped word was meant to be.
public enum Suggestion {
  /// The candidate nearest to a word, `nil` if none is near enough.
  ///
  /// Near enough is a Damerau-Levenshtein distance (optimal string alignment: insert, delete, replace,
  /// swap neighbours) of at most a third of the longer word's length, or of `leastEdits` if that is more.
  /// Upper and lower case count as equal. Among equally near candidates
  /// the first wins, so the order of the candidates decides and the answer is the same each time.
  public static func nearest(
    to word: String, among candidates: some Sequence<String>, leastEdits: Int = 0
  ) -> String? {
    let letters = Array(word.lowercased())
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let others = Array(candidate.lowercased())
      let allowed = max(leastEdits, max(letters.count, others.count) / 3)
      guard abs(letters.count - others.count) <= allowed else { continue }
      let distance = distance(letters, others)
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// The number of edits between two words; its time is the product of their lengths.
  public static func distance<Letter: Equatable>(_ one: [Letter], _ two: [Letter]) -> Int {
    if one.isEmpty || two.isEmpty { return max(one.count, two.count) }
    var beforeLast: [Int] = []
    var last = Array(0...two.count)
    for row in 1...one.count {
      var current = [row]
      for column in 1...two.count {
        let isSame = one[row - 1] == two[column - 1]
        var least = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, one[row - 1] == two[column - 2], one[row - 2] == two[column - 1] {
          least = min(least, beforeLast[column - 2] + 1)
        }
        current.append(least)
      }
      (beforeLast, last) = (last, current)
    }
    return last[two.count]
  }
}
