internal import CSodium
internal import Secrets

/// A pair of X25519 keys: what is sealed to the public one opens with the secret one.
struct KeyPair {
  static let publicLength = 32
  /// By how much a box is longer than its content.
  static let overhead = 48

  let publicKey: [UInt8]
  let secretKey: Secret

  init(publicKey: [UInt8], secretKey: Secret) {
    self.publicKey = publicKey
    self.secretKey = secretKey
  }

  /// A new pair.
  static func make() -> KeyPair {
    var publicKey = [UInt8](repeating: 0, count: publicLength)
    let secretKey = Secret(capacity: Sodium.keyLength) { space in
      _ = crypto_box_keypair(&publicKey, space.mutableOctets)
      return Sodium.keyLength
    }
    return KeyPair(publicKey: publicKey, secretKey: secretKey)
  }

  /// Seals for whoever has the secret key; nobody can tell who did it.
  static func seal(_ plain: UnsafeRawBufferPointer, to publicKey: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: plain.count + overhead) { space, used in
      used = plain.count + overhead
      if let start = space.baseAddress {
        _ = crypto_box_seal(start, plain.octets, UInt64(plain.count), publicKey)
      }
    }
  }

  /// The content; nil when it was sealed for somebody else or is damaged.
  func open(_ box: UnsafeRawBufferPointer) -> Secret? {
    guard box.count >= Self.overhead else { return nil }
    var isOpen = false
    let plain = Secret(capacity: box.count - Self.overhead) { space in
      secretKey.withBytes { secret in
        isOpen =
          crypto_box_seal_open(
            space.mutableOctets, box.octets, UInt64(box.count), publicKey, secret.octets) == 0
      }
      return box.count - Self.overhead
    }
    return isOpen ? plain : nil
  }
}
