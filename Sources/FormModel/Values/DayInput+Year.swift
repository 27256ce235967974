/// Completing a year that was typed short or left out.
extension DayInput {
  /// The day with a two-digit year.
  static func complete(shortYear: Int, month: Int, day: Int, reference: Day, century: Century) -> Day? {
    let latest: Int
    switch century {
    case .ahead(let years): latest = reference.year + max(0, min(years, 99))
    case .past: latest = reference.year
    }
    let year = latest - (latest - shortYear) % 100
    guard let found = Day(year: year, month: month, day: day) else {
      return nil
    }
    if century == .past, found > reference { return Day(year: year - 100, month: month, day: day) }
    return found
  }

  /// The day without a year.
  static func complete(month: Int, day: Int, reference: Day, century: Century) -> Day? {
    let inYear = Day(year: reference.year, month: month, day: day)
    switch century {
    case .ahead: return inYear
    case .past:
      if let inYear, inYear <= reference { return inYear }
      return Day(year: reference.year - 1, month: month, day: day)
    }
  }
}
