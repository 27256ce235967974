internal import XMLTree

/// Functions with which a form counts papers of other forms, and pages set out the result.
extension ExpressionFunctions {
  /// Name, smallest and largest number of arguments.
  static let countingSignatures: [String: ClosedRange<Int>] = [
    "sources": 1...1, "set": 1...1, "of-row": 0...0, "counted": 1...1, "expected": 0...0, "open-figures": 0...0,
    "where": 2...2, "first-of-each": 3...3, "last-of-each": 3...3, "one-of-each": 2...2, "case-papers": 1...1,
    "person-key": 1...1, "part": 3...3, "moves": 1...1, "belonged": 3...3, "in-period": 1...1, "after-period": 1...1,
    "share-person": 2...2, "period-part": 1...1, "codes": 1...1, "code-rows": 2...2,
    "figure": 1...6, "is-publication": 0...0,
  ]

  /// The functions whose second argument, and third if there is one, is an expression over each node of the first.
  static let overNodes: Set<String> = ["where", "first-of-each", "last-of-each", "one-of-each"]

  func registerCounting() {
    on("papers") { arguments, _ in .nodes(evaluator.papers(of: arguments[0].string)) }
    engine.register(ReferenceLookup.function, arity: 3...3) { arguments, _ in
      .nodes(
        evaluator.papers(of: arguments[0].string, holding: arguments[2].strings, at: arguments[1].string))
    }
    on("sources") { arguments, _ in .nodes(evaluator.sources(of: arguments[0].string)) }
    on("set") { arguments, _ in .nodes(evaluator.namedSet(arguments[0].string)) }
    on("part") { arguments, _ in
      .nodes(evaluator.part(of: arguments[0].string, by: arguments[1].string, arguments[2].string))
    }
    on("moves") { arguments, _ in .nodes(evaluator.papers(moved: arguments[0].string)) }
    on("belonged") { arguments, _ in
      guard let day = Day(iso: arguments[1].string) else { return .boolean(false) }
      return .boolean(evaluator.belonged(arguments[0].string, on: day) ?? arguments[2].boolean)
    }
    on("in-period") { arguments, _ in
      guard let day = Day(iso: arguments[0].string), let period = evaluator.countedPeriod() else {
        return .boolean(false)
      }
      return .boolean(period.first <= day && day <= period.last)
    }
    on("after-period") { arguments, _ in
      guard let day = Day(iso: arguments[0].string), let period = evaluator.countedPeriod() else {
        return .boolean(false)
      }
      return .boolean(day > period.last)
    }
    on("of-row") { _, _ in .nodes(evaluator.rowOfCounted()) }
    on("counted") { arguments, _ in
      // What was kept for good is not held against papers that may be gone.
      .number(
        (evaluator.isFrozen ? nil : arguments[0].nodes.first).flatMap { evaluator.counted($0)?.value } ?? .nan)
    }
    on("expected") { _, _ in .string(evaluator.expected.map { XPathValue.number($0).german } ?? "") }
    on("is-publication") { _, _ in .boolean(evaluator.isPublication) }
    on("open-figures") { _, _ in
      return .nodes(
        evaluator.fields(below: tree.root).filter { node, field in
          field.has(.figure) && node.text.isEmpty && tree.status(of: node) == nil && !tree.isHidden(node)
        }.map(\.0))
    }
    registerSelections()
    registerPeople()
    registerRows()
    on("period-part") { arguments, _ in
      .number(
        Moment(canonical: arguments[0].string).flatMap { evaluator.periodPart($0.day) }.map { Double($0) } ?? .nan)
    }
  }

  private func registerSelections() {
    func each(_ arguments: [XPathValue], _ index: Int, _ node: XMLNode) -> XPathValue {
      evaluator.value(arguments[index].string, at: node, form.source)
    }
    /// One node of those that share a key that is not empty: the one that `precedes` all others.
    func pick(_ arguments: [XPathValue], _ precedes: (Double, Double) -> Bool) -> XPathValue {
      var kept: [(node: XMLNode, order: Double)] = []
      var places: [String: Int] = [:]
      for node in arguments[0].nodes {
        let key = each(arguments, 1, node).string
        let order = arguments.count > 2 ? each(arguments, 2, node).number : 0
        if !key.isEmpty, let place = places[key] {
          if precedes(order, kept[place].order) { kept[place] = (node, order) }
        } else {
          if !key.isEmpty { places[key] = kept.count }
          kept.append((node, order))
        }
      }
      return .nodes(kept.map(\.node))
    }
    on("where") { arguments, _ in .nodes(arguments[0].nodes.filter { each(arguments, 1, $0).boolean }) }
    on("one-of-each") { arguments, _ in pick(arguments) { _, _ in false } }
    on("first-of-each") { arguments, _ in pick(arguments) { $0 < $1 } }
    // Of two on the same day the one that was given last counts.
    on("last-of-each") { arguments, _ in pick(arguments) { $0 >= $1 } }
  }

  private func registerPeople() {
    on("case-papers") { arguments, _ in
      guard let node = arguments[0].nodes.first else { return .nodes([]) }
      let paper = evaluator.paper(node)
      guard let number = paper.attribute("case") else { return .nodes([paper]) }
      let form = paper.attribute("form")
      return .nodes(evaluator.papers(inCase: number).filter { $0.attribute("form") == form })
    }
    on("person-key") { arguments, _ in .string(arguments[0].nodes.first.map { personKey($0) } ?? "") }
    on("share-person") { arguments, _ in
      let named = { (value: XPathValue) in Set(value.nodes.filter(isNamed).map { personKey($0) }) }
      return .boolean(!named(arguments[0]).isDisjoint(with: named(arguments[1])))
    }
  }

  private func registerRows() {
    on("codes") { arguments, _ in
      guard let list = library.lists[arguments[0].string] else { return .nodes([]) }
      return .nodes(list.codes.map { option($0, of: list, isChosen: false) })
    }
    on("code-rows") { arguments, _ in
      guard let list = library.lists[arguments[0].string] else { return .nodes([]) }
      let codes = list.codes
      let columns = max(1, Int(exactly: arguments[1].number) ?? 1)
      let rows = (codes.count + columns - 1) / columns
      return .nodes(
        (0..<rows).map { row in
          let node = tree.document.detachedElement("row")
          for index in stride(from: row, to: codes.count, by: rows) {
            node.appendCopy(of: option(codes[index], of: list, isChosen: false))
          }
          return node
        })
    }
    on("figure") { arguments, _ in
      .nodes([tree.root.element(arguments.map(\.string).joined())].compactMap { $0 })
    }
  }

  /// Two notes mean the same person when names, in their search form, and birth date are the same.
  ///
  /// People without a name yet are told apart by their place among those without a name.
  private func personKey(_ person: XMLNode) -> String {
    let names = [text(.givenName, of: person), text(.familyName, of: person)].map { SearchForm.fold($0) }
    guard isNamed(person) else {
      let siblings = person.parent?.elements(person.name).filter { !isNamed($0) } ?? []
      return "\((siblings.firstIndex(of: person) ?? 0) + 1) " + text(.birthDate, of: person)
    }
    return (names + [text(.birthDate, of: person)]).joined(separator: " ")
  }

  private func isNamed(_ person: XMLNode) -> Bool {
    !text(.givenName, of: person).isEmpty || !text(.familyName, of: person).isEmpty
  }

  /// What a person's field with a role holds.
  private func text(_ role: FieldRole, of person: XMLNode) -> String {
    guard case .group(let group)? = tree.definition(of: person), let field = group.items.field(role) else { return "" }
    return person.element(field.common.id)?.text ?? ""
  }
}
