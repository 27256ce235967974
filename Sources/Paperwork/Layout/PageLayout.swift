internal import FormModel
internal import OpenDocument

/// The lines that a form's template makes, as one sees them: fixed words, places for values, boxes, from left to right.
///
/// It is taken from a page that the template made of a record whose values are known; so nothing about the order of
/// labels, columns and sections is guessed.
struct PageLayout {
  /// A piece of a cell.
  enum Piece: Hashable {
    /// Fixed words.
    case words([String])
    /// The place of a value, by the path of its field or group; in brackets it is there only when it has one.
    case slot(String, inBrackets: Bool = false)
    /// The instances of a list in one text, by the path of the list and the sign between two of them.
    case series(String, separator: Character)
    /// The boxes of a cell, by the words behind them, where the words of a line are parted among cells.
    case boxes([String])
    /// The place of something that was computed.
    case computed
    /// A box, by the path of its field and the answer it stands for.
    case tick(path: String, answer: String)
  }

  /// A line of a row, or a paragraph.
  struct Line {
    /// The pieces of each cell that has any in this line.
    var cells: [(number: Int, pieces: [Piece])]
    /// The table, counted from 1; 0 for a paragraph.
    let table: Int
    /// How many cells the row has.
    let width: Int

    var pieces: [Piece] { cells.flatMap(\.pieces) }
    /// Whether it has boxes.
    var hasTicks: Bool { pieces.contains { if case .tick = $0 { true } else { false } } }
    /// Whether it has places for values.
    var hasSlots: Bool {
      pieces.contains {
        switch $0 {
        case .slot, .computed, .series: true
        case .words, .tick, .boxes: false
        }
      }
    }
    /// Its fixed words, without those that are signs alone.
    var words: [String] {
      pieces.flatMap { piece -> [String] in if case .words(let words) = piece { words } else { [] } }
    }
    /// The paths of its values and boxes.
    var paths: [String] {
      pieces.compactMap {
        switch $0 {
        case .slot(let path, _), .tick(let path, answer: _), .series(let path, separator: _): path
        case .words, .computed, .boxes: nil
        }
      }
    }
  }

  private(set) var lines: [Line] = []
  /// The lines at the top and bottom of each sheet.
  let margins: [String]

  /// Takes a page apart; `shown` says which value a printed text stands for.
  init(_ page: PageText, margins: [String], shown: ShownValues) {
    self.margins = margins
    var row: (table: Int, number: Int, cells: [[[Piece]]])?
    func flush(_ lines: inout [Line]) {
      guard let own = row else { return }
      for height in 0..<(own.cells.map(\.count).max() ?? 0) {
        let cells = own.cells.enumerated().compactMap { number, lines -> (Int, [Piece])? in
          lines.indices.contains(height) && !lines[height].isEmpty ? (number, lines[height]) : nil
        }
        guard !cells.isEmpty else { continue }
        lines.append(Line(cells: cells, table: own.table, width: own.cells.count))
      }
      row = nil
    }
    for unit in page.units {
      let pieces = Self.lines(of: unit, shown).map { Self.takingSeries($0) }
      switch unit.place {
      case .paragraph:
        flush(&lines)
        row = (0, 0, [pieces])
        flush(&lines)
      case .cell(let table, name: _, row: let number, cell: _):
        if row?.table != table || row?.number != number {
          flush(&lines)
          row = (table, number, [])
        }
        row?.cells.append(pieces)
      }
    }
    flush(&lines)
  }

  /// The pieces of a line of a cell; where they are instances of one list, they are one piece.
  private static func takingSeries(_ pieces: [Piece]) -> [Piece] {
    var places: [(index: Int, list: String, number: Int)] = []
    for (index, piece) in pieces.enumerated() {
      guard case .slot(let path, _) = piece else { continue }
      guard let open = path.firstIndex(of: "["), let close = path.firstIndex(of: "]"),
        let number = Int(path[path.index(after: open)..<close])
      else { return pieces }
      places.append((index, String(path[..<open]), number))
    }
    guard let list = places.first?.list, places.allSatisfy({ $0.list == list }),
      let second = places.firstIndex(where: { $0.number != places[0].number })
    else { return pieces }
    let between = pieces[(places[second - 1].index + 1)..<places[second].index]
    let signs = between.flatMap { piece -> [String] in if case .words(let words) = piece { words } else { [] } }
      .joined(separator: " ")
    let sign = signs.last { $0.isPunctuation && $0 != ":" && $0 != "(" }
    return sign.map { [.series(list, separator: $0)] } ?? pieces
  }

  /// The lines of a cell, each with its pieces.
  private static func lines(of unit: PageText.Unit, _ shown: ShownValues) -> [[Piece]] {
    let bytes = Array(unit.text.utf8)
    var lines: [[Piece]] = [[]]
    var done = 0
    func add(_ piece: Piece) {
      var piece = piece
      if case .words(var words) = lines[lines.count - 1].last, case .slot(let path, _) = piece,
        words.last?.hasSuffix("(") == true
      {
        // The bracket belongs to the value and goes with it.
        words[words.count - 1].removeLast()
        if words[words.count - 1].isEmpty { words.removeLast() }
        lines[lines.count - 1].removeLast()
        if !words.isEmpty { lines[lines.count - 1].append(.words(words)) }
        piece = .slot(path, inBrackets: true)
      }
      if let last = lines[lines.count - 1].last {
        if case .words(let words) = last, case .words(let more) = piece {
          lines[lines.count - 1][lines[lines.count - 1].count - 1] = .words(words + more)
          return
        }
        if last == piece, case .slot = piece { return }
      }
      // The lines of one value are one place.
      if lines.count > 1, lines[lines.count - 1].isEmpty, case .slot = piece, lines[lines.count - 2].last == piece {
        lines.removeLast()
        return
      }
      lines[lines.count - 1].append(piece)
    }
    func isNumber(_ pieces: [Piece]) -> Bool {
      guard pieces.count == 1, case .words(let words) = pieces[0], words.count == 1 else { return false }
      return words[0].count <= 2 && words[0].contains(where: \.isNumber)
    }
    func addText(_ range: Range<Int>) {
      var text = String(decoding: bytes[range], as: UTF8.self)
      // Between a box and its word stands a tab, which ends a line in cells.
      if case .tick? = lines[lines.count - 1].last, text.hasPrefix("\n") { text.removeFirst() }
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        // A number in front of a paragraph stands in its first line.
        if number > 0, !isNumber(lines[lines.count - 1]) { lines.append([]) }
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        if !words.isEmpty { add(.words(words)) }
      }
    }
    for item in unit.items where item.carrier.kind == .printed {
      let start = min(max(item.start, done), bytes.count)
      let end = min(max(start, item.start + item.length), bytes.count)
      addText(done..<start)
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      if let name = CarrierName(item.carrier.name) {
        if let answer = name.answer { add(.tick(path: name.path, answer: answer)) } else { add(.slot(name.path)) }
      } else if case .tick? = lines[lines.count - 1].last {
        add(.words(text.split(whereSeparator: \.isWhitespace).map(String.init)))
      } else {
        for piece in shown.pieces(of: text) { add(piece) }
      }
      done = end
    }
    addText(done..<bytes.count)
    return lines
  }
}
