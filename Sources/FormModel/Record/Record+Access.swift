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
