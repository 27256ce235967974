/// Giving back room that deleted entries took.
extension Archive {
  /// How many pages are given back in one transaction: the journal takes a megabyte at most.
  private static let step = 256

  /// Makes the data file as small as its content.
  ///
  /// Files made since they can shrink do so in small steps, on a nearly full disk as well; each step is a transaction. An
  /// older file is written anew once, which takes as much room as its content and throws `full` where there is none.
  ///
  /// Returns by how many bytes it shrank.
  @discardableResult
  public func compact() throws(ArchiveFailure) -> Int {
    let before = try database.pageCount()
    if try database.number("PRAGMA auto_vacuum") == Schema.shrinking {
      while try database.number("PRAGMA freelist_count") ?? 0 > 0 {
        try write(today: nil) { (changes) throws(ArchiveFailure) in
          try changes.database.run("PRAGMA incremental_vacuum(\(Self.step))")
        }
      }
    } else {
      // Under nobody's transaction; SQLite takes the lock by itself.
      try database.run("PRAGMA auto_vacuum = \(Schema.shrinking)")
      try database.run("VACUUM")
    }
    return max(0, before - (try database.pageCount())) * CheckedPages.pageSize
  }
}
