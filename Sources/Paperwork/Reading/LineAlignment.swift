/// Which lines of a page as issued are which lines of the page as found; both keep their order.
struct LineAlignment {
  /// Pairs of indices in order.
  private(set) var pairs: [(issued: Int, found: Int)] = []
  /// Whether the pages were too long to be compared line by line.
  private(set) var isIncomplete = false

  /// More steps than this are not taken: a page has a few hundred lines.
  private static let mostSteps = 4_000_000

  init(_ issued: [PageLine], _ found: [PageLine]) {
    var start = 0
    while start < issued.count, start < found.count, Self.isSame(issued[start], found[start]) {
      pairs.append((start, start))
      start += 1
    }
    var end = 0
    while end < issued.count - start, end < found.count - start,
      Self.isSame(issued[issued.count - 1 - end], found[found.count - 1 - end])
    {
      end += 1
    }
    align(issued, start..<(issued.count - end), found, start..<(found.count - end))
    for step in (0..<end).reversed() { pairs.append((issued.count - 1 - step, found.count - 1 - step)) }
  }

  /// The longest way through the table of scores (Needleman and Wunsch 1970), gaps free.
  private mutating func align(
    _ issued: [PageLine], _ rows: Range<Int>, _ found: [PageLine], _ columns: Range<Int>
  ) {
    guard !rows.isEmpty, !columns.isEmpty else { return }
    guard rows.count * columns.count <= Self.mostSteps else {
      isIncomplete = true
      return
    }
    let width = columns.count + 1
    var best = [Float](repeating: 0, count: (rows.count + 1) * width)
    for row in rows.indices.reversed() {
      for column in columns.indices.reversed() {
        let (i, j) = (row - rows.lowerBound, column - columns.lowerBound)
        let pair = Self.score(issued[row], found[column])
        best[i * width + j] = max(
          best[(i + 1) * width + j], best[i * width + j + 1],
          pair > 0 ? pair + best[(i + 1) * width + j + 1] : 0)
      }
    }
    var (row, column) = (rows.lowerBound, columns.lowerBound)
    while row < rows.upperBound, column < columns.upperBound {
      let (i, j) = (row - rows.lowerBound, column - columns.lowerBound)
      let pair = Self.score(issued[row], found[column])
      if pair > 0, best[i * width + j] == pair + best[(i + 1) * width + j + 1] {
        pairs.append((row, column))
        (row, column) = (row + 1, column + 1)
      } else if best[i * width + j] == best[(i + 1) * width + j] {
        row += 1
      } else {
        column += 1
      }
    }
  }

  private static func isSame(_ left: PageLine, _ right: PageLine) -> Bool {
    left.isRow == right.isRow && left.units.count == right.units.count && left.names == right.names
      && left.text == right.text
  }

  private static func score(_ left: PageLine, _ right: PageLine) -> Float {
    guard left.isRow == right.isRow else { return 0 }
    let isText = left.text == right.text
    if !left.names.isDisjoint(with: right.names) { return isText ? 6 : 4 }
    // A row whose carriers are all others than those of the other row is not that row.
    if !left.names.isEmpty, !right.names.isEmpty { return 0 }
    let hasShape = left.units.count == right.units.count
    if isText { return left.text.isEmpty ? (hasShape ? 1 : 0.5) : 3 }
    return hasShape ? 0.2 : 0.1
  }
}
