internal import FormModel

/// Several changes as one.
extension Archive {
  /// What changes did to the entries.
  public struct Difference: Hashable, Sendable {
    /// An entry that is another one afterwards.
    public struct Changed: Hashable, Sendable {
      /// The entry as it was.
      public var before: ArchiveEntry
      /// The entry as it is.
      public var after: ArchiveEntry
    }

    /// Entries that were not there, by case, the case itself first, then by day.
    public var added: [ArchiveEntry]
    /// Entries that were there, in the same order.
    public var changed: [Changed]

    init(from before: EntryIndex, to after: EntryIndex) {
      let entries = after.entries(where: { before.entries[$0.id] != $0 })
      added = entries.filter { before.entries[$0.id] == nil }
      changed = entries.compactMap { entry in before.entries[entry.id].map { Changed(before: $0, after: entry) } }
    }
  }

  /// Runs changes as one transaction: all of them, or none if anything is thrown.
  public func together<Result>(_ body: () throws -> Result) throws -> Result {
    try transaction(isKept: true, body).result
  }

  /// Runs changes, sees what they do, and takes all of it back.
  public func trying(_ body: () throws -> Void) throws -> Difference {
    try transaction(isKept: false, body).difference
  }

  private func transaction<Result>(
    isKept: Bool, _ body: () throws -> Result
  ) throws -> (result: Result, difference: Difference) {
    try database.run("BEGIN IMMEDIATE")
    do {
      let first = try begin()
      let before = first.index
      let version = try database.number("PRAGMA data_version") ?? 0
      ongoing = first
      let result = try body()
      // One of the changes failed, whoever caught it: what it did by half must not stay.
      guard var changes = ongoing else { throw ArchiveFailure(.busy, path: place.data) }
      ongoing = nil
      let difference = Difference(from: before, to: changes.index)
      if isKept {
        try changes.finish()
        try database.run("COMMIT")
        index = (changes.index, version)
        remember(commit: changes.seal.commit)
      } else {
        try database.run("ROLLBACK")
        (index, spareIDs) = (nil, [])
      }
      return (result, difference)
    } catch {
      (ongoing, index, spareIDs) = (nil, nil, [])
      if database.isInTransaction { try? database.run("ROLLBACK") }
      throw error
    }
  }

  /// Runs one of several changes that are made together.
  func join<Result>(
    _ ongoing: Changes, today: Day?, _ body: (inout Changes) throws(ArchiveFailure) -> Result
  ) throws(ArchiveFailure) -> Result {
    var changes = ongoing
    // Nothing else may see it while it is changed; if the change fails, it stays away.
    self.ongoing = nil
    let result = try body(&changes)
    changes.note(today)
    self.ongoing = changes
    return result
  }
}
