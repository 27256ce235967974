internal import XMLTree

/// What a layer can name in the declaration below it, and how.
///
/// A field is called by its id, one in a group by `group/field`; rules, codes, sections, duties and the like by their
/// ids; parts without an id by their name (`opening`) or their name and what they are for (`retain/D1`). Where two
/// things have one name, the name of the element in front tells them apart (`section/kinder`).
struct LayerTargets {
  private var nodes: [String: [XMLNode]] = [:]
  /// The shortest name of each thing.
  private var names: [String] = []

  init(_ root: XMLNode) {
    for child in root.elements { collect(child, inside: [], isPart: true) }
  }

  private mutating func collect(_ node: XMLNode, inside path: [String], isPart: Bool) {
    let id = node.attribute("id") ?? (node.name == "text" ? node.attribute("of") : nil)
    var inner = path
    if let id {
      // The number of a rule is one in the whole form; states and sections are no steps of a path.
      let isOnItsOwn = node.attribute("strength") != nil || !Self.steps.contains(node.name)
      let name = isOnItsOwn ? id : (path + [id]).joined(separator: "/")
      add(node, as: [name, node.name + "/" + name])
      if Self.containers.contains(node.name) { inner.append(id) }
    } else if isPart || node.name == "rows" {
      let key = Self.keys.lazy.compactMap { node.attribute($0) }.first
      add(node, as: (isPart ? [node.name] : []) + (key.map { [node.name + "/" + $0] } ?? []))
    }
    for child in node.elements { collect(child, inside: inner, isPart: false) }
  }

  private mutating func add(_ node: XMLNode, as names: [String]) {
    for name in names { nodes[name, default: []].append(node) }
    if let first = names.first { self.names.append(first) }
  }

  /// What stands in records, one in another.
  private static let steps: Set<String> = ["field", "group", "type"]
  private static let containers: Set<String> = ["group", "type"]
  /// What tells parts without an id apart.
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
