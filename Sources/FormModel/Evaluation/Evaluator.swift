internal import XMLTree

/// Evaluates the expressions of a form over one record: values, relevance, findings, dates.
///
/// Conditions of an item (`required`, `relevant`, `calculate`, `default`) are evaluated at the surrounding group;
/// rules and messages inside an item at the item itself.
final class Evaluator {
  let form: FormDefinition
  let library: FormLibrary
  let day: Day
  let tree: RecordTree
  let engine: XPathEngine
  /// Other papers that expressions can see.
  let others: [XMLNode]
  private var programs: [String: XPathProgram] = [:]
  /// Expressions that could not be read or evaluated; a mistake of the form's author.
  private(set) var mistakes: [AuthorMistake] = []
  /// What a record said for a field that is calculated, where the calculation gives something else.
  private(set) var overridden: [XMLNode: String] = [:]
  /// Rules that hold up even a paper that is otherwise never held up.
  var alwaysBlocking: Set<String> = []
  /// The person a sheet is made for; nil for the paper as a whole.
  var sheet: XMLNode?
  /// What the parts of a relation give, while its sentence is made.
  var expected: Int?
  /// What a row counts parts of, while one of its figures is counted.
  var rowNodes: [XMLNode]?
  /// Which papers the figure that is being counted has asked for.
  var asked = Asked()
  /// What was counted already.
  var countedValues: [XMLNode: CountedValue] = [:]
  var sourcePapers: [String: [XMLNode]] = [:]
  var sets: [String: (nodes: [XMLNode], asked: Asked)] = [:]
  /// Whether `filled()` takes everything that can be filled in as filled.
  var assumesFilled = false
  /// What uses of releases rest on, by use, number and day.
  var bases: [String: UseCheck.Basis] = [:]
  /// What the releases at hand say.
  var readGrants: [XMLNode: Grant] = [:]
  /// The days of a case by their names, where the papers of one are looked at.
  var caseDay: ((String) -> String)?
  /// The use whose message is being made.
  var currentBasis: UseCheck.Basis?
  /// The doubt whose message is being made.
  var currentDoubt: Revocation.Doubt?
  /// What is printed in place of a hidden value.
  var masked: [XMLNode: String] = [:]

  init(
    form: FormDefinition, library: FormLibrary, tree: RecordTree, others: [XMLNode], settings: XMLNode? = nil,
    day: Day
  ) {
    self.form = form
    self.library = library
    self.day = day
    self.tree = tree
    self.others = others
    engine = XPathEngine(tree.document)
    let functions = ExpressionFunctions(
      tree: tree, engine: engine, form: form, library: library, today: day, others: others,
      settings: settings,
      sheet: { [unowned self] in self.sheet },
      isAssumed: { [unowned self] in self.assumesFilled && self.canBeFilled($0) },
      display: { [unowned self] in self.display($0) })
    functions.register(
      referenceDay: { [unowned self] in self.referenceDay },
      retention: { [unowned self] in self.retentionDate($0) })
    functions.registerCounting { [unowned self] in self }
    functions.registerEffects { [unowned self] in self }
  }

  /// The day that ages refer to: the form's own, or the reference day while that is empty.
  var referenceDay: Day {
    guard let source = form.referenceDay else { return day }
    return Day(iso: value(source, at: tree.root, form.source).string) ?? day
  }

  /// The value of an expression; a broken one is noted and gives an empty string.
  func value(_ source: String, at node: XMLNode, _ place: SourcePlace) -> XPathValue {
    do throws(XPathFailure) {
      return try engine.evaluate(try program(source), at: node)
    } catch {
      let mistake = AuthorMistake(
        code: error.code.rawValue, place: place,
        message: "Der Ausdruck ›\(source)‹ kann nicht ausgewertet werden.")
      if !mistakes.contains(mistake) { mistakes.append(mistake) }
      return .string("")
    }
  }

  private func program(_ source: String) throws(XPathFailure) -> XPathProgram {
    if let known = programs[source] { return known }
    let program = try engine.compile(source)
    programs[source] = program
    return program
  }

  func holds(_ source: String?, at node: XMLNode, _ place: SourcePlace, otherwise: Bool) -> Bool {
    source.map { value($0, at: node, place).boolean } ?? otherwise
  }

  /// Fills in what is calculated, until nothing changes any more.
  ///
  /// `proposes` also fills what is only proposed by a calculation, and may be overwritten.
  func calculate(proposes: Bool = true) {
    // Calculating changes texts and never nodes, so the few fields that are calculated are looked for once.
    let fields = fields(below: tree.root).filter { $0.1.calculate != nil || !$0.1.relations.isEmpty }
    for (node, field) in fields where field.calculate != nil && field.readonly {
      if !node.text.isEmpty { overridden[node] = node.text }
    }
    for _ in 0..<8 {
      var changed = false
      for (node, field) in fields {
        guard let parent = node.parent, !tree.hidden.contains(node),
          field.readonly || (proposes && node.text.isEmpty && tree.statuses[node] == nil),
          let text = calculated(field, at: parent)
        else { continue }
        if node.text != text {
          tree.set(node, to: text)
          changed = true
        }
      }
      if !changed { return }
    }
  }

  /// The value of a field that nobody filled in; nil for fields that are not calculated.
  private func calculated(_ field: FieldDefinition, at parent: XMLNode) -> String? {
    guard let source = field.calculate else { return summed(field, at: parent) }
    let result = value(source, at: parent, field.common.source).string
    return result == "NaN" ? "" : result
  }

  /// The paths of all items that are not relevant.
  func irrelevantPaths() -> Set<String> {
    var result: Set<String> = []
    func collect(_ items: [ItemDefinition], at parent: XMLNode, path: String) {
      for item in items {
        if !holds(item.common.relevant, at: parent, item.common.source, otherwise: true) {
          result.insert(path + item.id)
        } else if case .group(let group) = item {
          for node in parent.elements(item.id) {
            collect(group.items, at: node, path: (tree.paths[node] ?? "") + "/")
          }
        }
      }
    }
    collect(form.items, at: tree.root, path: "")
    return result
  }

  /// The people that get a sheet of their own; none when the paper is one sheet.
  func sheets() -> [XMLNode] {
    guard let sheet = form.sheet, holds(sheet.when, at: tree.root, sheet.source, otherwise: true) else {
      return []
    }
    let people = value(sheet.each, at: tree.root, sheet.source).nodes
    return people.count > 1 ? people : []
  }

  func fields(below parent: XMLNode) -> [(XMLNode, FieldDefinition)] {
    parent.elements.flatMap { node -> [(XMLNode, FieldDefinition)] in
      switch tree.definitions[node] {
      case .field(let field)?: [(node, field)]
      case .group?: fields(below: node)
      case nil: []
      }
    }
  }

  /// A sentence with its expressions in braces filled in.
  func sentence(_ template: String, at node: XMLNode, _ place: SourcePlace) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      switch value(String(rest[rest.index(after: open)..<close]), at: node, place) {
      case .nodes(let nodes): result += nodes.first.map { display($0) } ?? "–"
      case .string(let text): result += text
      case .number(let number): result += XPathValue.number(number).string
      case .boolean(let value): result += value ? "ja" : "nein"
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// The date of a class of the retention schedule for this record; nil while its start event is open.
  func retentionDate(_ id: String) -> RetentionDate? {
    guard let rule = library.retention.classes[id],
      let start = Day(iso: value(rule.start, at: tree.root, rule.source).string)
    else { return nil }
    let period = LegalPeriod(from: start, lasting: rule.period)
    let due =
      switch rule.action {
      case .delete, .restrict, .offer: period.due
      case .destroy: period.end
      }
    return RetentionDate(rule: rule, start: start, end: period.end, due: due)
  }
}
