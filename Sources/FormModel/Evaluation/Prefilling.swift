internal import XMLTree

/// What a new paper takes over from an earlier one.
public struct Prefilling: Hashable, Sendable {
  /// The new paper.
  public var record: Record
  /// The ids of the items that were taken over and hold something, in the order of the declaration.
  public var taken: [String]
  /// Those among them that the conversation asks for all the same.
  public var asked: Set<String>

  /// Starts a paper of `form` from an earlier one, as the form declares it.
  ///
  /// Nil when the form takes nothing over from papers of that kind. What the earlier page hid is taken over: the
  /// new page hides it by its own rules. Throws when an expression of a form is broken.
  public init?(
    form: FormDefinition, from earlier: Record, library: FormLibrary, day: Day
  ) throws(AuthorMistakes) {
    guard let prefill = form.prefills.first(where: { $0.from == earlier.form }),
      let source = library.forms[earlier.form]
    else { return nil }
    let evaluator = Evaluator(form: source, library: library, record: earlier, day: day)
    evaluator.settle()
    let copying = Copying(evaluator: evaluator, input: ValueInput(library: library, day: day))
    record = Record(form: form.id, version: form.version)
    record.root = copying.group(prefill.takes, items: form.items, at: evaluator.tree.root)
    let filled = Set(record.root.items.map(\.id))
    taken = prefill.takes.map(\.field).filter(filled.contains)
    asked = Set(prefill.takes.filter(\.isAsked).map(\.field))
    // What nobody has compared with its paper yet is no surer in the next one.
    let open = Set(earlier.valuesToConfirm.compactMap(\.steps.first?.name))
    for take in prefill.takes where filled.contains(take.field) && take.mentions(open) {
      record.leaveUnconfirmed(take.field, form: form)
    }
    try evaluator.throwMistakes()
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

/// Evaluates what is taken over at the nodes of the earlier paper.
private struct Copying {
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
    case (.nodes(let nodes), _):
      return evaluator.tree.contents(of: nodes, for: item, lists: evaluator.library.lists)
    case (_, .field(let field)):
      let text = value.string == "NaN" ? "" : input.canonical(value.string, field)
      return text.isEmpty ? [] : [.value(text)]
    case (_, .group): return []
    }
  }
}
