internal import FormModel

/// What stands in the places of a line that was found.
extension LayoutPass {
  mutating func read(_ hit: LayoutAlignment.Hit, _ rows: [Int]) {
    let line = layout.lines[hit.line]
    let own = hit.lines.map { rows[$0] }
    let key = "\(line.table) \(line.width)"
    if !line.hasTicks, !line.words.isEmpty { noteStarts(line, text.lines[own[0]].words, key) }
    let isAllBoxes = line.cells.allSatisfy { $0.pieces.contains { if case .tick = $0 { true } else { false } } }
    if line.hasTicks, isAllBoxes {
      readBoxes(line.pieces, own.flatMap { text.lines[$0].words.map(\.text) }, hit.rounds)
    } else if line.hasSlots || line.hasTicks {
      readColumns(line, own, hit.rounds, starts[key] ?? [:])
    } else {
      labels.found += 1
    }
  }

  private mutating func noteStarts(_ line: PageLayout.Line, _ words: [LayoutText.Word], _ key: String) {
    let cells = line.cells.flatMap { cell in
      cell.pieces.flatMap { piece -> [(Int, Int)] in
        if case .words(let own) = piece { own.compactMap { matching.id($0) }.map { (cell.number, $0) } } else { [] }
      }
    }
    var own: [Int: Int] = [:]
    for pair in matching.pairs(cells.map(\.1), words) where own[cells[pair.id].0] == nil {
      own[cells[pair.id].0] = words[pair.word].start
    }
    starts[key] = own
  }

  private mutating func readBoxes(_ pieces: [PageLayout.Piece], _ words: [String], _ rounds: [Int: Int]) {
    let read = LayoutBoxes(pieces, words.joined(separator: " "))
    for (path, answer, state) in read.states {
      let path = renumbered(path, rounds)
      if boxes[path] == nil { boxPaths.append(path) }
      boxes[path, default: []].append((answer, state))
    }
    for value in read.values { take([value.text], at: value.path, rounds, isDoubtful: false) }
  }

  mutating func decide(_ path: String) {
    guard let field = form.field(at: path), let own = boxes[path] else { return }
    switch LayoutBoxes.answer(own, isSeveral: field.has(.several)) {
    case .unclear: answers.append((path, nil, true))
    case .answers(let ticked, let isDoubtful): answers.append((path, ticked, isDoubtful))
    }
  }

  private mutating func readColumns(
    _ line: PageLayout.Line, _ rows: [Int], _ rounds: [Int: Int], _ starts: [Int: Int]
  ) {
    let pieces = line.cells.flatMap { cell -> [(cell: Int, piece: PageLayout.Piece)] in
      guard cell.pieces.contains(where: { if case .tick = $0 { true } else { false } }) else {
        let slots = Self.slots(cell.pieces)
        // Where columns are seen, several values of one cell are parted when all its lines are known.
        guard text.isSpaced, line.cells.count > 1, slots.count > 1 else { return cell.pieces.map { (cell.number, $0) } }
        return [(cell.number, .series(slots.first(where: fit.isFree) ?? slots[0], separator: Self.wholeCell))]
      }
      let words = cell.pieces.flatMap { if case .words(let words) = $0 { words } else { [String]() } }
      return [(cell.number, .boxes(words))]
    }
    func path(_ number: Int) -> String {
      switch pieces[number].piece {
      case .slot(let path, _), .series(let path, separator: _): path
      case .words, .computed, .tick, .boxes: ""
      }
    }
    let words = text.lines[rows[0]].words
    let isOne = pieces.count == 1
    let slots = pieces.indices.filter { !path($0).isEmpty }
    let shared = Set(slots.filter { slot in slots.contains { $0 != slot && pieces[$0].cell == pieces[slot].cell } })
    let columns = LayoutColumns(
      pieces, words, isSpaced: text.isSpaced && !isOne, starts: starts, matching: matching
    ) { number, range in
      // Of several values in one cell each may be missing.
      range.isEmpty && shared.contains(number) ? -0.1 : fit.score(words[range], path(number))
    }
    var doubtful = Self.unclearBorders(columns, words, isFree: { fit.isFree(path($0)) })
    // Which of several words without a kind are missing nobody can tell.
    for slot in shared where columns.parts[slot]?.isEmpty ?? true {
      doubtful.formUnion(shared.filter { pieces[$0].cell == pieces[slot].cell && fit.isFree(path($0)) })
    }
    var texts: [Int: [String]] = [:]
    var lefts: [Int: Int] = [:]
    for (number, range) in columns.parts where !range.isEmpty {
      texts[number] = [words[range].map(\.text).joined(separator: " ")]
      lefts[pieces[number].cell] = words[range.lowerBound].start
    }
    for row in rows.dropFirst() {
      goOn(text.lines[row], pieces, lefts, &texts, &doubtful)
    }
    for (number, (cell, piece)) in pieces.enumerated() {
      switch piece {
      case .slot(let path, _): take(texts[number] ?? [], at: path, rounds, isDoubtful: doubtful.contains(number))
      case .series(_, separator: Self.wholeCell):
        readCell(line.cells.first { $0.number == cell }?.pieces ?? [], texts[number] ?? [], rounds)
      case .series(let list, let sign): takeSeries(texts[number] ?? [], of: list, sign)
      case .boxes:
        let inner = line.cells.first { $0.number == cell }?.pieces ?? []
        readBoxes(inner, (texts[number] ?? []).flatMap { $0.split(separator: " ").map(String.init) }, rounds)
      case .words, .computed, .tick: break
      }
    }
  }

  /// No sign of any text: several values of one cell, which are parted later.
  private static let wholeCell: Character = "\u{0}"

  /// Parts the text of one cell among its values.
  private mutating func readCell(_ pieces: [PageLayout.Piece], _ lines: [String], _ rounds: [Int: Int]) {
    let words = LayoutText.words(LayoutReading.joined(lines))
    let slots = pieces.indices.filter { if case .slot = pieces[$0] { true } else { false } }
    func path(_ number: Int) -> String { if case .slot(let path, _) = pieces[number] { path } else { "" } }
    let isDash = SlotFit.isDash(words[...])
    let columns = LayoutColumns(
      pieces.map { (0, $0) }, isDash ? [] : words, isSpaced: false, starts: [:], matching: matching
    ) { number, range in range.isEmpty ? -0.1 : fit.score(words[range], path(number)) }
    // Which of several words without a kind are missing nobody can tell.
    let isPartly = slots.contains { columns.parts[$0]?.isEmpty ?? true }
    var doubtful = Self.unclearBorders(columns, words, isFree: { fit.isFree(path($0)) })
    if isPartly { doubtful.formUnion(slots.filter { fit.isFree(path($0)) }) }
    for slot in slots {
      let own = columns.parts[slot].map { words[$0].map(\.text).joined(separator: " ") } ?? ""
      take(own.isEmpty ? [] : [own], at: path(slot), rounds, isDoubtful: doubtful.contains(slot))
    }
  }

  /// Takes what stands in a place, without the brackets and commas around it.
  private mutating func take(_ lines: [String], at path: String, _ rounds: [Int: Int], isDoubtful: Bool) {
    let own = renumbered(path, rounds)
    let lines =
      fit.isLong(path)
      ? lines
      : lines.enumerated().map { number, line in
        Self.withoutSigns(line, isLast: number == lines.count - 1)
      }
    let isDash = lines.count == 1 && SlotFit.isDash(LayoutText.words(lines[0])[...])
    let text = LayoutReading.joined(lines)
    if lines.allSatisfy(\.isEmpty) || isDash || fit.isSentence(text, path) || fit.isPlaceholder(text, path) {
      empty.insert(own)
    } else {
      add(lines, at: own, isDoubtful: isDoubtful)
    }
  }

  /// The instances of a list that stand in one text.
  private mutating func takeSeries(_ lines: [String], of list: String, _ sign: Character) {
    let text = LayoutReading.joined(lines)
    guard !SlotFit.isDash(LayoutText.words(text)[...]) else { return }
    for (number, part) in text.split(separator: sign).enumerated() {
      let part = LabelPage.trimmed(String(part))
      if !part.isEmpty { add([part], at: "\(list)[\(number + 1)]", isDoubtful: lines.count > 1) }
    }
  }

  private static func withoutSigns(_ line: String, isLast: Bool) -> String {
    var text = line[...]
    if isLast { while let last = text.last, last == "," || last == ";" || last == ":" { text.removeLast() } }
    let (open, close) = (text.count { $0 == "(" }, text.count { $0 == ")" })
    if text.hasPrefix("("), open > close || text.hasSuffix(")") && open == 1 && close == 1 {
      text.removeFirst()
      if text.hasSuffix(")") { text.removeLast() }
    } else if text.hasSuffix(")"), close > open {
      text.removeLast()
    }
    return String(text)
  }

  /// Places side by side between which nothing shows where one text ends.
  private static func unclearBorders(
    _ columns: LayoutColumns, _ words: [LayoutText.Word], isFree: (Int) -> Bool
  ) -> Set<Int> {
    var result: Set<Int> = []
    let filled = columns.parts.filter { !$0.value.isEmpty }.sorted { $0.value.lowerBound < $1.value.lowerBound }
    for (left, right) in zip(filled, filled.dropFirst())
    where left.value.upperBound == right.value.lowerBound && words[right.value.lowerBound].gap < 2
      && !words[right.value.lowerBound - 1].text.hasSuffix(",")
    {
      if isFree(left.key) && isFree(right.key) { result.formUnion([left.key, right.key]) }
    }
    return result
  }

  /// A further line of a row, where values were broken.
  private func goOn(
    _ line: LayoutText.Line, _ pieces: [(cell: Int, piece: PageLayout.Piece)], _ lefts: [Int: Int],
    _ texts: inout [Int: [String]], _ doubtful: inout Set<Int>
  ) {
    var slots: [(number: Int, path: String)] = []
    for (number, piece) in pieces.enumerated() {
      // Where columns are seen, what stands below a value belongs to it, whatever it is.
      switch piece.piece {
      case .slot(let path, _) where text.isSpaced || fit.mayGoOn(path): slots.append((number, path))
      case .series(let path, separator: _): slots.append((number, path))
      case .slot, .words, .computed, .tick, .boxes: break
      }
    }
    guard !slots.isEmpty else { return }
    let words = line.words
    let known = slots.map { texts[$0.number]?.joined(separator: " ") ?? "" }
    let columns = LayoutColumns(
      slots.map { pieces[$0.number] }, words, isSpaced: text.isSpaced && slots.count > 1, starts: lefts,
      pull: 4, matching: matching
    ) { number, range in
      guard !range.isEmpty else { return 0 }
      let before = LayoutText.words(known[number])
      guard !before.isEmpty else { return fit.score(words[range], slots[number].path) - 0.4 }
      let all = LayoutText.words(known[number] + " " + words[range].map(\.text).joined(separator: " "))
      let gain = fit.score(all[...], slots[number].path) - fit.score(before[...], slots[number].path)
      let isBroken = known[number].hasSuffix("-") || known[number].hasSuffix(",")
      return gain + (isBroken ? 0.5 : 0.1) + (before.count > 2 ? 0.2 : 0)
    }
    let isMultiline = form.field(at: slots[0].path)?.has(.multiline) ?? false
    for (number, range) in columns.parts where !range.isEmpty {
      let slot = slots[number].number
      if isMultiline, line.isAfterGap, texts[slot] != nil { texts[slot]?.append("") }
      texts[slot, default: []].append(words[range].map(\.text).joined(separator: " "))
      // Without columns nobody can tell which of several values goes on.
      if !text.isSpaced, slots.count > 1 { doubtful.formUnion(slots.map(\.number)) }
    }
  }

  private mutating func add(_ lines: [String], at path: String, isDoubtful: Bool) {
    guard values[path] == nil else {
      if values[path]?.lines != lines { values[path]?.isDoubtful = true }
      return
    }
    paths.append(path)
    values[path] = Value(lines: lines, isDoubtful: isDoubtful)
  }

  /// A path of the layout with the number of the instance on the page.
  private func renumbered(_ path: String, _ rounds: [Int: Int]) -> String {
    var result = path
    for (number, round) in rounds where round > 0 {
      let block = blocks[number]
      let prefix = "\(block.group)[\(block.number)]"
      guard result.hasPrefix(prefix) else { continue }
      result = "\(block.group)[\(block.number + round)]" + result.dropFirst(prefix.count)
    }
    return result
  }
}
