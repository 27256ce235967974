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
    guard let kind = library.caseKind(of: number) else { return nil }
    var papers: [EvaluatedRecord] = []
    for key in source.keys(inCase: number) {
      guard let record = source.record(key), let form = library.forms[record.form] else { continue }
      papers.append(try EvaluatedRecord(asOther: record, form: form, library: library, day: day))
    }
    guard !papers.isEmpty || !source.filed(ofCase: number).isEmpty else { return nil }
    var facts = source.facts(ofCase: number)
    if let ended { (facts.ended, facts.runsOn) = (ended, false) }
    return EvaluatedCase(number, kind: kind, papers: papers, library: library, day: day, facts: facts)
  }

  /// Where a case stands; nil when there is nothing of it.
  public func view(_ number: String) throws(AuthorMistakes) -> CaseView? {
    guard let file = try file(number) else { return nil }
    return try CaseView(file, holds: source.holds(ofCase: number), filed: source.filed(ofCase: number))
  }

  /// What a list of all cases tells of one; nil when nothing is known of it.
  public func share(of number: String) throws(AuthorMistakes) -> Today.Share? {
    try file(number).map { Today.Share($0) }
  }
}
