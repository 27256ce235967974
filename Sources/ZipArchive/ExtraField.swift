/// The extra field of a local header or a directory record: blocks of number, length and data.
enum ExtraField {
  private static let zip64 = 0x0001
  private static let strongEncryption = 0x0017
  private static let unicodePath = 0x7075
  private static let aesEncryption = 0x9901

  /// Refuses the blocks that change what the fixed fields mean; all others (times, owners) are ignored.
  static func check(
    _ bytes: [UInt8], _ range: Range<Int>, entry: String, limits: ZipLimits
  ) throws(ZipFailure) {
    guard range.count <= limits.headerField else { throw ZipFailure(.tooLarge, entry: entry) }
    var offset = range.lowerBound
    while let block = Record(bytes, at: offset, length: 4), offset + 4 <= range.upperBound {
      let data = offset + 4..<offset + 4 + block.number16(2)
      guard data.upperBound <= range.upperBound else { throw ZipFailure(.directory, entry: entry) }
      switch block.number16(0) {
      case zip64: throw ZipFailure(.zip64, entry: entry)
      case strongEncryption, aesEncryption: throw ZipFailure(.encrypted, entry: entry)
      case unicodePath:
        // One byte of version and four of checksum precede the name that some readers prefer.
        guard bytes[data].dropFirst(5).elementsEqual(entry.utf8) else {
          throw ZipFailure(.disagreement, entry: entry)
        }
      default: break
      }
      offset = data.upperBound
    }
    // Fewer than four zeros at the end are padding, with which some writers align the data.
    guard bytes[offset..<range.upperBound].allSatisfy({ $0 == 0 }) else {
      throw ZipFailure(.directory, entry: entry)
    }
  }
}
