import FormModel

/// The ids of all rules that a form can report, collected from its declaration.
struct DeclaredRules {
  /// Ids that stand in the declaration: rules, own texts for missing and forbidden values.
  private(set) var written: Set<String> = []
  /// Ids that are made from a field's id, because it is required, conditional or calculated.
  private(set) var generated: Set<String> = []
  /// All fields with their path below the record, repeated items as `[1]`.
  private(set) var fields: [(path: String, field: FieldDefinition)] = []
  /// The paths of all fields and groups, without numbers.
  private(set) var paths: Set<String> = []
  private let short: String
  private let isBlocking: Bool

  init(_ form: FormDefinition) {
    short = form.short
    isBlocking = form.isBlocking
    written = Set(form.rules.map(id)).union([form.publication?.text.id].compactMap { $0 })
      .union(form.effects.map(\.text.id))
    collect(form.items, path: "")
  }

  private mutating func collect(_ items: [ItemDefinition], path: String) {
    for item in items {
      let properties = item.common
      let name = Self.name(path + item.id)
      paths.insert((path + item.id).replacing("[1]", with: ""))
      written.formUnion(properties.rules.map(id))
      written.formUnion([properties.missing, properties.forbidden].compactMap { $0?.id }.map(softened))
      if properties.required != nil, properties.missing == nil {
        generated.insert(softened("E-\(short)-\(name)-fehlt"))
      }
      if properties.relevant != nil, properties.forbidden == nil {
        generated.insert("H-\(short)-\(name)-entfaellt")
      }
      switch item {
      case .field(let field):
        written.formUnion(field.relations.map(\.text.id))
        if field.calculate != nil, field.readonly { generated.insert("W-\(short)-\(name)-berechnet") }
        fields.append((path + item.id + (field.repeats ? "[1]" : ""), field))
      case .group(let group):
        collect(group.items, path: path + item.id + (group.repeats ? "[1]/" : "/"))
      }
    }
  }

  private func id(_ rule: RuleDefinition) -> String {
    rule.alwaysBlocks ? rule.text.id : softened(rule.text.id)
  }

  /// A paper that is never held up has warnings where others have errors.
  private func softened(_ id: String) -> String {
    isBlocking || !id.hasPrefix("E-") ? id : "W-" + id.dropFirst(2)
  }

  /// `kinder[1]/vorname` → `kinder.vorname`, as generated ids have it.
  static func name(_ path: String) -> String {
    path.replacing("[1]", with: "").replacing("/", with: ".")
  }
}
