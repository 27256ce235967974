internal import OpenDocument

/// What became of the text of a paragraph or cell, apart from what stands in carriers.
enum UnitComparison {
  case same
  /// Something was added before, behind or between the fixed text.
  case added(String)
  /// The fixed text is the same, printed values are not: for each item, by its index, the text that stands there now.
  case values([Int: String])
  /// The fixed text is another.
  case altered

  /// Compares; blanks count only as a separation of words.
  init(_ issued: PageText.Unit, _ found: PageText.Unit) {
    let (old, new) = (issued.text.singleSpaced, found.text.singleSpaced)
    guard old != new else {
      self = .same
      return
    }
    // What was computed is fixed text as long as it is the same.
    let values = Self.values(issued, new, includesComputed: false) ?? Self.values(issued, new, includesComputed: true)
    if let values, !values.isEmpty {
      self = .values(values)
    } else if let added = Self.added(old, new) {
      self = .added(added)
    } else {
      self = .altered
    }
  }

  /// What was added at one place, if nothing else changed.
  private static func added(_ old: String, _ new: String) -> String? {
    guard new.count > old.count else { return nil }
    if new.hasPrefix(old) { return String(new.dropFirst(old.count)).singleSpaced }
    if new.hasSuffix(old) { return String(new.dropLast(old.count)).singleSpaced }
    return nil
  }

  /// Finds the fixed text again, piece by piece, and takes what stands between for the values.
  private static func values(
    _ issued: PageText.Unit, _ new: String, includesComputed: Bool
  ) -> [Int: String]? {
    let items = merged(issued).filter { includesComputed || !issued.items[$0.index].carrier.name.isEmpty }
    guard !items.isEmpty else { return nil }
    let bytes = Array(issued.text.utf8)
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self).singleSpaced }
    var result: [Int: String] = [:]
    var rest = new[...]
    var done = 0
    for (position, item) in items.enumerated() {
      let before = text(done..<item.range.lowerBound)
      guard let start = rest.range(ofFirst: before) else { return nil }
      // Text before the first piece would belong to nothing.
      guard position > 0 || start.lowerBound == rest.startIndex else { return nil }
      // Between two values that nothing keeps apart nobody can tell where one ends.
      guard position == 0 || !before.isEmpty else { return nil }
      if position > 0 { result[items[position - 1].index] = String(rest[..<start.lowerBound]).singleSpaced }
      rest = rest[start.upperBound...]
      done = item.range.upperBound
    }
    let last = text(done..<bytes.count)
    guard let index = items.last?.index, rest.hasSuffix(last) else { return nil }
    result[index] = String(rest.dropLast(last.count)).singleSpaced
    return result.filter { index, value in
      value != items.first { $0.index == index }.map { text($0.range) }
    }
  }

  /// The lines of a value that is all that changed in a cell of several paragraphs; nil when they cannot be recognised.
  static func lines(of value: String, in found: PageText.Unit, issued: PageText.Unit, item: Int) -> String? {
    guard let range = merged(issued).first(where: { $0.index == item })?.range, !found.lines.isEmpty else { return nil }
    let bytes = Array(issued.text.utf8)
    func count(_ part: ArraySlice<UInt8>) -> Int { part.split(separator: 0x0A).count }
    let (before, after) = (count(bytes[..<range.lowerBound]), count(bytes[range.upperBound...]))
    guard before + after <= found.lines.count else { return nil }
    let lines = found.lines[before..<(found.lines.count - after)].joined(separator: "\n")
    return lines.singleSpaced == value ? lines : nil
  }

  /// The printed items, those that only blanks keep apart and that have one name joined: the lines of one value.
  static func merged(_ unit: PageText.Unit) -> [(index: Int, range: Range<Int>)] {
    let bytes = Array(unit.text.utf8)
    var result: [(index: Int, range: Range<Int>)] = []
    for (index, item) in unit.items.enumerated() where item.carrier.kind == .printed {
      let range = min(item.start, bytes.count)..<min(item.start + item.length, bytes.count)
      if let last = result.last, unit.items[last.index].carrier.name == item.carrier.name, !item.carrier.name.isEmpty,
        last.range.upperBound <= range.lowerBound,
        bytes[last.range.upperBound..<range.lowerBound].allSatisfy({ $0 == 0x20 || $0 == 0x0A })
      {
        result[result.count - 1].range = last.range.lowerBound..<range.upperBound
      } else {
        result.append((index, range))
      }
    }
    return result
  }
}

extension Substring {
  /// Where a text occurs first; at the beginning if it is empty.
  fileprivate func range(ofFirst text: String) -> Range<Index>? {
    guard !text.isEmpty else { return startIndex..<startIndex }
    return firstRange(of: text)
  }
}
