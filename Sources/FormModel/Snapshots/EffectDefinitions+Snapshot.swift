// The protocol says what its requirements do.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import Snapshots

extension GrantDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      number: reader.next(), until: reader.next(), made: reader.next(), withdrawn: reader.next(),
      unwritten: reader.next(), persons: reader.next(), signatures: reader.next(), recipients: reader.next(),
      information: reader.next(), subjects: reader.next(), custody: reader.next(), unsettled: reader.next(),
      source: reader.next())
  }
}

extension NamesDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(each: reader.next(), name: reader.next())
  }
}

extension PersonsDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      names: reader.next(), titled: reader.next(), role: reader.next(), barred: reader.next(),
      birth: reader.next())
  }
}

extension SignaturesDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(names: reader.next(), day: reader.next())
  }
}

extension RecipientsDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      each: reader.next(), kind: reader.next(), name: reader.next(), office: reader.next(), area: reader.next())
  }
}

extension CustodyDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(when: reader.next(), signers: reader.next(), source: reader.next())
  }
}

extension SignerDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(roles: reader.next(), count: reader.next(), label: reader.next())
  }
}

extension UnsettledDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(when: reader.next(), text: reader.next(), source: reader.next())
  }
}

extension RevocationDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      form: reader.next(), reference: reader.next(), from: reader.next(), whole: reader.next(),
      persons: reader.next(), subjects: reader.next(), entries: reader.next(), wordings: reader.next(),
      information: reader.next(), unclear: reader.next(), source: reader.next())
  }
}

extension PlacedText: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(text: reader.next(), at: reader.next(), basis: reader.next(), source: reader.next())
  }
}

extension UseDefinition: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      form: reader.next(), each: reader.next(), when: reader.next(), reference: reader.next(), day: reader.next(),
      any: reader.next(), information: reader.next(), allowsUnwritten: reader.next(), recipient: reader.next(),
      subjects: reader.next(), requirements: reader.next(), entries: reader.next(), shown: reader.next(),
      refusals: reader.next(), source: reader.next())
  }
}

extension UseRecipient: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(
      at: reader.next(), kind: reader.next(), name: reader.next(), office: reader.next(), area: reader.next(),
      words: reader.next())
  }
}

extension UseEntry: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(path: reader.next(), among: reader.next(), refusal: reader.next())
  }
}

extension UseSubjects: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(names: reader.next(), among: reader.next())
  }
}

extension UseRequirement: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(test: reader.next(), refusal: reader.next())
  }
}

extension ShownInformation: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(path: reader.next(), code: reader.next(), refusal: reader.next())
  }
}

extension RefusalText: Snapshotted {
  public init(from reader: inout SnapshotReader) throws(SnapshotDamage) {
    try self.init(reason: reader.next(), said: reader.next())
  }
}

extension Refusal: Snapshotted {}
