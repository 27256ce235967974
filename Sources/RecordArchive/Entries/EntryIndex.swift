internal import FormModel

/// All entries in memory, by id and by case.
struct EntryIndex {
  private(set) var entries: [EntryID: ArchiveEntry] = [:]
  private(set) var cases: [String: Set<EntryID>] = [:]
  private var caseFiles: [String: EntryID] = [:]
  /// Entries without a key, or whose card does not open.
  var unreadable: [EntryID] = []

  init(reserving count: Int = 0) {
    entries.reserveCapacity(count)
  }

  mutating func set(_ entry: ArchiveEntry) {
    if let old = entries[entry.id], old.card.caseNumber != entry.card.caseNumber { remove(entry.id) }
    entries[entry.id] = entry
    guard !entry.card.caseNumber.isEmpty else { return }
    cases[entry.card.caseNumber, default: []].insert(entry.id)
    if entry.card.role == .caseFile { caseFiles[entry.card.caseNumber] = entry.id }
  }

  mutating func remove(_ id: EntryID) {
    guard let entry = entries.removeValue(forKey: id) else { return }
    if caseFiles[entry.card.caseNumber] == id { caseFiles[entry.card.caseNumber] = nil }
    cases[entry.card.caseNumber]?.remove(id)
    if cases[entry.card.caseNumber]?.isEmpty == true { cases[entry.card.caseNumber] = nil }
  }

  /// The entries of a case, the case itself first, then by day and number.
  func entries(ofCase number: String) -> [ArchiveEntry] {
    (cases[number] ?? []).compactMap { entries[$0] }.sorted(by: Self.comesFirst)
  }

  /// The case itself.
  func caseFile(_ number: String) -> ArchiveEntry? {
    caseFiles[number].flatMap { entries[$0] }
  }

  /// The order in which people read entries.
  static func comesFirst(_ left: ArchiveEntry, _ right: ArchiveEntry) -> Bool {
    (left.card.caseNumber, left.card.role.rawValue, left.card.day, left.card.form, left.card.number ?? 0, left.id)
      < (right.card.caseNumber, right.card.role.rawValue, right.card.day, right.card.form, right.card.number ?? 0, right.id)
  }
}
