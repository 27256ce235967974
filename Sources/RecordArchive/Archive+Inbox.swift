public import FormModel
internal import Files
internal import Glibc

/// What is sealed for this archive, and what leaves it sealed for another.
extension Archive {
  /// The key that others seal to.
  public var recipientKey: RecipientKey {
    RecipientKey(publicKey: keyring.inboxes[0].pair.publicKey)
  }

  /// Opens a bundle that was sealed for this archive.
  ///
  /// Throws `bundleForeign` or `bundleDamaged`.
  public func open(bundle bytes: [UInt8]) throws(ArchiveFailure) -> SealedBundle {
    try SealedBundle(bytes, pairs: keyring.inboxes.map(\.pair))
  }

  /// Opens a bundle in a file; one for somebody else is refused by its first bytes.
  ///
  /// - Parameter limit: the most bytes that the file may have.
  public func open(bundleAt path: String, limit: Int) throws(ArchiveFailure) -> SealedBundle {
    let pairs = keyring.inboxes.map(\.pair)
    if let head = Self.head(path, SealedBundle.headLength) { try SealedBundle.check(head, pairs: pairs) }
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileReader.bytes(at: path, limit: limit)
    } catch {
      throw ArchiveFailure(error)
    }
    return try SealedBundle(bytes, pairs: pairs)
  }

  private static func head(_ path: String, _ length: Int) -> [UInt8]? {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { _ = Glibc.close(file) }
    var head = [UInt8](repeating: 0, count: length)
    return pread(file, &head, length, 0) == length ? head : nil
  }

  /// The entry that came with a bundle; nil when it was not taken in yet.
  public func entry(fromBundle id: [UInt8]) throws(ArchiveFailure) -> ArchiveEntry? {
    try currentIndex().entries.values.first { $0.card.came(with: id) }
  }

  /// Whether a bundle was taken in once, be what came with it deleted since.
  public func hasTaken(bundle id: [UInt8]) throws(ArchiveFailure) -> Bool {
    guard try entry(fromBundle: id) == nil else { return true }
    return keyring.log.records.contains { EntryCard.ids($0.bundles).contains(id) }
  }

  /// Makes a new key for others to seal to; the one before opens what is under way for thirty days.
  public func renewInbox(today: Day) throws(ArchiveFailure) {
    try write(today: today) { (changes) throws(ArchiveFailure) in
      try changes.replaceKeyring { (keyring) throws(ArchiveFailure) in keyring.renewInbox(on: today) }
    }
  }

  /// Makes a new key when the present one is a year old, and destroys those that were replaced thirty days ago.
  ///
  /// Returns whether there is a new one, which others must be told.
  public func tendInbox(today: Day) throws(ArchiveFailure) -> Bool {
    if keyring.inboxes[0].made.map({ $0.days(until: today) >= Inbox.age }) ?? true {
      try renewInbox(today: today)
      return true
    }
    var tried = keyring
    guard tried.destroyOldInboxes(on: today) else { return false }
    try write(today: today) { (changes) throws(ArchiveFailure) in
      try changes.replaceKeyring { (keyring) throws(ArchiveFailure) in keyring.destroyOldInboxes(on: today) }
    }
    return false
  }
}

extension EntryCard {
  /// How many bytes the id of a bundle has.
  static let bundleLength = 16

  /// The ids of bundles that stand one after another.
  static func ids(_ bytes: [UInt8]) -> [[UInt8]] {
    stride(from: 0, to: bytes.count - bytes.count % bundleLength, by: bundleLength).map {
      Array(bytes[$0..<($0 + bundleLength)])
    }
  }

  /// Whether the entry, or a version of it, came with a bundle.
  func came(with id: [UInt8]) -> Bool { id.count == Self.bundleLength && Self.ids(drop).contains(id) }

  /// Notes a bundle with which something of the entry came.
  mutating func note(bundle id: [UInt8]) {
    if id.count == Self.bundleLength, !came(with: id) { drop += id }
  }
}
