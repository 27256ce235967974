/// Dates in free text.
extension PersonalDataScan {
  /// A sign of a birth and the date after it.
  ///
  /// „geb. am 03.05.2021“, „geboren in Bochum am 3. Mai 2021“, „*3.5.21“.
  static func birthDate(_ tokens: ScanTokens, at start: Int) -> Int? {
    let first = tokens[start]
    var index = start + 1
    if first.isMark("*") {
      // „* 07.10.2025 Gespräch“ at the beginning of a line is an item of a list.
      if isLineStart(tokens, start), tokens.at(index)?.kind == .blank { return nil }
      return date(tokens, at: tokens.skippingBlanks(index), shortYears: true)
    }
    guard first.kind == .word, isAboutBirth(first.text.lowercased()) else { return nil }
    if first.text.lowercased().hasSuffix("geb"), tokens.at(index)?.isMark(".") == true { index += 1 }
    // „geb.-Datum“, „geboren am“, „geboren in Bochum am“: a few tokens, but not into the next clause.
    for _ in 0..<10 {
      guard let token = tokens.at(index), token.kind != .newline else { return nil }
      if let end = date(tokens, at: index, shortYears: true) { return end }
      if token.kind == .mark, ![":", "-", "(", "/"].contains(token.text) { return nil }
      index += 1
    }
    return nil
  }

  /// „geb“, „geboren“, „Geburtstag“, „Geb-Datum“; words such as „gebeten“ and „Gebühr“ are not.
  private static func isAboutBirth(_ word: String) -> Bool {
    word == "geb" || ["geboren", "geburt", "gebdat", "geb-dat"].contains { word.hasPrefix($0) }
  }

  private static func isLineStart(_ tokens: ScanTokens, _ index: Int) -> Bool {
    var before = index - 1
    if tokens.at(before)?.kind == .blank { before -= 1 }
    return before < 0 || tokens[before].kind == .newline
  }

  /// A full date: `03.05.2021`, `3. Mai 2021`, `2021-05-03`.
  ///
  /// Without `shortYears`, `03.05.21` needs two digits everywhere, because `1.2.10` may be a chapter.
  static func date(_ tokens: ScanTokens, at start: Int, shortYears: Bool) -> Int? {
    guard let first = tokens.at(start), first.kind == .number, first.text.utf8.count <= 4 else { return nil }
    if let before = tokens.at(start - 1) {
      if before.kind == .word { return nil }
      let glue = before.isMark(".") || before.isMark("-") && first.text.utf8.count == 4
      if glue, let earlier = tokens.at(start - 2),
        earlier.kind == .number || earlier.kind == .word && before.isMark("-")
      {
        return nil
      }
    }
    let end = isoDate(tokens, at: start) ?? germanDate(tokens, at: start, shortYears: shortYears)
    guard let end else { return nil }
    if let after = tokens.at(end), after.kind == .word || after.kind == .number { return nil }
    return end
  }

  private static func isoDate(_ tokens: ScanTokens, at start: Int) -> Int? {
    let end = start + 5
    guard end <= tokens.count, Day(iso: tokens.text(start..<end)) != nil else { return nil }
    let goesOn = tokens.at(end)?.isMark("-") == true && tokens.at(end + 1)?.kind == .number
    return goesOn ? nil : end
  }

  private static func germanDate(_ tokens: ScanTokens, at start: Int, shortYears: Bool) -> Int? {
    guard let day = number(tokens.at(start), digits: 1...2) else { return nil }
    var index = start + 1
    let dotted = tokens.at(index)?.isMark(".") == true
    if dotted { index += 1 }
    index = tokens.skippingBlanks(index)
    guard let token = tokens.at(index) else { return nil }
    let month: Int
    var tight = tokens[start].text.utf8.count == 2
    if token.kind == .word, let named = DayInput.monthNumber(token.text.lowercased()) {
      month = named
      tight = false
      index += 1
      if tokens.at(index)?.isMark(".") == true { index += 1 }
    } else if dotted, let numbered = number(token, digits: 1...2), tokens.at(index + 1)?.isMark(".") == true {
      month = numbered
      tight = tight && token.text.utf8.count == 2
      index += 2
    } else {
      return nil
    }
    index = tokens.skippingBlanks(index)
    if let year = number(tokens.at(index), digits: 4...4) {
      return Day(year: year, month: month, day: day) == nil ? nil : index + 1
    }
    guard shortYears || tight, let short = number(tokens.at(index), digits: 2...2) else { return nil }
    if [":", ","].contains(tokens.at(index + 1)?.text), tokens.at(index + 2)?.kind == .number { return nil }
    return Day(year: 2000 + short, month: month, day: day) == nil ? nil : index + 1
  }

  static func number(_ token: ScanTokens.Token?, digits: ClosedRange<Int>) -> Int? {
    guard let token, token.kind == .number, digits.contains(token.text.utf8.count) else { return nil }
    return ASCIIDigits.value(of: token.text.utf8)
  }
}
