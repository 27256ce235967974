internal import CSodium
internal import Secrets

/// The library of ciphers, prepared once.
enum Sodium {
  /// Whether it can be used, which takes a system that provides randomness.
  static let isReady = sodium_init() >= 0

  /// The length of every symmetric key, in bytes.
  static let keyLength = 32

  /// Random bytes of the operating system.
  static func random(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { space, used in
      if let start = space.baseAddress { randombytes_buf(start, count) }
      used = count
    }
  }

  /// A random key.
  static func randomSecret(_ count: Int = keyLength) -> Secret {
    Secret(capacity: count) { space in
      randombytes_buf(space.mutableOctets, count)
      return count
    }
  }
}

/// Where an empty buffer points to: C wants an address even for no bytes.
private nonisolated(unsafe) let nothing = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)

extension UnsafeRawBufferPointer {
  /// The bytes as C takes them.
  var octets: UnsafePointer<UInt8> { bindMemory(to: UInt8.self).baseAddress ?? UnsafePointer(nothing) }
}

extension UnsafeMutableRawBufferPointer {
  /// The bytes as C takes them.
  var mutableOctets: UnsafeMutablePointer<UInt8> { bindMemory(to: UInt8.self).baseAddress ?? nothing }
}

extension [UInt8] {
  /// Overwrites the bytes, for what was decrypted and is not needed any more.
  ///
  /// Copies that the array made when it grew are out of reach; whoever decrypts makes room for all first.
  mutating func wipe() {
    withUnsafeMutableBytes { sodium_memzero($0.baseAddress, $0.count) }
  }
}

extension Secret {
  /// A copy of part of other bytes.
  convenience init(copying bytes: UnsafeRawBufferPointer) {
    self.init(capacity: bytes.count) { space in
      space.copyMemory(from: bytes)
      return bytes.count
    }
  }
}
