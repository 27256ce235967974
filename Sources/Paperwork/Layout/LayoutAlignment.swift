/// Which lines of a page are which lines of its layout: the best way through both in their order.
///
/// Lines of the layout may be missing, because a paper shows only what it has; the lines of a repeated group may come
/// again; a line of the page may go on with the one before, where a value was broken, or belong to nothing.
struct LayoutAlignment {
  /// A line of the layout that was found, with the lines of the page that belong to it.
  struct Hit {
    let line: Int
    /// How often each block had begun again, by its number.
    let rounds: [Int: Int]
    var lines: [Int]
  }

  private(set) var hits: [Hit] = []
  /// Lines of the page that belong to no place for values.
  private(set) var strays: [Int] = []

  private enum Step: UInt8 { case start, forward, again, onward, stray }

  /// - Parameters:
  ///   - count: how many lines the layout has.
  ///   - lines: how many lines the page has.
  ///   - blocks: the lines that may come again, as ranges.
  ///   - score: how well a line of the layout and one of the page go together; nil where they do not.
  ///   - onward: what it costs when a line of the page goes on with a line of the layout; nil where it cannot.
  ///   - head: for a line of the layout that goes together with one of the page by its values alone, the line of labels
  ///     above it in its table; such values are hardly ever there without it.
  ///   - skip: what it costs to leave out a line of the layout.
  init(
    count: Int, lines: Int, blocks: [Range<Int>], skip: [Float],
    head: (_ layout: Int, _ page: Int) -> Int?,
    score: (_ layout: Int, _ page: Int) -> Float?, onward: (_ layout: Int, _ page: Int) -> Float?
  ) {
    guard count > 0, lines > 0 else { return }
    let none = -Float.infinity
    // Row 0 is before the first line of the layout.
    var best = [Float](repeating: none, count: count + 1)
    best[0] = 0
    var steps: [[(step: Step, from: Int)]] = []
    let starts = Dictionary(blocks.map { ($0.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    for page in 0..<lines {
      var next = [Float](repeating: none, count: count + 1)
      var own = [(step: Step, from: Int)](repeating: (.stray, 0), count: count + 1)
      next[0] = best[0] - Self.strayCost
      // The best place before, with what it costs to come from there.
      var front = (value: best[0], from: 0)
      for layout in 0..<count {
        let row = layout + 1
        if best[row] > none {
          next[row] = best[row] - Self.strayCost
          own[row] = (.stray, row)
          if let cost = onward(layout, page), best[row] - cost > next[row] {
            next[row] = best[row] - cost
            own[row] = (.onward, row)
          }
        }
        if let score = score(layout, page) {
          let head = head(layout, page).flatMap { front.from <= $0 ? $0 : nil }
          let alone = head == nil ? 0 : Self.withoutLabels
          if front.value + score - alone > next[row] {
            next[row] = front.value + score - alone
            own[row] = (.forward, front.from)
          }
          if let head {
            for from in (head + 1)...layout where best[from] + score > next[row] {
              next[row] = best[from] + score
              own[row] = (.forward, from)
            }
          }
          if let block = starts[layout] {
            for from in block where best[from + 1] + score - Self.againCost > next[row] {
              next[row] = best[from + 1] + score - Self.againCost
              own[row] = (.again, from + 1)
            }
          }
        }
        front.value -= skip[layout]
        if best[row] > front.value { front = (best[row], row) }
      }
      best = next
      steps.append(own)
    }
    follow(steps, best, blocks)
  }

  private static let strayCost: Float = 0.6
  private static let againCost: Float = 0.05
  private static let withoutLabels: Float = 1.2

  /// Goes back from the best end.
  private mutating func follow(_ steps: [[(step: Step, from: Int)]], _ best: [Float], _ blocks: [Range<Int>]) {
    guard var row = best.indices.max(by: { best[$0] < best[$1] }) else { return }
    var way: [(row: Int, step: Step)] = []
    for page in steps.indices.reversed() {
      let (step, from) = steps[page][row]
      way.append((row, step))
      if step == .forward || step == .again { row = from }
    }
    var rounds: [Int: Int] = [:]
    for (page, (row, step)) in way.reversed().enumerated() {
      let line = row - 1
      switch step {
      case .again:
        if let block = blocks.firstIndex(where: { $0.lowerBound == line }) { rounds[block, default: 0] += 1 }
        hits.append(Hit(line: line, rounds: rounds, lines: [page]))
      case .forward: hits.append(Hit(line: line, rounds: rounds, lines: [page]))
      case .onward:
        if let last = hits.indices.last { hits[last].lines.append(page) } else { strays.append(page) }
      case .stray, .start: strays.append(page)
      }
    }
  }
}
