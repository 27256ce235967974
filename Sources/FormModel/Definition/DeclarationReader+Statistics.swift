internal import XMLTree

/// What declarations say about figures: relations, what is counted, how it is published.
extension DeclarationReader {
  mutating func relations(of parent: XMLNode, file: String) -> [RelationDefinition] {
    parent.elements.compactMap { node -> RelationDefinition? in
      guard let kind = RelationDefinition.Kind(rawValue: node.name) else { return nil }
      let written = required("of", of: node, file)
      guard let terms = RelationDefinition.terms(of: written) else {
        mistake(
          "FORM-AUSDRUCK", node, file, "›\(written)‹ ist keine Reihe von Feldern, zwischen denen + - oder | steht.")
        return nil
      }
      return RelationDefinition(
        kind: kind, terms: terms, text: text(of: node, file: file), basis: node.attribute("basis"),
        source: place(node, file))
    }
  }

  /// Gives each figure of a group the relations that the group has to other groups.
  static func handDown(_ relations: [RelationDefinition], to items: inout [ItemDefinition]) {
    for index in items.indices {
      guard case .field(var field) = items[index], field.has(.figure) else { continue }
      field.relations += relations.map { $0.forField(field.common.id) }
      items[index] = .field(field)
    }
  }

  mutating func statistics(_ node: XMLNode, file: String) -> StatisticsDefinition {
    StatisticsDefinition(
      name: required("name", of: node, file), year: required("year", of: node, file),
      quarter: required("quarter", of: node, file), first: required("from", of: node, file),
      last: required("until", of: node, file), keys: node.attribute("keys"),
      whole: node.attribute("whole"),
      freezing: node.element("freeze").map { freeze in
        FreezingDefinition(
          day: required("day", of: freeze, file), trace: required("trace", of: freeze, file),
          status: required("status", of: freeze, file), corrected: required("corrected", of: freeze, file))
      },
      sheets: node.elements.filter { $0.name == "sheets" }.map { sheets in
        ReportedSheets(
          form: required("form", of: sheets, file),
          periods: required("periods", of: sheets, file).split(separator: " ").map(String.init))
      }, source: place(node, file))
  }

  mutating func movements(_ node: XMLNode, file: String) -> MovementsDefinition {
    MovementsDefinition(
      form: required("form", of: node, file), papers: required("papers", of: node, file),
      caseKey: required("case", of: node, file), day: required("day", of: node, file),
      order: required("order", of: node, file), contact: required("contact", of: node, file),
      first: required("first", of: node, file), end: required("end", of: node, file),
      belongs: required("belongs", of: node, file), source: place(node, file))
  }

  mutating func countedForm(_ node: XMLNode, file: String) -> CountedForm {
    CountedForm(
      form: required("form", of: node, file), key: required("key", of: node, file),
      name: required("name", of: node, file),
      reasons: node.elements.filter { ["skip", "reason"].contains($0.name) }.map { inner in
        CountedForm.Reason(
          when: required("when", of: inner, file), text: folded(inner.text), isExcluded: inner.name == "skip",
          source: place(inner, file))
      },
      source: place(node, file))
  }

  mutating func publication(_ node: XMLNode, file: String) -> PublicationDefinition {
    PublicationDefinition(
      field: required("field", of: node, file), code: required("code", of: node, file),
      area: node.attribute("area"), step: max(2, number("step", of: node, file) ?? 5), text: text(of: node, file: file),
      basis: node.attribute("basis"), source: place(node, file))
  }
}
