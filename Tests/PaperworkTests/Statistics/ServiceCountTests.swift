import FormModel
import Paperwork
import Testing

/// Every figure of both statistics, for the town, each district and each worker, as another program counts it.
struct ServiceCountTests {
  @Test(arguments: [
    ("2023-Q1", "2023-01-01", "2023-03-31"), ("2023-Q3", "2023-07-01", "2023-09-30"),
  ])
  func aProgramInAnotherLanguageCountsTheSame(_ period: String, _ first: String, _ last: String) throws {
    let service = try InventedService(seed: 14, families: 60)
    defer { service.remove() }
    for part in ["part1", "part2"] {
      let result = try service.differences(part, ["papiere"], period, first, last)
      #expect(result.figures > 500)
      // Where no earlier paper is at hand, nobody knows what was there before.
      let different = result.different.filter { period != "2023-Q1" || !$0.contains(" a1_") && !$0.contains(" a5_") }
      #expect(different == [], "\(different.count) of \(result.figures)")
    }
  }

  @Test func theDistrictsTogetherAreTheTownInEveryRowThatCanBeAdded() throws {
    let service = try InventedService(seed: 8, families: 40)
    defer { service.remove() }
    let form = try Repository.form("statistik-teil2", in: service.library)
    let plan = CountingPlan(for: form, library: service.library, day: service.day)
    let papers = try service.papers(["papiere"]).map { try plan.reduce($0) }
    let town = try service.counted("statistik-teil2", papers, plan, "2023-Q3", "gesamtstadt/").record
    let districts = try (["1", "2", "3", "4", "5", "6", "ausserhalb", "unbekannt"]).map {
      try service.counted("statistik-teil2", papers, plan, "2023-Q3", "stadtbezirk/\($0)").record
    }
    var moved = 0
    for item in form.items {
      guard case .field(let field) = item, field.type.rawValue == "count", let whole = town.root.value(item.id) else {
        continue
      }
      let sum = districts.reduce(0) { $0 + (Int($1.root.value(item.id) ?? "") ?? 0) }
      let known = Int(whole) ?? -1
      // What the sheet says cannot be added: families and their children may have been in two districts.
      let isOnce = ["familien", "c_", "d_", "e_", "f_", "i_", "h2_", "a8_", "a9_"].contains { item.id.hasPrefix($0) }
      if isOnce, !item.id.hasSuffix("_angekommen") {
        #expect(sum >= known, "\(item.id)")
        moved += sum - known
      } else {
        #expect(sum == known, "\(item.id)")
      }
    }
    #expect(moved > 0, "nobody moved, so nothing was tried")
  }
}
