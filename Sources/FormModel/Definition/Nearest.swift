/// Finds the known name that was probably meant.
public enum Nearest {
  /// The known name with the smallest edit distance, if it is small against the length; nil otherwise.
  ///
  /// Transposed neighbours count as one edit. Of several equally near names the first counts.
  public static func name(to typed: String, among known: some Sequence<String>) -> String? {
    let bound = max(1, typed.count / 3)
    var best: (name: String, distance: Int)?
    for name in known {
      let distance = distance(Array(typed.lowercased()), Array(name.lowercased()), bound: bound)
      if distance <= bound, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  /// „ Meinten Sie ›…‹?“ with a leading blank, or nothing.
  public static func question(_ typed: String, among known: some Sequence<String>) -> String {
    name(to: typed, among: known).map { " Meinten Sie ›\($0)‹?" } ?? ""
  }

  private static func distance(_ left: [Character], _ right: [Character], bound: Int) -> Int {
    guard abs(left.count - right.count) <= bound else { return .max }
    var before: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        row.append(cost)
      }
      (before, last) = (last, row)
    }
    return last[right.count]
  }
}
