import Paperwork
import Testing

@testable import FormModel

/// The report of a year, over quarters that are counted or stored, and what of it may go out.
struct YearReportTests {
  /// A year of a small service, counted once for all claims.
  private struct Made {
    let service: InventedService
    let form: FormDefinition
    let plan: CountingPlan
    let papers: [CountedPaper]
    let day: Day

    init() throws {
      service = try InventedService(seed: 23, families: 30)
      form = try Repository.form("jahresbericht", in: service.library)
      day = try #require(Day(iso: "2024-02-01"))
      let plan = CountingPlan(
        for: YearReport.forms(of: form, in: service.library), library: service.library, day: day)
      self.plan = plan
      papers = try service.papers(["papiere", "spaet"]).map { try plan.reduce($0) }
    }

    func report(_ papers: [CountedPaper], publishing: YearReport.Publishing? = nil) throws -> YearReport {
      var filling = Filling(form: form, library: service.library, day: day)
      try filling.set(CountedPeriod(year: 2023, mark: "J"))
      return try YearReport(filling, papers, plan, form: form, publishing: publishing, day: day)
    }
  }

  @Test func itSaysOfEachQuarterAndTheYearWhatAnotherProgramCounts() throws {
    let made = try Made()
    defer { made.service.remove() }
    let report = try made.report(made.papers)
    #expect(report.findings.filter { $0.strength == .error }.map(\.id) == [])
    #expect(report.findings.filter { $0.id.hasSuffix("ZEITRAUM") }.map(\.message) == [])
    #expect(report.notes.filter { $0.hasSuffix("aus den Papieren gezählt.") }.count == 10)
    let periods = [
      ("q2", "2023-04-01", "2023-06-30"), ("q4", "2023-10-01", "2023-12-31"), ("jahr", "2023-01-01", "2023-12-31"),
    ]
    let rows = [
      ("f_neu", "part2", "a2_neu"), ("f_wieder", "part2", "a3_wieder"), ("f_beendet", "part2", "a4_beendet"),
      ("f_familien", "part2", "familien"), ("f_kinder", "part2", "c_summe"), ("f_kwg", "part2", "h3_kwg"),
      ("k_telefon", "part1", "a1_telefon"), ("k_praxis", "part1", "b1_praxisberatung_kita"),
    ]
    for (column, first, last) in periods {
      let town = try #require(try made.service.expected(["papiere", "spaet"], first, last)["gesamtstadt/"])
      for (row, part, figure) in rows {
        let names = part == "part1" ? (1...3).map { "\(figure)/monat_\($0)" } : [figure]
        let wanted = names.compactMap { town[part]?[$0] }.reduce(0, +)
        #expect(report.evaluated.record.root.value("\(row)_\(column)") == "\(wanted)", "\(row) \(column)")
      }
    }
  }

  @Test func whatIsWithheldIsWithheldInEveryTableOfTheYear() throws {
    let made = try Made()
    defer { made.service.remove() }
    let names = ["h3_kwg", "h4_rueckmeldung", "a3_wieder"]
    let report = try made.report(made.papers, publishing: YearReport.Publishing(withheld: names))
    #expect(report.findings.filter { $0.strength == .error }.map(\.message) == [])
    let record = report.evaluated.record
    #expect(report.evaluated.isPublication)
    for row in ["f_kwg", "f_rueckmeldung", "f_wieder"] {
      for column in ["q1", "q2", "q3", "q4", "jahr"] {
        #expect(record.root["\(row)_\(column)"] == [.status(.withheld)])
      }
    }
    let figures = made.form.figures.compactMap { figure -> Int? in
      if case .value(let text)? = record.contents(at: figure.path).first { Int(text) } else { nil }
    }
    #expect(figures.count > 100 && figures.allSatisfy { $0 % 5 == 0 })
    let unknown = try made.report(made.papers, publishing: YearReport.Publishing(withheld: ["h3_kwk"]))
    #expect(unknown.findings.contains { $0.id == "E-GEHEIM" })
  }

  @Test func aFigureThatOneTableHidesIsNotToldByTheOthersOfTheYear() throws {
    let made = try Made()
    defer { made.service.remove() }
    let sheet = try Repository.form("statistik-teil2", in: made.service.library)
    func published(_ mark: String, _ figures: [String: Int], hidden: [String] = []) throws -> Record {
      var filling = Filling(form: sheet, library: made.service.library, day: made.day)
      try filling.set(CountedPeriod(year: 2023, mark: mark))
      try filling.set("ebene=gesamtstadt")
      for (path, value) in figures { try filling.set("\(path)=\(value)") }
      let evaluated = try EvaluatedRecord(filling.record, form: sheet, library: made.service.library, day: made.day)
      return try #require(Publication.record(of: evaluated, withheld: hidden))
    }
    func findings(_ records: [Record]) throws -> [String] {
      try Publication.findings(in: records, beside: [], form: sheet, library: made.service.library, day: made.day).map(
        \.id)
    }
    let quarters = try ["Q1", "Q2", "Q4"].map { try published($0, ["h3_kwg": 0]) }
    let hidden = try published("Q3", ["h3_kwg": 1], hidden: ["h3_kwg"])
    #expect(try findings(quarters + [hidden]) == [])
    // Of a year of at most two, no quarter had more.
    #expect(
      try findings(quarters + [hidden, published("J", ["h3_kwg": 1])]) == ["E-ST2-h3_kwg-rueckrechenbar"])
    #expect(try findings(quarters + [hidden, published("J", ["h3_kwg": 1], hidden: ["h3_kwg"])]) == [])
    // A quarter begins with what the one before it left.
    let before = try published("Q2", ["a5_bestand_ende": 40])
    let start = try published("Q3", ["a1_bestand_anfang": 40], hidden: ["a1_bestand_anfang"])
    #expect(try findings([start]) == [])
    #expect(try findings([before, start]) == ["E-ST2-a1_bestand_anfang-rueckrechenbar"])
    // A year that the quarters cannot give is no publication.
    #expect(try findings([published("J", ["a2_neu": 10]), published("Q1", ["a2_neu": 40])]) == ["E-ST2-WIDERSPRUCH"])
    #expect(
      try findings([published("J", ["familien": 10]), published("Q1", ["familien": 40])]) == ["E-ST2-WIDERSPRUCH"])
  }

  @Test func storedSheetsOfTheYearStayAndThoseOfEarlierYearsGiveTheTrend() throws {
    let made = try Made()
    defer { made.service.remove() }
    let sheet = try Repository.form("statistik-teil2", in: made.service.library)
    func stored(_ year: Int, _ mark: String, _ families: Int) throws -> CountedPaper {
      var filling = Filling(form: sheet, library: made.service.library, day: made.day)
      try filling.set(CountedPeriod(year: year, mark: mark))
      try filling.set("ebene=gesamtstadt")
      try filling.set("familien=\(families)")
      return try made.plan.reduce(filling.record)
    }
    let sheets = try [stored(2021, "J", 310), stored(2022, "J", 340), stored(2022, "Q1", 9), stored(2023, "Q2", 77)]
    let report = try made.report(sheets)
    let root = report.evaluated.record.root
    #expect(["v4", "v3", "v2", "v1", "v0"].map { root.value("y_familien_\($0)") } == [nil, nil, "310", "340", nil])
    #expect(root.value("f_familien_q2") == "77" && root["f_familien_q1"].isEmpty)
    #expect(report.notes.contains { $0.hasSuffix("2023-Q1: Das Blatt fehlt.") })
    let early = try made.report(sheets + [stored(2023, "J", 60)])
    #expect(early.evaluated.record.root.value("y_familien_v0") == "60")
  }

  private static let rules: [(id: String, wrong: String, right: String)] = [
    ("E-JB-01", "jahr=2025", "jahr=2023"), ("E-JB-02", "f_neu_q1=7", "f_neu_q1=10"),
    ("E-JB-03", "quartal=I", "quartal=J"), ("E-JB-04", "erstellt_am=2024-03-01", "erstellt_am=2024-02-01"),
    ("E-JB-05", "t_einleitung=Rückfragen: 0234 5557701", "t_einleitung=Rückfragen an die Leitung"),
    ("E-JB-06", "t_kontakte=an a@example.org", "t_kontakte=an die Leitung"),
    ("E-JB-07", "t_familien=ein Kind, geb. 03.04.2021", "t_familien=ein Kind"),
    ("W-JB-08", "t_themen=am 03.04.2021 zuerst", "t_themen=im April zuerst"),
    ("W-JB-09", "t_bedarfe=in der Musterstraße 12", "t_bedarfe=in der Innenstadt"),
    ("W-JB-10", "t_ausblick=wie Frau Beispiel sagt", "t_ausblick=wie eine Mutter sagt"),
  ]

  @Test(arguments: rules)
  func eachRuleOfTheReportIsToldAndOnlyWhereItIsBroken(_ rule: (id: String, wrong: String, right: String)) throws {
    let library = try Repository.library()
    let form = try Repository.form("jahresbericht", in: library)
    let day = try #require(Day(iso: "2024-02-01"))
    func findings(_ assignment: String) throws -> [String] {
      var filling = Filling(form: form, library: library, day: day)
      try filling.set(CountedPeriod(year: 2023, mark: "J"))
      if rule.id == "E-JB-02" { try filling.set("ausgabe=veroeffentlichung") }
      if assignment.hasPrefix("quartal") || assignment.hasPrefix("jahr") {
        filling = Filling(form: form, library: library, day: day)
      }
      try filling.set(assignment)
      return try filling.finish().findings.map(\.id)
    }
    #expect(try findings(rule.wrong).contains(rule.id))
    #expect(try !findings(rule.right).contains(rule.id))
  }
}
