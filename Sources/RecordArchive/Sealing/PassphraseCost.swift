internal import CSodium
internal import Secrets

/// What guessing a passphrase costs: the parameters of Argon2id (RFC 9106).
///
/// They stand in the keyring beside each access, so an archive opens with those it was made with.
public struct PassphraseCost: Hashable, Sendable {
  /// How often the memory is gone over.
  public let passes: Int
  /// How much memory it takes, in bytes.
  public let memory: Int

  /// The cost of every archive that people use: 3 passes over 256 MiB, about half a second.
  public static let standard = PassphraseCost(passes: 3, memory: 256 << 20)

  /// Another cost, for tests.
  ///
  /// At least 1 pass and 8 KiB, at most 64 passes and 4 GiB.
  public init(passes: Int, memory: Int) {
    self.passes = min(max(passes, 1), 64)
    self.memory = min(max(memory, 8 << 10), 4 << 30)
  }

  /// The key that a passphrase gives.
  ///
  /// Returns nil when there is not enough memory.
  func key(from passphrase: Secret, salt: [UInt8]) -> Secret? {
    var isDone = false
    let key = Secret(capacity: Sodium.keyLength) { space in
      passphrase.withBytes { passphrase in
        passphrase.octets.withMemoryRebound(to: CChar.self, capacity: passphrase.count) { characters in
          isDone =
            crypto_pwhash(
              space.mutableOctets, UInt64(Sodium.keyLength), characters, UInt64(passphrase.count), salt,
              UInt64(passes), memory, crypto_pwhash_ALG_ARGON2ID13) == 0
        }
      }
      return Sodium.keyLength
    }
    return isDone ? key : nil
  }
}
