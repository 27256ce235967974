internal import FormModel

/// What the boxes of an entry are bound to.
enum EntryBinding {
  /// A card: the archive, the entry, its version, and everything of it that stands in clear.
  static func card(
    archive: [UInt8], id: EntryID, version: UInt64, kind: String, rule: String, due: Day?, review: Day?
  ) -> [UInt8] {
    var writer = ByteWriter(reserving: 96)
    writer.text("kiso card 1")
    writer.raw(archive)
    writer.raw(id.bytes)
    writer.number(version)
    writer.text(kind)
    writer.text(rule)
    writer.day(due)
    writer.day(review)
    return writer.bytes
  }

  /// A part: the archive, the entry, the part's number, and the version at which it was written.
  static func part(archive: [UInt8], id: EntryID, number: UInt32, version: UInt64) -> [UInt8] {
    var writer = ByteWriter(reserving: 64)
    writer.text("kiso part 1")
    writer.raw(archive)
    writer.raw(id.bytes)
    writer.number(number)
    writer.number(version)
    return writer.bytes
  }
}
