/// Collects the text of a document from its elements and texts as they come; see ``DocumentText`` for the rules.
///
/// It is the same whether they come from a tree, from the parser, or from the program that writes the document.
struct TextWalker {
  /// Where the walk is: what it does with the children of an element.
  enum Context: UInt8 {
    case root, file, styles, style
    case blocks, spreadsheet, list, shape
    case paragraph, inline, computed, raw, ruby, printed, choice
    case note, noteRead, noteBody
    case row, joinedRow, cell
    case forms, listbox
  }

  private(set) var blocks: [DocumentText.Block] = []
  var mainText = TextFingerprint()
  var frameSum: UInt32 = 0

  let options: DocumentText.Options
  var styles: StyleFacts
  var controls: [String: FormControl] = [:]
  var sink: TextSink
  /// Whether the text is kept block by block, or only compared.
  let keepsBlocks: Bool

  var contexts: [Context]
  /// How deep in an element that is left out; 0 outside of one.
  private var skipped = 0
  /// Elements that are read later.
  var recording: Recording?
  /// Something whose text is a value of its own and not part of the text around it.
  var captured: InnerText?
  /// The cell whose paragraphs are noted as lines.
  var cellLines: InnerText?

  /// How deep in cells and notes, whose blocks are joined to one text.
  var joining = 0
  var listDepth = 0
  /// Whether the cells are those of a spreadsheet, which have values.
  var isInSheet = false
  /// How many bytes repetition may still add.
  var allowance: Int

  // The paragraph that is being read, and those around it.
  var isAfterSpace = true
  /// Whether a control was shown and nothing behind it yet.
  var isAfterControl = false
  var endsInSpace = false
  var isParagraphHidden = false
  var isComputed = false
  var frames: [[TextEvent]] = []
  private var paragraphs: [OpenParagraph] = []
  var shapes: [OpenShape] = []
  var notes: [OpenNote] = []
  var rows: [OpenRow] = []
  var cells: [OpenCell] = []
  var printed: [OpenValue] = []
  /// The choice or list of a form that is being read.
  var choice: FormControl?

  /// What is noted of the page, when somebody wants it taken apart.
  var page: PageRecorder?

  /// A walker that begins among blocks, or in front of the root of a part.
  init(
    options: DocumentText.Options, styles: StyleFacts, page: PageRecorder? = nil, keepsBlocks: Bool = true,
    from start: Context = .blocks
  ) {
    self.options = options
    self.styles = styles
    self.page = page
    self.keepsBlocks = keepsBlocks
    allowance = options.mostRepeated
    contexts = [start]
    sink = TextSink(separator: options.cellSeparator)
  }

  /// The fingerprint of everything that was walked through.
  var fingerprint: TextFingerprint {
    var result = mainText
    result.append(unordered: frameSum)
    return result
  }

  /// Whether what comes next is left out, so that nobody needs to hand it over up to the end of the open element.
  var isSkipping: Bool { skipped > 0 && cellLines == nil }

  private var context: Context { contexts.last ?? .blocks }

  // MARK: - Elements and texts

  mutating func open(_ tag: TextTag, _ element: some AttributeSource) {
    cellLines?.open(tag, element)
    if skipped > 0 {
      skipped += 1
    } else if recording != nil {
      recording?.open(tag, element)
    } else if let captured {
      captured.open(tag, element)
    } else {
      switch context {
      case .root: push(.file)
      case .file: openPart(tag)
      case .styles: openStyle(tag, element)
      case .style:
        styles.add(tag, element)
        skip()
      case .blocks, .spreadsheet, .list, .shape, .noteBody, .cell: openBlock(tag, element)
      case .paragraph, .inline, .computed, .raw, .ruby, .printed: openInline(tag, element)
      case .choice:
        if tag == .label { choice?.options.append(element.value("value", .text) ?? "") }
        skip()
      case .note:
        if tag == .noteBody { openNote() } else { skip() }
      case .noteRead: skip()
      case .row, .joinedRow: openCell(tag, element)
      case .forms, .listbox: openControl(tag, element)
      }
    }
  }

  mutating func close() {
    if let lines = cellLines, lines.close() { endLines(lines) }
    if skipped > 0 {
      skipped -= 1
    } else if recording != nil {
      if recording?.close() == true { endRecording() }
    } else if let captured {
      if captured.close() { endCapture(captured) }
    } else {
      let context = contexts.removeLast()
      switch context {
      case .root, .file, .styles, .style, .blocks, .spreadsheet, .inline, .note, .noteRead, .forms: break
      case .list: listDepth -= 1
      case .shape: endShape()
      case .paragraph: endParagraph()
      case .computed: isComputed = false
      case .raw: (isAfterSpace, endsInSpace) = (false, false)
      case .ruby: sink.appendShown(Self.closingBracket)
      case .printed: endPrinted()
      case .choice: endChoice()
      case .noteBody: endNote()
      case .row: endRow()
      case .joinedRow: endJoinedRow()
      case .cell: endCell()
      case .listbox: endListbox()
      }
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    cellLines?.text(bytes)
    if skipped > 0 { return }
    if recording != nil {
      recording?.text(bytes)
      return
    }
    if let captured { return captured.text(bytes) }
    switch context {
    case .paragraph, .inline, .computed, .ruby, .printed: appendCollapsed(bytes)
    case .raw: appendRaw(bytes)
    case .choice: choice?.text += String(decoding: bytes, as: UTF8.self)
    case .root, .file, .styles, .style, .blocks, .spreadsheet, .list, .shape, .note, .noteRead, .noteBody, .row,
      .joinedRow, .cell, .forms, .listbox:
      break
    }
  }

  mutating func push(_ context: Context) {
    contexts.append(context)
  }

  /// Leaves out the element that was just opened.
  mutating func skip() {
    skipped = 1
  }

  private mutating func openPart(_ tag: TextTag) {
    if tag == .body { push(.blocks) } else if tag == .commonStyles { push(.styles) } else { skip() }
  }

  private mutating func openStyle(_ tag: TextTag, _ element: some AttributeSource) {
    guard tag == .style else { return skip() }
    styles.open(element)
    push(.style)
  }

  // MARK: - Blocks

  private mutating func openBlock(_ tag: TextTag, _ element: some AttributeSource) {
    switch tag {
    case .paragraph, .heading: openParagraph(tag, element)
    case .list:
      listDepth += 1
      push(.list)
    case .section:
      if HiddenText.isHidden(element, isSection: true) {
        skip()
      } else if let field = page?.section(element) {
        capture(field, asLines: true)
      } else {
        push(.blocks)
      }
    case .container, .noteBody, .body, .document, .rowGroup: push(.blocks)
    case .spreadsheet:
      isInSheet = true
      push(.spreadsheet)
    case .forms: if options.includesControls || page != nil { push(.forms) } else { skip() }
    case .table: openTable(element, isSheet: context == .spreadsheet)
    case .row: openRow(element)
    case .frame: record(.frameHere, tag, element)
    case .textBox, .shape, .link:
      beginShape()
      push(.shape)
    case .control:
      beginShape()
      showControl(element)
      endShape()
      skip()
    case .span, .blanks, .tab, .lineBreak, .input, .choice, .label, .note, .hiddenText, .hiddenParagraph, .ruby,
      .unread, .deletion, .computed, .alwaysComputed, .inline, .cell, .coveredCell, .otherOfTable, .otherOfDrawing,
      .commonStyles,
      .style, .textProperties, .tableProperties, .formText, .formNumber, .formCheckbox, .formRadio, .formListbox,
      .formOption, .formLabel, .otherOfForm, .silent, .contentControl, .listItem, .printed, .foreign:
      skip()
    }
  }

  /// Takes an element as the whole text, even one that is no block.
  mutating func openOutermost(_ tag: TextTag, _ element: some AttributeSource) {
    if tag == .cell { return push(.blocks) }
    if tag.isOfText, !tag.isBlockOfText { openParagraph(.paragraph, [KeptAttribute]()) }
    open(tag, element)
  }

  // MARK: - Paragraphs

  enum Form {
    case paragraph
    case heading(Int)
  }

  struct OpenParagraph {
    let start: TextSink.Mark
    let form: Form
    let isAfterSpace: Bool
    let endsInSpace: Bool
    let isHidden: Bool
    let isComputed: Bool
    let frames: [[TextEvent]]
  }

  mutating func openParagraph(_ tag: TextTag, _ element: some AttributeSource) {
    var form = Form.paragraph
    if tag == .heading { form = .heading(max(1, element.value("outline-level", .text).flatMap { Int($0) } ?? 1)) }
    paragraphs.append(
      OpenParagraph(
        start: sink.mark, form: form, isAfterSpace: isAfterSpace, endsInSpace: endsInSpace,
        isHidden: isParagraphHidden, isComputed: isComputed, frames: frames))
    (isAfterSpace, endsInSpace, isComputed, frames) = (true, false, false, [])
    isAfterControl = false
    isParagraphHidden = styles.hides(element, family: "paragraph")
    push(.paragraph)
  }

  /// Where the innermost open paragraph begins in what is shown.
  var paragraphStart: Int? { paragraphs.last?.start.shown }

  private mutating func endParagraph() {
    guard let own = paragraphs.popLast() else { return }
    if endsInSpace { sink.dropBlank(after: own.start) }
    if isParagraphHidden {
      sink.goBack(to: own.start)
      page?.open.removeAll { $0.start >= own.start.shown }
    } else {
      endBlock(own.form)
    }
    let anchored = frames
    (isAfterSpace, endsInSpace, isComputed) = (own.isAfterSpace, own.endsInSpace, own.isComputed)
    (isParagraphHidden, frames) = (own.isHidden, own.frames)
    for frame in anchored { replay(frame: frame) }
  }

  /// Ends a paragraph: a block of its own, or a piece of a cell or note.
  mutating func endBlock(_ form: Form) {
    guard joining == 0 else { return sink.endJoined() }
    if keepsBlocks {
      let text = String(decoding: sink.shown, as: UTF8.self)
      switch form {
      case .heading(let level): blocks.append(.heading(text, level: level))
      case .paragraph: blocks.append(listDepth > 0 ? .listItem(text, depth: listDepth) : .paragraph(text))
      }
    }
    page?.endParagraph(sink.shown)
    compareBlock()
  }

  /// Ends a block that is complete.
  mutating func compareBlock(times: Int = 1) {
    for _ in 0..<times {
      mainText.append(sink.compared)
      mainText.separate()
    }
    sink.clear()
  }

  mutating func emit(_ block: @autoclosure () -> DocumentText.Block) {
    if keepsBlocks { blocks.append(block()) }
  }
}
