/// A text inside another that is read by itself.
final class InnerText {
  let carrier: Carrier
  private var walker: TextWalker
  private var depth = 0

  init(_ carrier: Carrier, _ walker: TextWalker) {
    (self.carrier, self.walker) = (carrier, walker)
  }

  func open(_ tag: TextTag, _ element: some AttributeSource) {
    depth += 1
    walker.open(tag, element)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { walker.text(bytes) }

  /// Whether this was the end of what is read.
  func close() -> Bool {
    depth -= 1
    if depth >= 0 { walker.close() }
    return depth < 0
  }

  /// Its paragraphs as lines, list items with a mark in front, none behind the last.
  var lines: String {
    while walker.contexts.count > 1 { walker.close() }
    let lines = walker.blocks.map { block in
      switch block {
      case .heading(let text, level: _), .paragraph(let text): text
      case .listItem(let text, let depth): String(repeating: "  ", count: depth - 1) + "- " + text
      case .row(let cells): cells.joined(separator: "\t")
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension TextWalker {
  /// Reads what follows as a value of its own; the carrier gets it at its end.
  mutating func capture(_ carrier: Carrier, asLines: Bool) {
    captured = InnerText(carrier, asLines ? TextWalker(options: .init(), styles: styles) : TextWalker.raw())
  }

  mutating func endCapture(_ inner: InnerText) {
    captured = nil
    var carrier = inner.carrier
    carrier.text = inner.lines
    note(carrier)
    // Outside of cells a section is a piece of the page by itself.
    if carrier.kind == .section, joining == 0 { page?.endParagraph([]) }
  }

  /// Notes the paragraphs of the cell that was just opened, if they are wanted.
  mutating func captureLines() {
    guard page?.keepsLines == true, joining == 0 else { return }
    cellLines = InnerText(Carrier(.section, name: "", text: ""), TextWalker(options: .init(), styles: styles))
  }

  mutating func endLines(_ inner: InnerText) {
    cellLines = nil
    let text = inner.lines
    cells[cells.count - 1].lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// A walker for the content of an input field: its white space is what somebody typed.
  private static func raw() -> TextWalker {
    var walker = TextWalker(options: .init(), styles: StyleFacts())
    walker.openParagraph(.paragraph, [KeptAttribute]())
    walker.push(.raw)
    return walker
  }
}
