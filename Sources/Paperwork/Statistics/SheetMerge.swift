public import FormModel
internal import XMLTree

/// Sheets of one period put together: those of workers into a district, those of districts into the town.
///
/// Most rows are added. A family or child that stands on several sheets is counted once where the sheets carry keys, and where
/// its sheets differ, as its latest paper says; what one sheet gave up and another took over stays among them.
public struct SheetMerge {
  /// Why sheets cannot be put together.
  public enum Refusal: Error, Hashable, Sendable {
    /// None was given.
    case nothing
    /// A paper is no sheet of this statistics, or one for the public; by its place, from 1.
    case other(Int)
    /// A sheet is of another period.
    case otherPeriod(Int)
  }

  /// The sheet together.
  public let record: Record
  /// What is to be known of it, in German.
  public private(set) var notes: [String] = []
  /// Whether something is in doubt, such as two sheets of one worker.
  public private(set) var isDoubtful = false

  private struct Key {
    let key: String
    let order: Int
  }

  private struct Sheet {
    let record: Record
    let keys: [String: [Key]]
    let hasKeys: Bool

    func figure(_ path: String) -> Figure? {
      guard case .value(let text)? = record.contents(at: path).first else { return nil }
      return Figure(text)
    }
  }

  /// Puts `sheets` together into the sheet that `start` begins, which says for which area it is.
  public init(
    _ sheets: [Record], into start: Record, form: FormDefinition, library: FormLibrary, day: Day
  ) throws {
    guard let first = sheets.first, let statistics = form.statistics else { throw Refusal.nothing }
    let place = form.statistics?.keys
    var names: [String: Int] = [:]
    var known: [Sheet] = []
    for (index, sheet) in sheets.enumerated() {
      guard sheet.form == form.id else { throw Refusal.other(index + 1) }
      let evaluated = try EvaluatedRecord(sheet, form: form, library: library, day: day)
      guard !evaluated.isPublication else { throw Refusal.other(index + 1) }
      for field in [statistics.year, statistics.quarter] where sheet.root.value(field) != first.root.value(field) {
        throw Refusal.otherPeriod(index + 1)
      }
      let lines = place.map { sheet.root[$0] } ?? []
      var keys: [String: [Key]] = [:]
      for case .value(let line) in lines {
        let words = line.split(separator: " ").map(String.init)
        if words.count == 3, let order = Int(words[2]) {
          keys[words[0], default: []].append(Key(key: words[1], order: order))
        }
      }
      // The record as it is evaluated: sums that nobody entered are there.
      known.append(Sheet(record: evaluated.record, keys: keys, hasKeys: !lines.isEmpty))
      guard let name = evaluated.filing.reference else { continue }
      if let other = names[name] {
        isDoubtful = true
        notes.append(
          "Blatt \(other + 1) und Blatt \(index + 1) sind beide von: \(name). Addiert sind beide; bitte eines weglassen."
        )
        notes += Self.differences(known[other].record, evaluated.record, form)
      } else {
        names[name] = index
      }
    }
    var result = start
    for field in [statistics.year, statistics.quarter] {
      result.root.set(field, first.root.value(field).map { [.value($0)] } ?? [])
    }
    let withoutKeys = known.indices.filter { !known[$0].hasKeys }
    var guessed = false
    for (path, _) in form.figures {
      guard let field = form.field(at: path),
        field.common.count != nil || !field.relations.contains(where: { $0.kind == .sum }),
        let figure = Self.figure(field, path, known, form), let target = RecordPath(path)
      else { continue }
      if field.common.merge != nil, !withoutKeys.isEmpty { guessed = true }
      result.replace(at: target, with: [.value(figure.text)], form: form)
    }
    if guessed {
      isDoubtful = true
      notes.append(
        "Ohne Schlüssel (--secret): Blatt \(withoutKeys.map { String($0 + 1) }.joined(separator: ", ")). Familien und Kinder, die auf mehreren "
          + "Blättern stehen, sind mehrfach gezählt; Übernahmen und Abgaben heben sich nur als Summen auf.")
    }
    if let status = statistics.freezing?.status {
      let all = Set(known.compactMap { $0.record.root.value(status) })
      let codes = form.field(at: status)?.list.flatMap { library.lists[$0] }?.codes ?? []
      // The least final of all: that is how the list orders them.
      if let code = codes.first(where: { all.contains($0.id) && $0.properties["vorlaeufig"] == "ja" })
        ?? codes.first(where: { all.contains($0.id) && $0.id == statistics.freezing?.corrected })
      {
        result.root.set(status, [.value(code.id)])
      }
    }
    result.root.sort(by: form.items)
    record = try result.withDefaults(form: form, library: library, day: day)
  }

  /// One figure of all sheets together; nil where one of them does not know it.
  private static func figure(_ field: FieldDefinition, _ path: String, _ sheets: [Sheet], _ form: FormDefinition)
    -> Figure?
  {
    let figures = sheets.map { $0.figure(path) }
    guard !figures.contains(nil) else { return nil }
    let sum = figures.compactMap { $0 }.reduce(Figure(0), +)
    guard let kind = field.common.merge else { return sum }
    let keyed = sheets.allSatisfy(\.hasKeys)
    switch kind {
    case .once: return keyed ? Figure(Set(sheets.flatMap { $0.keys[path] ?? [] }.map(\.key)).count) : sum
    case .latest: return keyed ? Figure(latest(path, sheets, form)) : sum
    case .cancels:
      let other = field.common.mergesAgainst ?? ""
      let counts = { (path: String) in
        Dictionary(sheets.flatMap { $0.keys[path] ?? [] }.map { ($0.key, 1) }, uniquingKeysWith: +)
      }
      guard keyed else {
        return max(Figure(0), sum - sheets.compactMap { $0.figure(other) }.reduce(Figure(0), +))
      }
      let theirs = counts(other)
      return Figure(counts(path).reduce(0) { $0 + max(0, $1.value - (theirs[$1.key] ?? 0)) })
    }
  }

  /// How many stand in a row, each in the one row of its block that its latest paper says.
  private static func latest(_ path: String, _ sheets: [Sheet], _ form: FormDefinition) -> Int {
    let block = form.sections.first { section in section.items.contains { $0.id == path } }?.items ?? []
    let rows = block.compactMap { item -> String? in
      guard case .field(let field) = item, field.common.merge == .latest else { return nil }
      return item.id
    }
    var last: [String: (order: Int, row: String)] = [:]
    for row in rows {
      for key in sheets.flatMap({ $0.keys[row] ?? [] }) where last[key.key].map({ $0.order < key.order }) ?? true {
        last[key.key] = (key.order, row)
      }
    }
    return last.values.count { $0.row == path }
  }

  private static func differences(_ one: Record, _ other: Record, _ form: FormDefinition) -> [String] {
    form.figures.compactMap { path, label in
      guard case .value(let left)? = one.contents(at: path).first,
        case .value(let right)? = other.contents(at: path).first,
        left != right
      else { return nil }
      return "  ›\(label)‹: \(left) und \(right)"
    }
  }
}

extension SheetMerge.Refusal {
  /// The sentence for people.
  public var german: String {
    switch self {
    case .nothing: "Zum Zusammenführen fehlen die Blätter."
    case .other(let place): "Blatt \(place) ist kein internes Blatt dieser Statistik."
    case .otherPeriod(let place): "Blatt \(place) ist von einem anderen Zeitraum als das erste."
    }
  }
}
