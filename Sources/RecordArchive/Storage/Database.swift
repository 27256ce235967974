internal import CSQLite
internal import Glibc

/// A connection to the data file.
final class Database {
  /// How it is opened.
  enum Mode {
    /// Must be there.
    case existing
    /// Made anew; must not be there.
    case new
  }

  let path: String
  private let handle: OpaquePointer
  private var statements: [String: Statement] = [:]

  /// Opens a file.
  ///
  /// `patience` is how long another process's lock is waited for, in milliseconds.
  init(_ path: String, _ mode: Mode = .existing, patience: Int32 = 30_000) throws(ArchiveFailure) {
    guard CheckedPages.registration == SQLITE_OK else { throw ArchiveFailure(.inputOutput, path: path) }
    self.path = path
    var flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
    if mode == .new {
      // Made by us, so that nobody else may read it from the first moment on; SQLite gives its journal the same mode.
      let file = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard file >= 0 else { throw ArchiveFailure(Self.code(ofSystem: errno), path: path) }
      close(file)
      flags |= SQLITE_OPEN_CREATE
    }
    var handle: OpaquePointer?
    let result = sqlite3_open_v2(path, &handle, flags, CheckedPages.name)
    guard let handle, result == SQLITE_OK else {
      let failure = Self.failure(result, handle, path)
      sqlite3_close_v2(handle)
      throw failure
    }
    self.handle = handle
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, patience)
    _ = csqlite_be_careful(handle)
    if mode == .existing { try DataFileHead.check(head(), path: path) }
    if mode == .new {
      var reserved = Int32(CheckedPages.checksumLength)
      sqlite3_file_control(handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved)
      try run("PRAGMA page_size = \(CheckedPages.pageSize)")
    }
    for pragma in [
      "secure_delete = ON", "synchronous = EXTRA", "temp_store = MEMORY", "mmap_size = 0", "cache_size = -16384",
      "cell_size_check = ON", "foreign_keys = OFF",
    ] { try run("PRAGMA " + pragma) }
  }

  deinit {
    statements = [:]
    sqlite3_close_v2(handle)
  }

  /// Runs statements that give nothing back.
  func run(_ sql: String) throws(ArchiveFailure) {
    let result = sqlite3_exec(handle, sql, nil, nil, nil)
    guard result == SQLITE_OK else { throw failure(result) }
  }

  /// A statement, compiled once; it is reset and its values are cleared.
  func statement(_ sql: String) throws(ArchiveFailure) -> Statement {
    if let known = statements[sql] {
      known.reset()
      return known
    }
    var pointer: OpaquePointer?
    let result = sqlite3_prepare_v2(handle, sql, -1, &pointer, nil)
    guard result == SQLITE_OK, let pointer else { throw failure(result) }
    let statement = Statement(pointer, of: self)
    statements[sql] = statement
    return statement
  }

  /// Runs a statement with values, to its end.
  func run(_ sql: String, _ values: [Statement.Value]) throws(ArchiveFailure) {
    let statement = try statement(sql)
    try statement.bind(values)
    while try statement.step() {}
    statement.reset()
  }

  /// The first column of the first row as a number; nil when there is no row or no number.
  func number(_ sql: String) throws(ArchiveFailure) -> Int? {
    let statement = try statement(sql)
    defer { statement.reset() }
    guard try statement.step(), !statement.isNull(0) else { return nil }
    return statement.int(0)
  }

  /// Whether a transaction is open.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// How many pages the file has, as SQLite sees it.
  func pageCount() throws(ArchiveFailure) -> Int { try number("PRAGMA page_count") ?? 0 }

  /// A page as it lies in the file, 1-based; it is checked on the way.
  func page(_ number: Int) throws(ArchiveFailure) -> [UInt8] {
    try read(CheckedPages.pageSize, at: (number - 1) * CheckedPages.pageSize)
  }

  /// The first 100 bytes, unchecked.
  private func head() throws(ArchiveFailure) -> [UInt8] { try read(100, at: 0) }

  /// Reads through SQLite's own descriptor: closing another one of the same file would let go of SQLite's locks.
  private func read(_ count: Int, at offset: Int) throws(ArchiveFailure) -> [UInt8] {
    var file: UnsafeMutablePointer<sqlite3_file>?
    let found = withUnsafeMutablePointer(to: &file) {
      sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, $0)
    }
    guard found == SQLITE_OK, let file, let methods = file.pointee.pMethods else { throw failure(found) }
    var result = SQLITE_OK
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { space, used in
      space.initialize(repeating: 0)
      result = methods.pointee.xRead(file, space.baseAddress, Int32(count), Int64(offset))
      used = count
    }
    guard result == SQLITE_OK else { throw failure(result) }
    return bytes
  }

  func failure(_ result: Int32) -> ArchiveFailure { Self.failure(result, handle, path) }

  private static func failure(_ result: Int32, _ handle: OpaquePointer?, _ path: String) -> ArchiveFailure {
    let code: ArchiveFailure.Code
    switch result & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: code = .busy
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: code = .readOnly
    case SQLITE_CANTOPEN:
      let reason = handle.map { sqlite3_system_errno($0) } ?? 0
      code = reason == ENOSPC || reason == EDQUOT ? .full : .readOnly
    case SQLITE_FULL: code = .full
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT: code = .damaged
    case SQLITE_IOERR where result == SQLITE_IOERR | (32 << 8): code = .damaged
    // A file that ends in the middle of a page.
    case SQLITE_IOERR where result == SQLITE_IOERR | (2 << 8): code = .damaged
    case SQLITE_IOERR: code = Self.code(ofSystem: handle.map { sqlite3_system_errno($0) } ?? 0)
    default: code = .damaged
    }
    return ArchiveFailure(code, path: path)
  }

  private static func code(ofSystem number: Int32) -> ArchiveFailure.Code {
    switch number {
    case ENOSPC, EDQUOT, EFBIG: .full
    case EROFS, EACCES, EPERM, ENOENT, ENOTDIR: .readOnly
    case EEXIST: .exists
    default: .inputOutput
    }
  }
}
