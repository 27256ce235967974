package import FormModel

extension Record {
  /// Every value with its path; repeated items are numbered.
  package var leaves: [(path: String, value: String)] { root.leaves(below: "") }

  /// The paths at which two records differ, with both values.
  package func difference(_ other: Record) -> String {
    let (own, others) = (
      Dictionary(leaves, uniquingKeysWith: { $0 + "|" + $1 }),
      Dictionary(other.leaves, uniquingKeysWith: { $0 + "|" + $1 })
    )
    let paths = Set(own.keys).union(others.keys).filter { own[$0] != others[$0] }.sorted()
    if paths.isEmpty { return self == other ? "" : "the head or the order differs" }
    return paths.prefix(3).map { "\($0): ›\(own[$0] ?? "–")‹ for ›\(others[$0] ?? "–")‹" }.joined(separator: "; ")
  }
}

extension RecordGroup {
  fileprivate func leaves(below path: String) -> [(path: String, value: String)] {
    var numbers: [String: Int] = [:]
    return items.flatMap { item -> [(path: String, value: String)] in
      numbers[item.id, default: 0] += 1
      let own = path + item.id + "[\(numbers[item.id] ?? 1)]"
      switch item.content {
      case .value(let text): return [(own, text)]
      case .status(let status): return [(own, "(\(status.rawValue))")]
      case .group(let group): return group.leaves(below: own + "/")
      }
    }
  }
}
