internal import FormModel

/// The way through a paper: every stop in the order of the form, with what is known about it.
struct Route: Sendable {
  /// One stop on the way.
  struct Point: Sendable {
    var stop: Stop
    /// The field or group that the stop asks for.
    var item: Outline.Item
    /// The instance, for a line.
    var instance: Outline.Instance?
    /// The index of its section.
    var section: Int
    /// Whether the conversation stops there by itself.
    var isAsked: Bool
  }

  private(set) var points: [Point] = []
  private var index: [Stop: Int] = [:]

  /// Lays the way; the groups whose instances are in `expanded` are asked for field by field.
  init(_ outline: Outline, expanded: Set<String>) {
    for (number, section) in outline.sections.enumerated() {
      for item in section.items { add(item, section: number, isAsked: true, expanded) }
    }
    for (number, point) in points.enumerated() where index[point.stop] == nil { index[point.stop] = number }
  }

  /// The point of a stop; nil when it is not on the way.
  func point(_ stop: Stop) -> Point? { index[stop].map { points[$0] } }

  /// The place of a stop on the way; where it would be, for a new instance of a group.
  func position(_ stop: Stop) -> Int? {
    if let found = index[stop] { return found }
    return stop.kind == .groupLine ? index[Stop(.more, PathText.unnumbered(stop.path))] : nil
  }

  /// The stop that a finding at a path belongs to; nil when nobody is asked for what it is about.
  func owner(of path: String) -> Stop? {
    let plain = PathText.unnumbered(path)
    for candidate in [Stop(.field, path), Stop(.field, plain)] where point(candidate)?.isAsked == true {
      return candidate
    }
    // A repeated group is complete when there is no further instance, an instance when its last question is answered.
    if index[Stop(.more, path)] != nil { return Stop(.more, path) }
    if let last = points.last(where: { PathText.isWithin($0.stop.path, path) && $0.isAsked }), last.stop.path != path {
      return last.stop
    }
    for candidate in [Stop(.groupLine, path), Stop(.more, path)] where index[candidate] != nil { return candidate }
    var around = PathText.parent(path)
    while !around.isEmpty {
      let instance = Stop(.groupLine, around)
      if index[instance] != nil { return instance }
      around = PathText.parent(around)
    }
    for candidate in [Stop(.field, path), Stop(.field, plain)] where index[candidate] != nil { return candidate }
    return nil
  }

  private mutating func add(_ item: Outline.Item, section: Int, isAsked: Bool, _ expanded: Set<String>) {
    let isAsked = isAsked && item.state.isAsked
    switch item {
    case .field(let field):
      guard !field.definition.readonly else { return }
      points.append(Point(stop: Stop(.field, field.state.path), item: item, section: section, isAsked: isAsked))
    case .group(let group):
      for instance in group.instances { add(instance, of: group, section: section, isAsked: isAsked, expanded) }
      if group.definition.repeats {
        points.append(Point(stop: Stop(.more, group.state.path), item: item, section: section, isAsked: isAsked))
      }
    }
  }

  private mutating func add(
    _ instance: Outline.Instance, of group: Outline.Group, section: Int, isAsked: Bool, _ expanded: Set<String>
  ) {
    let line = Set(group.definition.typedLine.parts.flatMap(\.fields))
    let isOpen = expanded.contains(instance.path)
    if !line.isEmpty {
      points.append(
        Point(
          stop: Stop(.groupLine, instance.path), item: .group(group), instance: instance, section: section,
          isAsked: isAsked && !isOpen))
    }
    for item in instance.items {
      if case .field(let field) = item, !isOpen {
        // What the line holds is asked for there; what it does not hold can be jumped to. Long texts are apart.
        let isApart = field.definition.has(.multiline) || field.definition.repeats
        add(item, section: section, isAsked: isAsked && isApart && !line.contains(item.state.name), expanded)
      } else {
        add(item, section: section, isAsked: isAsked, expanded)
      }
    }
  }
}

extension Outline.State {
  /// The id of the item.
  var name: String { PathText.name(path) }
}
