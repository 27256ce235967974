extension LibraryWriter {
  mutating func retention(_ schedule: RetentionSchedule) {
    list(schedule.events) { writer, event in
      writer.text(event.id)
      writer.text(event.label)
      writer.flag(event.isOfCase)
      writer.place(event.source)
    }
    text(schedule.caseKind)
    text(schedule.copiesKind)
    text(schedule.logKind)
    table(schedule.classes) { writer, rule in
      writer.text(rule.id)
      writer.text(rule.label)
      writer.text(rule.start)
      writer.text(rule.event)
      writer.text(rule.period.iso)
      writer.text(rule.action.rawValue)
      writer.text(rule.kind)
      writer.flag(rule.isFallback)
      writer.text(rule.reminder?.iso)
      writer.text(rule.afterwards?.iso)
      writer.text(rule.basis)
      writer.place(rule.source)
    }
  }
}

extension LibraryReader {
  mutating func retention() -> RetentionSchedule {
    RetentionSchedule(
      events: list {
        RetentionSchedule.Event(id: $0.text(), label: $0.text(), isOfCase: $0.flag(), source: $0.place())
      },
      caseKind: optionalText(), copiesKind: optionalText(), logKind: optionalText(),
      classes: table {
        RetentionSchedule.Class(
          id: $0.text(), label: $0.text(), start: $0.text(), event: $0.text(), period: $0.period(),
          action: $0.value(otherwise: .delete), kind: $0.optionalText(), isFallback: $0.flag(),
          reminder: $0.optional { $0.period() },
          afterwards: $0.optional { $0.period() }, basis: $0.text(), source: $0.place())
      })
  }

  private mutating func period() -> Period {
    let period = Period(iso: text())
    if period == nil { fail() }
    return period ?? Period.empty
  }
}
