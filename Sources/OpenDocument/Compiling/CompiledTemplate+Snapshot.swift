// The protocol says what its requirements do.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import Snapshots
public import ZipArchive

extension CompiledTemplate: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      program: reader.next(), type: reader.next(), form: reader.next(), hasFigures: reader.next(),
      facts: reader.next(), namespaces: reader.next(), metadata: reader.next(), fonts: reader.next(),
      styles: reader.next(), commonStyles: reader.next(),
      masterStyles: reader.next(), bodyStart: reader.next(), forms: reader.next(), body: reader.next(),
      pictures: reader.next(), variant: reader.next())
  }
}

extension DocumentType: Snapshotted {}

extension StyleFacts: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(lists: reader.next())
  }

  /// What is known, and not how far the reading had got.
  func write(to writer: inout SnapshotWriter) { writer.write(lists) }
}

extension MetadataField: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(kind: reader.next(), content: reader.next())
  }
}

extension MetadataField.Kind: SnapshottedChoice {
  static var cases: [String] { ["title", "subject", "description", "keyword", "language", "user"] }

  init(case number: Int, from reader: inout SnapshotReader) throws(SnapshotDamage) {
    switch number {
    case 0: self = .title
    case 1: self = .subject
    case 2: self = .description
    case 3: self = .keyword
    case 4: self = .language
    case 5: self = try .user(name: reader.next(), type: reader.next())
    default: throw SnapshotDamage()
    }
  }
}

extension PackedPicture: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(entry: reader.next(), mediaType: reader.next())
  }
}

extension PackedEntry: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      restoring: reader.next(), method: reader.next(), crc32: reader.next(), size: reader.next(),
      bytes: reader.next())
  }
}

extension ZipEntry.Method: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    guard let number = UInt16(exactly: try reader.number()), let method = Self(rawValue: number) else {
      throw SnapshotDamage()
    }
    self = method
  }

  public func write(to writer: inout SnapshotWriter) { writer.number(Int(rawValue)) }
}
