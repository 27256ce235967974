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
  /// Copies of papers that were handed over.
  public var copies: [Filing.Copies]

  /// Describes a case.
  public init(
    number: String, opened: Day, events: [String: Day], reasons: [String: String], hold: Hold?,
    copies: [Filing.Copies]
  ) {
    (self.number, self.opened, self.events, self.reasons) = (number, opened, events, reasons)
    (self.hold, self.copies) = (hold, copies)
  }
}

extension Archive {
  /// What another archive must know of the cases among entries.
  public func sentCases(of entries: [ArchiveEntry]) throws(ArchiveFailure) -> [SentCase] {
    var cases: [SentCase] = []
    for card in entries.map(\.card) where card.role == .caseFile {
      cases.append(
        SentCase(
          number: card.caseNumber, opened: card.day, events: card.noted, reasons: card.notedReasons, hold: card.hold,
          copies: try self.entries(ofCase: card.caseNumber).compactMap(\.card.copies)))
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
      card.day = min(card.day, sent.opened)
      card.hold = card.hold ?? sent.hold
      card.note(bundle: bundle)
      try changes.update(file.id, to: card)
      let copies = changes.index.entries(ofCase: sent.number).compactMap(\.card.copies)
      for copy in sent.copies where !copies.contains(copy) {
        _ = try changes.insert(changes.card(for: copy, ofCase: sent.number, today: today))
      }
      try changes.recompute(sent.number)
    }
  }
}
