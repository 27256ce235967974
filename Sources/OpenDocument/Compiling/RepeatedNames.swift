/// The names in a template that must stay unique when a block is repeated.
///
/// The first copy keeps the name, the others get a number behind it; references inside the same block follow.
struct RepeatedNames {
  /// A name with the kind of thing it names: a table and a section may share one.
  struct Name: Hashable {
    let kind: String
    let name: String
  }

  /// The repetition each name is declared in, for those that are declared in one.
  private var repetitions: [Name: Int] = [:]
  private var separators: [Name: String] = [:]

  init(_ root: TreeNode, numbers: [ObjectIdentifier: Int]) {
    guard !numbers.isEmpty else { return }
    var all: [Name: Int?] = [:]
    Self.declare(root, within: nil, numbers, &all)
    let texts = Set(all.keys.map(\.name))
    for case (let name, let repetition?) in all {
      repetitions[name] = repetition
      separators[name] = Self.separator(for: name.name, among: texts)
    }
  }

  /// How the value of an attribute is written: the name before the suffix, the separator, the repetition, the rest.
  func reference(
    _ attribute: String, _ value: String, of node: TreeNode
  ) -> (base: String, separator: String, repetition: Int, rest: String)? {
    guard !repetitions.isEmpty else { return nil }
    for (kind, name, rest) in Self.named(attribute, value, of: node)
      + Self.referred(attribute, value, of: node)
    {
      let key = Name(kind: kind, name: name)
      if let repetition = repetitions[key] {
        let prefix = value.hasPrefix("#") ? "#" : ""
        return (prefix + name, separators[key] ?? ".", repetition, rest)
      }
    }
    return nil
  }

  /// Gives the form controls of shapes in a repetition the repetition's number.
  mutating func place(control ids: [String], names: [String], in repetition: Int, among taken: Set<String>) {
    for id in ids { add(Name(kind: "id", name: id), repetition, taken) }
    for name in names { add(Name(kind: "form", name: name), repetition, taken) }
  }

  private mutating func add(_ name: Name, _ repetition: Int, _ taken: Set<String>) {
    repetitions[name] = repetition
    separators[name] = Self.separator(for: name.name, among: taken)
  }

  private static func declare(
    _ node: TreeNode, within repetition: Int?, _ numbers: [ObjectIdentifier: Int], _ all: inout [Name: Int?]
  ) {
    var repetition = repetition
    if case .block(let block) = node.kind, let number = numbers[ObjectIdentifier(block)] {
      repetition = number
    }
    for (attribute, value) in node.attributes {
      for (kind, name, _) in named(attribute, value, of: node) {
        let key = Name(kind: kind, name: name)
        if all[key] == nil { all[key] = .some(repetition) }
      }
    }
    for child in node.children { declare(child, within: repetition, numbers, &all) }
  }

  /// A point keeps a name as LibreOffice writes it; more of them keep the result from meeting another name.
  private static func separator(for name: String, among names: Set<String>) -> String {
    var separator = "."
    while names.contains(where: { $0.hasPrefix(name + separator) }) { separator += "." }
    return separator
  }

  private static func named(
    _ attribute: String, _ value: String, of node: TreeNode
  ) -> [(kind: String, name: String, rest: String)] {
    guard !value.isEmpty else { return [] }
    let kind: String? =
      switch attribute {
      case "xml:id", "draw:id", "form:id", "text:id": "id"
      case "table:name" where node.name == "table:table": "table"
      case "draw:name" where !["office:styles", "office:automatic-styles"].contains(node.parent?.name ?? ""):
        "draw"
      case "text:name":
        switch node.name {
        case "text:bookmark", "text:bookmark-start", "text:bookmark-end": "bookmark"
        case "text:reference-mark", "text:reference-mark-start", "text:reference-mark-end": "reference"
        case "text:section", "text:table-of-content", "text:user-index", "text:alphabetical-index",
          "text:index-title", "text:illustration-index", "text:table-index", "text:bibliography":
          "section"
        default: nil
        }
      case "text:ref-name" where node.name == "text:sequence": "sequence"
      case "form:name" where node.name != "form:form": "form"
      default: nil
      }
    return kind.map { [($0, value, "")] } ?? []
  }

  private static func referred(
    _ attribute: String, _ value: String, of node: TreeNode
  ) -> [(kind: String, name: String, rest: String)] {
    switch attribute {
    case "text:continue-list", "draw:control", "draw:start-shape", "draw:end-shape", "form:for":
      return [("id", value, "")]
    case "draw:chain-next-name": return [("draw", value, "")]
    case "text:ref-name":
      switch node.name {
      case "text:bookmark-ref": return [("bookmark", value, "")]
      case "text:reference-ref": return [("reference", value, "")]
      case "text:note-ref": return [("id", value, "")]
      case "text:sequence-ref": return [("sequence", value, "")]
      default: return []
      }
    case "xlink:href" where value.hasPrefix("#"):
      let target = value.dropFirst()
      let end = target.lastIndex(of: "|") ?? target.endIndex
      let name = String(target[..<end])
      let rest = String(target[end...])
      let kinds = ["bookmark", "reference", "section", "table", "draw", "id"]
      return kinds.map { ($0, name, rest) }
    default: return []
    }
  }
}
