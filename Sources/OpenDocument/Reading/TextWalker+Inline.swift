extension TextWalker {
  static let closingBracket = Array(")".utf8)
  private static let openingBracket = Array(" (".utf8)

  /// An element of a paragraph.
  mutating func openInline(_ tag: TextTag, _ element: some AttributeSource) {
    if page != nil, openCarrier(tag, element) { return }
    switch tag {
    case .span: if styles.hides(element, family: "text") { skip() } else { push(.inline) }
    case .blanks:
      appendBlanks(element.value("c", .text).flatMap { Int($0) } ?? 1)
      skip()
    case .tab: appendBreak(0x09)
    case .lineBreak: appendBreak(0x0A)
    case .input: push(.raw)
    case .note: push(.note)
    case .hiddenText: if HiddenText.isHidden(element, isSection: false) { skip() } else { push(.inline) }
    case .hiddenParagraph:
      if HiddenText.isHidden(element, isSection: false) { isParagraphHidden = true }
      skip()
    case .ruby:
      sink.appendShown(Self.openingBracket)
      push(.ruby)
    case .computed: if element.value("fixed", .text) == "true" { push(.inline) } else { pushComputed() }
    case .alwaysComputed: pushComputed()
    case .link, .paragraph, .heading, .list, .section, .container, .noteBody, .choice, .label, .inline, .contentControl,
      .listItem, .printed, .foreign:
      // Of foreign elements in a paragraph only the tags are ignored (ODF 1.3 part 3, 3.17).
      push(.inline)
    case .control:
      if let value = controlValue(element) { appendControl(value) }
      skip()
    case .frame, .textBox, .shape, .otherOfDrawing:
      keepFrame(tag, element)
      // A frame stands for a character: blanks on both its sides stay.
      (isAfterSpace, endsInSpace) = (false, false)
    case .table, .rowGroup, .row, .cell, .coveredCell, .otherOfTable: keepFrame(tag, element)
    case .deletion:
      page?.noteDeletion()
      skip()
    case .unread, .silent, .body, .spreadsheet, .document, .commonStyles, .forms, .style, .textProperties,
      .tableProperties, .formText, .formNumber, .formCheckbox, .formRadio, .formListbox, .formOption, .formLabel,
      .otherOfForm:
      skip()
    }
  }

  private mutating func pushComputed() {
    push(isComputed ? .inline : .computed)
    isComputed = true
  }

  /// Appends what a control shows, apart from the words around it: a control is a thing of its own on the page.
  private mutating func appendControl(_ value: [UInt8]) {
    guard !value.isEmpty else { return }
    if isBehindText { sink.appendShown([0x20]) }
    sink.appendShown(value)
    (isAfterSpace, endsInSpace, isAfterControl) = (false, false, true)
  }

  /// A word directly behind a control is not part of what the control shows.
  private mutating func separateFromControl() {
    isAfterControl = false
    if isBehindText { sink.appendShown([0x20]) }
  }

  /// Whether a word stands in front, in the same paragraph.
  private var isBehindText: Bool {
    guard let start = paragraphStart, sink.shown.count > start, let last = sink.shown.last else { return false }
    return !sink.needsSeparator && !Self.isSpace(last)
  }

  // MARK: - White space

  /// Appends a text with every run of white space as one blank, none at the paragraph's beginning.
  mutating func appendCollapsed(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, !Self.isSpace(bytes[end]) { end += 1 }
      if end > start {
        if isAfterControl { separateFromControl() }
        sink.append(UnsafeBufferPointer(rebasing: bytes[start..<end]), isComputed: isComputed)
        (isAfterSpace, endsInSpace) = (false, false)
      }
      start = end
      while start < bytes.count, Self.isSpace(bytes[start]) { start += 1 }
      if start > end, !isAfterSpace {
        sink.append(0x20, isComputed: isComputed)
        (isAfterSpace, endsInSpace) = (true, true)
      }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private mutating func appendBlanks(_ wanted: Int) {
    guard wanted > 0 else { return }
    let count = 1 + repetition(of: 1, times: wanted)
    for _ in 0..<count { sink.append(0x20, isComputed: isComputed) }
    (isAfterSpace, endsInSpace) = (false, false)
  }

  /// A tab or line end, in which nothing counts.
  private mutating func appendBreak(_ byte: UInt8) {
    breakLine(byte)
    skip()
  }

  /// Where blocks are joined, a tab or line end joins too.
  private mutating func breakLine(_ byte: UInt8) {
    if joining > 0 {
      sink.appendShown(sink.separator)
      sink.appendComparedBlank()
    } else {
      sink.append(byte)
    }
    (isAfterSpace, endsInSpace) = (false, false)
  }

  /// Text of an input field: its white space is what somebody typed.
  mutating func appendRaw(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isAfterControl, bytes.first.map({ !Self.isSpace($0) }) ?? false { separateFromControl() }
    for byte in bytes {
      switch byte {
      case 0x0A, 0x0D: breakLine(0x0A)
      case 0x09: breakLine(0x09)
      default: sink.append(byte, isComputed: isComputed)
      }
    }
  }

  // MARK: - Notes

  /// A note that is being read.
  struct OpenNote {
    let start: TextSink.Mark
    let joinStart: Int
    let listDepth: Int
  }

  /// The body of a footnote or endnote, in square brackets; the note's number is computed and left out.
  mutating func openNote() {
    contexts[contexts.count - 1] = .noteRead
    push(.noteBody)
    notes.append(OpenNote(start: sink.mark, joinStart: sink.joinStart, listDepth: listDepth))
    sink.appendShown([UInt8(ascii: "[")])
    (sink.joinStart, listDepth) = (sink.mark.shown, 0)
    joining += 1
  }

  mutating func endNote() {
    guard let own = notes.popLast() else { return }
    joining -= 1
    sink.needsSeparator = false
    sink.appendShown([UInt8(ascii: "]")])
    sink.appendComparedBlank()
    (sink.joinStart, listDepth) = (own.joinStart, own.listDepth)
    if options.includesNotes {
      (isAfterSpace, endsInSpace) = (false, false)
    } else {
      sink.goBack(to: own.start, onlyShown: true)
    }
  }
}
