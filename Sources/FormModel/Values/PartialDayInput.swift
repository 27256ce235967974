/// Reads a partial day as people type it, as registers write it, and as it is printed.
///
/// Beyond the days of ``DayInput``: `2020`, `05/2020`, `05.2020`, `Mai 2020`, `ca. 2020`, `um 2020`,
/// `ET 03.02.2026`, `unbekannt`, `?`, and the registers' `00.05.2020` and `00.00.2020`. Storage forms
/// (`2020-05~`) and printed forms („2020 (Tag/Monat unbekannt)“) are read too.
public enum PartialDayInput {
  /// The partial day that was typed.
  ///
  /// Two-digit and missing years are completed so that a day is not after the reference day; for an expected
  /// day, so that it is at most a year ahead. Returns nil for text in no known form.
  public static func parse(_ text: String, reference: Day) -> PartialDay? {
    let trimmed = TypedTokens.trimmed(text)
    if let stored = PartialDay(canonical: trimmed) { return stored }
    guard var tokens = TypedTokens(trimmed) else { return nil }
    if isUnknown(tokens) { return .unknown }
    if takeExpected(from: &tokens) {
      let day = DayInput.takeDay(from: &tokens, reference: reference, century: .ahead(years: 1))
      return tokens.isAtEnd ? day.map { .expected($0) } : nil
    }
    let estimated = takeEstimate(from: &tokens)
    let value =
      takeIncomplete(from: &tokens, estimated: estimated)
      ?? DayInput.takeDay(from: &tokens, reference: reference, century: .past)
      .map { .day($0, estimated: estimated) }
    guard let value else { return nil }
    if !estimated { takePrintedRemark(from: &tokens, after: value.kind) }
    return tokens.isAtEnd ? value : nil
  }

  private static func isUnknown(_ tokens: TypedTokens) -> Bool {
    let forms: [[TypedTokens.Token]] = [
      [.word("unbekannt")], [.word("nicht"), .word("bekannt")], [.mark("?")],
      [.number(0, digits: 2), .mark("."), .number(0, digits: 2), .mark("."), .number(0, digits: 4)],
    ]
    return forms.contains(Array(tokens.rest))
  }

  /// „ET“, „ET:“, „E.T.“, „errechneter Termin“, „errechneter Geburtstermin“.
  private static func takeExpected(from tokens: inout TypedTokens) -> Bool {
    let found =
      tokens.take(word: "et")
      || tokens.take(all: [.word("e"), .mark("."), .word("t"), .mark(".")])
      || tokens.take(all: [.word("errechneter"), .word("termin")])
      || tokens.take(all: [.word("errechneter"), .word("geburtstermin")])
    return found && (tokens.take(mark: ":") || true)
  }

  private static func takeEstimate(from tokens: inout TypedTokens) -> Bool {
    guard tokens.take(word: "ca", "circa", "um", "etwa", "ungefähr", "geschätzt") else { return false }
    _ = tokens.take(mark: ".")
    return true
  }

  /// A year, a month with its year, or a register's date with zeros; nothing is taken if none comes next.
  private static func takeIncomplete(from tokens: inout TypedTokens, estimated: Bool) -> PartialDay? {
    var attempt = tokens
    var value: PartialDay?
    if attempt.take(all: [.number(0, digits: 2), .mark(".")]) {
      if attempt.take(all: [.number(0, digits: 2), .mark(".")]) {
        value = attempt.takeNumber(digits: 4...4).flatMap { .year($0, estimated: estimated) }
      } else {
        value = takeMonth(from: &attempt, estimated: estimated)
      }
    } else if let year = attempt.takeNumber(digits: 4...4), attempt.next != .mark("-") {
      value = .year(year, estimated: estimated)
    } else if attempt.rest.count == tokens.rest.count {
      value = takeMonth(from: &attempt, estimated: estimated)
    }
    if value != nil { tokens = attempt }
    return value
  }

  /// `05/2020`, `5.2020`, `Mai 2020`.
  private static func takeMonth(from tokens: inout TypedTokens, estimated: Bool) -> PartialDay? {
    if let word = tokens.takeWord() {
      guard let month = DayInput.monthNumber(word) else { return nil }
      _ = tokens.take(mark: ".")
      return tokens.takeNumber(digits: 4...4).flatMap { .month(month, year: $0, estimated: estimated) }
    }
    guard let month = tokens.takeNumber(digits: 1...2), tokens.take(mark: "/") || tokens.take(mark: ".")
    else {
      return nil
    }
    return tokens.takeNumber(digits: 4...4).flatMap { .month(month, year: $0, estimated: estimated) }
  }

  /// The remark that ``PartialDay/german`` prints behind a month or year.
  private static func takePrintedRemark(from tokens: inout TypedTokens, after kind: PartialDay.Kind) {
    if kind == .month {
      _ = tokens.take(all: [.mark("("), .word("tag"), .word("unbekannt"), .mark(")")])
    } else if kind == .year {
      _ = tokens.take(
        all: [.mark("("), .word("tag"), .mark("/"), .word("monat"), .word("unbekannt"), .mark(")")])
    }
  }
}
