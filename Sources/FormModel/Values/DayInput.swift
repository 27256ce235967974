/// Reads a day as people type it.
///
/// Accepts `1.4.25`, `01.04.2025`, `1.4.` (the year follows from the reference day), `2025-04-01`,
/// `1. April 2025`, `1 Apr 25`, and `heute`, `gestern`, `vorgestern`, `morgen`, `übermorgen`. Blanks at the ends
/// and between the parts do not matter. The reference day is a parameter: there is no clock here.
public enum DayInput {
  /// How a year that was left out or typed with two digits is completed.
  public enum Century: Hashable, Sendable {
    /// The latest year that is not more than so many years after the reference year; a missing year is the
    /// reference year.
    case ahead(years: Int)
    /// The latest year with which the day is not after the reference day, for births and past events.
    case past
  }

  /// The day that was typed.
  ///
  /// Returns nil for text that is no day and for days that the calendar does not have (31.02., 00.00.2020).
  /// A day with a four-digit year may lie in the future, whatever `century` says: that is for a rule to judge.
  public static func parse(_ text: String, reference: Day, century: Century = .ahead(years: 10)) -> Day? {
    let trimmed = TypedTokens.trimmed(text)
    if let day = Day(iso: trimmed) { return day }
    guard var tokens = TypedTokens(trimmed) else { return nil }
    let day = takeDay(from: &tokens, reference: reference, century: century)
    return tokens.isAtEnd ? day : nil
  }

  /// Takes a day from the front of the tokens.
  ///
  /// A number before a colon or „Uhr“ is an hour and never a year, so that `16.9. 10:00` can be read.
  static func takeDay(from tokens: inout TypedTokens, reference: Day, century: Century) -> Day? {
    if let word = relativeDays.first(where: { tokens.next == .word($0.word) }) {
      _ = tokens.takeWord()
      return reference.adding(days: word.offset)
    }
    if let day = takeISO(from: &tokens) { return day }
    guard let day = tokens.takeNumber(digits: 1...2) else { return nil }
    let dotted = tokens.take(mark: ".")
    guard let (month, closed) = takeMonth(from: &tokens, dotted: dotted) else { return nil }
    if closed, !startsTime(tokens.rest) {
      if let year = tokens.takeNumber(digits: 4...4) { return Day(year: year, month: month, day: day) }
      if let year = tokens.takeNumber(digits: 2...2) {
        return complete(shortYear: year, month: month, day: day, reference: reference, century: century)
      }
    }
    return closed ? complete(month: month, day: day, reference: reference, century: century) : nil
  }

  private static let relativeDays: [(word: String, offset: Int)] = [
    ("heute", 0), ("gestern", -1), ("vorgestern", -2), ("morgen", 1), ("übermorgen", 2),
  ]

  private static func takeISO(from tokens: inout TypedTokens) -> Day? {
    var attempt = tokens
    guard let year = attempt.takeNumber(digits: 4...4), attempt.take(mark: "-"),
      let month = attempt.takeNumber(digits: 2...2), attempt.take(mark: "-"),
      let number = attempt.takeNumber(digits: 2...2), let day = Day(year: year, month: month, day: number)
    else { return nil }
    tokens = attempt
    return day
  }

  /// The month and whether it was closed: a number by its dot, a name always.
  private static func takeMonth(from tokens: inout TypedTokens, dotted: Bool) -> (Int, Bool)? {
    if dotted, let month = tokens.takeNumber(digits: 1...2) { return (month, tokens.take(mark: ".")) }
    guard let word = tokens.takeWord(), let month = monthNumber(word) else { return nil }
    _ = tokens.take(mark: ".")
    return (month, true)
  }

  private static func startsTime(_ rest: ArraySlice<TypedTokens.Token>) -> Bool {
    guard let following = rest.dropFirst().first else { return false }
    if following == .word("uhr") || following == .mark(":") { return true }
    // „9.15 Uhr“: an hour and its minutes.
    return following == .mark(".") && rest.dropFirst(3).first == .word("uhr")
  }

  /// The number of a month from its name or usual abbreviation in lower case.
  static func monthNumber(_ word: String) -> Int? {
    let abbreviations: [[String]] = [
      ["jan", "jän", "jänner"], ["feb", "feber"], ["mär", "mrz", "maerz"], ["apr"], [], ["jun", "juno"],
      ["jul", "julei"], ["aug"], ["sep", "sept"], ["okt"], ["nov"], ["dez"],
    ]
    return (1...12).first { month in
      Day.germanName(ofMonth: month).lowercased() == word || abbreviations[month - 1].contains(word)
    }
  }
}
