import Testing

@testable import FormModel

/// A day that the calendar does not have is answered as such, and not with how a date is written.
@Suite struct MissingDayTests {
  @Test(arguments: [
    ("31.11.", "November hat 30"), ("31.11.2025", "November hat 30"), ("30.2.2025", "Februar 2025 hat 28"),
    ("30.02.", "Februar hat 29"), ("29.2.23", "Februar 2023 hat 28"), ("2025-04-31", "April hat 30"),
    ("32.1.2025", "Januar hat 31"), ("31.6.2025 10:00", "Juni hat 30"),
  ])
  func `The month and its last day are named`(_ text: String, _ words: String) {
    #expect(MissingDay.problem(of: text)?.message.contains(words) ?? false)
  }

  @Test(arguments: ["30.11.2025", "29.2.2024", "1.13.2025", "0.1.2025", "vorhin", "12:30", "", "31.12.", "2025-12-31"])
  func `Nothing else is`(_ text: String) {
    #expect(MissingDay.problem(of: text) == nil)
  }
}
