extension LibraryWriter {
  mutating func countedForm(_ counted: CountedForm) {
    text(counted.form)
    text(counted.key)
    text(counted.name)
    list(counted.reasons) { writer, reason in
      writer.text(reason.when)
      writer.text(reason.text)
      writer.flag(reason.isExcluded)
      writer.place(reason.source)
    }
    place(counted.source)
  }

  mutating func namedSet(_ set: NamedSet) {
    text(set.id)
    text(set.nodes)
    place(set.source)
  }

  mutating func publication(_ publication: PublicationDefinition) {
    text(publication.field)
    text(publication.code)
    text(publication.area)
    number(publication.step)
    finding(publication.text)
    text(publication.basis)
    place(publication.source)
  }

  mutating func relation(_ relation: RelationDefinition) {
    text(relation.kind.rawValue)
    list(relation.terms) { writer, term in
      writer.flag(term.isSubtracted)
      writer.text(term.path)
    }
    finding(relation.text)
    text(relation.basis)
    place(relation.source)
  }
}

extension LibraryReader {
  mutating func countedForm() -> CountedForm {
    CountedForm(
      form: text(), key: text(), name: text(),
      reasons: list {
        CountedForm.Reason(when: $0.text(), text: $0.text(), isExcluded: $0.flag(), source: $0.place())
      },
      source: place())
  }

  mutating func namedSet() -> NamedSet {
    NamedSet(id: text(), nodes: text(), source: place())
  }

  mutating func publication() -> PublicationDefinition {
    PublicationDefinition(
      field: text(), code: text(), area: optionalText(), step: number(),
      text: finding(), basis: optionalText(), source: place())
  }

  mutating func relation() -> RelationDefinition {
    RelationDefinition(
      kind: value(otherwise: .sum),
      terms: list { RelationDefinition.Term(isSubtracted: $0.flag(), path: $0.text()) }, text: finding(),
      basis: optionalText(), source: place())
  }
}
