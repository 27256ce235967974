/// What a record holds that its form has no place for.
extension Record {
  /// The findings of a record that was put together by hand: unknown fields, a value in the place of a group or the
  /// other way round, several values where one belongs.
  ///
  /// None for a record that a reader made, which reports them itself and leaves them out.
  func structureFindings(_ plan: FormPlan, library: FormLibrary, day: Day) -> [Finding] {
    guard !Self.fits(root, plan.top), library.forms[form] != nil else { return [] }
    var reader = RecordReader(library: library, day: day)
    let head = [RawValue.Member("form", .text(form)), RawValue.Member("version", .text(version))]
    let found = try? reader.record(from: .object(head + Self.members(of: root)))
    return found?.findings.filter { $0.strength == .error } ?? []
  }

  private static func fits(_ group: RecordGroup, _ plan: GroupPlan) -> Bool {
    var seen: Set<Int> = []
    for item in group.items {
      guard let place = plan.places[item.id] else { return false }
      let definition = plan.items[place]
      if !definition.repeats, !seen.insert(place).inserted { return false }
      switch item.content {
      case .group(let inner):
        guard let innerPlan = definition.inner, fits(inner, innerPlan) else { return false }
      case .value: if definition.inner != nil { return false }
      case .status: break
      }
    }
    return true
  }

  private static func members(of group: RecordGroup) -> [RawValue.Member] {
    var names: [String] = []
    var values: [String: [RawValue]] = [:]
    for item in group.items {
      if values[item.id] == nil { names.append(item.id) }
      values[item.id, default: []].append(raw(item.content))
    }
    return names.compactMap { name in
      values[name].map { RawValue.Member(name, $0.count == 1 ? $0[0] : .list($0)) }
    }
  }

  private static func raw(_ content: RecordContent) -> RawValue {
    switch content {
    case .value(let text): .text(text)
    case .status(let status): .status(status.rawValue)
    case .group(let group): .object(members(of: group))
    }
  }
}
