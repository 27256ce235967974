internal import XMLTree

/// The courses of all cases, as the papers beside a record tell them.
struct CaseCourses {
  /// What happens within the period, with the papers that tell it, in the order of the papers.
  var moves: [CaseCourse.Move: [XMLNode]] = [:]
  var cases: [String: CaseCourse] = [:]
}

extension Evaluator {
  /// The papers that tell of a move within the period.
  func papers(moved move: String) -> [XMLNode] {
    guard let move = CaseCourse.Move(rawValue: move) else { return [] }
    asked.times += 1
    guard let courses = caseCourses() else { return [] }
    asked.found += 1
    return courses.moves[move] ?? []
  }

  /// Whether a case belonged to the area of the sheet on a day; nil where no paper tells of it.
  func belonged(_ number: String, on day: Day) -> Bool? {
    guard !number.isEmpty else { return nil }
    return caseCourses()?.cases[number]?.belonged(on: day)
  }

  /// The first and the last day of the period that is counted; nil until both are known.
  func countedPeriod() -> (first: Day, last: Day)? {
    guard let statistics = form.statistics,
      let first = tree.root.element(statistics.first).flatMap({ Day(iso: $0.text) }),
      let last = tree.root.element(statistics.last).flatMap({ Day(iso: $0.text) })
    else { return nil }
    return (first, last)
  }

  /// Which column of the sheet a day belongs to, from 1; nil for a day outside the period.
  func periodPart(_ day: Day) -> Int? {
    guard let period = countedPeriod(), period.first <= day, day <= period.last, let statistics = form.statistics,
      case .field(let choice)? = form.items.first(where: { $0.id == statistics.quarter }),
      let code = tree.root.element(statistics.quarter)?.text,
      let months = choice.list.flatMap({ library.lists[$0]?.code(code) })?
        .properties[StatisticsDefinition.columnProperty].flatMap({ Int($0) }), months > 0
    else { return nil }
    let passed = (day.year - period.first.year) * 12 + day.month - period.first.month
    return passed / months + 1
  }

  /// Whether the figures of the record were kept for good.
  var isFrozen: Bool {
    form.statistics?.freezing.flatMap { tree.root.element($0.day) }.map { !$0.text.isEmpty } ?? false
  }

  /// All courses; nil where no paper of the form is at hand.
  private func caseCourses() -> CaseCourses? {
    let counting = counting
    if let known = counting.courses { return known }
    guard let course = form.movements, let period = countedPeriod(), !papers(of: course).isEmpty else { return nil }
    // A course that asks for itself finds nothing, instead of asking for ever.
    counting.courses = CaseCourses()
    var order: [String] = []
    var told: [String: [(node: XMLNode, paper: CaseCourse.Paper)]] = [:]
    for node in value(course.papers, at: tree.root, course.source).nodes {
      let text = { (source: String) in self.value(source, at: node, course.source).string }
      guard let day = Day(iso: text(course.day)) else { continue }
      let key = text(course.caseKey)
      let place = value(course.order, at: node, course.source).number
      if told[key] == nil { order.append(key) }
      told[key, default: []].append(
        (
          node,
          CaseCourse.Paper(
            day: day, order: place.isNaN ? 0 : place,
            isContact: holds(course.contact, at: node, course.source, otherwise: false),
            isFirst: holds(course.first, at: node, course.source, otherwise: false),
            end: Day(iso: text(course.end)),
            belongs: holds(course.belongs, at: node, course.source, otherwise: false))
        ))
    }
    var result = CaseCourses()
    for key in order {
      let papers = told[key] ?? []
      let course = CaseCourse(papers.map(\.paper))
      for (move, paper) in course.moves(from: period.first, until: period.last) {
        result.moves[move, default: []].append(papers[paper].node)
      }
      result.cases[key] = course
    }
    counting.courses = result
    return result
  }

  private func papers(of course: MovementsDefinition) -> [XMLNode] {
    let (times, found) = (asked.times, asked.found)
    defer { (asked.times, asked.found) = (times, found) }
    return papers(of: course.form)
  }
}
