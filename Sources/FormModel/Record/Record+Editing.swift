extension Record {
  /// What stands at a path: all of a repeated item, or one of it where the path ends with a number.
  ///
  /// Empty where nothing is filled in and where there is no such place.
  public func contents(at path: RecordPath) -> [RecordContent] {
    var groups = [root]
    for (index, step) in path.steps.enumerated() {
      guard let group = groups.first else { return [] }
      let contents = group[step.name]
      let isLast = index == path.steps.count - 1
      if isLast, !step.isNumbered { return contents }
      guard contents.indices.contains(step.number - 1) else { return [] }
      let content = contents[step.number - 1]
      if isLast { return [content] }
      guard case .group(let inner) = content else { return [] }
      groups = [inner]
    }
    return []
  }

  /// Puts contents at a path in place of what stands there; no contents remove it.
  ///
  /// A path that ends with a number names one of a repeated item; the number after the last adds one. Groups that
  /// hold nothing any more go as well. A path that the form does not have changes nothing.
  public mutating func replace(at path: RecordPath, with contents: [RecordContent], form: FormDefinition) {
    // Instances on the way, and how many there were of each kind.
    let instances = unconfirmed.isEmpty ? [] : path.steps.indices.map { RecordPath(steps: Array(path.steps[...$0])) }
    let before = instances.map(count)
    Self.replace(path.steps[...], in: &root, items: form.items, with: contents)
    confirm(path)
    for (instance, before) in zip(instances, before) where count(instance) < before {
      moveUnconfirmed(behind: instance)
    }
  }

  /// How many there are of what a path names one of.
  private func count(_ path: RecordPath) -> Int {
    var steps = path.steps
    steps[steps.count - 1].isNumbered = false
    return contents(at: RecordPath(steps: steps)).count
  }

  private static func replace(
    _ steps: ArraySlice<RecordPath.Step>, in group: inout RecordGroup, items: [ItemDefinition],
    with new: [RecordContent]
  ) {
    guard let step = steps.first, let item = items.first(where: { $0.id == step.name }) else { return }
    var contents = group[item.id]
    let new = new.map { item.ordered($0) }
    let index = step.number - 1
    if steps.count == 1 {
      if step.isNumbered, item.repeats {
        guard index <= contents.count else { return }
        contents.replaceSubrange(index..<min(index + 1, contents.count), with: new)
      } else {
        contents = new
      }
    } else {
      guard case .group(let definition) = item, index <= contents.count else { return }
      var inner = RecordGroup()
      if contents.indices.contains(index), case .group(let existing) = contents[index] { inner = existing }
      replace(steps.dropFirst(), in: &inner, items: definition.items, with: new)
      let kept: [RecordContent] = inner.items.isEmpty ? [] : [.group(inner)]
      contents.replaceSubrange(index..<min(index + 1, contents.count), with: kept)
    }
    group.set(item.id, contents)
    group.sort(by: items)
  }
}

extension RecordGroup {
  /// Brings the items into the order of their declaration; what is not declared goes to the end.
  package mutating func sort(by declared: [ItemDefinition]) {
    let order = Dictionary(declared.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    items = items.enumerated().sorted {
      (order[$0.element.id] ?? .max, $0.offset) < (order[$1.element.id] ?? .max, $1.offset)
    }.map(\.element)
  }
}

extension ItemDefinition {
  /// Contents with the items of groups in the order of their declaration.
  fileprivate func ordered(_ content: RecordContent) -> RecordContent {
    guard case .group(let definition) = self, case .group(var group) = content else { return content }
    group.items = group.items.map { inner in
      guard let item = definition.items.first(where: { $0.id == inner.id }) else { return inner }
      return RecordGroup.Item(inner.id, item.ordered(inner.content))
    }
    group.sort(by: definition.items)
    return .group(group)
  }
}
