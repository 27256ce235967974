/// Telephone numbers in free text.
extension PersonalDataScan {
  /// A number that begins with an area code, a mobile prefix or a country code.
  ///
  /// The first group has a 0 and at least two more digits, which no day, time or amount has. Six digits in all
  /// where a separator was typed, else seven; eight after a country code; fifteen at most. Groups after a blank
  /// have two digits or more.
  static func phone(_ tokens: ScanTokens, at start: Int) -> Int? {
    guard !isGlued(tokens, start), let first = firstGroup(tokens, at: start) else { return nil }
    let international = tokens[start].isMark("+") || tokens[first].text.hasPrefix("00")
    var digits = tokens[first].text.utf8.count
    var end = first + 1
    var groups = 1
    if tokens[start].isMark("(") { end += 1 }
    while let next = nextGroup(tokens, from: end, first: tokens[first].text) {
      let more = tokens[next].text.utf8.count
      guard digits + more <= 15 else { break }
      digits += more
      end = next + 1
      groups += 1
    }
    if let after = tokens.at(end), after.kind == .word { return nil }
    // „0915–1020 Uhr“ is a time; a decimal comma makes an amount.
    if tokens.at(tokens.skippingBlanks(end))?.text == "Uhr" { return nil }
    if tokens.at(end)?.isMark(",") == true, tokens.at(end + 1)?.kind == .number { return nil }
    let least = international ? 8 : groups > 1 ? 6 : 7
    return digits >= least && digits <= 15 ? end : nil
  }

  /// The index of the first run of digits, if a number can begin here: `0234`, `(0234)`, `+49`, `0049`.
  private static func firstGroup(_ tokens: ScanTokens, at start: Int) -> Int? {
    if tokens[start].isMark("+") {
      guard let group = tokens.at(start + 1), group.kind == .number, !group.text.hasPrefix("0") else {
        return nil
      }
      return start + 1
    }
    let bracket = tokens[start].isMark("(")
    let index = bracket ? start + 1 : start
    guard let group = tokens.at(index), group.kind == .number, group.text.utf8.count >= 3,
      group.text.hasPrefix("0"), !group.text.hasPrefix("000")
    else { return nil }
    if bracket && tokens.at(index + 1)?.isMark(")") != true { return nil }
    return index
  }

  /// Whether what stands before makes it a paragraph or part of a longer figure or file number.
  private static func isGlued(_ tokens: ScanTokens, _ start: Int) -> Bool {
    let sign = tokens.at(start - 1)?.kind == .blank ? start - 2 : start - 1
    if tokens.at(sign)?.isMark("§") == true { return true }
    guard let before = tokens.at(start - 1) else { return false }
    if before.kind == .word || before.kind == .number { return true }
    guard before.kind == .mark, let earlier = tokens.at(start - 2) else { return false }
    return switch before.text {
    case "-", "_", "–": earlier.kind == .word || earlier.kind == .number
    case ".", ",", "/", ":": earlier.kind == .number
    default: false
    }
  }

  /// The index of the next run of digits behind phone separators; nil where the number ends.
  private static func nextGroup(_ tokens: ScanTokens, from end: Int, first: String) -> Int? {
    var index = end
    var signs = 0
    while let token = tokens.at(index),
      token.kind == .blank || ["/", "-", "–", ".", "(", ")"].contains(token.text)
    {
      if token.kind == .mark { signs += 1 }
      index += 1
    }
    guard index > end, index - end <= 3, let group = tokens.at(index), group.kind == .number else {
      return nil
    }
    let blank = tokens[index - 1].kind == .blank
    if date(tokens, at: index, shortYears: false) != nil { return nil }
    if tokens.at(index + 1)?.isMark(":") == true { return nil }
    let isChargeDigit = ["0137", "0180", "0900"].contains(first)
    if blank && signs == 0 && group.text.utf8.count < 2 && !isChargeDigit { return nil }
    // „0234 9105463. 12 Kinder“: a full stop, then another sentence.
    if blank && tokens[index - 2].isMark(".") { return nil }
    return index
  }
}
