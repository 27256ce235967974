internal import XMLTree

extension Evaluator {
  /// What is wrong with what the paper does under releases, and with what it takes back, in the order of the form.
  func effectFindings() -> [Finding] {
    var result: [Finding] = []
    for (index, use) in form.uses.enumerated() {
      for node in places(of: use) {
        let basis = basis(of: use, index, at: node)
        currentBasis = basis
        defer { currentBasis = nil }
        result += UseCheck(evaluator: self, use: use, basis: basis).refused(at: node).map(finding)
      }
    }
    if let revocation = form.revocation, let doubt = doubt(of: revocation) {
      currentDoubt = doubt
      defer { currentDoubt = nil }
      result.append(finding(UseCheck.Refused(text: revocation.unclear, node: tree.root)))
    }
    if let doubled = doubledNumber() { result.append(doubled) }
    return result
  }

  /// A number is one paper's alone: two different papers with one number are a mistake of somebody.
  private func doubledNumber() -> Finding? {
    guard let field = library.numberField(of: form), let node = tree.root.element(field.common.id), !node.text.isEmpty,
      papers(of: form.id, holding: [node.text], at: field.common.id).contains(where: {
        $0.element(field.common.id)?.text == node.text && contradict($0, tree.root, hiding: form.hideable)
      })
    else { return nil }
    return Finding(
      id: "W-\(form.short)-\(field.common.id)-doppelt", strength: .warning, path: tree.path(of: node) ?? "",
      place: tree.place(of: node) ?? field.common.label,
      message: "Die Nummer \(node.text) trägt noch ein anderes Papier.",
      remedy: "Bitte klären, welches gilt; ein neues Papier braucht eine neue Nummer.")
  }

  /// Whether two papers of a form say different things.
  ///
  /// What only one of them says counts as well, unless the form hides it from somebody: a sheet for one person leaves
  /// out what belongs to the other.
  private func contradict(_ one: XMLNode, _ other: XMLNode, hiding hidden: Set<String>) -> Bool {
    let (left, right) = (one.elements, other.elements)
    guard !left.isEmpty || !right.isEmpty else { return one.text != other.text }
    return Set(left.map(\.name)).union(right.map(\.name)).contains { name in
      let (mine, theirs) = (one.elements(name), other.elements(name))
      let isOneSided = mine.allSatisfy(\.text.isEmpty) || theirs.allSatisfy(\.text.isEmpty)
      if isOneSided, hidden.contains(name) { return false }
      return mine.count != theirs.count || zip(mine, theirs).contains { contradict($0, $1, hiding: hidden) }
    }
  }

  /// Whether anything in the paper must not be where no release allows it.
  var restsOnRelease: Bool {
    form.uses.contains { use in
      use.text(for: .absent)?.text.strength ?? .error == .error && !places(of: use).isEmpty
    }
  }

  private func places(of use: UseDefinition) -> [XMLNode] {
    let nodes = use.each.map { value($0, at: tree.root, use.source).nodes } ?? [tree.root]
    return nodes.filter { holds(use.when, at: $0, use.source, otherwise: true) }
  }

  private func finding(_ refused: UseCheck.Refused) -> Finding {
    let (text, source) = (refused.text.text, refused.text.source)
    let base = refused.target ?? refused.node
    let target = refused.text.at.flatMap { value($0, at: base, source).nodes.first } ?? base
    return Finding(
      id: text.id, strength: text.strength, path: tree.path(of: target) ?? refused.text.at ?? "",
      place: tree.place(of: target) ?? refused.text.at ?? form.title,
      message: sentence(text.message, at: base, source), remedy: sentence(text.remedy, at: base, source))
  }

  /// What a use rests on; looked up once for each release and day.
  func basis(of use: UseDefinition, _ index: Int, at node: XMLNode) -> UseCheck.Basis {
    let number = value(use.reference, at: node, use.source).string
    let written = Day(iso: value(use.day, at: node, use.source).string) ?? day
    let key = "\(index)|\(number)|\(written.iso)"
    if let known = bases[key] { return known }
    let basis = basis(of: use, number: number, on: written)
    bases[key] = basis
    return basis
  }

  private func basis(of use: UseDefinition, number: String, on written: Day) -> UseCheck.Basis {
    let index = effects(of: use.form, .numbered(number))
    let found = index.releases(numbered: number)
    guard !number.isEmpty, let first = found.first else { return UseCheck.Basis() }
    let nodes = nodes(of: found)
    // The same paper may lie there twice; two different ones with one number are no basis for anything.
    let hideable = library.forms[use.form]?.hideable ?? []
    guard let node = nodes.first, nodes.allSatisfy({ !contradict($0, node, hiding: hideable) }) else {
      return UseCheck.Basis(isDoubled: true)
    }
    return UseCheck.Basis(
      release: node, remainder: Remainder(first.grant, in: index, on: written),
      current: day > written ? Remainder(first.grant, in: index, on: day) : nil)
  }

  /// What the releases that a question is about say, and what was taken back from them.
  func effects(of form: String, _ question: EffectQuestion) -> EffectIndex {
    guard let others else { return EffectIndex() }
    do {
      return try others.effects(of: form, question)
    } catch {
      note(error.mistakes)
      return EffectIndex()
    }
  }

  /// The roots of releases.
  func nodes(of releases: [EffectIndex.Release]) -> [XMLNode] {
    attached { (others, given) throws(AuthorMistakes) in try others.papers(releases.map(\.key), besides: given) }
  }

  /// Why a sheet revokes more than it may have meant; nil when it is clear, or when no release is at hand.
  private func doubt(of definition: RevocationDefinition) -> Revocation.Doubt? {
    let revocation = EffectReader(evaluator: self).revocation(definition, at: tree.root)
    let named = effects(of: definition.form, .numbered(revocation.reference)).named(by: revocation)
    // A sheet that gives the number of its own release is about no other one.
    let isClear = named.contains { $0.isDeclared(by: revocation) }
    let index = effects(of: definition.form, isClear ? .numbered(revocation.reference) : .all)
    for release in isClear ? index.releases(numbered: revocation.reference) : index.releases {
      let effect = revocation.effect(on: release.grant, named: named)
      if case .doubtful(let doubt) = effect { return doubt }
    }
    return nil
  }

  /// What the functions of expressions are about: the use that a message is made for, otherwise the first of the form.
  func basisForExpressions() -> UseCheck.Basis? {
    if let currentBasis { return currentBasis }
    if let use = form.uses.first, use.each == nil { return basis(of: use, 0, at: tree.root) }
    guard let revocation = form.revocation else { return nil }
    let number = value(revocation.reference, at: tree.root, revocation.source).string
    guard let found = effects(of: revocation.form, .numbered(number)).releases(numbered: number).first,
      let node = nodes(of: [found]).first
    else { return nil }
    return UseCheck.Basis(release: node, remainder: Remainder(found.grant, in: EffectIndex(), on: day))
  }
}

extension FormDefinition {
  /// The names of what a mask of the form hides from somebody.
  fileprivate var hideable: Set<String> {
    func names(_ masks: [MaskDefinition]) -> [String] {
      masks.filter { !$0.isForDisclosureOnly }.flatMap(\.hidden).compactMap {
        $0.path.split(separator: "/").last.map(String.init)
      }
    }
    func names(_ items: [ItemDefinition]) -> [String] {
      items.flatMap { item -> [String] in
        if case .group(let group) = item { names(group.masks) + names(group.items) } else { [] }
      }
    }
    return Set(names(masks) + names(items))
  }
}
