internal import FormModel

/// What a case consists of at one moment: which entries in which versions.
public struct CaseContents: Hashable, Sendable {
  private(set) var versions: [EntryID: UInt64] = [:]
  /// The entry of the case itself; nil where there are papers alone.
  private(set) var file: EntryID?

  /// Nothing.
  public init() {}

  /// Adds an entry of the case; all of them belong to it, whatever is used of them.
  public mutating func add(_ entry: ArchiveEntry) {
    versions[entry.id] = entry.version
    if entry.card.role == .caseFile { file = entry.id }
  }
}

/// Keeping what was worked out of all that is stored of a case, so that it need not be worked out at each start.
///
/// It is sealed under a key that is made of the keys of all entries of the case: once one of them is deleted, nobody
/// opens it any more, not in an old backup either. It belongs to the versions of these entries and to what made it;
/// anything else opens nothing, and what does not open is as good as not there. The seal over the whole archive does
/// not count it: taken away or put back, it is made again or opens because it is right.
extension Archive {
  /// What was kept of a case by a maker; nil when there is nothing, or nothing that belongs to these contents.
  ///
  /// - Parameters:
  ///   - contents: what the case consists of now.
  ///   - maker: tells apart who worked it out, and by which rules.
  public func kept(of contents: CaseContents, by maker: [UInt8]) throws(ArchiveFailure) -> [UInt8]? {
    guard let file = contents.file, try holdsKept() else { return nil }
    let row = try database.statement("SELECT box FROM kept WHERE id = ?")
    defer { row.reset() }
    try row.bind([.id(file)])
    guard try row.step(), case (var key, let bound)? = binding(contents, maker) else { return nil }
    defer { key.wipe() }
    let opened = row.withBlob(0) { box in key.withUnsafeBytes { SealedBox.open(box, key: $0, bound: bound) } }
    guard var plain = opened else { return nil }
    defer { plain.wipe() }
    return plain.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      return try? reader.blob()
    }
  }

  /// Keeps what was worked out of cases; of a case that has changed meanwhile nothing.
  public func keep(
    _ results: [(contents: CaseContents, bytes: [UInt8])], by maker: [UInt8]
  ) throws(ArchiveFailure) {
    guard !results.isEmpty else { return }
    try write(today: nil) { (changes) throws(ArchiveFailure) in
      for (contents, bytes) in results { try changes.keep(bytes, of: contents, by: maker) }
    }
  }

  /// Whether the file has room for it, which one of an older format has not while nobody may write it.
  private func holdsKept() throws(ArchiveFailure) -> Bool {
    try database.number("PRAGMA user_version") ?? 0 >= 3
  }

  /// The key for what is kept of a case, and what it is bound to; nil when a key of its entries is missing.
  ///
  /// Whoever gets the key wipes it.
  fileprivate func binding(_ contents: CaseContents, _ maker: [UInt8]) -> (key: [UInt8], bound: [UInt8])? {
    var writer = ByteWriter(reserving: 64 + contents.versions.count * 16 + maker.count)
    writer.text("kiso kept 2")
    writer.blob(maker)
    writer.raw(keyring.archive)
    var key = Digest.of(writer.bytes)
    for (id, version) in contents.versions.sorted(by: { $0.key < $1.key }) {
      writer.raw(id.bytes)
      writer.number(version)
      let next = keyring.withKey(of: id, circle: keyring.circles.number) { own in
        key.withUnsafeBytes { Digest.of($0, own) }
      }
      key.wipe()
      guard let next else { return nil }
      key = next
    }
    return (key, writer.bytes)
  }
}

extension Changes {
  /// The length of what is kept is a multiple of this, so that it does not tell how much is open in a case.
  private static let block = 1_024

  fileprivate mutating func keep(
    _ bytes: [UInt8], of contents: CaseContents, by maker: [UInt8]
  ) throws(ArchiveFailure) {
    guard let file = contents.file, let number = index.entries[file]?.card.caseNumber else { return }
    var present = CaseContents()
    for id in index.cases[number] ?? [] { if let entry = index.entries[id] { present.add(entry) } }
    guard present == contents, case (var key, let bound)? = archive.binding(contents, maker)
    else { return }
    defer { key.wipe() }
    var plain = Self.padded(bytes)
    defer { plain.wipe() }
    let box = key.withUnsafeBytes { SealedBox.seal(plain, key: $0, bound: bound) }
    try database.run("INSERT OR REPLACE INTO kept (id, box) VALUES (?, ?)", [.id(file), .blob(box)])
  }

  private static func padded(_ bytes: [UInt8]) -> [UInt8] {
    var writer = ByteWriter(reserving: (bytes.count / block + 2) * block)
    writer.blob(bytes)
    let rest = writer.bytes.count % block
    if rest > 0 { writer.raw([UInt8](repeating: 0, count: block - rest)) }
    return writer.bytes
  }

  /// Takes away what was kept of a case of which something is deleted; nothing but its length was left of it.
  mutating func forget(_ caseNumber: String, or id: EntryID) throws(ArchiveFailure) {
    try database.run("DELETE FROM kept WHERE id = ?", [.id(index.caseFile(caseNumber)?.id ?? id)])
  }
}
