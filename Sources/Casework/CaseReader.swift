public import FormModel
internal import Synchronization

/// Puts the papers of a source together, case by case, each paper evaluated once.
public struct CaseReader: Sendable {
  /// Where the papers come from.
  public let source: any CaseSource
  /// The declarations, of all forms.
  public let library: FormLibrary
  /// The day everything refers to.
  public let day: Day
  private let strays = StrayMemory()

  /// Reads from a source; the library must hold all forms and the process.
  public init(_ source: any CaseSource, library: FormLibrary, day: Day) {
    self.source = source
    self.library = library
    self.day = day
  }

  /// The papers of a case; nil when nothing is known of it, or when no kind of case has such a number.
  ///
  /// Throws when an expression of the declarations is broken.
  ///
  /// - Parameter ended: the day on which it is about to be ended; nil to look at it as it is.
  public func file(_ number: String, ended: Day? = nil) throws(AuthorMistakes) -> EvaluatedCase? {
    guard let kind = library.caseKind(of: number), let papers = try papers(of: number) else { return nil }
    var facts = source.facts(ofCase: number)
    if let ended { (facts.ended, facts.runsOn) = (ended, false) }
    // A paper can be filed under a case whose number it does not give.
    let own = Set(source.keys(inCase: number))
    let strays = try straySheets().map { stray in
      var stray = stray
      if own.contains(stray.key) { stray.caseNumber = number }
      return stray
    }
    return EvaluatedCase(
      number, kind: kind, papers: papers.map(\.paper), strays: strays, library: library, day: day, facts: facts)
  }

  /// What is taken back in papers that are not clear within their own case; found once for all cases.
  func straySheets() throws(AuthorMistakes) -> [StraySheet] {
    try strays.sheets { () throws(AuthorMistakes) in
      try OtherPapers(source, library: library, day: day).straySheets()
    }
  }

  /// The papers of a case, each evaluated by itself, with their places among those of the source; nil when nothing is known.
  private func papers(of number: String) throws(AuthorMistakes) -> [(place: Int, paper: EvaluatedRecord)]? {
    var papers: [(Int, EvaluatedRecord)] = []
    for (place, key) in source.keys(inCase: number).enumerated() {
      guard let record = source.record(key), let paper = try library.paper(record, day: day) else { continue }
      papers.append((place, paper))
    }
    return papers.isEmpty && source.filed(ofCase: number).isEmpty ? nil : papers
  }

  /// Where a case stands; nil when there is nothing of it.
  public func view(_ number: String) throws(AuthorMistakes) -> CaseView? {
    guard let file = try file(number) else { return nil }
    return try CaseView(file, holds: source.holds(ofCase: number), filed: source.filed(ofCase: number))
  }

  /// What the service itself has to do; nil where nothing is declared or no such paper is known.
  ///
  /// Throws when an expression of the declarations is broken.
  public func service() throws(AuthorMistakes) -> EvaluatedCase? {
    let forms = Set(library.process.duties.filter { $0.kind == CaseKind.service.id }.compactMap(\.form)).sorted()
    var papers: [EvaluatedRecord] = []
    for form in forms.compactMap({ library.forms[$0] }) {
      for key in source.keys(ofForm: form.id) {
        guard let record = source.record(key), let paper = try library.paper(record, day: day) else { continue }
        papers.append(paper)
      }
    }
    return papers.isEmpty ? nil : EvaluatedCase("", kind: .service, papers: papers, library: library, day: day)
  }

  /// What a list of all cases tells of one; nil when nothing is known of it.
  public func share(of number: String) throws(AuthorMistakes) -> Today.Share? {
    guard let file = try file(number) else { return nil }
    return try Today.Share(file)
  }

  /// Whether papers filed elsewhere may change what was worked out of a case alone.
  public func isUnsettled(_ outlook: Outlook) throws(AuthorMistakes) -> Bool {
    outlook.mayBeChanged(by: try straySheets())
  }

  /// What a list of all cases will tell of one from the day on, by its papers alone; nil when nothing is known of it.
  ///
  /// Throws when an expression of the declarations is broken.
  public func outlook(of number: String) throws(AuthorMistakes) -> Outlook? {
    guard let kind = library.caseKind(of: number), let papers = try papers(of: number) else { return nil }
    let facts = source.facts(ofCase: number)
    return try Outlook(number, kind: kind, papers: papers, library: library, day: day, facts: facts)
  }
}

/// Remembers what was found, for all who ask at once.
private final class StrayMemory: Sendable {
  private let found = Mutex<Result<[StraySheet], AuthorMistakes>?>(nil)

  func sheets(_ find: () throws(AuthorMistakes) -> [StraySheet]) throws(AuthorMistakes) -> [StraySheet] {
    let result = found.withLock { found in
      let result = found ?? Result(catching: find)
      found = result
      return result
    }
    return try result.get()
  }
}
