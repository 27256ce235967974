/// The paper that tells a person what is stored about her has the fields and codes that the schedule names.
extension FormLint {
  mutating func checkDisclosure() {
    guard let definition = library.retention.disclosure else { return }
    guard let form = library.forms[definition.form] else {
      let known = library.forms.keys.sorted()
      return add(
        "FORM-FRIST", definition.source,
        "Das Formular ›\(definition.form)‹ gibt es nicht." + Nearest.question(definition.form, among: known))
    }
    if let reasons = library.holdReasons?.codes.map(\.id), !reasons.contains(definition.reason) {
      add(
        "FORM-LISTE", definition.source,
        "Den Sperrgrund ›\(definition.reason)‹ gibt es nicht." + Nearest.question(definition.reason, among: reasons))
    }
    if library.lists[definition.houses] == nil {
      let known = library.lists.keys.sorted()
      add(
        "FORM-LISTE", definition.source,
        "Die Codeliste ›\(definition.houses)‹ gibt es nicht." + Nearest.question(definition.houses, among: known))
    }
    let papers = items(of: definition.papers, in: form.items)
    for (names, items) in [
      (
        [
          definition.day, definition.number, definition.person, definition.received, definition.papers,
          definition.masks,
        ], form.items
      ), ([definition.title, definition.paperDay, definition.edition, definition.lines], papers),
      ([definition.label, definition.value], self.items(of: definition.lines, in: papers)),
      (
        [definition.maskPaper, definition.maskLabel, definition.ground],
        self.items(of: definition.masks, in: form.items)
      ),
    ] {
      for name in names where !items.contains(where: { $0.id == name }) {
        add(
          "FORM-FRIST", definition.source,
          "Das Feld ›\(name)‹ gibt es in ›\(form.title)‹ nicht." + Nearest.question(name, among: items.map(\.id)))
      }
    }
    guard let grounds = library.disclosureGrounds?.codes.map(\.id) else { return }
    for ground in [definition.ofOthers, definition.ofMentions, definition.ofDanger, definition.ofFiles]
    where !grounds.contains(ground) {
      add(
        "FORM-LISTE", definition.source,
        "Den Grund ›\(ground)‹ gibt es nicht." + Nearest.question(ground, among: grounds))
    }
  }

  private func items(of group: String, in items: [ItemDefinition]) -> [ItemDefinition] {
    if case .group(let group)? = items.first(where: { $0.id == group }) { group.items } else { [] }
  }
}
