import FormModel
import Paperwork
import Testing

/// Block C of the first part, counted from lists of visits.
struct VisitCountTests {
  private static func list(_ worker: String, _ district: String, _ visits: [(String, String)]) throws -> Record {
    let lines = visits.map { day, kind in "{\"datum\": \"\(day)\", \"art\": \"\(kind)\"}" }.joined(separator: ", ")
    let json = """
      {"form": "besuch", "version": "1", "datum": "2025-09-30",
       "fachkraft": {"name": "\(worker)", "stadtbezirk": "\(district)"}, "termine": [\(lines)]}
      """
    let reader = RecordReader(library: try Repository.library(), day: try #require(Day(iso: "2025-10-08")))
    var reading = reader
    return try reading.record(from: try RecordReader.raw(Array(json.utf8))).record
  }

  @Test func eachLineOfTheListCountsInItsMonthForWhomItIs() throws {
    let library = try Repository.library()
    let day = try #require(Day(iso: "2025-10-08"))
    let form = try Repository.form("statistik-teil1", in: library)
    let plan = CountingPlan(for: form, library: library, day: day)
    let papers = try [
      Self.list(
        "Jörg Weißhaupt", "2",
        [
          ("2025-07-03", "kitabesuch"), ("2025-07-31", "kitabesuch"), ("2025-09-01", "team"), ("2025-06-30", "team"),
          ("2025-10-01", "kitabesuch"),
        ]),
      Self.list("Mareike Töpfer", "5", [("2025-08-15", "kitabesuch"), ("2025-09-01", "team")]),
    ].map { try plan.reduce($0) }
    let rows: [(settings: [String], visits: [String?], teams: String?)] = [
      (["ebene=gesamtstadt"], ["2", "1", "0", "3"], "2"),
      (["ebene=stadtbezirk", "stadtbezirk=2"], ["2", "0", "0", "2"], "1"),
      (["ebene=fachkraft", "fachkraft/name=Mareike Töpfer"], ["0", "1", "0", "1"], "1"),
    ]
    for row in rows {
      var filling = Filling(form: form, library: library, day: day)
      try filling.set(try #require(CountedPeriod("2025-Q3")))
      for setting in row.settings { try filling.set(setting) }
      let record = try filling.count(papers, plan).record
      let columns = ["monat_1", "monat_2", "monat_3", "quartal"].map {
        record.root.groups("c1_kitabesuch").first?.value($0)
      }
      #expect(columns == row.visits, "\(row.settings)")
      #expect(record.root.groups("c6_team").first?.value("quartal") == row.teams, "\(row.settings)")
      #expect(record.root.groups("c5_ak_fh").first?.value("quartal") == "0", "\(row.settings)")
    }
    // A figure by hand that differs from the lists needs a reason, as one that differs from the notes does.
    var filling = Filling(form: form, library: library, day: day)
    try filling.set(try #require(CountedPeriod("2025-Q3")))
    for setting in ["ebene=gesamtstadt", "c6_team/monat_3=3"] { try filling.set(setting) }
    let told = try filling.count(papers, plan).evaluated.findings
    #expect(told.filter { $0.id == "W-ST1-11" }.map(\.path) == ["c6_team/monat_3"])
    #expect(told.contains { $0.id == "W-ST1-12" })
  }
}
