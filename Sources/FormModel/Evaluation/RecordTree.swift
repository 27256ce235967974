internal import XMLTree

/// A record as an XML tree over which expressions are evaluated, and what each node of it is declared as.
///
/// Every declared field has a node, an empty one where nothing is filled in; a repeated group has as many as the
/// record. What is not relevant stands there as empty.
final class RecordTree {
  let document = XMLDocument(root: "record")
  private(set) var definitions: [XMLNode: ItemDefinition] = [:]
  /// The path of each node below the record, with numbers for repeated items.
  private(set) var paths: [XMLNode: String] = [:]
  /// The same in words.
  private(set) var places: [XMLNode: String] = [:]
  /// Nodes that hold an answer which is no value.
  private(set) var statuses: [XMLNode: AnswerStatus] = [:]
  /// Nodes that stand there as empty because they, or a group around them, are not relevant.
  private(set) var hidden: Set<XMLNode> = []
  /// The field that an option belongs to, the group around it, and the answer it stands for.
  private(set) var options: [XMLNode: (field: FieldDefinition, group: XMLNode, answer: String)] = [:]
  private let irrelevant: Set<String>
  /// Whether it is the tree of a blank paper.
  let isBlank: Bool

  var root: XMLNode { document.root }

  /// Builds the tree of a record, leaving empty what is not relevant.
  ///
  /// `caseNumber` is that of the case it belongs to, kept apart from the field that tells it, which may be empty here
  /// because it is not relevant.
  init(form: FormDefinition, record: Record, irrelevant: Set<String>, caseNumber: String?) {
    self.irrelevant = irrelevant
    isBlank = false
    root.setAttribute("form", to: form.id)
    caseNumber.map { root.setAttribute("case", to: $0) }
    add(form.items, of: record.root, to: root, path: "", place: "")
  }

  /// Builds the tree of a blank paper: repeated groups have as many empty entries as their declaration says.
  init(blank form: FormDefinition) {
    irrelevant = []
    isBlank = true
    root.setAttribute("form", to: form.id)
    add(form.items, of: RecordGroup(), to: root, path: "", place: "")
  }

  /// Adds a copy of another paper outside the tree, with everything calculated there, for rules between papers.
  func addDetached(_ other: RecordTree) -> XMLNode? {
    guard let copy = document.detachedElement("papers").appendCopy(of: other.root) else { return nil }
    func adopt(_ node: XMLNode, _ original: XMLNode) {
      definitions[node] = other.definitions[original]
      statuses[node] = other.statuses[original]
      for (inner, source) in zip(node.elements, original.elements) { adopt(inner, source) }
    }
    adopt(copy, other.root)
    return copy
  }

  /// Adds the user's settings outside the tree; nil when there are none.
  func addSettings(_ settings: Record?, of library: FormLibrary) -> XMLNode? {
    guard let settings, let form = library.settings else { return nil }
    return addDetached(RecordTree(form: form, record: settings, irrelevant: [], caseNumber: nil))
  }

  private func add(
    _ items: [ItemDefinition], of group: RecordGroup, to parent: XMLNode, path: String, place: String
  ) {
    for item in items {
      let isHidden = irrelevant.contains(path + item.id) || hidden.contains(parent)
      let contents = isHidden ? [] : group[item.id]
      let count: Int =
        if item.repeats { isBlank ? item.blankRows : contents.count } else { 1 }
      for index in 0..<count {
        let node = parent.append(item.id)
        let content = contents.indices.contains(index) ? contents[index] : nil
        let own = path + item.id + (item.repeats ? "[\(index + 1)]" : "")
        let spot =
          (place.isEmpty ? "" : place + " › ") + item.label
          + (item.repeats && count > 1 ? " \(index + 1)" : "")
        definitions[node] = item
        paths[node] = own
        places[node] = spot
        if isHidden { hidden.insert(node) }
        fill(node, with: content, item: item, path: own, place: spot)
      }
    }
  }

  private func fill(
    _ node: XMLNode, with content: RecordContent?, item: ItemDefinition, path: String, place: String
  ) {
    switch (item, content) {
    case (.field, .value(let text)): node.appendText(text)
    case (_, .status(let status)):
      node.setAttribute("status", to: status.rawValue)
      statuses[node] = status
      if case .group(let group) = item {
        add(group.items, of: RecordGroup(), to: node, path: path + "/", place: place)
      }
    case (.group(let group), .group(let values)):
      add(group.items, of: values, to: node, path: path + "/", place: place)
    case (.group(let group), nil), (.group(let group), .value):
      add(group.items, of: RecordGroup(), to: node, path: path + "/", place: place)
    case (.field, nil), (.field, .group): break
    }
  }

  /// Remembers which answer an option stands for.
  func note(_ option: XMLNode, of field: FieldDefinition, in group: XMLNode, answer: String) {
    options[option] = (field, group, answer)
  }

  /// Sets the value of a field that is calculated or hidden.
  func set(_ node: XMLNode, to text: String) {
    node.setText(text)
  }

  /// Whether the node, or anything below it, holds a value.
  func isFilled(_ node: XMLNode) -> Bool {
    !node.text.isEmpty
  }

  /// The tree as a record again, without what is always calculated: that follows from the rest.
  func record(_ template: Record) -> Record {
    var record = template
    record.root = group(below: root)
    return record
  }

  private func group(below parent: XMLNode) -> RecordGroup {
    var result = RecordGroup()
    for node in parent.elements {
      guard let item = definitions[node] else { continue }
      if let status = statuses[node], !isFilled(node) {
        result.items.append(RecordGroup.Item(item.id, .status(status)))
        continue
      }
      switch item {
      case .field(let field) where field.calculate != nil && field.readonly: break
      case .field:
        let text = node.text
        if !text.isEmpty { result.items.append(RecordGroup.Item(item.id, .value(text))) }
      case .group(let definition):
        let inner = group(below: node)
        if !inner.items.isEmpty || definition.repeats {
          result.items.append(RecordGroup.Item(item.id, .group(inner)))
        }
      }
    }
    return result
  }
}

extension ItemDefinition {
  fileprivate var blankRows: Int {
    switch self {
    case .field: 0
    case .group(let group): group.blankRows
    }
  }
}
