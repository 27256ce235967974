internal import XMLTree

/// Finds out what a reader of publications can calculate back.
///
/// A rounded figure may have been any value that is rounded to it, one that is withheld any at all. The reader knows
/// the sums and limits of the form, and that areas add up: what is published for the whole town and for some of its
/// districts tells about the others. The same holds for a year and its quarters: what is known of how a figure of a longer
/// period follows from its parts (`over-time`, `continues`) is known to the reader as well.
struct PublicationAudit {
  private let form: FormDefinition
  private let library: FormLibrary
  private let publication: PublicationDefinition
  private var system = IntervalSystem()
  private var papers: [Paper] = []
  /// Figures of an area or a period that nobody published, as the difference of two that somebody did.
  private var rests: [(index: Int, path: String, label: String, what: String)] = []

  private struct Figure {
    let index: Int
    let label: String
    let isWithheld: Bool
  }

  private struct Paper {
    let isNew: Bool
    let record: Record
    /// The codes of the districts it is about.
    let area: Set<String>
    let period: AuditedPeriod?
    var figures: [String: Figure] = [:]
  }

  init(form: FormDefinition, library: FormLibrary, publication: PublicationDefinition) {
    (self.form, self.library, self.publication) = (form, library, publication)
  }

  // MARK: - Collecting

  /// Adds a publication; others than of the same form and year say nothing about this one.
  mutating func add(_ record: Record, day: Day, isNew: Bool) throws(AuthorMistakes) {
    guard record.form == form.id, record.root.value(publication.field) == publication.code else { return }
    let period = period(of: record)
    if let first = papers.first, first.period?.year != period?.year { return }
    let evaluated = try EvaluatedRecord(record, form: form, library: library, among: nil, day: day)
    let evaluator = evaluated.evaluator
    var paper = Paper(isNew: isNew, record: record, area: area(of: record), period: period)
    var indices: [XMLNode: Int] = [:]
    for (node, field) in evaluator.fields(below: evaluator.tree.root) where field.has(.figure) {
      guard !evaluator.tree.isHidden(node), let path = evaluator.tree.path(of: node) else { continue }
      let told = Int(node.text)
      let isWithheld = evaluator.tree.status(of: node) == .withheld
      let isWhole = field.kind.valueType == .whole
      // What passes from one part of the area to another is nothing in the whole, and every reader knows it.
      let isNothing = field.common.merge == .cancels && form.statistics?.isWhole(record.root) ?? false
      let values = told.map {
        isWhole ? publication.values(roundedTo: $0) : publication.values(aroundThoseRoundedTo: $0)
      }
      let index = system.add(isNothing ? 0...0 : values ?? 0...IntervalSystem.limit)
      indices[node] = index
      guard told != nil || isWithheld else { continue }
      let row = node.parent.flatMap { $0 == evaluator.tree.root ? nil : evaluator.tree.definition(of: $0)?.label }
      let label = [row, field.common.label].compactMap { $0 }.joined(separator: ", ")
      paper.figures[path] = Figure(index: index, label: label, isWithheld: isWithheld)
    }
    for (node, field) in evaluator.fields(below: evaluator.tree.root) where indices[node] != nil {
      relate(field, node, indices, evaluator)
    }
    papers.append(paper)
  }

  /// The sums and limits of a figure.
  private mutating func relate(
    _ field: FieldDefinition, _ node: XMLNode, _ indices: [XMLNode: Int], _ evaluator: Evaluator
  ) {
    guard let own = indices[node], let parent = node.parent else { return }
    for relation in field.relations where relation.text.strength == .error {
      let parts = evaluator.parts(of: relation, at: parent)
      let terms = parts.compactMap { part in indices[part.node].map { (index: $0, sign: part.isSubtracted ? 1 : -1) } }
      guard terms.count == parts.count, !terms.isEmpty else { continue }
      system.add(IntervalSystem.Relation(terms: [(own, 1)] + terms, isEquation: relation.kind == .sum))
    }
  }

  /// All districts for the whole town, the chosen ones otherwise.
  private func area(of record: Record) -> Set<String> {
    guard let name = publication.area, case .field(let field)? = form.items.first(where: { $0.id == name }),
      let list = field.list.flatMap({ library.lists[$0] })
    else { return [] }
    let chosen = record.root[name].compactMap { content -> String? in
      if case .value(let code) = content { code } else { nil }
    }
    return chosen.isEmpty ? Set(list.codes.map(\.id)) : Set(chosen)
  }

  /// The period that figures are about.
  private func period(of record: Record) -> AuditedPeriod? {
    guard let statistics = form.statistics, let year = record.root.value(statistics.year).flatMap({ Int($0) }),
      let code = record.root.value(statistics.quarter),
      case .field(let field)? = form.items.first(where: { $0.id == statistics.quarter }),
      let mark = field.list.flatMap({ library.lists[$0]?.code(code) })?
        .properties[StatisticsDefinition.periodProperty]
    else { return nil }
    return AuditedPeriod(year: year, mark: mark)
  }

  // MARK: - Judging

  /// What gives somebody away; empty when the publication may go out.
  mutating func findings() -> [Finding] {
    for (index, paper) in papers.enumerated() {
      for other in papers[(index + 1)...] where other.period == paper.period { compare(paper, other) }
      join(paper)
    }
    relatePeriods()
    guard system.tighten(width: publication.step) else { return [contradiction()] }
    return exposed() + exposedRests()
  }

  /// Two publications: of the same area they tell the same, of a part of it they tell about the rest.
  private mutating func compare(_ first: Paper, _ second: Paper) {
    if first.area == second.area {
      for (path, figure) in first.figures {
        guard let other = second.figures[path] else { continue }
        system.add(IntervalSystem.Relation(terms: [(figure.index, 1), (other.index, -1)], isEquation: true))
      }
    } else if first.area.isSuperset(of: second.area) {
      leaveRest(of: first, without: [second])
    } else if second.area.isSuperset(of: first.area) {
      leaveRest(of: second, without: [first])
    }
  }

  /// All publications of separate parts of an area together.
  private mutating func join(_ whole: Paper) {
    let parts = papers.filter {
      $0.period == whole.period && $0.area != whole.area && whole.area.isSuperset(of: $0.area)
    }
    var union: Set<String> = []
    for part in parts {
      guard union.isDisjoint(with: part.area) else { return }
      union.formUnion(part.area)
    }
    if parts.count > 1 { leaveRest(of: whole, without: parts) }
  }

  // MARK: - Periods

  /// What the periods of a year say about each other, in each area.
  private mutating func relatePeriods() {
    for area in Set(papers.map(\.area)).sorted(by: { $0.sorted().lexicographicallyPrecedes($1.sorted()) }) {
      var known: [AuditedPeriod: [String: Figure]] = [:]
      for paper in papers where paper.area == area {
        if let period = paper.period { known[period, default: [:]].merge(paper.figures) { first, _ in first } }
      }
      for (path, label) in form.figures {
        guard let field = form.field(at: path) else { continue }
        for whole in known.keys.sorted(by: { $0.mark < $1.mark }) {
          for parts in whole.divisions { relate(path, label, field, whole, parts, known) }
          if let earlier = field.common.continues, let before = whole.before, let own = known[whole]?[path],
            let end = known[before]?[earlier]
          {
            system.add(IntervalSystem.Relation(terms: [(own.index, 1), (end.index, -1)], isEquation: true))
          }
        }
      }
    }
  }

  /// What a figure of a period says about those of its parts, of which some may not be published.
  private mutating func relate(
    _ path: String, _ label: String, _ field: FieldDefinition, _ whole: AuditedPeriod, _ parts: [AuditedPeriod],
    _ known: [AuditedPeriod: [String: Figure]]
  ) {
    guard let own = known[whole]?[path]?.index else { return }
    let figures = parts.map { known[$0]?[path]?.index }
    switch field.common.overTime {
    case .first?, .last?:
      guard let one = field.common.overTime == .first ? figures.first : figures.last, let index = one else { return }
      system.add(IntervalSystem.Relation(terms: [(own, 1), (index, -1)], isEquation: true))
    case .sum?:
      guard figures.contains(where: { $0 != nil }) else { return }
      var terms = [(index: own, sign: 1)] + figures.compactMap { $0 }.map { (index: $0, sign: -1) }
      if figures.contains(nil) {
        // What is left for the parts that nobody published.
        let rest = system.add(0...IntervalSystem.limit)
        terms.append((rest, -1))
        rests.append((rest, path, label, "den übrigen Zeitraum"))
      }
      system.add(IntervalSystem.Relation(terms: terms, isEquation: true))
    case nil:
      guard let merge = field.common.merge, merge != .cancels else { return }
      // Who is counted once in the year is counted in a part of it, and in the year whoever is counted in a part.
      if !figures.contains(nil) {
        let terms = [(index: own, sign: 1)] + figures.compactMap { $0 }.map { (index: $0, sign: -1) }
        system.add(IntervalSystem.Relation(terms: terms, isEquation: false))
      }
      guard merge == .once else { return }
      for case let part? in figures {
        system.add(IntervalSystem.Relation(terms: [(part, 1), (own, -1)], isEquation: false))
      }
    }
  }

  // MARK: - Areas

  /// What is left of an area when the figures of its parts are taken away.
  private mutating func leaveRest(of whole: Paper, without parts: [Paper]) {
    let covered = parts.reduce(into: Set<String>()) { $0.formUnion($1.area) }
    let isNothing = covered == whole.area
    for (path, figure) in whole.figures.sorted(by: { $0.key < $1.key }) {
      let others = parts.compactMap { $0.figures[path]?.index }
      guard others.count == parts.count else { continue }
      var terms = [(index: figure.index, sign: 1)] + others.map { (index: $0, sign: -1) }
      if !isNothing {
        let rest = system.add(0...IntervalSystem.limit)
        terms.append((rest, -1))
        rests.append((rest, path, figure.label, "das übrige Gebiet"))
      }
      system.add(IntervalSystem.Relation(terms: terms, isEquation: true))
    }
  }

  /// Figures of which one value alone is possible, and withheld ones that are known as well as published ones.
  private func exposed() -> [Finding] {
    let new = papers.filter(\.isNew)
    return new.flatMap { paper in
      paper.figures.sorted { $0.value.index < $1.value.index }.compactMap { path, figure in
        let range = system.intervals[figure.index]
        let isKnown = figure.isWithheld ? range.count <= publication.step : range.count == 1 && range.lowerBound > 0
        guard isKnown else { return nil }
        let label = new.count > 1 ? "\(figure.label) (\(paper.period?.written ?? ""))" : figure.label
        return finding(path, label, isWithheld: figure.isWithheld)
      }
    }
  }

  private func exposedRests() -> [Finding] {
    var seen: Set<String> = []
    return rests.compactMap { rest in
      let range = system.intervals[rest.index]
      guard range.count == 1, range.lowerBound > 0, seen.insert(rest.path).inserted else { return nil }
      return Finding(
        id: "E-\(form.short)-\(Evaluator.ruleName(rest.path))-rueckrechenbar", strength: .error, path: rest.path,
        place: rest.label,
        message: "›\(rest.label)‹ lässt sich für \(rest.what) aus dieser und den früheren Veröffentlichungen "
          + "genau berechnen.",
        remedy: "Bitte die Zahl zurückhalten (--withhold \(rest.path)) oder die Veröffentlichung zurückstellen.")
    }
  }

  private func finding(_ path: String, _ label: String, isWithheld: Bool) -> Finding {
    Finding(
      id: "E-\(form.short)-\(Evaluator.ruleName(path))-rueckrechenbar", strength: .error, path: path, place: label,
      message: isWithheld
        ? "›\(label)‹ wird zurückgehalten, lässt sich aber aus den anderen veröffentlichten Zahlen berechnen."
        : "›\(label)‹ lässt sich aus den veröffentlichten Zahlen genau berechnen.",
      remedy: isWithheld
        ? "Bitte eine weitere Zahl derselben Summe zurückhalten (--withhold)."
        : "Bitte diese und eine weitere Zahl derselben Summe zurückhalten (--withhold).")
  }

  private func contradiction() -> Finding {
    Finding(
      id: "E-\(form.short)-WIDERSPRUCH", strength: .error, path: "", place: form.title,
      message: "Die Zahlen passen nicht zueinander oder zu einer früheren Veröffentlichung desselben Jahres; aus dem "
        + "Unterschied ließe sich auf einzelne Familien schließen.",
      remedy: "Bitte die frühere Fassung nicht weiter verbreiten und die Änderung erst mit dem nächsten Bericht "
        + "veröffentlichen.")
  }
}
