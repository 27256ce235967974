package import FormModel

/// A paper made by chance that its own check has nothing against.
package struct GeneratedPaper: Sendable {
  /// The values.
  package var record: Record
  /// Other papers that it rests on.
  package var companions: [Record]
  /// How many rounds of mending it took.
  package var rounds: Int
  /// What is still wrong with it; such a paper is no sample.
  package var errors: [Finding]

  /// A paper that somebody else made, such as an example.
  package init(_ record: Record) {
    (self.record, companions, rounds, errors) = (record, [], 0, [])
  }

  /// Makes the paper with a number among those of a seed.
  package init(_ number: Int, of seed: UInt64, form: FormDefinition, in town: ProvenTown) throws {
    var dice = Dice.sample(number, of: seed)
    var paper = try GeneratedPaper(form: form, in: town, &dice)
    // Some drafts rest on papers that allow nothing: another one is begun.
    for _ in 0..<Self.drafts where !paper.errors.isEmpty {
      let rounds = paper.rounds
      paper = try GeneratedPaper(form: form, in: town, &dice)
      paper.rounds += rounds
    }
    self = paper
  }

  /// How many further drafts there are when one cannot be mended.
  private static let drafts = 3

  /// Makes a paper; a release first where the form rests on one.
  init(form: FormDefinition, in town: ProvenTown, _ dice: inout Dice) throws {
    let maker = RecordMaker(ValueMaker(library: town.library, day: town.day), &dice)
    companions = []
    var taken = RecordGroup()
    let release = form.uses.first?.form ?? (dice.chance(70) ? form.revocation?.form : nil)
    if let release, let definition = town.library.forms[release] {
      let use = form.uses.first
      let signed = try ReleaseMaker(town: town, form: definition, use: use).release(&dice)
      companions = [signed]
      taken = try Prefilling(form: form, from: companions, library: town.library, day: town.day)?.record.root ?? taken
    }
    var draft = Record(form: form.id, version: form.version, root: maker.group(form.items, &dice))
    if dice.chance(30) { draft.id = "probe-\(dice.number(1...9999))" }
    for id in Set(taken.items.map(\.id)) { draft.root.set(id, taken[id]) }
    draft.root.order(by: form.items)
    if dice.chance(25) { draft.gossip(form, &dice) }
    // Most papers hold nothing that does not belong to them.
    if dice.chance(85) { draft = try town.evaluate(draft, among: companions).relevantGiven }
    var mender = RecordMender(town, form, maker)
    mender.kept = Set(taken.items.map(\.id))
    (record, rounds, errors) = try mender.mend(draft, among: companions, &dice)
  }
}

extension Record {
  /// Lets a free text tell what stands in a group inside another one, such as where somebody lives.
  fileprivate mutating func gossip(_ form: FormDefinition, _ dice: inout Dice) {
    let secrets = leaves.filter { leaf in
      let place = RecordPlace(leaf.path)
      guard place.steps.count > 2, case .field(let field)? = place.item(in: form) else { return false }
      return field.type.rawValue == "text" && leaf.value.count > 5
    }
    let texts = form.items.filter { item in
      guard case .field(let field) = item, item.isGiven, field.list == nil, !field.repeats else { return false }
      return field.has(.words) || field.has(.multiline)
    }
    guard let secret = secrets.randomElement(using: &dice), let text = texts.randomElement(using: &dice),
      let path = RecordPath(text.id)
    else { return }
    let words = [secret.value, "Besuch: \(secret.value), gegen Mittag", "in der \(secret.value.lowercased())"]
    replace(at: path, with: [.value(dice.pick(words, or: secret.value))], form: form)
  }
}

extension RecordGroup {
  /// Brings the items into the order of their declaration.
  mutating func order(by declared: [ItemDefinition]) {
    items = declared.flatMap { item in items.filter { $0.id == item.id } }
  }
}
