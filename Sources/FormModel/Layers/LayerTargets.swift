internal import XMLTree

/// What a layer can name in the declaration below it, and how.
///
/// A field is called by its id, one in a group by `group/field`; rules, codes, sections, duties and the like by their
/// ids; what has no id by the name of its element below what it stands in (`opening`, `anlass/hint`), with what it is for
/// where there are several (`retain/D1`). Where two things have one name, the name of the element in front tells them
/// apart (`section/kinder`).
struct LayerTargets {
  private var nodes: [String: [XMLNode]] = [:]
  /// The names that may have been meant: of what has an id, and of the parts of the whole.
  private var names: [String] = []

  init(_ root: XMLNode) {
    for child in root.elements { collect(child, of: nil, inside: []) }
  }

  /// Notes an element and what is below it; `owner` is the name of what it stands in, `path` the ids of the groups.
  private mutating func collect(_ node: XMLNode, of owner: String?, inside path: [String]) {
    let id = node.attribute("id") ?? (node.name == "text" ? node.attribute("of") : nil)
    var inner = path
    let name: String
    if let id {
      // The number of a rule is one in the whole form; states and sections are no steps of a path.
      let isOnItsOwn = node.attribute("strength") != nil || !Self.steps.contains(node.name)
      name = isOnItsOwn ? id : (path + [id]).joined(separator: "/")
      add(node, as: [name, node.name + "/" + name])
      names.append(name)
      if Self.containers.contains(node.name) { inner.append(id) }
    } else {
      name = (owner.map { $0 + "/" } ?? "") + node.name
      add(node, as: [name] + (Self.key(of: node).map { [name + "/" + $0] } ?? []))
      if owner == nil { names.append(name) }
    }
    for child in node.elements { collect(child, of: name, inside: inner) }
  }

  private mutating func add(_ node: XMLNode, as names: [String]) {
    for name in names { nodes[name, default: []].append(node) }
  }

  /// What stands in records, one in another.
  private static let steps: Set<String> = ["field", "group", "type"]
  private static let containers: Set<String> = ["group", "type"]
  /// What tells parts without an id apart; nil where nothing does.
  static func key(of node: XMLNode) -> String? { keys.lazy.compactMap { node.attribute($0) }.first }

  private static let keys = ["class", "form", "from", "case", "list"]

  /// What became of a name.
  enum Found {
    /// The one thing with this name.
    case one(XMLNode)
    /// Nothing has it; a German sentence says which name was meant, or is empty.
    case none(String)
    /// Several things have it; the names that tell them apart.
    case several([String])
  }

  /// The thing with a name.
  func find(_ name: String) -> Found {
    let found = nodes[name] ?? []
    if let only = found.first, found.count == 1 { return .one(only) }
    guard found.isEmpty else { return .several(found.map { "\($0.name)/\(name)" }) }
    if let inner = names.first(where: { $0.hasSuffix("/" + name) }) { return .none(" Meinten Sie ›\(inner)‹?") }
    return .none(Nearest.question(name, among: names))
  }
}
