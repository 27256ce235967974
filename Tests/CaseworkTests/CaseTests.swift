import Casework
import FormModel
import Testing

/// What is to be done in a case, day by day.
@Suite struct CaseTests {
  @Test func `A referral by the social service needs a release, later a letter`() throws {
    let first = try Family.note(
      1, "2025-08-21",
      [
        ("zugangsweg", "sd"), ("zustimmung_kontaktweitergabe", "2025-08-18"),
        ("information_datenschutz_am", "2025-08-21"),
      ])
    #expect(try Family.ids([first], on: "2025-09-01") == ["PR-5"])
    let release = try #require(Verdict("gemeinsam\tMV\t\trsd-kontakt\terlaubt")).papers()[0]
    #expect(try Family.ids([first, release], on: "2025-11-20") == [])
    let last = try Family.note(
      2, "2025-11-13", [("fallstatus", "beendet"), ("beendet_am", "2025-11-13"), ("beendigungsgrund", "ziel_erreicht")])
    let ended = try Family.file([first, release, last], on: "2025-11-20")
    #expect(ended.duties.map(\.id) == ["PR-6", "PR-7", "PR-18"])
    #expect(ended.duties.map(\.urgency) == [.soon, .soon, .later])
    #expect(ended.duties.first?.until == (try Town.day("2025-11-27")))
    #expect(ended.closing.warned.map(\.id) == ["PR-6"])
    let letter = try #require(Verdict("gemeinsam\tMV\t\trsd-kontakt\terlaubt")).letter()
    #expect(try Family.ids([first, release, last, letter], on: "2025-11-20") == ["PR-7", "PR-18"])
  }

  @Test func `Indications of danger come first and keep the case from being ended`() throws {
    let first = try Family.note(1, "2025-11-18", [("zugangsweg", "ktp"), ("kwg_anhaltspunkte", "ja")])
    let file = try Family.file([first], on: "2025-11-20")
    #expect(file.duties.map(\.id) == ["PR-12", "PR-1", "PR-4"])
    #expect(file.duties.first?.urgency == .overdue)
    #expect(file.closing.refused.map(\.id) == ["PR-12"])
    #expect(file.duties.first?.text.contains("18.11.2025") == true)
  }

  @Test func `A case that nobody ends reminds after six months, one that never began after its first attempt`() throws {
    let first = try Family.note(
      1, "2025-03-10", [("zugangsweg", "kita"), ("information_datenschutz_am", "2025-03-10")])
    #expect(try Family.ids([first], on: "2025-09-10") == [])
    #expect(try Family.ids([first], on: "2025-09-11") == ["PR-16b"])
    let never = try Family.note(
      1, "2025-06-11",
      [("zugangsweg", "kita"), ("kontakt_zustande", "nein"), ("nicht_zustande_grund", "nicht_erreicht")])
    #expect(try Family.ids([never], on: "2025-06-20") == ["PR-16c"])
  }

  @Test func `A case that is opened again runs`() throws {
    let records = [
      try Family.note(
        1, "2025-03-10",
        [("fallstatus", "beendet"), ("beendet_am", "2025-03-10"), ("information_datenschutz_am", "2025-03-10")]),
      try Family.note(2, "2025-06-02"),
    ]
    #expect(try Family.file(records, on: "2025-06-03").day(.ended) == nil)
    #expect(try Family.file([records[0]], on: "2025-06-03").day(.ended) == (try Town.day("2025-03-10")))
  }

  @Test func `The view tells papers, what releases still allow, agreements, copies and clocks`() throws {
    let first = try Family.note(
      1, "2025-08-21",
      [
        ("zugangsweg", "kita"), ("information_datenschutz_am", "2025-08-21"), ("unterlagen_kopiert", "ja"),
        ("unterlagen", ["bezeichnung": "Bescheid Jobcenter", "seiten": "4", "kopiert_am": "2025-08-21"]),
        ("vereinbarungen", ["wer": "Familie", "was": "Mietbescheinigung mitbringen", "bis": "2025-08-28"]),
      ])
    let verdict = try #require(Verdict("gemeinsam\tMV\tM-ergebnis\trsd-kontakt\terlaubt"))
    let running = try CaseView(try Family.file([first] + verdict.papers(), on: "2025-11-20"))
    #expect(
      running.papers.map(\.form).sorted() == [
        "gespraechsnotiz", "schweigepflichtentbindung", "schweigepflichtentbindung", "widerruf",
      ])
    #expect(running.names == ["Mai-Linh von der Heydt"])
    #expect(
      running.releases.map(\.remainder.information) == [
        ["kontaktstatus", "schritte"], ["kontaktstatus", "ergebnis", "schritte"],
      ])
    #expect(running.releases.last?.information.first == "ob Kontakt besteht oder beendet ist")
    #expect(running.agreements.map(\.what) == ["Mietbescheinigung mitbringen"])
    #expect(running.agreements.map(\.isOverdue) == [true])
    // While nobody ends the case, copies go three months after the last contact.
    #expect(running.copies.map(\.until) == [try Town.day("2025-11-21")])
    let last = try Family.note(2, "2025-11-13", [("fallstatus", "beendet"), ("beendet_am", "2025-11-13")])
    let ended = try CaseView(try Family.file([first, last], on: "2025-11-20"))
    #expect(ended.copies.map(\.until) == [try Town.day("2026-02-13")])
    #expect(ended.clocks.contains { $0.classID == "D1" && $0.due.iso == "2026-11-14" })
    #expect(ended.next?.id == "PR-16")
  }

  @Test func `A report of a Kita passes through its states`() throws {
    let report = try Town.record(
      "kwg-meldebogen",
      [
        "vorgangsnummer": "KSA-5-2025-0031", "meldedatum": "2025-11-10", "meldende_stelle": "kita",
        "kategorien": "vernachlaessigung", "empfang": ["am": "2025-11-11"],
      ])
    let course = try #require(try Family.file([report], on: "2025-11-20").courses.first)
    #expect(course.present?.id == "uebernommen")
    #expect(course.next?.id == "eingang_bestaetigt")
    #expect(course.findings.map(\.id) == ["W-PR-11"])
    #expect(try Family.ids([report], on: "2025-11-20") == ["PR-11"])
  }

  @Test func `Today lists all cases, the most urgent first`() throws {
    var today = Today(day: try Town.day("2025-11-20"))
    today.add(
      try Today.Share(
        Family.file([try Family.note(1, "2025-11-18", [("kwg_anhaltspunkte", "ja")])], on: "2025-11-20")))
    today.add(
      try Today.Share(Family.file([try Family.note(1, "2025-11-18", [("zugangsweg", "kita")])], on: "2025-11-20")))
    #expect(today.cases == 2)
    #expect(today.running == 2)
    #expect(today.entries(.overdue).map { $0.duties.map(\.id) } == [["PR-12", "PR-1"]])
    #expect(today.entries(.undated).map { $0.duties.map(\.id) } == [["PR-1"]])
  }

  @Test func `An educational help that has begun ends the case as a hand-over`() throws {
    func ended(_ reason: String, _ result: String) throws -> [String] {
      let help: RecordGroup = ["ziel": "sd_hze", "art": "vermittelt", "weg": "fachgremium", "ergebnis": .value(result)]
      let note = try Family.note(
        1, "2025-11-03",
        [
          ("information_datenschutz_am", "2025-11-03"), ("fallstatus", "beendet"), ("beendet_am", "2025-11-10"),
          ("beendigungsgrund", .value(reason)), ("vermittlungen", .group(help)),
        ])
      return try Family.ids([note], on: "2025-11-20")
    }
    #expect(try ended("ziel_erreicht", "angekommen").contains("PR-10b"))
    #expect(try !ended("uebergang_sd", "angekommen").contains("PR-10b"))
    #expect(try !ended("ziel_erreicht", "offen").contains("PR-10b"))
  }
}
