internal import FormModel

/// What dates depend on.
struct DateQuestion: Hashable {
  var kinds: [String]
  var events: [String: Day]
}

extension Archive {
  /// The classes for kinds of data and the events that their expressions name, looked up once.
  func rules(for kinds: [String]) -> (classes: [String], events: Set<String>) {
    if let known = knownRules[kinds] { return known }
    let classes = library.retention.candidates(ofKinds: kinds).compactMap { library.retention.classes[$0] }
    let events = library.retention.events.map(\.id).filter { event in classes.contains { $0.start.contains(event) } }
    let rules = (classes.map(\.id), Set(events))
    knownRules[kinds] = rules
    return rules
  }
}

/// Computing the dates of entries from the events of their case.
extension Changes {
  private var schedule: RetentionSchedule { archive.library.retention }

  /// The date that decides about an entry by today's schedule; nil where the schedule leaves something without one.
  func date(of card: EntryCard, caseEvents: [String: Day]) throws(ArchiveFailure) -> KeptDate? {
    var events = card.events
    if !card.caseNumber.isEmpty {
      // What a paper tells of its case counts together with what the others tell.
      for event in schedule.events where event.isOfCase { events[event.id] = nil }
      events.merge(caseEvents) { max($0, $1) }
    }
    if let event = schedule.dayOfPaper { events[event.id] = card.day }
    let dates = try dates(for: card.kinds, events: events)
    guard let longest = schedule.deciding(dates, kinds: card.kinds) else { return nil }
    var date = KeptDate(rule: longest.rule.id, start: longest.start, end: longest.end, due: longest.due)
    switch (longest.rule.action, card.step) {
    case (.restrict, .restricted(let day)?), (.offer, .offered(let day)?):
      guard let afterwards = longest.rule.afterwards else { return nil }
      let period = LegalPeriod(from: day, lasting: afterwards)
      (date.start, date.end, date.due) = (day, period.end, period.due)
    default: break
    }
    return date
  }

  /// The dates of the classes for kinds of data; those of one case are mostly the same, so they are kept.
  private func dates(for kinds: [String], events: [String: Day]) throws(ArchiveFailure) -> [RetentionDate] {
    let rules = archive.rules(for: kinds)
    let named = events.filter { rules.events.contains($0.key) }
    let question = DateQuestion(kinds: kinds, events: named)
    if let known = archive.knownDates[question] { return known }
    do throws(AuthorMistakes) {
      let dates = try archive.library.retentionDates(of: rules.classes, events: named, day: seal.clock)
      if archive.knownDates.count > 4_096 { archive.knownDates = [:] }
      archive.knownDates[question] = dates
      return dates
    } catch {
      throw ArchiveFailure(.schedule)
    }
  }

  /// The events of a case that count: those noted on it and those that the newest versions of its papers tell.
  func events(
    ofCase entries: [ArchiveEntry], _ file: EntryCard
  ) -> (events: [String: Day], reasons: [String: String]) {
    let ofCase = Set(schedule.events.filter(\.isOfCase).map(\.id))
    var (events, reasons) = (file.noted, file.notedReasons)
    for card in entries.map(\.card) where card.role == .paper {
      for (event, day) in card.events where ofCase.contains(event) && events[event].map({ $0 < day }) ?? true {
        events[event] = day
        reasons[event] = card.reasons[event]
      }
    }
    events = schedule.settled(events)
    return (events, reasons.filter { events[$0.key] != nil })
  }

  /// Computes the dates of a case and of everything in it anew.
  ///
  /// A date that is set is never brought forward unless `shortening` says so; what would be earlier is noted beside it.
  /// A date that counts only otherwise gives way to any other.
  mutating func recompute(_ caseNumber: String, shortening: Bool = false) throws(ArchiveFailure) {
    guard let file = index.caseFile(caseNumber) else { return }
    let entries = index.entries(ofCase: caseNumber).filter { $0.id != file.id }
    var card = file.card
    (card.events, card.reasons) = events(ofCase: entries, file.card)
    var dates: [EntryID: KeptDate] = [:]
    for entry in entries {
      let new = try date(of: entry.card, caseEvents: card.events)
      dates[entry.id] = keeping(entry.card.date, or: new, kinds: entry.card.kinds, shortening: shortening)
    }
    var latest = try date(of: card, caseEvents: card.events)
    let open = dates.values.filter { isOpen($0) }.max { $0.due < $1.due }
    for entry in entries {
      var own = dates[entry.id]
      // While something of the case is to be settled, nothing of it goes for want of a better date.
      if let open, let date = own, schedule.isProvisional(date.rule, for: entry.card.kinds) { own = open }
      var changed = entry.card
      changed.date = own
      changed.caseHold = card.keepsAll
      // The case stays as long as anything of it.
      latest = own.flatMap { own in latest.map { own.due > $0.due || isOpen(own) ? own : $0 } }
      try update(entry.id, to: changed)
    }
    latest?.computed = nil
    card.date = keeping(card.date, or: latest, kinds: card.kinds, shortening: shortening)
    try update(file.id, to: card)
  }

  /// Whether a date is one on which something must be settled, and nothing is deleted.
  func isOpen(_ date: KeptDate) -> Bool { schedule.classes[date.rule]?.action == .settle }

  /// The same for an entry without a case.
  mutating func recompute(_ id: EntryID, shortening: Bool = false) throws(ArchiveFailure) {
    guard let entry = index.entries[id] else { return }
    if !entry.card.caseNumber.isEmpty { return try recompute(entry.card.caseNumber, shortening: shortening) }
    var card = entry.card
    card.date = keeping(
      card.date, or: try date(of: card, caseEvents: [:]), kinds: card.kinds, shortening: shortening)
    try update(id, to: card)
  }

  /// The new date, or the old one when it is later, of the same standing, and nobody asked to shorten.
  private func keeping(_ old: KeptDate?, or new: KeptDate?, kinds: [String], shortening: Bool) -> KeptDate? {
    guard let old, let new, new.due < old.due, !shortening else { return new }
    let isFirm = ![old, new].contains { schedule.isProvisional($0.rule, for: kinds) }
    guard isFirm || old.rule == new.rule else { return new }
    var kept = old
    kept.computed = new.due
    return kept
  }
}
