internal import XMLTree

/// A part that is gone through once, from the parser's events or from its tree: its outermost elements, what a person
/// should know of, and its text.
final class PartScan: XMLReceiver {
  private(set) var shape = PartShape()
  private(set) var inspection: DocumentInspection?
  private(set) var walker: TextWalker
  private var names: [Name?] = Array(repeating: nil, count: 256)

  /// What is known of a name after its first time.
  private struct Name {
    let key: XMLNameKey
    let space: ODF.Space
    let name: String
    let tag: TextTag
  }

  init(_ walker: TextWalker, _ inspection: DocumentInspection?) {
    (self.walker, self.inspection) = (walker, inspection)
  }

  private func name(_ key: XMLNameKey, _ namespace: @autoclosure () -> String?, _ local: @autoclosure () -> String)
    -> Name
  {
    if let known = names[key.slot], known.key == key { return known }
    let (space, local) = (ODF.space(namespace()), local())
    let name = Name(key: key, space: space, name: local, tag: TextTag(space, local))
    names[key.slot] = name
    return name
  }

  func open(_ tag: XMLStartTag) {
    let name = name(tag.nameKey, tag.namespace, tag.name)
    if tag.depth <= PartShape.depth { shape.add(tag) }
    inspection?.open(name.space, name.name, tag, line: tag.line)
    walker.open(name.tag, tag)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    inspection?.text(isEmpty: bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D })
    walker.text(bytes)
  }

  func close() {
    inspection?.close()
    walker.close()
  }

  /// Goes through an element and everything in it.
  func read(_ root: XMLNode) {
    enter(root)
    if !isSkipping { read(in: root) }
    close()
  }

  /// Goes through everything in an element, without recursion, so that no depth is too deep.
  func read(in root: XMLNode) {
    var next = root.firstChild
    while let node = next {
      if node.isElement {
        enter(node)
        if !isSkipping, let child = node.firstChild {
          next = child
          continue
        }
        close()
      } else {
        node.withUTF8 { text($0) }
      }
      var here = node
      while here.next == nil, let parent = here.parent, parent != root {
        here = parent
        close()
      }
      next = here.next
    }
  }

  /// Goes through an element as the whole text, even one that is no block.
  func read(outermost element: XMLNode) {
    walker.openOutermost(TextTag(ODF.space(element.namespace), element.name), element)
    read(in: element)
    while walker.contexts.count > 1 { walker.close() }
  }

  private var isSkipping: Bool { inspection == nil && walker.isSkipping }

  private func enter(_ node: XMLNode) {
    let name = name(node.nameKey, node.namespace, node.name)
    inspection?.open(name.space, name.name, node, line: node.line)
    walker.open(name.tag, node)
  }
}
