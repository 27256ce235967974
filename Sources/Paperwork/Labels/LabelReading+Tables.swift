internal import FormModel

extension LabelReading {
  /// What a cell of a table is.
  private enum Cell {
    case empty
    /// Nothing but a label.
    case label([LabelMatch])
    /// A label with its value in the same cell.
    case labelled([LabelMatch], [String])
    /// Labels one below the other, their values in the next cell.
    case labels([[LabelMatch]])
    /// Anything else.
    case text([String])

    var isLabel: Bool { if case .label = self { true } else { false } }
    var isEmpty: Bool { if case .empty = self { true } else { false } }
  }

  /// A row of a table; `below` is the row under it.
  mutating func row(_ given: [[String]], below: [[String]]?) {
    if noteAnswers(given) { return }
    let lines = joiningBoxes(given)
    let cells = lines.map { cell($0) }
    guard cells.contains(where: { !$0.isEmpty }) else {
      // A row without values is one more row to write in.
      if let current = open, hits[current].isLong { append([""], to: current) }
      return
    }
    if takeBelowLongLabel(cells, lines) { return }
    if let head, !cells.contains(where: { if case .label = $0 { true } else { false } }) {
      return takeValues(lines, under: head)
    }
    head = nil
    if let columns = columns(of: cells, lines, below: below) { return begin(columns) }
    takePairs(cells, lines)
  }

  /// The cells below the one label of a row above: its value, whatever words stand in it.
  private mutating func takeBelowLongLabel(_ cells: [Cell], _ lines: [[String]]) -> Bool {
    guard let current = open, head == nil else { return false }
    let hit = hits[current]
    let filled = lines.filter { !$0.isEmpty }
    let hasBoxes = filled.allSatisfy { takesBoxes($0.joined(separator: " "), hit) }
    guard hasBoxes || hit.isEmpty && hit.isLong && filled.count == 1 && !cells.contains(where: \.isLabel) else {
      return false
    }
    if hasBoxes {
      append(filled.map { $0.joined(separator: " ") }, to: current)
    } else {
      append(filled[0], to: current)
      open = nil
    }
    return true
  }

  private mutating func cell(_ lines: [String]) -> Cell {
    guard let first = lines.first else { return .empty }
    // With a box in front it is an answer, and not the label that it sounds like.
    if LabelMarks.hasBoxes(first), LabelMarks.textBeforeBoxes(first).isEmpty { return .text(lines) }
    let matches = vocabulary.matches(first)
    if !matches.isEmpty {
      if lines.count == 1 { return .label(matches) }
      let stacked = lines.map { vocabulary.matches($0) }
      let isAnswered = matches.contains { isAnswer(lines[1], to: $0) }
      if !isAnswered, stacked.allSatisfy({ !$0.isEmpty }) { return .labels(stacked) }
      return .labelled(matches, Array(lines.dropFirst()))
    }
    let (label, value) = Self.split(first)
    if let value {
      let matches = vocabulary.matches(label)
      if !matches.isEmpty { return .labelled(matches, [value] + lines.dropFirst()) }
    }
    return .text(lines)
  }

  // MARK: - Labels beside values

  /// Labels with their values in the same cell or the one to the right; text under a label above.
  private mutating func takePairs(_ cells: [Cell], _ lines: [[String]]) {
    var index = 0
    while index < cells.count {
      switch cells[index] {
      case .empty: break
      case .label(let matches):
        guard let match = choice(of: matches) else { break }
        begin(match, [])
        // The value stands in the next cell that holds anything, if that is no label itself.
        if let next = cells.indices.first(where: { $0 > index && !cells[$0].isEmpty }),
          let value = self.value(of: cells[next], lines[next], under: match)
        {
          takeLines(value)
          open = nil
          index = next
        }
      case .labels(let stacked):
        let next = cells.indices.first { $0 > index && !cells[$0].isEmpty }
        if takeStack(stacked, next.map { lines[$0] } ?? []), let next { index = next }
      case .labelled(let matches, let value):
        guard let match = choice(of: matches) else { break }
        takeCell(match, value)
      case .text(let value):
        // Boxes that stand far apart are answers to one question.
        if index > 0, let last = hits.indices.last, value.allSatisfy({ takesBoxes($0, hits[last]) }) {
          append(value, to: last)
        } else {
          open = nil
          for text in value { line(text) }
          open = nil
        }
      }
      index += 1
    }
  }

  /// What a cell holds as the value of the label beside it; nil when it is a label itself.
  ///
  /// „Telefon“ is a label, but an answer where it stands beside the question for the kind of contact.
  private func value(of cell: Cell, _ lines: [String], under match: LabelMatch) -> [String]? {
    switch cell {
    case .text(let value): value
    case .label: match.terms.count == 1 && isAnswer(lines.joined(separator: " "), to: match) ? lines : nil
    case .empty, .labelled, .labels: nil
    }
  }

  /// A cell that begins with a label.
  private mutating func takeCell(_ match: LabelMatch, _ value: [String]) {
    begin(match, [])
    takeLines(value)
    open = nil
  }

  /// The lines of a cell under the label that was begun: its value, up to a line that is a label itself.
  ///
  /// A known label is never a value, even where the value it would stand for is missing; a long text takes all lines.
  private mutating func takeLines(_ lines: [String]) {
    guard let first = hits.indices.last else { return }
    if hits[first].isLong { return append(lines, to: first) }
    for text in lines {
      let current = hits.count - 1
      if isLabelled(text, under: hits[current]) {
        open = nil
        line(text)
      } else if !takesLabelledLong(text, current) {
        append([text], to: current)
      }
    }
  }

  /// A line under the label of a long text that began further down in the same cell.
  private mutating func takesLabelledLong(_ text: String, _ current: Int) -> Bool {
    guard open == current, hits[current].isLong else { return false }
    line(text)
    return true
  }

  /// Whether a line is a label, alone or with its value, and no answer to the one above.
  private mutating func isLabelled(_ text: String, under hit: LabelHit) -> Bool {
    let (label, value) = Self.split(text)
    let match = LabelMatch(terms: hit.terms, isOwn: hit.isOwn, quality: .same)
    if value == nil, hit.isEmpty, hit.terms.count == 1, isAnswer(text, to: match) { return false }
    return vocabulary.matches(label).contains { $0.quality != .near }
  }

  /// Labels one below the other beside as many lines: each line is the value of the label at its height.
  ///
  /// Of fewer or more lines nobody can tell which label they belong to, so none is taken; false when there are none.
  private mutating func takeStack(_ labels: [[LabelMatch]], _ values: [String]) -> Bool {
    let isLabelled = values.contains { !vocabulary.matches($0).isEmpty }
    let fits = values.count == labels.count && !isLabelled
    for (number, matches) in labels.enumerated() {
      guard let match = choice(of: matches) else { continue }
      begin(match, fits ? [values[number]] : [])
      open = nil
    }
    if !fits, !isLabelled { values.forEach { noteStrayLine($0) } }
    return !isLabelled && !values.isEmpty
  }

  // MARK: - Labels above values

  /// The labels of a row that is the head of what follows; nil when it is not one.
  ///
  /// It is one when there is nothing else in it, the title of the row at its left aside, or when most of it is labels and
  /// the row below has none in their columns.
  private mutating func columns(
    of cells: [Cell], _ lines: [[String]], below: [[String]]?
  ) -> [(index: Int, matches: [LabelMatch])]? {
    var labels: [(index: Int, matches: [LabelMatch])] = []
    var others = 0
    for (index, cell) in cells.enumerated() {
      switch cell {
      case .empty: break
      case .label(let matches):
        if index == 0, cells.count > 2, matches.contains(where: { $0.terms[0].kind == .section }) {
          _ = choice(of: matches.filter { $0.terms[0].kind == .section })
        } else {
          labels.append((index, matches))
        }
      case .text(let lines):
        // What could be a label that nobody declared: short, and without a number.
        if lines.count > 1 || lines[0].count > 40 || lines[0].contains(where: \.isNumber) { return nil }
        if index > 0 || cells.count <= 2 { others += 1 }
      case .labelled, .labels: return nil
      }
    }
    guard labels.count > 1 || labels.count == 1 && others == 0 else { return nil }
    // With nothing below they stand beside their values, though these may be labels too.
    let isLast = below?.allSatisfy(\.isEmpty) ?? true
    if isLast,
      zip(labels, labels.dropFirst()).contains(where: { left, right in
        left.matches.contains { isAnswer(lines[right.index].joined(separator: " "), to: $0) }
      })
    {
      return nil
    }
    guard others > 0 else { return labels }
    guard labels.count > others, let below else { return nil }
    let hasLabelBelow = labels.contains { label in
      below.indices.contains(label.index) && !below[label.index].isEmpty
        && cell(below[label.index]).isLabel
    }
    return hasLabelBelow || below.allSatisfy(\.isEmpty) ? nil : labels
  }

  /// Begins a head: finds the repeated group that most of its labels belong to.
  private mutating func begin(_ labels: [(index: Int, matches: [LabelMatch])]) {
    open = nil
    if labels.count == 1 {
      guard let match = choice(of: labels[0].matches) else { return }
      head = LabelHead(columns: [.init(index: labels[0].index, match: match)], group: nil)
      // A long text or boxes below belong to it as a whole.
      if hasWideValue(match) {
        head = nil
        begin(match, [])
      }
      return
    }
    let group = repeatedGroup(of: labels.map(\.matches))
    var columns: [LabelHead.Column] = []
    for (index, matches) in labels {
      let inside = matches.filter { match in
        guard let group else { return false }
        return match.terms[0].path == group.path || match.terms[0].parent.starts(with: group.path)
      }
      guard let match = choice(of: inside.isEmpty ? matches : inside) else { continue }
      columns.append(.init(index: index, match: match))
    }
    head = LabelHead(columns: columns, group: group)
  }

  private func hasWideValue(_ match: LabelMatch) -> Bool {
    guard match.terms.count == 1, case .field(let field) = match.terms[0].kind else { return false }
    return field.has(.multiline) || field.kind.answers.areCodes
  }

  /// The repeated group in which most labels of a head stand, if that is more than one.
  private func repeatedGroup(of labels: [[LabelMatch]]) -> LabelTerm? {
    var counts: [LabelTerm: Int] = [:]
    for matches in labels {
      let groups = Set(matches.flatMap { $0.terms.prefix(1).compactMap { vocabulary.repeatedGroup(of: $0) } })
      for group in groups { counts[group, default: 0] += 1 }
    }
    // Of several the one whose title stands above.
    func weight(_ found: (key: LabelTerm, value: Int)) -> (Int, Int, Int) {
      (found.value, found.key.path == context ? 1 : 0, -found.key.order)
    }
    return counts.filter { $0.value > 1 }.max { weight($0) < weight($1) }?.key
  }

  /// A row of values under a head.
  private mutating func takeValues(_ lines: [[String]], under head: LabelHead) {
    guard head.group != nil || head.rows == 0 else {
      self.head = nil
      return takePairs(lines.map { $0.isEmpty ? .empty : .text($0) }, lines)
    }
    self.head?.rows += 1
    let filled = lines.indices.filter { !lines[$0].isEmpty }
    var values: [(match: LabelMatch, lines: [String])] = []
    for (place, column) in head.columns.enumerated() {
      let end = place + 1 < head.columns.count ? head.columns[place + 1].index : Int.max
      guard let cell = filled.first(where: { $0 >= column.index && $0 < end }) else { continue }
      values.append((column.match, lines[cell]))
    }
    guard !values.isEmpty else { return }
    if let group = head.group { startRow(of: group.path, fields: values.flatMap { $0.match.terms }) }
    for (match, lines) in values {
      begin(match, lines)
      open = nil
    }
  }
}
