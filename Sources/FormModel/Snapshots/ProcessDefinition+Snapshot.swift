// The protocol says what its requirements do.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import Snapshots

extension ProcessDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      cases: reader.next(), duties: reader.next(), courses: reader.next(), agreements: reader.next(),
      feedbacks: reader.next(), source: reader.next())
  }
}

extension FeedbackDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      id: reader.next(), label: reader.next(), kind: reader.next(), form: reader.next(), when: reader.next(),
      refused: reader.next(), instead: reader.next(), source: reader.next())
  }
}

extension FeedbackDefinition.Way: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(form: reader.next(), text: reader.next())
  }
}

extension CaseKind: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      id: reader.next(), label: reader.next(), number: reader.next(), opened: reader.next(),
      touched: reader.next(), ended: reader.next(), reason: reader.next(), reminder: reader.next(),
      names: reader.next(), data: reader.next(), ending: reader.next(), source: reader.next())
  }
}

extension DutyDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      id: reader.next(), kind: reader.next(), each: reader.next(), when: reader.next(), done: reader.next(),
      until: reader.next(), form: reader.next(), strength: reader.next(), closing: reader.next(),
      text: reader.next(), basis: reader.next(), source: reader.next())
  }
}

extension DutyDefinition.Closing: Snapshotted {}

extension CourseDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      id: reader.next(), label: reader.next(), kind: reader.next(), each: reader.next(), states: reader.next(),
      skipped: reader.next(), source: reader.next())
  }
}

extension CourseDefinition.State: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      id: reader.next(), label: reader.next(), when: reader.next(), since: reader.next(), source: reader.next())
  }
}

extension AgreementDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      id: reader.next(), label: reader.next(), kind: reader.next(), each: reader.next(), what: reader.next(),
      who: reader.next(), until: reader.next(), source: reader.next())
  }
}
