internal import OpenDocument

/// Which instances of lists are gone, and in which order the others stand.
extension CarrierCensus {
  /// An instance of which nothing is left, where it had rows of its own, was deleted by somebody.
  ///
  /// A row that somebody deleted while changes were tracked stands there until they are accepted, with nothing in it:
  /// what the page shows counts, so it is deleted, too.
  mutating func findDeletedInstances() {
    let matched = Dictionary(pairs.map { ($0.issued, $0.found) }, uniquingKeysWith: { first, _ in first })
    var issued: [String: [Int]] = [:]
    for (number, line) in baseline.lines.enumerated() {
      if line.isRow, let instance = line.instance { issued[instance, default: []].append(number) }
    }
    for (instance, rows) in issued {
      let own = evidence.filter { $0.name.path.hasPrefix(instance + "/") || $0.name.path == instance }
      guard !own.isEmpty, own.allSatisfy({ $0.found.isEmpty }),
        rows.allSatisfy({ row in matched[row].map { isDeletedRow($0) } ?? true })
      else { continue }
      deleted.insert(instance)
      deletedLines.formUnion(rows)
      newLines.formUnion(rows.compactMap { matched[$0] })
    }
  }

  /// Whether everything in a row as found was deleted under change tracking.
  private func isDeletedRow(_ line: Int) -> Bool {
    let units = lines[line].units.map { found.units[$0] }
    return units.contains(where: \.hasDeletions)
      && units.allSatisfy { $0.items.isEmpty && $0.text.allSatisfy(\.isWhitespace) }
  }

  mutating func putInOrder() {
    var first: [String: Int] = [:]
    for item in evidence {
      var path = item.name.path[...]
      while let close = path.lastIndex(of: "]") {
        let instance = String(path[...close])
        let line = item.unit.map { lineOfUnit[$0] } ?? Int.max
        first[instance] = min(first[instance] ?? Int.max, instanceLines[instance] ?? line)
        path = path[..<(path.lastIndex(of: "[") ?? path.startIndex)]
      }
    }
    for instance in first.keys {
      guard let open = instance.lastIndex(of: "["),
        let number = Int(instance[instance.index(after: open)...].dropLast())
      else {
        continue
      }
      order[String(instance[..<open]), default: []].append(number)
    }
    for (group, numbers) in order {
      // One that was not found stays behind the one it followed.
      var place = -1
      var places: [Int: Int] = [:]
      for number in numbers.sorted() {
        let own = first["\(group)[\(number)]"] ?? Int.max
        if own < Int.max { place = own }
        places[number] = place
      }
      order[group] = numbers.sorted { (places[$0] ?? 0, $0) < (places[$1] ?? 0, $1) }
    }
  }
}
