/// A stretch of an archive's bytes with a fixed layout of little-endian numbers.
///
/// It is made only if the whole stretch lies inside the bytes, so that the numbers in it can be read
/// without further questions.
struct Record {
  private let bytes: ArraySlice<UInt8>

  /// Fails if the stretch does not lie inside the bytes.
  init?(_ bytes: [UInt8], at offset: Int, length: Int) {
    guard offset >= 0, length >= 0, offset <= bytes.count, length <= bytes.count - offset else { return nil }
    self.bytes = bytes[offset..<offset + length]
  }

  /// The two-byte number at an offset from the record's beginning.
  func number16(_ offset: Int) -> Int {
    let start = bytes.startIndex + offset
    return Int(bytes[start]) | Int(bytes[start + 1]) << 8
  }

  /// The four-byte number at an offset from the record's beginning.
  func number32(_ offset: Int) -> Int {
    number16(offset) | number16(offset + 2) << 16
  }
}

/// The magic numbers at the beginning of each record (APPNOTE.TXT 4.3).
enum Signature {
  static let localHeader = 0x0403_4B50
  static let directoryRecord = 0x0201_4B50
  static let endRecord = 0x0605_4B50
  static let zip64Locator = 0x0706_4B50
  static let dataDescriptor = 0x0807_4B50
}

/// The lengths in bytes of the records' fixed parts.
enum RecordLength {
  static let localHeader = 30
  static let directoryRecord = 46
  static let endRecord = 22
  static let zip64Locator = 20
}
