// The protocol says what its requirements do.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

internal import FormModel
public import Snapshots

extension Outlook {
  /// The outlook as bytes that can be kept and read again.
  public func snapshot() -> [UInt8]? { snapshot(version: Self.snapshotVersion) }

  /// Reads what ``snapshot()`` gave; nil when it is damaged or of another version.
  public init?(snapshot bytes: [UInt8]) { self.init(snapshot: bytes, version: Self.snapshotVersion) }

  private static let snapshotVersion = "kiso-outlook-2"
}

extension Outlook: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    number = try reader.next()
    first = try reader.next()
    releases = try reader.next()
    people = try reader.next()
    parts = try reader.next()
  }
}

extension Outlook.Part: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      last: reader.next(), isRunning: reader.next(), names: reader.next(), open: reader.next(),
      sheets: reader.next())
  }
}

extension Outlook.Sheet: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(place: reader.next(), reference: reader.next(), isClear: reader.next())
  }
}

extension OpenDuty: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(number: reader.next(), text: reader.next(), until: reader.next())
  }
}
