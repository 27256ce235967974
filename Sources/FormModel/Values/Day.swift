/// A day of the proleptic Gregorian calendar, without time of day and time zone.
///
/// Years 1…9999, months 1…12, days 1…31. Legal periods (§§ 186 ff. BGB) are counted in such days, never in
/// instants. An impossible day (31 February) cannot be made: every initialiser that could produce one fails.
public struct Day: Hashable, Sendable, Comparable {
  /// The year, 1…9999.
  public let year: Int
  /// The month, 1…12.
  public let month: Int
  /// The day of the month, 1…31.
  public let day: Int

  /// A day from its numbers.
  ///
  /// Returns nil when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Day.length(ofMonth: month, year: year) else { return nil }
    self.init(checkedYear: year, month: month, day: day)
  }

  /// A day whose numbers are known to be right.
  private init(checkedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The first day that can be represented, 0001-01-01.
  public static let first = Day(checkedYear: 1, month: 1, day: 1)
  /// The last day that can be represented, 9999-12-31.
  public static let last = Day(checkedYear: 9999, month: 12, day: 31)

  /// The earlier day is the smaller one.
  public static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// Whether February of this year has 29 days.
  ///
  /// Every fourth year, but of the century years only those divisible by 400.
  public static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days of a month, 28…31.
  ///
  /// The month is 1…12; anything else has 0 days.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: isLeap(year: year) ? 29 : 28
    default: 0
    }
  }

  /// The last day of this day's month.
  public var lastDayOfMonth: Day {
    Day(checkedYear: year, month: month, day: Day.length(ofMonth: month, year: year))
  }

  /// The quarter of the year, 1…4.
  public var quarter: Int { (month + 2) / 3 }

  /// The last day of this day's quarter.
  public var endOfQuarter: Day {
    Day(checkedYear: year, month: quarter * 3, day: Day.length(ofMonth: quarter * 3, year: year))
  }

  /// 31 December of this day's year.
  public var endOfYear: Day { Day(checkedYear: year, month: 12, day: 31) }

  /// The day of the same number some months later, or the last day of that month if it has no such number.
  ///
  /// The rule of § 188 Abs. 2 and 3 BGB. `count` is not negative; the result stops at ``last``.
  func adding(months count: Int) -> Day {
    let months = year * 12 + (month - 1) + count
    let (newYear, newMonth) = (months / 12, months % 12 + 1)
    guard newYear <= 9999 else { return .last }
    let length = Day.length(ofMonth: newMonth, year: newYear)
    return Day(checkedYear: newYear, month: newMonth, day: min(day, length))
  }
}
