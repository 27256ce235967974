internal import FormModel

/// Keeping data and keyring of one mind about what is deleted.
extension Changes {
  /// Takes out of the data what the keyring's log names and the data do not know of yet.
  ///
  /// The keys are gone by then, so this only tidies up; it is what a crash between the two files leaves to do.
  mutating func finishDeletions() throws(ArchiveFailure) {
    let log = archive.keyring.log
    let last = UInt64(max(0, try database.number("SELECT max(number) FROM deletion") ?? 0))
    let new = log.records(after: last)
    for (record, chain) in zip(log.records, log.chain) where record.number > last {
      if try contains(record.id) { try remove(record.id) }
      try database.run(
        "INSERT INTO deletion VALUES (?, ?, ?)",
        [.int(Int(record.number)), .blob(record.encoded), .blob(chain)])
    }
    guard !new.isEmpty, log.anchorNumber > 0 else { return }
    try database.run("DELETE FROM deletion WHERE number <= ?", [.int(Int(log.anchorNumber))])
    // What the chain begins at stands there without a record.
    try database.run(
      "INSERT INTO deletion VALUES (?, x'', ?)", [.int(Int(log.anchorNumber)), .blob(log.anchor)])
  }

  /// Takes in data that are older than the keyring: keys whose entries they do not have become stray.
  ///
  /// None of those keys is ever given to a new entry.
  mutating func adoptOlderData(on day: Day) throws(ArchiveFailure) {
    let present = Set(index.entries.keys).union(index.unreadable)
    try replaceKeyring { keyring in keyring.setAside(except: present, known: nil, on: day) }
  }
}

extension Keyring {
  /// Makes stray the keys of all entries but those that are there, and fills up the spare ones.
  ///
  /// `known` are all entries that the newest data had; a spare key that none of them has stays spare. Without it any
  /// spare key may belong to an entry, and none stays.
  mutating func setAside(except present: Set<EntryID>, known: Set<EntryID>?, on day: Day) {
    keys = keys.changing { item in
      if present.contains(item.id) { return EntryKeys.Item(id: item.id, state: .used) }
      if item.state == .spare, let known, !known.contains(item.id) { return item }
      return item.state == .stray ? item : EntryKeys.Item(id: item.id, state: .stray, day: day)
    }
    refill(used: present)
  }
}
