internal import XMLTree

/// One use of a release, held against what is left of it.
struct UseCheck {
  /// What the use rests on.
  struct Basis {
    /// The node of the release; nil when it is not at hand.
    var release: XMLNode?
    /// What is left of it; nil when it is not at hand.
    var remainder: Remainder?
    /// What is left of it today, where that is later than the use.
    var current: Remainder?
    /// Whether two different releases have the number.
    var isDoubled = false
  }

  /// Something that is refused.
  struct Refused {
    var text: PlacedText
    /// The node it was found at.
    var node: XMLNode
    /// The node it belongs to, where the declaration does not say.
    var target: XMLNode?
  }

  let evaluator: Evaluator
  let use: UseDefinition
  let basis: Basis

  /// Everything that is refused at a node of the paper.
  func refused(at node: XMLNode) -> [Refused] {
    guard !evaluator.value(use.reference, at: node, use.source).string.isEmpty else { return [] }
    if basis.isDoubled { return refuse(.doubled, at: node) }
    guard let remainder = basis.remainder, let release = basis.release else { return refuse(.absent, at: node) }
    var result: [Refused] = []
    if remainder.grant.isUnwritten, !use.allowsUnwritten { result += refuse(.unwritten, at: node) }
    var reasons = remainder.refusals
    result += use.requirements.filter { !evaluator.holds($0.test, at: release, $0.refusal.source, otherwise: false) }
      .map { Refused(text: $0.refusal, node: node) }
    recipient(at: node, remainder, &reasons, &result)
    if !use.any.isEmpty, !use.any.contains(where: remainder.information.contains) {
      let wasAllowed = use.any.contains(where: remainder.grant.information.contains)
      if !wasAllowed { reasons.append(.information) } else if remainder.whole.isEmpty { reasons.append(.revoked) }
    }
    for kind in use.information.map({ evaluator.value($0, at: node, use.source).nodes.map(\.text) }) ?? []
    where !kind.isEmpty && !remainder.information.contains(kind) {
      let wasAllowed = remainder.grant.information.contains(kind)
      if !wasAllowed { reasons.append(.information) } else if remainder.whole.isEmpty { reasons.append(.revoked) }
    }
    if let current = basis.current, current.isLess(than: remainder) { reasons.append(.since) }
    var seen: Set<Refusal> = []
    var said: Set<String> = []
    result += reasons.filter { seen.insert($0).inserted }.flatMap { refuse($0, at: node) }
      .filter { said.insert($0.text.text.id).inserted }
    subjects(at: node, release, &result)
    entries(at: node, release, &result)
    // Where all was taken back, that is said once and not for each field.
    let allowed = remainder.whole.isEmpty ? remainder.information : remainder.grant.information
    for shown in use.shown where !allowed.contains(shown.code) {
      for field in evaluator.value(shown.path, at: node, use.source).nodes where !field.text.isEmpty {
        result.append(Refused(text: shown.refusal, node: node, target: field))
      }
    }
    return result
  }

  private func recipient(
    at node: XMLNode, _ remainder: Remainder, _ reasons: inout [Refusal], _ result: inout [Refused]
  ) {
    guard let wanted = use.recipient else { return }
    for place in evaluator.value(wanted.at, at: node, use.source).nodes where !place.text.isEmpty {
      func text(_ source: String?) -> String { source.map { evaluator.value($0, at: place, use.source).string } ?? "" }
      let (name, office, area) = (text(wanted.name), text(wanted.office), text(wanted.area))
      let words = wanted.words.map { evaluator.value($0, at: place, use.source).string }
      let found = remainder.grant.recipients.filter { entry in
        words.map(entry.isExactly) ?? entry.matches(name: name, office: office, area: area)
      }
      let fitting = found.filter { wanted.kind == nil || $0.kind == wanted.kind }
      guard fitting.count == 1, let entry = fitting.first else {
        result += refuse(fitting.isEmpty && !found.isEmpty ? .kind : .recipient, at: node, target: place)
        continue
      }
      if remainder.whole.isEmpty, !remainder.recipients.contains(entry) { reasons.append(.revoked) }
    }
  }

  private func subjects(at node: XMLNode, _ release: XMLNode, _ result: inout [Refused]) {
    guard let wanted = use.subjects else { return }
    let reader = EffectReader(evaluator: evaluator)
    let known = reader.names(NamesDefinition(each: wanted.among, name: wanted.names.name), release, use.source)
    for person in reader.nodes(wanted.names.each, node, use.source) {
      let name = FoldedName(evaluator.value(wanted.names.name, at: person, use.source).string)
      guard !person.text.isEmpty, !known.contains(where: { FoldedName($0).isSame(as: name) }) else { continue }
      result += refuse(.person, at: person, target: person)
    }
  }

  /// What the release must name itself: each text is one of its entries word for word, or all of them.
  private func entries(at node: XMLNode, _ release: XMLNode, _ result: inout [Refused]) {
    for wanted in use.entries {
      let known = evaluator.value(wanted.among, at: release, wanted.refusal.source).nodes.flatMap { node in
        [node.text] + node.text.split { ",;\n".contains($0) }.map(String.init)
      }.map(\.singleBlanks)
      for place in evaluator.value(wanted.path, at: node, use.source).nodes where !place.text.isEmpty {
        guard !known.contains(place.text.singleBlanks) else { continue }
        result.append(Refused(text: wanted.refusal, node: node, target: place))
      }
    }
  }

  private func refuse(_ reason: Refusal, at node: XMLNode, target: XMLNode? = nil) -> [Refused] {
    let text = use.text(for: reason) ?? .forgotten(reason, by: evaluator.form, source: use.source)
    return [Refused(text: text, node: node, target: target)]
  }
}

extension PlacedText {
  /// Never silently allowed, even where the declaration has forgotten a reason; lint demands each of them.
  static func forgotten(_ reason: Refusal, by form: FormDefinition, source: SourcePlace) -> PlacedText {
    PlacedText(
      text: FindingText(
        id: "E-\(form.short)-\(reason.rawValue)", strength: .error,
        message: "Die Einwilligung deckt das nicht.", remedy: ""), source: source)
  }
}

extension Grant.Recipient {
  /// Whether the entry is exactly the one that a use names.
  ///
  /// Names are compared where both have one. Where the entry has none, its office or district stands for whoever
  /// works there; where the use has none, the office must be the same.
  fileprivate func matches(name: String, office: String, area: String) -> Bool {
    let isOffice = !office.isEmpty && office == self.office
    // Whoever has changed the office is another recipient, whatever the name.
    let isOther = !office.isEmpty && !self.office.isEmpty && !isOffice
    guard !self.name.isEmpty else {
      return isOffice || (!area.isEmpty && area == self.area)
    }
    // An office can also stand where the name of a person would.
    return !isOther && name == self.name || office == self.name || (name.isEmpty && isOffice)
  }
}
