public import FormModel

extension Interview {
  /// Takes what was typed at the present question and goes on.
  ///
  /// What cannot be taken is said, and the question is asked again with the text to be changed; nothing typed is
  /// lost. Throws when an expression of the form is broken.
  public mutating func answer(_ text: String) throws(AuthorMistakes) -> Reply {
    switch Command(text, isNumbered: isAmongInstances) {
    case .answer(let text): return try answer(text, isLiteral: false)
    case .literal(let text): return try answer(text, isLiteral: true)
    case .clear: return try clear()
    case let command: return try follow(command)
    }
  }

  /// Takes a text as it is, even if it looks like a command.
  public mutating func answer(literally text: String) throws(AuthorMistakes) -> Reply {
    try answer(text, isLiteral: true)
  }

  private mutating func answer(_ text: String, isLiteral: Bool) throws(AuthorMistakes) -> Reply {
    let typed = text.trimmingBlanks
    switch stop.kind {
    case .field: return try answerField(typed.isEmpty ? "" : text)
    case .groupLine: return try answerGroupLine(typed, at: stop)
    case .more: return try answerMore(typed, isLiteral: isLiteral)
    case .surplus: return try answerSurplus(typed)
    case .review: return try answerReview(typed)
    }
  }

  // MARK: One field

  private mutating func answerField(_ text: String) throws(AuthorMistakes) -> Reply {
    guard case .field(let field)? = view.route.point(stop)?.item else { return try moveOn([]) }
    if text.isEmpty {
      if contents(stop.path).isEmpty, let proposal = proposal(of: field) {
        return try take([.value(answers.input.canonical(proposal, field.definition))], for: field)
      }
      return try moveOn(keeping())
    }
    if let chosen = Self.chosen(text, among: field.offers, several: field.definition.repeats) {
      return try take(chosen, for: field, typed: text)
    }
    switch answers.read(text, for: field.definition) {
    case .refused(let why):
      retry = text
      return Reply(notices: [.problem(why)])
    case .contents(let contents): return try take(contents, for: field, typed: text)
    }
  }

  private mutating func take(
    _ contents: [RecordContent], for field: Outline.Field, typed: String? = nil
  ) throws(AuthorMistakes) -> Reply {
    let stop = self.stop
    replace(stop.path, with: contents)
    try refresh()
    let shown = contents.compactMap { GroupLineWriter.text(of: $0, field.definition, answers: answers) }
    let common = field.definition.common
    let settled = Notice.settled([.init(common.prompt ?? common.label, shown.joined(separator: ", "))])
    return try moveOn([settled] + told(at: stop), typed: typed)
  }

  /// What is offered and was chosen, by its number or its words; nil when any part of the answer is something else.
  private static func chosen(_ text: String, among offers: [Outline.Offer], several: Bool) -> [RecordContent]? {
    guard !offers.isEmpty else { return nil }
    let choices = Choices(offers)
    func offer(_ text: String) -> RecordContent? {
      if case .one(let option) = choices.match(text), let number = Int(option.id) {
        offers[number - 1].content
      } else {
        nil
      }
    }
    if let whole = offer(text) { return [whole] }
    guard several else { return nil }
    let parts = AnswerReader.parts(of: text).map(offer)
    return parts.isEmpty || parts.contains(nil) ? nil : parts.compactMap { $0 }
  }

  // MARK: A group in one line

  /// Reads the line of an instance, which may be a new one.
  private mutating func answerGroupLine(_ text: String, at stop: Stop) throws(AuthorMistakes) -> Reply {
    guard case .group(let group)? = groupItem(of: stop) else { return try moveOn([]) }
    let present = self.group(stop.path)
    var values: [RecordGroup.Item]
    if text.isEmpty {
      guard let proposal = group.proposal, present.items.isEmpty else {
        self.stop = stop
        return try moveOn(keeping())
      }
      values = proposal.items
    } else if case .group(let offered)? = Self.chosen(text, among: group.offers, several: false)?.first {
      values = offered.items
    } else if group.definition.typedLine.same.contains(where: { SearchForm.fold($0) == SearchForm.fold(text) }) {
      guard let earlier = lastGroup(like: group.definition, before: stop.path) else {
        self.stop = stop
        retry = text
        return Reply(notices: [
          .problem("›\(group.definition.common.label)‹ steht weiter oben noch nicht. Bitte ausschreiben.")
        ])
      }
      values = earlier.items
    } else {
      let reading = GroupLineReader.read(text, group: group.definition, answers: answers)
      guard reading.leftovers.isEmpty else {
        self.stop = stop
        retry = text
        let parts = reading.leftovers.map { "„\($0.shortened)“" }.joined(separator: ", ")
        return Reply(notices: [
          .problem("\(parts) ließ sich nicht zuordnen. Bitte „Feld: Wert“ schreiben; die Felder zeigt ?.")
        ])
      }
      // A group that holds nothing is none; kept, it would shift the numbers of those behind it.
      guard !reading.values.isEmpty else {
        self.stop = stop
        retry = text
        return Reply(notices: [.problem(AnswerReader.nothing)])
      }
      values = reading.values
    }
    // Long texts and groups inside are asked for by themselves and stay.
    values += present.items.filter { item in
      guard let inner = group.definition.items.first(where: { $0.id == item.id }) else { return true }
      if case .field(let field) = inner { return !field.fitsIntoLine }
      return true
    }
    replace(stop.path, with: [.group(RecordGroup(values))])
    if group.definition.repeats { visited.remove(Stop(.more, group.state.path)) }
    self.stop = stop
    try refresh()
    let isNew = present.items.isEmpty
    if isNew, try propose(in: stop) { try refresh() }
    let stored = self.group(stop.path)
    let settled = group.definition.items.compactMap { item -> Notice.Settled? in
      guard case .field(let field) = item, field.fitsIntoLine, let content = stored[item.id].first else { return nil }
      return GroupLineWriter.text(of: content, field, answers: answers).map { Notice.Settled(item.label, $0) }
    }
    return try moveOn([.settled(settled)] + told(at: stop), typed: text)
  }

  /// Fills the empty fields of a new instance with what is proposed for them; returns whether there was any.
  private mutating func propose(in stop: Stop) throws(AuthorMistakes) -> Bool {
    guard let instance = view.route.point(stop)?.instance else { return false }
    var found = false
    for case .field(let field) in instance.items {
      guard let proposal = field.proposal, field.state.isRelevant, contents(field.state.path).isEmpty else { continue }
      replace(field.state.path, with: [.value(answers.input.canonical(proposal, field.definition))])
      found = true
    }
    return found
  }

  /// The last filled group of the same kind that stands before a path, such as the address of the person before.
  private func lastGroup(like group: GroupDefinition, before path: String) -> RecordGroup? {
    var last: RecordGroup?
    for point in view.route.points where point.stop.kind == .groupLine {
      if point.stop.path == path { break }
      guard case .group(let other)? = groupItem(of: point.stop), other.definition.typedLine == group.typedLine else {
        continue
      }
      let found = self.group(point.stop.path)
      if !found.items.isEmpty { last = found }
    }
    return last
  }

  private func groupItem(of stop: Stop) -> Outline.Item? {
    (view.route.point(stop) ?? view.route.point(Stop(.more, PathText.unnumbered(stop.path))))?.item
  }

  // MARK: One more instance

  private mutating func answerMore(_ text: String, isLiteral: Bool) throws(AuthorMistakes) -> Reply {
    guard case .group(let group)? = view.route.point(stop)?.item else { return try moveOn([]) }
    let next = Stop(.groupLine, "\(stop.path)[\(group.instances.count + 1)]")
    if !isLiteral {
      switch text.lowercased() {
      case "", "n", "nein", "keine", "keiner", "kein": return try moveOn(keeping())
      case "j", "ja":
        stop = next
        return Reply()
      default: break
      }
    }
    return try answerGroupLine(text, at: next)
  }

  // MARK: What is not relevant any more

  private mutating func answerSurplus(_ text: String) throws(AuthorMistakes) -> Reply {
    switch text.lowercased() {
    case "n", "nein": return try moveOn([])
    case "", "j", "ja":
      replace(stop.path, with: [])
      let place = view.route.points.first { $0.item.state.path == stop.path }?.item.state.place ?? stop.path
      try refresh()
      return try moveOn([.remark("›\(place)‹ gelöscht.")])
    default: return Reply(notices: [.problem("Bitte j oder n.")])
    }
  }

  // MARK: The end

  private mutating func answerReview(_ text: String) throws(AuthorMistakes) -> Reply {
    guard text.isEmpty || ["j", "ja", "fertig"].contains(text.lowercased()) else {
      return Reply(notices: [
        .problem(
          "Bitte Enter, oder mit /NAME zu einem Feld, zum Beispiel /\(view.route.points.first?.stop.path ?? "").")
      ])
    }
    guard let error = view.findings.first(where: { $0.strength == .error }) else {
      return Reply(request: .finish(isDraft: false))
    }
    guard let owner = place(of: error) else {
      return Reply(notices: [.finding(error), .remark("Mit /entwurf werden die Angaben trotzdem gesichert.")])
    }
    stop = owner
    return Reply(notices: [.finding(error)])
  }

  // MARK: Leaving a question

  /// Empties the field, or removes the instance, that the present question is about.
  private mutating func clear() throws(AuthorMistakes) -> Reply {
    switch stop.kind {
    case .field, .groupLine:
      let stop = self.stop
      let had = !contents(stop.path).isEmpty
      let label = view.route.owner(of: stop.path).flatMap { view.route.point($0) }?.item.state.place ?? stop.path
      replace(stop.path, with: [])
      // What is proposed must not come back by itself.
      try refresh()
      return try moveOn(had ? [.remark("›\(label)‹ gelöscht.")] : told(at: stop))
    case .more: return try moveOn(keeping())
    case .surplus: return try answerSurplus("j")
    case .review: return Reply()
    }
  }

  /// Keeps things as they are, which confirms them; reasons that rules ask for come next.
  private mutating func keeping() throws(AuthorMistakes) -> [Notice] {
    let stop = self.stop
    try confirm(at: stop)
    for finding in view.findings where told.contains(key(of: finding)) && owner(of: finding) == stop {
      guard let reason = finding.reason, contents(reason).isEmpty, finding.strength == .warning else { continue }
      let place = Stop(.field, reason)
      if place != stop, view.route.point(place) != nil, !queue.contains(place) { queue.append(place) }
    }
    return told(at: stop)
  }

  /// Goes on, or asks again where what was said is about this very question.
  private mutating func moveOn(_ notices: [Notice], typed: String? = nil) throws(AuthorMistakes) -> Reply {
    let stop = self.stop
    let isAgain = notices.contains { notice in
      guard case .finding(let finding) = notice, finding.strength != .hint else { return false }
      return owner(of: finding) == stop && !queue.contains { PathText.isWithin(finding.path, $0.path) }
    }
    if isAgain {
      visited.insert(stop)
      retry = typed
    } else {
      advance(from: stop)
    }
    return Reply(notices: notices)
  }

  /// Drops what is known about an instance that is gone; those behind it have moved up.
  mutating func forget(_ path: String) {
    guard let number = PathText.number(path) else { return }
    let group = PathText.unnumbered(path)
    func moved(_ path: String) -> String? {
      guard path.hasPrefix(group + "["), case let rest = path.dropFirst(group.count + 1),
        let close = rest.firstIndex(of: "]"), let own = Int(rest[..<close]), own >= number
      else { return path }
      return own == number ? nil : "\(group)[\(own - 1)]" + rest[rest.index(after: close)...]
    }
    visited = Set(visited.compactMap { stop in moved(stop.path).map { Stop(stop.kind, $0) } })
    queue = queue.compactMap { stop in moved(stop.path).map { Stop(stop.kind, $0) } }
    expanded = Set(expanded.compactMap(moved))
  }
}
