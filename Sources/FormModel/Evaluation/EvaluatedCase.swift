public import XMLTree

/// The papers of one case together, with the expressions of the process over them.
///
/// An expression sees the papers as `papers('FORM')`, each evaluated by itself, and nothing else of the world.
public final class EvaluatedCase {
  /// What is known of a case from elsewhere than its papers, such as an archive in which it was closed.
  public struct Facts: Hashable, Sendable {
    /// The day on which it was ended there; nil when it was not.
    public var ended: Day?
    /// Why it was ended.
    public var reason: String?
    /// Whether it is known to run, whatever its papers say of an earlier end: it was opened again.
    public var runsOn = false
    /// The copies of it that are still to be destroyed; nil when nobody keeps count of them.
    public var copies: [Filing.Copies]?

    /// What is known; nothing by default.
    public init(ended: Day? = nil, reason: String? = nil) {
      self.ended = ended
      self.reason = reason
    }
  }

  /// The number of the case.
  public let number: String
  /// What kind of case it is.
  public let kind: CaseKind
  /// Its papers, in the order they were given.
  public let papers: [EvaluatedRecord]
  /// The declarations.
  public let library: FormLibrary
  /// The day everything refers to.
  public let day: Day
  /// What is known from elsewhere.
  public let facts: Facts
  let evaluator: Evaluator

  /// Puts papers together; all of them must belong to the case, and of each only the newest edition counts.
  ///
  /// - Parameter strays: what is taken back elsewhere and may be about releases of the case; none to look at it alone.
  public init(
    _ number: String, kind: CaseKind, papers: [EvaluatedRecord], strays: [StraySheet] = [], library: FormLibrary,
    day: Day, facts: Facts = Facts()
  ) {
    self.number = number
    self.kind = kind
    let papers = papers.newest(\.given)
    self.papers = papers
    self.library = library
    self.day = day
    self.facts = facts
    let form = FormDefinition.ofCase(library)
    let record = Record(form: form.id, version: form.version)
    let others = OtherPapers(papers, strays: strays, caseNumber: number, library: library, day: day)
    evaluator = Evaluator(form: form, library: library, record: record, others: others, day: day)
    evaluator.tree.root.setAttribute("case", to: number)
    evaluator.caseDay = { [unowned self] in self.day(ofCase: $0) }
    evaluator.isCopyDestroyed = { what in
      facts.copies.map { copies in !copies.contains { $0.description == what } } ?? false
    }
  }

  /// The root that expressions begin at.
  public var root: XMLNode { evaluator.tree.root }

  /// The days on which everything that was asked of it so far has the same answer.
  public var stretch: DayStretch {
    var stretch = evaluator.stretch
    for paper in papers { stretch.narrow(to: paper.stretch) }
    return stretch
  }

  /// Expressions that could not be evaluated; a mistake of the declaration.
  public var mistakes: [AuthorMistake] { evaluator.mistakes }

  /// The day on which the case was opened, ended or last touched; nil while that is not known.
  public func day(_ event: Event) -> Day? {
    switch event {
    case .opened: Day(iso: text(kind.opened, kind.source))
    case .touched: Day(iso: text(kind.touched, kind.source))
    case .ended: facts.runsOn ? nil : ended
    }
  }

  /// The later of what the papers say and what is known from elsewhere; a contact after that opened the case again.
  private var ended: Day? {
    let own = Day(iso: text(kind.ended, kind.source))
    guard let known = facts.ended, known > own ?? .first else { return own }
    guard own == nil, let touched = day(.touched), touched > known else { return known }
    return nil
  }

  /// What happens to a case.
  public enum Event: String, CaseIterable, Sendable {
    /// The first paper of it.
    case opened
    /// The last contact with the family.
    case touched
    /// Its end.
    case ended
  }

  private func day(ofCase word: String) -> String {
    Event(rawValue: word).flatMap { day($0) }?.iso ?? ""
  }

  /// The nodes of an expression.
  public func nodes(_ source: String, at node: XMLNode? = nil, _ place: SourcePlace) -> [XMLNode] {
    evaluator.value(source, at: node ?? root, place).nodes
  }

  /// The text of an expression.
  public func text(_ source: String, at node: XMLNode? = nil, _ place: SourcePlace) -> String {
    evaluator.value(source, at: node ?? root, place).string
  }

  /// What the first node of an expression shows, or its text.
  public func shown(_ source: String, at node: XMLNode, _ place: SourcePlace) -> String {
    switch evaluator.value(source, at: node, place) {
    case .nodes(let nodes): nodes.first.map { $0.text.isEmpty ? "" : evaluator.display($0) } ?? ""
    case .string(let text): text
    case .number, .boolean: ""
    }
  }

  /// Whether a condition holds.
  public func holds(_ source: String, at node: XMLNode? = nil, _ place: SourcePlace) -> Bool {
    evaluator.holds(source, at: node ?? root, place, otherwise: false)
  }

  /// A sentence with its expressions in braces filled in.
  public func sentence(_ text: String, at node: XMLNode, _ place: SourcePlace) -> String {
    evaluator.sentence(text, at: node, place)
  }

  /// The form of the paper that a node stands in.
  public func form(of node: XMLNode) -> FormDefinition? {
    evaluator.paper(node).attribute("form").flatMap { library.forms[$0] }
  }

  /// What is left of each release of the case on the day, in the order of the papers.
  public var remainders: [(form: FormDefinition, remainder: Remainder)] {
    library.forms.values.filter { $0.grant != nil }.sorted { $0.id < $1.id }.flatMap { form in
      let index = evaluator.effects(of: form.id, .all)
      return index.releases.map { (form, Remainder($0.grant, in: index, on: day)) }
    }
  }

  /// The releases of the case, by number and by who declared them or whom they are about; each once.
  public var releasedFor: (numbers: [String], people: [String]) {
    let grants = remainders.map(\.remainder.grant)
    var people: Set<String> = []
    for grant in grants { people.formUnion(grant.persons + grant.subjects) }
    return (Set(grants.map(\.number)).sorted(), people.sorted())
  }

  /// A paper that takes something back.
  public struct Sheet {
    /// The paper.
    public var paper: EvaluatedRecord
    /// The number of the release that it gives; empty when it gives none.
    public var reference: String
    /// Whether it is about that release and no other: one of the case has the number and was declared by the same person.
    public var isClear: Bool
  }

  /// The papers of the case that take something back, in their order.
  public var sheets: [Sheet] {
    papers.compactMap { paper in
      guard let definition = paper.form.revocation else { return nil }
      let revocation = EffectReader(evaluator: paper.evaluator).revocation(definition, at: paper.root)
      let index = evaluator.effects(of: definition.form, .all)
      return Sheet(paper: paper, reference: revocation.reference, isClear: index.isClear(revocation))
    }
  }

  /// The names of those whom it is about, each once.
  public var names: [String] {
    guard let source = kind.names else { return [] }
    var names: [String] = []
    for node in nodes(source, kind.source) where !node.text.isEmpty {
      let name = shown(".", at: node, kind.source)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}
