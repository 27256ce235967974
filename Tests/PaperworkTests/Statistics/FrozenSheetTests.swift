import Paperwork
import Testing

@testable import FormModel

/// Figures that were kept for good, when papers come late, are corrected, and are deleted.
struct FrozenSheetTests {
  /// A service whose second quarter was kept when it had ended.
  private struct Kept {
    let service: InventedService
    let form: FormDefinition
    let plan: CountingPlan
    let sheet: Record

    init(_ part: String) throws {
      service = try InventedService(seed: 14, families: 60)
      form = try Repository.form(part, in: service.library)
      plan = CountingPlan(for: form, library: service.library, day: service.day)
      let papers = try service.papers(["papiere"]).map { [plan] in try plan.reduce($0) }
      let tally = try service.counted(part, papers, plan, "2023-Q2", "gesamtstadt/", filled: true)
      sheet = try FrozenSheet.freeze(tally, tally.record, form: form, day: service.day)
    }

    func counted(_ records: [Record]) throws -> SheetCount {
      let papers = try ([sheet] + records).map { try plan.reduce($0) }
      let filling = try service.filling(form.id, "2023-Q2", "gesamtstadt/", filled: true)
      return try SheetCount(filling, papers, plan, form: form, day: service.day)
    }
  }

  private static let parts = ["statistik-teil1", "statistik-teil2"]

  @Test(arguments: parts)
  func whatWasKeptStaysWhenPapersAreDeletedAndNothingNags(_ part: String) throws {
    let kept = try Kept(part)
    defer { kept.service.remove() }
    let gone = try kept.service.deleted()
    let left = try kept.service.papers(["papiere"], without: gone)
    let all = try kept.service.papers(["papiere"])
    #expect(left.count < all.count)
    for records in [all, left, []] {
      let count = try kept.counted(records)
      guard case .unchanged(let record, let deleted)? = count.kept else {
        Issue.record("\(part): \(count.lines)")
        continue
      }
      #expect(record == kept.sheet)
      #expect(deleted == 0 || records.count < all.count)
      #expect(!count.evaluated.findings.contains { $0.strength < .hint }, "\(count.evaluated.findings.map(\.id))")
    }
    // Checked among the papers that are left, it is not held against them either.
    let beside = try EvaluatedRecord(
      kept.sheet, form: kept.form, library: kept.service.library, others: left, day: kept.service.day)
    #expect(!beside.findings.contains { $0.strength < .hint }, "\(beside.findings.map(\.id))")
  }

  @Test(arguments: parts)
  func whatComesLateOrIsCorrectedIsTheDifferenceAlsoAfterDeletion(_ part: String) throws {
    let kept = try Kept(part)
    defer { kept.service.remove() }
    let short = part.hasSuffix("1") ? "part1" : "part2"
    let truth = try kept.service.expected(["papiere", "spaet", "berichtigt"], "2023-04-01", "2023-06-30")
    let wanted = try #require(truth["gesamtstadt/"]?[short])
    let everything = try kept.service.papers(["papiere", "spaet", "berichtigt"])
    // A case is deleted as a whole, with what came late; a case that something came late to is not deleted yet.
    let after = try kept.service.papers(["spaet", "berichtigt"])
    let touched = Set(after.compactMap { $0.root.value("vorgangsnummer") })
    let early = try kept.service.papers(["papiere"])
    let left = early.filter { $0.root.value("vorgangsnummer").map(touched.contains) ?? true }
    #expect(left.count < early.count)
    for (name, records) in [("all", everything), ("deleted", left + after)] {
      let count = try kept.counted(records)
      guard case .corrected(let record, let correction)? = count.kept else {
        Issue.record("\(name): \(count.lines)")
        continue
      }
      #expect(!correction.figures.isEmpty, "nothing came late in the quarter")
      #expect(record.root.value("status") == "berichtigt")
      var different: [String] = []
      for (path, value) in wanted.sorted(by: { $0.key < $1.key })
      where record.contents(at: path).first != .value("\(value)") {
        different.append("\(path): \(value), not \(String(describing: record.contents(at: path).first))")
      }
      #expect(different == [], "\(name)")
      // Counted once more, the corrected sheet stays as it is.
      let again = try ([record] + records).map { try kept.plan.reduce($0) }
      let filling = try kept.service.filling(part, "2023-Q2", "gesamtstadt/", filled: true)
      let second = try SheetCount(filling, again, kept.plan, form: kept.form, day: kept.service.day)
      #expect(second.evaluated.given == record, "\(second.lines)")
    }
  }

  @Test func theTraceNamesNobodyAndFollowsFromThePapers() throws {
    let kept = try Kept("statistik-teil2")
    defer { kept.service.remove() }
    let text = String(decoding: kept.sheet.xml(), as: UTF8.self)
    #expect(!text.contains("KSA-") && text.contains("salz "))
    #expect(try Kept("statistik-teil2").sheet == kept.sheet)
  }

  @Test func aRunningPeriodAndOpenFiguresAreNotKept() throws {
    let service = try InventedService(seed: 11, families: 4)
    defer { service.remove() }
    let form = try Repository.form("statistik-teil2", in: service.library)
    let plan = CountingPlan(for: form, library: service.library, day: service.day)
    let running = try service.counted("statistik-teil2", [], plan, "2025-Q4", "gesamtstadt/", filled: true)
    #expect(throws: FrozenSheet.Refusal.running(until: try #require(Day(iso: "2025-12-31")))) {
      try FrozenSheet.freeze(running, running.record, form: form, day: service.day)
    }
    #expect(running.evaluated.given.root.value("status") == "vorlaeufig")
    let open = try service.counted("statistik-teil2", [], plan, "2023-Q2", "gesamtstadt/")
    #expect(throws: FrozenSheet.Refusal.self) {
      try FrozenSheet.freeze(open, open.record, form: form, day: service.day)
    }
  }
}
