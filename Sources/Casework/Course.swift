public import FormModel

/// Something that passes through states, such as a report of a Kita, and where it stands.
public struct Course: Hashable, Sendable {
  /// One state.
  public struct State: Hashable, Sendable {
    /// The stable id.
    public var id: String
    /// The German name.
    public var label: String
    /// Whether it was reached.
    public var isReached: Bool
    /// Since when; nil when that is not known.
    public var since: Day?
  }

  /// The stable id of its declaration.
  public var id: String
  /// The German name.
  public var label: String
  /// The states in order.
  public var states: [State]
  /// What is said of states that were passed over.
  public var findings: [Finding]

  /// The state it is in; nil before the first.
  public var present: State? { states.last(where: \.isReached) }
  /// The state that comes next; nil at the end.
  public var next: State? {
    guard let last = states.lastIndex(where: \.isReached) else { return states.first }
    return states.indices.contains(last + 1) ? states[last + 1] : nil
  }
}

extension EvaluatedCase {
  /// What passes through states in the case.
  public var courses: [Course] {
    library.process.courses.filter { $0.kind == kind.id }.flatMap { definition in
      nodes(definition.each, definition.source).map { node in
        let states = definition.states.map { state in
          Course.State(
            id: state.id, label: state.label, isReached: holds(state.when, at: node, state.source),
            since: state.since.flatMap { Day(iso: text($0, at: node, state.source)) })
        }
        let last = states.lastIndex(where: \.isReached) ?? 0
        let skipped = states[..<last].contains { !$0.isReached }
        let finding = definition.skipped.map {
          Finding(
            id: $0.id, strength: $0.strength, path: "", place: definition.label,
            message: sentence($0.message, at: node, definition.source),
            remedy: sentence($0.remedy, at: node, definition.source))
        }
        return Course(
          id: definition.id, label: definition.label, states: states,
          findings: skipped ? [finding].compactMap { $0 } : [])
      }
    }
  }
}
