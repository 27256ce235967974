public import FormModel

/// Putting papers in.
extension Archive {
  /// Stores a paper and returns its id.
  ///
  /// A case that is not known yet is opened. A paper of the same case, form and number is the same paper: where its
  /// values are others, they become the next version beside the ones that were stored; documents are added to the
  /// newest version, and what is stored already is nothing new. What the newest version tells about its case (last
  /// contact, end) moves the dates of everything in the case.
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
      try changes.checkIsOurs(number)
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
    if let number = paper.caseNumber {
      try checkIsOurs(number)
      try openCase(number, for: paper, today: today)
    }
    let id: EntryID
    if let known = sameAs(paper) {
      id = known.id
      try add(paper, to: known, today: today)
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

  /// Opens the case if it is new, and takes in whom the paper names and when it was written.
  private mutating func openCase(_ number: String, for paper: NewPaper, today: Day) throws(ArchiveFailure) {
    guard let file = index.caseFile(number) else {
      var card = caseCard(number, opened: paper.day, today: today)
      card.names = paper.names
      _ = try insert(card)
      return
    }
    var card = file.card
    card.day = min(card.day, paper.day)
    for name in paper.names where !card.names.contains(name) { card.names.append(name) }
    try update(file.id, to: card)
  }

  func caseCard(_ number: String, opened: Day, today: Day) -> EntryCard {
    EntryCard(
      role: .caseFile, caseNumber: number, form: "", title: "Vorgang", number: nil, day: opened, stored: today,
      kinds: [archive.library.kindOfData(ofCase: number)].compactMap { $0 }, names: [], events: [:], reasons: [:],
      date: nil,
      step: nil, hold: nil, caseHold: nil, parts: [], copies: nil, drop: [])
  }

  func card(for copies: Filing.Copies, ofCase number: String, today: Day) -> EntryCard {
    var card = caseCard(number, opened: copies.day ?? today, today: today)
    card.role = .copies
    card.title = "Kopierte Unterlagen"
    card.kinds = [archive.library.retention.copiesKind].compactMap { $0 }
    card.copies = copies
    card.caseHold = index.caseFile(number)?.card.keepsAll
    return card
  }

  private func card(for paper: NewPaper, today: Day) -> EntryCard {
    var card = caseCard(paper.caseNumber ?? "", opened: paper.day, today: today)
    card.role = .paper
    card.form = paper.form
    Self.describe(&card, by: paper)
    card.parts = parts(of: paper, after: 0, edition: max(1, paper.edition ?? 1))
    card.drop = paper.bundle
    if let carried = paper.carried {
      card.stored = carried.stored ?? today
      card.added = today
      card.take(carried, by: archive.library.retention)
    }
    card.caseHold = paper.caseNumber.flatMap { index.caseFile($0)?.card.keepsAll }
    return card
  }

  /// What lists and rules know of a paper is what its newest version says.
  private static func describe(_ card: inout EntryCard, by paper: NewPaper) {
    (card.title, card.number, card.reference) = (paper.title, paper.number, paper.reference)
    (card.day, card.kinds, card.names) = (paper.day, paper.kinds, paper.names)
    (card.events, card.reasons) = (paper.events, paper.reasons)
  }

  private func parts(of paper: NewPaper, after last: UInt32, edition: Int) -> [EntryCard.Part] {
    paper.parts.enumerated().map { index, part in
      EntryCard.Part(
        number: last + UInt32(index) + 1, use: part.use, mediaType: part.mediaType, size: part.bytes.count,
        edition: edition, version: 0)
    }
  }

  /// The same paper, stored before.
  private func sameAs(_ paper: NewPaper) -> ArchiveEntry? {
    if let id = paper.entry { return index.entries[id] }
    guard !paper.form.isEmpty, paper.caseNumber != nil || !paper.reference.isEmpty else { return nil }
    let candidates = paper.caseNumber.map { index.entries(ofCase: $0) } ?? Array(index.entries.values)
    return candidates.first { entry in
      guard entry.card.caseNumber == paper.caseNumber ?? "" else { return false }
      guard entry.card.role == .paper, entry.card.form == paper.form else { return false }
      if !paper.reference.isEmpty { return entry.card.reference == paper.reference }
      return paper.number != nil && entry.card.number == paper.number
    }
  }

  /// Adds what is new of a paper: other values as its next version, documents to the one they belong to.
  private mutating func add(_ paper: NewPaper, to known: ArchiveEntry, today: Day) throws(ArchiveFailure) {
    var card = known.card
    let record = paper.parts.first { $0.use == .record }
    let isOther = try record.map { (record) throws(ArchiveFailure) in try !holds(record, in: known) } ?? false
    let edition = isOther ? card.edition + 1 : card.edition
    if record != nil { Self.describe(&card, by: paper) }
    if paper.keepsEvents { (card.events, card.reasons) = (known.card.events, known.card.reasons) }
    card.note(bundle: paper.bundle)
    var new: [(part: EntryCard.Part, bytes: [UInt8])] = []
    let last = card.parts.map(\.number).max() ?? 0
    for (part, content) in zip(parts(of: paper, after: last, edition: edition), paper.parts) {
      let isThere = try holds(content, in: known)
      if isOther || !isThere { new.append((part, content.bytes)) }
    }
    if let carried = paper.carried { card.take(carried, by: archive.library.retention) }
    if !new.isEmpty { card.added = today }
    try update(known.id, to: card, adding: new)
  }

  /// Whether the newest version of an entry has a file with these bytes already.
  private func holds(_ new: NewPaper.Part, in entry: ArchiveEntry) throws(ArchiveFailure) -> Bool {
    for part in entry.card.parts(ofEdition: entry.card.edition) where part.use == new.use {
      guard part.size == new.bytes.count else { continue }
      if try archive.content(of: part, in: entry) == new.bytes { return true }
    }
    return false
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
