// The protocol says what its requirements do.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import Snapshots

extension Day: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    guard let day = Day(ordinal: try reader.number()) else { throw SnapshotDamage() }
    self = day
  }

  public func write(to writer: inout SnapshotWriter) { writer.number(ordinal) }
}
