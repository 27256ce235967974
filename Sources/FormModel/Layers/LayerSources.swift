internal import XMLTree

/// The files that layered declarations are put together from: the tag of an element says from which it comes.
struct LayerSources {
  private var names: [String] = []

  /// Notes that an element and everything below it comes from a file.
  mutating func mark(_ node: XMLNode, from name: String) {
    let tag = (names.firstIndex(of: name) ?? names.count) + 1
    if tag > names.count { names.append(name) }
    node.visit { $0.tag = tag }
  }

  /// The file with a tag; nil for an element that nobody marked.
  func name(_ tag: Int) -> String? { names.indices.contains(tag - 1) ? names[tag - 1] : nil }

  /// Where an element stands: in its own file, or in `file` when nobody marked it.
  func place(of node: XMLNode, in file: String) -> SourcePlace {
    SourcePlace(file: name(node.tag) ?? file, line: node.line)
  }

  /// Adds a copy of an element as the last child of another; it comes from where the element comes from.
  static func copy(_ node: XMLNode, into parent: XMLNode) -> XMLNode? {
    guard let copy = parent.appendCopy(of: node) else { return nil }
    // A document whose root nobody marked has no marks.
    if node.tag != 0 { takeMarks(of: node, to: copy) }
    return copy
  }

  private static func takeMarks(of node: XMLNode, to copy: XMLNode) {
    copy.tag = node.tag
    for (old, new) in zip(node.elements, copy.elements) { takeMarks(of: old, to: new) }
  }
}
