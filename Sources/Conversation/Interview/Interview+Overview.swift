internal import FormModel

extension Interview {
  /// What is filled in and what is missing, section by section; what is not relevant is left out.
  public var overview: PaperOverview {
    let sections = view.outline.sections.map { section in
      PaperOverview.Section(title: section.label, lines: section.items.flatMap(lines))
    }
    let sorted = view.findings.filter { !$0.isAboutConfirmation }.enumerated().sorted {
      ($0.element.strength, $0.offset) < ($1.element.strength, $1.offset)
    }.map(\.element)
    return PaperOverview(sections: sections.filter { !$0.lines.isEmpty }, findings: sorted)
  }

  private func lines(_ item: Outline.Item) -> [PaperOverview.Line] {
    guard item.state.isRelevant else { return [] }
    switch item {
    case .field(let field):
      let isFilled = !field.values.isEmpty || field.status != nil
      guard isFilled || field.state.isRequired || field.state.isAsked else { return [] }
      let text = isFilled ? field.display : ""
      return [line(field.state, field.definition.common.label, text, isFilled, at: field.state.path)]
    case .group(let group):
      let filled = group.instances.filter(\.isFilled)
      guard !filled.isEmpty || group.state.isRequired || group.state.isAsked else { return [] }
      guard !filled.isEmpty else {
        return [line(group.state, group.definition.common.label, "", false, at: group.state.path)]
      }
      return filled.map { instance in
        let texts = [instance.display] + details(instance.items).filter { !instance.display.contains($0) }
        return line(
          group.state, group.definition.common.label, texts.joined(separator: " · "), true, at: instance.path)
      }
    }
  }

  /// The values of an instance beyond the line that names it.
  private func details(_ items: [Outline.Item]) -> [String] {
    items.flatMap { item -> [String] in
      guard item.state.isRelevant else { return [] }
      switch item {
      case .field(let field):
        guard !field.values.isEmpty else { return [] }
        let text =
          field.definition.has(.needsLabel) ? "\(field.definition.common.label): \(field.display)" : field.display
        return [text]
      case .group(let group): return group.instances.filter(\.isFilled).map(\.display)
      }
    }
  }

  private func line(
    _ state: Outline.State, _ label: String, _ text: String, _ isFilled: Bool, at path: String
  ) -> PaperOverview.Line {
    PaperOverview.Line(
      mark: isFilled ? .filled : state.isRequired ? .missing : .empty, label: label, text: text, path: path,
      isUnconfirmed: isFilled && isToConfirm(path))
  }
}
