/// The record at the end of an archive that says where the central directory is (APPNOTE.TXT 4.3.16).
struct EndRecord {
  /// Where the record begins.
  let offset: Int
  let entryCount: Int
  let directoryOffset: Int
  let directorySize: Int

  /// Finds the only end record that can be meant.
  ///
  /// A record counts if its comment reaches exactly to the end of the file, and also if it merely
  /// points to a directory: that is enough for libzip and other readers to take it seriously. Two that
  /// count are two archives in one file.
  static func find(in bytes: [UInt8]) throws(ZipFailure) -> EndRecord {
    guard !bytes.isEmpty else { throw ZipFailure(.empty) }
    var found: [(record: Record, offset: Int, isExact: Bool)] = []
    var isCommentCutOff = false
    for offset in signatures(in: bytes) {
      guard let record = Record(bytes, at: offset, length: RecordLength.endRecord) else { continue }
      let end = offset + RecordLength.endRecord + record.number16(20)
      if end == bytes.count {
        found.append((record, offset, true))
      } else if end > bytes.count {
        isCommentCutOff = true
      } else if pointsToDirectory(record, at: offset, in: bytes) {
        found.append((record, offset, false))
      }
    }
    guard let only = found.first else {
      throw ZipFailure(isCommentCutOff || beginsLikeArchive(bytes) ? .truncated : .notZip)
    }
    guard found.count == 1 else { throw ZipFailure(.ambiguous) }
    guard only.isExact else { throw ZipFailure(.trailingBytes) }
    return try EndRecord(only.record, at: only.offset, in: bytes)
  }

  /// Where the signature occurs near the end of the file, the last place first.
  ///
  /// Every document is searched, so bytes are skipped: one that is the second, third or fourth of the
  /// signature's says how far to the left it may begin, and after any other it is four.
  private static func signatures(in bytes: [UInt8]) -> [Int] {
    var found: [Int] = []
    // libzip looks this far back, 20 bytes more than the longest comment explains.
    let farthest = bytes.count - RecordLength.endRecord - 0xFFFF - RecordLength.zip64Locator
    var offset = bytes.count - RecordLength.endRecord
    while offset >= max(0, farthest) {
      switch bytes[offset] {
      case 0x4B: offset -= 1
      case 0x05: offset -= 2
      case 0x06: offset -= 3
      case 0x50:
        if Record(bytes, at: offset, length: 4)?.number32(0) == Signature.endRecord { found.append(offset) }
        offset -= 4
      default: offset -= 4
      }
    }
    return found
  }

  private init(_ record: Record, at offset: Int, in bytes: [UInt8]) throws(ZipFailure) {
    self.offset = offset
    entryCount = record.number16(10)
    directorySize = record.number32(12)
    directoryOffset = record.number32(16)
    guard !Self.followsZip64Locator(offset, in: bytes), entryCount != 0xFFFF, directorySize != 0xFFFF_FFFF,
      directoryOffset != 0xFFFF_FFFF
    else { throw ZipFailure(.zip64) }
    guard record.number16(4) == 0, record.number16(6) == 0, record.number16(8) == entryCount else {
      throw ZipFailure(.split)
    }
    let directoryEnd = directoryOffset + directorySize
    guard directoryEnd <= offset else { throw ZipFailure(.directory) }
    // Something was put in front of the archive without correcting the offsets, or behind its directory.
    guard directoryEnd == offset else { throw ZipFailure(.gap) }
  }

  private static func pointsToDirectory(_ record: Record, at offset: Int, in bytes: [UInt8]) -> Bool {
    if followsZip64Locator(offset, in: bytes) || record.number16(10) == 0 { return true }
    guard record.number32(16) + record.number32(12) <= offset,
      let first = Record(bytes, at: record.number32(16), length: 4)
    else { return false }
    return first.number32(0) == Signature.directoryRecord
  }

  private static func followsZip64Locator(_ offset: Int, in bytes: [UInt8]) -> Bool {
    let locator = Record(bytes, at: offset - RecordLength.zip64Locator, length: 4)
    return locator?.number32(0) == Signature.zip64Locator
  }

  private static func beginsLikeArchive(_ bytes: [UInt8]) -> Bool {
    guard let start = Record(bytes, at: 0, length: 4)?.number32(0) else { return false }
    return start == Signature.localHeader || start == Signature.endRecord
  }
}
