/// The completed years and months of a life on a reference day.
///
/// § 187 Abs. 2 S. 2 BGB counts the day of birth. A year or month of life is therefore complete with the end of
/// the day *before* the day of the same number (§ 188 Abs. 2 Alt. 2), and the person has the new age from the
/// beginning of that day. Where the month has no such number the day before decides: born 29.02.2020, the fifth
/// year ends with 28.02.2025, so the child is 5 on 01.03.2025 and still 4 on 28.02.2025. For a child born on the
/// 31st, a month ends with the 30th of a month of 30 days, and with the last of February, which has no 30th
/// either (§ 188 Abs. 3): both times the month is complete on the *first of the following month*. That is the
/// same as comparing the day numbers, which is how it is computed.
public struct Age: Hashable, Sendable, Comparable {
  /// The completed years, 0 or more.
  public let years: Int
  /// The completed months beyond the completed years, 0…11.
  public let months: Int

  /// The age of a person on a day.
  ///
  /// Returns nil when the day is before the birth; on the day of birth the age is 0;0.
  public init?(born birth: Day, on day: Day) {
    guard birth <= day else { return nil }
    let begun = (day.year - birth.year) * 12 + day.month - birth.month
    let complete = day.day < birth.day ? begun - 1 : begun
    years = complete / 12
    months = complete % 12
  }

  /// All completed months of life.
  public var totalMonths: Int { years * 12 + months }

  /// The younger age is the smaller one.
  public static func < (left: Age, right: Age) -> Bool { left.totalMonths < right.totalMonths }

  /// Years and months as „4;4“ (four years and four months).
  public var german: String { "\(years);\(months)" }
}
