public import FormModel

/// Ending, reopening and holding cases.
extension Archive {
  /// The event whose day ends a case; throws what is wrong with the schedule when it names none.
  private func ending(ofCase number: String) throws(ArchiveFailure) -> RetentionSchedule.Event {
    if let ending = library.ending(ofCase: number) { return ending }
    throw ArchiveFailure([
      .archive(
        "E-LO-15", "In den Fristen steht nicht, welches Ereignis einen Vorgang beendet.",
        "Bitte ein Ereignis in retention.xml mit ends=\"true\" bezeichnen.")
    ])
  }

  /// The longest time until a hold must be looked at again.
  public static let longestReview = "P6M"

  /// Ends a case: the periods that wait for the end of the support begin.
  ///
  /// `despite` is why it is ended although something is open; empty when nothing is. Throws `unknownCase`, `caseEnded`,
  /// or what is wrong with the day or reason as findings.
  public func close(
    _ number: String, on day: Day, reason: String, despite: String = "", today: Day
  ) throws(ArchiveFailure) {
    try write(today: today) { (changes) throws(ArchiveFailure) in
      guard let file = changes.index.caseFile(number) else { throw ArchiveFailure(.unknownCase) }
      try changes.checkIsOurs(number)
      let ending = try ending(ofCase: number)
      guard file.card.events[ending.id] == nil else { throw ArchiveFailure(.caseEnded) }
      var findings: [Finding] = []
      if day > today {
        findings.append(
          .archive(
            "E-LO-10", "›Beendet am‹ liegt in der Zukunft (\(day.german)).",
            "Bitte den Vorgang beenden, wenn die Unterstützung geendet hat."))
      }
      if day < file.card.day {
        findings.append(
          .archive(
            "E-LO-11", "›Beendet am‹ (\(day.german)) liegt vor dem Beginn des Vorgangs (\(file.card.day.german)).",
            "Bitte das Datum prüfen."))
      }
      findings += check(reason, in: ending.reasons, id: "E-LO-12", label: "Beendigungsgrund")
      guard findings.isEmpty else { throw ArchiveFailure(findings) }
      var card = file.card
      card.noted[ending.id] = day
      card.notedReasons[ending.id] = reason
      // What took it up again is over with the new end.
      if let reopening = library.retention.reopening { card.noted[reopening.id] = nil }
      card.notedReasons[Self.despite] = despite.isEmpty ? nil : despite
      try changes.update(file.id, to: card)
      try changes.recompute(number)
      try checkEnd(day, by: ending, of: changes.index.caseFile(number)?.card)
    }
  }

  /// Under which name a case keeps why it was ended although something was open; no event is called so.
  public static let despite = "trotzdem"

  /// Refuses an end that does not count, because the case went on after it or a paper tells a later one.
  private func checkEnd(
    _ day: Day, by ending: RetentionSchedule.Event, of card: EntryCard?
  ) throws(ArchiveFailure) {
    guard let card, card.events[ending.id] != day else { return }
    if let later = card.events[ending.id] {
      throw ArchiveFailure([
        .archive(
          "E-LO-17", "Nach einem Papier endete der Vorgang am \(later.german), nicht am \(day.german).",
          "Bitte das Papier berichtigen; das Ende folgt ihm.")
      ])
    }
    let last = library.retention.events.filter(\.goesOn).compactMap { event in
      card.events[event.id].map { (label: event.label, day: $0) }
    }.max { $0.day < $1.day }
    throw ArchiveFailure([
      .archive(
        "E-LO-16",
        "›Beendet am‹ (\(day.german)) liegt vor dem Tag, an dem der Vorgang noch lief"
          + (last.map { " (\($0.label): \($0.day.german))." } ?? "."),
        "Bitte prüfen, wann die Unterstützung endete.")
    ])
  }

  /// Opens an ended case again, for a new contact: nothing has an end until it is ended anew.
  ///
  /// Throws `unknownCase` or `caseRunning`.
  public func reopen(_ number: String, today: Day) throws(ArchiveFailure) {
    try write(today: today) { (changes) throws(ArchiveFailure) in
      guard let file = changes.index.caseFile(number) else { throw ArchiveFailure(.unknownCase) }
      try changes.checkIsOurs(number)
      let ending = try ending(ofCase: number)
      guard let end = file.card.events[ending.id] else { throw ArchiveFailure(.caseRunning) }
      var card = file.card
      card.noted[ending.id] = nil
      card.notedReasons[ending.id] = nil
      card.notedReasons[Self.despite] = nil
      if let reopening = library.retention.reopening {
        card.noted[reopening.id] = max(end, today)
      } else {
        // Nothing outweighs what a paper tells of an end then, so it goes.
        for entry in changes.index.entries(ofCase: number) where entry.id != file.id {
          var card = entry.card
          card.events[ending.id] = nil
          try changes.update(entry.id, to: card)
        }
      }
      try changes.update(file.id, to: card)
      try changes.recompute(number)
    }
  }

  /// What the archive knows of a case besides its papers: when and why it ended, or that it runs.
  ///
  /// Nothing for a case it does not have.
  public func facts(ofCase number: String) throws(ArchiveFailure) -> EvaluatedCase.Facts {
    guard let card = try currentIndex().caseFile(number)?.card, let ending = library.ending(ofCase: number) else {
      return EvaluatedCase.Facts()
    }
    var facts = EvaluatedCase.Facts(ended: card.events[ending.id], reason: card.reasons[ending.id])
    facts.runsOn = facts.ended == nil
    return facts
  }

  /// Notes another start event of a case, such as that the procedure at the Sozialer Dienst is closed.
  ///
  /// Throws `unknownCase`, or what is wrong as findings. Dates move later by themselves, earlier only with `shortening`.
  public func note(
    _ event: String, on day: Day?, inCase number: String, shortening: Bool = false, today: Day
  ) throws(ArchiveFailure) {
    try write(today: today) { (changes) throws(ArchiveFailure) in
      guard let file = changes.index.caseFile(number) else { throw ArchiveFailure(.unknownCase) }
      try changes.checkIsOurs(number)
      var findings: [Finding] = []
      if let day, day > today {
        findings.append(
          .archive("E-LO-13", "Das Ereignis liegt in der Zukunft (\(day.german)).", "Bitte das Datum prüfen."))
      }
      if !library.retention.events.contains(where: { $0.id == event && $0.mayBeNoted }) {
        findings.append(
          .archive(
            "E-LO-14", "Dieses Ereignis kann hier nicht eingetragen werden.",
            "Möglich ist: "
              + library.retention.events.filter(\.mayBeNoted).map(\.id).joined(
                separator: ", ")
              + "."))
      }
      guard findings.isEmpty else { throw ArchiveFailure(findings) }
      var card = file.card
      card.noted[event] = day
      try changes.update(file.id, to: card)
      try changes.recompute(number, shortening: shortening)
    }
  }

  /// Keeps a case or a single entry from being deleted.
  ///
  /// - Parameters:
  ///   - target: the number of a case, or an entry.
  ///   - reason: a code of the list of such reasons.
  ///   - note: more about it; may be empty.
  ///   - review: when it must be looked at again; after today and within six months.
  ///
  /// Throws `unknownCase`, `unknownEntry`, or what is wrong as findings.
  public func hold(
    _ target: HoldTarget, reason: String, note: String = "", review: Day, today: Day
  ) throws(ArchiveFailure) {
    var findings: [Finding] = []
    if reason.isEmpty {
      findings.append(
        .archive(
          "E-LO-01",
          "Für eine Löschsperre ist ein Grund nötig (z. B. offenes Verfahren nach § 8a SGB VIII).", ""))
    } else {
      findings += check(reason, in: library.retention.holdList, id: "E-LO-02", label: "Grund")
    }
    let last = Period(iso: Self.longestReview).map { today.adding($0) } ?? today
    if review <= today || review > last {
      findings.append(
        .archive(
          "E-LO-03", "›Prüfen am‹ (\(review.german)) muss nach heute und spätestens am \(last.german) liegen.",
          "Eine Löschsperre wird mindestens alle sechs Monate geprüft; dann kann sie erneuert werden."))
    }
    guard findings.isEmpty else { throw ArchiveFailure(findings) }
    let hold = Hold(reason: reason, note: note, by: personLabel, since: today, review: review)
    try setHold(hold, on: target, today: today)
  }

  /// Takes a hold away; the dates that apply are those that applied before.
  ///
  /// Throws `unknownCase` or `unknownEntry`.
  public func release(_ target: HoldTarget, today: Day) throws(ArchiveFailure) {
    try setHold(nil, on: target, today: today)
  }

  private func setHold(_ hold: Hold?, on target: HoldTarget, today: Day) throws(ArchiveFailure) {
    try write(today: today) { (changes) throws(ArchiveFailure) in
      switch target {
      case .caseNumber(let number):
        guard let file = changes.index.caseFile(number) else { throw ArchiveFailure(.unknownCase) }
        try changes.checkIsOurs(number)
        var card = file.card
        card.hold = hold
        try changes.update(file.id, to: card)
        // Everything of the case carries the hold, in clear, so that the due list knows it.
        try changes.recompute(number)
      case .entry(let id):
        guard let entry = changes.index.entries[id] else { throw ArchiveFailure(.unknownEntry) }
        try changes.checkIsOurs(entry.card.caseNumber)
        var card = entry.card
        card.hold = hold
        try changes.update(id, to: card)
        if card.role == .caseFile { try changes.recompute(card.caseNumber) }
      }
    }
  }

  /// A finding when a code is not in its list.
  private func check(_ code: String, in list: String?, id: String, label: String) -> [Finding] {
    guard let codes = list.flatMap({ library.lists[$0] })?.codes, !codes.contains(where: { $0.id == code }) else {
      return []
    }
    return [
      .archive(
        id, "›\(label)‹ ist keine Angabe der Liste.",
        "Möglich ist: " + codes.map { "\($0.id) (\($0.label))" }.joined(separator: ", ") + ".")
    ]
  }

  /// What the person who opened the archive is called in it.
  public var personLabel: String {
    keyring.people.firstIndex { $0.publicKey == person.publicKey }.map { keyring.labels[$0] } ?? ""
  }

  /// The number of that person's access, which the deletion log names.
  var personNumber: UInt32 {
    keyring.people.first { $0.publicKey == person.publicKey }?.number ?? 0
  }
}

extension RetentionSchedule.Event {
  /// Whether somebody may note it on a case; ending and taking up again have ways of their own.
  fileprivate var mayBeNoted: Bool { isOfCase && !endsCase && !isReopening }
}

/// What a hold is put on.
public enum HoldTarget: Hashable, Sendable {
  /// A case with everything in it.
  case caseNumber(String)
  /// A single entry of the archive.
  case entry(EntryID)
}

extension Finding {
  /// An error in what was asked of the archive.
  static func archive(_ id: String, _ message: String, _ remedy: String) -> Finding {
    Finding(id: id, strength: .error, path: "", place: "Ablage", message: message, remedy: remedy)
  }
}
