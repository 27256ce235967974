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
