internal import CSQLite

/// A thin layer between SQLite and the file: every page carries a checksum, written and checked here.
///
/// SQLite itself does not notice a damaged page as long as its structure holds. With the layer a changed byte is an
/// error when the page is read, and `verify` sees damage in bytes that SQLite does not use. The checksum takes the last
/// 16 bytes of each page, which SQLite leaves alone because the database says so (byte 20 of its header).
enum CheckedPages {
  /// The name under which SQLite knows the layer.
  static let name = "kiso-pages"
  static let pageSize = 4_096
  static let checksumLength = 16
  /// The page that SQLite never writes: its bytes are where locks lie (file format, 1.3).
  static let lockPage = 0x4000_0000 / pageSize + 1

  /// The result of making the layer known, once.
  static let registration: Int32 = register()

  /// The checksum of a page, 1-based: BLAKE2b-128 over its number and all but its last bytes.
  static func checksum(of page: UnsafeRawBufferPointer, number: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt64(number).littleEndian) {
      Digest.of($0, UnsafeRawBufferPointer(rebasing: page.dropLast(checksumLength)), length: checksumLength)
    }
  }

  static func isSound(_ page: UnsafeRawBufferPointer, number: Int) -> Bool {
    if number == lockPage { return page.allSatisfy { $0 == 0 } }
    return checksum(of: page, number: number).elementsEqual(page.suffix(checksumLength))
  }

  /// An open file as SQLite sees it: our methods, what it is, and behind that the file of the layer below.
  private struct File {
    var base: sqlite3_file
    var isDatabase: Int
  }

  private static func register() -> Int32 {
    guard sqlite3_initialize() == SQLITE_OK, let below = sqlite3_vfs_find(nil),
      let name = sqlite3_mprintf_name(name)
    else { return SQLITE_ERROR }
    let layer = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    layer.initialize(to: below.pointee)
    layer.pointee.zName = UnsafePointer(name)
    layer.pointee.szOsFile = Int32(MemoryLayout<File>.stride) + below.pointee.szOsFile
    layer.pointee.pAppData = UnsafeMutableRawPointer(below)
    layer.pointee.pNext = nil
    layer.pointee.xOpen = { layer, path, file, flags, outFlags in
      guard let file, let below = layer?.pointee.pAppData?.assumingMemoryBound(to: sqlite3_vfs.self) else {
        return SQLITE_ERROR
      }
      file.pointee.pMethods = nil
      let inner = CheckedPages.inner(file)
      let result = below.pointee.xOpen(below, path, inner, flags, outFlags)
      // Below may need closing even after a failure; it says so by having methods.
      if inner.pointee.pMethods != nil {
        CheckedPages.own(file).pointee.isDatabase = flags & SQLITE_OPEN_MAIN_DB != 0 ? 1 : 0
        file.pointee.pMethods = UnsafePointer(CheckedPages.methods)
      }
      return result
    }
    return sqlite3_vfs_register(layer, 0)
  }

  /// A copy of the name that lives as long as the process.
  private static func sqlite3_mprintf_name(_ name: String) -> UnsafeMutablePointer<CChar>? {
    let bytes = Array(name.utf8CString)
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    copy.initialize(from: bytes, count: bytes.count)
    return copy
  }

  private static func own(_ file: UnsafeMutablePointer<sqlite3_file>) -> UnsafeMutablePointer<File> {
    UnsafeMutableRawPointer(file).assumingMemoryBound(to: File.self)
  }

  private static func inner(_ file: UnsafeMutablePointer<sqlite3_file>) -> UnsafeMutablePointer<sqlite3_file> {
    (UnsafeMutableRawPointer(file) + MemoryLayout<File>.stride).assumingMemoryBound(to: sqlite3_file.self)
  }

  /// Hands a call on to the layer below.
  private static func below(
    _ file: UnsafeMutablePointer<sqlite3_file>?,
    _ call: (sqlite3_io_methods, UnsafeMutablePointer<sqlite3_file>) -> Int32
  ) -> Int32 {
    guard let file else { return SQLITE_ERROR }
    let inner = inner(file)
    guard let methods = inner.pointee.pMethods else { return SQLITE_ERROR }
    return call(methods.pointee, inner)
  }

  private static func isPage(_ file: UnsafeMutablePointer<sqlite3_file>?, _ count: Int32, _ offset: Int64) -> Bool {
    guard let file, own(file).pointee.isDatabase == 1 else { return false }
    return Int(count) == pageSize && offset % Int64(pageSize) == 0
  }

  private static func number(of offset: Int64) -> Int { Int(offset / Int64(pageSize)) + 1 }

  /// Set up once and never changed: SQLite only reads it.
  private nonisolated(unsafe) static let methods: UnsafeMutablePointer<sqlite3_io_methods> = {
    let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    methods.initialize(to: sqlite3_io_methods())
    // Version 1 has no memory mapping and no shared memory: every page goes through here.
    methods.pointee.iVersion = 1
    methods.pointee.xClose = { file in
      CheckedPages.below(file) { $0.xClose($1) }
    }
    methods.pointee.xRead = { file, space, count, offset in
      let result = CheckedPages.below(file) { $0.xRead($1, space, count, offset) }
      guard result == SQLITE_OK, CheckedPages.isPage(file, count, offset) else { return result }
      let page = UnsafeRawBufferPointer(start: space, count: Int(count))
      return CheckedPages.isSound(page, number: CheckedPages.number(of: offset)) ? result : SQLITE_IOERR_DATA_CODE
    }
    methods.pointee.xWrite = { file, bytes, count, offset in
      guard CheckedPages.isPage(file, count, offset) else {
        return CheckedPages.below(file) { $0.xWrite($1, bytes, count, offset) }
      }
      return withUnsafeTemporaryAllocation(byteCount: CheckedPages.pageSize, alignment: 8) { page in
        page.copyMemory(from: UnsafeRawBufferPointer(start: bytes, count: CheckedPages.pageSize))
        let number = CheckedPages.number(of: offset)
        let checksum = CheckedPages.checksum(of: UnsafeRawBufferPointer(page), number: number)
        UnsafeMutableRawBufferPointer(rebasing: page.suffix(CheckedPages.checksumLength)).copyBytes(from: checksum)
        return CheckedPages.below(file) { $0.xWrite($1, page.baseAddress, count, offset) }
      }
    }
    methods.pointee.xTruncate = { file, size in CheckedPages.below(file) { $0.xTruncate($1, size) } }
    methods.pointee.xSync = { file, flags in CheckedPages.below(file) { $0.xSync($1, flags) } }
    methods.pointee.xFileSize = { file, size in CheckedPages.below(file) { $0.xFileSize($1, size) } }
    methods.pointee.xLock = { file, lock in CheckedPages.below(file) { $0.xLock($1, lock) } }
    methods.pointee.xUnlock = { file, lock in CheckedPages.below(file) { $0.xUnlock($1, lock) } }
    methods.pointee.xCheckReservedLock = { file, result in
      CheckedPages.below(file) { $0.xCheckReservedLock($1, result) }
    }
    methods.pointee.xFileControl = { file, operation, argument in
      CheckedPages.below(file) { $0.xFileControl($1, operation, argument) }
    }
    methods.pointee.xSectorSize = { file in CheckedPages.below(file) { $0.xSectorSize($1) } }
    methods.pointee.xDeviceCharacteristics = { file in
      CheckedPages.below(file) { $0.xDeviceCharacteristics($1) }
    }
    return methods
  }()
}

/// `SQLITE_IOERR_DATA`, a macro that Swift does not see: a checksum does not fit.
private let SQLITE_IOERR_DATA_CODE = SQLITE_IOERR | (32 << 8)
