import Files
import Paperwork
import Testing

/// What a conversation begins with and what comes after it.
struct AfterwardsTests {
  private let first = Repository.path("Examples/gespraechsnotiz-erstkontakt.json")

  @Test func theNextNoteBeginsFromTheLast() throws {
    let desk = try Desk()
    let run = try desk.run(
      ["fill", "gespraechsnotiz", "--from", first, "-o", "x.json"] + Desk.day,
      lines: [
        "18.11.2025", "10:00", "10:45", "hausbesuch", "", "", "", "2", "", "ja", "Jobcenter zahlt nach", "behoerde", "",
        "Leistungen werden nachgezahlt.", "", "", "", "", "", "", "", "", "", "",
      ])
    #expect(run.status == 0, "\(run.errors)")
    try Golden.expect(run.errors, "fill/next-note")
    let record = try Repository.record(desk.bytes("x.json"))
    #expect(record.root.value("notiz_nr") == "2" && record.root.value("erstkontakt") == "nein")
    #expect(record.root.value("dauer_min") == "45")
    let before = try TypedTalk.note.expected()
    for same in ["vorgangsnummer", "ratsuchende", "kinder", "zugangsweg", "sorgerecht", "kita"] {
      #expect(record.root[same] == before.root[same], "\(same)")
    }
    // What was agreed stays open; its day has passed and goes.
    #expect(record.root.groups("vereinbarungen").map { $0.value("wer") } == ["Fachkraft", "Familie"])
    #expect(record.root.groups("vereinbarungen").allSatisfy { $0.value("bis") == nil })
  }

  @Test func aNumberThatTheCaseHasAlreadyIsSaidAtOnce() throws {
    let desk = try Desk()
    let run = try desk.start(["fill", "gespraechsnotiz", "--from", first, "-o", "x.json"] + Desk.day)
    run.answer("/notiz_nr")
    run.answer("1")
    try run.wait(for: "[E-GN-20] ›Notiz Nr.‹ 1 gibt es in diesem Vorgang schon.")
    run.type("\u{03}")
    #expect(run.finish() == 130)
  }

  @Test func indicationsLeadToTheReportPrefilledFromTheNote() throws {
    let desk = try Desk()
    let run = try desk.start(["fill", "gespraechsnotiz", "-o", "x.json"] + Desk.day)
    var answers = try TypedTalk.note.typed()
    // The fourth answer from the end is about weighty indications.
    answers[answers.count - 4] = "ja"
    for answer in answers { run.answer(answer) }
    try run.wait(for: "den Sozialen Dienst zuerst anrufen")
    try run.wait(for: "„Meldung Kindeswohlgefährdung“ jetzt ausfüllen? [J/n]")
    #expect(FileRemoval.exists(desk.path("x.json")))
    run.answer("")
    try run.wait(for: "Übernommen: Vorgangsnummer der Kita-Sozialarbeit, An, Meldende Person,")
    run.answer("18.11.2025")
    run.answer("/sichern meldung.json")
    try run.wait(for: "Gesichert")
    let report = try Repository.record(desk.bytes("meldung.json"))
    let note = try Repository.record(desk.bytes("x.json"))
    #expect(report.form == "kwg-meldebogen" && report.root.value("vorgangsnummer") == "KSA-2-2025-0147")
    #expect(report.root.groups("kinder").first?.value("vorname") == "İlkay")
    #expect(report.root.groups("eltern").first?["anschrift"] == note.root.groups("ratsuchende").first?["anschrift"])
    #expect(report.root.groups("meldende_person").first?.value("name") == "Jörg Weißhaupt")
    #expect(report.root.value("anlass_kontakt") == "kita" && report.root.value("meldedatum") == "2025-11-18")
    run.type("\u{03}")
    #expect(run.finish() == 130 && desk.drafts.count == 1)
  }

  @Test func withoutATerminalTheNextStepsAreCommands() throws {
    let desk = try Desk()
    var answers = try TypedTalk.note.answers()
    answers[answers.count - 4] = "ja"
    let run = try desk.run(
      ["fill", "gespraechsnotiz", "-o", "x.json"] + Desk.day, lines: answers.map { $0.replacing("\n", with: "\\\n") })
    #expect(run.status == 0 && run.errors.contains("kiso fill kwg-meldebogen --from x.json\n"))
    #expect(run.errors.contains("Kopierte Unterlagen vernichten, sobald sie nicht mehr gebraucht werden"))
    let ended = try desk.run(
      ["fill", "gespraechsnotiz", "--from", "x.json", "-o", "y.json"] + Desk.day,
      lines: [
        "18.11.2025", "", "", "", "telefon", "", "", "", "5", "Abschluss", "behoerde", "", "Alles erledigt.", "", "",
        "",
        "", "ja", "Bescheid", "", "", "", "beendet", "", "ziel", "",
      ])
    #expect(ended.status <= 1, "\(ended.errors)")
    #expect(ended.errors.contains("Kopierte Unterlagen bis 18.02.2026 vernichten"), "\(ended.errors)")
    #expect(ended.errors.contains("Die Notiz löschen am 19.11.2026."))
  }

  @Test func aDocumentIsWrittenAndWhatItHidesIsKeptBesideIt() throws {
    let desk = try Desk()
    let note = Repository.path("Examples/gespraechsnotiz-schutz.xml")
    let run = try desk.run(
      ["fill", "gespraechsnotiz", "--from", note] + Desk.day,
      lines: [
        "20.11.2025", "", "", "", "telefon", "", "", "", "", "", "2", "", "ja", "Anruf", "wohnen", "", "Kurzer Anruf.",
        "",
        "", "", "", "", "", "", "odt", "n.odt",
      ])
    #expect(run.errors.contains("Die Angaben dazu: n.json"), "\(run.errors)")
    let full = try Repository.record(desk.bytes("n.json"))
    let page = try Repository.record(desk.bytes("n.odt"))
    #expect(full.root.groups("ratsuchende") != page.root.groups("ratsuchende"))
    #expect(!String(decoding: full.xml(), as: UTF8.self).isEmpty && page.root.value("inhalt") == "Kurzer Anruf.")
  }

  @Test func anOutputThatIsThereIsReplacedOnlyWhenThatIsWanted() throws {
    let desk = try Desk()
    _ = try desk.home.write(Array("alt".utf8), as: "da.json")
    let run = try desk.start(["fill", "datenschutzinfo"] + Desk.day)
    for answer in ["", "Mareike Töpfer", "", "", "angaben"] { run.answer(answer) }
    try run.wait("the proposal") { $0.screen.cursor.line.contains("datenschutzinfo-2025-11-20.json") }
    run.answer("da.json")
    try run.wait(for: "›da.json‹ gibt es schon. Ersetzen? [j/N]")
    run.answer("")
    try run.wait("the proposal again") { $0.screen.cursor.line.contains("datenschutzinfo-2025-11-20.json") }
    run.answer("")
    #expect(run.finish() == 0, "\(run.text)")
    #expect(try desk.bytes("da.json") == Array("alt".utf8))
    #expect(FileRemoval.exists(desk.path("datenschutzinfo-2025-11-20.json")))
  }

  @Test func anUnfinishedPaperCanBeSavedAsItIs() throws {
    let desk = try Desk()
    let run = try desk.run(
      ["fill", "gespraechsnotiz", "-o", "x.odt"] + Desk.day, lines: ["KSA-2-2025-0147", "1", "/fertig", "/entwurf"])
    #expect(run.status == 1 && run.errors.contains("gesichert werden die Angaben"), "\(run.errors)")
    #expect(
      try Repository.record(desk.bytes("x.json")).root.value("notiz_nr") == "1"
        && !FileRemoval.exists(desk.path("x.odt")))
  }
}
