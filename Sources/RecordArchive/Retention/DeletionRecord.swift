public import FormModel

/// One line of the deletion log: that something was deleted, and by which rule; never whose or what.
public struct DeletionRecord: Hashable, Sendable {
  /// The acts that the log records.
  public enum Act: UInt8, CaseIterable, Hashable, Sendable {
    /// The entry's key and payload were destroyed.
    case deleted = 1
    /// Paper copies were shredded, and the note on them deleted.
    case shredded = 2
    /// The key of an entry that no data hold any more was destroyed.
    case strayKey = 3
    /// The case was handed over to another archive, which gave a receipt, and the entry destroyed here.
    case handedOver = 4
  }

  /// The running number, from 1 without a gap.
  public var number: UInt64
  /// The day it was done.
  public var day: Day
  /// The random id that the entry had.
  public var id: EntryID
  /// The kind of data, such as `notizen`.
  public var kind: String
  /// The class of the retention schedule, such as `D1`.
  public var rule: String
  /// The last day of the period; nil when it was deleted without one.
  public var end: Day?
  /// Which act the record proves.
  public var act: Act
  /// Whether it was done before the period was over because the person asked for it.
  ///
  /// Source: Art. 17 DSGVO.
  public var isEarly: Bool
  /// The number of the run, from 1; what was deleted together has the same.
  public var run: UInt32
  /// The number of the access that ran it; a number and not a name.
  public var by: UInt32
  /// The random ids of the sealed bundles it had come with, so that none of them brings it back; last, for what was
  /// handed over, the one it went with.
  var bundles: [UInt8] = []

  /// The name of the handing over, the same as on the receipt; nil for everything else.
  public var handover: String? {
    act == .handedOver ? EntryCard.ids(bundles).last.map { Handover.name($0) } : nil
  }

  /// The bytes that the chain is computed over, and that both files keep.
  var encoded: [UInt8] {
    var writer = ByteWriter(reserving: 64)
    writer.number(number)
    writer.day(day)
    writer.raw(id.bytes)
    writer.text(kind)
    writer.text(rule)
    writer.day(end)
    writer.byte(act.rawValue)
    writer.flag(isEarly)
    writer.number(run)
    writer.number(by)
    writer.raw(bundles)
    return writer.bytes
  }

  init(
    number: UInt64, day: Day, id: EntryID, kind: String, rule: String, end: Day?, act: Act, isEarly: Bool,
    run: UInt32, by: UInt32, bundles: [UInt8] = []
  ) {
    self.number = number
    self.day = day
    self.id = id
    self.kind = kind
    self.rule = rule
    self.end = end
    self.act = act
    self.isEarly = isEarly
    self.run = run
    self.by = by
    self.bundles = bundles
  }

  init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    number = try reader.wideNumber()
    guard let day = try reader.day(), let id = EntryID(bytes: try reader.raw(EntryID.length)) else {
      throw ByteReader.Malformed()
    }
    self.day = day
    self.id = id
    kind = try reader.text()
    rule = try reader.text()
    end = try reader.day()
    guard let act = Act(rawValue: try reader.byte()) else { throw ByteReader.Malformed() }
    self.act = act
    isEarly = try reader.flag()
    run = try reader.number()
    by = try reader.number()
  }

  /// Reads one from bytes that hold nothing else.
  init?(_ bytes: [UInt8]) {
    let record = bytes.withUnsafeBytes { bytes -> DeletionRecord? in
      var reader = ByteReader(bytes)
      guard var record = try? DeletionRecord(&reader) else { return nil }
      let rest = bytes.count - reader.offset
      guard rest % EntryCard.bundleLength == 0, let bundles = try? reader.raw(rest) else { return nil }
      record.bundles = bundles
      return record
    }
    guard let record else { return nil }
    self = record
  }
}
