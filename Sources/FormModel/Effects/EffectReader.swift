internal import XMLTree

/// Reads from the tree of a paper what it allows or takes away.
struct EffectReader {
  let evaluator: Evaluator

  /// What a release says; `root` is the node of its record.
  func grant(_ definition: GrantDefinition, at root: XMLNode) -> Grant {
    let place = definition.source
    func text(_ source: String?, _ node: XMLNode) -> String {
      source.map { $0.isEmpty ? "" : evaluator.value($0, at: node, place).string } ?? ""
    }
    func holds(_ source: String?, _ node: XMLNode) -> Bool {
      evaluator.holds(source, at: node, place, otherwise: false)
    }
    let persons = definition.persons
    let people = nodes(persons.names.each, root, place).map { node in
      let name = text(persons.names.name, node)
      return SignatureCheck.Person(
        name: name, spellings: [name, text(persons.titled, node)], folded: FoldedName(name),
        roles: [text(persons.role, node)], isBarred: holds(persons.barred, node),
        birth: PartialDay(canonical: text(persons.birth, node)))
    }
    let signatures = nodes(definition.signatures.names.each, root, place).map { node in
      SignatureCheck.Signature(
        name: text(definition.signatures.names.name, node), day: Day(iso: text(definition.signatures.day, node)))
    }
    let check = SignatureCheck(
      people, signatures: signatures, made: Day(iso: text(definition.made, root)),
      today: evaluator.day(changing: signatures.compactMap(\.day)))
    let custody = definition.custody.first { evaluator.holds($0.when, at: root, $0.source, otherwise: false) }
    let result = custody.map { check.result(for: $0.signers) }
    var unsettled = definition.unsettled.filter { evaluator.holds($0.when, at: root, $0.source, otherwise: false) }
      .map { evaluator.sentence($0.text, at: root, $0.source) }
    if custody == nil, unsettled.isEmpty { unsettled.append("wer unterschreiben muss") }
    if let minors = result?.minors, !minors.isEmpty {
      unsettled.append("\(minors.joined(separator: ", ")): bei der Unterschrift noch nicht 18 Jahre alt")
    }
    let kinds = nodes(definition.information, root, place).filter { !$0.text.isEmpty }
    return Grant(
      number: text(definition.number, root), from: unsettled.isEmpty ? result?.from : nil,
      missing: result?.missing ?? [], unsettled: unsettled, isUnwritten: holds(definition.unwritten, root),
      until: Day(iso: text(definition.until, root)), withdrawn: Day(iso: text(definition.withdrawn, root)),
      recipients: recipients(definition.recipients, at: root, place),
      information: kinds.map(\.text),
      words: Dictionary(kinds.map { ($0.text, evaluator.display($0)) }, uniquingKeysWith: { first, _ in first }),
      persons: people.map(\.name), subjects: names(definition.subjects, root, place))
  }

  private func recipients(
    _ definition: RecipientsDefinition, at root: XMLNode, _ place: SourcePlace
  ) -> [Grant.Recipient] {
    nodes(definition.each, root, place).enumerated().map { index, node in
      func text(_ source: String?) -> String { source.map { evaluator.value($0, at: node, place).string } ?? "" }
      return Grant.Recipient(
        number: index + 1, kind: text(definition.kind), name: text(definition.name), office: text(definition.office),
        area: text(definition.area), display: evaluator.display(node))
    }
  }

  /// What a sheet takes back; `root` is the node of its record.
  func revocation(_ definition: RevocationDefinition, at root: XMLNode) -> Revocation {
    let place = definition.source
    func texts(_ source: String?) -> [String] {
      source.map { nodes($0, root, place).map(\.text).filter { !$0.isEmpty } } ?? []
    }
    return Revocation(
      reference: evaluator.value(definition.reference, at: root, place).string,
      from: Day(iso: evaluator.value(definition.from, at: root, place).string),
      isWhole: evaluator.holds(definition.whole, at: root, place, otherwise: true),
      persons: names(definition.persons, root, place), subjects: names(definition.subjects, root, place),
      entries: texts(definition.entries), wordings: texts(definition.wordings),
      information: texts(definition.information))
  }

  func names(_ definition: NamesDefinition, _ root: XMLNode, _ place: SourcePlace) -> [String] {
    nodes(definition.each, root, place).map { evaluator.value(definition.name, at: $0, place).string }
      .filter { !$0.isEmpty }
  }

  func nodes(_ source: String, _ node: XMLNode, _ place: SourcePlace) -> [XMLNode] {
    source.isEmpty ? [] : evaluator.value(source, at: node, place).nodes
  }
}
