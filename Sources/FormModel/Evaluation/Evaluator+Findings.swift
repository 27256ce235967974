internal import XMLTree

extension Evaluator {
  /// All findings in the order of the form: items with their own rules, then the rules of groups and of the form.
  func findings(strict: Set<String>) -> [Finding] {
    working {
      var result: [Finding] = []
      check(below: 0, strict, &result)
      for rule in plan.rules { apply(rule, at: 0, strict, &result) }
      result += effectFindings()
      unrounded(&result)
      if others?.leavesOpen == true { result.append(leftOpen) }
      return form.isBlocking ? result : result.map(softened)
    }
  }

  /// What is said when there may be papers that change the answer and cannot be read.
  ///
  /// An error where something rests on a release, which one of them may have taken back.
  private var leftOpen: Finding {
    let strength: Finding.Strength = restsOnRelease ? .error : .warning
    return Finding(
      id: "\(strength.letter)-\(form.short)\(Finding.closedEnding)", strength: strength, path: "", place: form.title,
      message: "Die Ablage ist nicht offen oder nicht ganz lesbar; was dort liegt, kann an diesem Papier etwas ändern.",
      remedy: "Bitte mit dem Kennwort der Ablage wiederholen, oder mit --no-archive ausdrücklich ohne sie.")
  }

  /// A paper that is never held up turns errors into warnings, except for days that no calendar has.
  private func softened(_ finding: Finding) -> Finding {
    guard finding.strength == .error, !alwaysBlocking.contains(finding.id) else { return finding }
    var result = finding
    result.strength = .warning
    result.id = Finding.Strength.warning.letter + finding.id.dropFirst()
    return result
  }

  private func check(below parent: Int, _ strict: Set<String>, _ result: inout [Finding]) {
    guard let inner = tree.slots[parent].inner else { return }
    for (place, plan) in inner.items.enumerated() {
      guard !tree.isIrrelevant(place, below: parent) else {
        if holdsGiven(place, below: parent) { result.append(forbidden(plan.item, below: parent)) }
        continue
      }
      let slots = tree.linked(place, below: parent)
      if plan.required != nil, isMissing(plan, slots), holds(plan.required, at: parent, otherwise: false) {
        let node = tree.slots[slots.first ?? parent].node
        result.append(
          missing(plan.item, at: node, parent: tree.slots[parent].node, path: tree.path(below: parent, plan.id)))
      }
      for slot in slots {
        if let field = plan.field {
          check(field, plan, slot, strict, &result)
        } else if plan.repeats || tree.isFilled(slot) {
          check(below: slot, strict, &result)
          for rule in plan.rules { apply(rule, at: slot, strict, &result) }
        }
      }
    }
  }

  private func check(
    _ field: FieldPlan, _ plan: ItemPlan, _ slot: Int, _ strict: Set<String>, _ result: inout [Finding]
  ) {
    let node = tree.slots[slot].node
    let text = node.text
    if let given = overridden[slot], given != text { result.append(calculated(plan.item, at: node)) }
    guard !text.isEmpty else { return }
    if let finding = values.finding(
      text, field.definition, path: tree.path(of: slot) ?? "", place: tree.place(of: slot) ?? "")
    {
      if field.definition.has(.calendarDay), finding.id.hasSuffix("-format") { alwaysBlocking.insert(finding.id) }
      result.append(finding)
    } else {
      if library.hasRetired, let finding = retired(text, field.definition, slot) { result.append(finding) }
      if let warning = values.warning(text, path: tree.path(of: slot) ?? "", place: tree.place(of: slot) ?? "") {
        result.append(warning)
      }
      if field.follows { check(field.definition.relations, at: node, &result) }
      for rule in plan.rules { apply(rule, at: slot, strict, &result) }
    }
  }

  /// What is said of a code that was no longer chosen on the day of the paper; nil for any other value.
  private func retired(_ text: String, _ field: FieldDefinition, _ slot: Int) -> Finding? {
    guard let code = library.codes(of: field)?.code(text), let day = code.retired, !code.isOffered(on: referenceDay)
    else { return nil }
    let path = tree.path(of: slot) ?? ""
    let place = tree.place(of: slot) ?? ""
    return Finding(
      id: "E-\(form.short)-\(Self.ruleName(path))-abgelaufen", strength: .error, path: path, place: place,
      message: "›\(place)‹: „\(code.label)“ gibt es seit dem \(day.german) nicht mehr.",
      remedy: "Bitte eine der Angaben wählen, die heute gelten.")
  }

  private func isMissing(_ plan: ItemPlan, _ slots: [Int]) -> Bool {
    !slots.contains { slot in
      if tree.isFilled(slot) || masked[tree.slots[slot].node] != nil { return true }
      guard let status = tree.slots[slot].status, let field = plan.field else { return false }
      return field.definition.answers.contains(status)
    }
  }

  /// Whether the record has a value for an item; an answer such as „nicht gefragt“ is none.
  private func holdsGiven(_ place: Int, below parent: Int) -> Bool {
    tree.span(of: place, below: parent).contains { tree.slots[$0].given?.holdsValue ?? false }
  }

  private func missing(
    _ item: ItemDefinition, at node: XMLNode, parent: XMLNode, path: String
  ) -> Finding {
    let properties = item.common
    let own = properties.missing
    let place = tree.place(of: node) ?? item.label
    let around = tree.place(of: parent).map { " (\($0))" } ?? ""
    return Finding(
      id: own?.id ?? "E-\(form.short)-\(Self.ruleName(path))-fehlt",
      strength: own?.strength ?? .error,
      path: tree.path(of: node).flatMap { $0.isEmpty ? nil : $0 } ?? path,
      place: node == parent ? item.label : place,
      message: own.map { sentence($0.message, at: node, properties.source) }
        ?? "›\(item.label)‹\(around) fehlt.",
      remedy: own.map { sentence($0.remedy, at: node, properties.source) } ?? "Bitte eintragen.")
  }

  private func forbidden(_ item: ItemDefinition, below parent: Int) -> Finding {
    let own = item.common.forbidden
    let around = tree.place(of: parent).map { $0 + " › " } ?? ""
    let path = tree.path(below: parent, item.id)
    let node = tree.slots[parent].node
    return Finding(
      id: own?.id ?? "H-\(form.short)-\(Self.ruleName(path))-entfaellt",
      strength: own?.strength ?? .hint, path: path, place: around + item.label,
      message: own.map { sentence($0.message, at: node, item.common.source) }
        ?? "›\(item.label)‹ entfällt hier und wird nicht gedruckt.",
      remedy: own.map { sentence($0.remedy, at: node, item.common.source) } ?? "Bitte prüfen.")
  }

  private func calculated(_ item: ItemDefinition, at node: XMLNode) -> Finding {
    Finding(
      id: "W-\(form.short)-\(Self.ruleName(tree.path(of: node) ?? item.id))-berechnet", strength: .warning,
      path: tree.path(of: node) ?? "", place: tree.place(of: node) ?? item.label,
      message: "›\(item.label)‹ wird berechnet (\(display(node))); der angegebene Wert gilt nicht.",
      remedy: "Bitte die Angabe weglassen.")
  }

  private func apply(_ plan: RulePlan, at context: Int, _ strict: Set<String>, _ result: inout [Finding]) {
    guard let each = plan.each else {
      if isBroken(plan, at: context) { report(plan.rule, at: tree.slots[context].node, strict, &result) }
      return
    }
    guard !plan.isWhenForAll || holds(plan.when, at: context, otherwise: true) else { return }
    for node in value(each, at: context).nodes {
      guard let slot = tree.slot(of: node) else {
        if isBroken(plan.rule, at: node) { report(plan.rule, at: node, strict, &result) }
        continue
      }
      if isBroken(plan, at: slot) { report(plan.rule, at: node, strict, &result) }
    }
  }

  private func isBroken(_ plan: RulePlan, at slot: Int) -> Bool {
    // A field without value has nothing that a rule could hold against it.
    if tree.slots[slot].plan?.field != nil, !tree.isFilled(slot) { return false }
    return holds(plan.when, at: slot, otherwise: true) && !holds(plan.test, at: slot, otherwise: true)
  }

  /// The same at a node outside the record, such as one of another paper.
  private func isBroken(_ rule: RuleDefinition, at node: XMLNode) -> Bool {
    if case .field? = tree.definition(of: node), node.text.isEmpty { return false }
    return holds(rule.when, at: node, rule.source, otherwise: true)
      && !holds(rule.test, at: node, rule.source, otherwise: true)
  }

  private func report(_ rule: RuleDefinition, at node: XMLNode, _ strict: Set<String>, _ result: inout [Finding]) {
    let target = rule.at.flatMap { value($0, at: node, rule.source).nodes.first } ?? node
    let item = tree.definition(of: target)
    // A rule that points to a repeated item from outside is about all of it, as it is when there is none yet.
    let isAboutAll = rule.at != nil && (item?.repeats ?? false)
    if rule.alwaysBlocks { alwaysBlocking.insert(rule.text.id) }
    let strictly = rule.strictIn.map(strict.contains) ?? false
    result.append(
      Finding(
        id: rule.text.id, strength: strictly ? .error : rule.text.strength,
        path: tree.path(of: target).map { isAboutAll ? Self.unnumbered($0) : $0 } ?? rule.at ?? "",
        place: isAboutAll ? item?.label ?? "" : tree.place(of: target) ?? rule.at ?? "",
        message: sentence(rule.text.message, at: node, rule.source),
        remedy: sentence(rule.text.remedy, at: node, rule.source),
        reason: rule.reason.flatMap { value($0, at: node, rule.source).nodes.first }.flatMap { tree.path(of: $0) }))
  }

  /// `unterschriften[1]` → `unterschriften`.
  private static func unnumbered(_ path: String) -> String {
    guard path.hasSuffix("]"), let open = path.lastIndex(of: "[") else { return path }
    return String(path[..<open])
  }

  /// `kinder[2]/vorname` → `kinder.vorname`: the id of a generated rule does not depend on the record.
  static func ruleName(_ path: String) -> String {
    var result = ""
    var inside = false
    for character in path {
      switch character {
      case "[": inside = true
      case "]": inside = false
      case "/": result += "."
      default: if !inside { result.append(character) }
      }
    }
    return result
  }
}

extension RecordContent {
  var holdsValue: Bool {
    switch self {
    case .value(let text): !text.isEmpty
    case .status: false
    case .group(let group): group.items.contains { $0.content.holdsValue }
    }
  }
}

extension Finding {
  /// How the ids end of what is said where papers cannot be read.
  fileprivate static let closedEnding = "-ablage"

  /// Whether it says that papers that may change the answer cannot be read.
  public var isAboutClosedPapers: Bool { id.hasSuffix(Self.closedEnding) }
}
