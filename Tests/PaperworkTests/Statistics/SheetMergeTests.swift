import Paperwork
import Testing

@testable import FormModel

/// Sheets of workers and districts put together are what is counted for the town.
struct SheetMergeTests {
  private static let secret = Array("Kaffeekanne-Buntstift-Regenrinne".utf8)

  private func sheets(
    _ service: InventedService, _ form: FormDefinition, _ level: String, secret: [UInt8]?
  ) throws -> [Record] {
    let plan = CountingPlan(for: form, library: service.library, day: service.day)
    let records = try service.papers(["papiere"])
    let papers = try records.map { try plan.reduce($0) }
    let workers = Set(records.compactMap { $0.root.groups("fachkraft").first?.value("name") }).sorted()
    let names = level == "fachkraft" ? workers : ["1", "2", "3", "4", "5", "6", "ausserhalb", "unbekannt"]
    return try names.map { name in
      let filling = try service.filling(form.id, "2023-Q3", "\(level)/\(name)", filled: true)
      return try SheetCount(filling, papers, plan, form: form, secret: secret, day: service.day).evaluated.given
    }
  }

  @Test(arguments: ["statistik-teil1", "statistik-teil2"], ["fachkraft", "stadtbezirk"])
  func togetherTheyAreWhatTheOtherProgramCountsForTheTown(_ part: String, _ level: String) throws {
    let service = try InventedService(seed: 17, families: 60)
    defer { service.remove() }
    let form = try Repository.form(part, in: service.library)
    let sheets = try sheets(service, form, level, secret: Self.secret)
    let start = try service.filling(part, "2023-Q3", "gesamtstadt/").record
    let merge = try SheetMerge(sheets, into: start, form: form, library: service.library, day: service.day)
    #expect(merge.notes == [] && !merge.isDoubtful)
    let truth = try service.expected(["papiere"], "2023-07-01", "2023-09-30")
    let wanted = try #require(truth["gesamtstadt/"]?[part.hasSuffix("1") ? "part1" : "part2"])
    var different: [String] = []
    for (path, value) in wanted.sorted(by: { $0.key < $1.key })
    where merge.record.contents(at: path).first != .value("\(value)") {
      different.append("\(path): \(value), not \(String(describing: merge.record.contents(at: path).first))")
    }
    #expect(different == [], "\(different.count) of \(wanted.count)")
    // What was entered by hand is there as well: three months of 1, 2 and 3 on each sheet.
    if part.hasSuffix("1") {
      #expect(merge.record.contents(at: "c_summe/quartal") == [.value("\(sheets.count * 9 * 6)")])
    }
    let judged = try EvaluatedRecord(merge.record, form: form, library: service.library, day: service.day)
    #expect(judged.findings.filter { $0.strength == .error }.allSatisfy { $0.id.hasSuffix("-fehlt") })
  }

  @Test func theKeysNameNobodyAndNeedTheSecret() throws {
    let service = try InventedService(seed: 17, families: 20)
    defer { service.remove() }
    let form = try Repository.form("statistik-teil2", in: service.library)
    let one = try sheets(service, form, "stadtbezirk", secret: Self.secret)
    let other = try sheets(service, form, "stadtbezirk", secret: Self.secret.reversed())
    for sheet in one { #expect(!String(decoding: sheet.xml(), as: UTF8.self).contains("KSA-")) }
    let keys = { (sheets: [Record]) in
      Set(
        sheets.flatMap { $0.root["schluessel"] }.compactMap { content -> Substring? in
          if case .value(let line) = content { line.split(separator: " ").dropFirst().first } else { nil }
        })
    }
    #expect(keys(one).count > 10)
    #expect(keys(one).intersection(keys(other)) == ["0"])
    #expect(!SheetCount.isSecret(Array("zu kurz".utf8)))
  }

  @Test func withoutKeysItIsSaidWhoMayCountTwice() throws {
    let service = try InventedService(seed: 17, families: 60)
    defer { service.remove() }
    let form = try Repository.form("statistik-teil2", in: service.library)
    let sheets = try sheets(service, form, "fachkraft", secret: nil)
    let start = try service.filling("statistik-teil2", "2023-Q3", "gesamtstadt/").record
    let merge = try SheetMerge(sheets, into: start, form: form, library: service.library, day: service.day)
    #expect(merge.isDoubtful && merge.notes.contains { $0.contains("Ohne Schlüssel") })
  }

  @Test func whatDoesNotBelongTogetherIsRefusedAndTwiceTheSameIsTold() throws {
    let service = try InventedService(seed: 17, families: 10)
    defer { service.remove() }
    let form = try Repository.form("statistik-teil1", in: service.library)
    let start = try service.filling("statistik-teil1", "2023-Q3", "gesamtstadt/").record
    let merged = { (sheets: [Record]) in
      try SheetMerge(sheets, into: start, form: form, library: service.library, day: service.day)
    }
    let sheet = try service.filling("statistik-teil1", "2023-Q3", "fachkraft/Lea von der Heide", filled: true).record
    let later = try service.filling("statistik-teil1", "2023-Q4", "fachkraft/Noël Müßig", filled: true).record
    #expect(throws: SheetMerge.Refusal.nothing) { try merged([]) }
    #expect(throws: SheetMerge.Refusal.otherPeriod(2)) { try merged([sheet, later]) }
    let note = try #require(try service.papers(["papiere"]).first)
    #expect(throws: SheetMerge.Refusal.other(2)) { try merged([sheet, note]) }
    var tally = sheet
    tally.replace(at: try #require(RecordPath("c1_kitabesuch/monat_1")), with: [.value("7")], form: form)
    let twice = try merged([sheet, tally])
    #expect(twice.isDoubtful && twice.notes.contains { $0.contains("1. Monat‹: 1 und 7") }, "\(twice.notes)")
  }
}
