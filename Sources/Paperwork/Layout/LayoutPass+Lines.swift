internal import FormModel

/// Which lines of the page are which lines of the layout.
extension LayoutPass {
  /// How many lines of a sheet may be its head and its foot.
  static let margins = (top: 4, bottom: 5)

  /// Whether a line is the head or foot of a sheet.
  func isMargin(_ line: Int) -> Bool {
    guard text.lines[line].above < Self.margins.top || text.lines[line].below < Self.margins.bottom else {
      return false
    }
    let own = text.lines[line].words.filter { !$0.skeleton.isEmpty }
    let length = own.reduce(0) { $0 + $1.skeleton.count }
    return layout.margins.contains { margin in
      let ids = margin.split(whereSeparator: \.isWhitespace).compactMap { matching.id(String($0)) }
      guard ids.count > 1, own.count > 1 else { return false }
      let found = matching.pairs(ids, own).reduce(0) { $0 + own[$1.word].skeleton.count }
      return Float(found) >= 0.7 * Float(length)
    }
  }

  mutating func align(_ rows: [Int], isExact: Bool) {
    let lines = layout.lines
    let ids = lines.map { line in line.words.compactMap { matching.id($0) } }
    let lengths = lines.map { line in line.words.reduce(0) { $0 + LabelFold.skeleton($1).count } }
    let kinds = lines.map { (slots: $0.hasSlots, ticks: $0.hasTicks) }
    // Of several values in one cell each may be missing.
    let paths = lines.map { line in
      line.hasTicks
        ? [] : line.cells.filter { cell in Self.slots(cell.pieces).count == 1 }.flatMap { Self.slots($0.pieces) }
    }
    let firsts = rows.map { text.lines[$0].words[0].start }.sorted()
    let left = firsts.isEmpty ? 0 : firsts[firsts.count / 2]
    let scores = lines.indices.map { line in
      rows.map { row in
        score(ids[line], lengths[line], kinds[line], paths[line], text.lines[row].words)
          .map { $0 + shapeScore(lines[line], text.lines[row].words, left: left) }
      }
    }
    let onward = lines.indices.map { line -> Float? in
      guard kinds[line].slots else { return nil }
      if lines[line].paths.contains(where: { form.field(at: $0)?.has(.multiline) ?? false }) { return 0.02 }
      return lines[line].paths.contains(where: fit.mayGoOn) ? 0.2 : nil
    }
    let isOpen = rows.map { row -> Bool in
      let words = text.lines[row].words
      return words.indices.contains { number in
        let isLast = number == words.count - 1 || words[number + 1].gap >= 3
        return isLast
          && (words[number].text.hasSuffix(",") || words[number].text.hasSuffix("-") && words[number].text.count > 1)
      }
    }
    let heads = heads(kinds)
    let alignment = LayoutAlignment(
      count: lines.count, lines: rows.count, blocks: blocks.map(\.lines),
      skip: kinds.map { _ in isExact ? 0.12 : 0.03 },
      head: { line, row in
        heads[line].flatMap { !ids[line].isEmpty && covered(ids[line], lengths[line], rows[row]) >= 0.5 ? nil : $0 }
      }, score: { scores[$0][$1] }
    ) { line, row in
      let words = text.lines[rows[row]].words
      if let cost = onward[line] {
        // What ends in a comma or hyphen goes on.
        return row > 0 && isOpen[row - 1] ? cost - 0.6 : cost
      }
      guard !kinds[line].slots, !kinds[line].ticks, ids[line].count > 6 else { return nil }
      let found = matching.pairs(ids[line], words).reduce(0) { $0 + words[$1.word].skeleton.count }
      let all = words.reduce(0) { $0 + $1.skeleton.count }
      return Float(found) >= 0.7 * Float(max(1, all)) ? -0.1 * Float(found) : nil
    }
    labels.all = kinds.count { !$0.slots && !$0.ticks }
    strays = alignment.strays.map { rows[$0] }
    for hit in alignment.hits { read(hit, rows) }
  }

  /// The line of labels above each line of values in its table.
  private func heads(_ kinds: [(slots: Bool, ticks: Bool)]) -> [Int?] {
    var head: Int?
    return layout.lines.indices.map { line in
      if !kinds[line].slots, !kinds[line].ticks {
        head = line
        return nil
      }
      return head.flatMap { layout.lines[$0].table == layout.lines[line].table ? $0 : nil }
    }
  }

  /// How much of the fixed words of a line of the layout, `length` letters, stands in a line of the text.
  private func covered(_ ids: [Int], _ length: Int, _ row: Int) -> Float {
    let words = text.lines[row].words
    return Float(matching.pairs(ids, words).reduce(0) { $0 + words[$1.word].skeleton.count }) / Float(max(1, length))
  }

  /// How well a line of the layout and a line of the page go together; nil where they do not.
  private func score(
    _ ids: [Int], _ length: Int, _ kind: (slots: Bool, ticks: Bool), _ paths: [String], _ words: [LayoutText.Word]
  ) -> Float? {
    if !ids.isEmpty {
      let found = matching.pairs(ids, words).reduce(0) { $0 + words[$1.word].skeleton.count }
      let covered = Float(found) / Float(max(1, length))
      if kind.slots || kind.ticks {
        if covered >= 0.5 { return 0.25 * Float(found) * min(1, covered) }
        // Words between values may be there only when something else is.
        guard kind.slots, !kind.ticks, !paths.isEmpty else { return nil }
        return slotScore(paths, words, base: 0).flatMap { $0 > -0.3 ? $0 : nil }
      }
      let all = words.reduce(0) { $0 + $1.skeleton.count }
      let own = Float(found) / Float(max(1, all))
      // A paragraph that goes on in the next line.
      if covered < 0.6, own >= 0.75, ids.count > 6, words.count > 4 { return 0.2 * Float(found) * own }
      return covered >= 0.6 && own >= 0.55 ? 0.25 * Float(found) * (min(1, covered) + own) / 2 : nil
    }
    return kind.slots ? slotScore(paths, words, base: 0.15).flatMap { $0 > -0.7 ? $0 : nil } : nil
  }

  /// Whether a line of values has as many columns as a line of the layout, where gaps show columns.
  private func shapeScore(_ line: PageLayout.Line, _ words: [LayoutText.Word], left: Int) -> Float {
    guard text.isSpaced, line.hasSlots, line.cells.count > 1 else { return 0 }
    // What begins in a column further right goes on with what stands above.
    if words[0].start > left + 12 { return -1 }
    let columns = 1 + words.dropFirst().count { $0.gap >= 3 }
    return columns == line.cells.count ? 0.5 : columns < line.cells.count - 1 ? -0.3 : 0
  }

  /// The paths of the values in a cell.
  static func slots(_ pieces: [PageLayout.Piece]) -> [String] {
    pieces.compactMap { if case .slot(let path, _) = $0 { path } else { nil } }
  }

  /// How much of what places must hold stands in a line.
  private func slotScore(_ paths: [String], _ words: [LayoutText.Word], base: Float) -> Float? {
    paths.reduce(base) { sum, path in
      switch fit.hasAny(words, path) {
      case true?: sum + 0.8
      case false?: sum - 0.6
      case nil: sum
      }
    }
  }

  /// The lines of the last instance of each repeated group, which may come again.
  ///
  /// A group of which the page shows one instance alone, in a paper with two, does not come again. Where a group stands
  /// in several parts of the page, each comes again by itself.
  static func blocks(
    _ layout: PageLayout, _ repeating: Set<String>
  ) -> [(lines: Range<Int>, group: String, number: Int)] {
    var found: [String: [Int: [Int]]] = [:]
    for (number, line) in layout.lines.enumerated() {
      for (group, instance) in line.paths.flatMap(instances) where found[group]?[instance]?.last != number {
        found[group, default: [:]][instance, default: []].append(number)
      }
    }
    var result: [(lines: Range<Int>, group: String, number: Int)] = []
    for (group, own) in found where repeating.contains(group) {
      guard let last = own.keys.max(), let lines = own[last] else { continue }
      for part in parts(lines) {
        var first = part.lowerBound
        // Labels between two instances come again with them.
        let before = own[last - 1]?.last { $0 < first }
        if let before, before + 1 < first, first - before <= 3 { first = before + 1 }
        result.append((first..<part.upperBound, group, last))
      }
    }
    return result.sorted { ($0.lines.lowerBound, $0.group) < ($1.lines.lowerBound, $1.group) }
  }

  /// Lines that stand together.
  private static func parts(_ lines: [Int]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for line in lines {
      if let last = result.last, line - last.upperBound <= 3 {
        result[result.count - 1] = last.lowerBound..<(line + 1)
      } else {
        result.append(line..<(line + 1))
      }
    }
    return result
  }

  /// The groups on a path with the numbers of their instances.
  private static func instances(_ path: String) -> [(group: String, number: Int)] {
    var result: [(String, Int)] = []
    var rest = path[...]
    while let close = rest.lastIndex(of: "]"), let open = rest[..<close].lastIndex(of: "[") {
      if let number = Int(rest[rest.index(after: open)..<close]) { result.append((String(rest[..<open]), number)) }
      rest = rest[..<open]
    }
    return result
  }

  /// The groups of which a layout shows more than one instance.
  static func repeating(_ layout: PageLayout) -> Set<String> {
    Set(layout.lines.flatMap(\.paths).flatMap(instances).filter { $0.number > 1 }.map(\.group))
  }
}
