internal import Files
internal import FormModel

/// What one transaction does to the archive: rows, seal and, where needed, the keyring.
struct Changes {
  let archive: Archive
  var index: EntryIndex
  var seal: StoreSeal

  var database: Database { archive.database }

  /// The circle of people under which everything is sealed now.
  private var circle: Statement.Value { .int(Int(archive.keyring.circles.number)) }

  // MARK: - Entries

  /// Stores a new entry and gives it its id.
  mutating func insert(_ card: EntryCard, parts: [[UInt8]] = []) throws(ArchiveFailure) -> EntryID {
    let id = try takeID()
    var card = card
    for index in card.parts.indices { card.parts[index].version = 1 }
    let entry = ArchiveEntry(id: id, version: 1, card: card)
    let box = try seal(entry)
    try database.run(
      "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .id(id), .int(1), .text(entry.kind), .text(entry.rule), .day(entry.due), .day(card.review), .blob(box), circle,
      ])
    seal.sum.add(id, 1, box)
    seal.entries += 1
    for (part, bytes) in zip(card.parts, parts) { try insert(part, bytes, of: id) }
    index.set(entry)
    return id
  }

  /// Writes a changed card, and parts that are new.
  mutating func update(
    _ id: EntryID, to card: EntryCard, adding new: [(part: EntryCard.Part, bytes: [UInt8])] = []
  ) throws(ArchiveFailure) {
    guard let old = index.entries[id] else { throw ArchiveFailure(.unknownEntry) }
    guard old.card != card || !new.isEmpty else { return }
    var card = card
    let version = old.version + 1
    for (part, bytes) in new {
      var part = part
      part.version = version
      card.parts.append(part)
      try insert(part, bytes, of: id)
    }
    card.parts.sort { ($1.edition, $0.number) < ($0.edition, $1.number) }
    try withdraw(id)
    let entry = ArchiveEntry(id: id, version: version, card: card)
    let box = try seal(entry)
    try database.run(
      "UPDATE entry SET version = ?, kind = ?, rule = ?, due = ?, review = ?, card = ?, circle = ? WHERE id = ?",
      [
        .int(Int(version)), .text(entry.kind), .text(entry.rule), .day(entry.due), .day(card.review), .blob(box),
        circle, .id(id),
      ])
    seal.sum.add(id, version, box)
    index.set(entry)
  }

  /// Takes an entry and everything of it out of the data; its key is gone by then.
  mutating func remove(_ id: EntryID) throws(ArchiveFailure) {
    try withdraw(id)
    try database.run("DELETE FROM part WHERE id = ?", [.id(id)])
    try database.run("DELETE FROM entry WHERE id = ?", [.id(id)])
    try forget(index.entries[id]?.card.caseNumber ?? "", or: id)
    seal.entries -= 1
    index.remove(id)
    index.unreadable.removeAll { $0 == id }
  }

  /// Whether the data have a row of this id.
  func contains(_ id: EntryID) throws(ArchiveFailure) -> Bool {
    let row = try database.statement("SELECT 1 FROM entry WHERE id = ?")
    defer { row.reset() }
    try row.bind([.id(id)])
    return try row.step()
  }

  /// Takes the present card out of the sum.
  mutating func withdraw(_ id: EntryID) throws(ArchiveFailure) {
    let row = try database.statement("SELECT version, card FROM entry WHERE id = ?")
    defer { row.reset() }
    try row.bind([.id(id)])
    guard try row.step() else { throw ArchiveFailure(.damaged, path: database.path) }
    seal.sum.subtract(id, UInt64(bitPattern: Int64(row.int(0))), row.blob(1))
  }

  func seal(_ entry: ArchiveEntry) throws(ArchiveFailure) -> [UInt8] {
    let bound = EntryBinding.card(
      archive: archive.keyring.archive, id: entry.id, version: entry.version, kind: entry.kind, rule: entry.rule,
      due: entry.due, review: entry.card.review)
    var plain = entry.card.encoded
    defer { plain.wipe() }
    let box = archive.keyring.withKey(of: entry.id, circle: archive.keyring.circles.number) {
      SealedBox.seal(plain, key: $0, bound: bound)
    }
    guard let box else { throw ArchiveFailure(.keysOlder, path: archive.place.keys) }
    return box
  }

  func seal(_ part: EntryCard.Part, _ bytes: [UInt8], of id: EntryID) throws(ArchiveFailure) -> [UInt8] {
    let bound = EntryBinding.part(
      archive: archive.keyring.archive, id: id, number: part.number, version: part.version)
    let box = archive.keyring.withKey(of: id, circle: archive.keyring.circles.number) {
      SealedBox.seal(bytes, key: $0, bound: bound)
    }
    guard let box else { throw ArchiveFailure(.keysOlder, path: archive.place.keys) }
    return box
  }

  private func insert(_ part: EntryCard.Part, _ bytes: [UInt8], of id: EntryID) throws(ArchiveFailure) {
    try database.run(
      "INSERT INTO part (id, number, box, circle) VALUES (?, ?, ?, ?)",
      [.id(id), .int(Int(part.number)), .blob(try seal(part, bytes, of: id)), circle])
  }

  // MARK: - Keys

  /// A spare id that no entry has; makes more when there are none left.
  private mutating func takeID() throws(ArchiveFailure) -> EntryID {
    for _ in 0..<2 {
      while let id = archive.spareIDs.popLast() {
        if try !contains(id) { return id }
      }
      let spare = archive.keyring.keys.items.filter { $0.state == .spare && index.entries[$0.id] == nil }
      // In random order, so that processes do not all try the same ones.
      archive.spareIDs = spare.map(\.id).shuffled()
      if archive.spareIDs.isEmpty {
        let used = Set(index.entries.keys).union(index.unreadable)
        try replaceKeyring { $0.refill(used: used) }
        archive.spareIDs = archive.keyring.keys.items.filter { $0.state == .spare }.map(\.id).shuffled()
      }
    }
    throw ArchiveFailure(.keysOlder, path: archive.place.keys)
  }

  /// Replaces the keyring: first the file, then, with this transaction, the generation that the data name.
  mutating func replaceKeyring(_ change: (inout Keyring) throws(ArchiveFailure) -> Void) throws(ArchiveFailure) {
    // A crash of another process may have left a newer one than the data say.
    let file = try Archive.keyringFile(archive.place.keys)
    if file.generation > archive.keyring.generation { try archive.reloadKeyring() }
    var keyring = archive.keyring
    try change(&keyring)
    keyring.generation += 1
    keyring.seenCommit = seal.commit
    try Archive.writeKeyring(keyring, to: archive.place.keys)
    archive.keyring = keyring
    archive.spareIDs = []
  }

  /// Erases what a replacement of the keyring left that was cut short.
  func eraseLeftover() throws(ArchiveFailure) {
    do throws(FileFailure) {
      try ErasingReplacement.clean(archive.place.keys)
    } catch {
      throw ArchiveFailure(error)
    }
  }

  // MARK: - The end

  /// Remembers a day by the clock when it is later than the last one seen, and not so far ahead that it may be wrong.
  mutating func note(_ today: Day?) {
    guard let today, today > seal.clock, seal.clock.days(until: today) <= ClockCheck.leap else { return }
    seal.clock = today
  }

  /// Writes seal and generation.
  mutating func finish() throws(ArchiveFailure) {
    seal.commit += 1
    try database.run(
      "UPDATE archive SET keyring = ?, seal = ?",
      [.int(Int(archive.keyring.generation)), .blob(seal.sealed(with: archive.keyring))])
  }
}
