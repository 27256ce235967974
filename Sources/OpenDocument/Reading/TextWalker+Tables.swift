internal import XMLTree

extension TextWalker {
  mutating func walkTableBlock(_ node: XMLNode, isOutermost: Bool) {
    switch node.name {
    case "table": walkTable(node)
    case "table-header-rows", "table-rows", "table-row-group", "shapes": walkBlocks(of: node)
    case "table-row": walkRow(node)
    case "table-cell": if isOutermost { walkBlocks(of: node) }
    default: break
    }
  }

  /// A table; of a sheet the name comes first, as its heading.
  private mutating func walkTable(_ table: XMLNode) {
    guard !styles.hides(table: table) else { return }
    if table.parent?.isElement("spreadsheet", in: ODF.office) == true,
      let name = table.attribute("name", in: ODF.table)
    {
      emit(.heading(name, level: 1))
    }
    if joining == 0 { page?.beginTable(table.attribute("name", in: ODF.table)) }
    walkBlocks(of: table)
  }

  private mutating func walkRow(_ row: XMLNode) {
    switch row.attribute("visibility", in: ODF.table) {
    case "collapse", "filter": return
    default: break
    }
    let times = Self.times("number-rows-repeated", row)
    defer { if joining == 0 { page?.skipRows(times - 1) } }
    if joining > 0 { walkJoinedRow(row, times: times) } else { walkOwnRow(row, times: times) }
  }

  /// A row that is a block.
  private mutating func walkOwnRow(_ row: XMLNode, times: Int) {
    var cells: [String] = []
    // Empty cells count only when a filled one follows; at the end of a row each is one, however often repeated.
    var empty = (cells: 0, columns: 0)
    var length = 0
    var number = 0
    page?.beginRow()
    for cell in row.elements where cell.isIn(ODF.table) && cell.name.hasSuffix("table-cell") {
      let start = sink.mark
      let columns = Self.times("number-columns-repeated", cell)
      walkCell(cell)
      if cell.name == "table-cell" {
        number += 1
        let lines = cellLines(cell)
        page?.endCell(number, sink.shown, from: start.shown, lines: lines, times: columns)
        number += columns - 1
      }
      let own = sink.length(after: start)
      guard own > 0 else {
        empty = (empty.cells + 1, min(empty.columns + columns, DocumentText.mostRepeated))
        continue
      }
      let gap = empty.cells + repetition(of: 1, times: empty.columns - empty.cells + 1)
      cells += Array(repeating: "", count: gap)
      empty = (0, 0)
      let copies = repetition(of: own + 1, times: columns)
      cells += Array(repeating: sink.text(after: start), count: 1 + copies)
      sink.repeatText(after: start, times: copies, isJoined: false)
      sink.appendComparedBlank()
      length += (own + 1) * (1 + copies)
    }
    cells += Array(repeating: "", count: empty.cells)
    let copies = length > 0 ? repetition(of: length, times: times) : 0
    for _ in 0...copies { emit(.row(cells)) }
    compareBlock(times: 1 + copies)
  }

  /// A row in a table that stands in a cell or note: a piece of its text.
  private mutating func walkJoinedRow(_ row: XMLNode, times: Int) {
    let start = sink.mark
    for cell in row.elements where cell.isIn(ODF.table) && cell.name.hasSuffix("table-cell") {
      let cellStart = sink.mark
      walkCell(cell)
      repeatJoined(after: cellStart, times: Self.times("number-columns-repeated", cell))
    }
    repeatJoined(after: start, times: times)
  }

  private mutating func repeatJoined(after start: TextSink.Mark, times: Int) {
    let own = sink.length(after: start)
    guard own > 0 else { return }
    let copies = repetition(of: own + sink.separator.count, times: times)
    sink.repeatText(after: start, times: copies, isJoined: true)
  }

  private mutating func walkCell(_ cell: XMLNode) {
    guard cell.name == "table-cell" else { return }
    let isOuter = joining == 0
    let outerDepth = listDepth
    if isOuter { (sink.joinStart, sink.needsSeparator) = (sink.mark.shown, false) }
    listDepth = 0
    joining += 1
    if let value = styles.value(ofCell: cell, inSheet: isInSheet) {
      let outer = sink.exchangeCompared([])
      walkBlocks(of: cell)
      _ = sink.exchangeCompared(outer)
      sink.appendCompared(value)
    } else {
      walkBlocks(of: cell)
    }
    joining -= 1
    listDepth = outerDepth
    if isOuter { sink.needsSeparator = false }
  }

  /// How many copies of a piece of text are made beside the first, within what is still allowed.
  mutating func repetition(of length: Int, times: Int) -> Int {
    let copies = max(0, min(times - 1, allowance / max(1, length)))
    allowance -= copies * length
    return copies
  }

  private static func times(_ name: String, _ node: XMLNode) -> Int {
    min(max(1, node.attribute(name, in: ODF.table).flatMap { Int($0) } ?? 1), DocumentText.mostRepeated)
  }
}
