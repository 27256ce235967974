internal import CLibXML2

/// An element, a text or an attribute of a document.
///
/// A light value: two nodes are equal when they are the same place in the same document. It keeps its document
/// alive.
public struct XMLNode: Hashable {
  /// What a node can be; comments and instructions are `.other`.
  public enum Kind: Hashable, Sendable {
    /// An element.
    case element
    /// A text, or a CDATA section.
    case text
    /// An attribute.
    case attribute
    /// A comment, an instruction, or the document itself.
    case other
  }

  /// The document the node belongs to.
  public let document: XMLDocument
  let pointer: xmlNodePtr

  init(document: XMLDocument, pointer: xmlNodePtr) {
    self.document = document
    self.pointer = pointer
  }

  init?(document: XMLDocument, _ pointer: xmlNodePtr?) {
    guard let pointer else { return nil }
    self.init(document: document, pointer: pointer)
  }

  /// Whether both are the same place in the same document.
  public static func == (left: XMLNode, right: XMLNode) -> Bool {
    left.pointer == right.pointer
  }

  /// Hashes the place.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(pointer)
  }

  /// Whether it is an element, a text, an attribute or something else.
  public var kind: Kind {
    switch pointer.pointee.type {
    case XML_ELEMENT_NODE: .element
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: .text
    case XML_ATTRIBUTE_NODE: .attribute
    default: .other
    }
  }

  /// Whether it is an element.
  public var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }

  /// The name without prefix; empty for text.
  public var name: String {
    guard let name = pointer.pointee.name, kind == .element || kind == .attribute else { return "" }
    return String(cString: name)
  }

  /// The namespace, or nil.
  public var namespace: String? {
    guard kind == .element || kind == .attribute, let namespace = pointer.pointee.ns else { return nil }
    return namespace.pointee.href.map { String(cString: $0) }
  }

  /// Whether it is an element or attribute of this namespace; nothing is copied to find out.
  public func isIn(_ namespace: String) -> Bool {
    guard kind == .element || kind == .attribute, let own = pointer.pointee.ns?.pointee.href else {
      return false
    }
    return LibXML2.isEqual(own, namespace)
  }

  /// Whether it is the element with this name and namespace.
  public func isElement(_ name: String, in namespace: String?) -> Bool {
    guard isElement, let own = pointer.pointee.name, LibXML2.isEqual(own, name) else { return false }
    guard let namespace else { return pointer.pointee.ns?.pointee.href == nil }
    return isIn(namespace)
  }

  /// All text below it, in order; for a text or attribute its value.
  public var text: String {
    guard isElement else { return LibXML2.take(xmlNodeGetContent(pointer)) ?? "" }
    // Most elements hold nothing or one text: no need to collect anything.
    guard let child = pointer.pointee.children else { return "" }
    guard child.pointee.next == nil, child.pointee.type == XML_TEXT_NODE else {
      return LibXML2.take(xmlNodeGetContent(pointer)) ?? ""
    }
    return child.pointee.content.map { String(cString: $0) } ?? ""
  }

  /// Whether there is any text below it; nothing is copied to find out.
  public var hasText: Bool {
    guard isElement else { return !text.isEmpty }
    var child = pointer.pointee.children
    while let node = child {
      if node.pointee.type == XML_ELEMENT_NODE {
        if XMLNode(document: document, pointer: node).hasText { return true }
      } else if node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE,
        let content = node.pointee.content, content.pointee != 0
      {
        return true
      }
      child = node.pointee.next
    }
    return false
  }

  /// Whether all text below it is this text; for the usual element with one text nothing is copied to find out.
  public func hasText(_ wanted: String) -> Bool {
    guard isElement, let child = pointer.pointee.children, child.pointee.next == nil,
      child.pointee.type == XML_TEXT_NODE, let content = child.pointee.content
    else { return text.utf8.elementsEqual(wanted.utf8) }
    return LibXML2.isEqual(content, wanted)
  }

  /// The number that the maker of the tree gave the node; 0 when it gave none.
  public var tag: Int {
    get { Int(bitPattern: pointer.pointee._private) }
    nonmutating set { pointer.pointee._private = UnsafeMutableRawPointer(bitPattern: newValue) }
  }

  /// The line it was read from, 1-based; 0 for nodes that were made.
  public var line: Int {
    max(0, xmlGetLineNo(pointer))
  }

  /// Where it stands, as an XPath such as `/form/field[3]`.
  public var path: String {
    LibXML2.take(xmlGetNodePath(pointer)) ?? ""
  }

  /// The element around it.
  public var parent: XMLNode? {
    guard let parent = pointer.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
    return XMLNode(document: document, pointer: parent)
  }

  /// The next sibling of any kind.
  public var next: XMLNode? { XMLNode(document: document, pointer.pointee.next) }

  /// The previous sibling of any kind.
  public var previous: XMLNode? { XMLNode(document: document, pointer.pointee.prev) }

  /// The first child of any kind.
  public var firstChild: XMLNode? {
    isElement ? XMLNode(document: document, pointer.pointee.children) : nil
  }

  /// All children, texts included.
  public var nodes: [XMLNode] {
    var result: [XMLNode] = []
    var child = firstChild
    while let node = child {
      result.append(node)
      child = node.next
    }
    return result
  }

  /// The child elements.
  public var elements: [XMLNode] { children { $0.pointee.type == XML_ELEMENT_NODE } }

  /// The child elements with a name, without namespace.
  public func elements(_ name: String) -> [XMLNode] {
    name.withXMLChars { name in
      children {
        $0.pointee.type == XML_ELEMENT_NODE && $0.pointee.ns?.pointee.href == nil
          && xmlStrEqual($0.pointee.name, name) == 1
      }
    }
  }

  /// The children that a test on libxml2's own nodes accepts.
  private func children(where isWanted: (xmlNodePtr) -> Bool) -> [XMLNode] {
    guard isElement else { return [] }
    var result: [XMLNode] = []
    var child = pointer.pointee.children
    while let node = child {
      if isWanted(node) { result.append(XMLNode(document: document, pointer: node)) }
      child = node.pointee.next
    }
    return result
  }

  /// The first child element with a name and namespace.
  public func element(_ name: String, in namespace: String? = nil) -> XMLNode? {
    guard isElement else { return nil }
    return name.withXMLChars { name in
      var child = pointer.pointee.children
      while let node = child {
        if node.pointee.type == XML_ELEMENT_NODE, xmlStrEqual(node.pointee.name, name) == 1 {
          let found = XMLNode(document: document, pointer: node)
          if namespace.map(found.isIn) ?? (node.pointee.ns?.pointee.href == nil) { return found }
        }
        child = node.pointee.next
      }
      return nil
    }
  }

  /// The first node on a path of child names without namespace, whichever branch it is in; the node itself for none.
  public func first(on path: [String]) -> XMLNode? { first(on: path[...]) }

  private func first(on path: ArraySlice<String>) -> XMLNode? {
    guard let name = path.first else { return self }
    guard path.count > 1 else { return element(name) }
    for child in elements(name) {
      if let found = child.first(on: path.dropFirst()) { return found }
    }
    return nil
  }

  /// All nodes on a path of child names without namespace, in document order.
  public func nodes(on path: [String]) -> [XMLNode] {
    path.reduce([self]) { nodes, name in nodes.flatMap { $0.elements(name) } }
  }

  /// Calls `body` for the node and every element below it, in document order.
  public func visit(_ body: (XMLNode) -> Void) {
    guard isElement else { return }
    body(self)
    for child in nodes { child.visit(body) }
  }
}
