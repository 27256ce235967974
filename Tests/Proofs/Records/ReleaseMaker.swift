import FormModel

/// Makes a release that allows what a letter needs, from what its form declares about releases.
struct ReleaseMaker {
  let town: ProvenTown
  let form: FormDefinition
  /// What must be allowed; nil for any release.
  let use: UseDefinition?

  /// How many drafts are tried before the last one counts, whatever it allows.
  private static let limit = 40

  func release(_ dice: inout Dice) throws -> Record {
    var last = Record(form: form.id, version: form.version)
    guard let grant = form.grant else { return last }
    for _ in 0..<Self.limit {
      let maker = RecordMaker(ValueMaker(library: town.library, day: town.day), &dice)
      let mender = RecordMender(town, form, maker)
      var draft = Record(form: form.id, version: form.version, root: maker.group(form.items, &dice))
      declare(grant, in: &draft, maker, &dice)
      draft.root.order(by: form.items)
      var errors: [Finding]
      (draft, _, errors) = try mender.mend(try town.evaluate(draft, among: []).relevantGiven, among: [], &dice)
      guard errors.isEmpty else { continue }
      try sign(&draft, grant, &dice)
      (last, _, errors) = try mender.mend(draft, among: [], &dice)
      if errors.isEmpty, try isUsable(last, grant) { return last }
    }
    return last
  }

  private func isUsable(_ record: Record, _ grant: GrantDefinition) throws -> Bool {
    let paper = try town.evaluate(record, among: [])
    guard case .string(let from)? = paper.value(of: "granted('from')", at: paper.root) else { return false }
    guard case .string(let doubt)? = paper.value(of: "granted('doubt')", at: paper.root) else { return false }
    guard case .string(let until)? = paper.value(of: "granted('until')", at: paper.root) else { return false }
    if let last = Day(iso: until), last < town.day { return false }
    let isWithdrawn = grant.withdrawn.map { !record.contents(at: $0).isEmpty } ?? false
    return !from.isEmpty && doubt.isEmpty && !isWithdrawn
  }

  /// People who must sign by one of the cases of custody, the recipient and the information that the use needs.
  private func declare(_ grant: GrantDefinition, in draft: inout Record, _ maker: RecordMaker, _ dice: inout Dice) {
    guard let custody = grant.custody.randomElement(using: &dice) else { return }
    for (name, value) in Self.equalities(custody.when) where item(name) != nil {
      draft.root.set(name, [.value(value)])
    }
    var people: [RecordContent] = []
    for signer in custody.signers {
      for role in signer.roles.shuffled(using: &dice).prefix(signer.count) {
        people += instance(of: grant.persons.names.each, [(grant.persons.role, role)], maker, &dice)
      }
    }
    draft.root.set(grant.persons.names.each, people)
    for name in [grant.withdrawn, grant.until].compactMap({ $0 }) { draft.root.set(name, []) }
    for (name, value) in Self.equalities(grant.unwritten ?? "") where draft.root.value(name) == value {
      draft.root.set(name, [])
    }
    guard let use else { return }
    let informed = String(grant.information.prefix { $0 != "[" })
    let codes = draft.root[informed] + use.any.map { .value($0) }
    draft.root.set(informed, codes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    for (name, value) in use.requirements.flatMap({ Self.equalities($0.test) }) where item(name) != nil {
      draft.root.set(name, [.value(value)])
    }
    // A use that names its recipient by fields is written to the one that the release has.
    guard let recipient = use.recipient, recipient.words == nil else { return }
    var kind: [(String, String)] = []
    if let code = recipient.kind {
      guard let field = kindField(grant, code) else { return }
      kind = [(field, code)]
    }
    // Offices are known by their name alone in some letters, people in others.
    let names = [grant.recipients.name, grant.recipients.office].map {
      ($0, "Stelle \(dice.pick(SampleTexts.familyNames, or: "Nowak"))")
    }
    let one = instance(of: grant.recipients.each, kind + names, maker, &dice)
    draft.root.set(grant.recipients.each, one)
  }

  /// The field of a recipient that names its kind.
  private func kindField(_ grant: GrantDefinition, _ code: String) -> String? {
    guard case .group(let group)? = item(grant.recipients.each) else { return nil }
    for case .field(let field) in group.items {
      let isNamed = grant.recipients.kind?.contains(field.common.id) ?? false
      if isNamed, town.library.codes(of: field)?.code(code) != nil { return field.common.id }
    }
    return nil
  }

  /// Everybody signs after the content was written.
  private func sign(_ draft: inout Record, _ grant: GrantDefinition, _ dice: inout Dice) throws {
    let paper = try town.evaluate(draft, among: [])
    guard case .nodes(let people)? = paper.value(of: grant.persons.names.each, at: paper.root) else { return }
    let day = town.day.ordinal - dice.number(2...50)
    let each = grant.signatures.names.each
    var signatures: [RecordContent] = []
    for person in people {
      guard case .string(let name)? = paper.value(of: grant.persons.names.name, at: person) else { continue }
      let signed = Day(ordinal: day + dice.number(0...1))?.iso ?? town.day.iso
      let fields = [(grant.signatures.names.name, name), (grant.signatures.day, signed)] + Self.equalities(each)
      signatures.append(.group(RecordGroup(fields.map { RecordGroup.Item($0.0, .value($0.1)) })))
    }
    draft.root.set(String(each.prefix { $0 != "[" }), signatures)
    if let made = grant.made {
      draft.root.set(made, (Day(ordinal: day - dice.number(0...5))?.iso).map { [.value($0)] } ?? [])
    }
    draft.root.order(by: form.items)
  }

  private func item(_ name: String) -> ItemDefinition? { form.items.first { $0.id == name } }

  private func instance(
    of name: String, _ fields: [(String, String)], _ maker: RecordMaker, _ dice: inout Dice
  ) -> [RecordContent] {
    guard case .group(let definition)? = item(name) else { return [] }
    var group = maker.group(definition.items, &dice)
    for (field, value) in fields { group.set(field, [.value(value)]) }
    group.order(by: definition.items)
    return [.group(group)]
  }

  /// The comparisons of a field with a code in a condition; `not(…)` is left to whoever mends.
  private static func equalities(_ source: String) -> [(String, String)] {
    source.matches(of: /([A-Za-z_][A-Za-z0-9_]*) = '([^']*)'/).filter { match in
      !source[..<match.range.lowerBound].hasSuffix("not(")
    }.map { (String($0.1), String($0.2)) }
  }
}
