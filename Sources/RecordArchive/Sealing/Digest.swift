internal import CSodium

/// BLAKE2b (RFC 7693).
enum Digest {
  /// The digest of 16…64 bytes of two parts that follow one another; with a key nobody else can compute it.
  static func of(
    _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer, length: Int = 32, key: [UInt8] = []
  ) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: length) { space, used in
      guard let start = space.baseAddress else { return }
      csodium_digest(
        start, length, key, key.count, first.octets, first.count, second.octets, second.count)
      used = length
    }
  }

  static func of(_ first: [UInt8], _ second: [UInt8] = [], length: Int = 32, key: [UInt8] = []) -> [UInt8] {
    first.withUnsafeBytes { first in
      second.withUnsafeBytes { of(first, $0, length: length, key: key) }
    }
  }
}
