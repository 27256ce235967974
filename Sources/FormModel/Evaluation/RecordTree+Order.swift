/// Which of two places stands first.
extension RecordTree {
  /// Whether one place stands before another in the order of the document.
  func precedes(_ first: Int, _ second: Int) -> Bool {
    let (own, other) = (line(to: first), line(to: second))
    return own.lexicographicallyPrecedes(other)
  }

  /// The places on the way to one, from the record on; siblings have ascending places.
  private func line(to slot: Int) -> [Int] {
    var line: [Int] = []
    var here = slot
    while here != 0 {
      line.append(here)
      here = slots[here].parent
    }
    return line.reversed()
  }
}
