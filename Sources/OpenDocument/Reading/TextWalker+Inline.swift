internal import XMLTree

extension TextWalker {
  /// The contents of a paragraph or of something in it.
  mutating func walkInline(_ parent: XMLNode, isComputed: Bool) {
    var child = parent.firstChild
    while let node = child {
      switch node.kind {
      case .text: appendCollapsed(node, isComputed: isComputed)
      case .element: walkInlineElement(node, isComputed: isComputed)
      case .attribute, .other: break
      }
      child = node.next
    }
  }

  mutating func walkInlineElement(_ node: XMLNode, isComputed: Bool) {
    if noteCarrier(node) { return }
    if node.isIn(ODF.text) {
      walkTextElement(node, isComputed: isComputed)
    } else if node.isIn(ODF.draw) {
      walkDrawing(node, isComputed: isComputed)
    } else if node.isIn(ODF.table) {
      frames.append(node)
    } else if !Self.silent.contains(where: node.isIn) {
      // Of foreign elements in a paragraph only the tags are ignored (ODF 1.3 part 3, 3.17).
      walkInline(node, isComputed: isComputed)
    }
  }

  /// Namespaces whose elements hold no visible text: comments, events, descriptions, forms.
  private static let silent = [
    ODF.office, ODF.script, ODF.form, ODF.style, ODF.meta, ODF.dublinCore,
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
  ]

  private mutating func walkTextElement(_ node: XMLNode, isComputed: Bool) {
    switch node.name {
    case "span": if !styles.hides(node, family: "text") { walkInline(node, isComputed: isComputed) }
    case "s": appendBlanks(node, isComputed: isComputed)
    case "tab": appendBreak(0x09)
    case "line-break": appendBreak(0x0A)
    case "text-input": walkRaw(node, isComputed: isComputed)
    case "note": walkNote(node)
    case "hidden-text": if !HiddenText.isHidden(node) { walkInline(node, isComputed: isComputed) }
    case "hidden-paragraph": if HiddenText.isHidden(node) { isParagraphHidden = true }
    case "ruby-text":
      sink.appendShown(Array(" (".utf8))
      walkInline(node, isComputed: isComputed)
      sink.appendShown(Array(")".utf8))
    case "soft-page-break", "number", "script", "tracked-changes", "note-citation": break
    default: walkInline(node, isComputed: isComputed || ComputedField.isComputed(node))
    }
  }

  private mutating func walkDrawing(_ node: XMLNode, isComputed: Bool) {
    switch node.name {
    case "a": walkInline(node, isComputed: isComputed)
    case "control":
      guard options.includesControls, let value = controlValue(node) else { return }
      sink.appendShown(value)
      (isAfterSpace, endsInSpace) = (false, false)
    default:
      frames.append(node)
      // A frame stands for a character: blanks on both its sides stay.
      (isAfterSpace, endsInSpace) = (false, false)
    }
  }

  // MARK: White space

  /// Appends a text with every run of white space as one blank, none at the paragraph's beginning.
  private mutating func appendCollapsed(_ node: XMLNode, isComputed: Bool) {
    scratch.removeAll(keepingCapacity: true)
    node.appendUTF8(to: &scratch)
    for byte in scratch {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        guard !isAfterSpace else { continue }
        sink.append(0x20, isComputed: isComputed)
        (isAfterSpace, endsInSpace) = (true, true)
      } else {
        sink.append(byte, isComputed: isComputed)
        (isAfterSpace, endsInSpace) = (false, false)
      }
    }
  }

  private mutating func appendBlanks(_ node: XMLNode, isComputed: Bool) {
    let wanted = node.attribute("c", in: ODF.text).flatMap { Int($0) } ?? 1
    guard wanted > 0 else { return }
    let count = 1 + repetition(of: 1, times: wanted)
    for _ in 0..<count { sink.append(0x20, isComputed: isComputed) }
    (isAfterSpace, endsInSpace) = (false, false)
  }

  /// A tab or line end; where blocks are joined, it joins too.
  private mutating func appendBreak(_ byte: UInt8) {
    if joining > 0 {
      sink.appendShown(sink.separator)
      sink.appendComparedBlank()
    } else {
      sink.append(byte)
    }
    (isAfterSpace, endsInSpace) = (false, false)
  }

  /// An input field: its white space is what somebody typed.
  private mutating func walkRaw(_ parent: XMLNode, isComputed: Bool) {
    var child = parent.firstChild
    while let node = child {
      if node.kind == .text {
        scratch.removeAll(keepingCapacity: true)
        node.appendUTF8(to: &scratch)
        for byte in scratch {
          switch byte {
          case 0x0A, 0x0D: appendBreak(0x0A)
          case 0x09: appendBreak(0x09)
          default: sink.append(byte, isComputed: isComputed)
          }
        }
      } else if node.isElement {
        walkInlineElement(node, isComputed: isComputed)
      }
      child = node.next
    }
    (isAfterSpace, endsInSpace) = (false, false)
  }

  // MARK: Notes

  /// A footnote or endnote in square brackets; its number is computed and left out.
  private mutating func walkNote(_ node: XMLNode) {
    guard let body = node.element("note-body", in: ODF.text) else { return }
    let outer = (sink.joinStart, sink.needsSeparator, listDepth)
    let start = sink.mark
    sink.appendShown([UInt8(ascii: "[")])
    (sink.joinStart, listDepth) = (sink.mark.shown, 0)
    joining += 1
    walkBlocks(of: body)
    joining -= 1
    sink.needsSeparator = false
    sink.appendShown([UInt8(ascii: "]")])
    sink.appendComparedBlank()
    (sink.joinStart, listDepth) = (outer.0, outer.2)
    if options.includesNotes {
      (isAfterSpace, endsInSpace) = (false, false)
    } else {
      sink.goBack(to: start, onlyShown: true)
    }
  }
}
