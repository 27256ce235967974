internal import FormModel

/// Sealing everything anew, so that nothing that somebody kept opens any of it.
extension Archive {
  /// Makes all keys but those of the people new and seals everything anew under them.
  ///
  /// An old copy of the keyring opens nothing of the data any more, whatever passphrase somebody has for it; backups of
  /// the data made before still open with the new keyring. It also brings an archive of an earlier format forward. Where
  /// there is no room to seal everything anew, see ``isRenewalUnfinished``.
  public func renew() throws(ArchiveFailure) {
    try write(today: nil) { (changes) throws(ArchiveFailure) in try changes.rotate { (_) throws(ArchiveFailure) in } }
    try sealAnewIfPossible()
  }

  /// Whether something still lies there as an earlier circle of people or an earlier format sealed it.
  public var isRenewalUnfinished: Bool { keyring.circles.isUnsettled || keyring.circles.number == 0 }

  /// Seals under the present circle what an earlier one sealed, some at a time; an interruption loses nothing.
  func sealAnew() throws(ArchiveFailure) {
    guard keyring.circles.isUnsettled else { return }
    var place = SealingPlace()
    while !place.isAtEnd {
      try write(today: nil) { (changes) throws(ArchiveFailure) in try changes.sealSomeAnew(&place) }
    }
    try write(today: nil) { (changes) throws(ArchiveFailure) in
      try changes.replaceKeyring { (keyring) throws(ArchiveFailure) in keyring.circles.settle() }
    }
  }
}

extension Archive {
  /// The same where the new keys count already: a disk that is full or cannot be written leaves it for the next opening.
  func sealAnewIfPossible() throws(ArchiveFailure) {
    do throws(ArchiveFailure) {
      try sealAnew()
    } catch {
      guard [.full, .readOnly, .busy].contains(error.code) else { throw error }
    }
  }
}

/// How far the sealing anew has come: all cards in the order of their ids, then all parts in the order of their rows.
struct SealingPlace {
  fileprivate var id: [UInt8]? = []
  fileprivate var row = 0
  fileprivate(set) var isAtEnd = false
}

extension Changes {
  /// How many bytes are sealed anew in one transaction.
  private static let portion = 16 << 20

  /// New keys for everyone who stays, after `change`; what was kept of cases is worked out again.
  mutating func rotate(_ change: (inout Keyring) throws(ArchiveFailure) -> Void) throws(ArchiveFailure) {
    let used = Set(index.entries.keys).union(index.unreadable)
    let day = seal.clock
    try replaceKeyring { (keyring) throws(ArchiveFailure) in
      try change(&keyring)
      keyring.rotate(used: used, on: day)
    }
    try database.run("DELETE FROM kept")
  }

  /// Seals anew the next of what lies under an earlier circle.
  ///
  /// What does not open any more stays as it is, and is told by `verify`.
  mutating func sealSomeAnew(_ place: inout SealingPlace) throws(ArchiveFailure) {
    let circle = Int(archive.keyring.circles.number)
    var left = Self.portion
    while left > 0, let last = place.id {
      let next = try row("SELECT id FROM entry WHERE id > ? ORDER BY id LIMIT 1", .blob(last)) { $0.blob(0) }
      place.id = next
      guard let entry = next.flatMap({ EntryID(bytes: $0) }).flatMap({ index.entries[$0] }) else { continue }
      try withdraw(entry.id)
      let box = try seal(entry)
      try database.run("UPDATE entry SET card = ?, circle = ? WHERE id = ?", [.blob(box), .int(circle), .id(entry.id)])
      seal.sum.add(entry.id, entry.version, box)
      left -= box.count
    }
    while left > 0 {
      let sql = "SELECT row, id, number FROM part WHERE row > ? ORDER BY row LIMIT 1"
      guard
        let next = try row(
          sql, .int(place.row), { (row: $0.int(0), id: EntryID(bytes: $0.blob(1)), number: $0.int(2)) })
      else {
        place.isAtEnd = true
        return
      }
      place.row = next.row
      guard let entry = next.id.flatMap({ index.entries[$0] }),
        let part = entry.card.parts.first(where: { Int($0.number) == next.number }),
        var bytes = try? archive.content(of: part, in: entry)
      else { continue }
      defer { bytes.wipe() }
      let box = try seal(part, bytes, of: entry.id)
      try database.run("UPDATE part SET box = ?, circle = ? WHERE row = ?", [.blob(box), .int(circle), .int(next.row)])
      left -= box.count
    }
  }

  private func row<Result>(
    _ sql: String, _ value: Statement.Value, _ read: (Statement) -> Result
  ) throws(ArchiveFailure) -> Result? {
    let row = try database.statement(sql)
    defer { row.reset() }
    try row.bind([value])
    return try row.step() ? read(row) : nil
  }
}
