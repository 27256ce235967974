/// A node of a template while it is being compiled: what XML has, and what the marks become.
///
/// Names carry the prefixes of `Vocabulary`, so `text:p` is a paragraph whatever prefix the file uses.
final class TreeNode {
  enum Kind {
    case element
    case text
    /// A value or a box.
    case mark(FoundMark)
    /// A box that is drawn as text, in a branch of the condition that the mark begins; no text where none is drawn.
    case glyph(FoundMark)
    /// Where a block begins, turns or ends.
    case boundary(FoundMark)
    /// A block; its children are fragments: what is repeated, or both branches.
    case block(TemplateBlock)
    /// Nodes without an element around them.
    case fragment
  }

  let kind: Kind
  /// The name with prefix; empty unless it is an element.
  var name = ""
  var attributes: [(name: String, value: String)] = []
  var children: [TreeNode] = []
  var text = ""
  let line: Int
  weak var parent: TreeNode?

  init(_ kind: Kind, line: Int = 0) {
    self.kind = kind
    self.line = line
  }

  convenience init(name: String, attributes: [(name: String, value: String)] = [], line: Int = 0) {
    self.init(.element, line: line)
    self.name = name
    self.attributes = attributes
  }

  convenience init(text: String, line: Int = 0) {
    self.init(.text, line: line)
    self.text = text
  }

  var isText: Bool { if case .text = kind { true } else { false } }

  var isElement: Bool { if case .element = kind { true } else { false } }

  subscript(attribute: String) -> String? {
    get { attributes.first { $0.name == attribute }?.value }
    set {
      let index = attributes.firstIndex { $0.name == attribute }
      switch (index, newValue) {
      case (let index?, let value?): attributes[index].value = value
      case (let index?, nil): attributes.remove(at: index)
      case (nil, let value?): attributes.append((attribute, value))
      case (nil, nil): break
      }
    }
  }

  /// The first child element with this name.
  func child(_ name: String) -> TreeNode? { children.first { $0.name == name } }

  func append(_ node: TreeNode) {
    node.parent = self
    children.append(node)
  }

  func insert(_ node: TreeNode, at index: Int) {
    node.parent = self
    children.insert(node, at: index)
  }

  /// Its position among the children of its parent.
  var index: Int? { parent?.children.firstIndex { $0 === self } }

  func removeFromParent() {
    guard let parent, let index else { return }
    parent.children.remove(at: index)
    self.parent = nil
  }

  /// Puts other nodes where this one stands.
  func replace(with nodes: [TreeNode]) {
    guard let parent, let index else { return }
    self.parent = nil
    // The node itself may be among them.
    for node in nodes { node.parent = parent }
    parent.children.replaceSubrange(index...index, with: nodes)
  }

  /// The element and those around it, the innermost first.
  var ancestors: [TreeNode] {
    var result: [TreeNode] = []
    var node = parent
    while let current = node {
      result.append(current)
      node = current.parent
    }
    return result
  }

  /// Calls `body` for the node and everything below it in document order.
  ///
  /// `body` says whether to go below the node.
  func visit(_ body: (TreeNode) -> Bool) {
    guard body(self) else { return }
    for child in children { child.visit(body) }
  }

  /// All text below it.
  var content: String {
    isText ? text : children.map(\.content).joined()
  }

  /// A copy without parent; marks are shared.
  func copy() -> TreeNode {
    let result = TreeNode(kind, line: line)
    result.name = name
    result.attributes = attributes
    result.text = text
    for child in children { result.append(child.copy()) }
    return result
  }
}
