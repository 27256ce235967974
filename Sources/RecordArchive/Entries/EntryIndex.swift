internal import FormModel

/// All entries in memory, by id and by case.
struct EntryIndex {
  private(set) var entries: [EntryID: ArchiveEntry] = [:]
  private(set) var cases: [String: Set<EntryID>] = [:]
  private var withoutCase: Set<EntryID> = []
  private var caseFiles: [String: EntryID] = [:]
  /// Entries without a key, or whose card does not open.
  var unreadable: [EntryID] = []

  init(reserving count: Int = 0) {
    entries.reserveCapacity(count)
  }

  mutating func set(_ entry: ArchiveEntry) {
    if let old = entries[entry.id], old.card.caseNumber != entry.card.caseNumber { remove(entry.id) }
    entries[entry.id] = entry
    guard !entry.card.caseNumber.isEmpty else {
      withoutCase.insert(entry.id)
      return
    }
    cases[entry.card.caseNumber, default: []].insert(entry.id)
    if entry.card.role == .caseFile { caseFiles[entry.card.caseNumber] = entry.id }
  }

  mutating func remove(_ id: EntryID) {
    guard let entry = entries.removeValue(forKey: id) else { return }
    withoutCase.remove(id)
    if caseFiles[entry.card.caseNumber] == id { caseFiles[entry.card.caseNumber] = nil }
    cases[entry.card.caseNumber]?.remove(id)
    if cases[entry.card.caseNumber]?.isEmpty == true { cases[entry.card.caseNumber] = nil }
  }

  /// The entries of a case, the case itself first, then by day and number.
  func entries(ofCase number: String) -> [ArchiveEntry] {
    inOrder(cases[number] ?? [])
  }

  /// The entries that fit, by case, the case itself first, then by day; those without a case come before all.
  func entries(where fits: (ArchiveEntry) -> Bool) -> [ArchiveEntry] {
    // Case by case: to compare every entry with every other would take longer than to decrypt them.
    let groups = [withoutCase] + cases.sorted { $0.key < $1.key }.map(\.value)
    return groups.flatMap { group in
      inOrder(group.filter { id in entries[id].map(fits) ?? false })
    }
  }

  private func inOrder(_ ids: Set<EntryID>) -> [ArchiveEntry] {
    guard ids.count > 1 else { return ids.compactMap { entries[$0] } }
    let ranks = ids.compactMap { id in entries[id].map { Rank($0) } }
    return ranks.sorted().compactMap { entries[$0.id] }
  }

  /// The order in which people read entries.
  static func comesFirst(_ left: ArchiveEntry, _ right: ArchiveEntry) -> Bool { Rank(left) < Rank(right) }

  /// The case itself.
  func caseFile(_ number: String) -> ArchiveEntry? {
    caseFiles[number].flatMap { entries[$0] }
  }
}

/// The place of an entry in the order in which people read them.
private struct Rank: Comparable {
  let caseNumber: String
  let role: UInt8
  let day: Day
  let form: String
  let number: Int
  let id: EntryID

  init(_ entry: ArchiveEntry) {
    let card = entry.card
    (caseNumber, role, day, form, number, id) = (
      card.caseNumber, card.role.rawValue, card.day, card.form, card.number ?? 0, entry.id
    )
  }

  /// Most entries that are compared differ in one of the first three; a tuple would copy all six.
  static func < (left: Rank, right: Rank) -> Bool {
    if left.caseNumber != right.caseNumber { return left.caseNumber < right.caseNumber }
    if left.role != right.role { return left.role < right.role }
    if left.day != right.day { return left.day < right.day }
    if left.form != right.form { return left.form < right.form }
    return (left.number, left.id) < (right.number, right.id)
  }
}
