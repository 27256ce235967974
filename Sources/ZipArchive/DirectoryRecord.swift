/// One record of the central directory (APPNOTE.TXT 4.3.12), checked as far as it can be by itself.
struct DirectoryRecord {
  /// What the record declares; for a directory the name ends in a slash.
  let entry: ZipEntry

  /// The position in the central directory, 0-based: libzip's index.
  let index: Int

  /// Where the local header begins.
  let headerOffset: Int

  /// The length in bytes of the record with its name, extra field and comment.
  let length: Int

  /// Whether this is a directory, which has no contents.
  var isDirectory: Bool { entry.name.utf8.last == UInt8(ascii: "/") }

  /// Reads the record at an offset; `end` is where the central directory ends.
  init(
    _ bytes: [UInt8], at offset: Int, end: Int, index: Int, limits: ZipLimits
  ) throws(ZipFailure) {
    guard let fixed = Record(bytes, at: offset, length: RecordLength.directoryRecord),
      fixed.number32(0) == Signature.directoryRecord
    else { throw ZipFailure(.directory) }
    let nameStart = offset + RecordLength.directoryRecord
    let extraStart = nameStart + fixed.number16(28)
    let commentStart = extraStart + fixed.number16(30)
    let recordEnd = commentStart + fixed.number16(32)
    guard recordEnd <= end else { throw ZipFailure(.directory) }

    self.index = index
    length = recordEnd - offset
    headerOffset = fixed.number32(42)
    let name = try ZipEntryName.decode(bytes[nameStart..<extraStart], limit: limits.nameLength)
    guard recordEnd - commentStart <= limits.headerField else { throw ZipFailure(.tooLarge, entry: name) }
    let flags = GeneralFlags(fixed.number16(8))
    // libzip would refuse the whole archive for it, without a word about the entry.
    guard !flags.isUTF8 || String(validating: bytes[commentStart..<recordEnd], as: UTF8.self) != nil else {
      throw ZipFailure(.directory, entry: name)
    }
    let size = fixed.number32(24)
    let packedSize = fixed.number32(20)
    guard size != 0xFFFF_FFFF, packedSize != 0xFFFF_FFFF, headerOffset != 0xFFFF_FFFF,
      fixed.number16(34) != 0xFFFF
    else { throw ZipFailure(.zip64, entry: name) }
    try ExtraField.check(bytes, extraStart..<commentStart, entry: name, limits: limits)
    guard fixed.number16(34) == 0 else { throw ZipFailure(.split, entry: name) }
    let method = try flags.method(fixed.number16(10), entry: name)
    entry = ZipEntry(
      name: name, size: size, packedSize: packedSize, method: method,
      crc32: UInt32(truncatingIfNeeded: fixed.number32(16)))
    try checkKind(attributes: fixed.number32(38))
    try checkSizes(limits)
  }

  /// Refuses what is neither a file nor a directory.
  ///
  /// The upper half of the attributes is the Unix mode. It is looked at whatever system the record
  /// names as its origin, because unpacking programs do not all look at the origin either.
  private func checkKind(attributes: Int) throws(ZipFailure) {
    let none = 0
    let directory = 0o040000
    let file = 0o100000
    guard [none, directory, file].contains(attributes >> 16 & 0o170000) else {
      throw ZipFailure(.link, entry: entry.name)
    }
  }

  /// Refuses sizes that cannot be, and those of a bomb.
  ///
  /// Of an entry without bytes libzip compares nothing, so that is done here.
  private func checkSizes(_ limits: ZipLimits) throws(ZipFailure) {
    guard entry.method == .deflated || entry.size == entry.packedSize, !isDirectory || entry.size == 0 else {
      throw ZipFailure(.size, entry: entry.name)
    }
    if entry.packedSize == 0 {
      guard entry.size == 0 else { throw ZipFailure(.size, entry: entry.name) }
      guard entry.crc32 == 0 else { throw ZipFailure(.checksum, entry: entry.name) }
    }
    guard limits.allowsRatio(of: entry.size, to: entry.packedSize) else {
      throw ZipFailure(.bomb, entry: entry.name)
    }
  }
}
