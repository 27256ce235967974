internal import XMLTree

extension Evaluator {
  /// The paper as the conversation sees it; `irrelevant` are the paths of what is not relevant.
  func outline(irrelevant: Set<String>) -> Outline {
    Outline(
      sections: form.sections.map { section in
        Outline.Section(
          id: section.id, label: section.label,
          items: items(section.items, at: tree.root, path: "", place: "", later: [], irrelevant))
      })
  }

  /// What is to be done once the paper is finished.
  func nextSteps() -> [NextStep] {
    form.nextSteps.filter { holds($0.when, at: tree.root, $0.source, otherwise: true) }.map {
      NextStep(id: $0.id, text: sentence($0.text, at: tree.root, $0.source), form: $0.form)
    }
  }

  private func items(
    _ items: [ItemDefinition], at parent: XMLNode, path: String, place: String, later: Set<String>,
    _ irrelevant: Set<String>
  ) -> [Outline.Item] {
    items.map { item in
      let properties = item.common
      let nodes = parent.elements(item.id)
      let isRelevant = !irrelevant.contains(path + item.id) && !tree.hidden.contains(parent)
      let state = Outline.State(
        path: path + item.id, place: place + item.label, isRelevant: isRelevant,
        isRequired: isRelevant && holds(properties.required, at: parent, properties.source, otherwise: false),
        isAsked: isRelevant && !later.contains(item.id) && isAsked(item, nodes, at: parent))
      switch item {
      case .field(let field): return .field(self.field(field, state, nodes, at: parent))
      case .group(let group): return .group(self.group(group, state, nodes, at: parent, irrelevant))
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
      state: state, definition: field, values: filled.map(\.text), status: nodes.first.flatMap { tree.statuses[$0] },
      display: (filled.isEmpty ? Array(nodes.prefix(1)) : filled).map(display).joined(separator: ", "),
      proposal: text.isEmpty || text == "NaN" ? nil : text)
  }

  private func group(
    _ group: GroupDefinition, _ state: Outline.State, _ nodes: [XMLNode], at parent: XMLNode,
    _ irrelevant: Set<String>
  ) -> Outline.Group {
    let offered = group.common.proposal.flatMap { value($0, at: parent, group.common.source).nodes.first }
    let proposal = offered.map { tree.group(of: group.items, from: $0, lists: library.lists) }
    return Outline.Group(
      state: state, definition: group,
      entries: nodes.map { node in
        let path = tree.paths[node] ?? state.path
        let place = tree.places[node] ?? state.place
        return Outline.Entry(
          path: path, place: place, display: display(node), isFilled: tree.isFilled(node),
          items: items(
            group.items, at: node, path: path + "/", place: place + " › ", later: group.later, irrelevant))
      },
      proposal: proposal.flatMap { $0.items.isEmpty ? nil : $0 })
  }
}
