internal import FormModel

/// When a rule's finding is said: at the question it is about, once it can be judged there.
extension Interview {
  /// What is to be said after an answer, and remembers it; questions it raises come next.
  ///
  /// A finding waits until the question it belongs to was answered. Where it points to an empty field of the instance
  /// that was just typed, or to a question that was answered earlier, that question comes next.
  mutating func told(at stop: Stop) -> [Notice] {
    var notices: [Notice] = []
    // What is to be confirmed is said at each question, and asked for once.
    for finding in view.findings where !finding.isAboutConfirmation && !told.contains(key(of: finding)) {
      guard let owner = owner(of: finding), owner == stop || visited.contains(owner) else { continue }
      told.insert(key(of: finding))
      notices.append(.finding(finding))
      guard finding.strength != .hint else { continue }
      let next = follow(up: finding, owner: owner, from: stop)
      if let next, next != stop, !queue.contains(next) { queue.append(next) }
    }
    return notices
  }

  /// The question that a finding raises; nil when it is the present one.
  private func follow(up finding: Finding, owner: Stop, from stop: Stop) -> Stop? {
    if isSurplus(finding.path) { return Stop(.surplus, PathText.unnumbered(finding.path)) }
    let field = Stop(.field, finding.path)
    if stop.kind == .groupLine, PathText.isWithin(finding.path, stop.path), finding.path != stop.path,
      contents(finding.path).isEmpty, view.route.point(field) != nil
    {
      return field
    }
    return owner == stop ? nil : owner
  }

  /// Whether something stands at a path that is not relevant.
  private func isSurplus(_ path: String) -> Bool {
    guard !contents(path).isEmpty else { return false }
    let plain = PathText.unnumbered(path)
    return view.route.points.contains { point in
      !point.item.state.isRelevant && point.item.state.path == plain
    }
  }

  /// The question that a finding is about.
  func owner(of finding: Finding) -> Stop? {
    finding.path.isEmpty ? nil : view.route.owner(of: finding.path)
  }

  /// Where a finding can be mended.
  func place(of finding: Finding) -> Stop? {
    if isSurplus(finding.path) { return Stop(.surplus, PathText.unnumbered(finding.path)) }
    let field = Stop(.field, finding.path)
    if view.route.point(field) != nil, contents(finding.path).isEmpty { return field }
    return owner(of: finding)
  }

  /// What makes a finding the same as one that was said before: the rule, the place, the value there and what the
  /// message says.
  ///
  /// The place in the message gets a number once there is a second instance; that alone is nothing new.
  func key(of finding: Finding) -> String {
    let message = finding.message.split(separator: "›").map { part in
      part.hasPrefix("‹") || !part.contains("‹") ? part : part.drop { $0 != "‹" }
    }
    // A second wrong value is told as the first was.
    let values = contents(finding.path).map { if case .value(let text) = $0 { text } else { "" } }
    return "\(finding.id) \(finding.path) \(values.joined(separator: "|")) \(message.joined())"
  }
}
