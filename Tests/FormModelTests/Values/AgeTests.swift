import Testing

@testable import FormModel

@Suite struct AgeTests {
  /// Born, reference day, age; nil before the birth.
  @Test(arguments: [
    ("2021-05-03", "2025-09-09", "4;4"), ("2021-05-03", "2025-05-02", "3;11"),
    ("2021-05-03", "2025-05-03", "4;0"),
    ("2021-05-03", "2025-05-04", "4;0"), ("2021-05-03", "2025-06-02", "4;0"),
    ("2021-05-03", "2025-06-03", "4;1"),
    ("2021-05-03", "2021-05-03", "0;0"), ("2021-05-03", "2021-05-02", nil), ("2021-05-03", "2020-12-31", nil),
    // 29 February: complete with the end of 28 February
    ("2020-02-29", "2025-02-28", "4;11"), ("2020-02-29", "2025-03-01", "5;0"),
    ("2020-02-29", "2024-02-28", "3;11"),
    ("2020-02-29", "2024-02-29", "4;0"), ("2020-02-29", "2020-03-28", "0;0"),
    ("2020-02-29", "2020-03-29", "0;1"),
    ("2020-02-29", "2100-02-28", "79;11"), ("2020-02-29", "2100-03-01", "80;0"),
    // the neighbours of 29 February are ordinary
    ("2020-02-28", "2025-02-27", "4;11"), ("2020-02-28", "2025-02-28", "5;0"),
    ("2020-03-01", "2025-02-28", "4;11"),
    ("2020-03-01", "2024-02-29", "3;11"), ("2020-03-01", "2025-03-01", "5;0"),
    // months of a child born on the 29th, 30th and 31st
    ("2025-01-31", "2025-02-28", "0;0"), ("2025-01-31", "2025-03-01", "0;1"),
    ("2025-01-31", "2025-03-30", "0;1"),
    ("2025-01-31", "2025-03-31", "0;2"), ("2025-01-31", "2025-04-30", "0;2"),
    ("2025-01-31", "2025-05-01", "0;3"),
    ("2025-01-30", "2025-02-28", "0;0"), ("2025-01-30", "2025-03-01", "0;1"),
    ("2024-01-30", "2024-02-29", "0;0"),
    ("2024-01-29", "2024-02-28", "0;0"), ("2024-01-29", "2024-02-29", "0;1"),
    ("2025-01-29", "2025-03-01", "0;1"),
    ("2025-01-28", "2025-02-27", "0;0"), ("2025-01-28", "2025-02-28", "0;1"),
    // the turn of the year, and the edges of the target group
    ("2019-12-31", "2025-12-30", "5;11"), ("2019-12-31", "2025-12-31", "6;0"),
    ("2019-10-01", "2025-11-03", "6;1"),
    ("2018-11-20", "2025-11-19", "6;11"), ("2018-11-20", "2025-11-20", "7;0"),
    ("2017-11-21", "2025-11-20", "7;11"),
    ("2017-11-20", "2025-11-20", "8;0"), ("2025-07-01", "2025-11-18", "0;4"),
    ("1900-01-01", "2000-01-01", "100;0"),
  ])
  func `the day of birth counts`(born: String, reference: String, age: String?) throws {
    #expect(try Age(born: day(born), on: day(reference))?.german == age)
  }

  @Test func `ages grow by at most a month from day to day`() throws {
    for born in ["2020-02-29", "2020-01-31", "2021-08-30", "2021-05-03"] {
      let birth = try day(born)
      var before = -1
      for ordinal in birth.ordinal...birth.ordinal + 3_000 {
        let today = try #require(Day(ordinal: ordinal))
        let age = try #require(Age(born: birth, on: today))
        #expect(age.totalMonths == before || age.totalMonths == before + 1)
        #expect(age.months < 12)
        before = age.totalMonths
      }
    }
  }

  @Test func `the younger age is smaller`() throws {
    let reference = try day("2025-11-20")
    let older = try #require(Age(born: day("2019-12-01"), on: reference))
    let younger = try #require(Age(born: day("2020-01-01"), on: reference))
    #expect(younger < older && older.years == 5 && older.months == 11)
  }
}
