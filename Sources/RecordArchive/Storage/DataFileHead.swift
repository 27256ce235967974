/// The first bytes of a data file, looked at before SQLite makes something of them.
enum DataFileHead {
  /// Refuses what is no archive, and what a newer program made.
  static func check(_ head: [UInt8], path: String) throws(ArchiveFailure) {
    guard head.starts(with: "SQLite format 3\0".utf8), number(head, at: 68) == Schema.application else {
      throw ArchiveFailure(.foreign, path: path)
    }
    guard number(head, at: 60) <= Schema.version else { throw ArchiveFailure(.newer, path: path) }
    // The size of a page and what is kept free in it: without these no page can be checked.
    guard head[16] == 0x10, head[17] == 0, head[20] == CheckedPages.checksumLength else {
      throw ArchiveFailure(.damaged, path: path)
    }
  }

  private static func number(_ bytes: [UInt8], at offset: Int) -> Int {
    bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
  }
}
