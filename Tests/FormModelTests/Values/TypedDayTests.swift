import Testing

@testable import FormModel

@Suite struct TypedDayTests {
  /// Typed on Thursday 20.11.2025, and the day; the year of a short date is at most ten years ahead.
  @Test(arguments: [
    ("1.4.25", "2025-04-01"), ("01.04.2025", "2025-04-01"), ("1.4.", "2025-04-01"),
    ("2025-04-01", "2025-04-01"),
    ("1. April 2025", "2025-04-01"), ("1 Apr 25", "2025-04-01"), ("1. april 25", "2025-04-01"),
    ("1.Apr.2025", "2025-04-01"),
    ("01. März 2024", "2024-03-01"), ("1 Maerz 2024", "2024-03-01"), ("1. Mrz 2024", "2024-03-01"),
    ("3. Sept. 2024", "2024-09-03"),
    ("31. Dez", "2025-12-31"), ("1. April", "2025-04-01"), (" 1.4.25 ", "2025-04-01"),
    ("\u{A0}1.4.2025\u{202F}", "2025-04-01"),
    ("1. 4. 2025", "2025-04-01"), ("1.\u{A0}April\u{A0}2025", "2025-04-01"), ("29.02.2024", "2024-02-29"),
    ("29.2.24", "2024-02-29"),
    ("29.2.00", "2000-02-29"), ("1.1.35", "2035-01-01"), ("1.1.36", "1936-01-01"), ("31.12.35", "2035-12-31"),
    ("31.12.", "2025-12-31"), ("heute", "2025-11-20"), ("Heute", "2025-11-20"), ("gestern", "2025-11-19"),
    ("vorgestern", "2025-11-18"), ("morgen", "2025-11-21"), ("übermorgen", "2025-11-22"),
    ("U\u{308}bermorgen", "2025-11-22"),
    ("31.1.2025", "2025-01-31"), ("30.4.2025", "2025-04-30"),
  ])
  func `days as people type them`(typed: String, iso: String) throws {
    #expect(try DayInput.parse(typed, reference: day("2025-11-20"))?.iso == iso)
  }

  @Test(arguments: [
    "", " ", "31.02.2025", "31.02.", "29.02.2023", "29.2.", "00.00.2020", "00.01.2020", "01.00.2020",
    "32.1.2025", "1.13.2025",
    "31.4.2025", "31.6.25", "1.4.025", "1.4.20255", "1.4.2", "1.4", "1,4,25", "1/4/25", "1-4-25", "2025-4-1",
    "2025-02-30",
    "20250401", "April 2025", "2025", "1.4.25 foo", "x1.4.25", "1. Foo 2025", "1.4.25.", "1..4.25",
    "heute morgen", "1 4 25",
    "-1.4.25", "99999999999999999999", "0 1.4.25", "1.4.0000",
  ])
  func `what is no day is refused`(typed: String) throws {
    #expect(try DayInput.parse(typed, reference: day("2025-11-20")) == nil)
  }

  /// A past event typed on 20.11.2025.
  @Test(arguments: [
    ("20.11.25", "2025-11-20"), ("21.11.25", "1925-11-21"), ("1.4.26", "1926-04-01"),
    ("20.11.", "2025-11-20"),
    ("21.11.", "2024-11-21"), ("3.5.21", "2021-05-03"), ("29.2.24", "2024-02-29"), ("1.1.00", "2000-01-01"),
    ("21.11.2025", "2025-11-21"),
  ])
  func `a birth typed short is never in the future`(typed: String, iso: String) throws {
    #expect(try DayInput.parse(typed, reference: day("2025-11-20"), century: .past)?.iso == iso)
  }

  @Test func `the horizon is a parameter`() throws {
    let reference = try day("2025-11-20")
    #expect(DayInput.parse("1.1.26", reference: reference, century: .ahead(years: 0))?.iso == "1926-01-01")
    #expect(DayInput.parse("1.1.26", reference: reference, century: .ahead(years: 1))?.iso == "2026-01-01")
    #expect(DayInput.parse("29.2.25", reference: reference) == nil)
    #expect(DayInput.parse("morgen", reference: .last) == nil)
    #expect(DayInput.parse("31.12.99", reference: .first, century: .past) == nil)
  }

  @Test(arguments: [
    ("9:15", "09:15"), ("09:15", "09:15"), ("9.15 Uhr", "09:15"), ("9.15", "09:15"), ("0915", "09:15"),
    ("0915 Uhr", "09:15"),
    ("9 Uhr", "09:00"), ("9Uhr", "09:00"), ("0:00", "00:00"), ("23:59", "23:59"), ("00:00", "00:00"),
    (" 9:15\u{A0}Uhr ", "09:15"),
    ("23 uhr", "23:00"),
  ])
  func `times as people type them`(typed: String, canonical: String) {
    #expect(TimeOfDay(typed: typed)?.canonical == canonical)
  }

  @Test(arguments: [
    "", "9", "24:00", "24 Uhr", "23:60", "9:5", "9:155", "915", "2400", "9:15:00", "9,15", "9-15", "Uhr",
    "-1:00",
  ])
  func `what is no time is refused`(typed: String) { #expect(TimeOfDay(typed: typed) == nil) }

  @Test func `times count minutes and print with Uhr`() throws {
    let time = try #require(TimeOfDay(canonical: "10:20"))
    #expect(time.minutes == 620 && time.hour == 10 && time.minute == 20 && time.german == "10:20 Uhr")
    #expect(try #require(TimeOfDay(hour: 9, minute: 15)) < time)
    for text in ["9:15", "24:00", "09:60", "09.15", "09:15 ", "0915"] {
      #expect(TimeOfDay(canonical: text) == nil)
    }
  }

  /// Typed on 20.11.2025, storage form, printed form.
  @Test(arguments: [
    ("16.9.25", "2025-09-16", "16.09.2025"),
    ("16.09.2025, 10:00 Uhr", "2025-09-16T10:00", "16.09.2025, 10:00 Uhr"),
    ("16.9. 10:00", "2025-09-16T10:00", "16.09.2025, 10:00 Uhr"),
    ("16.9. 10 Uhr", "2025-09-16T10:00", "16.09.2025, 10:00 Uhr"),
    ("16.9.2025 um 9.15 Uhr", "2025-09-16T09:15", "16.09.2025, 09:15 Uhr"),
    ("16.9. um 9.15 Uhr", "2025-09-16T09:15", "16.09.2025, 09:15 Uhr"),
    ("16.9. 9.15 Uhr", "2025-09-16T09:15", "16.09.2025, 09:15 Uhr"),
    ("morgen 10:00", "2025-11-21T10:00", "21.11.2025, 10:00 Uhr"),
    ("heute um 9 Uhr", "2025-11-20T09:00", "20.11.2025, 09:00 Uhr"),
    ("2025-09-16T10:00", "2025-09-16T10:00", "16.09.2025, 10:00 Uhr"),
    ("2025-09-16 10:00", "2025-09-16T10:00", "16.09.2025, 10:00 Uhr"),
    ("2025-09-16", "2025-09-16", "16.09.2025"),
    ("1. Oktober 2025, 14.30 Uhr", "2025-10-01T14:30", "01.10.2025, 14:30 Uhr"),
  ])
  func `moments as people type them`(typed: String, canonical: String, german: String) throws {
    let moment = try #require(MomentInput.parse(typed, reference: day("2025-11-20")))
    #expect(moment.canonical == canonical)
    #expect(moment.german == german)
    #expect(Moment(canonical: canonical) == moment)
    #expect(try MomentInput.parse(german, reference: day("2025-11-20")) == moment)
  }

  @Test(arguments: [
    "", "10:00", "16.9.2025 25:00", "16.9.2025 9", "16.9.2025 10:00 foo", "31.2.2025 10:00", "16.9.2025, um",
  ])
  func `what is no moment is refused`(typed: String) throws {
    #expect(try MomentInput.parse(typed, reference: day("2025-11-20")) == nil)
  }

  @Test func `a storage form has neither seconds nor zone`() {
    for text in [
      "2025-09-16T10:00:00", "2025-09-16T10:00Z", "2025-09-16T", "T10:00", "2025-09-16 10:00",
      "2025-09-31T10:00",
    ] {
      #expect(Moment(canonical: text) == nil)
    }
  }

  @Test func `a day without a time comes before its times`() throws {
    let moments = ["2025-09-15T23:59", "2025-09-16", "2025-09-16T00:00", "2025-09-16T10:00"].compactMap {
      Moment(canonical: $0)
    }
    #expect(moments.reversed().sorted() == moments && moments.count == 4)
  }
}
