internal import CSodium
internal import Secrets

/// Files sealed for one recipient, who alone can open them; the sender keeps nothing that could.
///
/// As with age: a random key encrypts the content as a stream, and is itself sealed to the recipient's public key. The
/// layout stands in Documentation/Archive.md.
public struct SealedBundle: Hashable, Sendable {
  /// A file in a bundle, with its name.
  public struct Item: Hashable, Sendable {
    /// Its name, without folders.
    public var name: String
    /// The type of its content.
    public var mediaType: String
    /// The bytes of the file, not encrypted.
    public var bytes: [UInt8]

    /// Describes a file.
    public init(name: String, mediaType: String, bytes: [UInt8]) {
      self.name = name
      self.mediaType = mediaType
      self.bytes = bytes
    }
  }

  /// A random id, by which a bundle that was taken in already is known.
  public let id: [UInt8]
  /// Its id and a sum of its content, as text by which another one is told apart.
  public var identifier: String { KeyText.hexadecimal(id + Digest.of(encoded, length: 16)) }
  /// Whose signature it carries; nil when it is not signed.
  public private(set) var sender: SenderKey?
  /// What the sender says about it, such as the number of the case; sealed like the rest.
  public var notes: [String: String]
  /// The files of the bundle, in their order.
  public var items: [Item]

  private static let mark = Array("KISOPOST".utf8)
  /// 1 carried no signature; it is read, and written as 2.
  private static let format: UInt32 = 2
  private static let chunk = 64 << 10
  private static let chunkOverhead = 17

  /// A bundle that is about to be sealed.
  public init(notes: [String: String] = [:], items: [Item]) {
    self.init(id: Sodium.isReady ? Sodium.random(16) : [], notes: notes, items: items)
  }

  init(id: [UInt8], notes: [String: String], items: [Item]) {
    (self.id, self.notes, self.items) = (id, notes, items)
  }

  /// The bundle as bytes that only the recipient can open, signed if a key for that is given.
  public func sealed(to recipient: RecipientKey, by signer: SigningKey? = nil) throws(ArchiveFailure) -> [UInt8] {
    guard Sodium.isReady, id.count == 16 else { throw ArchiveFailure(.noRandomness) }
    var plain = signature(to: recipient.publicKey, by: signer) + encoded
    defer { plain.wipe() }
    return try Self.sealed(plain, to: recipient)
  }

  /// Content sealed so that only the recipient can open it.
  static func sealed(_ plain: [UInt8], to recipient: RecipientKey) throws(ArchiveFailure) -> [UInt8] {
    let key = Sodium.randomSecret()
    var head = ByteWriter(reserving: plain.count + 1_024)
    head.raw(Self.mark)
    head.number(Self.format)
    head.raw(recipient.publicKey)
    head.raw(key.withBytes { KeyPair.seal($0, to: recipient.publicKey) })
    let bound = head.bytes
    var stream = crypto_secretstream_xchacha20poly1305_state()
    var header = [UInt8](repeating: 0, count: 24)
    key.withBytes { _ = crypto_secretstream_xchacha20poly1305_init_push(&stream, &header, $0.octets) }
    head.raw(header)
    var offset = 0
    repeat {
      let count = min(Self.chunk, plain.count - offset)
      let tag = offset + count == plain.count ? UInt8(3) : 0  // crypto_secretstream_…_TAG_FINAL, …_TAG_MESSAGE
      var box = [UInt8](repeating: 0, count: count + Self.chunkOverhead)
      plain.withUnsafeBytes { plain in
        let piece = UnsafeRawBufferPointer(rebasing: plain[offset..<(offset + count)])
        _ = crypto_secretstream_xchacha20poly1305_push(
          &stream, &box, nil, piece.octets, UInt64(count), bound, UInt64(bound.count), tag)
      }
      head.raw(box)
      offset += count
    } while offset < plain.count
    return head.bytes
  }

  /// Opens a bundle with the key pairs of an archive.
  ///
  /// Throws `bundleForeign` when it is sealed for somebody else, and `bundleDamaged` for anything else.
  init(_ bytes: [UInt8], pairs: [KeyPair]) throws(ArchiveFailure) {
    let opened = bytes.withUnsafeBytes { bytes -> Result<SealedBundle?, ByteReader.Malformed> in
      Result { () throws(ByteReader.Malformed) in try SealedBundle.open(bytes, pairs: pairs) }
    }
    switch opened {
    case .success(let bundle?): self = bundle
    case .success(nil): throw ArchiveFailure(.bundleForeign)
    case .failure: throw ArchiveFailure(.bundleDamaged)
    }
  }

  private static func open(
    _ bytes: UnsafeRawBufferPointer, pairs: [KeyPair]
  ) throws(ByteReader.Malformed) -> SealedBundle? {
    guard var content = try content(bytes, pairs: pairs) else { return nil }
    defer { content.plain.wipe() }
    let bundle = content.plain.withUnsafeBytes {
      try? SealedBundle(decoding: $0, format: content.format, recipient: content.recipient)
    }
    guard let bundle else { throw ByteReader.Malformed() }
    return bundle
  }

  /// What is sealed in a bundle, in which format and for whom; nil when it is sealed for somebody else.
  static func content(
    _ bytes: UnsafeRawBufferPointer, pairs: [KeyPair]
  ) throws(ByteReader.Malformed) -> (plain: [UInt8], format: UInt32, recipient: [UInt8])? {
    var reader = ByteReader(bytes)
    guard try reader.raw(mark.count) == mark, case let format = try reader.number(), (1...Self.format).contains(format)
    else { throw ByteReader.Malformed() }
    let publicKey = try reader.raw(KeyPair.publicLength)
    let sealedKey = try reader.take(Sodium.keyLength + KeyPair.overhead)
    let bound = Array(bytes.prefix(reader.offset))
    guard let pair = pairs.first(where: { $0.publicKey == publicKey }) else { return nil }
    guard let key = pair.open(sealedKey) else { throw ByteReader.Malformed() }
    var stream = crypto_secretstream_xchacha20poly1305_state()
    let header = try reader.raw(24)
    let isStarted = key.withBytes {
      crypto_secretstream_xchacha20poly1305_init_pull(&stream, header, $0.octets) == 0
    }
    guard isStarted else { throw ByteReader.Malformed() }
    var plain: [UInt8] = []
    plain.reserveCapacity(max(0, bytes.count - reader.offset))
    var tag: UInt8 = 0
    while tag != 3 {
      let count = min(chunk + chunkOverhead, bytes.count - reader.offset)
      guard count >= chunkOverhead else { throw ByteReader.Malformed() }
      let box = try reader.take(count)
      var piece = [UInt8](repeating: 0, count: count - chunkOverhead)
      defer { piece.wipe() }
      let result = piece.withUnsafeMutableBytes { piece in
        crypto_secretstream_xchacha20poly1305_pull(
          &stream, piece.mutableOctets, nil, &tag, box.octets, UInt64(count), bound, UInt64(bound.count))
      }
      guard result == 0 else { throw ByteReader.Malformed() }
      plain += piece
    }
    guard reader.isAtEnd else { throw ByteReader.Malformed() }
    return (plain, format, publicKey)
  }

  /// How many bytes of a file say for whom it is sealed.
  static let headLength = 8 + 4 + KeyPair.publicLength

  /// Refuses what is no bundle, or sealed for somebody else, by its first bytes.
  static func check(_ head: [UInt8], pairs: [KeyPair]) throws(ArchiveFailure) {
    guard head.starts(with: mark) else { throw ArchiveFailure(.bundleDamaged) }
    guard pairs.contains(where: { $0.publicKey == Array(head.suffix(KeyPair.publicLength)) }) else {
      throw ArchiveFailure(.bundleForeign)
    }
  }

  /// The signature in front of the content: none, or the sender's key and what it signed.
  ///
  /// Signed is for whom it is as well, so that a recipient cannot pass it on as if it were meant for somebody else.
  private func signature(to recipient: [UInt8], by signer: SigningKey?) -> [UInt8] {
    guard let signer else { return [0] }
    let content = encoded
    let digest = content.withUnsafeBytes { Digest.of($0, UnsafeRawBufferPointer(start: nil, count: 0)) }
    return [1] + signer.publicKey.publicKey + signer.sign(Self.signed(recipient, digest))
  }

  private static func signed(_ recipient: [UInt8], _ digest: [UInt8]) -> [UInt8] {
    Array("kiso sender 1".utf8) + recipient + digest
  }

  private var encoded: [UInt8] {
    var writer = ByteWriter(reserving: items.reduce(1_024) { $0 + $1.bytes.count + 256 })
    writer.raw(id)
    writer.list(notes.sorted { $0.key < $1.key }) {
      $0.text($1.key)
      $0.text($1.value)
    }
    writer.list(items) {
      $0.text($1.name)
      $0.text($1.mediaType)
      $0.blob($1.bytes)
    }
    return writer.bytes
  }

  private init(
    decoding bytes: UnsafeRawBufferPointer, format: UInt32, recipient: [UInt8]
  ) throws(ByteReader.Malformed) {
    var reader = ByteReader(bytes)
    if format > 1, try reader.flag() {
      let sender = SenderKey(publicKey: try reader.raw(SenderKey.publicLength))
      let signature = try reader.raw(SenderKey.signatureLength)
      let content = UnsafeRawBufferPointer(rebasing: bytes[reader.offset...])
      let digest = Digest.of(content, UnsafeRawBufferPointer(start: nil, count: 0))
      guard sender.hasSigned(Self.signed(recipient, digest), signature) else { throw ByteReader.Malformed() }
      self.sender = sender
    }
    // Looked through before anything of it is taken: what is wrong at the end costs no more memory than it has bytes.
    var walk = reader
    _ = try walk.take(16)
    for _ in 0..<(try walk.number()) { for _ in 0..<2 { _ = try walk.take(Int(try walk.number())) } }
    for _ in 0..<(try walk.number()) { for _ in 0..<3 { _ = try walk.take(Int(try walk.number())) } }
    guard walk.isAtEnd else { throw ByteReader.Malformed() }
    id = try reader.raw(16)
    notes = [:]
    for _ in 0..<(try reader.number()) { notes[try reader.text()] = try reader.text() }
    items = try reader.list { (reader) throws(ByteReader.Malformed) in
      Item(name: try reader.text(), mediaType: try reader.text(), bytes: try reader.blob())
    }
    guard reader.isAtEnd else { throw ByteReader.Malformed() }
  }
}
