import Files
import Paperwork
import Testing

/// The life of three cases by days, once over files and once over the archive: same duties, same refusals, and the next
/// step named every time.
struct LifeTests {
  private static let family = "KSA-5-2024-0031"

  /// Consent, letter, revocation, a new contact; then hold, end, copies, deletion.
  @Test func aFamilyFromTheFirstContactToANewOne() throws {
    let letter = Repository.path("Examples/Fall/6-zweite-rueckmeldung.json")
    let life = Life(
      Self.family,
      [
        Life.Step("2024-10-01", [.example("Fall/1-erstkontakt.json")], ["PR-5"], feedback: "[E-RSD-03]"),
        Life.Step("2024-10-09", [.example("Fall/2-schweigepflichtentbindung.json")], []),
        Life.Step("2024-11-14", [.example("Fall/3-abschluss.json")], ["PR-6", "PR-16", "PR-18"]),
        Life.Step("2024-11-17", [.example("Fall/4-rueckmeldung.json")], ["PR-16", "PR-18"]),
        Life.Step("2024-11-26", [.example("Fall/5-widerruf.json")], ["PR-16", "PR-18"], feedback: "[E-RSD-13]"),
        Life.Step("2024-12-09", [.example("Fall/7-neuer-kontakt.json")], [], feedback: "[E-RSD-13]"),
      ])
    try life.run { store, files, step in
      switch step.day {
      case "2024-11-14":
        // The letter asks for nothing that the case knows.
        let asked = try Life.prompts(
          of: store.run(["fill", "rueckmeldung-sd", "--case", Self.family], input: Life.enters, asOf: step.day))
        #expect(asked.contains("Kurze Mitteilung"), "\(asked)")
        #expect(asked.isDisjoint(with: Life.knownByLetter), "\(asked)")
      case "2024-11-26":
        // After the revocation no letter is written any more, whoever keeps the papers.
        let refused = try store.run(["render", letter, "-o", "brief.odt"], asOf: "2024-12-02")
        let beside = try Kiso.run(["check", letter] + files + ["--as-of", "2024-12-02"])
        #expect(refused.status == 2 && refused.errors.contains("[E-RSD-13]"), "\(refused.errors)")
        #expect(beside.status == 2 && beside.output.contains("[E-RSD-13]"), "\(beside.output)")
      case "2024-12-09":
        let run = try store.run(
          ["fill", "gespraechsnotiz", "--case", Self.family], input: Life.enters, asOf: "2024-12-10")
        let asked = Life.prompts(of: run)
        #expect(asked.contains("Kurze Inhaltsdarstellung") && asked.isDisjoint(with: Life.knownByNote), "\(asked)")
        let next = try store.run(
          ["fill", "gespraechsnotiz", "--case", Self.family, "--no-input", "--draft"], asOf: "2024-12-10")
        let note = try Repository.record(next.bytes)
        #expect(note.root.value("notiz_nr") == "4" && !note.root.groups("kinder").isEmpty, "\(next.errors)")
        #expect(note.root.value("vermittelt_am") == "2024-09-22")
        try endAndDelete(store)
      default: break
      }
    }
  }

  /// Nobody answers, then somebody does and wants nothing; months later the family comes back, under a hold.
  @Test func aFamilyThatIsNotReachedThatWantsNothingAndThatComesBack() throws {
    let number = "KSA-3-2024-0042"
    let note = { (day: String, values: [String: String]) in Life.note(number, day, values) }
    let unreached = ["kontakt_zustande": "false"]
    let life = Life(
      number,
      [
        Life.Step(
          "2024-01-10",
          [
            note(
              "2024-01-10",
              unreached.merging([
                "notiz_nr": "1", "erstkontakt": "true", "nicht_zustande_grund": "\"nicht_erreicht\"",
                "zugangsweg": "\"begruessung\"", "zustimmung_kontaktweitergabe": "\"2024-01-07\"",
              ]) { $1 })
          ], ["PR-16c"], feedback: "[E-KITA-02]", isKita: true),
        Life.Step("2024-02-03", [note("2024-02-03", ["notiz_nr": "2"])], ["PR-1"]),
        Life.Step(
          "2024-02-10", [note("2024-02-10", ["notiz_nr": "3", "information_datenschutz_am": "\"2024-02-10\""])], []),
        Life.Step(
          "2024-02-20",
          [
            note(
              "2024-02-20",
              unreached.merging(["notiz_nr": "4", "nicht_zustande_grund": "\"nicht_gewuenscht\""]) { $1 })
          ], ["PR-19"]),
        // The same note again, with the end that was missing.
        Life.Step(
          "2024-02-21",
          [
            note(
              "2024-02-20",
              unreached.merging([
                "notiz_nr": "4", "nicht_zustande_grund": "\"nicht_gewuenscht\"", "fallstatus": "\"beendet\"",
                "beendet_am": "\"2024-02-20\"", "beendigungsgrund": "\"wunsch_familie\"",
              ]) { $1 })
          ], ["PR-18"]),
        Life.Step("2024-06-02", [note("2024-06-02", ["notiz_nr": "5"])], []),
        Life.Step("2024-12-04", [], ["PR-16b"]),
      ])
    try life.run { store, _, step in
      switch step.day {
      case "2024-02-03":
        let run = try store.run(["fill", "gespraechsnotiz", "--case", number], input: Life.enters, asOf: "2024-02-04")
        let asked = Life.prompts(of: run)
        // What nobody has written down yet is asked again, and nothing else.
        #expect(asked.contains("Über Datenschutz informiert") && asked.isDisjoint(with: Life.knownByNote), "\(asked)")
      case "2024-12-04":
        let hold = ["archive", "hold", number, "--reason", "beschwerde", "--review", "2025-04-01"]
        #expect(try store.run(hold, asOf: step.day).status == 0)
        let close = ["archive", "close", number, "--on", "2024-12-04", "--reason", "kontaktabbruch"]
        #expect(try store.run(close, asOf: step.day).status <= 1)
        // A year later the hold still keeps everything; without it everything goes.
        #expect(try Life.purged(store, on: "2025-12-05") == nil)
        #expect(try store.run(["case", number], asOf: "2025-12-05").output.contains("Löschsperren"))
        #expect(try store.run(["archive", "release", number], asOf: "2025-12-05").status == 0)
        #expect(try Life.purged(store, on: "2025-12-05") == 0)
        #expect(try store.run(["case", number], asOf: "2025-12-05").status == 66)
      default: break
      }
    }
  }

  /// A report, the referral that follows it, a case that cannot be ended until the family was asked, and a procedure that
  /// keeps its copy.
  @Test func aReportWhoseProcedureStaysOpen() throws {
    let number = "KSA-1-2025-0007"
    let note = { (day: String, values: [String: String]) in Life.note(number, day, values) }
    let back = { (agreed: String) in
      note(
        "2025-04-10",
        [
          "notiz_nr": "2", "zugangsweg": "\"sd\"", "vermittelt_am": "\"2025-04-08\"",
          "zustimmung_kontaktweitergabe": "\"\(agreed)\"",
        ])
    }
    let life = Life(
      number,
      [
        Life.Step(
          "2025-03-03",
          [
            note(
              "2025-03-03",
              [
                "notiz_nr": "1", "erstkontakt": "true", "zugangsweg": "\"kita\"", "kita": "\"Kita Purzelbaum\"",
                "information_datenschutz_am": "\"2025-03-03\"", "kwg_anhaltspunkte": "true",
              ])
          ], ["PR-12"], feedback: "[E-RSD-03]"),
        Life.Step("2025-03-04", [Life.report(number, received: nil)], []),
        Life.Step("2025-03-05", [Life.report(number, received: "{\"am\": \"2025-03-05\"}")], ["PR-11"]),
        Life.Step(
          "2025-03-07",
          [Life.report(number, received: "{\"am\": \"2025-03-05\", \"bestaetigt_am\": \"2025-03-07\"}")], []),
        Life.Step("2025-04-10", [back("2025-03-01")], ["PR-15", "PR-5"], feedback: "[E-RSD-03]"),
        Life.Step("2025-04-14", [back("2025-04-07")], ["PR-5"], feedback: "[E-RSD-03]"),
        Life.Step(
          "2025-05-05",
          [
            note(
              "2025-05-05",
              [
                "notiz_nr": "3", "zugangsweg": "\"sd\"", "vermittelt_am": "\"2025-04-08\"",
                "zustimmung_kontaktweitergabe": "\"2025-04-07\"",
                "inhalt": "\"Rückmeldung nicht möglich – keine Schweigepflichtentbindung\"",
                "fallstatus": "\"beendet\"",
                "beendet_am": "\"2025-05-05\"", "beendigungsgrund": "\"ziel_erreicht\"",
              ])
          ], ["PR-18"], feedback: "[E-RSD-03]"),
      ])
    try life.run { store, _, step in
      switch step.day {
      case "2025-03-03":
        // The report never waits, and it takes the family over.
        let run = try store.run(["fill", "kwg-meldebogen", "--case", number, "--no-input"], asOf: step.day)
        let report = try Repository.record(run.bytes)
        #expect(run.status <= 1 && report.root.groups("kinder").first?.value("vorname") == "Efe", "\(run.errors)")
      case "2025-04-10":
        let close = [
          "archive", "close", number, "--on", "2025-04-10", "--reason", "ziel_erreicht", "--despite", "egal",
        ]
        let refused = try store.run(close, asOf: step.day)
        #expect(refused.status == 2 && refused.errors.contains("[PR-15]"), "\(refused.transcript)")
      case "2025-04-14":
        let run = try store.run(["fill", "gespraechsnotiz", "--case", number], input: Life.enters, asOf: "2025-04-15")
        let asked = Life.prompts(of: run)
        // The way by which the family came is asked again: its notes tell two.
        let known = Life.knownByNote.subtracting(["Zugangsweg"])
        #expect(asked.contains("Kurze Inhaltsdarstellung") && asked.isDisjoint(with: known), "\(asked)")
      case "2025-05-05":
        // While nobody says that the procedure is closed, the copy of the report stays, and the list names the case.
        let due = try store.run(["retention", "due", "--details"], asOf: "2026-05-06")
        #expect(due.output.contains(number) && due.output.contains("verfahren_abgeschlossen_am"), "\(due.transcript)")
        #expect(try Life.purged(store, on: "2026-05-06") == 0)
        let left = try store.run(["case", number], asOf: "2026-05-06")
        #expect(left.status <= 1 && left.output.contains("Papiere (1)"), "\(left.transcript)")
        #expect(left.output.contains("04.03.2025 Meldung Kindeswohlgefährdung"), "\(left.transcript)")
        let event = ["archive", "case", number, "--event", "verfahren_abgeschlossen_am", "--on", "2025-06-30"]
        #expect(try store.run(event, asOf: "2026-05-06").status == 0)
        #expect(try Life.purged(store, on: "2026-07-01") == 0)
        #expect(try store.run(["case", number], asOf: "2026-07-01").status == 66)
      default: break
      }
    }
  }

  /// Hold, end, copies, deletion: what only an archive knows.
  private func endAndDelete(_ store: borrowing Store) throws {
    let number = Self.family
    let hold = ["archive", "hold", number, "--reason", "auskunft", "--review", "2025-03-15"]
    #expect(try store.run(hold, asOf: "2024-12-12").status == 0)
    let close = ["archive", "close", number, "--on", "2024-12-20", "--reason", "ziel_erreicht"]
    let closed = try store.run(close, asOf: "2024-12-20")
    #expect(closed.status == 0 && closed.errors.contains("[PR-16]"), "\(closed.transcript)")
    let held = try store.run(["case", number], asOf: "2025-01-10").output
    #expect(held.contains("Löschsperren") && held.contains("beendet 20.12.2024"), "\(held)")
    #expect(try store.run(["archive", "release", number], asOf: "2025-01-10").status == 0)
    let due = try store.run(["retention", "due", "--details"], asOf: "2025-03-10").output
    #expect(due.contains("In den Fällen:\n  \(number): in 10 Tagen (20.03.2025)"), "\(due)")
    let copy = due.firstMatch(of: /retention shredded ([0-9a-f]+)/).map { String($0.1) } ?? ""
    #expect(try store.run(["retention", "shredded", copy], asOf: "2025-03-12").status == 0)
    let after = try store.run(["case", number, "--format", "json"], asOf: "2025-03-12")
    #expect(Life.duties(after.output) == ["PR-18"], "\(after.output)")
    #expect(try !store.run(["case", number], asOf: "2025-03-12").output.contains("Kopien, die zu vernichten sind"))
    #expect(try Life.purged(store, on: "2025-12-21") == 0)
    #expect(try store.run(["case", number], asOf: "2025-12-21").status == 66)
  }

  @Test func aCallWithoutAnAnswerAndALetterWithoutANote() throws {
    for (number, example, duties) in [
      ("KSA-4-2025-0203", "gespraechsnotiz-minimal.json", ["PR-16c"]),
      ("KSA-5-2025-0031", "rueckmeldung-sd-ergebnis.json", []),
    ] {
      try Life(number, [Life.Step("2025-11-20", [.example(example)], duties)]).run(["--draft"]) { _, _, _ in }
    }
  }

  @Test func aCaseInWhichAChildMayBeInDangerIsNotEnded() throws {
    let store = try Store()
    let text = try Repository.text("Examples/gespraechsnotiz-erstkontakt.json")
      .replacing("\"kwg_anhaltspunkte\": false", with: "\"kwg_anhaltspunkte\": true")
    let note = try store.write(Array(text.utf8), "notiz.json")
    #expect(try store.run(["archive", "add", note, "--draft"]).status <= 1)
    let close = [
      "archive", "close", "KSA-2-2025-0147", "--on", "2025-11-14", "--reason", "ziel_erreicht", "--despite", "egal",
    ]
    let refused = try store.run(close)
    #expect(refused.status == 2 && refused.errors.contains("[PR-12]"), "\(refused.transcript)")
    #expect(try !store.run(["case", "0147"]).output.contains("· beendet"))
  }

  @Test func whatIsOnlyOpenIsSaidAndNeedsAReason() throws {
    let store = try Store(lastUsed: Day(iso: "2024-10-01") ?? .first)
    _ = try store.run(["archive", "add", Repository.path("Examples/Fall/1-erstkontakt.json")], asOf: "2024-10-01")
    let close = ["archive", "close", Self.family, "--on", "2024-10-20", "--reason", "kein_bedarf"]
    let open = try store.run(close, asOf: "2024-10-21")
    #expect(open.status == 2 && open.errors.contains("[PR-5]") && open.errors.contains("--despite"), "\(open.errors)")
    let all = try store.run(close + ["--despite", "Die Familie will keine Rückmeldung."], asOf: "2024-10-21")
    #expect(all.status == 1 && all.output.contains("Die Familie will keine Rückmeldung."), "\(all.transcript)")
  }

  @Test func aFamilyThatWithdrawsIsLetGoAtOnce() throws {
    let store = try Store(lastUsed: Day(iso: "2024-10-01") ?? .first)
    _ = try store.run(["archive", "add", Repository.path("Examples/Fall/1-erstkontakt.json")], asOf: "2024-10-01")
    let close = ["archive", "close", Self.family, "--on", "2024-10-20", "--reason", "wunsch_familie"]
    let ended = try store.run(close, asOf: "2024-10-21")
    #expect(ended.status == 0 && ended.errors.contains("[PR-5]"), "\(ended.transcript)")
    #expect(try store.run(["case", Self.family], asOf: "2024-10-21").output.contains("beendet"))
  }
}
