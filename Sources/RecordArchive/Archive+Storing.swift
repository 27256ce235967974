public import FormModel

/// Putting papers in.
extension Archive {
  /// Stores a paper and returns its id.
  ///
  /// A case that is not known yet is opened. A paper of the same case, form and number is the same paper: its record is
  /// replaced and its documents are added. What the paper tells about its case (last contact, end) moves the dates of
  /// everything in the case; a day that is known already is only moved later, never earlier.
  ///
  /// Throws `unknownKind` when the schedule has no class for a kind of data, or none is given.
  @discardableResult
  public func store(_ paper: NewPaper, today: Day) throws(ArchiveFailure) -> EntryID {
    try write(today: today) { (changes) throws(ArchiveFailure) in try changes.store(paper, today: today) }
  }

  /// Notes that copies of papers handed over were made; returns the id of the note.
  ///
  /// Throws `unknownCase` when there is no such case.
  @discardableResult
  public func note(
    _ copies: Filing.Copies, ofCase number: String, today: Day
  ) throws(ArchiveFailure) -> EntryID {
    try write(today: today) { (changes) throws(ArchiveFailure) in
      guard changes.index.caseFile(number) != nil else { throw ArchiveFailure(.unknownCase) }
      let id = try changes.insert(changes.card(for: copies, ofCase: number, today: today))
      try changes.recompute(number)
      return id
    }
  }
}

extension Changes {
  mutating func store(_ paper: NewPaper, today: Day) throws(ArchiveFailure) -> EntryID {
    let schedule = archive.library.retention
    guard !paper.kinds.isEmpty, paper.kinds.allSatisfy({ !schedule.classes(ofKind: $0).isEmpty }) else {
      throw ArchiveFailure(.unknownKind)
    }
    if let number = paper.caseNumber { try noteEvents(of: paper, inCase: number, today: today) }
    let id: EntryID
    if let known = sameAs(paper) {
      id = known.id
      try add(paper, to: known)
    } else {
      id = try insert(card(for: paper, today: today), parts: paper.parts.map(\.bytes))
    }
    if let number = paper.caseNumber {
      try noteCopies(of: paper, inCase: number, today: today)
      try recompute(number)
    } else {
      try recompute(id)
    }
    return id
  }

  /// Opens the case if it is new, and takes in what the paper tells about it.
  private mutating func noteEvents(of paper: NewPaper, inCase number: String, today: Day) throws(ArchiveFailure) {
    let known = Set(archive.library.retention.events.filter(\.isOfCase).map(\.id))
    let events = paper.events.filter { known.contains($0.key) }
    guard let file = index.caseFile(number) else {
      var card = caseCard(number, opened: paper.day, today: today)
      card.events = events
      card.reasons = paper.reasons.filter { known.contains($0.key) }
      card.names = paper.names
      _ = try insert(card)
      return
    }
    var card = file.card
    for (event, day) in events where card.events[event].map({ $0 < day }) ?? true {
      card.events[event] = day
      if let reason = paper.reasons[event] { card.reasons[event] = reason }
    }
    card.day = min(card.day, paper.day)
    for name in paper.names where !card.names.contains(name) { card.names.append(name) }
    try update(file.id, to: card)
  }

  func caseCard(_ number: String, opened: Day, today: Day) -> EntryCard {
    EntryCard(
      role: .caseFile, caseNumber: number, form: "", title: "Vorgang", number: nil, day: opened, stored: today,
      kinds: [archive.library.retention.caseKind].compactMap { $0 }, names: [], events: [:], reasons: [:], date: nil,
      step: nil, hold: nil, caseHold: nil, parts: [], copies: nil, drop: [])
  }

  func card(for copies: Filing.Copies, ofCase number: String, today: Day) -> EntryCard {
    var card = caseCard(number, opened: copies.day ?? today, today: today)
    card.role = .copies
    card.title = "Kopierte Unterlagen"
    card.kinds = [archive.library.retention.copiesKind].compactMap { $0 }
    card.copies = copies
    card.caseHold = index.caseFile(number)?.card.hold
    return card
  }

  private func card(for paper: NewPaper, today: Day) -> EntryCard {
    var card = caseCard(paper.caseNumber ?? "", opened: paper.day, today: today)
    card.role = .paper
    card.form = paper.form
    card.title = paper.title
    card.number = paper.number
    card.kinds = paper.kinds
    card.names = paper.names
    let ofCase = Set(archive.library.retention.events.filter(\.isOfCase).map(\.id))
    card.events = paper.events.filter { paper.caseNumber == nil || !ofCase.contains($0.key) }
    card.parts = parts(of: paper, after: 0)
    card.drop = paper.bundle
    card.caseHold = paper.caseNumber.flatMap { index.caseFile($0)?.card.hold }
    return card
  }

  private func parts(of paper: NewPaper, after last: UInt32) -> [EntryCard.Part] {
    paper.parts.enumerated().map { index, part in
      EntryCard.Part(
        number: last + UInt32(index) + 1, use: part.use, mediaType: part.mediaType, size: part.bytes.count, version: 0)
    }
  }

  /// The same paper, stored before.
  private func sameAs(_ paper: NewPaper) -> ArchiveEntry? {
    guard let number = paper.caseNumber, paper.number != nil, !paper.form.isEmpty else { return nil }
    return index.entries(ofCase: number).first {
      $0.card.role == .paper && $0.card.form == paper.form && $0.card.number == paper.number
    }
  }

  private mutating func add(_ paper: NewPaper, to known: ArchiveEntry) throws(ArchiveFailure) {
    var card = known.card
    (card.title, card.day, card.kinds) = (paper.title, paper.day, paper.kinds)
    card.names = paper.names
    var new: [(part: EntryCard.Part, bytes: [UInt8])] = []
    for (part, content) in zip(parts(of: paper, after: card.parts.map(\.number).max() ?? 0), paper.parts) {
      var part = part
      // There is one record, the newest; documents and scans are all kept.
      if part.use == .record, let old = card.parts.first(where: { $0.use == .record }) { part.number = old.number }
      new.append((part, content.bytes))
    }
    try update(known.id, to: card, adding: new)
  }

  /// Notes copies that are not noted yet.
  private mutating func noteCopies(of paper: NewPaper, inCase number: String, today: Day) throws(ArchiveFailure) {
    guard archive.library.retention.copiesKind != nil else { return }
    let known = index.entries(ofCase: number).compactMap(\.card.copies)
    for copies in paper.copies where !known.contains(copies) {
      _ = try insert(card(for: copies, ofCase: number, today: today))
    }
  }
}
