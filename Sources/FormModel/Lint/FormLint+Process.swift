internal import XMLTree

/// What is declared about cases and duties: every expression, form and kind of case.
extension FormLint {
  mutating func checkProcess() {
    let process = library.process
    let form = FormDefinition.ofCase(library)
    let check = ExpressionCheck(form: form, library: library)
    let root = DeclarationScope(form: form)
    for kind in process.cases {
      for source in [kind.opened, kind.touched, kind.ended] {
        expression(source, root, check, kind.source, as: .day)
      }
      for source in [kind.reason, kind.names] { expression(source, root, check, kind.source) }
      let numbers = library.profile.numbers.filter { $0.form == nil }.map(\.id)
      if !numbers.contains(kind.number) {
        add(
          "FORM-PFLICHT", kind.source,
          "Die Nummer eines Vorgangs ›\(kind.number)‹ gibt es nicht." + Nearest.question(kind.number, among: numbers))
      }
    }
    checkKindsOfCases()
    var ids: Set<String> = []
    for duty in process.duties {
      if !ids.insert(duty.id).inserted {
        add("FORM-DOPPELT", duty.source, "Die Pflicht ›\(duty.id)‹ gibt es schon.")
      }
      if duty.kind.isEmpty { service(duty) } else { kind(duty.kind, duty.source) }
      let scope = inner(duty.each, root, check, duty.source)
      spot = "Pflicht ›\(duty.id)‹"
      for source in [duty.when, duty.done] { expression(source, scope, check, duty.source, as: .condition) }
      expression(duty.until, scope, check, duty.source, as: .day)
      if duty.text.isEmpty { add("FORM-PFLICHT", duty.source, "Der Pflicht ›\(duty.id)‹ fehlt, was zu tun ist.") }
      sentence(duty.text, of: duty.id, scope, check, duty.source)
      if let form = duty.form, library.forms[form] == nil {
        add(
          "FORM-PFLICHT", duty.source,
          "Das Formular ›\(form)‹ gibt es nicht." + Nearest.question(form, among: library.forms.keys.sorted()))
      }
      if !canHold(duty.done) {
        add("FORM-PFLICHT", duty.source, "Die Pflicht ›\(duty.id)‹ wird nie erfüllt: ›done‹ sieht kein Papier an.")
      }
      spot = nil
    }
    for course in process.courses {
      kind(course.kind, course.source)
      let scope = inner(course.each, root, check, course.source)
      for state in course.states {
        expression(state.when, scope, check, state.source, as: .condition)
        expression(state.since, scope, check, state.source, as: .day)
      }
      if let skipped = course.skipped { text(skipped, scope, check, course.source) }
    }
    for feedback in process.feedbacks {
      if !ids.insert(feedback.id).inserted {
        add("FORM-DOPPELT", feedback.source, "›\(feedback.id)‹ gibt es schon.")
      }
      kind(feedback.kind, feedback.source)
      expression(feedback.when, root, check, feedback.source)
      text(feedback.refused, root, check, feedback.source)
      for form in [feedback.form] + feedback.instead.compactMap(\.form) where library.forms[form] == nil {
        add(
          "FORM-PFLICHT", feedback.source,
          "Das Formular ›\(form)‹ gibt es nicht." + Nearest.question(form, among: library.forms.keys.sorted()))
      }
      if let form = library.forms[feedback.form], !form.prefills.contains(where: { $0.kind == feedback.kind }) {
        add(
          "FORM-PFLICHT", feedback.source,
          "›\(form.title)‹ übernimmt nichts aus dem Vorgang: es fehlt <prefill case=\"\(feedback.kind)\">.")
      }
    }
    for agreement in process.agreements {
      kind(agreement.kind, agreement.source)
      let scope = inner(agreement.each, root, check, agreement.source)
      for source in [agreement.what, agreement.who] { expression(source, scope, check, agreement.source, as: .printed) }
      expression(agreement.until, scope, check, agreement.source)
    }
  }

  /// A duty of the service itself looks at the papers of its form and has nothing to do with the end of a case.
  private mutating func service(_ duty: DutyDefinition) {
    if duty.form == nil {
      add("FORM-PFLICHT", duty.source, "Eine Pflicht ohne ›case‹ braucht ›form‹: auf diese Papiere sieht sie.")
    } else if let form = duty.form.flatMap({ library.forms[$0] }), form.filing?.caseField != nil {
      add("FORM-PFLICHT", duty.source, "›\(form.title)‹ gehört zu einem Vorgang; bitte mit ›case‹ sagen, zu welchem.")
    }
    if duty.closing != .ignore {
      add("FORM-PFLICHT", duty.source, "›closing‹ gilt für das Ende eines Vorgangs und braucht ›case‹.")
    }
  }

  /// Each kind of case has numbers of its own, an event that ends it, and classes by which it is kept.
  private mutating func checkKindsOfCases() {
    let schedule = library.retention
    let endings = schedule.endings.map(\.id)
    var ids: Set<String> = []
    var numbers: Set<String> = []
    for kind in library.process.cases {
      if !ids.insert(kind.id).inserted {
        add("FORM-DOPPELT", kind.source, "Die Art von Vorgang ›\(kind.id)‹ gibt es schon.")
      }
      if !numbers.insert(kind.number).inserted {
        add(
          "FORM-PFLICHT", kind.source,
          "Die Nummer ›\(kind.number)‹ hat schon eine andere Art von Vorgang; an ihr werden sie unterschieden.")
      }
      if let data = kind.data, schedule.classes(ofKind: data).isEmpty {
        add(
          "FORM-PFLICHT", kind.source,
          "Für die Datenart ›\(data)‹ gibt es keine Klasse." + Nearest.question(data, among: schedule.kinds))
      }
      if let id = kind.ending, !endings.contains(id) {
        add(
          "FORM-PFLICHT", kind.source,
          "Ein Ereignis ›\(id)‹, das einen Vorgang beendet, gibt es nicht." + Nearest.question(id, among: endings))
      } else if kind.ending == nil, endings.count > 1 {
        add(
          "FORM-PFLICHT", kind.source,
          "Mehrere Ereignisse beenden einen Vorgang; bitte bei ›\(kind.id)‹ mit ›ends‹ sagen, welches.")
      }
    }
  }

  private mutating func inner(
    _ each: String?, _ root: DeclarationScope, _ check: ExpressionCheck, _ place: SourcePlace
  ) -> DeclarationScope {
    expression(each, root, check, place, as: .nodes)
    guard let each, let syntax = try? XPathSyntax(parsing: each) else { return root }
    var ignored: [ExpressionProblem] = []
    return check.target(of: syntax, in: root, &ignored) ?? root
  }

  mutating func kind(_ id: String, _ place: SourcePlace) {
    let known = library.process.cases.map(\.id)
    guard !known.contains(id) else { return }
    add("FORM-PFLICHT", place, "Die Art von Vorgang ›\(id)‹ gibt es nicht." + Nearest.question(id, among: known))
  }

  /// Whether a condition depends on anything.
  private func canHold(_ source: String) -> Bool {
    guard let syntax = try? XPathSyntax(parsing: source) else { return true }
    return switch syntax {
    case .call("false", _), .call("true", _), .literal, .number: false
    case .path, .call, .binary, .negative, .variable: true
    }
  }
}
