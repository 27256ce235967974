public import FormModel

/// What an archive knows of a case besides its papers, on its way into another archive.
public struct SentCase: Hashable, Sendable {
  /// The number of the case.
  public var number: String
  /// The day on which it was opened.
  public var opened: Day
  /// The events that were noted on it, such as its end.
  public var events: [String: Day]
  /// Why they happened.
  public var reasons: [String: String]
  /// What keeps it from being deleted.
  public var hold: Hold?
  /// The requests for information that are open.
  public var requests: [Hold] = []
  /// When somebody was told what is stored of the case.
  public var disclosed: [Disclosed] = []
  /// Until when the case is kept; nil when nobody knows.
  public var date: KeptDate?
  /// Copies of papers that were handed over.
  public var copies: [Copies]

  /// A note on copies, with what keeps it.
  public struct Copies: Hashable, Sendable {
    /// What was copied.
    public var note: Filing.Copies
    /// What else the archive knew of the note.
    public var entry: SentEntry

    /// Describes copies.
    public init(_ note: Filing.Copies, entry: SentEntry) {
      (self.note, self.entry) = (note, entry)
    }
  }

  /// Describes a case.
  public init(number: String, opened: Day, events: [String: Day], reasons: [String: String], copies: [Copies]) {
    (self.number, self.opened, self.events, self.reasons) = (number, opened, events, reasons)
    self.copies = copies
  }
}

/// What an archive knows of an entry besides its files, on its way into another archive.
public struct SentEntry: Hashable, Sendable {
  /// The day it was stored; nil when nobody says.
  public var stored: Day?
  /// The kinds of data it holds.
  public var kinds: [String] = []
  /// Its own hold.
  public var hold: Hold?
  /// What was done instead of deleting.
  public var step: EntryCard.Step?
  /// Until when it is kept; nil when nobody knows.
  public var date: KeptDate?

  /// Describes an entry of which no more than the day it was stored is known.
  public init(stored: Day?) {
    self.stored = stored
  }

  /// Describes an entry.
  init(_ card: EntryCard) {
    (stored, kinds, hold, step, date) = (card.stored, card.kinds, card.hold, card.step, card.date)
  }
}

extension EntryCard {
  /// What another archive must know of the entry besides its files.
  public var sentEntry: SentEntry { SentEntry(self) }

  /// Takes over what another archive knew of the entry: a hold of our own stays, and nothing is kept for a shorter time.
  mutating func take(_ sent: SentEntry, by schedule: RetentionSchedule) {
    hold = hold ?? sent.hold
    step = step ?? sent.step
    if !sent.kinds.isEmpty, sent.kinds.allSatisfy({ !schedule.classes(ofKind: $0).isEmpty }) { kinds = sent.kinds }
    take(sent.date, by: schedule)
  }

  mutating func take(_ sent: KeptDate?, by schedule: RetentionSchedule) {
    guard var sent, schedule.classes[sent.rule] != nil, date.map({ $0.due < sent.due }) ?? true else { return }
    sent.computed = nil
    date = sent
  }
}

extension Archive {
  /// What another archive must know of the cases among entries.
  public func sentCases(of entries: [ArchiveEntry]) throws(ArchiveFailure) -> [SentCase] {
    var cases: [SentCase] = []
    for card in entries.map(\.card) where card.role == .caseFile {
      var sent = SentCase(
        number: card.caseNumber, opened: card.day, events: card.noted, reasons: card.notedReasons,
        copies: try self.entries(ofCase: card.caseNumber).compactMap { entry in
          entry.card.copies.map { SentCase.Copies($0, entry: SentEntry(entry.card)) }
        })
      (sent.hold, sent.requests, sent.date) = (card.hold, card.requests, card.date)
      sent.disclosed = card.disclosed
      cases.append(sent)
    }
    return cases
  }

  /// Takes in what another archive knew of a case: its events, a hold, copies; its papers are stored before.
  ///
  /// What is known here already is only moved later, never earlier, and a hold of our own stays. Throws what is wrong
  /// with the days as findings, and then changes nothing.
  ///
  /// - Parameters:
  ///   - bundle: the id of the bundle it came with, by which that is known when it comes once more.
  ///   - today: the day by the clock.
  public func take(_ sent: SentCase, bundle: [UInt8], today: Day) throws(ArchiveFailure) {
    if let late = sent.events.values.max(), late > today {
      throw ArchiveFailure([
        .archive("E-LO-13", "Das Ereignis liegt in der Zukunft (\(late.german)).", "Bitte das Datum prüfen.")
      ])
    }
    try write(today: today) { (changes) throws(ArchiveFailure) in
      try changes.checkIsOurs(sent.number)
      if changes.index.caseFile(sent.number) == nil {
        _ = try changes.insert(changes.caseCard(sent.number, opened: sent.opened, today: today))
      }
      guard let file = changes.index.caseFile(sent.number) else { throw ArchiveFailure(.unknownCase) }
      var card = file.card
      let known = Set(library.retention.events.filter(\.isOfCase).map(\.id))
      for (event, day) in sent.events where known.contains(event) && card.noted[event].map({ $0 < day }) ?? true {
        card.noted[event] = day
        card.notedReasons[event] = sent.reasons[event]
      }
      // Why it was ended although something was open belongs to the end that came with it.
      if let despite = sent.reasons[Self.despite], card.noted == sent.events {
        card.notedReasons[Self.despite] = card.notedReasons[Self.despite] ?? despite
      }
      card.day = min(card.day, sent.opened)
      card.hold = card.hold ?? sent.hold
      for request in sent.requests where !card.requests.contains(request) { card.requests.append(request) }
      for disclosed in sent.disclosed where !card.disclosed.contains(disclosed) { card.disclosed.append(disclosed) }
      card.take(sent.date, by: library.retention)
      card.note(bundle: bundle)
      try changes.update(file.id, to: card)
      let copies = changes.index.entries(ofCase: sent.number).compactMap(\.card.copies)
      for copy in sent.copies where !copies.contains(copy.note) {
        var card = changes.card(for: copy.note, ofCase: sent.number, today: today)
        card.stored = copy.entry.stored ?? today
        card.take(copy.entry, by: library.retention)
        _ = try changes.insert(card)
      }
      try changes.recompute(sent.number)
    }
  }
}
