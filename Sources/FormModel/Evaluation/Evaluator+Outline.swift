internal import XMLTree

extension Evaluator {
  /// The paper as the conversation sees it.
  func outline() -> Outline {
    working {
      var first = 0
      return Outline(
        sections: form.sections.map { section in
          defer { first += section.items.count }
          return Outline.Section(
            id: section.id, label: section.label,
            items: items(first..<(first + section.items.count), below: 0, later: []))
        })
    }
  }

  /// What is to be done once the paper is finished.
  func nextSteps() -> [NextStep] {
    form.nextSteps.filter { holds($0.when, at: tree.root, $0.source, otherwise: true) }.map {
      NextStep(id: $0.id, text: sentence($0.text, at: tree.root, $0.source), form: $0.form)
    }
  }

  private func items(
    _ range: Range<Int>, below slot: Int, later: Set<String>
  ) -> [Outline.Item] {
    guard let inner = tree.slots[slot].inner else { return [] }
    let parent = tree.slots[slot].node
    let around = tree.place(of: slot).map { $0 + " › " } ?? ""
    return range.map { index in
      let plan = inner.items[index]
      let nodes = tree.linked(index, below: slot).map { tree.slots[$0].node }
      let isRelevant = !tree.isIrrelevant(index, below: slot) && !tree.slots[slot].isHidden
      let state = Outline.State(
        path: tree.path(below: slot, plan.id), place: around + plan.label, isRelevant: isRelevant,
        isRequired: isRelevant && holds(plan.required, at: slot, otherwise: false),
        isAsked: isRelevant && !later.contains(plan.id) && isAsked(plan.item, nodes, at: parent))
      switch plan.item {
      case .field(let field): return .field(self.field(field, state, nodes, at: parent))
      case .group(let group): return .group(self.group(group, state, nodes, at: parent))
      }
    }
  }

  /// What is calculated is asked for only where the calculation gives nothing and somebody may fill it in.
  private func isAsked(_ item: ItemDefinition, _ nodes: [XMLNode], at parent: XMLNode) -> Bool {
    if case .field(let field) = item {
      if field.readonly { return false }
      if field.calculate != nil, nodes.contains(where: { tree.isFilled($0) }) { return false }
    }
    return holds(item.common.ask, at: parent, item.common.source, otherwise: true)
  }

  private func field(
    _ field: FieldDefinition, _ state: Outline.State, _ nodes: [XMLNode], at parent: XMLNode
  ) -> Outline.Field {
    let filled = nodes.filter { tree.isFilled($0) }
    let text = field.common.proposal.map { value($0, at: parent, field.common.source).string } ?? ""
    return Outline.Field(
      state: state, definition: field, values: filled.map(\.text), status: nodes.first.flatMap { tree.status(of: $0) },
      display: (filled.isEmpty ? Array(nodes.prefix(1)) : filled).map(display).joined(separator: ", "),
      proposal: text.isEmpty || text == "NaN" ? nil : text,
      offers: offers(of: field.common, at: parent) { node, label in
        field.kind.valueType == .whole ? .value(String(place(of: node))) : .value(label)
      })
  }

  /// What the declaration offers to choose from, each answer once.
  private func offers(
    of common: ItemProperties, at parent: XMLNode, _ content: (XMLNode, String) -> RecordContent
  ) -> [Outline.Offer] {
    guard let source = common.offer else { return [] }
    var result: [Outline.Offer] = []
    for node in value(source, at: parent, common.source).nodes where !node.text.isEmpty {
      let label = display(node)
      let offer = Outline.Offer(content: content(node, label), label: label)
      if !result.contains(offer) { result.append(offer) }
    }
    return result
  }

  /// The place of a node among those of its name, from 1.
  private func place(of node: XMLNode) -> Int {
    (node.parent?.elements(node.name).firstIndex { $0 == node } ?? 0) + 1
  }

  private func group(
    _ group: GroupDefinition, _ state: Outline.State, _ nodes: [XMLNode], at parent: XMLNode
  ) -> Outline.Group {
    let offered = group.common.proposal.flatMap { value($0, at: parent, group.common.source).nodes.first }
    let proposal = offered.map { tree.group(of: group.items, from: $0, lists: library.lists) }
    return Outline.Group(
      state: state, definition: group,
      instances: nodes.map { node in
        Outline.Instance(
          path: tree.path(of: node) ?? state.path, place: tree.place(of: node) ?? state.place,
          display: display(node), isFilled: tree.isFilled(node),
          items: tree.slot(of: node).map { items(0..<group.items.count, below: $0, later: group.later) } ?? [])
      },
      proposal: proposal.flatMap { $0.items.isEmpty ? nil : $0 },
      offers: offers(of: group.common, at: parent) { node, _ in
        .group(tree.group(of: group.items, from: node, lists: library.lists))
      })
  }
}
