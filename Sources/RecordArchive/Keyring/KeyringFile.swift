internal import FormModel
internal import Secrets

/// The keyring as a file; its layout stands in Documentation/Archive.md.
struct KeyringFile {
  private static let mark = Array("KISOKEYS".utf8)
  /// 1 knew no circles, and one key sealed the data for good; it is read, and written as 2.
  private static let format: UInt32 = 2

  let archive: [UInt8]
  let generation: UInt64
  let people: [Access]
  private let format: UInt32
  /// Everything before the sealed body, which the body is bound to.
  private let head: [UInt8]
  private let body: [UInt8]

  /// Reads the outside; nothing is opened yet.
  ///
  /// Throws `keysForeign`, `newer` or `keysDamaged`.
  init(_ bytes: [UInt8], path: String) throws(ArchiveFailure) {
    guard bytes.starts(with: Self.mark) else {
      // A keyring of which only the first letters are damaged is more likely than a stranger of the same length.
      throw ArchiveFailure(bytes.count > 8 && Self.hasDigest(bytes, from: 8) ? .keysDamaged : .keysForeign, path: path)
    }
    guard Self.hasDigest(bytes, from: 0) else { throw ArchiveFailure(.keysDamaged, path: path) }
    let parsed = bytes.withUnsafeBytes { bytes in try? Self.parse(bytes) }
    guard let parsed else { throw ArchiveFailure(.keysDamaged, path: path) }
    guard (1...Self.format).contains(parsed.format) else { throw ArchiveFailure(.newer, path: path) }
    archive = parsed.archive
    generation = parsed.generation
    people = parsed.people
    format = parsed.format
    head = parsed.head
    body = parsed.body
  }

  private struct Parsed {
    var format: UInt32
    var archive: [UInt8]
    var generation: UInt64
    var people: [Access] = []
    var head: [UInt8] = []
    var body: [UInt8] = []
  }

  private static func parse(_ bytes: UnsafeRawBufferPointer) throws(ByteReader.Malformed) -> Parsed {
    var reader = ByteReader(UnsafeRawBufferPointer(rebasing: bytes.dropLast(32)))
    _ = try reader.take(mark.count)
    var parsed = Parsed(
      format: try reader.number(), archive: try reader.raw(16), generation: try reader.wideNumber())
    guard (1...format).contains(parsed.format) else { return parsed }
    let count = Int(try reader.number())
    guard (1...Access.limit).contains(count) else { throw ByteReader.Malformed() }
    for _ in 0..<count { parsed.people.append(try Access(&reader)) }
    let length = Int(truncatingIfNeeded: try reader.wideNumber())
    parsed.head = Array(bytes.prefix(reader.offset))
    parsed.body = try reader.raw(length)
    guard reader.isAtEnd else { throw ByteReader.Malformed() }
    return parsed
  }

  private static func hasDigest(_ bytes: [UInt8], from start: Int) -> Bool {
    guard bytes.count >= start + 32 else { return false }
    let content = Array(mark.prefix(start)) + bytes[start...].dropLast(32)
    return Digest.of(content) == Array(bytes.suffix(32))
  }

  /// Opens it with what one person has; tries only those whose label it is, if one is given.
  ///
  /// Throws `denied`, `unknownPerson` or `keysDamaged`.
  func unlock(
    _ credential: Credential, label: String?, path: String
  ) throws(ArchiveFailure) -> (keyring: Keyring, person: KeyPair) {
    let tag = label.map { Access.tag(of: $0, archive: archive) }
    let candidates = people.filter { tag == nil || $0.tag == tag }
    guard !candidates.isEmpty else { throw ArchiveFailure(.unknownPerson, path: path) }
    for access in candidates {
      if let person = access.unlock(credential, archive: archive) {
        return (try open(as: person, path: path), person)
      }
    }
    throw ArchiveFailure(.denied, path: path)
  }

  /// Opens it with a person's key pair, which stays the same when the keyring is replaced.
  func open(as person: KeyPair, path: String) throws(ArchiveFailure) -> Keyring {
    guard let access = people.first(where: { $0.publicKey == person.publicKey }) else {
      throw ArchiveFailure(.denied, path: path)
    }
    guard let master = access.master(person),
      let plain = master.withBytes({ key in
        body.withUnsafeBytes { SealedBox.openSecret($0, key: key, bound: head) }
      }),
      let keyring = plain.withBytes({ try? Keyring($0, file: self, format: format, master: master) })
    else { throw ArchiveFailure(.keysDamaged, path: path) }
    return keyring
  }

  /// The bytes of a keyring.
  static func bytes(of keyring: Keyring) -> [UInt8] {
    var head = ByteWriter(reserving: 512)
    head.raw(mark)
    head.number(format)
    head.raw(keyring.archive)
    head.number(keyring.generation)
    head.number(UInt32(keyring.people.count))
    for access in keyring.people { access.write(to: &head) }
    let plain = keyring.body()
    head.number(UInt64(plain.count + SealedBox.overhead))
    let bound = head.bytes
    let body = keyring.master.withBytes { key in
      plain.withBytes { SealedBox.seal($0, key: key, bound: bound) }
    }
    let bytes = bound + body
    return bytes + Digest.of(bytes)
  }
}

extension Keyring {
  /// The plain body of the file, as it is sealed.
  func body() -> Secret {
    var writer = ByteWriter(reserving: 4_096 + log.records.count * 96)
    writer.number(seenCommit)
    writer.number(nextPerson)
    writer.list(labels) { $0.text($1) }
    writer.number(log.anchorNumber)
    writer.raw(log.anchor)
    writer.list(log.records) { $0.blob($1.encoded) }
    writer.number(UInt32(inboxes.count))
    for inbox in inboxes {
      writer.raw(inbox.pair.publicKey)
      writer.day(inbox.made)
    }
    writer.list(senders) {
      $0.raw($1.publicKey)
      $0.text($1.label)
    }
    writer.number(circles.number)
    writer.number(circles.floor)
    writer.number(UInt32(circles.secrets.count))
    let plain = writer.bytes
    let secrets = circles.secrets + inboxes.map(\.pair.secretKey)
    let length = plain.count + secrets.count * Sodium.keyLength + keys.withBytes(\.count)
    return Secret(capacity: length) { space in
      var offset = 0
      func add(_ bytes: UnsafeRawBufferPointer) {
        UnsafeMutableRawBufferPointer(rebasing: space[offset...]).copyMemory(from: bytes)
        offset += bytes.count
      }
      plain.withUnsafeBytes(add)
      for secret in secrets { secret.withBytes(add) }
      keys.withBytes(add)
      return offset
    }
  }

  fileprivate init(
    _ body: UnsafeRawBufferPointer, file: KeyringFile, format: UInt32, master: Secret
  ) throws(ByteReader.Malformed) {
    archive = file.archive
    generation = file.generation
    people = file.people
    self.master = master
    var reader = ByteReader(body)
    seenCommit = try reader.wideNumber()
    nextPerson = try reader.number()
    labels = try reader.list { (reader) throws(ByteReader.Malformed) in try reader.text() }
    guard labels.count == people.count else { throw ByteReader.Malformed() }
    log = DeletionLog(anchorNumber: try reader.wideNumber(), anchor: try reader.raw(32))
    let records = try reader.list { (reader) throws(ByteReader.Malformed) in
      guard format > 1 else { return try DeletionRecord(&reader) }
      guard let record = DeletionRecord(try reader.blob()) else { throw ByteReader.Malformed() }
      return record
    }
    for record in records {
      guard log.append(record) else { throw ByteReader.Malformed() }
    }
    let count = Int(try reader.number())
    guard (1...1_024).contains(count) else { throw ByteReader.Malformed() }
    var outsides: [(publicKey: [UInt8], made: Day?)] = []
    for _ in 0..<count {
      outsides.append((try reader.raw(KeyPair.publicLength), format > 1 ? try reader.day() : nil))
    }
    senders = []
    if format > 1 {
      senders = try reader.list { (reader) throws(ByteReader.Malformed) in
        Sender(publicKey: try reader.raw(SenderKey.publicLength), label: try reader.text())
      }
      let (number, floor) = (try reader.number(), try reader.number())
      let known = Int(try reader.number())
      guard (1...Circles.limit).contains(known) else { throw ByteReader.Malformed() }
      var secrets: [Secret] = []
      for _ in 0..<known { secrets.append(Secret(copying: try reader.take(Sodium.keyLength))) }
      guard let circles = Circles(number: number, floor: floor, secrets: secrets) else { throw ByteReader.Malformed() }
      self.circles = circles
    } else {
      circles = .legacy(sealKey: Secret(copying: try reader.take(Sodium.keyLength)))
    }
    inboxes = []
    for outside in outsides {
      let pair = KeyPair(publicKey: outside.publicKey, secretKey: Secret(copying: try reader.take(Sodium.keyLength)))
      inboxes.append(Inbox(pair: pair, made: outside.made))
    }
    guard let keys = EntryKeys(copying: try reader.take(body.count - reader.offset)) else {
      throw ByteReader.Malformed()
    }
    self.keys = keys
  }
}
