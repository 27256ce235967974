extension BrowserDeclaration {
  /// Fields and groups; `line` is that of the group around them, by which parts of addresses are known.
  mutating func items(_ items: [ItemDefinition], in line: LineDefinition?) -> [JSONValue] {
    items.map { item in
      switch item {
      case .field(let field): .object(members(of: item.common) + members(of: field, in: line))
      case .group(let group): .object(members(of: item.common) + members(of: group))
      }
    }
  }

  private mutating func members(of common: ItemProperties) -> [(name: String, value: JSONValue?)] {
    [
      ("id", .string(common.id)), ("label", .string(common.label)), ("hint", .text(common.hint)),
      ("required", expression(common.required)), ("relevant", expression(common.relevant)),
      ("propose", expression(common.proposal)), ("count", expression(common.count)), ("sums", .flag(common.sums)),
      ("missing", common.missing.map { finding($0) }), ("forbidden", common.forbidden.map { finding($0) }),
      ("rules", .list(common.rules.map { rule($0) })),
    ]
  }

  private mutating func members(
    of field: FieldDefinition, in line: LineDefinition?
  ) -> [(name: String, value: JSONValue?)] {
    let isAddress = line?.parts.contains { $0.isAddress(field.common.id) } ?? false
    let codes = library.codes(of: field)
    if let codes { lists[codes.id] = codes }
    return [
      ("kind", .string(field.type.rawValue)), ("list", .text(codes?.id)), ("role", .text(field.role?.rawValue)),
      ("of", .text(field.number)), ("to", .text(field.target)), ("or", .text(field.alternative)),
      ("calculate", expression(field.calculate)), ("default", expression(field.defaultValue)),
      ("readonly", .flag(field.readonly)), ("repeats", .flag(field.repeats)), ("pattern", .text(field.pattern)),
      ("example", .text(field.example)), ("maxlength", field.maximumLength.map { .number($0) }),
      ("minimum", field.minimum.map { .number($0) }), ("maximum", field.maximum.map { .number($0) }),
      ("answers", .texts(AnswerStatus.allCases.filter(field.answers.contains).map(\.rawValue))),
      ("empty", .text(field.emptyText)), ("relations", .list(field.relations.map { relation($0) })),
      ("multiline", .flag(field.has(.multiline))), ("tabs", .flag(field.has(.tabs))),
      ("words", .flag(field.has(.words))),
      ("several", .flag(field.has(.several))), ("figure", .flag(field.has(.figure))),
      ("calendarDay", .flag(field.has(.calendarDay))), ("telephone", .flag(field.has(.telephone))),
      ("mail", .flag(field.has(.mail))), ("freeText", .flag(field.has(.words) && !isAddress)),
    ]
  }

  private mutating func relation(_ relation: RelationDefinition) -> JSONValue {
    let terms = relation.terms.map { term in
      JSONValue.object([("path", expression(term.path)), ("minus", .flag(term.isSubtracted))])
    }
    return .object([
      ("kind", .string(relation.kind.rawValue)), ("terms", .array(terms)), ("text", finding(relation.text)),
    ])
  }

  private mutating func members(of group: GroupDefinition) -> [(name: String, value: JSONValue?)] {
    [
      ("items", .array(items(group.items, in: group.line))), ("repeats", .flag(group.repeats)),
      ("display", expression(group.display)), ("empty", .text(group.emptyText)), ("another", .text(group.another)),
      ("masks", .list(masks(group.masks))), ("places", places(group.line)),
    ]
  }

  /// The parts of an address by which a text may give away where somebody is.
  private func places(_ line: LineDefinition?) -> JSONValue? {
    let places = (line?.parts ?? []).compactMap { part -> (name: String, value: JSONValue?)? in
      switch part {
      case .street(let street, _): (street, .string("street"))
      case .town(let postcode, _): (postcode, .string("postcode"))
      case .field, .name: nil
      }
    }
    return places.isEmpty ? nil : .object(places)
  }
}
