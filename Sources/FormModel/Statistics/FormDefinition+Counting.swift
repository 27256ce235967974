/// Which items of other forms a form that counts papers can ask for.
extension FormDefinition {
  /// All names that stand in its expressions, those inside quotes among them: what is not named is never looked at.
  var namesInExpressions: Set<String> {
    var names: Set<String> = []
    func take(_ source: String?) {
      if let source { names.formUnion(Self.names(in: source)) }
    }
    func take(_ text: FindingText?) {
      // Only what stands in braces is an expression.
      for sentence in [text?.message, text?.remedy] {
        for part in (sentence ?? "").split(separator: "{").dropFirst() { take(String(part.prefix { $0 != "}" })) }
      }
    }
    func take(_ rule: RuleDefinition) {
      for source in [rule.when, rule.test, rule.at, rule.each] { take(source) }
      take(rule.text)
    }
    func take(_ items: [ItemDefinition]) {
      for item in items {
        let common = item.common
        for source in [
          common.ask, common.proposal, common.offer, common.required, common.relevant, common.count,
        ] { take(source) }
        take(common.missing)
        take(common.forbidden)
        common.rules.forEach { take($0) }
        switch item {
        case .field(let field):
          take(field.calculate)
          take(field.defaultValue)
          for relation in field.relations { take(relation.text) }
        case .group(let group): take(group.items)
        }
      }
    }
    take(items)
    rules.forEach { take($0) }
    for set in sets { take(set.nodes) }
    for counted in countedForms {
      take(counted.key)
      take(counted.name)
      for reason in counted.reasons { take(reason.when) }
    }
    if let movements {
      take(movements.papers)
      movements.overPaper.forEach { take($0) }
    }
    take(publication?.text)
    return names
  }

  private static func names(in source: String) -> Set<String> {
    Set(source.utf8.split { !isPartOfName($0) }.compactMap { String($0) })
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }

  /// The form with nothing but items of these names and what people are known by; nothing in it is calculated,
  /// proposed, required or judged any more, since that has happened.
  func reduced(to names: Set<String>) -> FormDefinition {
    var form = onlyValues
    form.sections = sections.map { section in
      var section = section
      section.items = Self.kept(section.items, names, calculates: false) { $0.onlyNamed }
      return section
    }
    (form.rules, form.referenceDay) = ([], nil)
    return form
  }

  /// The form with nothing but items of these names, what people are known by, and what these follow from; of its rules
  /// such as find errors in them.
  func judged(for names: Set<String>) -> FormDefinition {
    let ids = Self.ids(of: items)
    var kept = names.intersection(ids)
    if let referenceDay { kept.formUnion(Self.names(in: referenceDay).intersection(ids)) }
    var foundations: [String] = []
    var before = -1
    while before != kept.count {
      before = kept.count
      foundations = Self.foundations(of: items, kept)
      for source in foundations { kept.formUnion(Self.names(in: source).intersection(ids)) }
    }
    // What is calculated from the paper as a whole cannot be told from a part of it.
    if foundations.contains(where: { Self.looksAtAll($0) }) {
      var form = self
      form.masks = []
      return form
    }
    let isKnown = { (source: String?) in source.map { Self.names(in: $0).intersection(ids).isSubset(of: kept) } ?? true
    }
    let stays = { (rule: RuleDefinition) in
      rule.text.strength == .error && [rule.when, rule.test, rule.at, rule.each].allSatisfy { isKnown($0) }
    }
    var form = onlyValues
    form.sections = sections.map { section in
      var section = section
      section.items = Self.kept(section.items, kept, calculates: true) { common in
        var common = common
        common.rules = common.rules.filter(stays)
        if !isKnown(common.required) { common.required = nil }
        (common.proposal, common.offer, common.ask, common.count) = (nil, nil, nil, nil)
        return common
      }
      return section
    }
    form.rules = rules.filter(stays)
    return form
  }

  /// The form without what belongs to its pages and to other papers.
  private var onlyValues: FormDefinition {
    var form = self
    (form.masks, form.retention, form.notices, form.prefills, form.nextSteps) = ([], [], [], [], [])
    (form.sheet, form.grant, form.revocation, form.uses, form.identities) = (nil, nil, nil, [], [])
    return form
  }

  private static func kept(
    _ items: [ItemDefinition], _ names: Set<String>, calculates: Bool, _ change: (ItemProperties) -> ItemProperties
  ) -> [ItemDefinition] {
    items.compactMap { item in
      let isNamed = names.contains(item.id)
      switch item {
      case .field(var field):
        guard isNamed || field.role.map(FieldRole.ofPeople.contains) ?? false else { return nil }
        field.common = change(field.common)
        field.defaultValue = nil
        if !calculates { (field.calculate, field.relations, field.readonly) = (nil, [], false) }
        return .field(field)
      case .group(var group):
        guard isNamed else { return nil }
        group.common = change(group.common)
        group.items = kept(group.items, names, calculates: calculates, change) + [.field(.trace)]
        group.masks = []
        return .group(group)
      }
    }
  }

  /// What the values and the relevance of items of these names follow from.
  private static func foundations(of items: [ItemDefinition], _ names: Set<String>) -> [String] {
    items.flatMap { item -> [String] in
      let isPerson =
        if case .field(let field) = item { field.role.map(FieldRole.ofPeople.contains) ?? false } else { false }
      guard isPerson || names.contains(item.id) else { return [] }
      let relevant = [item.common.relevant].compactMap { $0 }
      switch item {
      case .field(let field):
        return relevant + [field.calculate].compactMap { $0 } + field.relations.flatMap { $0.terms.map(\.path) }
      case .group(let group): return relevant + foundations(of: group.items, names)
      }
    }
  }

  /// Whether an expression looks at more of its paper than it names.
  private static func looksAtAll(_ source: String) -> Bool {
    source.contains("*") || source.contains("//") || !names(in: source).isDisjoint(with: wholeFunctions)
  }

  private static let wholeFunctions = Set(ExpressionFunctions.effectSignatures.keys)
    .union(ExpressionFunctions.protectionSignatures.keys).union(["retention-due"])

  private static func ids(of items: [ItemDefinition]) -> Set<String> {
    items.reduce(into: []) { result, item in
      result.insert(item.id)
      if case .group(let group) = item { result.formUnion(ids(of: group.items)) }
    }
  }
}

extension FieldRole {
  /// What people are known by.
  fileprivate static let ofPeople: Set<FieldRole> = [.familyName, .givenName, .birthDate]
}

extension ItemProperties {
  fileprivate var onlyNamed: ItemProperties {
    var common = self
    (common.required, common.relevant, common.proposal, common.offer, common.ask) = (nil, nil, nil, nil, nil)
    (common.missing, common.forbidden, common.rules, common.count) = (nil, nil, [], nil)
    return common
  }
}

extension FieldDefinition {
  /// Stands in a reduced group that held something, so that it does not seem empty when nothing of it was kept.
  static let trace = FieldDefinition(
    common: ItemProperties(
      id: "_", label: "", rules: [], source: SourcePlace(file: "", line: 0)),
    type: FieldType(TextKind()), readonly: false, repeats: false, answers: [])
}
