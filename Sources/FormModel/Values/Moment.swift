/// A day with or without a time of day, such as a next appointment.
///
/// Without a zone: it is the wall clock of the office.
public struct Moment: Hashable, Sendable, Comparable {
  /// The calendar day, without a time zone.
  public let day: Day
  /// The time of day, if it is known.
  public let time: TimeOfDay?

  /// A moment from its day and time.
  public init(_ day: Day, at time: TimeOfDay? = nil) {
    self.day = day
    self.time = time
  }

  /// A moment from its storage form, `JJJJ-MM-TT` or `JJJJ-MM-TTTHH:MM`.
  ///
  /// Returns nil for anything else, also for seconds or a zone.
  public init?(canonical text: some StringProtocol) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let day = Day(iso: first) else { return nil }
    guard parts.count == 2 else {
      self.init(day)
      return
    }
    guard let time = TimeOfDay(canonical: parts[1]) else { return nil }
    self.init(day, at: time)
  }

  /// The storage form, `2025-09-16` or `2025-09-16T10:00`.
  public var canonical: String { time.map { day.iso + "T" + $0.canonical } ?? day.iso }

  /// The printed form, „16.09.2025“ or „16.09.2025, 10:00 Uhr“.
  public var german: String { time.map { day.german + ", " + $0.german } ?? day.german }

  /// The earlier moment is the smaller one; a day without a time comes before its times.
  public static func < (left: Moment, right: Moment) -> Bool {
    (left.day, left.time?.minutes ?? -1) < (right.day, right.time?.minutes ?? -1)
  }
}

/// Reads a day with or without a time as people type it.
///
/// `16.9.25`, `16.09.2025, 10:00 Uhr`, `16.9. 10 Uhr`, `16.9.2025 um 9.15 Uhr`, `morgen 10:00`, and the
/// storage form.
public enum MomentInput {
  /// The moment that was typed; nil for any other text.
  ///
  /// Years are completed as ``DayInput`` does it.
  public static func parse(
    _ text: String, reference: Day, century: DayInput.Century = .ahead(years: 10)
  ) -> Moment? {
    let trimmed = TypedTokens.trimmed(text)
    if let moment = Moment(canonical: trimmed) { return moment }
    guard var tokens = TypedTokens(trimmed),
      let day = DayInput.takeDay(from: &tokens, reference: reference, century: century)
    else { return nil }
    if tokens.isAtEnd { return Moment(day) }
    _ = tokens.take(mark: ",")
    _ = tokens.take(word: "um")
    guard let time = TimeOfDay.take(from: &tokens), tokens.isAtEnd else { return nil }
    return Moment(day, at: time)
  }
}
