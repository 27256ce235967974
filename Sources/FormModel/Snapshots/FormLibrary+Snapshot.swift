// The protocol says what its requirements do.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import Snapshots

extension FormLibrary {
  /// The declarations as bytes that can be kept and read again much faster than the files they were read from.
  ///
  /// The bytes belong to one build of the program; ``init(snapshot:)`` refuses those of another version.
  public func snapshot() -> [UInt8]? { snapshot(version: Self.snapshotVersion) }

  /// Reads what ``snapshot()`` gave; nil when it is damaged or of another version.
  public init?(snapshot bytes: [UInt8]) { self.init(snapshot: bytes, version: Self.snapshotVersion) }

  private static let snapshotVersion = "kiso-declarations-19"
}

extension FormLibrary: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      forms: reader.next(), earlier: reader.next(), lists: reader.next(), profile: reader.next(),
      settings: reader.next(),
      retention: reader.next(), process: reader.next())
  }

  // The plans are made again: they are no part of what is declared.
  public func write(to writer: inout SnapshotWriter) {
    writer.write(forms)
    writer.write(earlier)
    writer.write(lists)
    writer.write(profile)
    writer.write(settings)
    writer.write(retention)
    writer.write(process)
  }
}

extension CodeList: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(id: reader.next(), label: reader.next(), codes: reader.next(), source: reader.next())
  }
}

extension CodeList.Code: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      id: reader.next(), label: reader.next(), short: reader.next(), properties: reader.next(), also: reader.next(),
      renamed: reader.next(), retired: reader.next())
  }
}

extension Profile: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      id: reader.next(), label: reader.next(), values: reader.next(), numbers: reader.next(), logo: reader.next(),
      source: reader.next())
  }
}

extension Profile.Logo: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      file: reader.next(), label: reader.next(), width: reader.next(), height: reader.next(), source: reader.next())
  }
}

extension SourcePlace: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(file: reader.next(), line: reader.next())
  }
}
