/// Reads a line of boxes: which of them are ticked, and what stands behind their words.
struct LayoutBoxes {
  /// What a box looks like.
  enum State: Hashable {
    /// Ticked or not; sure where the sign itself stands there, and not what text recognition made of it.
    case box(isTicked: Bool, isSure: Bool)
    /// Nothing stands in front of its word.
    case missing
    /// Nobody can tell.
    case unknown
  }

  /// What became of each box.
  private(set) var states: [(path: String, answer: String, state: State)] = []
  /// The words of values between and behind the boxes.
  private(set) var values: [(path: String, text: String)] = []

  init(_ pieces: [PageLayout.Piece], _ line: String) {
    let text = Array(line)
    var cursor = 0
    var openTick: (path: String, answer: String)?
    var openSlot: String?
    // „ja, am …“: the value stands there with the words in front of it.
    var isValueThere = true
    for piece in pieces {
      switch piece {
      case .tick(let path, let answer):
        if let tick = openTick { states.append((tick.path, tick.answer, .unknown)) }
        openTick = (path, answer)
      case .slot(let path, _): if isValueThere { openSlot = path }
      case .computed, .boxes, .series: break
      case .words(let words):
        guard let (found, isWhole) = Self.find(beginningOf: words, in: text, from: cursor) else {
          if let tick = openTick { states.append((tick.path, tick.answer, .unknown)) }
          openTick = nil
          continue
        }
        var zone = String(text[cursor..<found.lowerBound])
        if let path = openSlot {
          let (value, sign) = openTick == nil ? (zone, "") : Self.parted(zone)
          addValue(value, at: path)
          (zone, openSlot) = (sign, nil)
        }
        if let tick = openTick { states.append((tick.path, tick.answer, Self.state(of: zone))) }
        openTick = nil
        cursor = found.upperBound
        isValueThere = isWhole
      }
    }
    if let tick = openTick { states.append((tick.path, tick.answer, .unknown)) }
    if let path = openSlot { addValue(String(text[cursor...]), at: path) }
  }

  private mutating func addValue(_ text: String, at path: String) {
    guard !text.contains(where: { "☐☒☑".contains($0) }) else { return }
    let value = text.trimming { $0 == " " || $0 == "\u{A0}" || $0 == "," || $0 == ":" }
    if !value.isEmpty { values.append((path, value)) }
  }

  /// A value and the sign of the box behind it.
  private static func parted(_ zone: String) -> (value: String, sign: String) {
    let words = zone.split { $0 == " " || $0 == "\u{A0}" }.map(String.init)
    guard let last = words.last, words.count > 1, case .box = state(of: last) else { return (zone, "") }
    return (words.dropLast().joined(separator: " "), last)
  }

  // MARK: - Signs

  /// What stands in front of a word.
  static func state(of zone: String) -> State {
    let sign = zone.filter { $0 != " " && $0 != "\u{A0}" && $0 != "," }
    if sign.isEmpty { return .missing }
    let ticked = sign.contains { "☒☑■✓✔✗✘".contains($0) }
    let empty = sign.contains { "☐□".contains($0) }
    if ticked || empty { return ticked && empty ? .unknown : .box(isTicked: ticked, isSure: sign.count == 1) }
    let letters = sign.lowercased().filter { !"[](){}|_.;:-–'\"„“`´/\\".contains($0) }
    if letters.isEmpty { return .box(isTicked: false, isSure: sign == "[]") }
    if letters.count <= 3, letters.contains(where: { "x×".contains($0) }) {
      return .box(isTicked: true, isSure: sign == "[x]")
    }
    if letters.count <= 2, letters.allSatisfy({ "ujiüdlo0cöl1".contains($0) }) {
      return .box(isTicked: false, isSure: false)
    }
    return .unknown
  }

  // MARK: - Words

  /// Where words stand, or the first of them, and whether it is all of them.
  private static func find(
    beginningOf words: [String], in text: [Character], from cursor: Int
  ) -> (range: Range<Int>, isWhole: Bool)? {
    for count in stride(from: words.count, to: 0, by: -1) {
      let own = words[..<count].joined(separator: " ").trimming { ",;:".contains($0) }
      if let range = find(own, in: text, from: cursor) { return (range, count == words.count) }
    }
    return nil
  }

  /// Where words stand in a text behind a place, blanks and a few wrong letters aside; nil when they are not there.
  static func find(_ words: String, in text: [Character], from cursor: Int) -> Range<Int>? {
    let wanted = words.lowercased().filter { !isBlank($0) }.map { $0 }
    guard !wanted.isEmpty else { return nil }
    let allowed = wanted.count >= 12 ? 2 : wanted.count >= 6 ? 1 : 0
    for errors in 0...allowed {
      for start in cursor..<max(cursor, text.count) where !isBlank(text[start]) {
        if let end = end(of: wanted, in: text, from: start, errors: errors), isEdge(text, end) { return start..<end }
      }
    }
    return nil
  }

  /// Where some letters end that begin at a place, with at most so many wrong, missing or more.
  private static func end(of wanted: [Character], in text: [Character], from start: Int, errors: Int) -> Int? {
    var (index, place, left) = (start, 0, errors)
    while place < wanted.count {
      while index < text.count, isBlank(text[index]), place > 0 { index += 1 }
      guard index < text.count else { return wanted.count - place <= left ? index : nil }
      if text[index].lowercased() == String(wanted[place]) {
        (index, place) = (index + 1, place + 1)
      } else if left > 0, place > 0 {
        left -= 1
        let isMore = index + 1 < text.count && text[index + 1].lowercased() == String(wanted[place])
        let isLess = place + 1 < wanted.count && text[index].lowercased() == String(wanted[place + 1])
        if isMore { index += 1 } else if isLess { place += 1 } else { (index, place) = (index + 1, place + 1) }
      } else {
        return nil
      }
    }
    return index
  }

  private static func isBlank(_ character: Character) -> Bool { character == " " || character == "\u{A0}" }

  private static func isEdge(_ text: [Character], _ index: Int) -> Bool {
    index >= text.count || !(text[index].isLetter || text[index].isNumber)
  }
}

extension LayoutBoxes {
  /// What the boxes of one field say together.
  enum Answer: Hashable {
    /// The answers that are ticked, and whether text recognition may have been wrong.
    case answers([String], isDoubtful: Bool)
    /// Nobody can tell.
    case unclear
  }

  /// Decides by all boxes of a field; where signs were not recognised clearly, only what nothing speaks against.
  static func answer(_ boxes: [(answer: String, state: State)], isSeveral: Bool) -> Answer {
    func answers(_ test: (State) -> Bool) -> [String] { boxes.filter { test($0.state) }.map(\.answer) }
    let ticked = answers { if case .box(true, _) = $0 { true } else { false } }
    let missing = answers { $0 == .missing }
    let unknown = answers { $0 == .unknown }
    let isSure = boxes.allSatisfy { if case .box(_, true) = $0.state { true } else { false } }
    if isSure { return isSeveral || ticked.count < 2 ? .answers(ticked, isDoubtful: false) : .unclear }
    guard unknown.isEmpty else { return .unclear }
    if isSeveral {
      let empty = boxes.count - ticked.count - missing.count
      return empty < missing.count
        ? .unclear : .answers(boxes.map(\.answer).filter { (ticked + missing).contains($0) }, isDoubtful: true)
    }
    if ticked.count == 1 { return .answers(ticked, isDoubtful: true) }
    guard ticked.isEmpty else { return .unclear }
    // A box that was not recognised at all is most likely the ticked one, if every other one is there and empty.
    if missing.isEmpty { return .answers([], isDoubtful: true) }
    return missing.count == 1 && boxes.count > 1 ? .answers(missing, isDoubtful: true) : .unclear
  }
}
