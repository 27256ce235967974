internal import XMLTree

/// The functions that expressions in forms and templates can call beyond the core of XPath 1.0.
///
/// Names follow XForms 1.1 where it has the function (`if`, `days-from-date`). None reads anything but its
/// arguments, the record, the reference day and the declarations.
struct ExpressionFunctions {
  /// Name, smallest and largest number of arguments; the linter knows the functions by this table.
  static let signatures: [String: ClosedRange<Int>] = [
    "if": 3...3, "filled": 1...1, "join": 2...20, "list": 1...3, "text-length": 1...1, "label": 1...1,
    "today": 0...0, "reference-day": 0...0, "days-from-date": 1...1, "minutes": 1...1, "day-plus": 2...2,
    "year": 1...1, "month-day": 1...1,
    "quarter-end": 1...1, "year-end": 1...1, "earliest-day": 1...1, "latest-day": 1...1, "age": 2...2,
    "oldest-age": 2...2,
    "age-text": 2...2, "partial-kind": 1...1, "birth-not-after": 2...2, "retention-end": 1...1,
    "retention-due": 1...1, "code-property": 2...2, "in-list": 2...2, "profile": 1...1,
    "personal-data": 2...2,
    "mentions": 2...2, "other-papers": 0...1, "current-record": 0...0, "papers": 1...1, "sheet": 0...0,
    "on-sheet": 1...1, "notice": 1...1, "round-to-five": 1...1, "options": 1...1, "column": 2...2,
    "form-version": 0...0, "retention-rule": 1...1, "german-day": 1...1, "current": 0...0,
    "correction": 0...0, "settings": 0...0, "days-to-date": 1...1, "only-listed": 2...2, "listed-word": 2...2,
    "listed-part": 2...2, "second-language": 0...0, "translation": 1...1,
  ].merging(countingSignatures) { own, _ in own }.merging(numberSignatures) { own, _ in own }
    .merging(effectSignatures) { own, _ in own }.merging(protectionSignatures) { own, _ in own }

  /// Not owned: the engine owns the functions, and with them this value.
  unowned let engine: XPathEngine
  /// Whose record they speak of, which may change between two evaluations.
  let desk: Workbench.Desk

  var evaluator: Evaluator { desk.evaluator }
  var tree: RecordTree { desk.evaluator.tree }
  var form: FormDefinition { desk.evaluator.form }
  var library: FormLibrary { desk.evaluator.library }

  /// Makes the functions known to the engine.
  func register() {
    registerTexts()
    registerDays()
    registerDeclarations()
    registerNumbers()
    registerPapers()
    registerCounting()
    registerEffects()
    registerProtection()
  }

  private func registerPapers() {
    let retention = { (id: String) in evaluator.retentionDate(id) }
    on("retention-end") { arguments, _ in .string(retention(arguments[0].string)?.end.iso ?? "") }
    on("retention-due") { arguments, _ in .string(retention(arguments[0].string)?.due.iso ?? "") }
    on("retention-rule") { arguments, _ in
      .string(library.retention.classes[arguments[0].string].map(RetentionSchedule.sentence) ?? "")
    }
    on("other-papers") { arguments, _ in
      let form = arguments.first?.string
      return .nodes(evaluator.papersOfCase().filter { form == nil || $0.attribute("form") == form })
    }
    on("sheet") { _, _ in .nodes([evaluator.sheet].compactMap { $0 }) }
    on("on-sheet") { arguments, _ in
      guard let sheet = evaluator.sheet else { return .boolean(true) }
      return .boolean(arguments[0].nodes.contains(sheet))
    }
    on("correction") { _, _ in .string(evaluator.given.correctionText ?? "") }
    on("settings") { _, _ in .nodes([evaluator.settings].compactMap { $0 }) }
    on("current") { _, call in .nodes([call.origin]) }
    on("current-record") { _, _ in .nodes([tree.root]) }
  }

  func on(_ name: String, _ body: @escaping XPathEngine.Function) {
    guard let arity = Self.signatures[name] else { return }
    engine.register(name, arity: arity, body)
  }

  private func registerTexts() {
    on("if") { arguments, _ in arguments[0].boolean ? arguments[1] : arguments[2] }
    on("filled") { arguments, _ in
      if case .nodes(let nodes) = arguments[0] {
        return .boolean(nodes.contains { $0.hasText || evaluator.isAssumed($0) })
      }
      return .boolean(!arguments[0].string.isEmpty)
    }
    on("join") { arguments, _ in
      .string(arguments.dropFirst().flatMap(shown).joined(separator: arguments[0].string))
    }
    on("list") { arguments, _ in
      let parts = shown(arguments[0])
      if parts.isEmpty, arguments.count > 1 { return .string(tree.isBlank ? "" : arguments[1].string) }
      return .string(parts.joined(separator: arguments.count > 2 ? arguments[2].string : ", "))
    }
    on("text-length") { arguments, _ in .number(Double(arguments[0].string.count)) }
    on("label") { arguments, _ in
      .string(arguments[0].nodes.first.flatMap { tree.definition(of: $0)?.label } ?? "")
    }
    on("personal-data") { arguments, _ in
      let kind = PersonalDataScan.Kind(rawValue: Self.camelCase(arguments[1].string))
      let found = PersonalDataScan.passages(in: arguments[0].string, words: evaluator.scanWords).first {
        $0.kind == kind
      }
      return .string(found?.text ?? "")
    }
    on("mentions") { arguments, _ in
      let names = arguments[1].nodes.map(\.text).filter { !$0.isEmpty }
      return .string(PersonalDataScan.mentions(of: names, in: arguments[0].string).first?.text ?? "")
    }
  }

  /// The filled parts of an argument as a person would read them.
  private func shown(_ value: XPathValue) -> [String] {
    guard case .nodes(let nodes) = value else { return value.german.isEmpty ? [] : [value.german] }
    return nodes.filter(\.hasText).map(evaluator.display)
  }

  private func registerDays() {
    on("today") { _, _ in .string(evaluator.day.iso) }
    engine.register(DayComparison.function, arity: 2...2) { arguments, _ in
      guard let changes = DayComparison.changes(arguments[0].string, arguments[1]) else {
        return .number(Double(evaluator.day.ordinal))
      }
      return .number(Double(evaluator.day(changing: changes).ordinal))
    }
    on("reference-day") { _, _ in .string(evaluator.referenceDay.iso) }
    on("days-from-date") { arguments, _ in .number(Self.ordinal(arguments[0].string)) }
    on("days-to-date") { arguments, _ in
      .string(Int(exactly: arguments[0].number).flatMap(Day.init(ordinal:))?.iso ?? "")
    }
    on("minutes") { arguments, _ in
      let text = arguments[0].string
      let time = TimeOfDay(canonical: text) ?? Moment(canonical: text)?.time
      return .number(time.map { Double($0.minutes) } ?? .nan)
    }
    on("year") { arguments, _ in
      let text = arguments[0].string
      return .number((Self.day(text) ?? PartialDay(canonical: text)?.earliest).map { Double($0.year) } ?? .nan)
    }
    on("month-day") { arguments, _ in
      let text = arguments[0].string
      let day = Self.day(text) ?? PartialDay(canonical: text)?.exactDay
      return .string(day.map { String($0.iso.dropFirst(5)) } ?? "")
    }
    on("day-plus") { arguments, _ in
      guard let day = Self.day(arguments[0].string), let period = Period(iso: arguments[1].string) else {
        return .string("")
      }
      return .string(day.adding(period).iso)
    }
    on("german-day") { arguments, _ in .string(Moment(canonical: arguments[0].string)?.german ?? "") }
    on("quarter-end") { arguments, _ in .string(Self.day(arguments[0].string)?.endOfQuarter.iso ?? "") }
    on("year-end") { arguments, _ in .string(Self.day(arguments[0].string)?.endOfYear.iso ?? "") }
    on("earliest-day") { arguments, _ in .number(Self.ordinals(arguments[0]).min() ?? .nan) }
    on("latest-day") { arguments, _ in .number(Self.ordinals(arguments[0]).max() ?? .nan) }
    on("age") { arguments, _ in
      .number(Self.age(arguments).map { Double($0.youngest.years) } ?? .nan)
    }
    on("oldest-age") { arguments, _ in
      .number(Self.age(arguments).map { Double($0.oldest.years) } ?? .nan)
    }
    on("age-text") { arguments, _ in .string(Self.age(arguments)?.german ?? (tree.isBlank ? "" : "–")) }
    on("partial-kind") { arguments, _ in
      .string(PartialDay(canonical: arguments[0].string)?.kind.rawValue ?? "")
    }
    on("birth-not-after") { arguments, _ in
      guard let birth = PartialDay(canonical: arguments[0].string), birth.kind != .expected,
        let earliest = birth.earliest, let day = Self.day(arguments[1].string)
      else { return .boolean(true) }
      return .boolean(earliest <= day)
    }
  }

  private func registerDeclarations() {
    on("code-property") { arguments, _ in
      guard let node = arguments[0].nodes.first, let code = code(of: node) else { return .string("") }
      return .string(code.properties[arguments[1].string] ?? "")
    }
    on("in-list") { arguments, _ in
      .boolean(library.lists[arguments[1].string]?.code(arguments[0].string) != nil)
    }
    on("only-listed") { arguments, _ in
      .boolean(library.listedWords(arguments[1].string)?.make(up: arguments[0].string) ?? false)
    }
    on("listed-word") { arguments, _ in
      .string(library.listedWords(arguments[1].string)?.first(in: arguments[0].string) ?? "")
    }
    on("listed-part") { arguments, _ in
      // The first label of a list that occurs in the text, whatever the case of its letters.
      let text = arguments[0].string.lowercased()
      let codes = library.lists[arguments[1].string]?.codes ?? []
      return .string(codes.first { text.contains($0.label.lowercased()) }?.label ?? "")
    }
    on("notice") { arguments, _ in
      evaluator.printedNotices.insert(arguments[0].string)
      return .string(form.notices.first { $0.id == arguments[0].string }?.text ?? "")
    }
    on("round-to-five") { arguments, _ in .number((arguments[0].number / 5).rounded() * 5) }
    on("form-version") { _, _ in .string(form.version) }
    on("options") { arguments, call in .nodes(options(of: arguments[0].string, at: call.node)) }
    on("column") { arguments, call in
      // Options run down equal columns: the first column is the longest.
      let columns = max(1, arguments[1].number)
      let length = (Double(call.size) / columns).rounded(.up)
      return .boolean(
        Double(call.position - 1) / length >= arguments[0].number - 1
          && Double(call.position - 1) / length < arguments[0].number)
    }
    on("second-language") { _, _ in .string(evaluator.secondLanguage) }
    on("translation") { arguments, _ in
      let german = shown(arguments[0]).joined(separator: ", ").singleBlanks
      // What has no translation is better read in German than not at all.
      return .string(evaluator.secondLanguage.isEmpty ? "" : evaluator.translations[german] ?? german)
    }
    on("profile") { arguments, _ in .string(library.profile.values[arguments[0].string] ?? "") }
  }

  /// The codes of a choice as nodes with the attributes `id`, `label`, `short`, `brief`, `selected` and, on the last, `last`.
  private func options(of name: String, at node: XMLNode) -> [XMLNode] {
    let fields = node.elements(name)
    guard let field = field(name, below: node),
      let list = library.codes(of: field)
    else { return [] }
    let chosen = Set(fields.map(\.text))
    let options = list.offered(on: evaluator.referenceDay, keeping: chosen).codes.map { code in
      let option = option(code, of: list, isChosen: chosen.contains(code.id))
      tree.note(option, of: field, in: node, answer: code.id)
      return option
    }
    options.last?.setAttribute("last", to: "ja")
    return options
  }

  func option(_ code: CodeList.Code, of list: CodeList, isChosen: Bool) -> XMLNode {
    let option = tree.document.detachedElement("option")
    option.setAttribute("list", to: list.id)
    option.setAttribute("id", to: code.id)
    option.setAttribute("label", to: code.label)
    option.setAttribute("short", to: code.short)
    // For tables with little room; elsewhere the code keeps its short label.
    option.setAttribute("brief", to: code.properties["kurz"] ?? code.short)
    option.setAttribute("selected", to: isChosen ? "ja" : "nein")
    return option
  }

  /// The field of a name in the group that a node stands for.
  private func field(_ name: String, below node: XMLNode) -> FieldDefinition? {
    let items: [ItemDefinition] =
      if case .group(let group)? = tree.definition(of: node) { group.items } else { form.items }
    guard case .field(let field)? = items.first(where: { $0.id == name }) else { return nil }
    return field
  }

  private func code(of node: XMLNode) -> CodeList.Code? {
    if let list = node.attribute("list"), let id = node.attribute("id") { return library.lists[list]?.code(id) }
    guard case .field(let field)? = tree.definition(of: node), let list = field.list else { return nil }
    return library.lists[list]?.code(node.text)
  }

  /// A day, or the day of a moment.
  private static func day(_ text: String) -> Day? {
    Moment(canonical: text)?.day
  }

  private static func ordinal(_ text: String) -> Double {
    day(text).map { Double($0.ordinal) } ?? .nan
  }

  private static func ordinals(_ value: XPathValue) -> [Double] {
    value.nodes.map { ordinal($0.text) }.filter { !$0.isNaN }
  }

  private static func age(_ arguments: [XPathValue]) -> AgeRange? {
    guard let day = day(arguments[1].string) else { return nil }
    return PartialDay(canonical: arguments[0].string)?.age(on: day)
  }

  private static func camelCase(_ text: String) -> String {
    let words = text.split(separator: "-")
    return words.prefix(1).joined()
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
