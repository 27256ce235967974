// The protocol says what its requirements do.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import Snapshots

extension ItemDefinition: SnapshottedChoice {
  public static var cases: [String] { ["field", "group"] }

  public init(case number: Int, from reader: inout SnapshotReader) throws(SnapshotDamage) {
    switch number {
    case 0: self = try .field(reader.next())
    case 1: self = try .group(reader.next())
    default: throw SnapshotDamage()
    }
  }
}

extension ItemProperties: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      id: reader.next(), label: reader.next(), page: reader.next(), also: reader.next(), hint: reader.next(),
      prompt: reader.next(), ask: reader.next(), proposal: reader.next(), offer: reader.next(),
      required: reader.next(), relevant: reader.next(),
      missing: reader.next(), forbidden: reader.next(), rules: reader.next(), count: reader.next(),
      sums: reader.next(), merge: reader.next(), overTime: reader.next(), continues: reader.next(),
      mergesAgainst: reader.next(), isPublished: reader.next(), completes: reader.next(),
      renamed: reader.next(), since: reader.next(),
      basis: reader.next(), source: reader.next())
  }
}

extension FieldDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      common: reader.next(), type: reader.next(), role: reader.next(), list: reader.next(), number: reader.next(),
      target: reader.next(), alternative: reader.next(), calculate: reader.next(),
      defaultValue: reader.next(), readonly: reader.next(), repeats: reader.next(), pattern: reader.next(),
      example: reader.next(), maximumLength: reader.next(), minimum: reader.next(), maximum: reader.next(),
      answers: reader.next(), emptyText: reader.next(), relations: reader.next(), placeholder: reader.next())
  }
}

extension FieldType: Snapshotted {}

extension FieldRole: Snapshotted {}

extension AnswerStatus: Snapshotted {}

extension GroupDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      common: reader.next(), items: reader.next(), repeats: reader.next(), blankRows: reader.next(),
      spareRows: reader.next(), display: reader.next(), masks: reader.next(), emptyText: reader.next(),
      line: reader.next(), another: reader.next(), later: reader.next())
  }
}

extension LineDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(parts: reader.next(), example: reader.next(), same: reader.next(), source: reader.next())
  }
}

extension LineDefinition.Part: SnapshottedChoice {
  public static var cases: [String] { ["field", "name", "street", "town"] }

  public init(case number: Int, from reader: inout SnapshotReader) throws(SnapshotDamage) {
    switch number {
    case 0:
      self = try .field(
        id: reader.next(), words: reader.next(), before: reader.next(), resembling: reader.next())
    case 1: self = try .name(title: reader.next(), first: reader.next(), last: reader.next())
    case 2: self = try .street(street: reader.next(), number: reader.next())
    case 3: self = try .town(postcode: reader.next(), town: reader.next())
    default: throw SnapshotDamage()
    }
  }
}

extension MergeRule: Snapshotted {}

extension TimeRule: Snapshotted {}
