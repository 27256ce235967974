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
    let classes = kinds.flatMap { library.retention.classes(ofKind: $0) }
    let events = library.retention.events.map(\.id).filter { event in classes.contains { $0.start.contains(event) } }
    let rules = (classes.map(\.id), Set(events))
    knownRules[kinds] = rules
    return rules
  }
}

/// Computing the dates of entries from the events of their case.
extension Changes {
  private var schedule: RetentionSchedule { archive.library.retention }

  /// The date that decides about an entry by today's schedule; nil while nothing has started one.
  ///
  /// In a case that nobody ended, the case itself has the date from which it may go without an end; what is in it has
  /// one only when a deletion run asks (`withFallback`), so that each new contact moves one date and not all.
  func date(
    of card: EntryCard, caseEvents: [String: Day], withFallback: Bool = false
  ) throws(ArchiveFailure) -> KeptDate? {
    var events = caseEvents.merging(card.events) { max($0, $1) }
    if card.role == .paper, let event = schedule.dayOfPaper { events[event.id] = card.day }
    let dates = try dates(for: card.kinds, events: events)
    let longest = RetentionSchedule.longest(
      dates, kinds: card.kinds, withFallback: withFallback || card.role == .caseFile)
    guard let longest else { return nil }
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

  /// Computes the dates of a case and of everything in it anew.
  ///
  /// A date that is set is never brought forward unless `shortening` says so; what would be earlier is noted beside it.
  mutating func recompute(
    _ caseNumber: String, shortening: Bool = false, withFallback: Bool = false
  ) throws(ArchiveFailure) {
    guard let file = index.caseFile(caseNumber) else { return }
    var latest = try date(of: file.card, caseEvents: file.card.events)
    // Without an end nothing in the case has a date, and the case has one of its own.
    let isEnded = latest.map { schedule.classes[$0.rule]?.isFallback == false } ?? false
    for id in (index.cases[caseNumber] ?? []).sorted() where id != file.id {
      guard let entry = index.entries[id] else { continue }
      var card = entry.card
      // Once a deletion run gave it such a date it keeps one, so that a second run sees what the first saw.
      let hasOne = card.date.flatMap { schedule.classes[$0.rule]?.isFallback } ?? false
      let new = try date(of: card, caseEvents: file.card.events, withFallback: withFallback || hasOne)
      card.date = Self.keeping(card.date, or: new, shortening: shortening)
      card.caseHold = file.card.hold
      // The case stays as long as anything of it.
      if let own = card.date, let present = latest {
        latest = own.due > present.due ? own : present
      } else if isEnded || withFallback {
        latest = nil
      }
      try update(entry.id, to: card)
    }
    var card = file.card
    latest?.computed = nil
    card.date = Self.keeping(card.date, or: latest, shortening: shortening)
    try update(file.id, to: card)
  }

  /// The same for an entry without a case.
  mutating func recompute(_ id: EntryID, shortening: Bool = false) throws(ArchiveFailure) {
    guard let entry = index.entries[id] else { return }
    if !entry.card.caseNumber.isEmpty { return try recompute(entry.card.caseNumber, shortening: shortening) }
    var card = entry.card
    card.date = Self.keeping(card.date, or: try date(of: card, caseEvents: [:]), shortening: shortening)
    try update(id, to: card)
  }

  /// The new date, or the old one when it is later and nobody asked to shorten.
  static func keeping(_ old: KeptDate?, or new: KeptDate?, shortening: Bool) -> KeptDate? {
    guard let old, let new, new.due < old.due, !shortening else { return new }
    var kept = old
    kept.computed = new.due
    return kept
  }
}
