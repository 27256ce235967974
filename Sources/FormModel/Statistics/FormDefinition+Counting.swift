/// Which items of other forms a form that counts papers can ask for.
extension FormDefinition {
  /// All names that stand in its expressions, those inside quotes among them: what is not named is never looked at.
  var namesInExpressions: Set<String> {
    var names: Set<String> = []
    func take(_ source: String?) {
      guard let source else { return }
      for word in source.utf8.split(whereSeparator: { !Self.isPartOfName($0) }) {
        if let word = String(word) { names.insert(word) }
      }
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
    var form = self
    form.sections = sections.map { section in
      var section = section
      section.items = Self.reduced(section.items, to: names, alsoKeeping: filing?.caseField)
      return section
    }
    (form.rules, form.masks, form.retention, form.notices, form.prefills, form.nextSteps) = ([], [], [], [], [], [])
    (form.sheet, form.referenceDay, form.grant, form.revocation, form.uses) = (nil, nil, nil, nil, [])
    return form
  }

  private static func reduced(
    _ items: [ItemDefinition], to names: Set<String>, alsoKeeping caseField: String? = nil
  ) -> [ItemDefinition] {
    items.compactMap { item in
      let isNamed = names.contains(item.id) || item.id == caseField
      switch item {
      case .field(var field):
        guard isNamed || field.role != nil else { return nil }
        field.common = field.common.onlyNamed
        (field.calculate, field.defaultValue, field.relations, field.readonly) = (nil, nil, [], false)
        return .field(field)
      case .group(var group):
        guard isNamed else { return nil }
        group.common = group.common.onlyNamed
        group.items = reduced(group.items, to: names) + [.field(.trace)]
        group.masks = []
        return .group(group)
      }
    }
  }
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
