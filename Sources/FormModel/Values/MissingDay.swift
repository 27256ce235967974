/// A day that somebody typed and that the calendar does not have, such as the 31st of November.
enum MissingDay {
  /// What is wrong with such a day, as the rest of a sentence that begins with the field's name; nil for any other text.
  ///
  /// Read are day and month in numbers, with or without a year, and the storage form.
  static func problem(of text: String) -> ValueProblem? {
    guard let (day, month, year) = parts(of: text), (1...12).contains(month), day > 0,
      // Without a year the month counts in its longest form.
      let last = Day(year: year ?? 2024, month: month, day: 1)?.lastDayOfMonth.day, day > last
    else { return nil }
    let span = Day.germanName(ofMonth: month) + (month == 2 ? year.map { " \($0)" } ?? "" : "")
    return .format(
      "nennt einen Tag, den es nicht gibt: Der \(span) hat \(last) Tage.", "Bitte den richtigen Tag eingeben.")
  }

  private static func parts(of text: String) -> (day: Int, month: Int, year: Int?)? {
    guard var tokens = TypedTokens(TypedTokens.trimmed(text)) else { return nil }
    if let year = tokens.takeNumber(digits: 4...4) {
      guard tokens.take(mark: "-"), let month = tokens.takeNumber(digits: 1...2), tokens.take(mark: "-"),
        let day = tokens.takeNumber(digits: 1...2), tokens.isAtEnd
      else { return nil }
      return (day, month, year)
    }
    guard let day = tokens.takeNumber(digits: 1...2), tokens.take(mark: "."),
      let month = tokens.takeNumber(digits: 1...2)
    else { return nil }
    _ = tokens.take(mark: ".")
    if tokens.isAtEnd { return (day, month, nil) }
    if let year = tokens.takeNumber(digits: 4...4) { return (day, month, year) }
    return tokens.takeNumber(digits: 2...2).map { (day, month, 2000 + $0) }
  }
}
