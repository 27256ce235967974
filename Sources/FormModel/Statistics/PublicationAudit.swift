internal import XMLTree

/// Finds out what a reader of publications can calculate back.
///
/// A rounded figure may have been any value that is rounded to it, one that is withheld any at all. The reader knows
/// the sums and limits of the form, and that areas add up: what is published for the whole town and for some of its
/// districts tells about the others.
struct PublicationAudit {
  private let form: FormDefinition
  private let library: FormLibrary
  private let publication: PublicationDefinition
  private var system = IntervalSystem()
  private var papers: [Paper] = []
  /// Figures of an area that nobody published, as the difference of two that somebody did.
  private var rests: [(index: Int, path: String, label: String)] = []

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
    var figures: [String: Figure] = [:]
  }

  init(form: FormDefinition, library: FormLibrary, publication: PublicationDefinition) {
    (self.form, self.library, self.publication) = (form, library, publication)
  }

  // MARK: - Collecting

  /// Adds a publication; others than of the same form and period say nothing about this one.
  mutating func add(_ record: Record, day: Day, isNew: Bool) throws(AuthorMistakes) {
    guard record.form == form.id, record.root.value(publication.field) == publication.code else { return }
    if let first = papers.first, period(of: first.record) != period(of: record) { return }
    let evaluated = try EvaluatedRecord(record, form: form, library: library, among: nil, day: day)
    let evaluator = evaluated.evaluator
    var paper = Paper(isNew: isNew, record: record, area: area(of: record))
    var indices: [XMLNode: Int] = [:]
    for (node, field) in evaluator.fields(below: evaluator.tree.root) where field.has(.figure) {
      guard !evaluator.tree.isHidden(node), let path = evaluator.tree.path(of: node) else { continue }
      let told = Int(node.text)
      let isWithheld = evaluator.tree.status(of: node) == .withheld
      let index = system.add(told.map { publication.values(roundedTo: $0) } ?? 0...IntervalSystem.limit)
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
  private func period(of record: Record) -> [String?] {
    form.statistics.map { [record.root.value($0.year), record.root.value($0.quarter)] } ?? []
  }

  // MARK: - Judging

  /// What gives somebody away; empty when the publication may go out.
  mutating func findings() -> [Finding] {
    for (index, paper) in papers.enumerated() {
      for other in papers[(index + 1)...] { compare(paper, other) }
      join(paper)
    }
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
    let parts = papers.filter { $0.area != whole.area && whole.area.isSuperset(of: $0.area) }
    var union: Set<String> = []
    for part in parts {
      guard union.isDisjoint(with: part.area) else { return }
      union.formUnion(part.area)
    }
    if parts.count > 1 { leaveRest(of: whole, without: parts) }
  }

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
        rests.append((rest, path, figure.label))
      }
      system.add(IntervalSystem.Relation(terms: terms, isEquation: true))
    }
  }

  /// Figures of which one value alone is possible, and withheld ones that are known as well as published ones.
  private func exposed() -> [Finding] {
    guard let new = papers.first(where: \.isNew) else { return [] }
    return new.figures.sorted { $0.value.index < $1.value.index }.compactMap { path, figure in
      let range = system.intervals[figure.index]
      let isKnown = figure.isWithheld ? range.count <= publication.step : range.count == 1 && range.lowerBound > 0
      return isKnown ? finding(path, figure.label, isWithheld: figure.isWithheld) : nil
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
        message: "›\(rest.label)‹ lässt sich für das übrige Gebiet aus dieser und den früheren Veröffentlichungen "
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
      message: "Die Zahlen passen nicht zu einer früheren Veröffentlichung desselben Quartals; aus dem Unterschied "
        + "ließe sich auf einzelne Familien schließen.",
      remedy: "Bitte die frühere Fassung nicht weiter verbreiten und die Änderung erst mit dem nächsten Bericht "
        + "veröffentlichen.")
  }
}
