internal import OpenDocument

/// The fixed text and the printed values of a page, held against what was issued.
///
/// Only a page that was kept in its document can be compared; without it nothing is said.
struct PageComparison {
  /// A printed value that is not what was issued; the name is empty for one that was computed.
  struct Printed {
    let name: String
    let issued: String
    let found: String
    let line: Int
  }

  private(set) var changes: [TextChange] = []
  private(set) var printed: [Printed] = []
  /// Text that stands beside the one empty or lost carrier of its cell, by the path of the field.
  private(set) var beside: [String: String] = [:]
  /// Tables of which no row is left, in words, with the instances of lists that went with them.
  private(set) var lostTables: [(place: String, instances: [String])] = []

  private let baseline: PageBaseline
  private let found: PageText
  private let lines: [PageLine]
  private let census: CarrierCensus

  init(
    baseline: PageBaseline, found: PageText, lines: [PageLine], pairs: [(issued: Int, found: Int)],
    census: CarrierCensus, isIncomplete: Bool
  ) {
    (self.baseline, self.found, self.lines, self.census) = (baseline, found, lines, census)
    guard let page = baseline.page else { return }
    if isIncomplete {
      changes.append(TextChange(place: "Dokument", issued: "", found: "", paths: []))
      return
    }
    let (issued, new) = (Set(pairs.map(\.issued)), Set(pairs.map(\.found)))
    let gone = goneTables(beside: issued)
    for (number, line) in baseline.lines.enumerated()
    where !issued.contains(number) && !census.deletedLines.contains(number) && !gone.contains(line.table) {
      noteGone(line, page)
    }
    for pair in pairs where !census.deletedLines.contains(pair.issued) {
      compare(baseline.lines[pair.issued], lines[pair.found], page)
    }
    for (number, line) in lines.enumerated() where !new.contains(number) && !census.newLines.contains(number) {
      guard !line.text.isEmpty else { continue }
      changes.append(TextChange(place: place(of: line), issued: "", found: line.text, paths: []))
    }
    for stray in census.strays {
      changes.append(TextChange(place: place(of: lines[stray.line]), issued: "", found: stray.text, paths: []))
    }
  }

  /// The boxes of a field that were printed, as they were issued.
  func printedTicks(_ path: String) -> [(answer: String, isTicked: Bool)] {
    guard let page = baseline.page else { return [] }
    return page.items.compactMap { _, item in
      guard item.carrier.kind == .printed, let name = CarrierName(item.carrier.name), name.path == path,
        let answer = name.answer
      else { return nil }
      return (answer, item.carrier.text == Carrier.ticked)
    }
  }

  // MARK: - Tables

  /// The tables of which no row is left; each is told once, and not row by row.
  private mutating func goneTables(beside matched: Set<Int>) -> Set<Int> {
    var rows: [Int: [Int]] = [:]
    for (number, line) in baseline.lines.enumerated() where line.isRow { rows[line.table, default: []].append(number) }
    let gone = rows.filter { $0.value.allSatisfy { !matched.contains($0) } }
    for (_, lines) in gone.sorted(by: { $0.key < $1.key }) {
      var instances: [String] = []
      for line in lines where census.deletedLines.contains(line) {
        guard let instance = baseline.lines[line].instance, !instances.contains(instance) else { continue }
        instances.append(instance)
      }
      lostTables.append((tableName(of: baseline.lines[lines[0]]), instances))
    }
    return Set(gone.keys)
  }

  // MARK: - Lines

  private mutating func compare(_ old: PageLine, _ new: PageLine, _ page: PageText) {
    guard old.units.count == new.units.count else {
      guard old.text != new.text else { return }
      changes.append(
        TextChange(place: place(of: old), issued: old.text, found: new.text, paths: paths(of: old.units, page)))
      return
    }
    for (unit, other) in zip(old.units, new.units) {
      let (before, after) = (page.units[unit], found.units[other])
      switch UnitComparison(before, after) {
      case .same: break
      case .values(let values): notePrinted(values, before, after, old)
      case .added(let text):
        if let path = emptyCarrier(in: before) {
          beside[path] = text
        } else {
          noteAltered(unit, before, after, old, page)
        }
      case .altered: noteAltered(unit, before, after, old, page)
      }
    }
  }

  private mutating func notePrinted(
    _ values: [Int: String], _ before: PageText.Unit, _ after: PageText.Unit, _ line: PageLine
  ) {
    for (index, range) in UnitComparison.merged(before) {
      guard let value = values[index] else { continue }
      let bytes = Array(before.text.utf8)
      let issued = String(decoding: bytes[range], as: UTF8.self)
      let name = before.items[index].carrier.name
      let text = UnitComparison.lines(of: value, in: after, issued: before, item: index) ?? value
      if name.isEmpty || CarrierName(name) == nil {
        changes.append(TextChange(place: place(of: line), issued: issued, found: text, paths: []))
      } else {
        printed.append(Printed(name: name, issued: issued, found: text, line: line.row))
      }
    }
  }

  private mutating func noteAltered(
    _ unit: Int, _ before: PageText.Unit, _ after: PageText.Unit, _ line: PageLine, _ page: PageText
  ) {
    var own = paths(of: [unit], page)
    // A label in a cell of its own concerns what stands beside it.
    if own.isEmpty { own = paths(of: line.units, page) }
    if own.isEmpty { own = pathsBelow(line, page, unit) }
    changes.append(
      TextChange(
        place: place(of: line), issued: before.text.singleSpaced, found: after.text.singleSpaced, paths: own))
  }

  private mutating func noteGone(_ line: PageLine, _ page: PageText) {
    guard !line.text.isEmpty else { return }
    let concerned = paths(of: line.units, page)
    changes.append(TextChange(place: place(of: line), issued: line.text, found: "", paths: concerned))
  }

  // MARK: - Fields

  /// The paths of what is filled in or printed in units.
  private func paths(of units: [Int], _ page: PageText) -> [String] {
    var result: [String] = []
    for item in units.flatMap({ page.units[$0].items }) {
      guard let path = CarrierName(item.carrier.name)?.path, !result.contains(path) else { continue }
      result.append(path)
    }
    return result
  }

  /// The fields under a column's head: in the same cell of the next row that has as many.
  private func pathsBelow(_ line: PageLine, _ page: PageText, _ unit: Int) -> [String] {
    guard line.isRow, let cell = line.units.firstIndex(of: unit),
      let next = baseline.lines.first(where: {
        $0.table == line.table && $0.row > line.row && $0.units.count == line.units.count
      })
    else { return [] }
    return paths(of: [next.units[cell]], page)
  }

  /// The field of the one carrier in a unit that was lost or is empty; nil when there is none or more than one.
  private func emptyCarrier(in unit: PageText.Unit) -> String? {
    let candidates = unit.items.compactMap { item -> String? in
      guard item.carrier.kind == .input || item.carrier.kind == .section,
        let name = CarrierName(item.carrier.name),
        let evidence = census.evidence.first(where: { $0.name == name })
      else { return nil }
      let isEmpty = evidence.found.allSatisfy {
        CarrierText($0.text, prompt: item.carrier.prompt, isLong: false).text.isEmpty
      }
      return isEmpty ? name.path : nil
    }
    // What somebody typed over a field that is gone stands in its place, however many empty ones are around it.
    let lost = candidates.filter { path in
      census.evidence.contains { $0.name.path == path && $0.found.isEmpty }
    }
    let likely = lost.isEmpty ? candidates : lost
    return likely.count == 1 ? likely[0] : nil
  }

  // MARK: - Words

  private func place(of line: PageLine) -> String {
    line.isRow ? "\(tableName(of: line)), Zeile \(line.row)" : "Text"
  }

  private func tableName(of line: PageLine) -> String {
    line.tableName.isEmpty ? "Tabelle \(line.table)" : "Tabelle ›\(line.tableName)‹"
  }
}
