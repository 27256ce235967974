/// What a page made of a sketch must say: its texts and values in their order, by the meaning of blocks alone.
struct TemplateReading {
  /// What the record holds.
  struct Values: Sendable {
    var place: String?
    var number: String?
    var words: [String] = []
    var color: String?
    var leader: String?
    var items: [String?] = []
    var isOutside = false
  }

  private enum Event {
    case text(String)
    case value(TemplateSketch.Expression)
    case begin(TemplateSketch.Block, at: [Int])
    case otherwise
    case end(at: [Int])
    /// The edge of a row, with the way to it: table, row.
    case row([Int])
    case rowEnd([Int])
  }

  private var events: [Event] = []
  /// How many tables were met; each has a number of its own.
  private var tables = 0

  /// What a page says whose record holds the values.
  static func tokens(of nodes: [TemplateSketch.Node], _ values: Values) -> [String] {
    var reading = TemplateReading()
    reading.walk(nodes, at: [])
    reading.widen()
    var place = 0
    return reading.print(&place, values, item: nil).filter { !$0.isEmpty }
  }

  private mutating func walk(_ nodes: [TemplateSketch.Node], at path: [Int]) {
    for node in nodes {
      switch node {
      case .paragraph(let inlines): inlines.forEach { walk($0, at: path) }
      case .list(let items): items.forEach { walk($0, at: path) }
      case .section(_, let inner): walk(inner, at: path)
      case .table(_, columns: _, let rows):
        tables += 1
        let index = tables
        for (number, row) in rows.enumerated() {
          events.append(.row(path + [index, number]))
          for (column, cell) in row.enumerated() { walk(cell.nodes, at: path + [index, number, column]) }
          events.append(.rowEnd(path + [index, number]))
        }
      }
    }
  }

  private mutating func walk(_ inline: TemplateSketch.Inline, at path: [Int]) {
    switch inline {
    case .token(let text): events.append(.text(text))
    case .value(let expression): events.append(.value(expression))
    case .begin(let block): events.append(.begin(block, at: path))
    case .otherwise: events.append(.otherwise)
    case .end: events.append(.end(at: path))
    case .span(let inlines): inlines.forEach { walk($0, at: path) }
    case .frame(_, let nodes): walk(nodes, at: path)
    }
  }

  /// A block from one cell to another takes whole rows.
  private mutating func widen() {
    var open: [Int] = []
    /// The blocks by their first and last event.
    var blocks: [(first: Int, last: Int, begin: Event, end: Event)] = []
    for (index, event) in events.enumerated() {
      switch event {
      case .begin: open.append(index)
      case .end:
        guard let start = open.popLast() else { break }
        let (from, to) = edges(start, index)
        blocks.append((from, to, events[start], event))
      case .text, .value, .otherwise, .row, .rowEnd: break
      }
    }
    var result: [Event] = []
    // Of blocks that begin at one place, those that end later are around the others.
    let outer = blocks.sorted { $0.last > $1.last }
    let inner = blocks.sorted { $0.first > $1.first }
    for (index, event) in events.enumerated() {
      result += outer.filter { $0.first == index }.map(\.begin)
      switch event {
      case .begin, .end: break
      case .text, .value, .otherwise, .row, .rowEnd: result.append(event)
      }
      result += inner.filter { $0.last == index }.map(\.end)
    }
    events = result
  }

  /// The events between which a block stands: its own, or the edges of rows when it goes from one cell to another.
  private func edges(_ start: Int, _ index: Int) -> (Int, Int) {
    guard case .begin(_, at: let first) = events[start], case .end(at: let last) = events[index] else {
      return (start, index)
    }
    let common = zip(first, last).prefix { $0 == $1 }.count
    // The way is table, row, column for each table; they part at a row or a column.
    guard first != last, common % 3 != 0, first.count > common, last.count > common else { return (start, index) }
    let table = common / 3 * 3 + 1
    let (top, bottom) = (Array(first.prefix(table + 1)), Array(last.prefix(table + 1)))
    let from = events.firstIndex { if case .row(let row) = $0 { row == top } else { false } }
    let to = events.firstIndex { if case .rowEnd(let row) = $0 { row == bottom } else { false } }
    return (from ?? start, to ?? index)
  }

  /// Prints events from a place up to the end of the block that it is in.
  private func print(_ place: inout Int, _ values: Values, item: Int?) -> [String] {
    var tokens: [String] = []
    while place < events.count {
      let event = events[place]
      place += 1
      switch event {
      case .text(let text): tokens.append(text)
      case .value(let expression): tokens += Self.printed(expression, values, item)
      case .begin(let block, at: _):
        let start = place
        var after = place
        var parts: [String] = []
        for turn in Self.turns(block, values, item) {
          place = start
          parts += printBlock(&place, values, turn)
          after = place
        }
        (place, tokens) = (after, tokens + parts)
      case .otherwise, .end:
        place -= 1
        return tokens
      case .row, .rowEnd: break
      }
    }
    return tokens
  }

  /// One turn of a block: nil goes past what is between the marks.
  private func printBlock(_ place: inout Int, _ values: Values, _ turn: Turn) -> [String] {
    var first = print(&place, values, item: turn.item)
    var second: [String] = []
    if place < events.count, case .otherwise = events[place] {
      place += 1
      second = print(&place, values, item: turn.item)
    }
    place += 1
    if !turn.isPrinted { (first, second) = ([], turn.isCondition ? second : []) } else { second = [] }
    return first + second
  }

  private struct Turn {
    var item: Int?
    var isPrinted = true
    var isCondition = false
  }

  private static func turns(_ block: TemplateSketch.Block, _ values: Values, _ item: Int?) -> [Turn] {
    switch block {
    case .items: values.items.isEmpty ? [Turn(isPrinted: false)] : values.items.indices.map { Turn(item: $0) }
    case .words: values.words.isEmpty ? [Turn(isPrinted: false)] : values.words.map { _ in Turn(item: item) }
    case .outside: [Turn(item: item, isPrinted: values.isOutside, isCondition: true)]
    case .filled: [Turn(item: item, isPrinted: values.place != nil, isCondition: true)]
    }
  }

  private static func printed(_ expression: TemplateSketch.Expression, _ values: Values, _ item: Int?) -> [String] {
    switch expression {
    case .place: [values.place ?? "–"]
    case .number: [values.number ?? "–"]
    case .list: values.words.isEmpty ? ["–"] : values.words
    case .color: [values.color ?? "–"]
    case .sum:
      [values.place, values.leader].allSatisfy { $0 == nil } ? ["–"] : [values.place, values.leader].compactMap { $0 }
    case .box: [values.isOutside ? "☒" : "☐"]
    case .what: [item.flatMap { values.items.indices.contains($0) ? values.items[$0] : nil } ?? "–"]
    }
  }
}
