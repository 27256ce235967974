internal import XMLTree

/// What a form says about figures: how they follow from each other, what is counted, how it is published.
extension FormLint {
  mutating func relations(of field: FieldDefinition, in scope: DeclarationScope, _ check: ExpressionCheck) {
    let place = field.common.source
    if !field.has(.figure), field.common.count != nil || !field.relations.isEmpty {
      add(
        "FORM-ANZAHL", place,
        "Nur eine Anzahl (type=\"count\") wird gezählt oder summiert; ›\(field.common.id)‹ ist keine.")
    }
    for relation in field.relations {
      note(relation.text, at: relation.source)
      text(relation.text, scope.entering(.field(field)), check, relation.source)
      for term in relation.terms {
        expression(term.path, scope, check, relation.source)
        var ignored: [ExpressionProblem] = []
        guard let syntax = try? XPathSyntax(parsing: term.path),
          let other = check.target(of: syntax, in: scope, &ignored)?.field, !other.has(.figure)
        else { continue }
        add("FORM-ANZAHL", relation.source, "›\(other.common.id)‹ ist keine Anzahl und kann nicht summiert werden.")
      }
    }
  }

  mutating func figures(of form: FormDefinition, in root: DeclarationScope, _ check: ExpressionCheck) {
    var ids: Set<String> = []
    for (index, set) in form.sets.enumerated() {
      if !ids.insert(set.id).inserted { add("FORM-DOPPELT", set.source, "Die Menge ›\(set.id)‹ gibt es schon.") }
      var before = check
      before.sets.removeSubrange(index...)
      expression(set.nodes, root, before, set.source, as: .nodes)
    }
    for counted in form.countedForms {
      guard let other = library.forms[counted.form] else {
        add(
          "FORM-PAPIER", counted.source,
          "Das Formular ›\(counted.form)‹ gibt es nicht."
            + Nearest.question(counted.form, among: library.forms.keys.sorted()))
        continue
      }
      let scope = DeclarationScope(form: other)
      expression(counted.key, scope, check, counted.source)
      expression(counted.name, scope, check, counted.source)
      for reason in counted.reasons { expression(reason.when, scope, check, reason.source, as: .condition) }
    }
    movements(of: form, in: root, check)
    statistics(of: form)
    if form.statistics != nil { storedFigures(form.items) }
    publication(of: form, in: root, check)
  }

  /// What movements say of papers is asked of each paper.
  private mutating func movements(of form: FormDefinition, in root: DeclarationScope, _ check: ExpressionCheck) {
    guard let course = form.movements else { return }
    guard let other = library.forms[course.form] else {
      return add(
        "FORM-PAPIER", course.source,
        "Das Formular ›\(course.form)‹ gibt es nicht."
          + Nearest.question(course.form, among: library.forms.keys.sorted()))
    }
    expression(course.papers, root, check, course.source, as: .nodes)
    let scope = DeclarationScope(form: other)
    for text in [course.caseKey, course.day, course.order, course.end] { expression(text, scope, check, course.source) }
    for condition in [course.contact, course.first, course.belongs] {
      expression(condition, scope, check, course.source, as: .condition)
    }
  }

  /// What is counted must be declared as counted: calculated anew, a stored sheet without its papers would give nothing.
  private mutating func storedFigures(_ items: [ItemDefinition]) {
    for item in items {
      switch item {
      case .group(let group): storedFigures(group.items)
      case .field(let field):
        guard let calculate = field.calculate, field.kind.valueType.isNumber,
          ["set(", "sources(", "papers(", "moves(", "part("].contains(where: calculate.contains)
        else { continue }
        add(
          "FORM-ZAEHLEN", field.common.source,
          "›\(field.common.id)‹ wird aus anderen Papieren berechnet; gespeichert wird es nicht, und ohne die Papiere käme "
            + "etwas anderes heraus. Bitte ›count‹ statt ›calculate‹ schreiben.")
      }
    }
  }

  /// The year must be a number, the quarter a choice that tells which number each code is.
  private mutating func statistics(of form: FormDefinition) {
    guard let statistics = form.statistics else { return }
    let same = library.forms.values.filter { $0.id != form.id && $0.statistics?.name == statistics.name }
    for other in same.map(\.id).sorted().prefix(1) {
      add("FORM-DOPPELT", statistics.source, "Die Statistik ›\(statistics.name)‹ ist schon das Formular ›\(other)‹.")
    }
    if let whole = statistics.whole {
      let words = whole.split(separator: "=", maxSplits: 1).map(String.init)
      let field = words.first.flatMap { form.field(at: $0) }
      if words.count != 2 || field?.list.flatMap({ library.lists[$0]?.code(words[1]) }) == nil {
        add("FORM-QUARTAL", statistics.source, "›\(whole)‹ nennt kein Feld mit einer Auswahl und einen Code daraus.")
      }
    }
    let fields = [
      (statistics.year, FieldType(IntegerKind())), (statistics.quarter, FieldType(ChoiceKind())),
      (statistics.first, FieldType(DayKind())), (statistics.last, FieldType(DayKind())),
    ]
    for (name, kind) in fields {
      let field = form.items.first { $0.id == name }
      guard case .field(let known)? = field, known.type == kind else {
        add(
          "FORM-QUARTAL", statistics.source,
          "Das Feld ›\(name)‹ gibt es nicht, oder es ist von anderer Art."
            + Nearest.question(name, among: form.items.map(\.id)))
        continue
      }
      let codes = known.list.flatMap { library.lists[$0] }?.codes ?? []
      let marks = codes.map { $0.properties[StatisticsDefinition.periodProperty] ?? "" }
      if kind.kind.answers.areCodes, marks.contains("") || Set(marks).count != marks.count || marks.isEmpty {
        add(
          "FORM-QUARTAL", statistics.source,
          "In der Liste von ›\(name)‹ sagt nicht bei jeder Angabe die Eigenschaft "
            + "›\(StatisticsDefinition.periodProperty)‹, welcher Zeitraum sie ist, oder zwei sagen dasselbe.")
      }
    }
  }

  private mutating func publication(of form: FormDefinition, in root: DeclarationScope, _ check: ExpressionCheck) {
    guard let publication = form.publication else { return }
    note(publication.text, at: publication.source)
    let field = form.items.first { $0.id == publication.field }
    guard case .field(let choice)? = field, let list = choice.list.flatMap({ library.lists[$0] }) else {
      return add(
        "FORM-AUSGABE", publication.source,
        "Das Auswahlfeld ›\(publication.field)‹ gibt es nicht."
          + Nearest.question(publication.field, among: form.items.map(\.id)))
    }
    if list.code(publication.code) == nil {
      add(
        "FORM-AUSGABE", publication.source,
        "Die Angabe ›\(publication.code)‹ gibt es bei ›\(choice.common.label)‹ nicht."
          + Nearest.question(publication.code, among: list.codes.map(\.id)))
    }
    if let area = publication.area, !form.items.contains(where: { $0.id == area }) {
      add(
        "FORM-AUSGABE", publication.source,
        "Das Feld ›\(area)‹ gibt es nicht." + Nearest.question(area, among: form.items.map(\.id)))
    }
    // What is said about a figure may name figures of any place; only what every place has can be checked.
    text(publication.text, root.with(.unknown), check, publication.source)
  }
}
