extension Record {
  /// What stands at a path; nil when nothing does.
  public func content(at path: RecordPath) -> RecordContent? {
    var group = root
    for (index, step) in path.steps.enumerated() {
      let contents = group[step.name]
      guard contents.indices.contains(step.number - 1) else { return nil }
      let content = contents[step.number - 1]
      if index == path.steps.count - 1 { return content }
      guard case .group(let inner) = content else { return nil }
      group = inner
    }
    return nil
  }
}

extension Record {
  /// Everything that stands at a path: several answers of one field, or the one value of another; nothing when empty.
  public func contents(at text: String) -> [RecordContent] {
    guard let path = RecordPath(text), let last = path.steps.last else { return [] }
    var group = root
    for step in path.steps.dropLast() {
      let groups = group[step.name]
      guard groups.indices.contains(step.number - 1), case .group(let inner) = groups[step.number - 1] else {
        return []
      }
      group = inner
    }
    let contents = group[last.name]
    guard last.isNumbered else { return contents }
    return contents.indices.contains(last.number - 1) ? [contents[last.number - 1]] : []
  }
}

extension RecordGroup {
  /// The values at a path of names such as `kind/nachname`, in all groups on the way.
  public func values(at path: String) -> Set<String> {
    values(path.split(separator: "/").map(String.init)[...])
  }

  private func values(_ names: ArraySlice<String>) -> Set<String> {
    guard let name = names.first else { return [] }
    return Set(
      self[name].flatMap { content -> Set<String> in
        switch content {
        case .value(let text): names.count == 1 ? [text] : []
        case .group(let inner): inner.values(names.dropFirst())
        case .status: []
        }
      })
  }
}
