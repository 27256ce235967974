internal import FormModel

extension LabelReading {
  /// A line of running text.
  mutating func line(_ text: String) {
    let trimmed = LabelPage.trimmed(text)
    if let current = open, hits[current].isLong { return lineOfLongText(text, trimmed, current) }
    guard !trimmed.isEmpty else {
      // An empty line ends a value, but not the wait for one.
      if let current = open, !hits[current].isEmpty { open = nil }
      return
    }
    head = nil
    if let current = open, takesBoxes(trimmed, hits[current]) { return append([trimmed], to: current) }
    if takeLabelled(trimmed) { return }
    if let current = open, mayFollow(trimmed, hits[current]) {
      append([trimmed], to: current)
    } else {
      open = nil
      noteStrayLine(trimmed)
    }
  }

  /// A line below the label of a long text: part of it, unless it is clearly the label of what comes next.
  ///
  /// „Datum: …“ inside a note is text: the form has its date further up. A label of something further down ends the
  /// text, and one that was not seen yet only after an empty line and with a value of its kind.
  private mutating func lineOfLongText(_ text: String, _ trimmed: String, _ current: Int) {
    let (label, value) = Self.split(trimmed)
    let matches = vocabulary.matches(label)
    let sections = matches.filter { $0.terms[0].kind == .section && comesLater($0, than: current) }
    let later = matches.filter {
      $0.terms[0].kind != .section && $0.quality != .near && comesLater($0, than: current) && isUnfilled($0)
    }
    let afterGap = hits[current].lines.last.map { LabelPage.trimmed($0).isEmpty } ?? false
    let missed = matches.filter { match in
      afterGap && match.terms[0].kind != .section && match.quality == .same && match.terms[0].parent.isEmpty
        && isUnfilled(match) && value.map { fits(match, $0) } ?? false
    }
    let accepted = later.filter { value == nil || fits($0, value ?? "") || isText($0) }
    if value == nil, !sections.isEmpty, later.isEmpty {
      _ = choice(of: sections)
    } else if !accepted.isEmpty, value != nil || matches.count == later.count {
      open = nil
      _ = takeLabelled(trimmed, among: accepted)
    } else if !missed.isEmpty {
      open = nil
      _ = takeLabelled(trimmed, among: missed)
    } else {
      append([text], to: current)
    }
  }

  private static let longestLine = 4_096

  /// Takes a line that begins with a label: „Label: value“, the label alone, or a box in front of it.
  private mutating func takeLabelled(_ text: String, among given: [LabelMatch]? = nil) -> Bool {
    // A line without end is text, and looking for labels in it would cost its square.
    guard text.utf8.count <= Self.longestLine else { return false }
    if LabelMarks.hasBoxes(text), LabelMarks.textBeforeBoxes(text).isEmpty { return takeTicked(text) }
    let (label, value) = Self.split(text)
    let matches = given ?? vocabulary.matches(label)
    if !matches.isEmpty {
      guard let match = choice(of: matches) else { return true }
      begin(match, [])
      if let value { takeValue(value) }
      return true
    }
    return value == nil && takeWithoutColon(text)
  }

  /// Takes what stands behind a colon, and further labels with a colon in the same line.
  private mutating func takeValue(_ text: String) {
    guard let current = open else { return }
    guard let (before, rest) = nextLabel(in: text, after: hits[current]) else {
      if !LabelPage.trimmed(text).isEmpty { append([LabelPage.trimmed(text)], to: current) }
      return
    }
    if !before.isEmpty { append([before], to: current) }
    open = nil
    _ = takeLabelled(rest)
  }

  /// Where the next label begins in a line; nil when there is none.
  ///
  /// Inside a text only a wide gap, a comma or a semicolon may stand before it; behind a value that shows its kind, such
  /// as a day, any blank.
  private mutating func nextLabel(in text: String, after hit: LabelHit) -> (before: String, rest: String)? {
    guard !hit.isLong else { return nil }
    var start = text.startIndex
    while let colon = text[start...].firstIndex(of: ":") {
      var word = colon
      var blanks = 0
      while word > text.startIndex, blanks < 4 {
        let previous = text.index(before: word)
        if text[previous] == " ", previous < text.index(before: colon) {
          blanks += 1
          let before = LabelPage.trimmed(String(text[..<previous]))
          let label = String(text[word..<colon])
          let isApart = text[..<previous].hasSuffix(" ") || before.hasSuffix(",") || before.hasSuffix(";")
          let value = before.hasSuffix(",") || before.hasSuffix(";") ? String(before.dropLast()) : before
          if isApart || showsItself(hit, value), !vocabulary.matches(label).isEmpty {
            return (value, String(text[word...]))
          }
        }
        word = previous
      }
      start = text.index(after: colon)
    }
    return nil
  }

  /// „Geburtsdatum 03.05.2021“: a label without its colon, where what follows is of its kind.
  private mutating func takeWithoutColon(_ text: String) -> Bool {
    let before = LabelMarks.textBeforeBoxes(text)
    if !before.isEmpty {
      let matches = vocabulary.matches(before).filter { match in
        guard match.terms.count == 1, case .field(let field) = match.terms[0].kind else { return false }
        return codes(of: field) != nil
      }
      guard let match = choice(of: matches) else { return false }
      begin(match, [LabelPage.trimmed(String(text.dropFirst(before.count)))])
      return true
    }
    let words = text.split(separator: " ")
    for count in stride(from: min(words.count - 1, 4), to: 0, by: -1) {
      let label = words[..<count].joined(separator: " ")
      let value = words[count...].joined(separator: " ")
      guard label.count >= 4 else { continue }
      let matches = vocabulary.matches(label).filter {
        $0.quality != .near && !isText($0) && (fits($0, value) || isMeant($0, value))
      }
      guard let match = choice(of: matches) else { continue }
      begin(match, [value])
      return true
    }
    return false
  }

  /// Whether a text with digits stands behind the very label of a day, time or number: it is kept and reported, or what
  /// comes next would be taken in its place.
  private func isMeant(_ match: LabelMatch, _ text: String) -> Bool {
    guard match.quality == .same, match.terms.count == 1, case .field(let field) = match.terms[0].kind else {
      return false
    }
    return codes(of: field) == nil && text.first?.isNumber == true
  }

  /// „☒ sorgeberechtigt“: a box in front of the label of a question.
  private mutating func takeTicked(_ text: String) -> Bool {
    guard let mark = LabelMarks.leading(text) else { return false }
    let matches = vocabulary.matches(mark.rest).filter { match in
      guard match.terms.count == 1, case .field(let field) = match.terms[0].kind else { return false }
      return field.kind.answers.fixed != nil
    }
    guard let match = choice(of: matches) else { return false }
    begin(match, mark.isTicked ? ["ja"] : [])
    open = nil
    return true
  }

  /// Whether boxes that begin a line are answers to the label above, which has none or boxes so far.
  func takesBoxes(_ text: String, _ hit: LabelHit) -> Bool {
    guard LabelMarks.hasBoxes(text), LabelMarks.textBeforeBoxes(text).isEmpty,
      hit.isEmpty || LabelMarks.hasBoxes(hit.text)
    else { return false }
    let match = LabelMatch(terms: hit.terms, isOwn: hit.isOwn, quality: .same)
    return LabelMarks.boxes(in: text).allSatisfy { isAnswer($0.word, to: match) }
  }

  /// Whether a line without a label belongs to the label above.
  ///
  /// A line with boxes that are not among its answers does only where it waits for one of a list, and then is reported;
  /// „Beratung [ ] ja [x] nein“ has a label of its own, known or not. A value that stands there already goes on where
  /// its last line was broken.
  private func mayFollow(_ text: String, _ hit: LabelHit) -> Bool {
    guard hit.terms.count == 1, case .field(let field) = hit.terms[0].kind else { return hit.isEmpty }
    if LabelMarks.hasBoxes(text) {
      return hit.isEmpty && codes(of: field) != nil && LabelMarks.textBeforeBoxes(text).isEmpty
    }
    guard !hit.isEmpty else { return true }
    guard let last = hit.lines.last, field.has(.goesOn) else { return false }
    return last.hasSuffix(",") || last.hasSuffix("-") || last.hasSuffix(";") || last.count >= Self.brokenLine
  }

  /// From how many letters on a line may have been broken at the edge of the paper.
  private static let brokenLine = 50

  /// The text before the first colon, and what follows it; no value where there is no colon.
  static func split(_ text: String) -> (label: String, value: String?) {
    guard let colon = text.firstIndex(of: ":") else { return (text, nil) }
    let value = LabelPage.trimmed(String(text[text.index(after: colon)...]))
    return (String(text[..<colon]), value.isEmpty ? nil : value)
  }

  // MARK: - Whether a value fits

  /// Whether a text is of the kind of the one field that a match stands for.
  func fits(_ match: LabelMatch, _ text: String) -> Bool {
    guard match.terms.count == 1, case .field(let field) = match.terms[0].kind else { return true }
    if LabelMarks.hasBoxes(text), let codes = codes(of: field) {
      let boxes = LabelMarks.boxes(in: text)
      return LabelMarks.textBeforeBoxes(text).isEmpty && boxes.allSatisfy { values.code(of: $0.word, codes) != nil }
    }
    guard let content = input.content(of: text, in: field) else { return false }
    guard case .value(let value) = content else { return true }
    return input.finding(value, in: field, of: form, day: day, path: "", place: "") == nil
  }

  /// Whether a text is one of the answers of the one list that a match stands for.
  func isAnswer(_ text: String, to match: LabelMatch) -> Bool {
    guard match.terms.count == 1, case .field(let field) = match.terms[0].kind, let codes = codes(of: field) else {
      return false
    }
    return values.code(of: text, codes) != nil
  }

  private func codes(of field: FieldDefinition) -> CodeList? {
    values.library.codes(of: field)
  }

  private func isText(_ match: LabelMatch) -> Bool {
    guard match.terms.count == 1, case .field(let field) = match.terms[0].kind else { return true }
    return field.has(.words) && field.pattern == nil
  }

  /// Whether a text is a value that shows its kind by itself.
  private func showsItself(_ hit: LabelHit, _ text: String) -> Bool {
    let match = LabelMatch(terms: hit.terms, isOwn: hit.isOwn, quality: .same)
    return !isText(match) && fits(match, text)
  }
}
