// The protocol says what its requirements do.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import Snapshots

extension FormDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      id: reader.next(), version: reader.next(), title: reader.next(), also: reader.next(), short: reader.next(),
      basis: reader.next(), purpose: reader.next(), opening: reader.next(), referenceDay: reader.next(),
      sections: reader.next(),
      rules: reader.next(), masks: reader.next(), retention: reader.next(), isBlocking: reader.next(),
      emptyText: reader.next(), sheet: reader.next(), language: reader.next(), statistics: reader.next(),
      countedForms: reader.next(), movements: reader.next(), sets: reader.next(), publication: reader.next(),
      notices: reader.next(), filing: reader.next(), identities: reader.next(), grant: reader.next(),
      revocation: reader.next(), uses: reader.next(), prefills: reader.next(), nextSteps: reader.next(),
      source: reader.next())
  }
}

extension UniqueDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(same: reader.next(), when: reader.next(), source: reader.next())
  }
}

extension SectionDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(id: reader.next(), label: reader.next(), items: reader.next())
  }
}

extension RuleDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      text: reader.next(), when: reader.next(), test: reader.next(), at: reader.next(), each: reader.next(),
      strictIn: reader.next(), alwaysBlocks: reader.next(), reason: reader.next(), basis: reader.next(),
      source: reader.next())
  }
}

extension FindingText: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(id: reader.next(), strength: reader.next(), message: reader.next(), remedy: reader.next())
  }
}

extension Finding.Strength: Snapshotted {}

extension MaskDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      when: reader.next(), hidden: reader.next(), ground: reader.next(), unless: reader.next(),
      isForDisclosureOnly: reader.next())
  }
}

extension MaskDefinition.Hidden: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(path: reader.next(), text: reader.next(), keep: reader.next())
  }
}

extension SheetDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(each: reader.next(), when: reader.next(), source: reader.next())
  }
}

extension LanguageUse: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(field: reader.next(), property: reader.next(), source: reader.next())
  }
}

extension NoticeDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      id: reader.next(), text: reader.next(), missing: reader.next(), condition: reader.next(), basis: reader.next(),
      checked: reader.next(), source: reader.next())
  }
}

extension PrefillDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(from: reader.next(), kind: reader.next(), takes: reader.next(), source: reader.next())
  }
}

extension TakeDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      field: reader.next(), value: reader.next(), inner: reader.next(), isAsked: reader.next(), source: reader.next())
  }
}

extension NextStepDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      id: reader.next(), when: reader.next(), form: reader.next(), text: reader.next(), source: reader.next())
  }
}
