/// What a paper says of releases, as far as a paper alone can tell it.
extension BrowserDeclaration {
  /// A use of a release: without the release at hand it is refused, always.
  mutating func use(_ use: UseDefinition) -> JSONValue {
    let absent = use.text(for: .absent) ?? .forgotten(.absent, by: form, source: use.source)
    return .object([
      ("each", expression(use.each)), ("when", expression(use.when)), ("reference", expression(use.reference)),
      ("absent", .object([("text", finding(absent.text)), ("at", expression(absent.at))])),
    ])
  }

  mutating func grant(_ grant: GrantDefinition) -> JSONValue {
    let custody = grant.custody.map { custody in
      JSONValue.object([
        ("when", expression(custody.when)), ("signers", .array(custody.signers.map { signer($0) })),
      ])
    }
    let unsettled = grant.unsettled.map { unsettled in
      JSONValue.object([("when", expression(unsettled.when)), ("text", sentence(unsettled.text))])
    }
    return .object([
      ("until", expression(grant.until)), ("made", expression(grant.made)), ("persons", persons(grant.persons)),
      (
        "signatures",
        .object(
          names(grant.signatures.names) + [("day", expression(grant.signatures.day))])
      ),
      (
        "recipients",
        .object([("each", expression(grant.recipients.each)), ("kind", expression(grant.recipients.kind))])
      ),
      ("information", expression(grant.information)), ("custody", .array(custody)), ("unsettled", .array(unsettled)),
    ])
  }

  private mutating func persons(_ persons: PersonsDefinition) -> JSONValue {
    .object(
      names(persons.names) + [
        ("titled", expression(persons.titled)), ("role", expression(persons.role)),
        ("barred", expression(persons.barred)), ("birth", expression(persons.birth)),
      ])
  }

  private mutating func names(_ names: NamesDefinition) -> [(name: String, value: JSONValue?)] {
    [("each", expression(names.each)), ("name", expression(names.name))]
  }

  private func signer(_ signer: SignerDefinition) -> JSONValue {
    .object([
      ("roles", .array(signer.roles.map { .string($0) })), ("count", .number(signer.count)),
      ("label", .string(signer.label)),
    ])
  }
}
