import Testing

@testable import FormModel

/// A day that the test knows to exist.
func day(_ iso: String) throws -> Day { try #require(Day(iso: iso), "\(iso)") }

/// A period that the test knows to be well formed.
func period(_ iso: String) throws -> Period { try #require(Period(iso: iso), "\(iso)") }

@Suite struct DayTests {
  @Test func `ordinals agree with counting day by day over all years`() throws {
    // Independent of the formula: months are walked through with their lengths written out.
    var ordinal = -719_162
    for year in 1...9999 {
      let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (index, length) in lengths.enumerated() {
        let first = try #require(Day(year: year, month: index + 1, day: 1))
        let last = try #require(Day(year: year, month: index + 1, day: length))
        guard first.ordinal == ordinal, last.ordinal == ordinal + length - 1, Day(ordinal: ordinal) == first,
          Day(ordinal: last.ordinal) == last, first.lastDayOfMonth == last,
          Day(year: year, month: index + 1, day: length + 1) == nil
        else {
          Issue.record("\(first.iso)")
          return
        }
        ordinal += length
      }
    }
    #expect(Day.last.ordinal == ordinal - 1)
    #expect(Day(ordinal: ordinal) == nil)
    #expect(Day(ordinal: -719_163) == nil)
    #expect(Day(ordinal: Int.max) == nil && Day(ordinal: Int.min) == nil)
  }

  @Test func `every day of four centuries comes back from its ordinal`() throws {
    for ordinal in try day("1799-12-31").ordinal...day("2201-01-01").ordinal {
      guard let back = Day(ordinal: ordinal), back.ordinal == ordinal, Day(iso: back.iso) == back else {
        Issue.record("\(ordinal)")
        return
      }
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
    ("2025-11-20", 20_412),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("1900-03-01", -25_508),
  ])
  func `known ordinals`(iso: String, ordinal: Int) throws {
    #expect(try day(iso).ordinal == ordinal)
    #expect(Day(ordinal: ordinal)?.iso == iso)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2100-02-29", "2025-04-31", "2025-06-31", "2025-09-31", "2025-11-31",
    "2025-00-10",
    "2025-13-01", "2025-01-00", "2025-01-32", "0000-01-01", "2025-1-01", "2025-01-1", "25-01-01",
    "2025/01/01",
    "2025-01-01 ", " 2025-01-01", "+025-01-01", "2025-+1-01", "20250101", "", "２０２５-01-01",
    "2025-01-01T00:00",
    "10000-01-01", "-001-01-01",
  ])
  func `what is no day in storage form is refused`(text: String) { #expect(Day(iso: text) == nil) }

  @Test(arguments: [
    "2024-02-29", "2000-02-29", "1600-02-29", "2025-04-30", "2025-12-31", "0001-01-01", "9999-12-31",
  ])
  func `storage form comes back`(text: String) throws { #expect(try day(text).iso == text) }

  @Test func `prints the German form with leading zeros`() throws {
    #expect(try day("2025-09-09").german == "09.09.2025")
    #expect(try day("0987-12-31").german == "31.12.0987")
  }

  @Test(arguments: [
    ("2025-01-01", 1, "2025-03-31"), ("2025-03-31", 1, "2025-03-31"), ("2025-04-01", 2, "2025-06-30"),
    ("2025-06-30", 2, "2025-06-30"), ("2025-07-01", 3, "2025-09-30"), ("2025-09-30", 3, "2025-09-30"),
    ("2025-10-01", 4, "2025-12-31"), ("2025-12-31", 4, "2025-12-31"),
  ])
  func `quarters and their ends`(iso: String, quarter: Int, end: String) throws {
    #expect(try day(iso).quarter == quarter)
    #expect(try day(iso).endOfQuarter.iso == end)
    #expect(try day(iso).endOfYear.iso == "2025-12-31")
  }

  @Test func `days are ordered by the calendar`() throws {
    let days = try ["2024-12-31", "2025-01-01", "2025-01-31", "2025-02-01", "2026-01-01"].map(day)
    #expect(days.shuffled().sorted() == days)
    #expect(try day("2025-01-31").days(until: day("2025-03-01")) == 29)
    #expect(try day("2025-03-01").days(until: day("2025-01-31")) == -29)
    #expect(try day("2025-03-01").adding(days: -1)?.iso == "2025-02-28")
    #expect(Day.last.adding(days: 1) == nil && Day.first.adding(days: -1) == nil)
    #expect(Day.first.adding(days: .max) == nil && Day.first.adding(days: .min) == nil)
  }
}
