internal import XMLTree

/// Walks through a body and collects its text; see ``DocumentText`` for the rules.
///
/// It descends as deep as the elements are nested, which the limits for XML bound.
struct TextWalker {
  private(set) var blocks: [DocumentText.Block] = []
  private var mainText = TextFingerprint()
  private var frameSum: UInt32 = 0

  let options: DocumentText.Options
  let styles: StyleFacts
  var controls: [String: [UInt8]] = [:]
  var sink: TextSink

  /// How deep in cells and notes, whose blocks are joined to one text.
  var joining = 0
  var listDepth = 0
  /// Whether the cells are those of a spreadsheet, which have values.
  private(set) var isInSheet = false
  /// How many bytes repetition may still add.
  var allowance = DocumentText.mostRepeated

  // The paragraph that is being read.
  var isAfterSpace = true
  var endsInSpace = false
  var isParagraphHidden = false
  var frames: [XMLNode] = []
  var scratch: [UInt8] = []

  /// What is noted of the page, when somebody wants it taken apart.
  var page: PageRecorder?

  init(options: DocumentText.Options, styles: StyleFacts) {
    self.options = options
    self.styles = styles
    sink = TextSink(separator: options.cellSeparator)
  }

  /// The fingerprint of everything that was walked through.
  var fingerprint: TextFingerprint {
    var result = mainText
    result.append(unordered: frameSum)
    return result
  }

  // MARK: Blocks

  mutating func walkBlocks(of parent: XMLNode) {
    var child = parent.firstChild
    while let node = child {
      if node.isElement { walkBlock(node) }
      child = node.next
    }
  }

  mutating func walkBlock(_ node: XMLNode, isOutermost: Bool = false) {
    if node.isIn(ODF.text) {
      walkTextBlock(node, isOutermost: isOutermost)
    } else if node.isIn(ODF.table) {
      walkTableBlock(node, isOutermost: isOutermost)
    } else if node.isIn(ODF.draw) {
      walkFrame(node)
    } else if node.isIn(ODF.office) {
      switch node.name {
      case "spreadsheet":
        isInSheet = true
        walkBlocks(of: node)
      case "body", "text", "presentation", "drawing", "chart": walkBlocks(of: node)
      default: break
      }
    }
  }

  private mutating func walkTextBlock(_ node: XMLNode, isOutermost: Bool) {
    switch node.name {
    case "p": paragraph(node)
    case "h": paragraph(node)
    case "list":
      listDepth += 1
      walkBlocks(of: node)
      listDepth -= 1
    case "section": if !HiddenText.isHidden(node), !noteSection(node) { walkBlocks(of: node) }
    case "list-item", "list-header", "numbered-paragraph", "index-body", "index-title", "table-of-content",
      "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index", "bibliography",
      "note-body":
      walkBlocks(of: node)
    default: if isOutermost { paragraph(node) }
    }
  }

  /// Text boxes, shapes with text in them, groups of both.
  private mutating func walkShape(_ node: XMLNode) {
    switch node.name {
    case "frame":
      // The children of a frame are several forms of the same thing: only one is shown (ODF 1.3 part 3, 10.4.2).
      if let box = node.element("text-box", in: ODF.draw) {
        walkBlocks(of: box)
      } else if let table = node.element("table", in: ODF.table) {
        walkBlock(table)
      }
    case "control":
      if noteCarrier(node) { return }
      guard options.includesControls, let value = controlValue(node) else { return }
      sink.appendShown(value)
      endBlock(.paragraph)
    case "text-box", "g", "a", "page", "rect", "line", "polyline", "polygon", "regular-polygon", "path",
      "circle",
      "ellipse", "connector", "caption", "measure", "custom-shape":
      walkBlocks(of: node)
    default: break
    }
  }

  // MARK: Paragraphs

  private enum Form {
    case paragraph
    case heading(Int)
  }

  private mutating func paragraph(_ node: XMLNode) {
    let outer = (isAfterSpace, endsInSpace, isParagraphHidden, frames)
    (isAfterSpace, endsInSpace, frames) = (true, false, [])
    isParagraphHidden = styles.hides(node, family: "paragraph")
    let start = sink.mark
    if node.isElement("p", in: ODF.text) || node.isElement("h", in: ODF.text) {
      walkInline(node, isComputed: false)
    } else {
      walkInlineElement(node, isComputed: false)
    }
    if endsInSpace { sink.dropBlank(after: start) }
    if isParagraphHidden {
      sink.goBack(to: start)
      page?.open.removeAll { $0.start >= start.shown }
    } else {
      let level = node.attribute("outline-level", in: ODF.text).flatMap { Int($0) } ?? 1
      endBlock(node.name == "h" ? .heading(max(1, level)) : .paragraph)
    }
    let anchored = frames
    (isAfterSpace, endsInSpace, isParagraphHidden, frames) = outer
    for frame in anchored { walkFrame(frame) }
  }

  /// Ends a paragraph: a block of its own, or a piece of a cell or note.
  private mutating func endBlock(_ form: Form) {
    guard joining == 0 else { return sink.endJoined() }
    let text = String(decoding: sink.shown, as: UTF8.self)
    switch form {
    case .heading(let level): blocks.append(.heading(text, level: level))
    case .paragraph: blocks.append(listDepth > 0 ? .listItem(text, depth: listDepth) : .paragraph(text))
    }
    page?.endParagraph(sink.shown)
    compareBlock()
  }

  /// Ends a block that is complete.
  mutating func compareBlock(times: Int = 1) {
    let compared = sink.takeCompared()
    for _ in 0..<times {
      mainText.append(compared[...])
      mainText.separate()
    }
  }

  mutating func emit(_ block: DocumentText.Block) {
    blocks.append(block)
  }

  /// Walks through a frame; its text is compared apart from what is around it.
  private mutating func walkFrame(_ frame: XMLNode) {
    let outerText = mainText
    let outerDepth = listDepth
    let outerCompared = sink.exchangeCompared([])
    mainText = TextFingerprint()
    listDepth = 0
    if frame.isIn(ODF.draw) { walkShape(frame) } else { walkBlock(frame) }
    mainText.append(sink.exchangeCompared(outerCompared)[...])
    frameSum &+= mainText.value
    (mainText, listDepth) = (outerText, outerDepth)
  }
}
