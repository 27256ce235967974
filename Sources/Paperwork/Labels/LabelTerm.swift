internal import FormModel

/// Something that a label can stand for: a field, a group as a whole, or a section.
struct LabelTerm: Hashable {
  /// Whether a label stands for a section, a group or a field.
  enum Kind: Hashable {
    case field(FieldDefinition)
    case group(GroupDefinition)
    case section
  }

  /// The ids from the top of the form, groups included; that of a section alone.
  let path: [String]
  /// The groups above it, the outermost first.
  let groups: [GroupDefinition]
  let kind: Kind
  /// Its place in the order of the form.
  let order: Int

  /// The field or group at a path of a form; nil when there is none.
  init?(_ path: String, of form: FormDefinition) {
    let ids = path.split(separator: "/").map { String($0.prefix { $0 != "[" }) }
    var items = form.items
    var groups: [GroupDefinition] = []
    for (number, id) in ids.enumerated() {
      guard let item = items.first(where: { $0.id == id }) else { return nil }
      switch item {
      case .field(let field):
        guard number == ids.count - 1 else { return nil }
        self.init(path: ids, groups: groups, kind: .field(field), order: 0)
        return
      case .group(let group):
        if number == ids.count - 1 {
          self.init(path: ids, groups: groups, kind: .group(group), order: 0)
          return
        }
        groups.append(group)
        items = group.items
      }
    }
    return nil
  }

  init(path: [String], groups: [GroupDefinition], kind: Kind, order: Int) {
    (self.path, self.groups, self.kind, self.order) = (path, groups, kind, order)
  }

  /// The path of the group it stands in; empty at the top.
  var parent: [String] { kind == .section ? [] : Array(path.dropLast()) }

  /// Whether a paper without it is incomplete, always or in some case.
  var isRequired: Bool {
    switch kind {
    case .field(let field): field.common.required != nil
    case .group(let group): group.common.required != nil
    case .section: false
    }
  }

  /// The German label.
  var label: String {
    switch kind {
    case .field(let field): field.common.label
    case .group(let group): group.common.label
    case .section: ""
    }
  }
}

/// A label that was found, and what it can stand for.
struct LabelMatch: Hashable {
  /// How well it fits, the best first.
  enum Quality: Int, Comparable {
    /// Letter for letter, signs and accents aside.
    case same
    /// But for what text recognition confuses.
    case folded
    /// But for one or two letters.
    case near

    static func < (left: Quality, right: Quality) -> Bool { left.rawValue < right.rawValue }
  }

  /// One term, or several fields that stand under one label such as „Straße, Hausnummer“.
  let terms: [LabelTerm]
  /// Whether the label is the item's own, not one of the others under which it is known.
  let isOwn: Bool
  let quality: Quality
  /// What stood behind a dash, and may be an explanation or a value.
  var rest = ""
}
