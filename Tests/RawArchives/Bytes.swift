/// Two bytes of a number, the lower one first.
package func little16(_ number: Int) -> [UInt8] {
  [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
}

/// Four bytes of a number, the lowest one first.
package func little32(_ number: Int) -> [UInt8] {
  little16(number) + little16(number >> 16)
}

/// A block of an extra field.
package func extraBlock(_ number: Int, _ data: [UInt8]) -> [UInt8] {
  little16(number) + little16(data.count) + data
}

/// Bytes that look random and are the same in every run (xorshift64).
package func noise(_ count: Int, seed: UInt64 = 0x9E37_79B9_7F4A_7C15) -> [UInt8] {
  var state = seed
  return (0..<count).map { _ in
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return UInt8(truncatingIfNeeded: state >> 32)
  }
}
