/// What can be known of whole numbers from what is known of their sums.
///
/// Every number lies in an interval; relations narrow them until nothing changes. Where relations share no more than
/// one number and form no ring, the result is exact; otherwise ``tighten()`` tries every end of an interval.
struct IntervalSystem {
  /// A sum of numbers, each with a sign, that is 0, or 0 at most.
  struct Relation {
    var terms: [(index: Int, sign: Int)]
    var isEquation: Bool
  }

  private(set) var intervals: [ClosedRange<Int>] = []
  private var relations: [Relation] = []
  /// The relations that each number is part of.
  private var uses: [[Int]] = []

  /// Larger than any figure, small enough that sums of many do not overflow.
  static let limit = 1 << 40

  /// Adds a number and returns its index.
  mutating func add(_ interval: ClosedRange<Int>) -> Int {
    intervals.append(interval)
    uses.append([])
    return intervals.count - 1
  }

  /// Adds a relation; every number may stand in it once.
  mutating func add(_ relation: Relation) {
    for term in relation.terms { uses[term.index].append(relations.count) }
    relations.append(relation)
  }

  /// Narrows all intervals; false when no numbers fit all relations.
  mutating func narrow() -> Bool {
    narrow(from: Array(relations.indices))
  }

  /// Narrows further: an end of an interval at which nothing fits is cut off.
  ///
  /// Numbers whose interval is wider than `width` are left alone; nobody learns them.
  mutating func tighten(width: Int) -> Bool {
    guard narrow() else { return false }
    var isOpen = true
    while isOpen {
      isOpen = false
      for index in intervals.indices where (1...width).contains(intervals[index].count - 1) {
        for isLower in [true, false] {
          while intervals[index].count > 1 {
            let end = isLower ? intervals[index].lowerBound : intervals[index].upperBound
            var trial = self
            trial.intervals[index] = end...end
            if trial.narrow(from: uses[index]) { break }
            intervals[index] =
              isLower ? (end + 1)...intervals[index].upperBound : intervals[index].lowerBound...(end - 1)
            guard narrow(from: uses[index]) else { return false }
            isOpen = true
          }
        }
      }
    }
    return true
  }

  private mutating func narrow(from start: [Int]) -> Bool {
    var open = start
    var isOpen = Set(start)
    while let next = open.popLast() {
      isOpen.remove(next)
      guard let changed = apply(relations[next]) else { return false }
      for index in changed {
        for use in uses[index] where isOpen.insert(use).inserted { open.append(use) }
      }
    }
    return true
  }

  /// Narrows the numbers of one relation; returns those that changed, nil when none fit.
  private mutating func apply(_ relation: Relation) -> [Int]? {
    var low = 0
    var high = 0
    for term in relation.terms {
      let range = signed(term)
      low += range.lowerBound
      high += range.upperBound
    }
    if low > 0 || (relation.isEquation && high < 0) { return nil }
    var changed: [Int] = []
    for term in relation.terms {
      let own = signed(term)
      // What the others leave for this one.
      let upper = min(own.upperBound, -(low - own.lowerBound))
      let lower = relation.isEquation ? max(own.lowerBound, -(high - own.upperBound)) : own.lowerBound
      guard lower <= upper else { return nil }
      guard lower > own.lowerBound || upper < own.upperBound else { continue }
      intervals[term.index] = term.sign > 0 ? lower...upper : (-upper)...(-lower)
      changed.append(term.index)
      low += lower - own.lowerBound
      high += upper - own.upperBound
    }
    return changed
  }

  private func signed(_ term: (index: Int, sign: Int)) -> ClosedRange<Int> {
    let range = intervals[term.index]
    return term.sign > 0 ? range : (-range.upperBound)...(-range.lowerBound)
  }
}
