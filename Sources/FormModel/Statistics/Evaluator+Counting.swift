internal import XMLTree

/// What counting a figure gave.
struct CountedValue {
  /// The figure; nil when there is nothing that it could be counted from.
  var value: Double?
  /// Whether the one figure it was taken from is withheld.
  var isWithheld = false
  /// The papers that it was counted from.
  var papers: [XMLNode] = []
  /// What was counted: papers, or what stands in them.
  var nodes: [XMLNode] = []
}

extension Evaluator {
  /// The figure that the papers beside the record give for a field; nil for fields that are not counted.
  func counted(_ node: XMLNode) -> CountedValue? {
    if let known = countedValues[node] { return known }
    if let known = others?.knownCounts, let path = tree.path(of: node) { return known[path] }
    guard case .field(let field)? = tree.definition(of: node), let source = field.common.count, let parent = node.parent
    else { return nil }
    let outer = asked
    asked = Asked()
    var row: [XMLNode]?
    if case .group(let group)? = tree.definition(of: parent), let rows = group.common.count, let around = parent.parent
    {
      row = value(rows, at: around, group.common.source).nodes
    }
    let outerRow = rowNodes
    rowNodes = row
    let result = value(source, at: parent, field.common.source)
    rowNodes = outerRow
    var counted = CountedValue()
    // Where no paper of the kind is at hand, nothing is known: that is not the same as zero.
    if asked.found > 0 || asked.times == 0 {
      switch result {
      case .nodes(let nodes):
        let sums = field.common.sums || (row != nil && tree.definition(of: parent)?.common.sums == true)
        counted = CountedValue(
          value: sums ? sum(nodes) : Double(nodes.count), papers: unique(nodes.map(paper)), nodes: nodes)
        counted.isWithheld = sums && nodes.count == 1 && tree.status(of: nodes[0]) == .withheld
      case .number(let number): counted = CountedValue(value: number.isNaN ? nil : number)
      case .string, .boolean: break
      }
    }
    asked = outer
    if field.kind.valueType == .whole, counted.value.map({ Int(exactly: $0) == nil }) ?? false { counted.value = nil }
    countedValues[node] = counted
    return counted
  }

  /// The values of nodes added up: a figure that is not known leaves the sum open, any other empty value adds nothing.
  private func sum(_ nodes: [XMLNode]) -> Double? {
    var total = 0.0
    for node in nodes {
      if node.text.isEmpty {
        if case .field(let field)? = tree.definition(of: node), field.has(.figure) { return nil }
        continue
      }
      total = DecimalArithmetic.sum(total, XPathValue.string(node.text).number)
    }
    return nodes.isEmpty || total.isNaN ? nil : total
  }

  /// The figures that are counted, in the order of the form.
  func countedFields() -> [(node: XMLNode, counted: CountedValue)] {
    fields(below: tree.root).compactMap { node, _ in
      tree.isHidden(node) ? nil : counted(node).map { (node, $0) }
    }
  }

  /// What the row that is being counted counts parts of; a row that says nothing of it is filled in by hand.
  func rowOfCounted() -> [XMLNode] {
    guard let rowNodes else {
      asked.times += 1
      return []
    }
    return rowNodes
  }

  /// All papers of a form beside the record, in the order they were given.
  func papers(of form: String) -> [XMLNode] {
    let found =
      (others?.forest?.papers(ofForm: form) ?? [])
      + attached { (others, given) throws(AuthorMistakes) in try others.papers(ofForm: form, besides: given) }
    asked.times += 1
    if !found.isEmpty { asked.found += 1 }
    return found
  }

  /// The papers of a form that may hold one of some values at a path.
  func papers(of form: String, holding values: [String], at path: String) -> [XMLNode] {
    asked.times += 1
    let reduced = others?.forest?.papers(ofForm: form) ?? []
    if !reduced.isEmpty || others?.source.hasPapers(ofForm: form) == true { asked.found += 1 }
    return reduced
      + attached { (others, given) throws(AuthorMistakes) in
        try others.papers(ofForm: form, holding: values, at: path, besides: given)
      }
  }

  /// The papers of a case beside the record.
  func papers(inCase number: String) -> [XMLNode] {
    (others?.forest?.papers(inCase: number) ?? [])
      + attached { (others, given) throws(AuthorMistakes) in try others.papers(inCase: number, besides: given) }
  }

  /// The papers of the record's own case beside it.
  func papersOfCase() -> [XMLNode] {
    tree.root.attribute("case").map { papers(inCase: $0) } ?? []
  }

  /// The papers of a form without those that the declaration leaves out.
  func sources(of form: String) -> [XMLNode] {
    let papers = papers(of: form)
    let counting = counting
    if let known = counting.sources[form] { return known }
    let excluding = self.form.countedForms.filter { $0.form == form }.flatMap(\.reasons).filter(\.isExcluded)
    let result = papers.filter { paper in
      !excluding.contains { holds($0.when, at: paper, $0.source, otherwise: false) }
    }
    counting.sources[form] = result
    return result
  }

  /// The nodes of a set that the form names.
  func namedSet(_ id: String) -> [XMLNode] {
    let counting = counting
    if let known = counting.sets[id] {
      asked.times += known.asked.times
      asked.found += known.asked.found
      return known.nodes
    }
    guard let definition = form.sets.first(where: { $0.id == id }) else { return [] }
    let outer = asked
    asked = Asked()
    // A set that asks for itself finds nothing, instead of asking for ever.
    counting.sets[id] = ([], asked)
    let nodes = value(definition.nodes, at: tree.root, definition.source).nodes
    counting.sets[id] = (nodes, asked)
    asked = Asked(times: outer.times + asked.times, found: outer.found + asked.found)
    return nodes
  }

  /// The nodes of a set for which an expression over them gives a text; one that gives several nodes gives all their texts.
  func part(of set: String, by expression: String, _ text: String) -> [XMLNode] {
    let nodes = namedSet(set)
    let key = "\(set) \(expression)"
    let counting = counting
    if let known = counting.parts[key] { return known[text] ?? [] }
    var found: [String: [XMLNode]] = [:]
    for node in nodes {
      switch value(expression, at: node, form.source) {
      case .nodes(let several): for text in Set(several.map(\.text)) { found[text, default: []].append(node) }
      case .string(let text): found[text, default: []].append(node)
      case .number(let number): found[XPathValue.number(number).string, default: []].append(node)
      case .boolean(let truth): found[truth ? "ja" : "nein", default: []].append(node)
      }
    }
    counting.parts[key] = found
    return found[text] ?? []
  }

  /// Who a counted node stands for, by the case and where it is a person also by name, and how late its paper is.
  func keyOfCounted(_ node: XMLNode) -> (key: String, order: Int)? {
    guard let movements = form.movements else { return nil }
    let paper = paper(node)
    let text = { (source: String) in self.value(source, at: paper, movements.source).string }
    guard let day = Day(iso: text(movements.day)) else { return nil }
    let order = value(movements.order, at: paper, movements.source).number
    let place = order.isNaN ? 0 : Int(order.rounded())
    let isPerson =
      if case .group(let group)? = tree.definition(of: node) { group.items.field(.familyName) != nil } else { false }
    let person = isPerson ? value("person-key(.)", at: node, movements.source).string : ""
    return ([text(movements.caseKey), person].joined(separator: "\u{0}"), day.ordinal * 10_000 + place)
  }

  /// Why no row counted a paper: the first reason that applies.
  func reason(for paper: XMLNode) -> String? {
    let form = paper.attribute("form") ?? ""
    let reasons = self.form.countedForms.filter { $0.form == form }.flatMap(\.reasons)
    return reasons.first { holds($0.when, at: paper, $0.source, otherwise: false) }?.text
  }

  /// The root of the paper that a node stands in.
  func paper(_ node: XMLNode) -> XMLNode {
    var node = node
    while !node.isElement("record", in: nil), let parent = node.parent { node = parent }
    return node
  }

  private func unique(_ nodes: [XMLNode]) -> [XMLNode] {
    var seen: Set<XMLNode> = []
    return nodes.filter { seen.insert($0).inserted }
  }
}

/// How often papers of some form were asked for, and how often there were any.
struct Asked {
  var times = 0
  var found = 0
}
