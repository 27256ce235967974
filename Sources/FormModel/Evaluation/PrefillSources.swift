/// The papers that a new one takes over from, each evaluated when a declaration asks for it.
struct PrefillSources {
  /// What the expressions of one declaration stand over.
  struct Source {
    let evaluator: Evaluator
    /// What nobody has confirmed in it yet.
    var valuesToConfirm: [RecordPath] = []
    /// The case that the evaluator belongs to; it asks it for its days.
    var file: EvaluatedCase?
  }

  let papers: [Record]
  let number: String?
  let facts: EvaluatedCase.Facts
  let library: FormLibrary
  let day: Day

  /// The case or the paper that a declaration takes over from; nil when it is not at hand.
  ///
  /// `record` is the new paper as far as it is filled: it may name a paper by reference.
  func source(
    for prefill: PrefillDefinition, of record: Record, form: FormDefinition
  ) throws(AuthorMistakes) -> Source? {
    if let kind = prefill.kind { return try file(of: kind).map { Source(evaluator: $0.evaluator, file: $0) } }
    guard let from = prefill.from, let earlier = paper(of: from, for: record, form),
      let definition = library.forms[from]
    else { return nil }
    if library.isEarlier(earlier), let paper = try library.paper(earlier, day: day) {
      return Source(evaluator: paper.evaluator, valuesToConfirm: paper.given.valuesToConfirm)
    }
    let evaluator = Evaluator(form: definition, library: library, record: earlier, day: day)
    evaluator.settle()
    return Source(evaluator: evaluator, valuesToConfirm: earlier.valuesToConfirm)
  }

  /// The paper of a form: the last one, or of papers that the new one refers to that which it names.
  private func paper(of id: String, for record: Record, _ form: FormDefinition) -> Record? {
    let possible = papers.filter { $0.form == id }
    let references = form.items.compactMap { item -> String? in
      if case .field(let field) = item, field.target == id, !field.repeats { field.common.id } else { nil }
    }
    guard let reference = references.first else { return possible.last }
    guard let wanted = record.root.value(reference) else {
      // Of several none is the right one by chance.
      return possible.count == 1 ? possible.first : nil
    }
    return possible.last { paper in
      library.form(of: paper).flatMap { library.paperNumber(of: paper, form: $0) } == wanted
    }
  }

  /// The papers of the case, if it is of a kind; nil when nothing says which case it is.
  private func file(of id: String) throws(AuthorMistakes) -> EvaluatedCase? {
    let own = papers.compactMap { paper in
      library.form(of: paper).flatMap { library.caseNumber(of: paper, form: $0) }
    }
    guard let number = number ?? own.last, let kind = library.process.cases.first(where: { $0.id == id }),
      library.number(kind.number)?.read(number) != nil
    else { return nil }
    var evaluated: [EvaluatedRecord] = []
    for paper in papers {
      guard let form = library.form(of: paper) else { continue }
      // Where the case is named, all the papers are its own: a sheet may carry no number of it.
      let isOwn = self.number != nil || library.caseNumber(of: paper, form: form) == number
      guard isOwn else { continue }
      if library.isEarlier(paper), let told = try library.paper(paper, day: day) {
        evaluated.append(told)
      } else {
        evaluated.append(try EvaluatedRecord(paper, form: form, library: library, day: day))
      }
    }
    return EvaluatedCase(number, kind: kind, papers: evaluated, library: library, day: day, facts: facts)
  }
}
