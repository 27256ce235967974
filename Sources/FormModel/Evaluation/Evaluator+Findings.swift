internal import XMLTree

extension Evaluator {
  /// All findings in the order of the form: items with their own rules, then the rules of groups and of the form.
  ///
  /// `irrelevant` are the paths of what is not relevant, `filled` those among them that hold a value all the same.
  func findings(irrelevant: Set<String>, filled: Set<String>, strict: Set<String>) -> [Finding] {
    var result: [Finding] = []
    check(form.items, at: tree.root, path: "", (irrelevant, filled), strict, &result)
    for rule in form.rules { apply(rule, at: tree.root, strict, &result) }
    result += effectFindings()
    unrounded(&result)
    return form.isBlocking ? result : result.map(softened)
  }

  /// A paper that is never held up turns errors into warnings, except for days that no calendar has.
  private func softened(_ finding: Finding) -> Finding {
    guard finding.strength == .error, !alwaysBlocking.contains(finding.id) else { return finding }
    var result = finding
    result.strength = .warning
    result.id = Finding.Strength.warning.letter + finding.id.dropFirst()
    return result
  }

  private func check(
    _ items: [ItemDefinition], at parent: XMLNode, path: String,
    _ irrelevant: (all: Set<String>, filled: Set<String>), _ strict: Set<String>, _ result: inout [Finding]
  ) {
    for item in items {
      let properties = item.common
      guard !irrelevant.all.contains(path + item.id) else {
        if irrelevant.filled.contains(path + item.id) {
          result.append(forbidden(item, at: parent, path: path))
        }
        continue
      }
      let nodes = parent.elements(item.id)
      if isMissing(item, nodes), holds(properties.required, at: parent, properties.source, otherwise: false) {
        result.append(missing(item, at: nodes.first ?? parent, parent: parent, path: path))
      }
      for node in nodes {
        switch item {
        case .field(let field):
          if let given = overridden[node], given != node.text { result.append(calculated(item, at: node)) }
          guard !node.text.isEmpty else { continue }
          if let finding = ValueCheck(form: form, library: library, day: day)
            .finding(node.text, field, path: tree.paths[node] ?? "", place: tree.places[node] ?? "")
          {
            if field.has(.calendarDay), finding.id.hasSuffix("-format") { alwaysBlocking.insert(finding.id) }
            result.append(finding)
          } else {
            check(field.relations, at: node, &result)
            for rule in properties.rules { apply(rule, at: node, strict, &result) }
          }
        case .group(let group):
          guard tree.isFilled(node) || group.repeats else { continue }
          check(
            group.items, at: node, path: (tree.paths[node] ?? "") + "/", irrelevant, strict, &result)
          for rule in properties.rules { apply(rule, at: node, strict, &result) }
        }
      }
    }
  }

  private func isMissing(_ item: ItemDefinition, _ nodes: [XMLNode]) -> Bool {
    !nodes.contains { node in
      if tree.isFilled(node) || masked[node] != nil { return true }
      guard let status = tree.statuses[node], case .field(let field) = item else { return false }
      return field.answers.contains(status)
    }
  }

  private func missing(
    _ item: ItemDefinition, at node: XMLNode, parent: XMLNode, path: String
  ) -> Finding {
    let properties = item.common
    let own = properties.missing
    let place = tree.places[node] ?? item.label
    let around = tree.places[parent].map { " (\($0))" } ?? ""
    return Finding(
      id: own?.id ?? "E-\(form.short)-\(Self.ruleName(path + item.id))-fehlt",
      strength: own?.strength ?? .error,
      path: tree.paths[node].flatMap { $0.isEmpty ? nil : $0 } ?? path + item.id,
      place: node == parent ? item.label : place,
      message: own.map { sentence($0.message, at: node, properties.source) }
        ?? "›\(item.label)‹\(around) fehlt.",
      remedy: own.map { sentence($0.remedy, at: node, properties.source) } ?? "Bitte eintragen.")
  }

  private func forbidden(_ item: ItemDefinition, at parent: XMLNode, path: String) -> Finding {
    let own = item.common.forbidden
    let around = tree.places[parent].map { $0 + " › " } ?? ""
    return Finding(
      id: own?.id ?? "H-\(form.short)-\(Self.ruleName(path + item.id))-entfaellt",
      strength: own?.strength ?? .hint, path: path + item.id, place: around + item.label,
      message: own.map { sentence($0.message, at: parent, item.common.source) }
        ?? "›\(item.label)‹ entfällt hier und wird nicht gedruckt.",
      remedy: own.map { sentence($0.remedy, at: parent, item.common.source) } ?? "Bitte prüfen.")
  }

  private func calculated(_ item: ItemDefinition, at node: XMLNode) -> Finding {
    Finding(
      id: "W-\(form.short)-\(Self.ruleName(tree.paths[node] ?? item.id))-berechnet", strength: .warning,
      path: tree.paths[node] ?? "", place: tree.places[node] ?? item.label,
      message: "›\(item.label)‹ wird berechnet (\(display(node))); der angegebene Wert gilt nicht.",
      remedy: "Bitte die Angabe weglassen.")
  }

  private func apply(
    _ rule: RuleDefinition, at context: XMLNode, _ strict: Set<String>, _ result: inout [Finding]
  ) {
    let nodes = rule.each.map { value($0, at: context, rule.source).nodes } ?? [context]
    for node in nodes {
      // A field without value has nothing that a rule could hold against it.
      if case .field? = tree.definitions[node], node.text.isEmpty { continue }
      guard holds(rule.when, at: node, rule.source, otherwise: true),
        !holds(rule.test, at: node, rule.source, otherwise: true)
      else { continue }
      let target = rule.at.flatMap { value($0, at: node, rule.source).nodes.first } ?? node
      // A rule that points to a repeated item from outside is about all of it, as it is when there is none yet.
      let isAboutAll = rule.at != nil && (tree.definitions[target]?.repeats ?? false)
      if rule.alwaysBlocks { alwaysBlocking.insert(rule.text.id) }
      let strictly = rule.strictIn.map(strict.contains) ?? false
      result.append(
        Finding(
          id: rule.text.id, strength: strictly ? .error : rule.text.strength,
          path: tree.paths[target].map { isAboutAll ? Self.unnumbered($0) : $0 } ?? rule.at ?? "",
          place: isAboutAll ? tree.definitions[target]?.label ?? "" : tree.places[target] ?? rule.at ?? "",
          message: sentence(rule.text.message, at: node, rule.source),
          remedy: sentence(rule.text.remedy, at: node, rule.source),
          reason: rule.reason.flatMap { value($0, at: node, rule.source).nodes.first }.flatMap { tree.paths[$0] }))
    }
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
