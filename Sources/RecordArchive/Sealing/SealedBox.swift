internal import CSodium
internal import Secrets

/// Sealing with XChaCha20-Poly1305 under a random nonce: nonce, ciphertext, tag.
///
/// `bound` is what the box belongs to: opened with anything else it does not open.
enum SealedBox {
  static let nonceLength = 24
  static let tagLength = 16
  /// By how much a box is longer than its content.
  static let overhead = nonceLength + tagLength

  static func seal(_ plain: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer, bound: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: plain.count + overhead) { space, used in
      used = plain.count + overhead
      guard let start = space.baseAddress else { return }
      randombytes_buf(start, nonceLength)
      _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
        start + nonceLength, nil, plain.octets, UInt64(plain.count), bound, UInt64(bound.count), nil, start,
        key.octets)
    }
  }

  static func seal(_ plain: [UInt8], key: UnsafeRawBufferPointer, bound: [UInt8]) -> [UInt8] {
    plain.withUnsafeBytes { seal($0, key: key, bound: bound) }
  }

  /// The content; nil when the key, what it is bound to, or a single bit is another one.
  static func open(_ box: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer, bound: [UInt8]) -> [UInt8]? {
    guard box.count >= overhead else { return nil }
    var isOpen = false
    let plain = [UInt8](unsafeUninitializedCapacity: box.count - overhead) { space, used in
      isOpen = open(box, key: key, bound: bound, into: UnsafeMutableRawBufferPointer(space))
      used = isOpen ? box.count - overhead : 0
    }
    return isOpen ? plain : nil
  }

  static func open(_ box: [UInt8], key: UnsafeRawBufferPointer, bound: [UInt8]) -> [UInt8]? {
    box.withUnsafeBytes { open($0, key: key, bound: bound) }
  }

  /// The content as a secret, for keys.
  static func openSecret(_ box: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer, bound: [UInt8]) -> Secret? {
    guard box.count >= overhead else { return nil }
    var isOpen = false
    let plain = Secret(capacity: box.count - overhead) { space in
      isOpen = open(box, key: key, bound: bound, into: space)
      return box.count - overhead
    }
    return isOpen ? plain : nil
  }

  private static func open(
    _ box: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer, bound: [UInt8],
    into space: UnsafeMutableRawBufferPointer
  ) -> Bool {
    let start = box.octets
    return crypto_aead_xchacha20poly1305_ietf_decrypt(
      space.mutableOctets, nil, nil, start + nonceLength, UInt64(box.count - nonceLength), bound,
      UInt64(bound.count), start, key.octets) == 0
  }
}
