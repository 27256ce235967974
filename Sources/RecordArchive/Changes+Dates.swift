internal import FormModel

/// What dates depend on.
struct DateQuestion: Hashable {
  var kinds: [String]
  var events: [String: Day]
}

/// Computing the dates of entries from the events of their case.
extension Changes {
  private var schedule: RetentionSchedule { archive.library.retention }

  /// The date that decides about an entry by today's schedule; nil while nothing has started one.
  func date(of card: EntryCard, caseEvents: [String: Day]) throws(ArchiveFailure) -> KeptDate? {
    var events = caseEvents.merging(card.events) { max($0, $1) }
    if card.role == .paper { events["datum"] = card.day }
    let dates = try dates(for: card.kinds, events: events)
    guard let longest = RetentionSchedule.longest(dates, kinds: card.kinds) else { return nil }
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
    let classes = kinds.flatMap { schedule.classes(ofKind: $0) }
    let named = events.filter { event in classes.contains { $0.start.contains(event.key) } }
    let question = DateQuestion(kinds: kinds, events: named)
    if let known = archive.knownDates[question] { return known }
    do throws(AuthorMistakes) {
      let dates = try archive.library.retentionDates(of: classes.map(\.id), events: named, day: seal.clock)
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
  mutating func recompute(_ caseNumber: String, shortening: Bool = false) throws(ArchiveFailure) {
    let entries = index.entries(ofCase: caseNumber)
    guard let file = entries.first(where: { $0.card.role == .caseFile }) else { return }
    var latest = try date(of: file.card, caseEvents: file.card.events)
    for entry in entries where entry.card.role != .caseFile {
      var card = entry.card
      card.date = Self.keeping(
        card.date, or: try date(of: card, caseEvents: file.card.events), shortening: shortening)
      card.caseHold = file.card.hold
      // The case stays as long as anything of it.
      if let own = card.date, let present = latest { latest = own.due > present.due ? own : present } else { latest = nil }
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
