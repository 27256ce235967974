/// Draws templates by chance: first what stands there, then marks anywhere in it.
struct TemplateDrawing {
  private typealias Sketch = TemplateSketch
  private var dice: Dice
  private var count = 0

  private init(_ dice: Dice) { self.dice = dice }

  /// A sketch that follows from dice.
  static func sketch(_ dice: Dice) -> TemplateSketch {
    var drawing = TemplateDrawing(dice)
    var body = drawing.nodes(depth: 0, drawing.dice.number(2...6))
    var header = drawing.dice.chance(50) ? [drawing.paragraph()] : []
    for _ in 0..<drawing.dice.number(0...4) { drawing.putBlock(in: &body) }
    if !header.isEmpty, drawing.dice.chance(40) { drawing.putBlock(in: &header) }
    return TemplateSketch(body: body, header: header)
  }

  private mutating func name(_ letter: String) -> String {
    count += 1
    return letter + String(count)
  }

  private mutating func nodes(depth: Int, _ number: Int) -> [TemplateSketch.Node] {
    (0..<number).map { _ in node(depth: depth) }
  }

  private mutating func node(depth: Int) -> TemplateSketch.Node {
    switch dice.number(1...(depth > 1 ? 5 : 10)) {
    case 1...5: return paragraph()
    case 6...8: return table(depth: depth)
    case 9:
      return .list((0..<dice.number(1...3)).map { _ in nodes(depth: 2, 1) })
    default: return .section(name("Bereich"), nodes(depth: depth + 1, dice.number(1...3)))
    }
  }

  private mutating func paragraph() -> TemplateSketch.Node {
    .paragraph((0..<dice.number(1...4)).map { _ in inline(depth: 0) })
  }

  private mutating func inline(depth: Int) -> TemplateSketch.Inline {
    switch dice.number(1...(depth > 0 ? 8 : 10)) {
    case 1...5: return .token(name("T"))
    case 6...8: return .value(dice.pick(TemplateSketch.Expression.allCases.dropLast(), or: .place))
    case 9: return .span((0..<dice.number(1...3)).map { _ in inline(depth: 1) })
    default:
      guard dice.chance(30) else { return .token(name("T")) }
      return .frame(name("Rahmen"), [.paragraph([.token(name("F")), inline(depth: 1)])])
    }
  }

  private mutating func table(depth: Int) -> TemplateSketch.Node {
    let columns = dice.number(2...4)
    var rows: [[TemplateSketch.Cell]] = []
    for _ in 0..<dice.number(1...4) {
      rows.append(
        (0..<columns).map { _ in TemplateSketch.Cell(nodes: nodes(depth: max(depth + 1, dice.chance(6) ? 1 : 2), 1)) })
    }
    for _ in 0..<dice.number(0...2) { merge(&rows, columns) }
    return .table(name("Tabelle"), columns: columns, rows: rows)
  }

  /// Merges two cells beside or above each other, unless one of them is merged already.
  private mutating func merge(_ rows: inout [[TemplateSketch.Cell]], _ columns: Int) {
    let (row, column) = (dice.number(0...rows.count - 1), dice.number(0...columns - 1))
    let isDown = dice.chance(50)
    let other = isDown ? (row + 1, column) : (row, column + 1)
    guard other.0 < rows.count, other.1 < columns else { return }
    let (cell, next) = (rows[row][column], rows[other.0][other.1])
    guard !cell.isCovered, !next.isCovered, cell.columns * cell.rows == 1, next.columns * next.rows == 1 else { return }
    if isDown { rows[row][column].rows = 2 } else { rows[row][column].columns = 2 }
    rows[other.0][other.1] = TemplateSketch.Cell(isCovered: true)
  }

  // MARK: - Marks

  /// Puts a block around something: whole paragraphs, words, rows, or from anywhere to anywhere.
  private mutating func putBlock(in nodes: inout [TemplateSketch.Node]) {
    let block = dice.pick(TemplateSketch.Block.allCases, or: .items)
    switch dice.number(1...10) {
    case 1...4: surround(&nodes, block)
    case 5...7: if !putInTable(&nodes, block) { surround(&nodes, block) }
    default:
      // Two places among all paragraphs, in their order.
      let all = Self.count(nodes)
      guard all > 0 else { return }
      let places = [dice.number(0...all - 1), dice.chance(50) ? dice.number(0...all - 1) : -1]
      let first = places[1] < 0 ? places[0] : min(places[0], places[1])
      let last = places[1] < 0 ? places[0] : max(places[0], places[1])
      var number = 0
      insert(&nodes, &number, from: first, to: last, block)
    }
  }

  /// Paragraphs of their own before and behind some neighbours.
  private mutating func surround(_ nodes: inout [TemplateSketch.Node], _ block: TemplateSketch.Block) {
    if dice.chance(30) {
      for (index, node) in nodes.enumerated() {
        guard case .section(let name, var inner) = node, dice.chance(60) else { continue }
        surround(&inner, block)
        nodes[index] = .section(name, inner)
        return
      }
    }
    let first = dice.number(0...nodes.count)
    let last = dice.number(first...nodes.count)
    nodes.insert(.paragraph([.end]), at: last)
    if block == .items, dice.chance(60) { nodes.insert(.paragraph([.value(.what)]), at: last) }
    if block == .outside, dice.chance(40) {
      nodes.insert(contentsOf: [.paragraph([.otherwise]), .paragraph([.token(name("T"))])], at: last)
    }
    nodes.insert(.paragraph([.begin(block)]), at: first)
  }

  /// From the first cell of a row to the last of it or of another row.
  private mutating func putInTable(_ nodes: inout [TemplateSketch.Node], _ block: TemplateSketch.Block) -> Bool {
    for (index, node) in nodes.enumerated() {
      guard case .table(let name, let columns, var rows) = node else { continue }
      let first = dice.number(0...rows.count - 1)
      let last = dice.chance(70) ? first : dice.number(first...rows.count - 1)
      let begin = dice.chance(80) ? 0 : dice.number(0...columns - 1)
      let end = dice.chance(80) ? columns - 1 : dice.number(0...columns - 1)
      guard !rows[first][begin].isCovered, !rows[last][end].isCovered, (first, begin) <= (last, end) else {
        return false
      }
      rows[last][end].nodes.append(.paragraph([.end]))
      rows[first][begin].nodes.insert(.paragraph([.begin(block)]), at: 0)
      if dice.chance(60) {
        rows[last][end].nodes = Self.joined(rows[last][end].nodes)
        rows[first][begin].nodes = Self.joined(rows[first][begin].nodes)
      }
      nodes[index] = .table(name, columns: columns, rows: rows)
      return true
    }
    return false
  }

  /// Neighbouring paragraphs as one.
  private static func joined(_ nodes: [TemplateSketch.Node]) -> [TemplateSketch.Node] {
    nodes.reduce(into: []) { result, node in
      if case .paragraph(let next) = node, case .paragraph(let last)? = result.last {
        result[result.count - 1] = .paragraph(last + next)
      } else {
        result.append(node)
      }
    }
  }

  /// The number of paragraphs that are not in frames.
  private static func count(_ nodes: [TemplateSketch.Node]) -> Int {
    nodes.reduce(0) { sum, node in
      switch node {
      case .paragraph: sum + 1
      case .table(_, columns: _, let rows): sum + rows.flatMap { $0 }.reduce(0) { $0 + count($1.nodes) }
      case .list(let items): sum + items.reduce(0) { $0 + count($1) }
      case .section(_, let inner): sum + count(inner)
      }
    }
  }

  private mutating func insert(
    _ nodes: inout [TemplateSketch.Node], _ number: inout Int, from first: Int, to last: Int,
    _ block: TemplateSketch.Block
  ) {
    for index in nodes.indices {
      switch nodes[index] {
      case .paragraph(var inlines):
        let begin = dice.number(0...inlines.count)
        let end = number == first ? dice.number(begin...inlines.count) : dice.number(0...inlines.count)
        if number == last { inlines.insert(.end, at: end) }
        if number == first { inlines.insert(.begin(block), at: begin) }
        nodes[index] = .paragraph(inlines)
        number += 1
      case .table(let name, let columns, var rows):
        for row in rows.indices {
          for cell in rows[row].indices { insert(&rows[row][cell].nodes, &number, from: first, to: last, block) }
        }
        nodes[index] = .table(name, columns: columns, rows: rows)
      case .list(var items):
        for item in items.indices { insert(&items[item], &number, from: first, to: last, block) }
        nodes[index] = .list(items)
      case .section(let name, var inner):
        insert(&inner, &number, from: first, to: last, block)
        nodes[index] = .section(name, inner)
      }
    }
  }
}
