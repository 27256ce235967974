internal import XMLTree

extension ProgramBuilder {
  mutating func paragraph(_ node: TreeNode, into passage: inout Passage) {
    if let (wrappers, mark) = Shape.lonelyMark(in: node), case .value(let isOptional) = mark.text.role {
      lines(wrappers, mark, isOptional: isOptional, into: &passage)
      return
    }
    open(node, into: &passage)
    if Shape.hasMarks(node) {
      var inner = Passage()
      inline(node, into: &inner)
      let finished = inner.finished
      passage.merge(finished.uses)
      passage.add(.paragraph(finished))
    } else {
      children(of: node, into: &passage)
    }
    close(node, into: &passage)
  }

  /// A paragraph for each line of a value.
  private mutating func lines(
    _ wrappers: [TreeNode], _ mark: FoundMark, isOptional: Bool, into passage: inout Passage
  ) {
    var (first, next, end, again) = (Passage(), Passage(), Passage(), Passage())
    for wrapper in wrappers { open(wrapper, into: &first) }
    for wrapper in wrappers.reversed() { close(wrapper, into: &end) }
    for wrapper in wrappers { open(wrapper, into: &next, withoutID: true) }
    for wrapper in wrappers.reversed() { close(wrapper, into: &again) }
    passage.merge(first.uses)
    passage.add(
      .lines(
        mark: mark.index, isOptional: isOptional, first: first.finished, next: next.finished,
        close: end.fragment ?? Fragment()))
  }

  /// The content of a paragraph with marks.
  private mutating func inline(_ node: TreeNode, into passage: inout Passage) {
    for child in node.children {
      switch child.kind {
      case .text: inlineText(child.text, into: &passage)
      case .mark(let mark):
        switch mark.text.role {
        case .value(let isOptional): passage.add(.value(mark: mark.index, isOptional: isOptional))
        case .checkbox: passage.add(.checkbox(mark: mark.index))
        case .repetition, .condition, .otherwise, .end, .label, .choice: break
        }
      case .block(let block):
        self.block(block, child, into: &passage) { builder, fragment, passage in
          builder.inline(fragment, into: &passage)
        }
      case .fragment: inline(child, into: &passage)
      case .glyph(let mark):
        passage.add(.glyph(mark: mark.index, text: Array(child.text.utf8)))
      case .boundary: break
      case .element:
        if MarkFinder.isInline(child), !child.children.isEmpty {
          open(child, into: &passage)
          inline(child, into: &passage)
          close(child, into: &passage)
        } else {
          // A picture, a tab or a field counts as text when blanks are settled; a bookmark does not.
          if !child.name.hasPrefix("text:bookmark") { passage.writeContent([]) }
          element(child, into: &passage)
        }
      }
    }
  }

  private func inlineText(_ text: String, into passage: inout Passage) {
    var middle = text[...]
    let begins = middle.first == " "
    let ends = middle.count > 1 && middle.last == " "
    if begins { middle.removeFirst() }
    if ends { middle.removeLast() }
    if begins { passage.add(.blank) }
    if !middle.isEmpty {
      let bound = BoundBlanks.bind(String(middle))
      var bytes: [UInt8] = []
      XMLEscape.append(text: bound, to: &bytes)
      passage.writeContent(bytes)
      if silent == 0 { passage.note(.text(Array(bound.utf8))) }
    }
    if ends { passage.add(.blank) }
  }

  /// Metadata and alternative texts.
  mutating func textOnly(_ node: TreeNode, into passage: inout Passage) {
    open(node, into: &passage)
    if Shape.hasMarks(node) {
      var inner = Passage()
      plain(node, into: &inner)
      passage.add(.plainText(inner.finished))
    } else {
      children(of: node, into: &passage)
    }
    close(node, into: &passage)
  }

  /// The content of an element that holds nothing but text.
  mutating func plain(_ node: TreeNode, into passage: inout Passage) {
    for child in node.children {
      switch child.kind {
      case .text: passage.writeText(child.text)
      case .mark(let mark):
        switch mark.text.role {
        case .value(let isOptional): passage.add(.plain(mark: mark.index, isOptional: isOptional))
        case .checkbox: passage.add(.checkbox(mark: mark.index))
        case .repetition, .condition, .otherwise, .end, .label, .choice: break
        }
      case .block(let block):
        self.block(block, child, into: &passage) { builder, fragment, passage in
          builder.plain(fragment, into: &passage)
        }
      case .fragment: plain(child, into: &passage)
      case .glyph: passage.writeText(child.text)
      case .boundary, .element: break
      }
    }
  }
}
