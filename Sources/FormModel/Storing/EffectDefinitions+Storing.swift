extension LibraryWriter {
  mutating func effects(_ form: FormDefinition) {
    optional(form.grant) { $0.grant($1) }
    optional(form.revocation) { $0.revocation($1) }
    list(form.uses) { $0.use($1) }
  }

  private mutating func grant(_ grant: GrantDefinition) {
    text(grant.number)
    for source in [grant.until, grant.made, grant.withdrawn, grant.unwritten] { text(source) }
    names(grant.persons.names)
    text(grant.persons.titled)
    text(grant.persons.role)
    text(grant.persons.barred)
    text(grant.persons.birth)
    names(grant.signatures.names)
    text(grant.signatures.day)
    text(grant.recipients.each)
    text(grant.recipients.kind)
    text(grant.recipients.name)
    text(grant.recipients.office)
    text(grant.recipients.area)
    text(grant.information)
    names(grant.subjects)
    list(grant.custody) { writer, custody in
      writer.text(custody.when)
      writer.list(custody.signers) { writer, signer in
        writer.list(signer.roles) { $0.text($1) }
        writer.number(signer.count)
        writer.text(signer.label)
      }
      writer.place(custody.source)
    }
    list(grant.unsettled) { writer, unsettled in
      writer.text(unsettled.when)
      writer.text(unsettled.text)
      writer.place(unsettled.source)
    }
    place(grant.source)
  }

  private mutating func revocation(_ revocation: RevocationDefinition) {
    for source in [revocation.form, revocation.reference, revocation.from, revocation.whole] { text(source) }
    names(revocation.persons)
    names(revocation.subjects)
    for source in [revocation.entries, revocation.wordings, revocation.information] { text(source) }
    placed(revocation.unclear)
    place(revocation.source)
  }

  private mutating func use(_ use: UseDefinition) {
    text(use.form)
    text(use.each)
    text(use.when)
    text(use.reference)
    text(use.day)
    list(use.any) { $0.text($1) }
    flag(use.allowsUnwritten)
    optional(use.recipient) { writer, recipient in
      writer.text(recipient.at)
      for source in [recipient.kind, recipient.name, recipient.office, recipient.area] { writer.text(source) }
    }
    optional(use.subjects) { writer, subjects in
      writer.names(subjects.names)
      writer.text(subjects.among)
    }
    list(use.requirements) { writer, requirement in
      writer.text(requirement.test)
      writer.placed(requirement.refusal)
    }
    list(use.shown) { writer, shown in
      writer.text(shown.path)
      writer.text(shown.code)
      writer.placed(shown.refusal)
    }
    list(use.refusals.sorted { $0.key.rawValue < $1.key.rawValue }) { writer, entry in
      writer.text(entry.key.rawValue)
      writer.placed(entry.value)
    }
    place(use.source)
  }

  private mutating func names(_ names: NamesDefinition) {
    text(names.each)
    text(names.name)
  }

  private mutating func placed(_ placed: PlacedText) {
    finding(placed.text)
    text(placed.at)
    text(placed.basis)
    place(placed.source)
  }
}

extension LibraryReader {
  mutating func grant() -> GrantDefinition {
    GrantDefinition(
      number: text(), until: optionalText(), made: optionalText(), withdrawn: optionalText(),
      unwritten: optionalText(),
      persons: PersonsDefinition(
        names: names(), titled: optionalText(), role: text(), barred: optionalText(), birth: optionalText()),
      signatures: SignaturesDefinition(names: names(), day: text()),
      recipients: RecipientsDefinition(
        each: text(), kind: optionalText(), name: text(), office: text(), area: optionalText()),
      information: text(), subjects: names(),
      custody: list {
        CustodyDefinition(
          when: $0.text(),
          signers: $0.list {
            SignerDefinition(roles: $0.list { $0.text() }, count: $0.number(), label: $0.text())
          }, source: $0.place())
      },
      unsettled: list { UnsettledDefinition(when: $0.text(), text: $0.text(), source: $0.place()) },
      source: place())
  }

  mutating func revocation() -> RevocationDefinition {
    RevocationDefinition(
      form: text(), reference: text(), from: text(), whole: text(), persons: names(), subjects: names(),
      entries: optionalText(), wordings: optionalText(), information: optionalText(), unclear: placed(),
      source: place())
  }

  mutating func use() -> UseDefinition {
    UseDefinition(
      form: text(), each: optionalText(), when: optionalText(), reference: text(), day: text(),
      any: list { $0.text() }, allowsUnwritten: flag(),
      recipient: optional {
        UseRecipient(
          at: $0.text(), kind: $0.optionalText(), name: $0.optionalText(), office: $0.optionalText(),
          area: $0.optionalText())
      },
      subjects: optional { UseSubjects(names: $0.names(), among: $0.text()) },
      requirements: list { UseRequirement(test: $0.text(), refusal: $0.placed()) },
      shown: list { ShownInformation(path: $0.text(), code: $0.text(), refusal: $0.placed()) },
      refusals: Dictionary(list { ($0.value(otherwise: Refusal.absent), $0.placed()) }) { first, _ in first },
      source: place())
  }

  private mutating func names() -> NamesDefinition {
    NamesDefinition(each: text(), name: text())
  }

  private mutating func placed() -> PlacedText {
    PlacedText(text: finding(), at: optionalText(), basis: optionalText(), source: place())
  }
}
