// The protocol says what its requirements do.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import Snapshots

extension StatisticsDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      name: reader.next(), year: reader.next(), quarter: reader.next(), first: reader.next(), last: reader.next(),
      keys: reader.next(), whole: reader.next(), freezing: reader.next(), sheets: reader.next(), source: reader.next())
  }
}

extension FreezingDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(day: reader.next(), trace: reader.next(), status: reader.next(), corrected: reader.next())
  }
}

extension ReportedSheets: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(form: reader.next(), periods: reader.next())
  }
}

extension MovementsDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      form: reader.next(), papers: reader.next(), caseKey: reader.next(), day: reader.next(), order: reader.next(),
      contact: reader.next(), first: reader.next(), end: reader.next(), belongs: reader.next(), source: reader.next())
  }
}

extension CountedForm: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      form: reader.next(), key: reader.next(), name: reader.next(), reasons: reader.next(), source: reader.next())
  }
}

extension CountedForm.Reason: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(when: reader.next(), text: reader.next(), isExcluded: reader.next(), source: reader.next())
  }
}

extension NamedSet: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(id: reader.next(), nodes: reader.next(), source: reader.next())
  }
}

extension PublicationDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      field: reader.next(), code: reader.next(), area: reader.next(), step: reader.next(), text: reader.next(),
      basis: reader.next(), source: reader.next())
  }
}

extension RelationDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      kind: reader.next(), terms: reader.next(), text: reader.next(), basis: reader.next(), source: reader.next())
  }
}

extension RelationDefinition.Kind: Snapshotted {}

extension RelationDefinition.Term: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(isSubtracted: reader.next(), path: reader.next())
  }
}
