extension LibraryWriter {
  mutating func retention(_ schedule: RetentionSchedule) {
    list(schedule.events) { writer, event in
      writer.text(event.id)
      writer.text(event.label)
      writer.flag(event.isOfCase)
      writer.flag(event.endsCase)
      writer.flag(event.isDayOfPaper)
      writer.text(event.reasons)
      writer.place(event.source)
    }
    text(schedule.caseKind)
    text(schedule.copiesKind)
    text(schedule.logKind)
    text(schedule.kindList)
    text(schedule.holdList)
    optional(schedule.proof) { writer, proof in
      for text in proof.texts { writer.text(text) }
      writer.place(proof.source)
    }
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
        RetentionSchedule.Event(
          id: $0.text(), label: $0.text(), isOfCase: $0.flag(), endsCase: $0.flag(), isDayOfPaper: $0.flag(),
          reasons: $0.optionalText(), source: $0.place())
      },
      caseKind: optionalText(), copiesKind: optionalText(), logKind: optionalText(), kindList: optionalText(),
      holdList: optionalText(),
      proof: optional { reader in
        ProofDefinition(
          form: reader.text(), number: reader.text(), day: reader.text(), by: reader.text(), lines: reader.text(),
          entry: reader.text(), kind: reader.text(), end: reader.text(), done: reader.text(), early: reader.text(),
          way: reader.text(), erased: reader.text(), shredded: reader.text(), source: reader.place())
      },
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
