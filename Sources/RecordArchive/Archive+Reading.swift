public import FormModel

/// Finding and reading what is stored.
extension Archive {
  /// What to look for; everything given must fit.
  public struct Query: Hashable, Sendable {
    /// The number of the case.
    public var caseNumber: String?
    /// The id of the form.
    public var form: String?
    /// The kind of data.
    public var kind: String?
    /// The first day of the paper.
    public var from: Day?
    /// The last day of the paper.
    public var to: Day?
    /// A part of a name, in whatever spelling: „oezturk“ finds „Öztürk“.
    public var name: String?
    /// Whether data that were restricted are found too.
    public var includesRestricted = false

    /// A query that finds everything but what was restricted.
    public init() {}
  }

  /// The entries that fit, by case, the case itself first, then by day.
  public func entries(_ query: Query = Query()) throws(ArchiveFailure) -> [ArchiveEntry] {
    let index = try currentIndex()
    let words = query.name.map { Self.searchable($0).split(separator: "-") }
    let fits = { (entry: ArchiveEntry) -> Bool in
      let card = entry.card
      if let form = query.form, card.form != form { return false }
      if let kind = query.kind, !card.kinds.contains(kind) { return false }
      if let from = query.from, card.day < from { return false }
      if let to = query.to, card.day > to { return false }
      if case .restricted? = card.step, !query.includesRestricted { return false }
      guard let words else { return true }
      return !words.isEmpty
        && card.names.contains { name in
          let folded = Self.searchable(name)
          return words.allSatisfy { folded.contains($0) }
        }
    }
    return query.caseNumber.map { index.entries(ofCase: $0).filter(fits) } ?? index.entries(where: fits)
  }

  /// The search form, in which people may leave out what an umlaut adds: Öztürk, Oeztuerk and Ozturk are the same.
  private static func searchable(_ name: String) -> String {
    let folded = SearchForm.fold(name)
    var result = ""
    var last: Character?
    for letter in folded {
      if letter == "E", let last, "AOU".contains(last) { continue }
      result.append(letter)
      last = letter
    }
    return result
  }

  /// How many entries there are that cannot be opened, because the keyring lacks their keys or they are damaged.
  public func unreadableCount() throws(ArchiveFailure) -> Int {
    try currentIndex().unreadable.count
  }

  /// The entry whose written id begins with a text of at least four digits.
  ///
  /// Throws `unknownEntry` or `ambiguousEntry`.
  public func entry(_ beginning: String) throws(ArchiveFailure) -> ArchiveEntry {
    let index = try currentIndex()
    let wanted = beginning.lowercased()
    if let id = EntryID(wanted), let entry = index.entries[id] { return entry }
    guard wanted.utf8.count >= 4, wanted.utf8.count <= 16 else { throw ArchiveFailure(.unknownEntry) }
    let found = index.entries.values.filter { $0.id.description.hasPrefix(wanted) }
    guard let entry = found.first else { throw ArchiveFailure(.unknownEntry) }
    guard found.count == 1 else { throw ArchiveFailure(.ambiguousEntry) }
    return entry
  }

  /// The case of a number with everything in it, the case itself first.
  ///
  /// Throws `unknownCase`.
  public func entries(ofCase number: String) throws(ArchiveFailure) -> [ArchiveEntry] {
    let entries = try currentIndex().entries(ofCase: number)
    guard !entries.isEmpty else { throw ArchiveFailure(.unknownCase) }
    return entries
  }

  /// The content of a part of an entry.
  ///
  /// Throws `damaged` when it does not open or is not the one that the card names.
  public func content(of part: EntryCard.Part, in entry: ArchiveEntry) throws(ArchiveFailure) -> [UInt8] {
    if let content = try stored(part, in: entry) { return content }
    // Another process may have sealed it anew since the entry was read.
    guard !database.isInTransaction, try Self.identity(of: database).generation > keyring.generation else {
      throw ArchiveFailure(.damaged, path: place.data)
    }
    try reloadKeyring()
    guard let content = try stored(part, in: entry) else { throw ArchiveFailure(.damaged, path: place.data) }
    return content
  }

  private func stored(_ part: EntryCard.Part, in entry: ArchiveEntry) throws(ArchiveFailure) -> [UInt8]? {
    let circle = Schema.circle(in: try database.number("PRAGMA user_version") ?? 0)
    let row = try database.statement("SELECT box, \(circle) FROM part WHERE id = ? AND number = ?")
    defer { row.reset() }
    try row.bind([.id(entry.id), .int(Int(part.number))])
    guard try row.step() else { return nil }
    let bound = EntryBinding.part(
      archive: keyring.archive, id: entry.id, number: part.number, version: part.version)
    let plain = row.withBlob(0) { box in
      withKey(of: entry.id, circle: row.int(1)) { SealedBox.open(box, key: $0, bound: bound) } ?? nil
    }
    return plain.flatMap { $0.count == part.size ? $0 : nil }
  }

  /// A record that is stored, as XML.
  public struct StoredRecord: Hashable, Sendable {
    /// The id of the paper's form.
    public var form: String
    /// Its place among the papers of the case: by number, then by day.
    public var order: Int
    /// The record as it was stored, XML.
    public var bytes: [UInt8]
  }

  /// The records of all papers of a case in their newest versions, in their order.
  ///
  /// Throws `unknownCase`.
  public func records(inCase number: String) throws(ArchiveFailure) -> [StoredRecord] {
    let papers = try entries(ofCase: number).filter { entry in
      entry.card.role == .paper && entry.card.record != nil
    }
    let sorted = papers.sorted {
      ($0.card.number ?? 0, $0.card.day, $0.id) < ($1.card.number ?? 0, $1.card.day, $1.id)
    }
    var records: [StoredRecord] = []
    for entry in sorted {
      guard let part = entry.card.record else { continue }
      records.append(
        StoredRecord(form: entry.card.form, order: records.count, bytes: try content(of: part, in: entry)))
    }
    return records
  }
}
