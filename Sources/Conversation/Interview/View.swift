internal import FormModel

/// A record evaluated as it stands: the way through it, what rules say, what comes next.
struct View: Sendable {
  var outline: Outline
  var findings: [Finding]
  var nextSteps: [NextStep]
  var route: Route
}

/// What a conversation is about and never changes.
struct Subject: Sendable {
  let form: FormDefinition
  let library: FormLibrary
  let day: Day
  let strict: Set<String>
  let settings: Record?
  let others: [Record]

  /// Evaluates a record with its defaults filled in.
  func view(of record: Record, expanded: Set<String>) throws(AuthorMistakes) -> View {
    let evaluated = try EvaluatedRecord(
      record, form: form, library: library, others: others, day: day, strict: strict, withDefaults: true,
      settings: settings)
    let outline = try evaluated.outline()
    return View(
      outline: outline, findings: evaluated.findings, nextSteps: try evaluated.nextSteps(),
      route: Route(outline, expanded: expanded))
  }
}
