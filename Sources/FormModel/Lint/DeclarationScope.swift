internal import XMLTree

/// Where an expression stands among the declarations: the way from the record down to a field.
struct DeclarationScope: Hashable {
  /// What the innermost step is.
  enum Container: Hashable {
    case record
    case item(ItemDefinition)
    /// A node made by `options()`; it has attributes only.
    case option
    /// Something that is not known without a record.
    case unknown
  }

  /// The form, shared by all scopes within it: a check makes thousands of them.
  private final class Ground {
    let form: FormDefinition
    init(_ form: FormDefinition) { self.form = form }
  }

  private let ground: Ground
  var chain: [Container]

  init(form: FormDefinition) {
    ground = Ground(form)
    chain = [.record]
  }

  /// The form that the record is one of.
  var form: FormDefinition { _read { yield ground.form } }

  static func == (left: DeclarationScope, right: DeclarationScope) -> Bool {
    left.chain == right.chain && (left.ground === right.ground || left.form == right.form)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(form.id)
    hasher.combine(chain)
  }

  var current: Container { chain.last ?? .unknown }

  /// The items that a child step can name; nil when that is not known.
  var items: [ItemDefinition]? {
    switch current {
    case .record: form.items
    case .item(.group(let group)): group.items
    case .item(.field), .option: []
    case .unknown: nil
    }
  }

  /// The field the scope ends at.
  var field: FieldDefinition? {
    if case .item(.field(let field)) = current { field } else { nil }
  }

  /// How a message names it.
  var name: String {
    switch current {
    case .record: form.title
    case .item(let item): item.label
    case .option: "Auswahl"
    case .unknown: ""
    }
  }

  func entering(_ item: ItemDefinition) -> DeclarationScope {
    var result = self
    result.chain.append(.item(item))
    return result
  }

  func with(_ container: Container) -> DeclarationScope {
    var result = self
    result.chain.append(container)
    return result
  }

  func leaving() -> DeclarationScope {
    var result = self
    if result.chain.count > 1 { result.chain.removeLast() } else { result.chain = [.unknown] }
    return result
  }

  /// All places below the scope, at any depth, where an item has this id.
  func descendants(_ id: String) -> [DeclarationScope] {
    (items ?? []).flatMap { item -> [DeclarationScope] in
      let inner = entering(item)
      return (item.id == id ? [inner] : []) + inner.descendants(id)
    }
  }

  /// All ids below the scope, for suggestions.
  var allNames: [String] {
    (items ?? []).flatMap { [$0.id] + entering($0).allNames }
  }
}
