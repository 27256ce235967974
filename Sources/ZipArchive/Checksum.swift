internal import CDeflate

/// The checksum of the ZIP format.
enum Checksum {
  /// The CRC-32 (IEEE 802.3) of the bytes.
  static func crc32(of bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
  }
}
