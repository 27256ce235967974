internal import FormModel

/// Going somewhere else than on.
extension Interview {
  mutating func follow(_ command: Command) throws(AuthorMistakes) -> Reply {
    switch command {
    case .answer, .literal, .clear: return Reply()
    case .help: return Reply(notices: help)
    case .commands: return Reply(notices: [.help(Command.all.map { .init($0.word, $0.meaning) })])
    case .back: return back()
    case .overview: return Reply(notices: [.overview(overview)])
    case .jump(let name): return jump(to: name)
    case .finish:
      leave(to: .review)
      return Reply()
    case .draft: return Reply(request: .finish(isDraft: hasErrors))
    case .pause: return Reply(request: .pause)
    case .discard: return Reply(request: .discard)
    case .expand: return try expand()
    case .editor:
      guard prompt.kind == .text else {
        return Reply(notices: [.problem("Den Editor gibt es nur für lange Texte.")])
      }
      return Reply(request: .editor)
    case .save(let path): return Reply(request: .save(path))
    case .change(let number): return change(number)
    case .remove(let number): return try remove(number)
    }
  }

  /// Goes to a stop on somebody's wish: what was about to be asked can wait.
  private mutating func leave(to stop: Stop) {
    queue = []
    retry = nil
    self.stop = stop
  }

  private mutating func back() -> Reply {
    let place = stop == .review ? view.route.points.count : view.route.position(stop) ?? view.route.points.count
    let before = view.route.points[..<place].last {
      $0.isAsked || visited.contains($0.stop) && $0.item.state.isRelevant
    }
    guard let before else { return Reply(notices: [.remark("Das ist die erste Frage.")]) }
    leave(to: before.stop)
    return Reply()
  }

  // MARK: By name

  private mutating func jump(to name: String) -> Reply {
    let form = SearchForm.fold(name)
    // A section is often called like the group that it is about, and the group is what is meant then.
    let isPath = view.route.points.contains { $0.stop.path == name }
    if !isPath,
      let section = view.outline.sections.firstIndex(where: {
        [$0.id, $0.label].contains { SearchForm.fold($0) == form }
      }),
      let first = view.route.points.first(where: { $0.section == section && $0.isAsked })
    {
      leave(to: first.stop)
      return Reply()
    }
    let found = targets(named: name, form: form)
    if found.isEmpty {
      let labels = view.outline.sections.map(\.label) + view.route.points.map(\.item.state).map(\.name)
      return Reply(notices: [
        .problem(
          "›\(name.shortened)‹ gibt es hier nicht.\(Nearest.question(name, among: labels)) Alle Namen zeigt übersicht.")
      ])
    }
    guard found.count == 1, let stop = found.first else {
      let names = found.prefix(6).map { "/\($0.path)" }.joined(separator: ", ")
      return Reply(notices: [.problem("›\(name.shortened)‹ kann mehreres sein: \(names)\(found.count > 6 ? " …" : "")")]
      )
    }
    if let state = view.route.point(stop)?.item.state, !state.isRelevant {
      return Reply(notices: [
        .problem("›\(state.place)‹ gibt es in diesem Papier nicht; es hängt von anderen Angaben ab.")
      ])
    }
    leave(to: stop)
    return Reply()
  }

  /// The stops a name can mean: its path, its id or label, or the beginning of a label.
  private func targets(named name: String, form: String) -> [Stop] {
    let points = view.route.points
    if let exact = points.first(where: { $0.stop.path == name && $0.stop.kind != .groupLine })
      ?? points.first(where: { $0.stop.path == name })
    {
      return [exact.stop]
    }
    guard !form.isEmpty else { return [] }
    func names(_ point: Route.Point) -> [String] {
      [point.item.state.name, point.item.common.label].map { SearchForm.fold($0) }
    }
    func isNamed(_ point: Route.Point) -> Bool { names(point).contains(form) }
    func begins(_ point: Route.Point) -> Bool { names(point).contains { $0.hasPrefix(form) } }
    for test in [isNamed, begins] {
      // Of a repeated group the question for one more, from where each instance can be reached.
      let found = points.filter { test($0) && !($0.stop.kind == .groupLine && PathText.number($0.stop.path) != nil) }
      let top = found.filter { !$0.stop.path.contains("/") }
      let best = top.isEmpty ? found : top
      if !best.isEmpty { return best.map(\.stop) }
    }
    return []
  }

  // MARK: Instances of a group

  /// Whether the present question is about one of several instances, or about one more.
  var isAmongInstances: Bool { stop.kind == .more || stop.kind == .groupLine && PathText.number(stop.path) != nil }

  private mutating func change(_ number: Int) -> Reply {
    let instance = Stop(.groupLine, "\(PathText.unnumbered(stop.path))[\(number)]")
    guard view.route.point(instance) != nil else {
      return Reply(notices: [.problem("Einen Eintrag \(number) gibt es hier nicht.")])
    }
    leave(to: instance)
    return Reply()
  }

  private mutating func remove(_ number: Int) throws(AuthorMistakes) -> Reply {
    let group = PathText.unnumbered(stop.path)
    let path = "\(group)[\(number)]"
    guard let instance = view.route.point(Stop(.groupLine, path))?.instance else {
      return Reply(notices: [.problem("Einen Eintrag \(number) gibt es hier nicht.")])
    }
    replace(path, with: [])
    try refresh()
    leave(to: Stop(.more, group))
    return Reply(notices: [.remark("Gelöscht: \(instance.display)")])
  }

  /// Asks for the present group field by field.
  private mutating func expand() throws(AuthorMistakes) -> Reply {
    var path = stop.path
    if stop.kind == .more, case .group(let group)? = view.route.point(stop)?.item {
      path += "[\(group.instances.count + 1)]"
    } else if stop.kind != .groupLine {
      path = PathText.parent(path)
    }
    guard !path.isEmpty else { return Reply(notices: [.problem("Hier wird schon Feld für Feld gefragt.")]) }
    // A new instance has no fields yet that could be asked for one by one.
    if view.route.point(Stop(.groupLine, path)) == nil {
      stop = Stop(.groupLine, path)
      return Reply(notices: [
        .remark("Bitte erst eine Zeile mit dem Wichtigsten eingeben; danach geht /einzeln für den Rest.")
      ])
    }
    expanded.insert(path)
    try refresh()
    let inside = view.route.points.filter { $0.isAsked && PathText.isWithin($0.stop.path, path) }
    for point in inside { visited.remove(point.stop) }
    leave(to: inside.first?.stop ?? stop)
    return Reply()
  }

  // MARK: Help

  private var help: [Notice] {
    let prompt = self.prompt
    var lines: [Notice.Settled] = []
    if let hint = prompt.hint { lines.append(.init("Hinweis", hint)) }
    if let example = prompt.example { lines.append(.init("Eingabe", example)) }
    let point = view.route.point(stop) ?? view.route.point(Stop(.more, PathText.unnumbered(stop.path)))
    switch (prompt.kind, point?.item) {
    case (.choice(let choices, _), _):
      lines += choices.options.map { .init($0.key.isEmpty ? $0.id : $0.key, "\($0.label) (\($0.id))") }
    case (.groupLine, .group(let group)?), (.more, .group(let group)?):
      lines.append(.init("Felder", fieldNames(of: group.definition)))
      if case .more(let instances) = prompt.kind, !instances.isEmpty {
        lines.append(.init("#2", "den zweiten Eintrag ändern"))
        lines.append(.init("-2", "den zweiten Eintrag löschen"))
      }
    default: break
    }
    if let basis = point?.item.common.basis { lines.append(.init("Grundlage", basis)) }
    lines.append(.init("Befehle", "zurück · /NAME · übersicht · /fertig · /pause; alle: /hilfe"))
    return [.help(lines)]
  }

  private func fieldNames(of group: GroupDefinition) -> String {
    let names = group.items.compactMap { item in
      if case .field(let field) = item, field.fitsIntoLine { item.label } else { nil }
    }
    return names.joined(separator: ", ") + "; jedes auch als „Feld: Wert“, mit Komma oder Semikolon getrennt"
  }
}

extension Outline.Item {
  /// What fields and groups have in common.
  var common: ItemProperties {
    switch self {
    case .field(let field): field.definition.common
    case .group(let group): group.definition.common
    }
  }
}
