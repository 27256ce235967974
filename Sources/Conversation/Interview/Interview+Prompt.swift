internal import FormModel

extension Interview {
  /// The question that is asked now.
  public var prompt: Prompt {
    let point = view.route.point(stop) ?? (stop.kind == .surplus ? view.route.points.first(where: isStop) : groupPoint)
    var prompt = Prompt(
      stop: stop, section: (point?.section ?? -1) + 1, sections: view.outline.sections.count,
      sectionTitle: point.map { view.outline.sections[$0.section].label } ?? "Schluss", title: "", label: "",
      context: "",
      isRequired: false, kind: .review, hint: nil, example: nil, preset: .nothing, editable: "")
    switch (stop.kind, point?.item) {
    case (.review, _), (_, nil):
      prompt.title = "Alles gefragt"
      prompt.preset = .proposed(hasErrors ? "zur ersten offenen Stelle" : "fertigstellen")
    case (.surplus, let item?):
      prompt.title = "›\(item.state.place)‹ entfällt hier, ist aber ausgefüllt. Löschen?"
      prompt.kind = .confirm
      prompt.preset = .proposed("ja")
    case (.field, .field(let field)?): fill(&prompt, field: field)
    case (.groupLine, .group(let group)?): fill(&prompt, instanceOf: group)
    case (.more, .group(let group)?): fill(&prompt, moreOf: group)
    case (.field, _), (.groupLine, _), (.more, _): break
    }
    prompt.isUnconfirmed = point.map { !toConfirm(at: $0).isEmpty } ?? false
    if let retry { prompt.editable = retry }
    if prompt.label.isEmpty { prompt.label = prompt.title }
    return prompt
  }

  /// Whether a point is about the item that is filled though not relevant.
  private func isStop(_ point: Route.Point) -> Bool { point.item.state.path == stop.path }

  /// The point of the group that a new instance belongs to.
  private var groupPoint: Route.Point? {
    stop.kind == .groupLine ? view.route.point(Stop(.more, PathText.unnumbered(stop.path))) : nil
  }

  private func fill(_ prompt: inout Prompt, field: Outline.Field) {
    let definition = field.definition
    prompt.title = definition.common.prompt ?? definition.common.label
    prompt.context = Self.context(field.state)
    prompt.isRequired = field.state.isRequired
    prompt.hint = definition.common.hint
    let choices = answers.choices(of: definition)
    prompt.kind =
      choices.map { .choice($0, several: definition.repeats) }
      ?? (field.offers.isEmpty ? nil : .choice(Choices(field.offers), several: definition.repeats))
      ?? (definition.has(.multiline) ? .text : .line)
    prompt.example =
      definition.example.map { "zum Beispiel \($0)" }
      ?? definition.kind.inputExample(for: definition, in: answers.library)
    let present = contents(stop.path)
    if !present.isEmpty {
      let texts = present.compactMap { GroupLineWriter.text(of: $0, definition, answers: answers) }
      prompt.preset = .present(texts.joined(separator: ", "))
      if choices == nil {
        prompt.editable = definition.repeats ? texts.map(Segments.quoted).joined(separator: "; ") : texts.joined()
      }
    } else if let text = proposal(of: field) {
      prompt.preset = .proposed(GroupLineWriter.text(of: .value(text), definition, answers: answers) ?? text)
    }
  }

  /// The value that Enter takes for an empty field.
  func proposal(of field: Outline.Field) -> String? {
    // Without a proposal of its own, what the evaluated record holds and nobody typed is the default.
    field.proposal ?? field.values.first
  }

  private func fill(_ prompt: inout Prompt, instanceOf group: Outline.Group) {
    let definition = group.definition
    let number = PathText.number(stop.path)
    prompt.title = definition.common.prompt ?? definition.common.label
    if let number, definition.repeats, number > 1 || group.instances.count > 1 { prompt.title += " \(number)" }
    prompt.context = Self.context(group.state)
    prompt.isRequired = group.state.isRequired && number ?? 1 == 1
    prompt.kind = group.offers.isEmpty ? .groupLine : .choice(Choices(group.offers), several: false)
    prompt.hint = definition.common.hint
    prompt.example = definition.typedLine.example.map { "zum Beispiel \($0)" } ?? Self.parts(of: definition)
    let present = self.group(stop.path)
    let line = GroupLineWriter.line(of: present, group: definition, answers: answers)
    if !line.isEmpty {
      prompt.preset = .present(line)
      prompt.editable = line
    } else if let proposal = group.proposal {
      prompt.preset = .proposed(GroupLineWriter.line(of: proposal, group: definition, answers: answers))
    }
  }

  private func fill(_ prompt: inout Prompt, moreOf group: Outline.Group) {
    let definition = group.definition
    prompt.context = Self.context(group.state)
    prompt.kind = .more(instances: group.instances.map(\.display))
    prompt.hint = definition.common.hint
    prompt.example = definition.typedLine.example.map { "zum Beispiel \($0)" } ?? Self.parts(of: definition)
    if group.instances.isEmpty {
      prompt.title = definition.common.prompt ?? definition.common.label
      prompt.isRequired = group.state.isRequired
    } else {
      prompt.title = definition.another ?? "Noch ein Eintrag unter ›\(definition.common.label)‹?"
      prompt.label = "\(definition.common.prompt ?? definition.common.label) \(group.instances.count + 1)"
      prompt.preset = .proposed("nein")
    }
  }

  /// What stands around an item inside a group.
  private static func context(_ state: Outline.State) -> String {
    state.place.split(separator: "›").dropLast().map(\.trimmingBlanks).joined(separator: " › ")
  }

  /// The labels of a line's parts, where the declaration has no example.
  private static func parts(of group: GroupDefinition) -> String? {
    let labels = group.typedLine.parts.flatMap(\.fields).compactMap { id in
      group.items.first { $0.id == id }?.label
    }
    return labels.isEmpty ? nil : labels.joined(separator: "; ")
  }
}
