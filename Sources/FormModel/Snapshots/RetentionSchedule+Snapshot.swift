// The protocol says what its requirements do.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import Snapshots

extension RetentionSchedule: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      events: reader.next(), caseKind: reader.next(), copiesKind: reader.next(), logKind: reader.next(),
      kindList: reader.next(), holdList: reader.next(), proof: reader.next(),
      disclosure: reader.next(), classes: reader.next())
  }
}

extension RetentionSchedule.Class: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      id: reader.next(), label: reader.next(), start: reader.next(), event: reader.next(), period: reader.next(),
      action: reader.next(), kind: reader.next(), otherwise: reader.next(), reminder: reader.next(),
      settle: reader.next(), afterwards: reader.next(), basis: reader.next(), source: reader.next())
  }
}

extension RetentionSchedule.Action: Snapshotted {}

extension RetentionSchedule.Event: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      id: reader.next(), label: reader.next(), isOfCase: reader.next(), endsCase: reader.next(),
      goesOn: reader.next(), isReopening: reader.next(), isDayOfPaper: reader.next(),
      reasons: reader.next(), atOnce: reader.next(), source: reader.next())
  }
}

extension RetentionUse: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(classID: reader.next(), applies: reader.next(), source: reader.next())
  }
}

extension Period: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    let period = try Period(years: reader.next(), months: reader.next(), weeks: reader.next(), days: reader.next())
    guard let period else { throw SnapshotDamage() }
    self = period
  }
}

extension FilingDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      caseField: reader.next(), day: reader.next(), number: reader.next(), names: reader.next(),
      events: reader.next(), copies: reader.next(), source: reader.next())
  }
}

extension FilingDefinition.Event: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(id: reader.next(), value: reader.next(), reason: reader.next(), source: reader.next())
  }
}

extension FilingDefinition.Copies: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      each: reader.next(), description: reader.next(), pages: reader.next(), day: reader.next(),
      source: reader.next())
  }
}
