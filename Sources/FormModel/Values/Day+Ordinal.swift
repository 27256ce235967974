/// Counting days and days of the week.
extension Day {
  /// The number of days since 1970-01-01, negative before.
  ///
  /// The year is counted from March, so that the leap day is its last day and the months' lengths follow
  /// one linear formula (Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”).
  public var ordinal: Int {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day at a number of days after 1970-01-01.
  ///
  /// Returns nil outside the years 1…9999.
  public init?(ordinal: Int) {
    guard (Day.first.ordinal...Day.last.ordinal).contains(ordinal) else { return nil }
    let shifted = ordinal + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(year: year, month: month, day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The day a number of days later, or earlier when the count is negative.
  ///
  /// Returns nil outside the years 1…9999.
  public func adding(days count: Int) -> Day? {
    let (sum, overflow) = ordinal.addingReportingOverflow(count)
    return overflow ? nil : Day(ordinal: sum)
  }

  /// The number of days from this day to another, negative when the other is earlier.
  public func days(until other: Day) -> Int { other.ordinal - ordinal }

  /// The day on which a period ends that an event on this day starts.
  ///
  /// §§ 187 Abs. 1, 188 Abs. 2–3 BGB: the day of the same number, or the last day of a month that has no such
  /// number. Years and months are added together first, then weeks and days. Stops at ``last``.
  public func adding(_ period: Period) -> Day {
    let afterMonths = adding(months: period.years * 12 + period.months)
    return afterMonths.adding(days: period.weeks * 7 + period.days) ?? .last
  }
}
