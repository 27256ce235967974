/// What a block must not take along or tear apart when it acts on whole paragraphs or rows.
extension BlockHoister {
  /// Refuses text beside the first and the last mark of a block: it would come, go and be repeated with it.
  ///
  /// A row is repeated as a whole, and everybody sees it so; a paragraph or a list item is not.
  func outside(_ block: TemplateBlock, _ carriers: [TreeNode]) -> TemplateProblem? {
    guard let first = carriers.first, let last = carriers.last, let begin = block.boundaries.first,
      let end = block.boundaries.last
    else { return nil }
    if first !== begin, !Self.isRows(first), let text = Self.text(in: first, before: begin) {
      return block.begin.problem(.outside, found: text)
    }
    if last !== end, !Self.isRows(last), let text = Self.text(in: last, behind: end) {
      return block.begin.problem(.outside, found: text)
    }
    return nil
  }

  /// Refuses rows through whose edges a cell reaches that spans several rows.
  func merged(_ block: TemplateBlock, _ carriers: [TreeNode]) -> TemplateProblem? {
    guard let first = carriers.first, Self.isRows(first), let last = carriers.last,
      let table = first.ancestors.first(where: { $0.name == "table:table" })
    else { return nil }
    let grid = RowSpans(table)
    guard let start = grid.rows(in: first)?.lowerBound, let end = grid.rows(in: last)?.upperBound else { return nil }
    var edges = [start, end]
    if carriers.count == 3, carriers[1] !== first, carriers[1] !== last, let middle = grid.rows(in: carriers[1]) {
      edges += [middle.lowerBound, middle.upperBound]
    }
    guard let cell = edges.lazy.compactMap({ grid.cell(across: $0) }).first else { return nil }
    return block.begin.problem(.merged, found: Self.shortened(cell.content))
  }

  /// Warns of marks that stand alone in cells of one row with others between them.
  func columns(_ block: TemplateBlock, _ carriers: [TreeNode]) -> TemplateWarning? {
    guard block.isRepetition, let row = carriers.first, row.name == "table:table-row",
      carriers.allSatisfy({ $0 === row }),
      let begin = block.boundaries.first, let end = block.boundaries.last
    else { return nil }
    let cells = [begin, end].compactMap { node in node.ancestors.first { $0.name == "table:table-cell" } }
    guard cells.count == 2, cells[0] !== cells[1], cells.allSatisfy(Self.isBare),
      let from = cells[0].index, let to = cells[1].index, from < to,
      row.children[from..<to].contains(where: { $0.name == "table:table-cell" && !Self.isBare($0) })
    else { return nil }
    let mark = block.begin
    return TemplateWarning(code: .columns, place: mark.place, line: mark.line, text: "für \(mark.text.expression)")
  }

  /// Refuses page breaks of paragraphs that vanish with their marks.
  func pageBreak(_ block: TemplateBlock, _ carrier: TreeNode) -> TemplateProblem? {
    var hasBreak = false
    carrier.visit { node in
      if node.name == "text:p" || node.name == "text:h", let style = node["text:style-name"] {
        hasBreak = hasBreak || breakingStyles.contains(style)
      }
      return true
    }
    return hasBreak ? block.begin.problem(.pageBreak) : nil
  }

  /// The paragraph styles that begin or end a page.
  static func breakingStyles(_ root: TreeNode) -> Set<String> {
    var result: Set<String> = []
    for style in ["office:automatic-styles", "office:styles"].flatMap({ root.child($0)?.children ?? [] })
    where style["style:family"] == "paragraph" {
      let properties = style.child("style:paragraph-properties")
      let breaks = ["fo:break-before", "fo:break-after"].compactMap { properties?[$0] }
      guard let name = style["style:name"] else { continue }
      if breaks.contains(where: { $0 != "auto" }) || style["style:master-page-name"].map({ !$0.isEmpty }) == true {
        result.insert(name)
      }
    }
    return result
  }

  // MARK: - Text

  private static func text(in carrier: TreeNode, before mark: TreeNode) -> String? {
    var parts: [TreeNode] = []
    var isFound = false
    carrier.visit { node in
      if node === mark { isFound = true }
      if !isFound { parts.append(node) }
      return !isFound
    }
    return words(of: parts)
  }

  private static func text(in carrier: TreeNode, behind mark: TreeNode) -> String? {
    var parts: [TreeNode] = []
    var isFound = false
    carrier.visit { node in
      if isFound { parts.append(node) }
      if node === mark { isFound = true }
      return true
    }
    return words(of: parts)
  }

  /// What nodes show, for a message; nil when they show nothing.
  private static func words(of nodes: [TreeNode]) -> String? {
    guard nodes.contains(where: isContent) else { return nil }
    let shown = nodes.map { node in
      switch node.kind {
      case .text: node.text
      case .mark(let mark): "<\(mark.text.expression)>"
      case .element, .glyph, .boundary, .block, .fragment: ""
      }
    }
    return shortened(shown.joined())
  }

  private static func shortened(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > 40 ? words.prefix(39) + "…" : words
  }
}

/// The rows of a table by their numbers, and which cells reach over several.
private struct RowSpans {
  private var rows: [(node: TreeNode, first: Int, count: Int)] = []
  private var spans: [(cell: TreeNode, rows: Range<Int>)] = []

  init(_ table: TreeNode) {
    var next = 0
    for child in table.children {
      child.visit { node in
        if node.name == "table:table" { return false }
        guard node.name == "table:table-row" else { return true }
        let count = max(1, node["table:number-rows-repeated"].flatMap { Int($0) } ?? 1)
        rows.append((node, next, count))
        for cell in node.children {
          guard let span = cell["table:number-rows-spanned"].flatMap({ Int($0) }), span > 1 else { continue }
          spans.append((cell, next..<(next + span)))
        }
        next += count
        return false
      }
    }
  }

  /// The numbers of the rows that a row or a group of rows is.
  func rows(in carrier: TreeNode) -> Range<Int>? {
    let own = rows.filter { $0.node === carrier || $0.node.ancestors.contains { $0 === carrier } }
    guard let first = own.first, let last = own.last else { return nil }
    return first.first..<(last.first + last.count)
  }

  /// A cell that begins before a row and ends after its beginning.
  func cell(across row: Int) -> TreeNode? {
    spans.first { $0.rows.lowerBound < row && row < $0.rows.upperBound }?.cell
  }
}
