public import FormModel

/// Puts the papers of a source together, case by case, each paper evaluated once.
public struct CaseReader: Sendable {
  /// Where the papers come from.
  public let source: any CaseSource
  /// The declarations, of all forms.
  public let library: FormLibrary
  /// The day everything refers to.
  public let day: Day

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
    return EvaluatedCase(number, kind: kind, papers: papers.map(\.paper), library: library, day: day, facts: facts)
  }

  /// The papers of a case, each evaluated by itself, with their places among those of the source; nil when nothing is known.
  private func papers(of number: String) throws(AuthorMistakes) -> [(place: Int, paper: EvaluatedRecord)]? {
    var papers: [(Int, EvaluatedRecord)] = []
    for (place, key) in source.keys(inCase: number).enumerated() {
      guard let record = source.record(key), let form = library.forms[record.form] else { continue }
      papers.append((place, try EvaluatedRecord(asOther: record, form: form, library: library, day: day)))
    }
    return papers.isEmpty && source.filed(ofCase: number).isEmpty ? nil : papers
  }

  /// Where a case stands; nil when there is nothing of it.
  public func view(_ number: String) throws(AuthorMistakes) -> CaseView? {
    guard let file = try file(number) else { return nil }
    return try CaseView(file, holds: source.holds(ofCase: number), filed: source.filed(ofCase: number))
  }

  /// What a list of all cases tells of one; nil when nothing is known of it.
  public func share(of number: String) throws(AuthorMistakes) -> Today.Share? {
    guard let file = try file(number) else { return nil }
    return try Today.Share(file)
  }

  /// What a list of all cases will tell of one from the day on; nil when nothing is known of it.
  ///
  /// Throws when an expression of the declarations is broken.
  public func outlook(of number: String) throws(AuthorMistakes) -> Outlook? {
    guard let kind = library.caseKind(of: number), let papers = try papers(of: number) else { return nil }
    let facts = source.facts(ofCase: number)
    return try Outlook(number, kind: kind, papers: papers, library: library, day: day, facts: facts)
  }
}
