internal import XMLTree

/// What a new paper begins with: what its form takes over from earlier papers and from its case as a whole.
public struct Prefilling: Hashable, Sendable {
  /// The new paper.
  public var record: Record
  /// The ids of the items that were taken over and hold something, in the order in which they were.
  public var taken: [String] = []
  /// Those among them that the conversation asks for all the same.
  public var asked: Set<String> = []

  /// Starts a paper of `form` from an earlier one, as the form declares it.
  ///
  /// Nil when the form takes nothing over from papers of that kind. Throws when an expression of a form is broken.
  public init?(
    form: FormDefinition, from earlier: Record, library: FormLibrary, day: Day
  ) throws(AuthorMistakes) {
    try self.init(form: form, from: [earlier], library: library, day: day)
  }

  /// Starts a paper of `form` from earlier papers, the last one last.
  ///
  /// What the form declares first counts first; later declarations fill what is still empty. Of several papers of one form
  /// the last gives its values; of several that are referred to, such as releases, only the one that the new paper names.
  /// What an earlier page hid is taken over: the new page hides it by its own rules.
  ///
  /// - Parameters:
  ///   - number: the case that all the papers belong to; nil for that of the last one.
  ///   - facts: what is known of the case besides its papers.
  ///
  /// Nil when the form takes nothing over from such papers. Throws when an expression of a form is broken.
  public init?(
    form: FormDefinition, from papers: [Record], inCase number: String? = nil, facts: EvaluatedCase.Facts = .init(),
    library: FormLibrary, day: Day
  ) throws(AuthorMistakes) {
    let papers = papers.newest { $0 }
    guard !papers.isEmpty else { return nil }
    record = Record(form: form.id, version: form.version)
    var isDeclared = false
    let sources = PrefillSources(papers: papers, number: number, facts: facts, library: library, day: day)
    for prefill in form.prefills {
      guard let source = try sources.source(for: prefill, of: record, form: form) else { continue }
      // Of a case that nobody named the form may want nothing.
      let before = taken.count
      defer { isDeclared = isDeclared || prefill.from != nil || number != nil || taken.count > before }
      try take(prefill, from: source, form: form, ValueInput(library: library, day: day))
    }
    guard isDeclared else { return nil }
    record.root.sort(by: form.items)
  }

  /// Takes over what is still empty.
  private mutating func take(
    _ prefill: PrefillDefinition, from source: PrefillSources.Source, form: FormDefinition, _ input: ValueInput
  ) throws(AuthorMistakes) {
    defer { withExtendedLifetime(source.file) {} }
    let takes = prefill.takes.filter { record.root[$0.field].isEmpty }
    let copying = Copying(isCase: prefill.kind != nil, evaluator: source.evaluator, input: input)
    let found = copying.group(takes, items: form.items, at: source.evaluator.tree.root)
    record.root.items += found.items
    let filled = Set(found.items.map(\.id))
    taken += takes.map(\.field).filter(filled.contains)
    asked.formUnion(takes.filter { $0.isAsked && filled.contains($0.field) }.map(\.field))
    // What nobody has compared with its paper yet is no surer in the next one.
    let open = Set(source.valuesToConfirm.compactMap(\.steps.first?.name))
    for take in takes where filled.contains(take.field) && take.mentions(open) {
      record.leaveUnconfirmed(take.field, form: form)
    }
    try source.evaluator.throwMistakes()
  }
}

extension TakeDefinition {
  /// Whether what is taken over comes from one of these items.
  fileprivate func mentions(_ ids: Set<String>) -> Bool {
    let isPart = { (character: Character) in character.isLetter || character.isNumber || character == "_" }
    let source = (value ?? field) + " " + inner.map { $0.value ?? $0.field }.joined(separator: " ")
    return source.split { !isPart($0) }.contains { ids.contains(String($0)) }
  }
}

/// Evaluates what is taken over at the nodes of the earlier paper, or of the papers of the case.
private struct Copying {
  /// Whether papers of a case may say different things: where there is room for one, then nothing is taken over, never
  /// the first by chance.
  let isCase: Bool
  let evaluator: Evaluator
  let input: ValueInput

  func group(_ takes: [TakeDefinition], items: [ItemDefinition], at node: XMLNode) -> RecordGroup {
    RecordGroup(
      items.flatMap { item in
        takes.filter { $0.field == item.id }.flatMap { contents(of: $0, for: item, at: node) }
          .map { RecordGroup.Item(item.id, $0) }
      })
  }

  private func contents(of take: TakeDefinition, for item: ItemDefinition, at node: XMLNode) -> [RecordContent] {
    let value = evaluator.value(take.value ?? take.field, at: node, take.source)
    switch (value, item) {
    case (.nodes(let nodes), .group(let group)) where !take.inner.isEmpty:
      return nodes.map { node in
        var inner = evaluator.tree.group(of: group.items, from: node, lists: evaluator.library.lists)
        inner.items.removeAll { item in take.inner.contains { $0.field == item.id } }
        inner.items += self.group(take.inner, items: group.items, at: node).items
        inner.sort(by: group.items)
        return inner
      }.filter { !$0.items.isEmpty }.map { .group($0) }
    case (.nodes(let nodes), _) where isCase && !item.repeats:
      let all = nodes.flatMap { evaluator.tree.contents(of: [$0], for: item, lists: evaluator.library.lists) }
      return Set(all).count > 1 ? [] : Array(all.prefix(1))
    case (.nodes(let nodes), .field):
      // Papers of a case say the same more than once.
      var seen: Set<RecordContent> = []
      return evaluator.tree.contents(of: nodes, for: item, lists: evaluator.library.lists)
        .filter { seen.insert($0).inserted }
    case (.nodes(let nodes), .group):
      return evaluator.tree.contents(of: nodes, for: item, lists: evaluator.library.lists)
    case (_, .field(let field)):
      let text = value.string == "NaN" ? "" : input.canonical(value.string, field)
      return text.isEmpty ? [] : [.value(text)]
    case (_, .group): return []
    }
  }
}
