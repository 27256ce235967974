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
  /// A class that has not begun is stood for by the first of its `otherwise` that has. Classes for the same kind are
  /// alternatives, of which the longest counts; data of several kinds are kept until the last of them may go, and as
  /// long as something is to be settled for one of them. Nil when nothing has begun for one of the kinds.
  public func deciding(_ dates: [RetentionDate], kinds: [String]) -> RetentionDate? {
    var result: RetentionDate?
    for kind in kinds {
      var last: RetentionDate?
      for rule in classes(ofKind: kind) {
        let candidates = [rule.id] + rule.otherwise
        guard let own = candidates.lazy.compactMap({ id in dates.first { $0.rule.id == id } }).first else { continue }
        if last.map({ $0.isBefore(own) }) ?? true { last = own }
      }
      guard let last else { return nil }
      if result.map({ $0.isBefore(last) }) ?? true { result = last }
    }
    return result
  }
}

extension RetentionDate {
  /// Whether another date decides beside this one: what must be settled, otherwise the later.
  fileprivate func isBefore(_ other: RetentionDate) -> Bool {
    let isSettled = (rule.action != .settle, other.rule.action != .settle)
    return isSettled.0 == isSettled.1 ? (due, rule.id) < (other.due, other.rule.id) : isSettled.0
  }
}
