extension FormLibrary {
  /// The dates that classes of the retention schedule give for start events, without a record.
  ///
  /// The same expressions over the same names as in a form's record. A class whose start event has not happened gives
  /// none. Throws when an expression of the schedule is broken.
  public func retentionDates(
    of classes: [String], events: [String: Day], day: Day
  ) throws(AuthorMistakes) -> [RetentionDate] {
    let form = eventForm(retaining: classes)
    var record = Record(form: form.id, version: form.version)
    for event in retention.events {
      if let day = events[event.id] { record.root.set(event.id, [.value(day.iso)]) }
    }
    return try EvaluatedRecord(record, form: form, library: self, day: day).retention
  }

  /// A form whose fields are the events, so that a class can be evaluated and checked as in any other.
  func eventForm(retaining classes: [String]) -> FormDefinition {
    let place = SourcePlace(file: "", line: 0)
    let fields = retention.events.map { event in
      ItemDefinition.field(
        FieldDefinition(
          common: ItemProperties(
            id: event.id, label: event.label, rules: [], source: event.source),
          type: FieldType(DayKind()), readonly: false, repeats: false, answers: []))
    }
    var form = FormDefinition(
      id: "ereignisse", version: "1", title: "Ereignisse", short: "EV", basis: "", purpose: "", sections: [],
      rules: [], masks: [], retention: [], isBlocking: false, notices: [], prefills: [],
      nextSteps: [], source: place)
    form.sections = [SectionDefinition(id: "ereignisse", label: "Ereignisse", items: fields)]
    form.retention = classes.compactMap { id in
      retention.classes[id].map { RetentionUse(classID: id, source: $0.source) }
    }
    return form
  }
}

extension RetentionSchedule {
  /// The date that decides about data of some kinds.
  ///
  /// Classes for the same kind are alternatives, of which the longest counts; data of several kinds are kept until
  /// the last of them may go. Nil as long as nothing was started for one of the kinds. A class for cases that nobody
  /// ends counts beside one that has begun, and alone only where `withFallback` says so.
  public static func longest(
    _ dates: [RetentionDate], kinds: [String], withFallback: Bool
  ) -> RetentionDate? {
    var result: RetentionDate?
    for kind in kinds {
      let own = dates.filter { $0.rule.kind == kind }
      guard withFallback || own.contains(where: { !$0.rule.isFallback }),
        let last = own.max(by: { ($0.due, $0.rule.id) < ($1.due, $1.rule.id) })
      else { return nil }
      if result.map({ $0.due < last.due }) ?? true { result = last }
    }
    return result
  }
}
