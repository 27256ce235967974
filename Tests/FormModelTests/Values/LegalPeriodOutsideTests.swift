import Glibc
import Testing

@testable import FormModel

/// Periods against the C library, which counts days in its own way.
@Suite struct LegalPeriodOutsideTests {
  /// The number of the day after 1970-01-01 that the C library gives, whatever the numbers are.
  private func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    var parts = tm()
    parts.tm_year = Int32(year - 1_900)
    parts.tm_mon = Int32(month - 1)
    parts.tm_mday = Int32(day)
    return timegm(&parts) / 86_400
  }

  /// The end of a period as § 188 BGB has it, by the C library: the same number, or the day before the next month.
  private func end(_ event: Day, _ period: Period) -> Int {
    let month = event.month + period.years * 12 + period.months
    let wanted = number(event.year, month, event.day)
    let last = number(event.year, month + 1, 1) - 1
    return min(wanted, last) + period.weeks * 7 + period.days
  }

  @Test func `a hundred thousand periods end where the C library says`() throws {
    var state: UInt64 = 188
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var wrong: [String] = []
    for _ in 0..<100_000 {
      let event = try #require(Day(ordinal: random(73_000) - 18_000))
      let kind = random(4)
      let period = try #require(
        kind == 0
          ? Period(weeks: random(300))
          : Period(
            years: kind == 1 ? 0 : random(101), months: kind == 2 ? 0 : random(40), days: kind == 3 ? random(400) : 0))
      let legal = LegalPeriod(from: event, lasting: period)
      let expected = end(event, period)
      if legal.end.ordinal != expected || legal.due.ordinal != expected + 1 {
        wrong.append("\(event.iso) \(period.iso): \(legal.end.iso)")
      }
    }
    #expect(wrong == [])
  }
}
