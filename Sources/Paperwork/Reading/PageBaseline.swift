internal import OpenDocument

/// What is known of a page as it was issued: the whole of it, or only where its carriers stood.
struct PageBaseline {
  /// A carrier that was issued.
  struct Expected {
    let name: CarrierName
    let kind: Carrier.Kind
    /// What it showed; nil when that is not known.
    let shown: Carrier?
    /// Its line, the cell in it counted from 0, and its position there among those of its kind.
    let line: Int
    let cell: Int
    let position: Int
    /// How many fixed paragraphs stood before and behind it in its cell.
    var before = 0
    var after = 0
  }

  let lines: [PageLine]
  let expected: [Expected]
  /// The lines that are sections outside of tables.
  let sections: Set<Int>
  /// The page; nil when only the places of carriers are known.
  let page: PageText?

  /// The page that was kept in the document.
  init(_ page: PageText) {
    self.page = page
    lines = PageLine.lines(of: page)
    let index = CarrierIndex(page)
    var placements = index.placements[...]
    var expected: [Expected] = []
    for (number, line) in lines.enumerated() {
      for (cell, unit) in line.units.enumerated() {
        var positions: [Carrier.Kind: Int] = [:]
        for item in page.units[unit].items where item.carrier.kind != .printed {
          let placement = placements.popFirst()
          guard let name = CarrierName(item.carrier.name) else { continue }
          let position = positions[item.carrier.kind, default: 0]
          positions[item.carrier.kind] = position + 1
          expected.append(
            Expected(
              name: name, kind: item.carrier.kind, shown: item.carrier, line: number, cell: cell,
              position: position, before: placement?.before ?? 0, after: placement?.after ?? 0))
        }
      }
    }
    self.expected = expected
    sections = Self.sections(expected, lines)
  }

  private static func sections(_ expected: [Expected], _ lines: [PageLine]) -> Set<Int> {
    Set(expected.filter { $0.kind == .section && !lines[$0.line].isRow }.map(\.line))
  }

  /// The list of carriers in the metadata, after everything else was lost.
  init(_ index: CarrierIndex) {
    page = nil
    var lines: [PageLine] = []
    lines += Array(repeating: PageLine(table: 0, tableName: "", row: 0, units: []), count: index.paragraphs)
    var starts: [Int] = []
    for (table, rows) in index.rows.enumerated() {
      starts.append(lines.count)
      for row in 0..<rows { lines.append(PageLine(table: table + 1, tableName: "", row: row + 1, units: [])) }
    }
    var expected: [Expected] = []
    var positions: [String: Int] = [:]
    for placement in index.placements {
      guard let name = CarrierName(placement.name) else { continue }
      let line: Int
      let cell: Int
      switch placement.place {
      case .paragraph(let number): (line, cell) = (number - 1, 0)
      case .cell(let table, name: _, let row, let own):
        guard starts.indices.contains(table - 1) else { continue }
        (line, cell) = (starts[table - 1] + row - 1, own - 1)
      }
      guard lines.indices.contains(line) else { continue }
      lines[line].names.insert(placement.name)
      let key = "\(line) \(cell) \(placement.kind.rawValue)"
      let position = positions[key, default: 0]
      positions[key] = position + 1
      expected.append(
        Expected(
          name: name, kind: placement.kind, shown: nil, line: line, cell: cell, position: position,
          before: placement.before, after: placement.after))
    }
    self.lines = lines
    self.expected = expected
    sections = Self.sections(expected, lines)
  }

  /// Which lines are which lines of the page as found, in the order of the page as issued.
  func pairs(with found: [PageLine]) -> (pairs: [(issued: Int, found: Int)], isIncomplete: Bool) {
    guard page == nil else {
      let alignment = LineAlignment(lines, found)
      return (alignment.pairs, alignment.isIncomplete)
    }
    // Without texts only names tell. All rows are one sequence, because DOCX joins tables that touch.
    var result: [(issued: Int, found: Int)] = []
    for isRow in [false, true] {
      result += anchored(
        lines.indices.filter { lines[$0].isRow == isRow }, found.indices.filter { found[$0].isRow == isRow }, found)
    }
    return (result.sorted { $0.issued < $1.issued }, false)
  }

  /// Pairs lines by the names in them, and those between two such pairs one by one.
  private func anchored(_ issued: [Int], _ found: [Int], _ new: [PageLine]) -> [(issued: Int, found: Int)] {
    var result: [(issued: Int, found: Int)] = []
    var start = (issued: 0, found: 0)
    for (position, line) in issued.enumerated() where !lines[line].names.isEmpty && !sections.contains(line) {
      guard
        let hit = found.indices.first(where: {
          $0 >= start.found && !new[found[$0]].names.isDisjoint(with: lines[line].names)
        })
      else { continue }
      result += between(issued[start.issued..<position], found[start.found..<hit])
      result.append((line, found[hit]))
      start = (position + 1, hit + 1)
    }
    return result + between(issued[start.issued...], found[start.found...])
  }

  /// Pairs lines that nothing names.
  private func between(_ issued: ArraySlice<Int>, _ found: ArraySlice<Int>) -> [(issued: Int, found: Int)] {
    let surplus = found.count - issued.count
    if surplus > 0, let section = issued.firstIndex(where: sections.contains) {
      // What is more than there was are the paragraphs of the section.
      let front = zip(issued[...section], found.prefix(section - issued.startIndex + 1)).map { ($0, $1) }
      let back = zip(issued[(section + 1)...], found.suffix(issued.endIndex - section - 1)).map { ($0, $1) }
      return front + back
    }
    // More lines than there were: those that are new follow an instance, so the last ones are the old ones.
    return zip(issued, found.dropFirst(max(0, surplus))).map { ($0, $1) }
  }
}
