import FormModel

/// A place in a record as findings name it, taken apart.
struct RecordPlace: Hashable {
  /// The steps as they are written, such as `kinder[2]`.
  let steps: [String]

  init(_ path: String) { steps = path.split(separator: "/").map(String.init) }
  init(steps: [String]) { self.steps = steps }

  /// As it is written.
  var text: String { steps.joined(separator: "/") }
  /// The id of the first step.
  var outermost: String { steps.first.map(Self.name) ?? "" }
  /// Whether one of several is meant.
  var isNumbered: Bool { steps.last?.hasSuffix("]") ?? false }

  /// The id of the item.
  var name: String { steps.last.map(Self.name) ?? "" }

  private static func name(_ step: String) -> String { String(step.prefix { $0 != "[" }) }

  /// What is declared there.
  func item(in form: FormDefinition) -> ItemDefinition? {
    var items = form.items
    var found: ItemDefinition?
    for step in steps {
      found = items.first { $0.id == Self.name(step) }
      if case .group(let group)? = found { items = group.items } else { items = [] }
    }
    return found
  }

  /// Where an item that a rule names may stand: beside the place, further out, or anywhere in the record.
  func candidates(named name: String, in form: FormDefinition, _ record: Record) -> [RecordPlace] {
    var found: [RecordPlace] = []
    for count in stride(from: steps.count, through: 0, by: -1) {
      let place = RecordPlace(steps: Array(steps.prefix(count)) + [name])
      if place.item(in: form)?.isGiven ?? false { found.append(place) }
    }
    if found.isEmpty { found = record.root.places(named: name, in: form.items, below: []) }
    return found
  }
}

extension RecordGroup {
  /// Every place at which an item of a name stands or could stand.
  fileprivate func places(named name: String, in items: [ItemDefinition], below steps: [String]) -> [RecordPlace] {
    var found: [RecordPlace] = []
    for item in items {
      if item.id == name, item.isGiven { found.append(RecordPlace(steps: steps + [name])) }
      guard case .group(let group) = item else { continue }
      for (number, inner) in groups(item.id).enumerated() {
        let step = item.id + (item.repeats ? "[\(number + 1)]" : "")
        found += inner.places(named: name, in: group.items, below: steps + [step])
      }
    }
    return found
  }
}
