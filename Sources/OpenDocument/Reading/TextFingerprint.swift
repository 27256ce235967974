/// The CRC-32 (IEEE 802.3) of a text that comes in pieces, every run of white space taken as one blank.
///
/// CRC-32 because it notices every change of up to four neighbouring bytes for certain. A value: a copy is a
/// point to come back to.
struct TextFingerprint {
  private var register: UInt32 = 0xFFFF_FFFF
  private var isAfterSpace = false
  private var isEmpty = true

  /// The number so far; trailing white space does not count.
  var value: UInt32 { ~register }

  /// Takes a piece; white space at its ends joins that of its neighbours.
  mutating func append(_ bytes: [UInt8]) {
    for byte in bytes {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isAfterSpace = true
      } else {
        if isAfterSpace, !isEmpty { step(0x20) }
        isAfterSpace = false
        isEmpty = false
        step(byte)
      }
    }
  }

  /// Ends a block, which counts as white space.
  mutating func separate() {
    isAfterSpace = true
  }

  /// Adds the sum of texts whose order does not matter; zero adds nothing.
  mutating func append(unordered sum: UInt32) {
    guard sum != 0 else { return }
    for shift: UInt32 in [0, 8, 16, 24] { step(UInt8(truncatingIfNeeded: sum >> shift)) }
  }

  private mutating func step(_ byte: UInt8) {
    let index = Int(UInt8(truncatingIfNeeded: register) ^ byte)
    register = Self.table[index] ^ register >> 8
  }

  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }
}
