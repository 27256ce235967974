internal import FormModel

/// A record evaluated as it stands: the way through it, what rules say, what comes next.
struct View: Sendable {
  var outline: Outline
  var findings: [Finding]
  var nextSteps: [NextStep]
  var route: Route
  var opening: String?
}

/// What a conversation is about and never changes.
struct Subject: Sendable {
  let form: FormDefinition
  let library: FormLibrary
  let day: Day
  let strict: Set<String>
  let settings: Record?
  let others: [Record]
  /// All papers that the record may rest on, where there are more than `others`; from the record as it stands.
  var all: (@Sendable (Record) -> any Papers)?

  /// Evaluates a record with its defaults filled in; `memory` keeps what was read of releases from answer to answer.
  func view(
    of record: Record, expanded: Set<String>, _ memory: inout OtherPapers.Memory
  ) throws(AuthorMistakes) -> View {
    let papers = all.map { OtherPapers($0(record), library: library, day: day, knowing: memory) }
    let known = others.isEmpty ? nil : OtherPapers(others, library: library, day: day)
    let evaluated = try EvaluatedRecord(
      record, form: form, library: library, among: papers ?? known, day: day, strict: strict, withDefaults: true,
      settings: settings)
    if let papers { memory = papers.memory }
    let outline = try evaluated.outline()
    return View(
      outline: outline, findings: evaluated.findings, nextSteps: try evaluated.nextSteps(),
      route: Route(outline, expanded: expanded), opening: evaluated.opening)
  }
}
