internal import Files
internal import FormModel
internal import Glibc

/// Reading and writing the data file, each as one transaction.
extension Archive {
  /// The entries as they are now; read again only when another process wrote.
  func currentIndex() throws(ArchiveFailure) -> EntryIndex {
    if let ongoing { return ongoing.index }
    let version = try database.number("PRAGMA data_version") ?? 0
    if let index, index.version == version { return index.content }
    if !database.isInTransaction, try Self.identity(of: database).generation > keyring.generation {
      try reloadKeyring()
    }
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
    let rows = try database.statement("SELECT \(try cardColumns()) FROM entry")
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

  /// The columns of `entry` that ``open(_:_:)`` reads.
  func cardColumns() throws(ArchiveFailure) -> String {
    let version = try database.number("PRAGMA user_version") ?? 0
    return "id, version, kind, rule, due, review, card, " + Schema.circle(in: version)
  }

  /// Lends the key under which a row was sealed; nil when it is not there, or of a circle that counts no more.
  func withKey<Result>(of id: EntryID, circle: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
    guard let circle = UInt32(exactly: circle), circle >= keyring.circles.floor else { return nil }
    return keyring.withKey(of: id, circle: circle, body)
  }

  /// The entry of a row of `entry` with ``cardColumns()``; nil when it does not open.
  func open(_ row: Statement, _ id: EntryID) -> ArchiveEntry? {
    let version = UInt64(bitPattern: Int64(row.int(1)))
    let bound = EntryBinding.card(
      archive: keyring.archive, id: id, version: version, kind: row.text(2), rule: row.text(3), due: row.day(4),
      review: row.day(5))
    let plain = row.withBlob(6) { box in
      withKey(of: id, circle: row.int(7)) { SealedBox.open(box, key: $0, bound: bound) } ?? nil
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
    if let ongoing { return try join(ongoing, today: today, body) }
    try database.run("BEGIN IMMEDIATE")
    do {
      var changes = try begin()
      // Cannot change while the transaction is open.
      let version = try database.number("PRAGMA data_version") ?? 0
      let result = try body(&changes)
      changes.note(today)
      try changes.finish()
      try database.run("COMMIT")
      index = (changes.index, version)
      remember(commit: changes.seal.commit)
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
  func begin() throws(ArchiveFailure) -> Changes {
    let seen = LastSeen.read(place, keyring.archive)
    let (archive, generation) = try Self.identity(of: database)
    guard archive == keyring.archive else { throw ArchiveFailure(.mixedUp, path: place.data) }
    if generation > keyring.generation { try reloadKeyring() }
    guard generation <= keyring.generation else { throw ArchiveFailure(.keysOlder, path: place.keys) }
    let row = try database.statement("SELECT seal FROM archive")
    guard try row.step() else { throw ArchiveFailure(.damaged, path: place.data) }
    let box = row.blob(0)
    row.reset()
    guard let seal = StoreSeal(box, keyring: keyring) else { throw ArchiveFailure(.damaged, path: place.data) }
    try check(against: seen, commit: seal.commit)
    try upgradeTables()
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
    let new = try file.open(as: person, path: place.keys)
    // Whoever replaces it knows the secret of the circle before; whoever has left does not know the one after.
    guard new.circles.contains(mark: keyring.circles.mark) else { throw ArchiveFailure(.keysForged, path: place.keys) }
    keyring = new
    index = nil
    spareIDs = []
  }

  /// Brings to an end what a crash interrupted: deletions whose keys are gone, and data put back by hand.
  ///
  /// On a disk that cannot be written to it is left for later, and so are dates that a broken schedule does not give;
  /// what was deleted cannot be read without its key anyway.
  func finishWhatWasCutShort() throws(ArchiveFailure) {
    let seen = LastSeen.read(place, keyring.archive)
    let last = UInt64(max(0, try database.number("SELECT max(number) FROM deletion") ?? 0))
    guard last <= keyring.log.lastNumber else { throw ArchiveFailure(.keysOlder, path: place.keys) }
    let commit = try commitOfData()
    try check(against: seen, commit: commit)
    try checkThatSomethingOpens()
    remember(commit: commit)
    let isOlder = commit < keyring.seenCommit
    let leftover = access(place.keys + ".neu", F_OK) == 0
    let version = try database.number("PRAGMA user_version") ?? 0
    let isUnsettled = keyring.circles.isUnsettled
    guard keyring.log.lastNumber > last || isOlder || leftover || isUnsettled || version < Schema.version else {
      return
    }
    do {
      try write(today: nil) { (changes) throws(ArchiveFailure) in
        // Papers of a case that nobody had ended were without a date once.
        if version < 2 { try changes.recomputeAll(changes.index.entries.keys.sorted()) }
        if isOlder { try changes.adoptOlderData(on: changes.seal.clock) }
        if leftover { try changes.eraseLeftover() }
      }
      try sealAnewIfPossible()
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

  /// Brings the tables of an older file forward.
  func upgradeTables() throws(ArchiveFailure) {
    let version = try database.number("PRAGMA user_version") ?? 0
    guard version < Schema.version else { return }
    if version < 3 { try database.run(Schema.kept) }
    if version < 4 { for statement in Schema.circles { try database.run(statement) } }
    try database.run("PRAGMA user_version = \(Schema.version)")
  }

  /// Refuses a keyring that opens nothing of the data: it was made by somebody who does not know what opens them.
  ///
  /// One that opens is enough: others may be damaged, or newer than a keyring that was restored.
  private func checkThatSomethingOpens() throws(ArchiveFailure) {
    let gone = Set(keyring.log.records.map(\.id))
    let rows = try database.statement("SELECT \(try cardColumns()) FROM entry ORDER BY id")
    defer { rows.reset() }
    var tried = 0
    while try rows.step() {
      // What was deleted since the data were copied is not meant to open.
      guard let id = EntryID(bytes: rows.blob(0)), !gone.contains(id) else { continue }
      if open(rows, id) != nil { return }
      tried += 1
    }
    guard tried == 0 else { throw ArchiveFailure(.keysForged, path: place.keys) }
  }
}
