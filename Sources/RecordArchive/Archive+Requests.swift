public import FormModel

/// Requests for information about a case (Art. 15 DSGVO, § 83 SGB X): until one is answered, nothing of the case is deleted.
extension Archive {
  /// Notes that a person asked what is stored about her; the answer is due within a month.
  ///
  /// Source: Art. 12 Abs. 3 DSGVO.
  ///
  /// - Parameters:
  ///   - person: who asked.
  ///   - received: the day on which the request arrived; the period runs from there.
  ///   - isExtended: whether the person was told that it takes longer, and why; then the longest period counts.
  ///
  /// Throws `unknownCase`, or what is wrong as findings. Gives the last day for the answer.
  @discardableResult
  public func request(
    by person: String, received: Day, isExtended: Bool = false, inCase number: String, today: Day
  ) throws(ArchiveFailure) -> Day {
    guard let rule = library.retention.disclosure else { throw ArchiveFailure(.schedule) }
    guard received <= today else {
      throw ArchiveFailure([
        .archive(
          "E-LO-18", "Der Eingang des Auskunftsersuchens liegt in der Zukunft (\(received.german)).",
          "Bitte das Datum prüfen.")
      ])
    }
    let last = LegalPeriod(from: received, lasting: isExtended ? rule.longest : rule.period).end
    try write(today: today) { (changes) throws(ArchiveFailure) in
      try changes.checkIsOurs(number)
      guard let file = changes.index.caseFile(number) else { throw ArchiveFailure(.unknownCase) }
      var card = file.card
      card.requests.removeAll { $0.note == person }
      card.requests.append(Hold(reason: rule.reason, note: person, by: personLabel, since: received, review: last))
      card.requests.sort { ($0.review, $0.note) < ($1.review, $1.note) }
      try changes.update(file.id, to: card)
      try changes.recompute(number)
    }
    return last
  }

  /// Notes that a request was answered, so that it keeps nothing any more.
  ///
  /// Throws `unknownCase` or `unknownRequest`.
  public func answered(_ person: String, inCase number: String, today: Day) throws(ArchiveFailure) {
    try write(today: today) { (changes) throws(ArchiveFailure) in
      try changes.checkIsOurs(number)
      guard let file = changes.index.caseFile(number) else { throw ArchiveFailure(.unknownCase) }
      var card = file.card
      card.requests.removeAll { $0.note == person }
      guard card.requests.count < file.card.requests.count else { throw ArchiveFailure(.unknownRequest) }
      try changes.update(file.id, to: card)
      try changes.recompute(number)
    }
  }

  /// Notes on a case that a disclosure was made: when, by whom, how much was left out; never of what or whom.
  ///
  /// Throws `unknownCase`.
  public func note(_ disclosure: Disclosed, inCase number: String, today: Day) throws(ArchiveFailure) {
    try write(today: today) { (changes) throws(ArchiveFailure) in
      try changes.checkIsOurs(number)
      guard let file = changes.index.caseFile(number) else { throw ArchiveFailure(.unknownCase) }
      var card = file.card
      card.disclosed.append(disclosure)
      try changes.update(file.id, to: card)
    }
  }
}

/// That somebody was told what is stored of a case; it names nobody and repeats nothing.
public struct Disclosed: Hashable, Sendable {
  /// The day it was made.
  public var day: Day
  /// Who made it, as that person is called in this archive.
  public var by: String
  /// How many papers it tells of.
  public var papers: Int
  /// How many values were left out.
  public var masks: Int

  /// Describes a disclosure.
  public init(day: Day, by: String, papers: Int, masks: Int) {
    (self.day, self.by, self.papers, self.masks) = (day, by, papers, masks)
  }
}

extension Disclosed {
  func write(to writer: inout ByteWriter) {
    writer.day(day)
    writer.text(by)
    writer.number(UInt32(clamping: papers))
    writer.number(UInt32(clamping: masks))
  }

  init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    guard let day = try reader.day() else { throw ByteReader.Malformed() }
    self.day = day
    by = try reader.text()
    papers = Int(try reader.number())
    masks = Int(try reader.number())
  }
}
