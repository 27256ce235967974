import Casework
import FormModel
import Testing

/// What is to be done in a case, day by day.
@Suite struct CaseTests {
  /// A note of the case, with further values.
  private func note(_ number: Int, _ day: String, _ rest: [(String, RecordContent)] = []) throws -> Record {
    var root: RecordGroup = [
      "vorgangsnummer": "KSA-5-2025-0031", "notiz_nr": .value(String(number)), "datum": .value(day),
      "fachkraft": ["name": "Mareike Töpfer"], "beratungsform": "namentlich", "kontaktart": "hausbesuch",
      "kontakt_zustande": "ja", "erstkontakt": number == 1 ? "ja" : "nein", "stadtbezirk": "5",
      "kinder": ["vorname": "Mai-Linh", "nachname": "von der Heydt"], "unterlagen_kopiert": "nein",
      "kwg_anhaltspunkte": "nein", "fallstatus": "laufend",
    ]
    for (id, content) in rest {
      if id == "vereinbarungen" || id == "unterlagen" {
        root.items.append(.init(id, content))
      } else {
        root.set(id, [content])
      }
    }
    return try Town.record("gespraechsnotiz", root)
  }

  private func file(_ records: [Record], on iso: String) throws -> EvaluatedCase {
    let day = try Town.day(iso)
    let library = try Town.library()
    guard let kind = library.caseKind(of: "KSA-5-2025-0031") else { throw NoSuch(what: "familie") }
    return EvaluatedCase(
      "KSA-5-2025-0031", kind: kind, papers: try records.map { try Town.evaluated($0, on: day) }, library: library,
      day: day)
  }

  private func ids(_ records: [Record], on iso: String) throws -> [String] {
    let file = try file(records, on: iso)
    let ids = file.duties.map(\.id)
    #expect(file.mistakes.isEmpty, "\(file.mistakes)")
    return ids
  }

  @Test func `A referral by the social service needs a release, later a letter`() throws {
    let first = try note(
      1, "2025-08-21",
      [
        ("zugangsweg", "sd"), ("zustimmung_kontaktweitergabe", "2025-08-18"),
        ("information_datenschutz_am", "2025-08-21"),
      ])
    #expect(try ids([first], on: "2025-09-01") == ["PR-5"])
    let release = try #require(Verdict("gemeinsam\tMV\t\trsd-kontakt\terlaubt")).papers()[0]
    #expect(try ids([first, release], on: "2025-11-20") == [])
    let last = try note(
      2, "2025-11-13", [("fallstatus", "beendet"), ("beendet_am", "2025-11-13"), ("beendigungsgrund", "ziel_erreicht")])
    let ended = try file([first, release, last], on: "2025-11-20")
    #expect(ended.duties.map(\.id) == ["PR-6", "PR-7", "PR-18"])
    #expect(ended.duties.map(\.urgency) == [.soon, .soon, .later])
    #expect(ended.duties.first?.until == (try Town.day("2025-11-27")))
    #expect(ended.closing.warned.map(\.id) == ["PR-6"])
    let letter = try #require(Verdict("gemeinsam\tMV\t\trsd-kontakt\terlaubt")).letter()
    #expect(try ids([first, release, last, letter], on: "2025-11-20") == ["PR-7", "PR-18"])
  }

  @Test func `Indications of danger come first and keep the case from being ended`() throws {
    let first = try note(1, "2025-11-18", [("zugangsweg", "ktp"), ("kwg_anhaltspunkte", "ja")])
    let file = try file([first], on: "2025-11-20")
    #expect(file.duties.map(\.id) == ["PR-12", "PR-1", "PR-4"])
    #expect(file.duties.first?.urgency == .overdue)
    #expect(file.closing.refused.map(\.id) == ["PR-12"])
    #expect(file.duties.first?.text.contains("18.11.2025") == true)
  }

  @Test func `A case that nobody ends reminds after six months, one that never began after its first attempt`() throws {
    let first = try note(1, "2025-03-10", [("zugangsweg", "kita"), ("information_datenschutz_am", "2025-03-10")])
    #expect(try ids([first], on: "2025-09-10") == [])
    #expect(try ids([first], on: "2025-09-11") == ["PR-16b"])
    let never = try note(
      1, "2025-06-11",
      [("zugangsweg", "kita"), ("kontakt_zustande", "nein"), ("nicht_zustande_grund", "nicht_erreicht")])
    #expect(try ids([never], on: "2025-06-20") == ["PR-16c"])
  }

  @Test func `A case that is opened again runs`() throws {
    let records = [
      try note(
        1, "2025-03-10",
        [("fallstatus", "beendet"), ("beendet_am", "2025-03-10"), ("information_datenschutz_am", "2025-03-10")]),
      try note(2, "2025-06-02"),
    ]
    #expect(try file(records, on: "2025-06-03").day(.ended) == nil)
    #expect(try file([records[0]], on: "2025-06-03").day(.ended) == (try Town.day("2025-03-10")))
  }

  @Test func `The view tells papers, what releases still allow, agreements, copies and clocks`() throws {
    let first = try note(
      1, "2025-08-21",
      [
        ("zugangsweg", "kita"), ("information_datenschutz_am", "2025-08-21"), ("unterlagen_kopiert", "ja"),
        ("unterlagen", ["bezeichnung": "Bescheid Jobcenter", "seiten": "4", "kopiert_am": "2025-08-21"]),
        ("vereinbarungen", ["wer": "Familie", "was": "Mietbescheinigung mitbringen", "bis": "2025-08-28"]),
      ])
    let verdict = try #require(Verdict("gemeinsam\tMV\tM-ergebnis\trsd-kontakt\terlaubt"))
    let running = try CaseView(try file([first] + verdict.papers(), on: "2025-11-20"))
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
    let last = try note(2, "2025-11-13", [("fallstatus", "beendet"), ("beendet_am", "2025-11-13")])
    let ended = try CaseView(try file([first, last], on: "2025-11-20"))
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
    let course = try #require(try file([report], on: "2025-11-20").courses.first)
    #expect(course.present?.id == "uebernommen")
    #expect(course.next?.id == "eingang_bestaetigt")
    #expect(course.findings.map(\.id) == ["W-PR-11"])
    #expect(try ids([report], on: "2025-11-20") == ["PR-11"])
  }

  @Test func `Today lists all cases, the most urgent first`() throws {
    var today = Today(day: try Town.day("2025-11-20"))
    today.add(try Today.Share(file([try note(1, "2025-11-18", [("kwg_anhaltspunkte", "ja")])], on: "2025-11-20")))
    today.add(try Today.Share(file([try note(1, "2025-11-18", [("zugangsweg", "kita")])], on: "2025-11-20")))
    #expect(today.cases == 2)
    #expect(today.running == 2)
    #expect(today.entries(.overdue).map { $0.duties.map(\.id) } == [["PR-12", "PR-1"]])
    #expect(today.entries(.undated).map { $0.duties.map(\.id) } == [["PR-1"]])
  }

  @Test func `An educational help that has begun ends the case as a hand-over`() throws {
    func ended(_ reason: String, _ result: String) throws -> [String] {
      let help: RecordGroup = ["ziel": "sd_hze", "art": "vermittelt", "weg": "fachgremium", "ergebnis": .value(result)]
      let note = try note(
        1, "2025-11-03",
        [
          ("information_datenschutz_am", "2025-11-03"), ("fallstatus", "beendet"), ("beendet_am", "2025-11-10"),
          ("beendigungsgrund", .value(reason)), ("vermittlungen", .group(help)),
        ])
      return try ids([note], on: "2025-11-20")
    }
    #expect(try ended("ziel_erreicht", "angekommen").contains("PR-10b"))
    #expect(try !ended("uebergang_sd", "angekommen").contains("PR-10b"))
    #expect(try !ended("ziel_erreicht", "offen").contains("PR-10b"))
  }
}
