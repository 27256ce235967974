public import FormModel

/// One form in words: its fields with kind, conditions and basis, and its rules.
public struct FormDescription {
  private let form: FormDefinition
  private let library: FormLibrary
  private var lines: [String] = []

  /// Describes a form.
  public init(_ form: FormDefinition, library: FormLibrary) {
    self.form = form
    self.library = library
    describe()
  }

  /// The description, one field or rule per line.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  private mutating func describe() {
    lines += [
      "\(form.title) (\(form.id), Fassung \(form.version))", form.purpose, "Grundlage: \(form.basis)",
    ]
    for section in form.sections {
      lines += ["", section.label]
      for item in section.items { describe(item, indent: 2) }
    }
    var rules: [(FindingText, String?)] = form.rules.map { ($0.text, $0.basis) }
    rules += form.effects.map { ($0.text, $0.basis) }
    form.publication.map { rules.append(($0.text, $0.basis)) }
    collect(form.items, &rules)
    lines += ["", "Regeln"]
    var seen: Set<String> = []
    for (text, basis) in rules.sorted(by: { $0.0.id < $1.0.id }) where seen.insert(text.id).inserted {
      let reason = basis.map { " [\($0)]" } ?? ""
      lines.append("  \(text.id)  \(text.message)\(reason)")
    }
    lines += ["", "Aufbewahrung"]
    for use in form.retention {
      guard let rule = library.retention.classes[use.classID] else { continue }
      lines.append("  \(rule.id)  \(rule.label): \(RetentionSchedule.sentence(rule)) [\(rule.basis)]")
    }
  }

  private mutating func describe(_ item: ItemDefinition, indent: Int) {
    let margin = String(repeating: " ", count: indent)
    var notes: [String] = []
    switch item {
    case .field(let field):
      notes.append(field.kind.german)
      if let list = field.list.flatMap({ library.lists[$0] }) {
        notes.append(
          list.codes.count > 12
            ? "\(list.codes.count) Angaben der Liste ›\(list.id)‹"
            : list.codes.map(\.id).joined(separator: " | "))
      }
      if field.repeats, !field.has(.several) { notes.append("mehrere") }
      if field.calculate != nil || field.relations.contains(where: { $0.kind == .sum }) {
        notes.append("wird berechnet")
      }
      if field.common.count != nil { notes.append("wird gezählt") }
    case .group(let group): notes.append(group.repeats ? "Gruppe, mehrere" : "Gruppe")
    }
    let properties = item.common
    if let required = properties.required {
      notes.append(required == "true()" ? "Pflicht" : "Pflicht, wenn \(required)")
    }
    if let relevant = properties.relevant { notes.append("nur, wenn \(relevant)") }
    if let basis = properties.basis { notes.append("[\(basis)]") }
    lines.append("\(margin)\(item.id)  \(item.label) – \(notes.joined(separator: " · "))")
    if let hint = properties.hint { lines.append("\(margin)    \(hint)") }
    if case .group(let group) = item { for inner in group.items { describe(inner, indent: indent + 4) } }
  }

  private func collect(_ items: [ItemDefinition], _ rules: inout [(FindingText, String?)]) {
    for item in items {
      rules += item.common.rules.map { ($0.text, $0.basis) }
      rules += [item.common.missing, item.common.forbidden].compactMap { $0 }.map { ($0, item.common.basis) }
      switch item {
      case .field(let field): rules += field.relations.map { ($0.text, $0.basis ?? item.common.basis) }
      case .group(let group): collect(group.items, &rules)
      }
    }
  }
}
