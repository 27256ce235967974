// The protocol says what its requirements do.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

internal import Snapshots

extension Fragment: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(bytes: reader.next(), events: reader.next())
  }
}

extension TextEvent: SnapshottedChoice {
  static var cases: [String] { ["open", "text", "close"] }

  init(case number: Int, from reader: inout SnapshotReader) throws(SnapshotDamage) {
    switch number {
    case 0: self = try .open(reader.next(), reader.next())
    case 1: self = try .text(reader.next())
    case 2: self = .close
    default: throw SnapshotDamage()
    }
  }
}

extension KeptAttribute: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(name: reader.next(), space: reader.next(), value: reader.next(), copy: reader.next())
  }
}

extension KeptAttribute.Copy: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(separator: reader.next(), repetition: reader.next(), rest: reader.next())
  }
}

extension TextTag: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    guard let tag = try UInt8(exactly: reader.number()).flatMap(Self.init) else { throw SnapshotDamage() }
    self = tag
  }

  func write(to writer: inout SnapshotWriter) { writer.number(Int(rawValue)) }
}

extension ODF.Space: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    guard let space = try UInt8(exactly: reader.number()).flatMap(Self.init) else { throw SnapshotDamage() }
    self = space
  }

  func write(to writer: inout SnapshotWriter) { writer.number(Int(rawValue)) }
}

extension StyleFacts: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    self.init(lists: try reader.next())
  }

  func write(to writer: inout SnapshotWriter) { writer.write(lists) }
}
