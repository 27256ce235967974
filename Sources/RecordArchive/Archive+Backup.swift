internal import Files

/// Copies for the day on which a disk breaks.
extension Archive {
  /// Copies the data file, as it is at one moment, to another place; an older copy there is replaced.
  ///
  /// Others may go on reading meanwhile; who writes waits. Every page is checked on the way. The place may be a share.
  /// Throws `exists` when it is one of the archive's own files.
  public func backUpData(to path: String) throws(ArchiveFailure) {
    try refuseOwnFiles(path)
    try database.run("BEGIN")
    defer { try? database.run("COMMIT") }
    // The lock is taken with the first row that is read.
    _ = try database.number("SELECT only_row FROM archive")
    let count = try database.pageCount()
    var next = 1
    var failure: ArchiveFailure?
    do throws(FileFailure) {
      try AtomicFile.write(to: path) {
        guard next <= count else { return .end }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256 * CheckedPages.pageSize)
        for number in next..<min(next + 256, count + 1) {
          do throws(ArchiveFailure) {
            bytes += try database.page(number)
          } catch {
            failure = error
            return .abandon
          }
        }
        next += 256
        return .bytes(bytes)
      }
    } catch {
      throw ArchiveFailure(error)
    }
    if let failure { throw failure }
  }

  /// Copies the keyring to another place; an older copy there is erased, because it could undo deletions.
  ///
  /// Throws `exists` when it is one of the archive's own files.
  public func backUpKeys(to path: String) throws(ArchiveFailure) {
    try refuseOwnFiles(path)
    // Under the lock that every replacement takes, so that the copy is the newest.
    try write(today: nil) { (_) throws(ArchiveFailure) in
      do throws(FileFailure) {
        try ErasingReplacement.replace(path, with: FileReader.bytes(at: place.keys, limit: 1 << 30))
      } catch {
        throw ArchiveFailure(error)
      }
    }
  }

  private func refuseOwnFiles(_ path: String) throws(ArchiveFailure) {
    for own in [place.data, place.keys] where FileIdentity.isSame(path, own) {
      throw ArchiveFailure(.exists, path: path)
    }
  }
}
