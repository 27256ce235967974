internal import XMLTree

/// Writes a finished tree as passages.
struct ProgramBuilder {
  var program: Program
  var names: RepeatedNames
  /// The number of each repetition.
  let numbers: [ObjectIdentifier: Int]
  /// The automatic styles and pictures by what refers to them.
  let resources: ResourceIndex
  /// The number of each form control that has a shape, by its id.
  var controls: [String: Int] = [:]
  /// The repetitions around what is being written, the outermost first.
  var enclosing: [Int] = []
  /// How deep in elements that no text shows anything of; only the body is text.
  var silent = 1

  /// An element with everything in it.
  mutating func element(_ node: TreeNode, into passage: inout Passage) {
    switch node.name {
    case "text:p", "text:h": paragraph(node, into: &passage)
    case _ where MarkFinder.textOnly.contains(node.name): textOnly(node, into: &passage)
    case _ where Shape.mayBeEmpty(node): mayBeEmpty(node, into: &passage)
    case _ where Shape.needsParagraph(node): needsParagraph(node, into: &passage)
    default:
      if let id = Self.controlID(node), let control = controls[id] {
        passage.add(.controls([control]))
        return
      }
      open(node, into: &passage)
      children(of: node, into: &passage)
      close(node, into: &passage)
    }
  }

  func text(_ text: String, into passage: inout Passage) {
    let text = BoundBlanks.bind(text)
    passage.writeText(text)
    if silent == 0 { passage.note(.text(Array(text.utf8))) }
  }

  /// Notes an element for whoever reads the text; of what no text shows there is nothing to note.
  private mutating func note(_ node: TreeNode, into passage: inout Passage) {
    let (space, name) = ODF.split(node.name)
    let tag = TextTag(space, name)
    if silent > 0 || tag.isNeverText && !Shape.hasMarks(node) {
      if !node.children.isEmpty { silent += 1 }
      return
    }
    let kept = tag.attributes.compactMap { name, space -> KeptAttribute? in
      let full = ODF.prefixed(name, space)
      guard let value = node[full] else { return nil }
      guard let found = names.reference(full, value, of: node), enclosing.contains(found.repetition) else {
        return KeptAttribute(name: name, space: space, value: value)
      }
      return KeptAttribute(
        name: name, space: space, value: found.base,
        copy: KeptAttribute.Copy(separator: found.separator, repetition: found.repetition, rest: found.rest))
    }
    passage.note(.open(tag, kept))
    if node.children.isEmpty { passage.note(.close) }
  }

  mutating func children(of node: TreeNode, into passage: inout Passage) {
    for child in node.children { self.node(child, into: &passage) }
  }

  private mutating func node(_ node: TreeNode, into passage: inout Passage) {
    switch node.kind {
    case .element: element(node, into: &passage)
    case .text: text(node.text, into: &passage)
    case .block(let block):
      self.block(block, node, into: &passage) { builder, fragment, passage in
        builder.children(of: fragment, into: &passage)
      }
    case .fragment: children(of: node, into: &passage)
    case .mark, .boundary, .glyph: break
    }
  }

  /// A block whose branches are written by `body`.
  mutating func block(
    _ block: TemplateBlock, _ node: TreeNode, into passage: inout Passage,
    _ body: (inout ProgramBuilder, TreeNode, inout Passage) -> Void
  ) {
    let mark = block.begin.index
    var branches: [Passage] = []
    let number = numbers[ObjectIdentifier(block)]
    if let number { enclosing.append(number) }
    for fragment in node.children {
      var branch = Passage()
      body(&self, fragment, &branch)
      branches.append(branch.finished)
    }
    if number != nil { enclosing.removeLast() }
    guard let first = branches.first else { return }
    if let number {
      passage.add(.repetition(mark: mark, number: number, first))
    } else {
      let second = branches.count > 1 ? branches[1] : Passage()
      passage.add(
        block.tick.map { .tick(mark: mark, first, second, isAdded: $0 == .added) }
          ?? .condition(mark: mark, first, second))
    }
  }

  // MARK: - Tags

  mutating func open(_ node: TreeNode, into passage: inout Passage, withoutID: Bool = false) {
    passage.write("<" + node.name)
    for (name, value) in node.attributes {
      if withoutID, name == "xml:id" { continue }
      passage.write(" \(name)=\"")
      if let found = names.reference(name, value, of: node), enclosing.contains(found.repetition) {
        var base: [UInt8] = []
        XMLEscape.append(attribute: found.base, to: &base)
        passage.add(
          .name(base: base, separator: Array(found.separator.utf8), repetition: found.repetition))
        passage.writeAttribute(found.rest)
      } else {
        passage.writeAttribute(value)
      }
      passage.write("\"")
    }
    passage.merge(resources.used(by: node))
    if node.name == "draw:control", let control = node["draw:control"].flatMap({ controls[$0] }) {
      passage.write(node.children.isEmpty ? "/>" : ">")
      passage.add(.shape(control: control, repetition: enclosing.last))
    } else {
      passage.write(node.children.isEmpty ? "/>" : ">")
    }
    note(node, into: &passage)
  }

  mutating func close(_ node: TreeNode, into passage: inout Passage) {
    guard !node.children.isEmpty else { return }
    passage.write("</\(node.name)>")
    if silent > 0 { silent -= 1 } else { passage.note(.close) }
  }

  /// The end of an element as a piece of its own.
  private mutating func closing(_ node: TreeNode) -> Fragment {
    var end = Passage()
    end.write("</\(node.name)>")
    if silent > 0 { silent -= 1 } else { end.note(.close) }
    return end.fragment ?? Fragment()
  }

  /// The id of a form control in the forms of a document.
  static func controlID(_ node: TreeNode) -> String? {
    guard node.name.hasPrefix("form:"), node.name != "form:form" else { return nil }
    return node["xml:id"] ?? node["form:id"]
  }

  // MARK: - Elements that must not be empty

  private mutating func mayBeEmpty(_ node: TreeNode, into passage: inout Passage) {
    var (before, middle) = (Passage(), Passage())
    open(node, into: &before)
    let leading = node.children.prefix { !Shape.mayBeEmpty($0) && !Shape.isBlock($0) }
    for child in leading { self.node(child, into: &before) }
    for child in node.children.dropFirst(leading.count) { self.node(child, into: &middle) }
    let end = closing(node)
    passage.add(.unlessEmpty(open: before.finished, middle: middle.finished, close: end, otherwise: Passage()))
  }

  /// Readers expect a paragraph in a cell, a frame or a note.
  private mutating func needsParagraph(_ node: TreeNode, into passage: inout Passage) {
    var (before, middle, otherwise) = (Passage(), Passage(), Passage())
    open(node, into: &before)
    children(of: node, into: &middle)
    otherwise.add(before)
    let empty = TreeNode(name: "text:p")
    empty["text:style-name"] = Shape.firstParagraphStyle(in: node)
    open(empty, into: &otherwise)
    let end = closing(node)
    otherwise.write("</\(node.name)>")
    if !end.events.isEmpty { otherwise.note(.close) }
    passage.add(
      .unlessEmpty(open: before.finished, middle: middle.finished, close: end, otherwise: otherwise.finished))
  }
}
