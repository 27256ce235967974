extension LibraryWriter {
  mutating func item(_ item: ItemDefinition) {
    switch item {
    case .field(let field):
      flag(true)
      self.field(field)
    case .group(let group):
      flag(false)
      self.group(group)
    }
  }

  private mutating func properties(_ common: ItemProperties) {
    text(common.id)
    text(common.label)
    list(common.also) { $0.text($1) }
    text(common.hint)
    text(common.prompt)
    text(common.ask)
    text(common.proposal)
    text(common.required)
    text(common.relevant)
    optional(common.missing) { $0.finding($1) }
    optional(common.forbidden) { $0.finding($1) }
    list(common.rules) { $0.rule($1) }
    text(common.count)
    optional(common.isPublished) { $0.flag($1) }
    text(common.basis)
    place(common.source)
  }

  private mutating func field(_ field: FieldDefinition) {
    properties(field.common)
    text(field.type.rawValue)
    text(field.role?.rawValue)
    text(field.list)
    text(field.number)
    text(field.target)
    text(field.alternative)
    text(field.calculate)
    text(field.defaultValue)
    flag(field.readonly)
    flag(field.repeats)
    text(field.pattern)
    text(field.example)
    number(field.maximumLength)
    number(field.minimum)
    number(field.maximum)
    set(Set(field.answers.map(\.rawValue)))
    text(field.emptyText)
    list(field.relations) { $0.relation($1) }
    text(field.placeholder)
  }

  private mutating func group(_ group: GroupDefinition) {
    properties(group.common)
    list(group.items) { $0.item($1) }
    flag(group.repeats)
    number(group.blankRows)
    number(group.spareRows)
    text(group.display)
    list(group.masks) { $0.mask($1) }
    text(group.emptyText)
    optional(group.line) { $0.line($1) }
    text(group.another)
    set(group.later)
  }

  private mutating func line(_ line: LineDefinition) {
    list(line.parts) { writer, part in
      switch part {
      case .field(let id, let words, let before):
        writer.number(0)
        writer.text(id)
        writer.list(words) { $0.text($1) }
        writer.list(before) { $0.text($1) }
      case .name(let title, let first, let last):
        writer.number(1)
        writer.text(title)
        writer.text(first)
        writer.text(last)
      case .street(let street, let number):
        writer.number(2)
        writer.text(street)
        writer.text(number)
      case .town(let postcode, let town):
        writer.number(3)
        writer.text(postcode)
        writer.text(town)
      }
    }
    text(line.example)
    place(line.source)
  }
}

extension LibraryReader {
  mutating func item() -> ItemDefinition {
    flag() ? .field(field()) : .group(group())
  }

  private mutating func properties() -> ItemProperties {
    ItemProperties(
      id: text(), label: text(), also: list { $0.text() }, hint: optionalText(), prompt: optionalText(),
      ask: optionalText(),
      proposal: optionalText(), required: optionalText(), relevant: optionalText(),
      missing: optional { $0.finding() }, forbidden: optional { $0.finding() }, rules: list { $0.rule() },
      count: optionalText(), isPublished: optional { $0.flag() }, basis: optionalText(), source: place())
  }

  private mutating func field() -> FieldDefinition {
    FieldDefinition(
      common: properties(), type: value(otherwise: FieldType(TextKind())),
      role: optionalText().flatMap { FieldRole(rawValue: $0) }, list: optionalText(), number: optionalText(),
      target: optionalText(),
      alternative: optionalText(),
      calculate: optionalText(),
      defaultValue: optionalText(), readonly: flag(), repeats: flag(), pattern: optionalText(),
      example: optionalText(), maximumLength: optionalNumber(), minimum: optionalNumber(),
      maximum: optionalNumber(), answers: Set(list { $0.value(otherwise: AnswerStatus.unknown) }),
      emptyText: optionalText(), relations: list { $0.relation() }, placeholder: optionalText())
  }

  private mutating func group() -> GroupDefinition {
    GroupDefinition(
      common: properties(), items: list { $0.item() }, repeats: flag(), blankRows: number(), spareRows: number(),
      display: optionalText(), masks: list { $0.mask() }, emptyText: optionalText(),
      line: optional { $0.line() }, another: optionalText(), later: set())
  }

  private mutating func line() -> LineDefinition {
    LineDefinition(parts: list { $0.part() }, example: optionalText(), source: place())
  }

  private mutating func part() -> LineDefinition.Part {
    switch number() {
    case 0: return .field(id: text(), words: list { $0.text() }, before: list { $0.text() })
    case 1: return .name(title: optionalText(), first: text(), last: text())
    case 2: return .street(street: text(), number: text())
    case 3: return .town(postcode: text(), town: text())
    default:
      fail()
      return .field(id: "", words: [], before: [])
    }
  }
}
