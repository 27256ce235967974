extension ProgramBuilder {
  /// A part of the document; an empty passage when the template has none.
  mutating func passage(_ node: TreeNode?) -> Passage {
    var result = Passage()
    if let node { element(node, into: &result) }
    return result.finished
  }

  /// The body in three parts, because which form controls are written is known only behind it.
  mutating func body(_ node: TreeNode?, into result: inout CompiledTemplate) {
    guard let node, let text = node.child("office:" + result.type.body) else { return }
    silent = 0
    defer { silent = 1 }
    open(node, into: &result.bodyStart)
    open(text, into: &result.bodyStart)
    for child in text.children {
      if child.name == "office:forms" {
        element(child, into: &result.forms)
      } else {
        var wrapper = Passage()
        let holder = TreeNode(.fragment)
        holder.children = [child]
        children(of: holder, into: &wrapper)
        result.body.add(wrapper)
      }
    }
    close(text, into: &result.body)
    close(node, into: &result.body)
    result.bodyStart = result.bodyStart.finished
    result.forms = result.forms.finished
    result.body = result.body.finished
  }

  /// The metadata of a template that may reach a document.
  mutating func metadata(_ meta: TreeNode?) -> [MetadataField] {
    var result: [MetadataField] = []
    for node in meta?.children ?? [] where node.isElement {
      let kind: MetadataField.Kind? =
        switch node.name {
        case "dc:title": .title
        case "dc:subject": .subject
        case "dc:description": .description
        case "meta:keyword": .keyword
        case "dc:language": .language
        case "meta:user-defined":
          .user(name: node["meta:name"] ?? "", type: node["meta:value-type"] ?? "string")
        default: nil
        }
      guard let kind else { continue }
      var content = Passage()
      plain(node, into: &content)
      result.append(MetadataField(kind: kind, content: content.finished))
    }
    return result
  }

  /// Numbers the form controls that have a shape, and writes them.
  mutating func prepareControls(_ root: TreeNode) {
    guard let text = root.child("office:body")?.child("office:text"), let forms = text.child("office:forms")
    else { return }
    var places: [String: Int?] = [:]
    findShapes(text, within: nil, &places)
    var all: Set<String> = []
    var nodes: [(id: String, node: TreeNode)] = []
    forms.visit { node in
      for (name, value) in node.attributes where name == "form:name" || name == "xml:id" { all.insert(value) }
      guard let id = Self.controlID(node), places[id] != nil else { return true }
      nodes.append((id, node))
      return true
    }
    for (id, node) in nodes {
      guard case let repetition?? = places[id] else { continue }
      let ids = [node["xml:id"], node["form:id"]].compactMap { $0 }
      names.place(control: ids, names: [node["form:name"]].compactMap { $0 }, in: repetition, among: all)
    }
    // The controls are written before they get their numbers: inside its own passage a control is an element.
    let passages = nodes.map { id, node in
      enclosing = [places[id]?.flatMap { $0 }].compactMap { $0 }
      let result = passage(node)
      enclosing = []
      return result
    }
    program.controls = passages
    for (number, (id, _)) in nodes.enumerated() { controls[id] = number }
  }

  private func findShapes(_ node: TreeNode, within repetition: Int?, _ places: inout [String: Int?]) {
    var repetition = repetition
    if case .block(let block) = node.kind, let number = numbers[ObjectIdentifier(block)] {
      repetition = number
    }
    if node.name == "draw:control", let id = node["draw:control"] { places[id] = .some(repetition) }
    for child in node.children { findShapes(child, within: repetition, &places) }
  }

  /// Writes the automatic styles; the pictures follow them in the numbering.
  mutating func addResources(pictures: Int) {
    for node in resources.definitions {
      let written = passage(node)
      var uses: [Int] = []
      node.visit { child in
        uses += resources.used(by: child)
        return true
      }
      program.resources.append(Resource(kind: .style, bytes: written.staticBytes ?? [], uses: uses))
    }
    for picture in 0..<pictures {
      program.resources.append(Resource(kind: .picture(picture), bytes: [], uses: []))
    }
  }
}
