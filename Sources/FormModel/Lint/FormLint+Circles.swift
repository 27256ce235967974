internal import XMLTree

/// Fields that follow from themselves: no order of evaluation gives them a value.
extension FormLint {
  /// Circles of `calculate`, `relevant` and both.
  ///
  /// What an item holds depends on its calculation, and on whether it exists at all: its own condition and those of the
  /// groups around it.
  mutating func circles(of form: FormDefinition, _ check: ExpressionCheck) {
    var graph = DependencyGraph()
    graph.add(form.items, in: DeclarationScope(form: form), check)
    for circle in graph.circles() {
      guard let first = circle.first, let place = graph.items[first] else { continue }
      let names = (circle + [first]).map { "›\($0.joined(separator: "/"))‹" }
      add(
        "FORM-KREIS", place.common.source,
        circle.count == 1
          ? "\(place.spot) hängt von sich selbst ab (\(graph.reason(first))). Bitte den Ausdruck ohne \(names[0]) schreiben."
          : "Im Kreis: \(names.joined(separator: " hängt ab von ")). Bitte einen der Ausdrücke ändern.")
    }
  }
}

/// What hangs on what among the items of a form.
private struct DependencyGraph {
  private(set) var items: [[String]: ItemDefinition] = [:]
  private var order: [[String]] = []
  private var edges: [[String]: Set<[String]>] = [:]
  private var calculated: Set<[String]> = []

  mutating func add(_ all: [ItemDefinition], in scope: DeclarationScope, _ check: ExpressionCheck) {
    let parent = scope.chain.compactMap { if case .item(let item) = $0 { item.id } else { nil } }
    for item in all {
      let path = parent + [item.id]
      items[path] = item
      order.append(path)
      if !parent.isEmpty { edges[path, default: []].insert(parent) }
      var sources = [item.common.relevant]
      if case .field(let field) = item {
        sources.append(field.calculate)
        if field.calculate != nil { calculated.insert(path) }
      }
      for source in sources.compactMap({ $0 }) {
        for reference in ExpressionReferences.of(source, in: scope, check) { depend(path, on: reference) }
      }
      if case .group(let group) = item { add(group.items, in: scope.entering(item), check) }
    }
  }

  private mutating func depend(_ path: [String], on reference: ExpressionReferences.Reference) {
    edges[path, default: []].insert(reference.path)
    // What a group holds is what its fields hold; how often it is there, only its own condition decides.
    if !reference.isCounted { wholes[path, default: []].insert(reference.path) }
  }

  private var wholes: [[String]: Set<[String]>] = [:]

  func reason(_ path: [String]) -> String { calculated.contains(path) ? "calculate" : "relevant" }

  /// Each circle once, beginning with the item that stands first in the form.
  func circles() -> [[[String]]] {
    var result: [[[String]]] = []
    var done: Set<[String]> = []
    for start in order where !done.contains(start) {
      guard let circle = way(from: start, to: start) else { continue }
      if done.isDisjoint(with: circle) { result.append(circle) }
      done.formUnion(circle)
    }
    return result
  }

  /// The shortest way back to an item; only items that say something themselves are named.
  private func way(from start: [String], to end: [String]) -> [[String]]? {
    var before: [[String]: [String]] = [:]
    var queue = [start]
    var index = 0
    while index < queue.count {
      let here = queue[index]
      index += 1
      for next in targets(of: here) where before[next] == nil {
        before[next] = here
        if next == end {
          var way: [[String]] = []
          var step = here
          while step != start {
            way.append(step)
            step = before[step] ?? start
          }
          return [start] + way.reversed().filter { wholes[$0] != nil }
        }
        queue.append(next)
      }
    }
    return nil
  }

  private func targets(of path: [String]) -> [[String]] {
    var result = edges[path] ?? []
    for whole in wholes[path] ?? [] {
      guard case .group? = items[whole] else { continue }
      // Through a group to its own fields, but not from a field to itself by way of the group around it.
      result.formUnion(items.keys.filter { $0.count > whole.count && $0.starts(with: whole) })
    }
    return result.filter { items[$0] != nil }.sorted { $0.joined(separator: "/") < $1.joined(separator: "/") }
  }
}
