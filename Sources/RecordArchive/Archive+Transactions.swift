internal import Files
internal import FormModel
internal import Glibc

/// Reading and writing the data file, each as one transaction.
extension Archive {
  /// The entries as they are now; read again only when another process wrote.
  func currentIndex() throws(ArchiveFailure) -> EntryIndex {
    let version = try database.number("PRAGMA data_version") ?? 0
    if let index, index.version == version { return index.content }
    let content = try readIndex()
    // Inside a transaction the number cannot change any more; outside, the next reader sees it.
    index = (content, version)
    return content
  }

  private func readIndex() throws(ArchiveFailure) -> EntryIndex {
    let isOwn = !database.isInTransaction
    if isOwn { try database.run("BEGIN") }
    defer { if isOwn { try? database.run("COMMIT") } }
    var index = EntryIndex(reserving: try database.number("SELECT count(*) FROM entry") ?? 0)
    let rows = try database.statement("SELECT id, version, kind, rule, due, review, card FROM entry")
    defer { rows.reset() }
    while try rows.step() {
      guard let id = EntryID(bytes: rows.blob(0)) else { throw ArchiveFailure(.damaged, path: place.data) }
      if let entry = open(rows, id) {
        index.set(entry)
      } else {
        index.unreadable.append(id)
      }
    }
    return index
  }

  /// The entry of a row of `entry` with all columns; nil when it does not open.
  func open(_ row: Statement, _ id: EntryID) -> ArchiveEntry? {
    let version = UInt64(bitPattern: Int64(row.int(1)))
    let bound = EntryBinding.card(
      archive: keyring.archive, id: id, version: version, kind: row.text(2), rule: row.text(3), due: row.day(4),
      review: row.day(5))
    let plain = row.withBlob(6) { box in
      keyring.keys.withKey(of: id) { SealedBox.open(box, key: $0, bound: bound) } ?? nil
    }
    guard var plain else { return nil }
    defer { plain.wipe() }
    return EntryCard(plain).map { ArchiveEntry(id: id, version: version, card: $0) }
  }

  /// Runs `body` as one transaction that nobody else writes beside; what it throws undoes everything.
  ///
  /// - Parameter today: the day by the clock; remembered when it is later than the last one seen, but not when it is
  ///   so far ahead that it may be wrong.
  func write<Result>(
    today: Day?, _ body: (inout Changes) throws(ArchiveFailure) -> Result
  ) throws(ArchiveFailure) -> Result {
    try database.run("BEGIN IMMEDIATE")
    do {
      var changes = try begin()
      // Cannot change while the transaction is open.
      let version = try database.number("PRAGMA data_version") ?? 0
      let result = try body(&changes)
      if let today, today > changes.seal.clock, changes.seal.clock.days(until: today) <= ClockCheck.leap {
        changes.seal.clock = today
      }
      try changes.finish()
      try database.run("COMMIT")
      index = (changes.index, version)
      return result
    } catch {
      index = nil
      spareIDs = []
      // SQLite may have rolled back by itself.
      if database.isInTransaction { try? database.run("ROLLBACK") }
      throw error
    }
  }

  /// The state at the beginning of a transaction: the newest keyring, the seal, nothing left undone.
  private func begin() throws(ArchiveFailure) -> Changes {
    let (archive, generation) = try Self.identity(of: database)
    guard archive == keyring.archive else { throw ArchiveFailure(.mixedUp, path: place.data) }
    if generation > keyring.generation { try reloadKeyring() }
    guard generation <= keyring.generation else { throw ArchiveFailure(.keysOlder, path: place.keys) }
    let row = try database.statement("SELECT seal FROM archive")
    guard try row.step() else { throw ArchiveFailure(.damaged, path: place.data) }
    let box = row.blob(0)
    row.reset()
    guard let seal = StoreSeal(box, keyring: keyring) else { throw ArchiveFailure(.damaged, path: place.data) }
    var changes = Changes(archive: self, index: try currentIndex(), seal: seal)
    // Held in one place only, so that changing it does not copy it.
    index = nil
    try changes.finishDeletions()
    return changes
  }

  /// Reads the keyring again, which another process replaced.
  func reloadKeyring() throws(ArchiveFailure) {
    let file = try Self.keyringFile(place.keys)
    guard file.archive == keyring.archive else { throw ArchiveFailure(.mixedUp, path: place.keys) }
    keyring = try file.open(as: person, path: place.keys)
    index = nil
    spareIDs = []
  }

  /// Brings to an end what a crash interrupted: deletions whose keys are gone, and data put back by hand.
  ///
  /// On a disk that cannot be written to it is left for later, and so are dates that a broken schedule does not give;
  /// what was deleted cannot be read without its key anyway.
  func finishWhatWasCutShort() throws(ArchiveFailure) {
    let last = UInt64(max(0, try database.number("SELECT max(number) FROM deletion") ?? 0))
    guard last <= keyring.log.lastNumber else { throw ArchiveFailure(.keysOlder, path: place.keys) }
    let isOlder = try commitOfData() < keyring.seenCommit
    let leftover = access(place.keys + ".neu", F_OK) == 0
    let version = try database.number("PRAGMA user_version") ?? 0
    guard keyring.log.lastNumber > last || isOlder || leftover || version < Schema.version else { return }
    do {
      try write(today: nil) { (changes) throws(ArchiveFailure) in
        // Papers of a case that nobody had ended were without a date once.
        if version < 2 { try changes.recomputeAll(changes.index.entries.keys.sorted()) }
        if isOlder { try changes.adoptOlderData(on: changes.seal.clock) }
        if leftover { try changes.eraseLeftover() }
      }
    } catch {
      guard error.code == .readOnly || error.code == .schedule else { throw error }
    }
  }

  private func commitOfData() throws(ArchiveFailure) -> UInt64 {
    let row = try database.statement("SELECT seal FROM archive")
    defer { row.reset() }
    guard try row.step(), let seal = StoreSeal(row.blob(0), keyring: keyring) else {
      throw ArchiveFailure(.damaged, path: place.data)
    }
    return seal.commit
  }
}
