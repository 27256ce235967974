internal import XMLTree

/// Reading a paper for somebody who asks what is stored about her.
struct DisclosureReading {
  /// Whose data a value is.
  private enum Subject: Hashable {
    /// The person who asks: everything is told.
    case person
    /// Somebody she represents: everything but what a mask with a ground hides.
    case represented
    /// Anybody else: the name.
    case other
    /// Nobody in particular.
    case nobody
  }

  private let evaluator: Evaluator
  private let person: FoldedName
  private let represented: [FoldedName]
  private let definition: DisclosureDefinition
  private var subjects: [Int: Subject] = [:]
  private(set) var lines: [DisclosedPaper.Line] = []
  private(set) var hidden = HiddenFacts()
  private(set) var births: Set<String> = []

  init(_ evaluator: Evaluator, person: String, represented: [String], _ definition: DisclosureDefinition) {
    self.evaluator = evaluator
    self.person = FoldedName(person)
    self.represented = represented.map { FoldedName($0) }
    self.definition = definition
  }

  var namesPerson: Bool { subjects.values.contains(.person) || subjects.values.contains(.represented) }

  private var tree: RecordTree { evaluator.tree }

  mutating func read() {
    findPeople()
    findMasks()
    var result: [DisclosedPaper.Line] = []
    tree.visit { slot in
      guard let field = tree.slots[slot].plan?.field, tree.isFilled(slot) || tree.slots[slot].status != nil,
        !tree.isHidden(tree.slots[slot].node), let path = tree.path(of: tree.slots[slot].node)
      else { return }
      let node = tree.slots[slot].node
      let ground = ground(of: field.definition, slot)
      result.append(
        DisclosedPaper.Line(
          path: path, label: tree.place(of: node) ?? field.definition.common.label,
          text: ground == nil ? evaluator.uncovered(isOpen: true) { evaluator.display(node) } : nil, ground: ground,
          isFreeText: field.isFreeText && !(field.definition.kind is NameKind)))
    }
    lines = result
    collectFacts()
  }

  /// Who stands in the paper: groups that have the fields of a name.
  private mutating func findPeople() {
    var found: [Int: Subject] = [:]
    var births: Set<String> = []
    var facts = hidden
    tree.visit { slot in
      guard case .group(let group)? = tree.slots[slot].plan?.item else { return }
      let names = [FieldRole.givenName, .familyName].compactMap { group.items.field($0)?.common.id }
      guard !names.isEmpty else { return }
      let name = names.compactMap { tree.slots[slot].node.element($0)?.text }.filter { !$0.isEmpty }.joined(
        separator: " ")
      guard !name.isEmpty else {
        found[slot] = .other
        return
      }
      // „Mai-Linh von der Heydt“ is found by her whole name as by first and family name.
      let spellings = [FoldedName(name), FoldedName(evaluator.display(tree.slots[slot].node))]
      let subject: Subject =
        if spellings.contains(where: { $0.isSame(as: person) }) {
          .person
        } else if spellings.contains(where: { spelling in represented.contains { $0.isSame(as: spelling) } }) {
          .represented
        } else { .other }
      found[slot] = subject
      facts.note(name, isOwn: subject != .other)
      let birth = group.items.field(.birthDate).flatMap { tree.slots[slot].node.element($0.common.id)?.text } ?? ""
      if subject == .person, !birth.isEmpty { births.insert(birth) }
    }
    (subjects, self.births, hidden) = (found, births, facts)
  }

  /// Whose data stand in a slot: those of the innermost person around it.
  private func subject(of slot: Int) -> Subject {
    var here = slot
    while here >= 0 {
      if let subject = subjects[here] { return subject }
      guard here > 0 else { return .nobody }
      here = tree.slots[here].parent
    }
    return .nobody
  }

  /// Finds what masks with a ground hide, as if nothing of the person herself were protected.
  private mutating func findMasks() {
    var own: [(slot: Int, text: String)] = []
    for (slot, subject) in subjects where subject == .person {
      tree.visit(below: slot) { inner in
        guard tree.slots[inner].plan?.field != nil, !tree.slots[inner].node.text.isEmpty else { return }
        own.append((inner, tree.slots[inner].node.text))
      }
    }
    for (slot, _) in own { tree.set(slot, to: "") }
    let asking = subjects.filter { $0.value == .person }.map { tree.slots[$0.key].node }
    evaluator.findMasks(forDisclosureTo: Set(asking))
    for (slot, text) in own { tree.set(slot, to: text) }
  }

  private func ground(of field: FieldDefinition, _ slot: Int) -> String? {
    let subject = subject(of: slot)
    guard subject != .person else { return nil }
    if let ground = evaluator.masked[tree.slots[slot].node] { return ground }
    guard subject == .other else { return nil }
    return field.role == .givenName || field.role == .familyName ? nil : definition.ofOthers
  }

  /// What of others must be found in no text, and what of the person may be.
  private mutating func collectFacts() {
    var facts = hidden
    tree.visit { slot in
      let node = tree.slots[slot].node
      let subject = subject(of: slot)
      if subject == .person {
        for (part, _) in evaluator.placeParts(of: node) { facts.show(part) }
        return
      }
      let isInMaskedGroup = slot > 0 && evaluator.masked[tree.slots[tree.slots[slot].parent].node] != nil
      if let ground = evaluator.masked[node], !isInMaskedGroup {
        for (part, _) in evaluator.placeParts(of: node) {
          facts.hide(part, ground)
          // „Frau Kowalski“ is also called Kowalski.
          if case .house(let name) = part { facts.hide(.house(FoldedName.withoutAddress(name)), ground) }
        }
      } else if subject == .other, subjects[slot] != nil {
        for (part, owner) in evaluator.placeParts(of: node) {
          facts.hide(part, evaluator.masked[owner] ?? definition.ofOthers)
        }
      }
    }
    hidden = facts
  }
}
