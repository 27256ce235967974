internal import CSodium
internal import Secrets

/// The secrets of the circles of people who had access, one after another, the present one last made and first here.
///
/// A new circle begins whenever somebody is taken out or what opens an access is changed. Everything in the data is
/// sealed under keys that are made of the present circle's secret, which nobody outside it has: not with an old copy of
/// the keyring, and not with a passphrase of before. Earlier secrets stay, for backups of the data of then.
struct Circles {
  /// How many are kept; backups from before the oldest cannot be restored any more.
  static let limit = 256

  /// The number of the present one; 0 in an archive that never began one, see ``legacy(sealKey:)``.
  private(set) var number: UInt32
  /// The present one first, without a gap.
  private(set) var secrets: [Secret]
  /// The lowest number that the live data may still use: below ``number`` while they are being sealed anew.
  var floor: UInt32

  /// The first circle of a new archive.
  init() {
    (number, secrets, floor) = (1, [Sodium.randomSecret()], 1)
  }

  /// Reads them; nil when the numbers do not fit each other.
  init?(number: UInt32, floor: UInt32, secrets: [Secret]) {
    guard floor <= number, (1...Self.limit).contains(secrets.count), secrets.count - 1 <= Int(number) else {
      return nil
    }
    (self.number, self.secrets, self.floor) = (number, secrets, floor)
  }

  /// The circle of a keyring of format 1, whose entries are sealed under their own keys alone.
  static func legacy(sealKey: Secret) -> Circles {
    var circles = Circles()
    (circles.number, circles.secrets, circles.floor) = (0, [sealKey], 0)
    return circles
  }

  /// Whether the live data may still have something of an earlier circle.
  var isUnsettled: Bool { floor < number }

  /// Begins a new one; the live data may have what the one before sealed until ``settle()``.
  mutating func begin() {
    number += 1
    secrets.insert(Sodium.randomSecret(), at: 0)
    if secrets.count > Self.limit { secrets.removeLast(secrets.count - Self.limit) }
  }

  /// From here on only the present one counts in the live data.
  mutating func settle() { floor = number }

  private func secret(_ wanted: UInt32) -> Secret? {
    guard wanted <= number, Int(number - wanted) < secrets.count else { return nil }
    return secrets[Int(number - wanted)]
  }

  /// The numbers of all circles whose secrets are there, the present one first.
  var numbers: [UInt32] { secrets.indices.map { number - UInt32($0) } }

  /// By what a device remembers the present circle; whoever has this cannot make a successor of it.
  var mark: [UInt8] { Self.mark(secrets[0], number) }

  /// Whether a remembered circle is this one or one before it.
  func contains(mark: [UInt8]) -> Bool {
    zip(secrets, numbers).contains { Self.mark($0, $1) == mark }
  }

  private static func mark(_ secret: Secret, _ number: UInt32) -> [UInt8] {
    var writer = ByteWriter(reserving: 32)
    writer.text("kiso mark 2")
    writer.number(number)
    return secret.withBytes { key in
      derived(key, writer.bytes, UnsafeRawBufferPointer(start: nil, count: 0)) { Array($0) }
    }
  }

  /// Lends the key under which a circle sealed an entry; nil when its secret is not there.
  ///
  /// - Parameters:
  ///   - own: the entry's own key, without which nothing opens once it is destroyed.
  func withKey<Result>(
    ofCircle wanted: UInt32, entry id: EntryID, own: UnsafeRawBufferPointer,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result? {
    guard let secret = secret(wanted) else { return nil }
    guard wanted > 0 else { return body(own) }
    let purpose = Self.entryPurpose + id.bytes
    return secret.withBytes { Self.derived($0, purpose, own, body) }
  }

  /// Lends the key of the seal of a circle; nil when its secret is not there.
  func withSealKey<Result>(
    ofCircle wanted: UInt32, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result? {
    guard let secret = secret(wanted) else { return nil }
    return secret.withBytes { secret in
      wanted == 0
        ? body(secret)
        : Self.derived(secret, Array("kiso seal 2".utf8), UnsafeRawBufferPointer(start: nil, count: 0), body)
    }
  }

  private static let entryPurpose = Array("kiso entry 2".utf8)

  /// BLAKE2b with the circle's secret as its key, over what the result is for and a second secret.
  private static func derived<Result>(
    _ secret: UnsafeRawBufferPointer, _ purpose: [UInt8], _ own: UnsafeRawBufferPointer,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(byteCount: Sodium.keyLength, alignment: 16) { space in
      purpose.withUnsafeBytes { purpose in
        csodium_digest(
          space.mutableOctets, space.count, secret.octets, secret.count, purpose.octets, purpose.count, own.octets,
          own.count)
      }
      defer { sodium_memzero(space.baseAddress, space.count) }
      return body(UnsafeRawBufferPointer(space))
    }
  }
}
