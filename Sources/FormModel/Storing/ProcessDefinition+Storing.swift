extension LibraryWriter {
  mutating func process(_ process: ProcessDefinition) {
    list(process.cases) { writer, kind in
      for source in [kind.id, kind.label, kind.number, kind.opened, kind.touched, kind.ended] { writer.text(source) }
      writer.text(kind.reason)
      writer.text(kind.reminder?.iso)
      writer.text(kind.names)
      writer.place(kind.source)
    }
    list(process.duties) { writer, duty in
      for source in [duty.id, duty.kind, duty.when, duty.done, duty.text, duty.basis] { writer.text(source) }
      for source in [duty.each, duty.until, duty.form] { writer.text(source) }
      writer.text(duty.strength.rawValue)
      writer.text(duty.closing.rawValue)
      writer.place(duty.source)
    }
    list(process.courses) { writer, course in
      for source in [course.id, course.label, course.kind, course.each] { writer.text(source) }
      writer.list(course.states) { writer, state in
        for source in [state.id, state.label, state.when] { writer.text(source) }
        writer.text(state.since)
        writer.place(state.source)
      }
      writer.optional(course.skipped) { $0.finding($1) }
      writer.place(course.source)
    }
    list(process.agreements) { writer, agreement in
      for source in [agreement.id, agreement.label, agreement.kind, agreement.each, agreement.what] {
        writer.text(source)
      }
      writer.text(agreement.who)
      writer.text(agreement.until)
      writer.place(agreement.source)
    }
    place(process.source)
  }
}

extension LibraryReader {
  mutating func process() -> ProcessDefinition {
    ProcessDefinition(
      cases: list {
        CaseKind(
          id: $0.text(), label: $0.text(), number: $0.text(), opened: $0.text(), touched: $0.text(), ended: $0.text(),
          reason: $0.optionalText(), reminder: $0.optionalText().flatMap { Period(iso: $0) },
          names: $0.optionalText(), source: $0.place())
      },
      duties: list { $0.duty() }, courses: list { $0.course() },
      agreements: list {
        AgreementDefinition(
          id: $0.text(), label: $0.text(), kind: $0.text(), each: $0.text(), what: $0.text(), who: $0.optionalText(),
          until: $0.optionalText(), source: $0.place())
      },
      source: place())
  }

  private mutating func duty() -> DutyDefinition {
    let (id, kind, when, done, text, basis) = (self.text(), self.text(), self.text(), self.text(), self.text(), self.text())
    return DutyDefinition(
      id: id, kind: kind, each: optionalText(), when: when, done: done, until: optionalText(), form: optionalText(),
      strength: value(otherwise: .warning), closing: value(otherwise: .ignore), text: text, basis: basis,
      source: place())
  }

  private mutating func course() -> CourseDefinition {
    CourseDefinition(
      id: text(), label: text(), kind: text(), each: text(),
      states: list {
        CourseDefinition.State(
          id: $0.text(), label: $0.text(), when: $0.text(), since: $0.optionalText(), source: $0.place())
      },
      skipped: optional { $0.finding() }, source: place())
  }
}
