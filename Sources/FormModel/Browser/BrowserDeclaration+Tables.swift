/// What values are read and checked by: the same tables as in the command, so that there is one of each.
extension BrowserDeclaration {
  /// Whether any expression holds this text, such as `'ortsteil'`.
  private func isNamed(_ text: String) -> Bool { sources.contains { $0.contains(text) } }

  func listValues() -> JSONValue {
    var lists = lists
    for (id, list) in library.lists where isNamed("'\(id)'") { lists[id] = list }
    return .object(lists.keys.sorted().map { id in (id, lists[id].map { value(of: $0) }) })
  }

  private func value(of list: CodeList) -> JSONValue {
    let codes = list.codes.map { code in
      JSONValue.object([
        ("id", .string(code.id)), ("label", .string(code.label)), ("short", .string(code.short)),
        ("also", .texts(code.also)),
        (
          "properties",
          code.properties.isEmpty
            ? nil : .object(code.properties.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
        ),
      ])
    }
    return .object([("codes", .array(codes))])
  }

  func profileValues() -> JSONValue {
    let values = library.profile.values.filter { isNamed("'\($0.key)'") }
    return .object(values.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
  }

  func numberValues() -> JSONValue {
    .array(
      library.profile.numbers.filter { library.number($0.id) != nil }.map { number in
        .object([
          ("id", .string(number.id)), ("form", .text(number.form)), ("pieces", .array(number.pieces.map(value))),
        ])
      })
  }

  private func value(of piece: NumberDefinition.Piece) -> JSONValue {
    switch piece {
    case .text(let text): return .object([("text", .string(text))])
    case .base(let id): return .object([("of", .string(id))])
    case .part(let part):
      let form: (name: String, value: JSONValue?) =
        switch part.form {
        case .digits(let count): ("digits", .number(count))
        case .letters(let count): ("letters", .number(count))
        case .codes(let codes): ("codes", .array(codes.map { .string($0) }))
        }
      return .object([
        ("id", .string(part.id)), ("example", .string(part.example)), ("next", .flag(part.isSerial)), form,
      ])
    }
  }

  func retentionValues() -> JSONValue {
    let classes = library.retention.classes.values.sorted { $0.id < $1.id }.filter { isNamed("'\($0.id)'") }
    return .object(
      classes.map { rule in
        (
          rule.id,
          .object([
            ("start", .string(rule.start)), ("period", .string(rule.period.iso)),
            ("action", .string(rule.action.rawValue)), ("sentence", .string(RetentionSchedule.sentence(rule))),
          ])
        )
      })
  }

  /// The words by which names and streets are known in texts, where the form looks for them.
  func scanValues() -> JSONValue {
    let isUsed = isNamed("personal-data(")
    let words = ScanWords(library)
    func texts(_ texts: some Sequence<String>) -> JSONValue { .array(isUsed ? texts.map { .string($0) } : []) }
    return .object([
      ("salutations", texts(words.salutations.sorted())), ("titles", texts(words.titles.sorted())),
      ("notNames", texts(words.notNames.sorted())), ("streetEndings", texts(words.streetEndings)),
      ("notStreets", texts(words.notStreets.sorted())), ("units", texts(words.units.sorted())),
    ])
  }

  func tableValues() -> JSONValue {
    func ranges(_ ranges: [ClosedRange<UInt32>]) -> JSONValue {
      .array(ranges.map { .array([.number(Int($0.lowerBound)), .number(Int($0.upperBound))]) })
    }
    func sorted<Value>(
      _ table: [Unicode.Scalar: Value], _ value: (Value) -> JSONValue
    ) -> [(name: String, value: JSONValue?)] {
      table.sorted { $0.key < $1.key }.map { (String(Character($0.key)), value($0.value)) }
    }
    let sequences = sorted(NameLetters.sequences) { marks in .array(marks.map { .array($0.map { .number(Int($0)) }) }) }
    let short = PhonePlan.short.sorted { $0.key < $1.key }.map { ($0.key, Optional(JSONValue.string($0.value))) }
    return .object([
      ("names", .object([("letters", ranges(NameLetters.ranges)), ("sequences", .object(sequences))])),
      ("unprintable", ranges(UnprintableSigns.missing)),
      ("folding", .object(sorted(SearchForm.special) { .string($0) })),
      (
        "phones",
        .object([
          ("areas", .array(AreaCodes.known.map { .string($0) })),
          ("short", .object(short.map { (name: $0.0, value: $0.1) })),
        ])
      ),
    ])
  }
}
