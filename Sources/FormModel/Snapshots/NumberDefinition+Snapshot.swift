// The protocol says what its requirements do.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import Snapshots

extension NumberDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      id: reader.next(), label: reader.next(), form: reader.next(), pieces: reader.next(), source: reader.next())
  }
}

extension NumberDefinition.Piece: SnapshottedChoice {
  public static var cases: [String] { ["text", "part", "base"] }

  public init(case number: Int, from reader: inout SnapshotReader) throws(SnapshotDamage) {
    switch number {
    case 0: self = try .text(reader.next())
    case 1: self = try .part(reader.next())
    case 2: self = try .base(reader.next())
    default: throw SnapshotDamage()
    }
  }
}

extension NumberDefinition.Part: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(id: reader.next(), form: reader.next(), isSerial: reader.next(), example: reader.next())
  }
}

extension NumberDefinition.Form: SnapshottedChoice {
  public static var cases: [String] { ["digits", "letters", "codes"] }

  public init(case number: Int, from reader: inout SnapshotReader) throws(SnapshotDamage) {
    switch number {
    case 0: self = try .digits(reader.next())
    case 1: self = try .letters(reader.next())
    case 2: self = try .codes(reader.next())
    default: throw SnapshotDamage()
    }
  }
}

extension DisclosureDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      form: reader.next(), reason: reader.next(), period: reader.next(), longest: reader.next(), houses: reader.next(),
      day: reader.next(), number: reader.next(), person: reader.next(), received: reader.next(), papers: reader.next(),
      title: reader.next(), paperDay: reader.next(), edition: reader.next(), lines: reader.next(),
      label: reader.next(), value: reader.next(), masks: reader.next(), maskPaper: reader.next(),
      maskLabel: reader.next(), ground: reader.next(), ofOthers: reader.next(), ofMentions: reader.next(),
      ofDanger: reader.next(), ofFiles: reader.next(), source: reader.next())
  }
}

extension ProofDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      form: reader.next(), number: reader.next(), day: reader.next(), by: reader.next(), lines: reader.next(),
      entry: reader.next(), kind: reader.next(), end: reader.next(), done: reader.next(), early: reader.next(),
      way: reader.next(), erased: reader.next(), shredded: reader.next(), source: reader.next())
  }
}
