import FormModel

/// Makes the first draft of a record from the declaration of its form; what does not fit together is mended later.
struct RecordMaker {
  let values: ValueMaker
  /// How many of a hundred optional items are filled in.
  let density: Int

  /// A maker whose papers are nearly empty, usual, or full, by chance.
  init(_ values: ValueMaker, _ dice: inout Dice) {
    self.values = values
    density = dice.pick([8, 35, 60, 95], or: 35)
  }

  /// The values of items, without what is calculated.
  func group(_ items: [ItemDefinition], _ dice: inout Dice, _ pool: RecordPool = RecordPool()) -> RecordGroup {
    RecordGroup(
      items.flatMap { item -> [RecordGroup.Item] in
        // What the program proposes by itself is seldom given.
        let isWanted = item.common.required == "true()" || dice.chance(item.isProposed ? 3 : density)
        return isWanted ? contents(of: item, &dice, pool).map { RecordGroup.Item(item.id, $0) } : []
      })
  }

  /// Everything that stands under an item; empty for what is calculated.
  func contents(of item: ItemDefinition, _ dice: inout Dice, _ pool: RecordPool = RecordPool()) -> [RecordContent] {
    guard item.isGiven else { return [] }
    if case .field(let field) = item, field.has(.several) {
      return values.codes(of: field, &dice).map { .value($0) }
    }
    let count = item.repeats ? dice.pick([1, 1, 1, 2, 2, 3, 4, dice.chance(10) ? 9 : 2], or: 1) : 1
    return (0..<count).compactMap { _ in content(of: item, &dice, pool) }
  }

  /// One value, status or group; nil when there is nothing that could stand there.
  func content(of item: ItemDefinition, _ dice: inout Dice, _ pool: RecordPool) -> RecordContent? {
    switch item {
    case .field(let field):
      if !field.answers.isEmpty, dice.chance(6) {
        return field.answers.sorted { $0.rawValue < $1.rawValue }.randomElement(using: &dice).map { .status($0) }
      }
      return values.value(of: field, &dice, pool).map { .value($0) }
    case .group(let definition):
      for _ in 0..<4 {
        let group = group(definition.items, &dice, pool)
        if !group.items.isEmpty { return .group(group) }
      }
      return nil
    }
  }
}

extension ItemDefinition {
  /// Whether somebody gives it: not what is calculated, and not a figure that is the sum of others.
  package var isGiven: Bool {
    switch self {
    case .field(let field): !field.readonly && !field.relations.contains { $0.kind == .sum }
    case .group(let group): group.items.contains(where: \.isGiven)
    }
  }
}

extension ItemDefinition {
  /// Whether the program calculates it as long as nobody gives it.
  var isProposed: Bool { if case .field(let field) = self { field.calculate != nil } else { false } }
}

extension RecordGroup {
  /// Without what is calculated; `old` is what was given.
  func given(_ items: [ItemDefinition], _ old: RecordGroup?) -> RecordGroup {
    var numbers: [String: Int] = [:]
    return RecordGroup(
      self.items.compactMap { item in
        guard let definition = items.first(where: { $0.id == item.id }), definition.isGiven else { return nil }
        let number = numbers[item.id, default: 0]
        numbers[item.id] = number + 1
        let earlier = old.map { $0[item.id] } ?? []
        if definition.isProposed, earlier.isEmpty { return nil }
        guard case .group(let inner) = item.content, case .group(let group) = definition else { return item }
        var before: RecordGroup?
        if earlier.indices.contains(number), case .group(let own) = earlier[number] { before = own }
        let kept = inner.given(group.items, before)
        return kept.items.isEmpty ? nil : RecordGroup.Item(item.id, .group(kept))
      })
  }
}
