internal import XMLTree

/// What is declared for the conversation alone: lines, prefills, next steps.
extension FormLint {
  /// What is taken over and what comes next, held against both forms.
  mutating func conversation(of form: FormDefinition, _ check: ExpressionCheck) {
    for prefill in form.prefills {
      if let kind = prefill.kind {
        self.kind(kind, prefill.source)
        let file = FormDefinition.ofCase(library)
        takes(
          prefill.takes, in: DeclarationScope(form: form), from: DeclarationScope(form: file),
          ExpressionCheck(form: file, library: library))
      }
      guard let from = prefill.from, let earlier = known(from, prefill.source) else { continue }
      let earlierCheck = ExpressionCheck(form: earlier, library: library)
      takes(
        prefill.takes, in: DeclarationScope(form: form), from: DeclarationScope(form: earlier), earlierCheck)
    }
    for step in form.nextSteps {
      let root = DeclarationScope(form: form)
      expression(step.when, root, check, step.source, as: .condition)
      sentence(step.text, of: step.id, root, check, step.source)
      if let next = step.form { _ = known(next, step.source) }
    }
  }

  /// Every field that a line fills must be one of the group's own.
  mutating func line(of group: GroupDefinition) {
    for name in group.later.sorted() where !group.items.contains(where: { $0.id == name }) {
      add(
        "FORM-ZEILE", group.common.source,
        "›later‹ nennt ›\(name)‹; das gibt es in ›\(group.common.label)‹ nicht."
          + Nearest.question(name, among: group.items.map(\.id)))
    }
    guard let line = group.line else { return }
    let fields = group.items.compactMap { item in
      if case .field(let field) = item, !field.repeats, !field.has(.multiline) { field.common.id } else { nil }
    }
    for name in line.parts.flatMap(\.fields) where !fields.contains(name) {
      add(
        "FORM-ZEILE", line.source,
        "Die Zeile nennt ›\(name)‹; in ›\(group.common.label)‹ gibt es kein solches einzeiliges Feld."
          + Nearest.question(name, among: fields))
    }
  }

  private mutating func takes(
    _ takes: [TakeDefinition], in scope: DeclarationScope, from earlier: DeclarationScope, _ check: ExpressionCheck
  ) {
    for take in takes {
      let items = scope.items ?? []
      guard let item = items.first(where: { $0.id == take.field }) else {
        add(
          "FORM-UEBERNAHME", take.source,
          "Das Feld ›\(take.field)‹ gibt es in ›\(scope.name)‹ nicht."
            + Nearest.question(take.field, among: items.map(\.id)))
        continue
      }
      let value = take.value ?? take.field
      expression(value, earlier, check, take.source)
      guard !take.inner.isEmpty else { continue }
      guard case .group = item else {
        add("FORM-UEBERNAHME", take.source, "›\(take.field)‹ ist keine Gruppe; darin lässt sich nichts übernehmen.")
        continue
      }
      self.takes(
        take.inner, in: scope.entering(item), from: check.target(of: value, in: earlier) ?? earlier.with(.unknown),
        check)
    }
  }

  private mutating func known(_ form: String, _ place: SourcePlace) -> FormDefinition? {
    if let found = library.forms[form] { return found }
    add(
      "FORM-UEBERNAHME", place,
      "Das Formular ›\(form)‹ gibt es nicht." + Nearest.question(form, among: library.forms.keys.sorted()))
    return nil
  }
}

extension ExpressionCheck {
  /// The scope that an expression leads to; nil when it leads to none.
  func target(of source: String, in scope: DeclarationScope) -> DeclarationScope? {
    guard let syntax = try? XPathSyntax(parsing: source) else { return nil }
    var ignored: [ExpressionProblem] = []
    return target(of: syntax, in: scope, &ignored)
  }
}
