extension TextWalker {
  /// A row that is being read.
  struct OpenRow {
    let start: TextSink.Mark
    let times: Int
    var cells: [String] = []
    // Empty cells count only when a filled one follows; at the end of a row each is one, however often repeated.
    var empty = (cells: 0, columns: 0)
    var length = 0
    var number = 0
  }

  /// A cell that is being read.
  struct OpenCell {
    let start: TextSink.Mark
    let columns: Int
    let isOuter: Bool
    let listDepth: Int
    /// What counts in place of its text, and what was compared before it.
    let value: (text: String, before: [UInt8])?
    var lines: [String] = []
  }

  /// A table; of a sheet the name comes first, as its heading.
  mutating func openTable(_ table: some AttributeSource, isSheet: Bool) {
    guard !styles.hides(table: table) else { return skip() }
    if isSheet, let name = table.value("name", .table) { emit(.heading(name, level: 1)) }
    if joining == 0 { page?.beginTable(table.value("name", .table)) }
    push(.blocks)
  }

  mutating func openRow(_ row: some AttributeSource) {
    switch row.value("visibility", .table) {
    case "collapse", "filter": return skip()
    default: break
    }
    rows.append(OpenRow(start: sink.mark, times: Self.times("number-rows-repeated", row)))
    if joining > 0 {
      push(.joinedRow)
    } else {
      page?.beginRow()
      push(.row)
    }
  }

  // MARK: - Cells

  mutating func openCell(_ tag: TextTag, _ element: some AttributeSource) {
    guard tag == .cell || tag == .coveredCell, !rows.isEmpty else { return skip() }
    let columns = Self.times("number-columns-repeated", element)
    guard tag == .cell else {
      if joining == 0 { addCell(from: sink.mark, columns: columns) }
      return skip()
    }
    let isOuter = joining == 0
    captureLines()
    if isOuter { (sink.joinStart, sink.needsSeparator) = (sink.mark.shown, false) }
    let start = sink.mark
    let value = styles.value(ofCell: element, inSheet: isInSheet).map { ($0, sink.exchangeCompared([])) }
    cells.append(
      OpenCell(start: start, columns: columns, isOuter: isOuter, listDepth: listDepth, value: value))
    listDepth = 0
    joining += 1
    push(.cell)
  }

  mutating func endCell() {
    guard let cell = cells.popLast() else { return }
    if let value = cell.value {
      _ = sink.exchangeCompared(value.before)
      sink.appendCompared(value.text)
    }
    joining -= 1
    listDepth = cell.listDepth
    guard cell.isOuter else { return repeatJoined(after: cell.start, times: cell.columns) }
    sink.needsSeparator = false
    let row = rows.count - 1
    rows[row].number += 1
    page?.endCell(rows[row].number, sink.shown, from: cell.start.shown, lines: cell.lines, times: cell.columns)
    rows[row].number += cell.columns - 1
    addCell(from: cell.start, columns: cell.columns)
  }

  /// Counts a cell of a row that is a block.
  private mutating func addCell(from start: TextSink.Mark, columns: Int) {
    let index = rows.count - 1
    let own = sink.length(after: start)
    let empty = rows[index].empty
    guard own > 0 else {
      rows[index].empty = (empty.cells + 1, min(empty.columns + columns, DocumentText.mostRepeated))
      return
    }
    let gap = empty.cells + repetition(of: 1, times: empty.columns - empty.cells + 1)
    let copies = repetition(of: own + 1, times: columns)
    rows[index].empty = (0, 0)
    rows[index].length += (own + 1) * (1 + copies)
    if keepsBlocks {
      rows[index].cells += Array(repeating: "", count: gap)
      rows[index].cells += Array(repeating: sink.text(after: start), count: 1 + copies)
    }
    sink.repeatText(after: start, times: copies, isJoined: false)
    sink.appendComparedBlank()
  }

  // MARK: - Rows

  mutating func endRow() {
    guard let row = rows.popLast() else { return }
    let copies = row.length > 0 ? repetition(of: row.length, times: row.times) : 0
    for _ in 0...copies { emit(.row(row.cells + Array(repeating: "", count: row.empty.cells))) }
    compareBlock(times: 1 + copies)
    page?.skipRows(row.times - 1)
  }

  /// Ends a row in a table that stands in a cell or note: a piece of its text.
  mutating func endJoinedRow() {
    guard let row = rows.popLast() else { return }
    repeatJoined(after: row.start, times: row.times)
  }

  private mutating func repeatJoined(after start: TextSink.Mark, times: Int) {
    let own = sink.length(after: start)
    guard own > 0 else { return }
    let copies = repetition(of: own + sink.separator.count, times: times)
    sink.repeatText(after: start, times: copies, isJoined: true)
  }

  /// How many copies of a piece of text are made beside the first, within what is still allowed.
  mutating func repetition(of length: Int, times: Int) -> Int {
    let copies = max(0, min(times - 1, allowance / max(1, length)))
    allowance -= copies * length
    return copies
  }

  private static func times(_ name: String, _ element: some AttributeSource) -> Int {
    min(max(1, element.value(name, .table).flatMap { Int($0) } ?? 1), DocumentText.mostRepeated)
  }
}
