import Paperwork
import Testing

@testable import FormModel

/// Periods that figures are counted for.
struct CountedPeriodTests {
  @Test(arguments: [
    ("2025-Q3", "2025-07-01", "2025-09-30"), ("2025-q4", "2025-10-01", "2025-12-31"),
    ("2025-H1", "2025-01-01", "2025-06-30"), ("2025-H2", "2025-07-01", "2025-12-31"),
    ("2025", "2025-01-01", "2025-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2025-02", "2025-02-01", "2025-02-28"), ("2025-12", "2025-12-01", "2025-12-31"),
    ("2024/25", "2024-08-01", "2025-07-31"), ("1999/00", "1999-08-01", "2000-07-31"),
  ])
  func itBeginsAndEndsAsTheListSays(_ written: String, _ first: String, _ last: String) throws {
    let library = try Repository.library()
    let day = try #require(Day(iso: "2026-01-31"))
    for id in ["statistik-teil1", "statistik-teil2"] {
      let form = try Repository.form(id, in: library)
      var filling = Filling(form: form, library: library, day: day)
      try filling.set(try #require(CountedPeriod(written)))
      let paper = try filling.finish()
      #expect(paper.root.element("von")?.text == first && paper.root.element("bis")?.text == last, "\(id)")
    }
  }

  @Test(arguments: [
    "", "25", "2025-Q5", "2025-Q0", "2025-H3", "2025-13", "2025-00", "2024/26", "2024/2025", "1899", "2025-", "2025-Q٣",
    "2025Q3",
  ])
  func whatIsNoPeriodIsRefused(_ written: String) {
    #expect(CountedPeriod(written) == nil)
  }

  @Test(arguments: ["2023", "2023-H2", "2023-05", "2022/23"])
  func everyFigureOfAnyPeriodIsCountedAsTheOtherProgramCountsIt(_ written: String) throws {
    let service = try InventedService(seed: 21, families: 30)
    defer { service.remove() }
    let days = [
      "2023": ("2023-01-01", "2023-12-31"), "2023-H2": ("2023-07-01", "2023-12-31"),
      "2023-05": ("2023-05-01", "2023-05-31"), "2022/23": ("2022-08-01", "2023-07-31"),
    ]
    let (first, last) = try #require(days[written])
    for part in ["part1", "part2"] {
      let result = try service.differences(
        part, ["papiere"], written, first, last, areas: ["gesamtstadt/", "stadtbezirk/2"])
      // The columns of part 1 are months for the other program; their sum is the same for every period.
      let different = result.different.filter { difference in
        !difference.contains("/monat_")
          && !((written.hasPrefix("2022") || written == "2023")
            && (difference.contains(" a1_") || difference.contains(" a5_")))
      }
      #expect(result.figures > 100 && different == [])
    }
  }
}
