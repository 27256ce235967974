internal import XMLTree

/// Puts one layer on the tree of what it extends: replaces, adds and removes what its file says.
///
/// The steps are taken in the order of the file, each on what those before it left.
struct LayerEdit {
  /// The root that is changed.
  let base: XMLNode
  /// The file of the layer.
  let file: String
  private(set) var mistakes: [AuthorMistake] = []
  private(set) var trace = LayerTrace()
  private(set) var steps: [LayerStep] = []

  private let sources: LayerSources

  init(of base: XMLNode, file: String, sources: LayerSources) {
    self.base = base
    self.file = file
    self.sources = sources
  }

  /// Takes all steps of a layer; `layer` is the root of its file, with its elements marked.
  mutating func apply(_ layer: XMLNode) {
    guard layer.name == base.name else {
      return mistake(layer, "›\(layer.name)‹ erweitert ›\(base.name)‹; beide müssen dieselbe Art von Datei sein.")
    }
    if let id = layer.attribute("id"), let own = base.attribute("id"), id != own {
      mistake(layer, "Die Datei heißt ›\(id)‹ und erweitert ›\(own)‹; beide müssen dieselbe ›id‹ haben.")
    }
    for attribute in layer.attributes where attribute.name != "extends" {
      base.setAttribute(attribute.name, to: attribute.value)
    }
    for step in layer.elements {
      guard let attributes = Self.steps[step.name] else {
        mistake(step, "›\(step.name)‹ steht in dem, was anderes erweitert, nur in ›replace‹ oder ›add‹.")
        continue
      }
      for attribute in step.attributes where !attributes.contains(attribute.name) && step.name != "change" {
        mistake(
          step,
          "Das Attribut ›\(attribute.name)‹ gibt es bei ›\(step.name)‹ nicht."
            + Nearest.question(attribute.name, among: attributes))
      }
      switch step.name {
      case "replace": replace(step)
      case "add": add(step)
      case "remove": remove(step)
      case "change": change(step)
      default: break
      }
    }
  }

  /// What a layer does, with the attributes of each.
  private static let steps = [
    "replace": ["id"], "add": ["before", "after", "into"], "remove": ["id"], "change": ["id"],
  ]

  private mutating func replace(_ step: XMLNode) {
    guard let old = target(step.attribute("id") ?? "", step) else { return }
    guard let new = step.elements.first, step.elements.count == 1 else {
      return mistake(step, "In ›replace‹ steht genau ein Element: was anstelle von ›\(old.name)‹ gilt.")
    }
    guard Self.kind(new.name) == Self.kind(old.name) else {
      return mistake(
        new, "›\(new.name)‹ kann ›\(old.name)‹ nicht ersetzen; gemeint ist ›\(Self.kind(old.name))‹.")
    }
    guard let parent = old.parent, let copy = LayerSources.copy(new, into: parent) else { return }
    note(.replaced, step.attribute("id") ?? "", at: step, isIdle: copy.saysSame(as: old))
    place(copy, in: parent, before: old)
    lose(old, but: copy, at: step)
    old.remove()
  }

  /// Gives something other attributes, and leaves it what it has and contains otherwise.
  private mutating func change(_ step: XMLNode) {
    guard let node = target(step.attribute("id") ?? "", step) else { return }
    if !step.elements.isEmpty { mistake(step, "In ›change‹ stehen nur Attribute; gemeint ist vielleicht ›replace‹.") }
    let new = step.attributes.filter { $0.name != "id" }
    note(
      .changed, step.attribute("id") ?? "", at: step,
      isIdle: new.allSatisfy { node.attribute($0.name) == $0.value })
    for attribute in new {
      node.setAttribute(attribute.name, to: attribute.value)
    }
    trace.changes[sources.place(of: node, in: file)] = SourcePlace(file: file, line: step.line)
  }

  private mutating func remove(_ step: XMLNode) {
    guard let old = target(step.attribute("id") ?? "", step) else { return }
    if !step.elements.isEmpty { mistake(step, "In ›remove‹ steht nichts; gemeint ist vielleicht ›replace‹.") }
    note(.removed, step.attribute("id") ?? "", at: step, isIdle: false)
    lose(old, but: nil, at: step)
    old.remove()
  }

  private mutating func add(_ step: XMLNode) {
    let places = ["before", "after", "into"].filter { step.attribute($0) != nil }
    guard places.count < 2 else {
      return mistake(step, "›add‹ hat eine Stelle: before, after oder into.")
    }
    if step.elements.isEmpty { mistake(step, "In ›add‹ steht, was dazukommt.") }
    for new in step.elements { note(.added, new.shortName, at: new, isIdle: false) }
    guard let place = places.first else {
      for new in step.elements { append(new, to: base) }
      return
    }
    guard let node = target(step.attribute(place) ?? "", step) else { return }
    guard place != "into" else {
      for new in step.elements { append(new, to: node) }
      return
    }
    guard let parent = node.parent else { return }
    let next = place == "before" ? node : parent.elements.drop { $0 != node }.dropFirst().first
    for new in step.elements {
      if let copy = LayerSources.copy(new, into: parent) { self.place(copy, in: parent, before: next) }
    }
  }

  /// Adds an element as the last of its kind: a rule of a form stands before what follows all rules.
  private func append(_ new: XMLNode, to parent: XMLNode) {
    let before = parent.elements
    guard let copy = LayerSources.copy(new, into: parent) else { return }
    guard let rank = Self.rank(new.name) else { return }
    let last = before.lastIndex { Self.rank($0.name).map { $0 <= rank } ?? false }
    place(copy, in: parent, before: before.dropFirst(last.map { $0 + 1 } ?? 0).first)
  }

  /// Moves an element that stands last before another one; where there is none it stays.
  private func place(_ node: XMLNode, in parent: XMLNode, before next: XMLNode?) {
    guard let next else { return }
    node.remove()
    node.putBack(below: parent, before: next)
  }

  private mutating func target(_ name: String, _ step: XMLNode) -> XMLNode? {
    switch LayerTargets(base).find(name) {
    case .one(let node): return node
    case .none(let meant):
      let gone = trace.losses.contains { $0.id == name } ? " Es fällt weiter oben in dieser Datei schon weg." : meant
      mistake(step, "›\(name)‹ gibt es in dem, was hier erweitert wird, nicht." + gone)
    case .several(let names):
      let all = names.map { "›\($0)‹" }
      let isClear = Set(all).count == all.count
      mistake(
        step,
        "›\(name)‹ gibt es mehrmals"
          + (isClear ? "; gemeint ist \(all.joined(separator: " oder "))." : ". Bitte ersetzen, was es enthält."))
    }
    return nil
  }

  /// Notes what went with an element and is not in what came.
  private mutating func lose(_ old: XMLNode, but new: XMLNode?, at step: XMLNode) {
    let kept = new.map(Self.ids) ?? []
    let place = SourcePlace(file: file, line: step.line)
    trace.losses += Self.ids(of: old).filter { !kept.contains($0) }.map { LayerTrace.Loss(id: $0, place: place) }
  }

  private mutating func note(_ kind: LayerStep.Kind, _ name: String, at node: XMLNode, isIdle: Bool) {
    steps.append(
      LayerStep(kind: kind, name: name, place: SourcePlace(file: file, line: node.line), isIdle: isIdle))
  }

  private static func ids(of node: XMLNode) -> [String] {
    var ids: [String] = []
    node.visit { if let id = $0.attribute("id") { ids.append(id) } }
    return ids
  }

  private mutating func mistake(_ node: XMLNode, _ message: String) {
    mistakes.append(
      AuthorMistake(code: LayerReader.code, place: SourcePlace(file: file, line: node.line), message: message))
  }

  /// What can stand in the place of what.
  private static func kind(_ name: String) -> String {
    kinds.first { $0.contains(name) }?[0] ?? name
  }

  private static let kinds = [["field", "group", "rows"], ["rule", "unique"], ["sum", "most"]]

  /// Where a child stands among others, as `form.rng` has it; nil for what stands behind all.
  static func rank(_ name: String) -> Int? { order.firstIndex { $0.contains(name) } }

  private static let order: [Set<String>] = [
    ["purpose"], ["opening"], ["sheet"], ["language"], ["statistics"], ["counts"], ["movements"], ["set"],
    ["publication"], ["notice"], ["hint"], ["missing"], ["forbidden"], ["line"], ["sum", "most"], ["section"],
    ["field", "group", "rows", "rule", "unique", "mask"], ["retain"], ["grants"], ["revokes"], ["uses"], ["filing"],
    ["prefill"], ["next"], ["case"], ["event"], ["proof"], ["class"],
  ]
}
