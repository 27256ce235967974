internal import XMLTree

/// Taking values from nodes of one paper over into another: what has the same id is the same.
extension RecordTree {
  /// What items get from the children of a node.
  func group(of items: [ItemDefinition], from node: XMLNode, lists: [String: CodeList]) -> RecordGroup {
    RecordGroup(
      items.flatMap { item in
        contents(of: node.elements(item.id), for: item, lists: lists).map { RecordGroup.Item(item.id, $0) }
      })
  }

  /// What one item gets from nodes; a code that its list does not have is left out.
  func contents(
    of nodes: [XMLNode], for item: ItemDefinition, lists: [String: CodeList]
  ) -> [RecordContent] {
    var result: [RecordContent] = []
    for node in nodes {
      switch item {
      case .field(let field):
        if let content = value(of: node, for: field, lists: lists) { result.append(content) }
      case .group(let group):
        let inner = self.group(of: group.items, from: node, lists: lists)
        if !inner.items.isEmpty { result.append(.group(inner)) }
      }
    }
    return item.repeats ? result : Array(result.prefix(1))
  }

  private func value(of node: XMLNode, for field: FieldDefinition, lists: [String: CodeList]) -> RecordContent? {
    guard !field.readonly else { return nil }
    let text = node.text
    if text.isEmpty {
      return status(of: node).flatMap { field.answers.contains($0) ? .status($0) : nil }
    }
    let list = field.kind.answers.fixed ?? field.list.flatMap { lists[$0] }
    if let list, list.code(text) == nil { return nil }
    return .value(text)
  }
}
