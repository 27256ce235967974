internal import CLibXML2

extension XMLNode {
  /// Adds an element without namespace, or with the given one if it is declared around here, and returns it.
  @discardableResult
  public func append(_ name: String, in namespace: String? = nil, text: String? = nil) -> XMLNode {
    let space = namespace.flatMap { $0.withXMLChars { xmlSearchNsByHref(document.pointer, pointer, $0) } }
    guard let made = name.withXMLChars({ xmlNewDocNode(document.pointer, space, $0, nil) }) else {
      preconditionFailure("out of memory")
    }
    xmlAddChild(pointer, made)
    let node = XMLNode(document: document, pointer: made)
    if let text { node.appendText(text) }
    return node
  }

  /// Adds an element with one text; where the document shares texts, an equal one is not kept twice.
  @discardableResult
  public func append(_ name: String, sharedText text: String) -> XMLNode {
    let node = append(name)
    guard let names = document.pointer.pointee.dict, let made = xmlNewDocText(document.pointer, nil),
      let shared = text.withXMLChars({ xmlDictLookup(names, $0, -1) })
    else {
      node.appendText(text)
      return node
    }
    made.pointee.content = UnsafeMutablePointer(mutating: shared)
    xmlAddChild(node.pointer, made)
    return node
  }

  /// Adds text at the end of the element.
  public func appendText(_ text: String) {
    guard let made = text.withXMLChars({ xmlNewDocText(document.pointer, $0) }) else { return }
    xmlAddChild(pointer, made)
  }

  /// Replaces everything below the element, or a text's own value, by a text.
  public func setText(_ text: String) {
    if isElement {
      if !text.isEmpty, let child = pointer.pointee.children, child.pointee.next == nil,
        child.pointee.type == XML_TEXT_NODE
      {
        text.withXMLChars { xmlNodeSetContent(child, $0) }
        return
      }
      for child in nodes { child.remove() }
      if !text.isEmpty { appendText(text) }
    } else {
      xmlNodeSetContent(pointer, text)
    }
  }

  /// Takes the node out of its document.
  public func remove() {
    document.retire(pointer)
  }

  /// Puts a node that was removed below an element again: before one of its children, or at the end.
  ///
  /// Nothing happens to a node that stands in the tree, or to one of another document.
  public func putBack(below parent: XMLNode, before next: XMLNode?) {
    guard parent.document === document else { return }
    document.putBack(pointer, below: parent.pointer, before: next?.pointer)
  }

  /// Adds a deep copy of an element from any document as the last child and returns it.
  @discardableResult
  public func appendCopy(of other: XMLNode) -> XMLNode? {
    guard let copy = xmlDocCopyNode(other.pointer, document.pointer, 1) else { return nil }
    xmlAddChild(pointer, copy)
    return XMLNode(document: document, pointer: copy)
  }
}

extension XMLDocument {
  /// Makes an element that belongs to the document but stands outside its tree.
  ///
  /// Absolute paths and `//` do not find it; a function can hand it to an expression.
  public func detachedElement(_ name: String) -> XMLNode {
    guard let made = xmlNewDocNode(pointer, nil, name, nil) else { preconditionFailure("out of memory") }
    retire(made)
    return XMLNode(document: self, pointer: made)
  }
}

extension XMLNode {
  /// Puts neighbouring nodes into a new element that takes their place, and returns it.
  ///
  /// The namespace must be declared around here. Nil when there are no nodes.
  @discardableResult
  public static func wrap(_ nodes: [XMLNode], in name: String, namespace: String) -> XMLNode? {
    guard let first = nodes.first, let parent = first.pointer.pointee.parent else { return nil }
    let document = first.document
    let space = xmlSearchNsByHref(document.pointer, parent, namespace)
    guard let made = xmlNewDocNode(document.pointer, space, name, nil) else { preconditionFailure("out of memory") }
    xmlAddPrevSibling(first.pointer, made)
    for node in nodes {
      xmlUnlinkNode(node.pointer)
      xmlAddChild(made, node.pointer)
    }
    return XMLNode(document: document, pointer: made)
  }
}
