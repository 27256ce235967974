internal import FormModel

/// What a deletion run would do: shown first, and done only with its code.
public struct PurgePlan: Hashable, Sendable {
  /// One thing to do.
  public struct Item: Hashable, Sendable {
    /// The acts of a purge.
    public enum Act: Hashable, Sendable {
      /// Key and payload are destroyed.
      case delete
      /// It is restricted, and deleted later.
      case restrict
      /// The key of an entry that no data hold any more is destroyed.
      case destroyStrayKey
    }

    /// The entry's id.
    public var id: EntryID
    /// The act that falls due for the entry.
    public var act: Act
    /// The entry; nil for a stray key.
    public var entry: ArchiveEntry?
    /// Whether its period is not over yet.
    public var isEarly: Bool
  }

  /// The acts of the purge, sorted by case and day.
  public var items: [Item]
  /// What must be offered to the public archive first.
  public var offers: [ArchiveEntry]
  /// Paper copies that must be shredded and ticked off; no program can do that.
  public var copies: [ArchiveEntry]
  /// What would be due but is held.
  public var held: [ArchiveEntry]
  /// What waits for somebody to settle what keeps it.
  public var unsettled: [ArchiveEntry]
  /// What would be deleted although it arrived not long ago, or something was added to it: somebody may still need it.
  public var recent: [ArchiveEntry] = []
  /// The code with which exactly this list is worked off, such as `K7M2-9QXA`.
  public var code: String

  /// How many days back something arrived not long ago.
  public static let recently = 30

  /// The code of a list: BLAKE2b over archive id, and id, version, due day and act of each, 40 bits of it.
  ///
  /// In Crockford's base 32, which has no letters that look alike.
  static func code(of items: [Item], archive: [UInt8]) -> String {
    var writer = ByteWriter()
    for item in items.sorted(by: { $0.id < $1.id }) {
      writer.raw(item.id.bytes)
      writer.number(item.entry?.version ?? 0)
      writer.day(item.entry?.due)
      writer.byte(item.act == .delete ? 1 : item.act == .restrict ? 2 : 3)
    }
    return ListCode.of(writer.bytes, archive: archive)
  }

  /// Whether a typed code is this list's; case and hyphen do not matter.
  func fits(_ typed: String) -> Bool { ListCode.fits(typed, code) }
}

/// The code of a list that somebody has seen, by which exactly that list is worked off.
public enum ListCode {
  /// 40 bits of BLAKE2b over a list, with the id of the archive as its key.
  static func of(_ list: [UInt8], archive: [UInt8]) -> String {
    let digest = Digest.of(list, length: 16, key: archive)
    let bits = digest.prefix(5).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let letters = (0..<8).map { alphabet[Int(bits >> UInt64(35 - $0 * 5)) & 31] }
    return String(letters[..<4]) + "-" + String(letters[4...])
  }

  /// Whether a typed code is the one of a list; case and hyphen do not matter.
  public static func fits(_ typed: String, _ code: String) -> Bool {
    func plain(_ text: String) -> String { text.uppercased().filter { $0 != "-" && $0 != " " } }
    return plain(typed) == plain(code)
  }
}

extension Archive {
  /// The code of a list of lines about this archive.
  public func code(of lines: [String]) -> String {
    var writer = ByteWriter()
    writer.list(lines) { $0.text($1) }
    return ListCode.of(writer.bytes, archive: keyring.archive)
  }
}
