public import Paperwork
public import RecordArchive

/// A paper of the same number that lies in the archive with other values.
public struct OtherVersion: Hashable, Sendable {
  /// Its entry.
  public var entry: EntryID
  /// What it is called: the title of its form and its number.
  public var title: String
  /// The version that lies there, from 1.
  public var edition: Int
  /// What differs, in the order of the form.
  public var changes: [RecordChange]
  /// The version that the new paper would become.
  public var next: Int { edition + 1 }

  /// What is to be settled, by labels alone: values do not belong into messages.
  public var finding: Finding {
    let places = changes.prefix(6).map { "›\($0.place)‹" } + (changes.count > 6 ? ["…"] : [])
    return Finding(
      id: "E-LO-20", strength: .error, path: "", place: "Ablage",
      message:
        "\(title) liegt schon in der Ablage, mit anderen Angaben: \(places.joined(separator: ", ")).",
      remedy:
        "Ist dies die berichtigte Fassung, kommt sie mit --replace als Fassung \(next) daneben; ist es ein anderes"
        + " Papier, braucht es eine eigene Nummer.")
  }
}

/// What became of a paper that was filed.
public struct FiledPaper: Hashable, Sendable {
  /// How it was filed.
  public enum Outcome: Hashable, Sendable {
    /// It was not there.
    case new
    /// It was there already, with the same values; documents that were new joined it.
    case known
    /// It is the next version of one that was there.
    case version(Int)
  }

  /// Its entry.
  public var id: EntryID
  /// How it was filed.
  public var outcome: Outcome

  /// Something that was filed.
  public init(id: EntryID, outcome: Outcome) {
    (self.id, self.outcome) = (id, outcome)
  }

  /// That in German words.
  public var german: String {
    switch outcome {
    case .new: "Abgelegt"
    case .known: "Schon abgelegt"
    case .version(let edition): "Abgelegt als Fassung \(edition)"
    }
  }
}

/// Papers that are filed again: the same, or the next version.
extension PaperFiling {
  /// A stored or new record, evaluated by itself.
  private struct Given {
    let record: Record
    let paper: EvaluatedRecord
  }

  private func read(_ bytes: [UInt8]) throws -> Given {
    let read = try checker.read(bytes, name: "")
    return Given(record: read.paper.record, paper: try checker.evaluate(read))
  }

  /// How a paper stands to what is stored.
  private enum Standing {
    case new
    case known(EntryID)
    case other(OtherVersion, stored: Given)
  }

  /// Puts a paper into an archive.
  ///
  /// One that lies there with the same values is nothing new. Other values under its number become the next version
  /// beside the stored one when `mayFollow` says so, or when the record names itself that version; otherwise throws what
  /// is to be settled.
  @discardableResult
  public func file(
    _ paper: NewPaper, into archive: Archive, today: Day, mayFollow: (OtherVersion) throws -> Bool
  ) throws -> FiledPaper {
    var paper = paper
    let given = try paper.parts.first { $0.use == .record }.map { try read($0.bytes) }
    paper.edition = given?.record.edition
    switch try standing(of: paper, given, in: archive) {
    case .new: return FiledPaper(id: try archive.store(paper, today: today), outcome: .new)
    case .known(let id):
      paper.entry = id
      paper.parts.removeAll { $0.use == .record }
      return FiledPaper(id: try archive.store(paper, today: today), outcome: .known)
    case .other(let other, let stored):
      let isMarked = given?.record.edition == other.next
      guard try isMarked || mayFollow(other) else { throw ArchiveFailure([other.finding]) }
      paper.entry = other.entry
      if !isMarked, let given, let index = paper.parts.firstIndex(where: { $0.use == .record }) {
        var next = stored.record.next(
          with: given.record.root, instead: stored.record.root, form: given.paper.form, on: day)
        next.edition = other.next
        next.unconfirmed = given.record.unconfirmed
        paper.parts[index].bytes = next.xml()
      }
      return FiledPaper(id: try archive.store(paper, today: today), outcome: .version(other.next))
    }
  }

  private func standing(
    of paper: NewPaper, _ given: Given?, in archive: Archive
  ) throws -> Standing {
    guard let given else { return .new }
    for entry in try entries(like: paper, in: archive) {
      // Only what may be the same paper is read.
      let mayBe =
        isSame(entry, paper) || entry.card.day == paper.day || lacksReference(entry, paper) || given.record.id != nil
      guard mayBe, let part = entry.card.record else { continue }
      let stored = try read(archive.content(of: part, in: entry))
      let isNumbered =
        isSame(entry, paper) || given.record.isEdition(of: stored.record)
        || lacksReference(entry, paper) && stored.paper.filing.reference == paper.reference
      let changes = RecordChange.all(from: stored.paper, to: given.paper)
      // Brought to another version of its form it is another text, whatever its values say.
      let isOfOneVersion = stored.record.version == given.record.version
      if changes.isEmpty, isOfOneVersion, isNumbered || entry.card.day == paper.day { return .known(entry.id) }
      guard isNumbered else { continue }
      // An earlier version that comes once more is known as well.
      if given.record.edition < entry.card.edition,
        let old = entry.card.parts(ofEdition: given.record.edition).first(where: { $0.use == .record }),
        try RecordChange.all(from: read(archive.content(of: old, in: entry)).paper, to: given.paper).isEmpty
      {
        return .known(entry.id)
      }
      let title = entry.card.title + (entry.card.number.map { " Nr. \($0)" } ?? " " + entry.card.reference)
      return .other(
        OtherVersion(entry: entry.id, title: title, edition: entry.card.edition, changes: changes), stored: stored)
    }
    return .new
  }

  /// The papers of the same form and case that are stored.
  private func entries(like paper: NewPaper, in archive: Archive) throws -> [ArchiveEntry] {
    if let id = paper.entry { return [try archive.entry(id.description)] }
    guard !paper.form.isEmpty else { return [] }
    var query = Archive.Query()
    query.form = paper.form
    query.caseNumber = paper.caseNumber
    query.includesRestricted = true
    return try archive.entries(query).filter {
      $0.card.role == .paper && $0.card.caseNumber == paper.caseNumber ?? ""
    }
  }

  /// Whether an entry was stored before entries kept the numbers of their papers.
  private func lacksReference(_ entry: ArchiveEntry, _ paper: NewPaper) -> Bool {
    !paper.reference.isEmpty && entry.card.reference.isEmpty
  }

  /// Whether numbers tell that both are one paper.
  private func isSame(_ entry: ArchiveEntry, _ paper: NewPaper) -> Bool {
    if entry.id == paper.entry { return true }
    if !paper.reference.isEmpty { return entry.card.reference == paper.reference }
    return paper.caseNumber != nil && paper.number != nil && entry.card.number == paper.number
  }
}
