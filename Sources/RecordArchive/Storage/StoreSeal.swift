internal import FormModel
internal import Secrets

/// A sum over all cards, so that none can be taken away or put back unnoticed.
///
/// Each card gives 256 bits; they are added modulo 2²⁵⁶. Changing one entry costs one subtraction and one addition,
/// whatever the number of entries.
struct CardSum: Hashable {
  private var limbs: [UInt64] = [0, 0, 0, 0]

  init() {}

  init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    for index in limbs.indices { limbs[index] = try reader.wideNumber() }
  }

  func write(to writer: inout ByteWriter) {
    for limb in limbs { writer.number(limb) }
  }

  /// What one card adds.
  private static func term(_ id: EntryID, _ version: UInt64, _ box: [UInt8]) -> [UInt64] {
    var writer = ByteWriter(reserving: 16)
    writer.raw(id.bytes)
    writer.number(version)
    let digest = Digest.of(writer.bytes, box)
    return digest.withUnsafeBytes { digest in
      (0..<4).map { UInt64(littleEndian: digest.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)) }
    }
  }

  mutating func add(_ id: EntryID, _ version: UInt64, _ box: [UInt8]) {
    let term = Self.term(id, version, box)
    var carry: UInt64 = 0
    for index in limbs.indices {
      let (first, one) = limbs[index].addingReportingOverflow(term[index])
      let (second, two) = first.addingReportingOverflow(carry)
      limbs[index] = second
      carry = one || two ? 1 : 0
    }
  }

  mutating func subtract(_ id: EntryID, _ version: UInt64, _ box: [UInt8]) {
    let term = Self.term(id, version, box)
    var borrow: UInt64 = 0
    for index in limbs.indices {
      let (first, one) = limbs[index].subtractingReportingOverflow(term[index])
      let (second, two) = first.subtractingReportingOverflow(borrow)
      limbs[index] = second
      borrow = one || two ? 1 : 0
    }
  }
}

/// What the data file says of itself as a whole, sealed under a key of the keyring.
struct StoreSeal: Hashable {
  /// How often something was committed.
  var commit: UInt64 = 0
  /// How many entries there are.
  var entries: UInt64 = 0
  /// The sum over their cards.
  var sum = CardSum()
  /// The last day seen.
  var clock: Day

  init(clock: Day) {
    self.clock = clock
  }

  func sealed(with keyring: Keyring) -> [UInt8] {
    var writer = ByteWriter(reserving: 64)
    writer.number(commit)
    writer.number(entries)
    sum.write(to: &writer)
    writer.day(clock)
    let box = keyring.circles.withSealKey(ofCircle: keyring.circles.number) {
      SealedBox.seal(writer.bytes, key: $0, bound: Self.bound(keyring.archive))
    }
    return box ?? []
  }

  /// Opens it; nil when it is not the seal of this archive.
  ///
  /// - Parameter isBackup: whether any circle of people may have made it, and not only those that the live data may
  ///   still use.
  init?(_ box: [UInt8], keyring: Keyring, isBackup: Bool = false) {
    let bound = Self.bound(keyring.archive)
    let circles = keyring.circles.numbers.filter { isBackup || $0 >= keyring.circles.floor }
    let plain = circles.lazy.compactMap { circle in
      keyring.circles.withSealKey(ofCircle: circle) { SealedBox.open(box, key: $0, bound: bound) } ?? nil
    }.first
    let seal = plain?.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      return try? StoreSeal(&reader)
    }
    guard let seal else { return nil }
    self = seal
  }

  private init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    commit = try reader.wideNumber()
    entries = try reader.wideNumber()
    sum = try CardSum(&reader)
    guard let day = try reader.day(), reader.isAtEnd else { throw ByteReader.Malformed() }
    clock = day
  }

  private static func bound(_ archive: [UInt8]) -> [UInt8] {
    Array("kiso seal 1".utf8) + archive
  }
}
