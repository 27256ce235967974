internal import Secrets

/// One person's access as the keyring holds it: a key pair whose secret half opens with a passphrase or access file.
struct Access {
  /// Whether a passphrase or an access file opens it.
  enum Kind: UInt8 {
    case passphrase = 1
    case accessFile = 2
  }

  /// How many bytes it takes in the file.
  static let length = 237
  /// More people than work in one office.
  static let limit = 32

  let kind: Kind
  /// Tells labels apart without naming them.
  let tag: [UInt8]
  /// The number that the deletion log names; never given twice.
  let number: UInt32
  let salt: [UInt8]
  let cost: PassphraseCost
  let publicKey: [UInt8]
  private let sealedSecret: [UInt8]
  private let sealedMaster: [UInt8]

  /// Makes an access; nil when there is not enough memory for its cost.
  init?(
    _ new: NewAccess, number: UInt32, archive: [UInt8], master: Secret, pair: KeyPair = KeyPair.make()
  ) {
    kind = new.credential.kind
    tag = Self.tag(of: new.label, archive: archive)
    self.number = number
    salt = Sodium.random(16)
    cost = new.cost
    publicKey = pair.publicKey
    sealedMaster = master.withBytes { KeyPair.seal($0, to: pair.publicKey) }
    guard let key = new.credential.key(salt: salt, cost: cost) else { return nil }
    let bound = Self.bound(
      kind: kind, tag: tag, number: number, salt: salt, cost: cost, publicKey: publicKey, archive: archive)
    sealedSecret = key.withBytes { key in
      pair.secretKey.withBytes { SealedBox.seal($0, key: key, bound: bound) }
    }
  }

  /// The same access with another master key.
  init(_ old: Access, master: Secret) {
    kind = old.kind
    tag = old.tag
    number = old.number
    salt = old.salt
    cost = old.cost
    publicKey = old.publicKey
    sealedSecret = old.sealedSecret
    sealedMaster = master.withBytes { KeyPair.seal($0, to: old.publicKey) }
  }

  init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    guard let kind = Kind(rawValue: try reader.byte()) else { throw ByteReader.Malformed() }
    self.kind = kind
    tag = try reader.raw(8)
    salt = try reader.raw(16)
    let passes = Int(try reader.number())
    let memory = Int(truncatingIfNeeded: try reader.wideNumber())
    cost = PassphraseCost(passes: passes, memory: memory)
    // A cost that cannot be meant would make the machine stand still.
    guard cost.passes == passes, cost.memory == memory else { throw ByteReader.Malformed() }
    publicKey = try reader.raw(KeyPair.publicLength)
    sealedSecret = try reader.raw(Sodium.keyLength + SealedBox.overhead)
    sealedMaster = try reader.raw(Sodium.keyLength + KeyPair.overhead)
    number = try reader.number()
    guard try reader.raw(12).allSatisfy({ $0 == 0 }) else { throw ByteReader.Malformed() }
  }

  func write(to writer: inout ByteWriter) {
    writer.byte(kind.rawValue)
    writer.raw(tag)
    writer.raw(salt)
    writer.number(UInt32(cost.passes))
    writer.number(UInt64(cost.memory))
    writer.raw(publicKey)
    writer.raw(sealedSecret)
    writer.raw(sealedMaster)
    writer.number(number)
    writer.raw([UInt8](repeating: 0, count: 12))
  }

  /// The person's key pair; nil when the credential is another one.
  func unlock(_ credential: Credential, archive: [UInt8]) -> KeyPair? {
    guard credential.kind == kind, let key = credential.key(salt: salt, cost: cost) else { return nil }
    let bound = Self.bound(
      kind: kind, tag: tag, number: number, salt: salt, cost: cost, publicKey: publicKey, archive: archive)
    let secret = key.withBytes { key in
      sealedSecret.withUnsafeBytes { SealedBox.openSecret($0, key: key, bound: bound) }
    }
    return secret.map { KeyPair(publicKey: publicKey, secretKey: $0) }
  }

  /// The master key; nil when the pair is another one.
  func master(_ pair: KeyPair) -> Secret? {
    sealedMaster.withUnsafeBytes { pair.open($0) }
  }

  /// What tells labels apart: nobody can read the label from it who does not guess it.
  static func tag(of label: String, archive: [UInt8]) -> [UInt8] {
    // Eight bytes are plenty for 32 people.
    Array(Digest.of(Array(label.lowercased().utf8), length: 16, key: archive).prefix(8))
  }

  private static func bound(
    kind: Kind, tag: [UInt8], number: UInt32, salt: [UInt8], cost: PassphraseCost, publicKey: [UInt8],
    archive: [UInt8]
  ) -> [UInt8] {
    var writer = ByteWriter()
    writer.text("kiso access 1")
    writer.raw(archive)
    writer.byte(kind.rawValue)
    writer.raw(tag)
    writer.number(number)
    writer.raw(salt)
    writer.number(UInt32(cost.passes))
    writer.number(UInt64(cost.memory))
    writer.raw(publicKey)
    return writer.bytes
  }
}
