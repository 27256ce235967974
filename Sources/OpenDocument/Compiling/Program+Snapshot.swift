internal import Snapshots

extension Program: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      expressions: reader.next(), marks: reader.next(), repetitions: reader.next(), resources: reader.next(),
      controls: reader.next())
  }
}

extension Expression: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(source: reader.next(), path: reader.next())
  }
}

extension Resource: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(kind: reader.next(), bytes: reader.next(), uses: reader.next())
  }
}

extension Resource.Kind: SnapshottedChoice {
  static var cases: [String] { ["style", "picture"] }

  init(case number: Int, from reader: inout SnapshotReader) throws(SnapshotDamage) {
    switch number {
    case 0: self = .style
    case 1: self = try .picture(reader.next())
    default: throw SnapshotDamage()
    }
  }
}

extension Passage: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(uses: reader.next(), pieces: reader.next())
  }

  /// What was not yet made a piece is made one.
  func write(to writer: inout SnapshotWriter) {
    writer.write(uses)
    writer.write(finished.pieces)
  }
}

extension Piece: SnapshottedChoice {
  static var cases: [String] {
    [
      "bytes", "content", "blank", "paragraph", "value", "plainText", "plain", "checkbox", "lines", "repetition",
      "condition", "tick", "glyph", "name", "shape", "controls", "unlessEmpty",
    ]
  }

  init(case number: Int, from reader: inout SnapshotReader) throws(SnapshotDamage) {
    switch number {
    case 0: self = try .bytes(reader.next())
    case 1: self = try .content(reader.next())
    case 2: self = .blank
    case 3: self = try .paragraph(reader.next())
    case 4: self = try .value(mark: reader.next(), isOptional: reader.next())
    case 5: self = try .plainText(reader.next())
    case 6: self = try .plain(mark: reader.next(), isOptional: reader.next())
    case 7: self = try .checkbox(mark: reader.next())
    case 8:
      self = try .lines(
        mark: reader.next(), isOptional: reader.next(), first: reader.next(), next: reader.next(),
        close: reader.next())
    case 9: self = try .repetition(mark: reader.next(), number: reader.next(), reader.next())
    case 10: self = try .condition(mark: reader.next(), reader.next(), reader.next())
    case 11: self = try .tick(mark: reader.next(), reader.next(), reader.next(), isAdded: reader.next())
    case 12: self = try .glyph(mark: reader.next(), text: reader.next())
    case 13: self = try .name(base: reader.next(), separator: reader.next(), repetition: reader.next())
    case 14: self = try .shape(control: reader.next(), repetition: reader.next())
    case 15: self = try .controls(reader.next())
    case 16:
      self = try .unlessEmpty(
        open: reader.next(), middle: reader.next(), close: reader.next(), otherwise: reader.next())
    default: throw SnapshotDamage()
    }
  }
}

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
    guard let number = UInt8(exactly: try reader.number()), let tag = Self(rawValue: number) else {
      throw SnapshotDamage()
    }
    self = tag
  }

  func write(to writer: inout SnapshotWriter) { writer.number(Int(rawValue)) }
}

extension ODF.Space: Snapshotted {
  init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    guard let number = UInt8(exactly: try reader.number()), let space = Self(rawValue: number) else {
      throw SnapshotDamage()
    }
    self = space
  }

  func write(to writer: inout SnapshotWriter) { writer.number(Int(rawValue)) }
}
