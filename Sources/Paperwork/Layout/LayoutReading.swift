internal import FormModel
internal import OpenDocument

/// Reads a page of ours that came back as text, by the layout that its template makes.
///
/// First the template prints a record of values that are all different, which shows where each stands. What is read with
/// that layout makes the next one, which shows only what the paper has; and what was read last is printed once more:
/// where the page does not show it as it stands in the text, it is in doubt.
struct LayoutReading {
  /// What a template makes of a record.
  typealias Printing = (EvaluatedRecord) throws(PaperworkFailure) -> (page: PageText, margins: [String])

  /// The values as they stand under their labels, for ``LabelPaper``.
  private(set) var hits: [LabelHit] = []
  /// The paths of what somebody should compare sign by sign.
  private(set) var doubtful: Set<String> = []
  /// The paths of what stands on the page and could not be read.
  private(set) var unread: [String] = []
  private(set) var strayLines: [String] = []
  /// Whether the text is a page of this form at all.
  private(set) var isOurs = false

  private let form: FormDefinition
  private let library: FormLibrary
  private let day: Day
  private let text: LayoutText
  private var fit: SlotFit
  private let print: Printing

  /// How often a layout is made of what was read with the one before.
  private static let passes = 4
  /// From how many found lines of labels on a page is ours, and from which share of all.
  private static let fewLabels = (count: 4, share: 0.4)

  init(_ text: LayoutText, form: FormDefinition, library: FormLibrary, day: Day, print: @escaping Printing) {
    (self.form, self.library, self.day, self.text, self.print) = (form, library, day, text, print)
    fit = SlotFit(form: form, library: library, day: day)
    var known: [String: [RecordContent]] = [:]
    var empty: Set<String> = []
    var counts: [String: Int] = [:]
    var last: LayoutPass?
    var repeating: Set<String> = []
    for number in 0..<Self.passes {
      let probe = ProbeRecord(
        form: form, library: library, known: known, isEmpty: { Self.covers(empty, $0) }, counts: counts)
      guard let layout = layout(of: probe.record) else { break }
      if number == 0 { fit.placeholders = placeholders(beside: layout) }
      repeating.formUnion(LayoutPass.repeating(layout))
      let pass = LayoutPass(layout, text, form: form, fit: fit, repeating: repeating, isExact: number > 0)
      guard number > 0 || pass.labels.found >= Self.fewLabels.count else { return }
      last = pass
      let read = record(of: pass)
      let found = Self.contents(read, pass)
      if found == known { break }
      known = found
      empty.formUnion(pass.places.union(pass.empty).filter { known[$0] == nil })
      counts = Self.counts(known.keys, form)
    }
    guard let last else { return }
    isOurs =
      last.labels.found >= Self.fewLabels.count
      && Double(last.labels.found) >= Self.fewLabels.share * Double(last.labels.all)
    hits = Self.hits(of: last, form)
    strayLines = last.strays.map { text.lines[$0].text }
    judge(last)
  }

  private func layout(of record: Record) -> PageLayout? {
    guard let paper = try? EvaluatedRecord(record, form: form, library: library, day: day, sheet: 0),
      let printed = try? print(paper)
    else { return nil }
    return PageLayout(printed.page, margins: printed.margins, shown: ShownValues(paper))
  }

  /// What the page of an empty paper says where values would stand, such as „nicht bekannt“ or „siehe oben“.
  ///
  /// What stands on the page of a full paper, too, is a label.
  private func placeholders(beside full: PageLayout) -> Set<String> {
    guard
      let paper = try? EvaluatedRecord(
        Record(form: form.id, version: form.version), form: form, library: library, day: day),
      let printed = try? print(paper)
    else { return [] }
    var result: Set<String> = []
    for unit in printed.page.units {
      result.formUnion(unit.text.split(separator: "\n").map { Self.folded(String($0)) })
      result.formUnion(unit.items.map { Self.folded($0.carrier.text) })
    }
    let labels = Set(
      full.lines.flatMap { line in
        line.cells.map { cell in
          cell.pieces.flatMap { piece -> [String] in if case .words(let words) = piece { words } else { [] } }
            .joined(separator: " ")
        }
      })
    if let empty = form.emptyText { result.insert(empty) }
    return result.subtracting(labels).filter { $0.contains(where: \.isLetter) }
  }

  private func record(of pass: LayoutPass) -> Record {
    LabelPaper(Self.hits(of: pass, form), form: form, library: library, day: day).paper.record
  }

  // MARK: - From one pass to the next

  /// Whether a path is among some, or below one of them.
  private static func covers(_ paths: Set<String>, _ path: String) -> Bool {
    if paths.contains(path) { return true }
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      if paths.contains(String(rest)) { return true }
    }
    return false
  }

  /// What a record holds, by the paths of its fields.
  private static func contents(_ record: Record, _ pass: LayoutPass) -> [String: [RecordContent]] {
    var result: [String: [RecordContent]] = [:]
    for path in record.unconfirmed {
      guard let own = RecordPath(path) else { continue }
      let contents = record.contents(at: own)
      if !contents.isEmpty { result[path] = contents }
    }
    return result
  }

  /// How many instances of each repeated group there are.
  private static func counts(_ paths: some Sequence<String>, _ form: FormDefinition) -> [String: Int] {
    var counts: [String: Int] = [:]
    for path in paths {
      var rest = path[...]
      while let close = rest.lastIndex(of: "]"), let open = rest[..<close].lastIndex(of: "[") {
        let group = String(rest[..<open])
        counts[group] = max(counts[group] ?? 0, Int(rest[rest.index(after: open)..<close]) ?? 0)
        rest = rest[..<open]
      }
    }
    return counts
  }

  // MARK: - What was read

  private static func hits(of pass: LayoutPass, _ form: FormDefinition) -> [LabelHit] {
    let numbers = Renumbering(pass.paths + pass.answers.filter { $0.answers?.isEmpty == false }.map(\.path))
    var hits: [LabelHit] = []
    for path in pass.paths {
      guard let value = pass.values[path], let term = LabelTerm(path, of: form) else { continue }
      let isLong = if case .field(let field) = term.kind { field.has(.multiline) } else { false }
      let lines = isLong ? value.lines : [joined(value.lines)]
      hits.append(LabelHit(terms: [term], paths: [numbers.path(path)], isOwn: true, lines: lines))
    }
    for (path, answers, _) in pass.answers {
      guard let answers, !answers.isEmpty, let term = LabelTerm(path, of: form) else { continue }
      let lines = answers.map { "☒ \($0)" }
      hits.append(LabelHit(terms: [term], paths: [numbers.path(path)], isOwn: true, lines: lines))
    }
    return hits
  }

  /// The lines of a value that was broken at the edge of its column.
  static func joined(_ lines: [String]) -> String {
    var result = ""
    for line in lines where !line.isEmpty {
      if result.isEmpty || result.hasSuffix("-") && line.first?.isUppercase == true {
        result += line
      } else {
        result += " " + line
      }
    }
    return result
  }

  /// Notes what is in doubt: what was doubtful on the way, names that can be parted in several ways, and everything that
  /// the page would not show as it stands in the text.
  private mutating func judge(_ pass: LayoutPass) {
    let numbers = Renumbering(pass.paths + pass.answers.filter { $0.answers?.isEmpty == false }.map(\.path))
    let record = record(of: pass)
    for (path, answers, isDoubtful) in pass.answers {
      if answers == nil { unread.append(numbers.path(path)) } else if isDoubtful { doubtful.insert(numbers.path(path)) }
    }
    let shown = shownTexts(record)
    for path in pass.paths {
      guard let value = pass.values[path] else { continue }
      let own = numbers.path(path)
      let text = value.lines.joined(separator: " ")
      let isFree = fit(own, text)
      let isShown =
        shown[own].map {
          Self.folded($0) == Self.folded(Self.joined(value.lines)) || Self.folded($0) == Self.folded(text)
        } ?? false
      if value.isDoubtful || !isShown || isFree { doubtful.insert(own) }
    }
  }

  /// Whether a text can be parted in several ways, or was written from right to left.
  private func fit(_ path: String, _ text: String) -> Bool {
    if text.unicodeScalars.contains(where: { (0x590...0x8FF).contains($0.value) }) { return true }
    guard case .group? = form.item(at: path)?.item else { return false }
    return !text.contains(where: \.isNumber) && text.split(separator: " ").count > 2
  }

  /// What the page would show of a record, by path.
  private func shownTexts(_ record: Record) -> [String: String] {
    guard let paper = try? EvaluatedRecord(record, form: form, library: library, day: day, sheet: 0),
      let printed = try? print(paper)
    else { return [:] }
    let values = ShownValues(paper)
    var result: [String: String] = [:]
    for (_, item) in printed.page.items where item.carrier.kind == .printed {
      guard let name = CarrierName(item.carrier.name) else {
        for (path, text) in values.found(in: item.carrier.text) where result[path] == nil { result[path] = text }
        continue
      }
      guard name.answer == nil else { continue }
      result[name.path, default: ""] += (result[name.path] == nil ? "" : " ") + item.carrier.text
    }
    return result
  }

  static func folded(_ text: String) -> String {
    NormalizationFormC.normalize(text).split { $0 == " " || $0 == "\n" || $0 == "\u{A0}" || $0 == "\t" }.joined(
      separator: " ")
  }
}

/// Instances of groups numbered as they come, without gaps.
private struct Renumbering {
  private var numbers: [String: [Int: Int]] = [:]

  init(_ paths: [String]) {
    for path in paths {
      var rest = path[...]
      while let close = rest.lastIndex(of: "]"), let open = rest[..<close].lastIndex(of: "[") {
        if let number = Int(rest[rest.index(after: open)..<close]) {
          numbers[String(rest[..<open]), default: [:]][number] = number
        }
        rest = rest[..<open]
      }
    }
    for (group, own) in numbers {
      numbers[group] = Dictionary(uniqueKeysWithValues: own.keys.sorted().enumerated().map { ($1, $0 + 1) })
    }
  }

  func path(_ path: String) -> String {
    var result = ""
    var original = ""
    for step in path.split(separator: "/") {
      original += original.isEmpty ? "" : "/"
      result += result.isEmpty ? "" : "/"
      guard let open = step.firstIndex(of: "["), let number = Int(step[step.index(after: open)...].dropLast()) else {
        original += step
        result += step
        continue
      }
      let group = original + step[..<open]
      result += "\(step[..<open])[\(numbers[group]?[number] ?? number)]"
      original += step
    }
    return result
  }
}
