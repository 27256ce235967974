internal import FormModel

/// Finds labels on a page and what stands beside or below them.
///
/// It goes through the page once, from top to bottom, and remembers in which group it is, so that „Telefon“ below
/// „Kind“ is the child's. What stands in the cell of a value, or below the label of a long text, is text: a line such
/// as „Datum: 01.01.2020“ in it is no field.
struct LabelReading {
  private(set) var hits: [LabelHit] = []
  /// The lines that belong to no label; titles of the form do not count.
  private(set) var strayLines: [String] = []

  var vocabulary: LabelVocabulary
  let values: LabelValue
  var input: AnswerInput { values.input }
  let form: FormDefinition
  let day: Day

  /// The number of the current instance of each repeated group.
  private var instances: [[String]: Int] = [:]
  /// The paths under which something was found.
  private var filled: Set<String> = []
  /// The group in which the last label stood.
  private(set) var context: [String] = []
  private var lastOrder = -1
  /// The hit whose value may go on, or has yet to come.
  var open: Int?
  /// The labels of a table's head, by column.
  var head: LabelHead?
  /// Answers that stand above columns of boxes, by column.
  var answers: [Int: String] = [:]

  init(_ page: LabelPage, form: FormDefinition, library: FormLibrary, day: Day) {
    vocabulary = LabelVocabulary(form)
    values = LabelValue(library: library, day: day)
    self.form = form
    self.day = day
    for (index, piece) in page.pieces.enumerated() {
      switch piece {
      case .line(let text): line(text)
      case .row(let cells):
        let next = page.pieces.indices.contains(index + 1) ? page.pieces[index + 1] : nil
        if case .row(let below)? = next { row(cells, below: below) } else { row(cells, below: nil) }
      }
    }
    for index in hits.indices { takeRange(index) }
  }

  /// „Uhrzeit: 10:00 – 10:45“: both ends under the label of the first, where the form has a field for the second.
  private mutating func takeRange(_ index: Int) {
    guard hits[index].terms.count == 1, case .field(let field) = hits[index].terms[0].kind, field.has(.fromTo),
      LabelValue.times(in: hits[index].text).count == 2,
      let next = vocabulary.term(after: hits[index].terms[0]), !filled.contains(path(of: next)),
      case .field(let end) = next.kind, end.has(.fromTo)
    else { return }
    let base = hits[index].paths[0].dropLast(field.common.id.count)
    hits[index] = LabelHit(
      terms: [hits[index].terms[0], next], paths: [hits[index].paths[0], base + end.common.id],
      isOwn: hits[index].isOwn, lines: hits[index].lines)
    filled.insert(base + end.common.id)
  }

  mutating func noteStrayLine(_ text: String) {
    let skeleton = LabelFold.skeleton(text)
    if !([form.title] + form.also).contains(where: { LabelFold.skeleton($0) == skeleton }) { strayLines.append(text) }
  }

  // MARK: - Which of several

  /// The match that a label most probably stands for here; nil for a section or nothing.
  mutating func choice(of matches: [LabelMatch]) -> LabelMatch? {
    let fields = matches.filter { $0.terms[0].kind != .section }
    guard !fields.isEmpty else {
      if let section = matches.first?.terms[0] { enter(section) }
      return nil
    }
    return fields.enumerated().max { left, right in
      (weight(left.element), -left.offset) < (weight(right.element), -right.offset)
    }?.element
  }

  /// How much speaks for a match: that its place is empty, that it stands in the current group, that it is needed.
  private func weight(_ match: LabelMatch) -> Int {
    let term = match.terms[0]
    let isHere = !term.parent.isEmpty && term.parent == context
    let isInside = !isHere && !context.isEmpty && term.parent.starts(with: context)
    var weight = 0
    if isFree(term) { weight += isFarAhead(term) ? 5 : 20 }
    if isHere { weight += 4 } else if isInside { weight += 3 }
    if term.isRequired { weight += 6 }
    if term.parent.isEmpty { weight += 2 }
    if term.order > lastOrder { weight += 1 }
    if match.isOwn { weight += 1 }
    return weight - (match.quality == .near ? 8 : 0)
  }

  /// Whether a term stands in a group that begins much further down: the day of the signature is not one of the first.
  private func isFarAhead(_ term: LabelTerm) -> Bool {
    !term.parent.isEmpty && term.parent != context && term.order > lastOrder + Self.reach
  }

  /// How many items of a form a reader may skip to reach a group.
  private static let reach = 60

  private func isFree(_ term: LabelTerm) -> Bool {
    if term.groups.contains(where: \.repeats), term.parent == context { return true }
    if case .group(let group) = term.kind { return group.repeats || !filled.contains(path(of: term)) }
    return !filled.contains(path(of: term))
  }

  // MARK: - Places

  /// Where a section begins, no group goes on.
  private mutating func enter(_ section: LabelTerm) {
    context = []
    lastOrder = max(lastOrder, section.order)
    open = nil
  }

  /// Begins the value of a label.
  mutating func begin(_ match: LabelMatch, _ lines: [String]) {
    let first = match.terms[0]
    if !match.rest.isEmpty { noteStrayLine(match.rest) }
    startInstance(for: first)
    if case .group = first.kind { context = first.path } else { context = first.parent }
    lastOrder = first.order
    let paths = match.terms.map { path(of: $0) }
    hits.append(LabelHit(terms: match.terms, paths: paths, isOwn: match.isOwn, lines: lines))
    filled.formUnion(paths)
    open = hits.count - 1
  }

  /// Goes to the next instance of a repeated group where the label is one that the current instance has already.
  private mutating func startInstance(for term: LabelTerm) {
    for (depth, group) in term.groups.enumerated() where group.repeats {
      let groupPath = Array(term.path.prefix(depth + 1))
      let isLast = depth == term.groups.count - 1
      if isLast, filled.contains(path(of: term)), context.starts(with: groupPath) {
        instances[groupPath, default: 1] += 1
      }
    }
    if case .group(let group) = term.kind, group.repeats {
      let current = path(of: term)
      if filled.contains(where: { $0 == current || $0.hasPrefix(current + "/") }) {
        instances[term.path, default: 1] += 1
      }
    }
  }

  /// Goes to the next instance of a group for a row of its own; of the first row the instance may be there already.
  mutating func startRow(of group: [String], fields: [LabelTerm]) {
    if fields.contains(where: { filled.contains(path(of: $0)) }) { instances[group, default: 1] += 1 }
  }

  private func path(of term: LabelTerm) -> String {
    var steps: [String] = []
    for (depth, id) in term.path.enumerated() {
      let groupPath = Array(term.path.prefix(depth + 1))
      let isRepeated: Bool =
        if depth < term.groups.count {
          term.groups[depth].repeats
        } else if case .group(let group) = term.kind {
          group.repeats
        } else {
          false
        }
      steps.append(isRepeated ? "\(id)[\(instances[groupPath] ?? 1)]" : id)
    }
    return steps.joined(separator: "/")
  }

  mutating func append(_ lines: [String], to hit: Int) { hits[hit].lines += lines }

  /// Whether a label stands in the form behind the field that is open.
  func comesLater(_ match: LabelMatch, than hit: Int) -> Bool {
    match.terms[0].order > hits[hit].terms[0].order
  }

  /// Whether nothing was found yet where a match belongs.
  func isUnfilled(_ match: LabelMatch) -> Bool { match.terms.allSatisfy { isFree($0) } }
}
