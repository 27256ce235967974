import Testing

@testable import FormModel

@Suite struct PartialDayTests {
  /// Storage form, printed form, first and last day.
  @Test(arguments: [
    ("2020-05-03", "03.05.2020", "2020-05-03", "2020-05-03"),
    ("2020-05-03~", "ca. 03.05.2020", "2020-05-03", "2020-05-03"),
    ("2020-05", "05.2020 (Tag unbekannt)", "2020-05-01", "2020-05-31"),
    ("2020-05~", "ca. 05.2020", "2020-05-01", "2020-05-31"),
    ("2020-02", "02.2020 (Tag unbekannt)", "2020-02-01", "2020-02-29"),
    ("2021-02~", "ca. 02.2021", "2021-02-01", "2021-02-28"),
    ("2020", "2020 (Tag/Monat unbekannt)", "2020-01-01", "2020-12-31"),
    ("2020~", "ca. 2020", "2020-01-01", "2020-12-31"),
    ("ET2026-02-03", "ET 03.02.2026", "2026-02-03", "2026-02-03"), ("unbekannt", "unbekannt", nil, nil),
  ])
  func `both forms, both bounds, and back`(
    canonical: String, german: String, earliest: String?, latest: String?
  ) throws {
    let value = try #require(PartialDay(canonical: canonical))
    #expect(value.canonical == canonical)
    #expect(value.german == german)
    #expect(value.earliest?.iso == earliest && value.latest?.iso == latest)
    #expect(try PartialDayInput.parse(german, reference: day("2025-11-20")) == value)
    #expect(try PartialDayInput.parse(" " + canonical + "\u{A0}", reference: day("2025-11-20")) == value)
  }

  @Test(arguments: [
    "", "~", "2020-13", "2020-00", "0000", "2020-02-30", "20", "202", "20200", "2020-5", "2020~~", "ET",
    "ET2026-02",
    "ET2026-02-03~", "ET 2026-02-03", "unbekannt~", "Unbekannt", "2020 ", "~2020", "2020-05-", "abcd",
    "2020é05",
  ])
  func `what is no storage form is refused`(text: String) { #expect(PartialDay(canonical: text) == nil) }

  /// Typed on 20.11.2025, storage form.
  @Test(arguments: [
    ("2020", "2020"), ("05/2020", "2020-05"), ("5/2020", "2020-05"), ("05.2020", "2020-05"),
    ("5. 2020", "2020-05"),
    ("Mai 2020", "2020-05"), ("mai 2020", "2020-05"), ("Dez. 2019", "2019-12"), ("März 2021", "2021-03"),
    ("ca. 2020", "2020~"),
    ("ca 2020", "2020~"), ("um 2020", "2020~"), ("etwa Mai 2020", "2020-05~"),
    ("ca. 3.5.2020", "2020-05-03~"),
    ("ca. 2020-05-03", "2020-05-03~"), ("ca.\u{A0}05/2020", "2020-05~"), ("ET 03.02.2026", "ET2026-02-03"),
    ("ET: 3.2.26", "ET2026-02-03"), ("et 3.2.2026", "ET2026-02-03"), ("E.T. 3.2.2026", "ET2026-02-03"),
    ("errechneter Termin 3. Februar 2026", "ET2026-02-03"), ("unbekannt", "unbekannt"),
    ("Unbekannt", "unbekannt"),
    ("nicht bekannt", "unbekannt"), ("?", "unbekannt"), ("00.00.2020", "2020"), ("00.05.2020", "2020-05"),
    ("00.00.0000", "unbekannt"), ("3.5.20", "2020-05-03"), ("3.5.26", "1926-05-03"),
    ("01.01.2020", "2020-01-01"),
    ("2020-05-03", "2020-05-03"), ("3. Mai 2020", "2020-05-03"), ("ca. 00.05.2020", "2020-05~"),
    ("gestern", "2025-11-19"),
  ])
  func `what people and registers write`(typed: String, canonical: String) throws {
    #expect(try PartialDayInput.parse(typed, reference: day("2025-11-20"))?.canonical == canonical)
  }

  @Test(arguments: [
    "", "20", "13/2020", "00/2020", "Mai", "Mai 20", "ca.", "ET", "ET 2026", "ET 31.02.2026", "31.02.2020",
    "29.02.2023",
    "00.13.2020", "03.00.2020", "ca. unbekannt", "2020 oder 2021", "05.2020 (Jahr unbekannt)",
    "ca. 2020 (Tag/Monat unbekannt)",
    "0000", "00.00", "foo", "2020-05-03 (Tag unbekannt)",
  ])
  func `what says no day is refused`(typed: String) throws {
    #expect(try PartialDayInput.parse(typed, reference: day("2025-11-20")) == nil)
  }

  /// Storage form, age on 20.11.2025, and whether it is exact.
  @Test(arguments: [
    ("2021-05-03", "4;6", true), ("2021-05-03~", "ca. 4;6", false), ("2020-05", "5;5–5;6", false),
    ("2020", "4;10–5;10", false),
    ("2020~", "ca. 4;10–5;10", false), ("2025", "0;0–0;10", false), ("2025-11", "0;0", true),
    ("2025-11-20", "0;0", true),
    ("2025-11-21", nil, false), ("2026", nil, false), ("2025-12", nil, false), ("ET2025-11-01", nil, false),
    ("ET2026-02-03", nil, false), ("unbekannt", nil, false), ("2020-11", "4;11–5;0", false),
    ("2020-10", "5;0–5;1", false),
  ])
  func `the age is exact or a range`(canonical: String, german: String?, isExact: Bool) throws {
    let age = try #require(PartialDay(canonical: canonical)).age(on: day("2025-11-20"))
    #expect(age?.german == german)
    #expect((age?.exact != nil) == isExact)
  }

  @Test func `only a full and certain day is exact`() throws {
    #expect(PartialDay(canonical: "2020-05-03")?.exactDay?.iso == "2020-05-03")
    for text in ["2020-05-03~", "2020-05", "ET2026-02-03", "unbekannt"] {
      #expect(PartialDay(canonical: text)?.exactDay == nil)
    }
    #expect(PartialDay.month(13, year: 2020) == nil && PartialDay.year(0) == nil)
  }
}
