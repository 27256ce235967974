internal import XMLTree

/// What is declared for the archive: kinds of data, events, and what papers tell about them.
extension FormLint {
  /// The classes for the archive, which evaluates them over the events alone.
  mutating func checkSchedule() {
    let form = library.eventForm(retaining: [])
    let check = ExpressionCheck(form: form, library: library)
    let schedule = library.retention
    for kind in [schedule.caseKind, schedule.copiesKind, schedule.logKind].compactMap({ $0 })
    where schedule.classes(ofKind: kind).isEmpty {
      let place = SourcePlace(file: schedule.events.first?.source.file ?? "", line: 1)
      add(
        "FORM-FRIST", place,
        "Für die Datenart ›\(kind)‹ gibt es keine Klasse." + Nearest.question(kind, among: schedule.kinds))
    }
    for rule in library.retention.classes.values.sorted(by: { $0.source.line < $1.source.line }) {
      guard let kind = rule.kind else { continue }
      expression(rule.start, DeclarationScope(form: form), check, rule.source, as: .day)
      if let codes = library.kindsOfData?.codes.map(\.id), !codes.contains(kind) {
        add("FORM-FRIST", rule.source, "Die Datenart ›\(kind)‹ gibt es nicht." + Nearest.question(kind, among: codes))
      }
    }
  }

  /// The paper that proves deletions has the fields that the schedule names, and the events are told apart.
  mutating func checkProof() {
    let schedule = library.retention
    let place = SourcePlace(file: schedule.events.first?.source.file ?? "", line: 1)
    if schedule.caseKind != nil, schedule.endings.isEmpty {
      add("FORM-FRIST", place, "Ein Ereignis beendet den Vorgang; bitte mit ends=\"true\" bezeichnen.")
    }
    let lists = [schedule.kindList, schedule.holdList] + schedule.events.map(\.reasons)
    for list in lists.compactMap({ $0 }) where library.lists[list] == nil {
      add(
        "FORM-LISTE", place,
        "Die Codeliste ›\(list)‹ gibt es nicht." + Nearest.question(list, among: library.lists.keys.sorted()))
    }
    for event in schedule.events {
      let reasons = event.reasons.flatMap { library.lists[$0] }?.codes.map(\.id) ?? []
      for reason in event.atOnce where !reasons.contains(reason) {
        add(
          "FORM-LISTE", event.source,
          "Den Grund ›\(reason)‹ hat ›\(event.label)‹ nicht." + Nearest.question(reason, among: reasons))
      }
    }
    guard let proof = schedule.proof else { return }
    guard let form = library.forms[proof.form] else {
      let known = library.forms.keys.sorted()
      return add(
        "FORM-FRIST", proof.source,
        "Das Formular ›\(proof.form)‹ gibt es nicht." + Nearest.question(proof.form, among: known))
    }
    let lines: [ItemDefinition] =
      if case .group(let group)? = form.items.first(where: { $0.id == proof.lines }) { group.items } else { [] }
    let inLines = [proof.entry, proof.kind, proof.end, proof.done, proof.early, proof.way]
    for (names, items) in [([proof.number, proof.day, proof.by, proof.lines], form.items), (inLines, lines)] {
      for name in names where !items.contains(where: { $0.id == name }) {
        add(
          "FORM-FRIST", proof.source,
          "Das Feld ›\(name)‹ gibt es in ›\(form.title)‹ nicht." + Nearest.question(name, among: items.map(\.id)))
      }
    }
    guard case .field(let way)? = lines.first(where: { $0.id == proof.way }), let codes = library.codes(of: way) else {
      return
    }
    for code in [proof.erased, proof.shredded] where codes.code(code) == nil {
      add(
        "FORM-FRIST", proof.source,
        "Die Angabe ›\(code)‹ gibt es nicht." + Nearest.question(code, among: codes.codes.map(\.id)))
    }
  }

  /// What is reported to the archive, and the events it learns of.
  mutating func filing(_ filing: FilingDefinition, _ root: DeclarationScope, _ check: ExpressionCheck) {
    expression(filing.day, root, check, filing.source, as: .day)
    for source in [filing.number, filing.names] { expression(source, root, check, filing.source) }
    caseField(of: filing, root.form)
    for event in filing.events {
      expression(event.value, root, check, event.source, as: .day)
      expression(event.reason, root, check, event.source)
      let known = library.retention.events.map(\.id)
      if !known.contains(event.id) {
        add(
          "FORM-FRIST", event.source,
          "Das Ereignis ›\(event.id)‹ gibt es nicht." + Nearest.question(event.id, among: known))
      }
    }
    guard let copies = filing.copies else { return }
    expression(copies.each, root, check, copies.source)
    guard let syntax = try? XPathSyntax(parsing: copies.each) else { return }
    var ignored: [ExpressionProblem] = []
    let inner = check.target(of: syntax, in: root, &ignored) ?? root
    for source in [copies.description, copies.pages, copies.day] { expression(source, inner, check, copies.source) }
  }
}
