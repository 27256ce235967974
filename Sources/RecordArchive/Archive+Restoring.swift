public import FormModel
internal import Files
internal import Glibc

/// Coming back after a disk broke, without bringing back what was deleted.
extension Archive {
  /// What a restore did.
  public struct Restoration: Hashable, Sendable {
    /// How many entries there are now.
    public var entries = 0
    /// How many that the backup still had were deleted again.
    public var deletedAgain = 0
    /// How many entries of the backup have no key, because the keyring is older than they are.
    public var withoutKey = 0
    /// How many keys belong to entries that the backup does not have, or were never used; destroyed after 30 days.
    public var strayKeys = 0
    /// Where the damaged data file was put that the backup replaced; nil when there was none.
    public var damaged: String?
  }

  /// Takes in backups of the data, the keyring, or both.
  ///
  /// What was deleted since a backup was made is deleted again: what the deletion log of either file names loses its
  /// key. The keyring is written first, then the data, as one transaction; a crash in between leaves the old data.
  ///
  /// - Parameters:
  ///   - data: a backup of the data file; nil to keep the present one.
  ///   - keys: a backup of the keyring; nil to keep the present one.
  ///   - place: where the archive lies, or is to lie.
  ///   - credential: opens the keyring that will count: that of the backup if one is given.
  ///   - label: whose access it is; nil to try everyone's.
  ///   - library: the declarations with the retention schedule.
  ///   - today: the day by the clock.
  public static func restore(
    data: String?, keys: String?, to place: ArchivePlace, with credential: Credential, as label: String? = nil,
    library: FormLibrary, today: Day
  ) throws(ArchiveFailure) -> Restoration {
    guard Sodium.isReady else { throw ArchiveFailure(.noRandomness) }
    for path in [place.data, place.keys] { try LocalFileSystem.check(path) }
    for path in [data, keys].compactMap({ $0 })
    where FileIdentity.isSame(path, place.data) || FileIdentity.isSame(path, place.keys) {
      throw ArchiveFailure(.exists, path: path)
    }
    let before = (try? keyringFile(place.keys))?.generation
    let file = try keyringFile(keys ?? place.keys)
    var (keyring, person) = try file.unlock(credential, label: label, path: keys ?? place.keys)
    let source = try data.map { (path) throws(ArchiveFailure) in try checkedBackup(path, of: keyring) }
    // The present keyring may know of deletions, and may have been replaced more often.
    if keys != nil, let present = try? keyringFile(place.keys), present.archive == keyring.archive {
      keyring.generation = max(keyring.generation, present.generation)
      if let (opened, _) = try? present.unlock(credential, label: label, path: place.keys) {
        try keyring.takeOver(opened.log, path: keys ?? place.keys)
      }
    }
    var result = Restoration()
    let target = try restoreTarget(place, mayBeNew: source != nil, keyring: keyring, today: today)
    let database = target.database
    let (archive, generation) = try identity(of: database)
    guard archive == keyring.archive else { throw ArchiveFailure(.mixedUp, path: place.data) }
    if keys == nil, generation > keyring.generation { throw ArchiveFailure(.keysOlder, path: place.keys) }
    keyring.generation = max(keyring.generation, generation)
    let worker = Archive(place: place, library: library, database: database, keyring: keyring, person: person)
    worker.remembered = LastSeen.read(place, keyring.archive)
    if let source {
      try database.run("ATTACH ? AS source", [.text(source.path)])
    }
    let commit: UInt64
    do throws(ArchiveFailure) {
      try database.run("BEGIN IMMEDIATE")
      // Read before we held the lock; if another process replaced it meanwhile, it must not be overwritten.
      guard (try? keyringFile(place.keys))?.generation == before else { throw ArchiveFailure(.busy, path: place.keys) }
      commit = try worker.takeIn(source, isNew: target.isNew, today: today, into: &result)
      try database.run("COMMIT")
    } catch {
      if database.isInTransaction { try? database.run("ROLLBACK") }
      if target.isNew { _ = unlink(database.path) }
      throw error
    }
    if source != nil { try database.run("DETACH source") }
    if target.isNew { result.damaged = try moveInPlace(database.path, at: place.data) }
    worker.remember(commit: commit)
    return result
  }

  /// Opens a backup of the data and reads every page of it, so that a damaged one changes nothing.
  private static func checkedBackup(_ path: String, of keyring: Keyring) throws(ArchiveFailure) -> Database {
    guard access(path, F_OK) == 0 else { throw ArchiveFailure(.missing, path: path) }
    let source = try Database(path)
    guard try identity(of: source).archive == keyring.archive else { throw ArchiveFailure(.mixedUp, path: path) }
    for number in 1...max(1, try source.pageCount()) { _ = try source.page(number) }
    guard try storedSeal(of: source, keyring, isBackup: true) != nil, try storedLog(in: source) != nil else {
      throw ArchiveFailure(.damaged, path: path)
    }
    return source
  }

  private static func storedSeal(
    of database: Database, _ keyring: Keyring, isBackup: Bool = false
  ) throws(ArchiveFailure) -> StoreSeal? {
    let row = try database.statement("SELECT seal FROM archive")
    defer { row.reset() }
    return try row.step() ? StoreSeal(row.blob(0), keyring: keyring, isBackup: isBackup) : nil
  }

  /// The data file that is there, or a new one under another name when there is none or it cannot be used.
  private static func restoreTarget(
    _ place: ArchivePlace, mayBeNew: Bool, keyring: Keyring, today: Day
  ) throws(ArchiveFailure) -> (database: Database, isNew: Bool) {
    do throws(ArchiveFailure) {
      let database = try openDatabase(place.data)
      guard try identity(of: database).archive == keyring.archive else {
        throw ArchiveFailure(.mixedUp, path: place.data)
      }
      guard try storedSeal(of: database, keyring, isBackup: true) != nil, try storedLog(in: database) != nil else {
        // A keyring from before all keys were made new opens nothing of what was sealed since.
        let isNewer = try identity(of: database).generation > keyring.generation && !mayBeNew
        throw ArchiveFailure(isNewer ? .keysOlder : .damaged, path: place.data)
      }
      return (database, false)
    } catch {
      guard mayBeNew, [.missing, .damaged, .foreign].contains(error.code) else { throw error }
    }
    let draft = place.data + ".neu"
    _ = unlink(draft)
    try makeTables(draft, keyring: keyring, today: today)
    return (try Database(draft), true)
  }

  /// Puts a new data file in its place; a damaged one is kept beside it.
  private static func moveInPlace(_ draft: String, at path: String) throws(ArchiveFailure) -> String? {
    var damaged: String?
    if access(path, F_OK) == 0 {
      let name = path + ".beschaedigt"
      guard rename(path, name) == 0 else { throw ArchiveFailure(.readOnly, path: path) }
      damaged = name
    }
    guard rename(draft, path) == 0 else { throw ArchiveFailure(.readOnly, path: path) }
    return damaged
  }

  /// The ids of all rows.
  private func ids() throws(ArchiveFailure) -> Set<EntryID> {
    let rows = try database.statement("SELECT id FROM main.entry")
    defer { rows.reset() }
    var ids: Set<EntryID> = []
    while try rows.step() {
      if let id = EntryID(bytes: rows.blob(0)) { ids.insert(id) }
    }
    return ids
  }

  /// Inside one transaction: keyring first, then rows; gives the number of the commit.
  private func takeIn(
    _ source: Database?, isNew: Bool, today: Day, into result: inout Restoration
  ) throws(ArchiveFailure) -> UInt64 {
    guard var seal = try Self.storedSeal(of: database, keyring, isBackup: true), let log = try storedLog() else {
      throw ArchiveFailure(.damaged, path: place.data)
    }
    try upgradeTables()
    var keyring = self.keyring
    try keyring.takeOver(log, path: place.data)
    // Spare keys that even the newest data did not use belong to nobody; without those data nobody can tell.
    let isNewest = !isNew && seal.commit >= keyring.seenCommit
    let before = isNewest ? try ids() : nil
    if let source {
      guard let backup = try Self.storedSeal(of: source, keyring, isBackup: true),
        let older = try Self.storedLog(in: source)
      else {
        throw ArchiveFailure(.damaged, path: source.path)
      }
      try keyring.takeOver(older, path: source.path)
      seal.clock = max(seal.clock, backup.clock)
      seal.commit = max(seal.commit, backup.commit)
      (seal.sum, seal.entries) = (backup.sum, backup.entries)
      // In an older backup the column is missing; all of it is of circle 0.
      let circle = Schema.circle(in: try source.number("PRAGMA user_version") ?? 0)
      for (table, columns) in [("entry", "*, "), ("part", "*, "), ("deletion", "*")] {
        let missing = columns == "*" || circle == "circle" ? "*" : columns + circle
        try database.run("DELETE FROM main.\(table)")
        try database.run("INSERT INTO main.\(table) SELECT \(missing) FROM source.\(table)")
      }
      // What was worked out is worked out again.
      try database.run("DELETE FROM main.kept")
    }
    // What an earlier circle sealed counts until it is sealed anew.
    let oldest = try database.number(
      "SELECT min(circle) FROM (SELECT circle FROM entry UNION ALL SELECT circle FROM part)")
    keyring.circles.floor = min(keyring.circles.floor, oldest.flatMap { UInt32(exactly: $0) } ?? keyring.circles.number)
    // Newer than anything that this device has seen, so that it is not taken for what was put back by hand.
    seal.commit = max(seal.commit, remembered?.commit ?? 0)
    keyring.generation = max(keyring.generation, remembered?.generation ?? 0)
    keyring.destroyLoggedKeys()
    var present = try ids()
    let gone = Set(keyring.log.records.map(\.id)).intersection(present)
    present.subtract(gone)
    if source != nil {
      keyring.setAside(except: present, known: before, on: today)
    } else {
      keyring.refill(used: present)
    }
    result.deletedAgain = gone.count
    result.withoutKey = present.count { !keyring.keys.contains($0) }
    result.strayKeys = keyring.keys.items.count { $0.state == .stray }
    keyring.generation += 1
    keyring.seenCommit = seal.commit
    try Self.writeKeyring(keyring, to: place.keys)
    self.keyring = keyring
    index = nil
    var changes = Changes(archive: self, index: try currentIndex(), seal: seal)
    index = nil
    try changes.finishDeletions()
    try changes.finish()
    result.entries = present.count
    return changes.seal.commit
  }
}

extension Keyring {
  /// Goes on with another log if it is the longer one; both must agree as far as both go.
  mutating func takeOver(_ other: DeletionLog, path: String) throws(ArchiveFailure) {
    guard log.agrees(with: other) else { throw ArchiveFailure(.keysDamaged, path: path) }
    if other.lastNumber > log.lastNumber { log = other }
  }
}
