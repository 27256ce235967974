internal import FormModel
internal import OpenDocument

/// Which carriers a page has and which it lost, and which of its rows are new.
///
/// Names count first. Where one stands several times in rows of one table, the rows are copies: new instances. A row
/// without any names beside the rows of a list is one that somebody inserted, and its cells are read by the columns
/// around it. Where names were lost with the record, on the way through DOCX, sections and choices are found by their
/// places. Nothing that is missing is taken for empty.
struct CarrierCensus {
  /// What was found for one carrier.
  struct Evidence {
    let name: CarrierName
    let kind: Carrier.Kind
    /// What it showed when it was issued; nil when that is not known, or for one in a new row.
    var shown: Carrier?
    /// What stands there now, once for each time it stands there.
    var found: [Carrier] = []
    var source = FieldReading.Source.carrier
    /// The index of the unit as found that it stands in; nil when it was not found.
    var unit: Int?
  }

  /// Everything expected or found, in the order of the page.
  private(set) var evidence: [Evidence] = []
  /// The numbers of the instances of each repeated group, in the order of the page as found.
  var order: [String: [Int]] = [:]
  /// The paths of instances whose rows were deleted.
  var deleted: Set<String> = []
  /// Lines as found that are new instances; their text is accounted for.
  var newLines: Set<Int> = []
  /// Lines as issued that went with a deleted instance.
  var deletedLines: Set<Int> = []
  /// Texts in new rows that fit no column: the line as found and the text.
  private(set) var strays: [(line: Int, text: String)] = []

  let baseline: PageBaseline
  let found: PageText
  let lines: [PageLine]
  let pairs: [(issued: Int, found: Int)]
  var lineOfUnit: [Int] = []
  /// The highest number of an instance of each repeated group.
  private var highest: [String: Int] = [:]
  var instanceLines: [String: Int] = [:]

  init(_ found: PageText, baseline: PageBaseline, pairs: [(issued: Int, found: Int)], lines: [PageLine]) {
    (self.found, self.baseline, self.pairs, self.lines) = (found, baseline, pairs, lines)
    lineOfUnit = Array(repeating: 0, count: found.units.count)
    for (number, line) in lines.enumerated() { for unit in line.units { lineOfUnit[unit] = number } }
    search()
  }

  // MARK: - By name

  private typealias Sighting = (unit: Int, carrier: Carrier)

  private mutating func search() {
    var sightings: [String: [Sighting]] = [:]
    for (unit, item) in found.items where !item.carrier.name.isEmpty && item.carrier.kind != .printed {
      sightings[item.carrier.name, default: []].append((unit, item.carrier))
    }
    for name in baseline.expected.map(\.name) + sightings.keys.compactMap({ CarrierName($0) }) { noteNumber(name.path) }
    let copies = takeCopies(&sightings)
    var known: Set<String> = []
    for expected in baseline.expected where known.insert(expected.name.encoded).inserted {
      let own = sightings[expected.name.encoded] ?? []
      var evidence = Evidence(name: expected.name, kind: expected.kind, shown: expected.shown)
      evidence.found = own.map(\.carrier)
      evidence.unit = own.first?.unit
      if own.isEmpty, baseline.page == nil { findByPlace(expected, &evidence) }
      self.evidence.append(evidence)
    }
    // What nobody expected: the list was lost, or another paper was pasted in.
    for (name, own) in sightings.sorted(by: {
      ($0.value.first?.unit ?? 0, $0.key) < ($1.value.first?.unit ?? 0, $1.key)
    })
    where !known.contains(name) {
      guard let parsed = CarrierName(name), let first = own.first else { continue }
      evidence.append(
        Evidence(name: parsed, kind: first.carrier.kind, shown: nil, found: own.map(\.carrier), unit: first.unit))
    }
    addCopies(copies)
    addInsertedRows()
    findDeletedInstances()
    putInOrder()
  }

  private mutating func noteNumber(_ path: String) {
    var rest = path[...]
    while let close = rest.lastIndex(of: "]"), let open = rest[..<close].lastIndex(of: "[") {
      let group = String(rest[..<open])
      highest[group] = max(highest[group] ?? 0, Int(rest[rest.index(after: open)..<close]) ?? 0)
      rest = rest[..<open]
    }
  }

  private mutating func newInstance(like instance: String, at line: Int) -> String {
    let group = InputLayout.withoutNumber(instance)
    let number = (highest[group] ?? 0) + 1
    highest[group] = number
    let path = "\(group)[\(number)]"
    instanceLines[path] = line
    return path
  }

  // MARK: - Copied rows

  /// A row, and what in it is the copy of an instance.
  private struct Copy {
    let instance: String
    /// The number of the copy it belongs to; an instance may take several rows.
    let number: Int
    var sightings: [(name: CarrierName, unit: Int, carrier: Carrier)] = []
    /// The lines, each with the line it is a copy of.
    var lines: [(copy: Int, original: Int)] = []
  }

  /// Takes out names that stand in several rows of one table, each row holding one instance and nothing else.
  private mutating func takeCopies(_ sightings: inout [String: [Sighting]]) -> [Copy] {
    var copies: [String: Copy] = [:]
    for (name, own) in sightings where own.count > 1 {
      guard let parsed = CarrierName(name), let instance = CarrierName.instance(of: parsed.path) else { continue }
      let rows = own.map { lineOfUnit[$0.unit] }
      guard Set(rows).count == rows.count, Set(rows.map { lines[$0].table }).count == 1,
        rows.allSatisfy({ lines[$0].isRow && lines[$0].instance == instance })
      else { continue }
      for (number, sighting) in own.enumerated().dropFirst() {
        var copy = copies["\(instance) \(number)"] ?? Copy(instance: instance, number: number)
        copy.sightings.append((parsed, sighting.unit, sighting.carrier))
        if !copy.lines.contains(where: { $0.copy == rows[number] }) { copy.lines.append((rows[number], rows[0])) }
        copies["\(instance) \(number)"] = copy
      }
      sightings[name] = [own[0]]
    }
    return copies.values.sorted { ($0.lines.first?.copy ?? 0) < ($1.lines.first?.copy ?? 0) }
  }

  private mutating func addCopies(_ copies: [Copy]) {
    for copy in copies {
      let instance = newInstance(like: copy.instance, at: copy.lines.map(\.copy).min() ?? 0)
      func renamed(_ name: CarrierName) -> CarrierName {
        CarrierName(path: instance + name.path.dropFirst(copy.instance.count), answer: name.answer)
      }
      for sighting in copy.sightings.sorted(by: { $0.unit < $1.unit }) {
        evidence.append(
          Evidence(
            name: renamed(sighting.name), kind: sighting.carrier.kind, shown: nil, found: [sighting.carrier],
            unit: sighting.unit))
      }
      for line in copy.lines {
        newLines.insert(line.copy)
        addNameless(in: line.copy, like: line.original, instance: copy.instance, renamed)
      }
    }
  }

  /// Sections lose their names when they are copied, and choices in DOCX: what stands in the same place of the row.
  private mutating func addNameless(
    in line: Int, like original: Int, instance: String, _ renamed: (CarrierName) -> CarrierName
  ) {
    guard lines[line].units.count == lines[original].units.count else { return }
    let named = lines[line].names
    for (own, other) in zip(lines[line].units, lines[original].units) {
      var choices = found.units[own].items.map(\.carrier).filter { $0.kind == .choice && $0.name.isEmpty }[...]
      for name in columnNames(of: other, instance: instance) where !named.contains(name.name.encoded) {
        switch name.kind {
        case .section:
          let text = found.units[own].lines.joined(separator: "\n")
          evidence.append(
            Evidence(
              name: renamed(name.name), kind: .section, shown: nil, found: [Carrier(.section, name: "", text: text)],
              source: .position, unit: own))
        case .choice:
          guard let choice = choices.popFirst() else { continue }
          evidence.append(
            Evidence(
              name: renamed(name.name), kind: .choice, shown: nil, found: [choice], source: .position, unit: own))
        case .input, .box, .printed: break
        }
      }
    }
  }

  /// The carriers of an instance that stand in a unit, those that were found by their place among them.
  private func columnNames(of unit: Int, instance: String) -> [(name: CarrierName, kind: Carrier.Kind)] {
    evidence.filter { $0.unit == unit && CarrierName.instance(of: $0.name.path) == instance }.map { ($0.name, $0.kind) }
  }

  // MARK: - Inserted rows

  private mutating func addInsertedRows() {
    let matched = Set(pairs.map(\.found))
    for (number, line) in lines.enumerated()
    where line.isRow && line.names.isEmpty && !line.text.isEmpty && !matched.contains(number)
      && !newLines.contains(number)
    {
      // The row above it, or below it, of the same table and shape that belongs to one instance.
      let above = lines[..<number].indices.reversed().prefix { lines[$0].table == line.table }
      let below = lines.indices.dropFirst(number + 1).prefix { lines[$0].table == line.table }
      let near = (Array(above) + below).first {
        lines[$0].instance != nil && lines[$0].units.count == line.units.count && !newLines.contains($0)
      }
      guard let near, let instance = lines[near].instance else { continue }
      newLines.insert(number)
      add(row: number, like: near, instance: instance)
    }
  }

  private mutating func add(row number: Int, like near: Int, instance: String) {
    let path = newInstance(like: instance, at: number)
    for (own, other) in zip(lines[number].units, lines[near].units) {
      let text = found.units[own].lines.joined(separator: "\n")
      guard !text.allSatisfy(\.isWhitespace) else { continue }
      let columns = columnNames(of: other, instance: instance)
      let paths = Array(Set(columns.map(\.name.path)))
      guard paths.count == 1, let first = columns.first else {
        strays.append((number, text))
        continue
      }
      // A cell of one field, whatever carriers it has: the text is the answer.
      let name = CarrierName(path: path + first.name.path.dropFirst(instance.count))
      evidence.append(
        Evidence(
          name: name, kind: first.kind == .section ? .section : .input, shown: nil,
          found: [Carrier(.input, name: "", text: text)], source: .position, unit: own))
    }
  }

  // MARK: - By place

  /// The place of a carrier whose name was lost, if the lines around it say where it must be.
  private func findByPlace(_ expected: PageBaseline.Expected, _ evidence: inout Evidence) {
    guard let line = pairs.first(where: { $0.issued == expected.line })?.found else { return }
    if baseline.sections.contains(expected.line) { return findParagraphs(expected, from: line, &evidence) }
    let units = lines[line].units
    guard units.indices.contains(expected.cell) else { return }
    let unit = found.units[units[expected.cell]]
    switch expected.kind {
    case .choice:
      let choices = unit.items.map(\.carrier).filter { $0.kind == .choice && $0.name.isEmpty }
      guard choices.indices.contains(expected.position) else { return }
      evidence.found = [choices[expected.position]]
    case .section:
      var own =
        unit.lines.isEmpty
        ? unit.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) : unit.lines
      // DOCX wants a paragraph behind a section at the end of a cell.
      if expected.after == 0, own.last == "" { own.removeLast() }
      guard own.count >= expected.before + expected.after else { return }
      let text = own.dropFirst(expected.before).dropLast(expected.after).joined(separator: "\n")
      evidence.found = [Carrier(.section, name: "", text: text)]
    case .input, .box, .printed: return
    }
    evidence.source = .position
    evidence.unit = units[expected.cell]
  }

  /// The paragraphs of a section outside of tables: from where it must begin to the line that follows it.
  private func findParagraphs(_ expected: PageBaseline.Expected, from line: Int, _ evidence: inout Evidence) {
    let next = pairs.first { $0.issued == expected.line + 1 }?.found
    let end = next ?? lines[line...].indices.first { lines[$0].isRow } ?? lines.count
    guard line < end else { return }
    let own = lines[line..<end].filter { !$0.isRow }.flatMap(\.units).map { found.units[$0].text }
    evidence.found = [Carrier(.section, name: "", text: own.joined(separator: "\n"))]
    evidence.source = .position
    evidence.unit = lines[line].units.first
  }
}
