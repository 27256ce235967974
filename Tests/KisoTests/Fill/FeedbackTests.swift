import Files
import Paperwork
import Testing

/// `kiso feedback`: the letter that a case owes, from what its papers say.
struct FeedbackTests {
  private static let number = "KSA-5-2025-0031"

  /// A case that the social service referred, with a release by both parents, ended on 13 November.
  private func file(
    _ desk: borrowing Desk, release: ((inout Record) -> Void)? = nil, last: [String: String] = [:],
    without forms: Set<String> = []
  ) throws {
    _ = try desk.home.makeFolder("fall")
    func note(_ number: Int, _ day: String, _ more: [String: String]) -> Record {
      var note = Record(form: "gespraechsnotiz", version: "1")
      let values =
        [
          ("vorgangsnummer", Self.number), ("notiz_nr", String(number)), ("datum", day),
          ("beratungsform", "namentlich"),
          ("kontakt_zustande", "ja"), ("fallstatus", "laufend"),
        ].filter { more[$0.0] == nil } + more.sorted { $0.key < $1.key }
      note.root = RecordGroup(values.map { RecordGroup.Item($0.0, .value($0.1)) })
      note.root.set("fachkraft", [.group(RecordGroup([.init("name", .value("Mareike Töpfer"))]))])
      return note
    }
    var consent = try Repository.record(Repository.bytes("Examples/schweigepflichtentbindung-zwei-blaetter.json"))
    release?(&consent)
    var end = ["fallstatus": "beendet", "beendet_am": "2025-11-13", "beendigungsgrund": "ziel_erreicht"]
    end.merge(last) { $1 }
    let first = note(1, "2025-08-21", ["zugangsweg": "sd", "zustimmung_kontaktweitergabe": "2025-08-18"])
    let papers = [("n1", first), ("n2", note(2, "2025-11-13", end)), ("spe", consent)]
    for (name, paper) in papers where !forms.contains(paper.form) {
      _ = try desk.home.write(paper.xml(), as: "fall/\(name).xml")
    }
  }

  private func feedback(_ desk: borrowing Desk, _ more: [String]) throws -> Run {
    try desk.run(["feedback", Self.number, "fall", "--no-input"] + more + Desk.day)
  }

  /// What the case cannot know.
  private static let known = ["--set", "text=Die Klage ist abgewendet.", "--set", "familie_informiert_am=2025-11-13"]

  /// The day of the referral, which the case knows only as that of the consent.
  private static let confirmed = ["--set", "sd_vermittelt_am=2025-08-18"]

  /// A page would state it as a fact.
  @Test func whatIsTakenOverInDoubtIsNotWrittenUnlessSomebodyConfirmsIt() throws {
    let desk = try Desk()
    try file(desk)
    let run = try feedback(desk, Self.known + ["-o", "r.odt"])
    #expect(
      run.status == 2 && run.errors.contains("[W-RSD-48]") && run.errors.contains("--set sd_vermittelt_am=WERT"),
      "\(run.errors)")
    #expect(!FileRemoval.exists(desk.path("r.odt")))
  }

  @Test func theLetterSaysWhatTheCaseKnows() throws {
    let desk = try Desk()
    try file(desk)
    let run = try feedback(desk, Self.known + Self.confirmed + ["-o", "r.odt"])
    #expect(
      run.status == 1 && run.errors.contains("W-RSD-48") && run.errors.contains("Geschrieben: r.odt"), "\(run.errors)")
    let letter = try Repository.record(desk.bytes("r.odt"))
    let expected = [
      "spe_id": "KSA-5-2025-0031-SPE-01", "sd_vermittelt_am": "2025-08-18", "kontakt_von": "2025-08-21",
      "kontakt_bis": "2025-11-13", "ergebnis": "loesung", "datum": "2025-11-20",
    ]
    for (id, value) in expected { #expect(letter.root.value(id) == value, "\(id)") }
    #expect(letter.root.groups("empfaenger").first?.value("name") == "Frau Kowalski-Brandt")
    #expect(letter.root.groups("absender").first?.value("name") == "Mareike Töpfer")
    #expect(letter.root.groups("familie").first?.value("vorname") == "Mai-Linh")
  }

  @Test func atATerminalOnlyWhatIsOpenIsAsked() throws {
    let desk = try Desk()
    try file(desk)
    let run = try desk.start(["feedback", Self.number, "fall", "-o", "r.xml"] + Desk.day)
    try run.wait(for: "Übernommen: Datum, Schweigepflichtentbindung Nr., Absender,")
    // The sign of the social service, its day, the reason, the result; when there was contact the case knows.
    for answer in ["", "", "", "", ""] { run.answer(answer) }
    try run.wait(for: "\nKurze Mitteilung")
    run.answer("Die Klage ist abgewendet.\u{04}")
    // What the parents excluded is said; it stays as it is.
    try run.wait(for: "W-RSD-27")
    run.type("\u{04}")
    try run.wait(for: "\nOffene Punkte")
    run.answer("")
    run.answer("13.11.2025")
    run.answer("")
    try run.wait(for: "Alles gefragt")
    run.answer("")
    #expect(run.finish() <= 1, "\(run.text)")
    let letter = try Repository.record(desk.bytes("r.xml"))
    #expect(letter.root.value("text") == "Die Klage ist abgewendet." && letter.root.value("ergebnis") == "loesung")
  }

  @Test(arguments: [
    ("kontaktabbruch", "kontaktabbruch"), ("kein_bedarf", "beendet"), ("wunsch_familie", "beendet"),
    ("wegzug", "beendet"), ("uebergang_sd", nil), ("sonstiges", nil),
  ])
  func theResultFollowsFromTheReasonWhereItIsClear(_ reason: String, _ result: String?) throws {
    let desk = try Desk()
    try file(desk, last: ["beendigungsgrund": reason])
    let run = try feedback(desk, ["--set", "familie_informiert_am=2025-11-13", "-o", "r.json"] + Self.confirmed)
    guard let result else {
      #expect(run.status == 2 && run.errors.contains("›Ergebnis‹ fehlt"), "\(run.errors)")
      return
    }
    #expect(run.status <= 1, "\(run.errors)")
    let letter = try Repository.record(desk.bytes("r.json"))
    #expect(letter.root.value("ergebnis") == result)
    let broken = letter.root.groups("kontaktabbruch_hinweis").first
    #expect(broken?.value("letzter_kontakt") == (result == "kontaktabbruch" ? "2025-11-13" : nil))
  }

  /// Whatever the release does not cover is refused, nothing is written, and the ways on stand there.
  @Test(arguments: [
    "none", "unsigned", "whole", "noNumber", "expired", "otherKind", "two",
  ])
  func whatIsNotCoveredIsRefusedWithTheWaysOn(_ what: String) throws {
    let desk = try Desk()
    var sheet = try Repository.record(Repository.bytes("Examples/widerruf-ganz.json"))
    sheet.root.set("spe_id", [.value("KSA-5-2025-0031-SPE-01")])
    sheet.root.set(
      "person", [.group(RecordGroup([.init("vorname", .value("Thành")), .init("nachname", .value("Nguyễn"))]))])
    for id in ["datum", "eingegangen_am"] { sheet.root.set(id, [.value("2025-11-03")]) }
    switch what {
    case "none": try file(desk, without: ["schweigepflichtentbindung"])
    case "unsigned": try file(desk) { $0.root.set("unterschriften", Array($0.root["unterschriften"].prefix(1))) }
    case "expired":
      try file(desk) {
        $0.root.set("gueltig_bis_art", [.value("datum")])
        $0.root.set("gueltig_bis", [.value("2025-11-19")])
      }
    case "otherKind":
      try file(desk) { release in
        release.root.set("empfaenger", [.group(RecordGroup([.init("einrichtung", .value("Kita Purzelbaum"))]))])
      }
    case "two":
      try file(desk)
      var other = try Repository.record(Repository.bytes("Examples/schweigepflichtentbindung-zwei-blaetter.json"))
      other.root.set("zweck", [.value("Ein ganz anderer Zweck als bisher")])
      _ = try desk.home.write(other.xml(), as: "fall/zweite.xml")
    default:
      try file(desk)
      if what == "noNumber" { sheet.root.set("spe_id", []) }
      _ = try desk.home.write(sheet.xml(), as: "fall/widerruf.xml")
    }
    let run = try feedback(desk, Self.known + ["-o", "r.odt"])
    #expect(run.status == 2 && !FileRemoval.exists(desk.path("r.odt")), "\(run.errors)")
    #expect(run.errors.contains("Rückmeldung an den Sozialen Dienst: nicht geschrieben."), "\(run.errors)")
    for form in ["schweigepflichtentbindung", "gespraechsnotiz", "kwg-meldebogen"] {
      #expect(run.errors.contains("(kiso fill \(form) --case \(Self.number))"), "\(form)")
    }
  }

  @Test func theKitaLearnsOnlyWhatItsOwnReleaseAllows() throws {
    let desk = try Desk()
    try file(desk)
    // The release names the social service: the first recipient is not the Kita.
    let refused = try feedback(desk, ["--kita", "-o", "k.odt"])
    #expect(refused.status == 2 && refused.errors.contains("E-PR-7"), "\(refused.errors)")
    let covered = try Desk()
    try file(covered) { release in
      let kita = RecordGroup([
        .init("name", .value("Frau Großjohann")), .init("einrichtung", .value("Kita Purzelbaum")),
      ])
      release.root.set("empfaenger", release.root["empfaenger"] + [.group(kita)])
    }
    let run = try feedback(covered, ["--kita", "-o", "k.json"])
    #expect(run.status <= 1, "\(run.errors)")
    let status = try Repository.record(covered.bytes("k.json"))
    #expect(status.root.groups("kita").first?.value("einrichtung") == "Kita Purzelbaum")
    #expect(status.root.value("status") == "beendet" && status.root.value("spe_id") == "KSA-5-2025-0031-SPE-01")
  }

  @Test func aCaseOfWhichNothingIsThereIsSaid() throws {
    let desk = try Desk()
    try file(desk)
    let run = try desk.run(["feedback", "KSA-5-2025-0099", "fall", "--no-input"] + Desk.day)
    #expect(run.status == 66 && run.errors.contains("Zu diesem Vorgang ist nichts da"), "\(run.errors)")
  }

  /// One way to begin a paper, in a conversation and without one.
  @Test func withoutQuestionsAnotherFormIsPrefilledAsInTheConversation() throws {
    let desk = try Desk()
    try file(desk)
    let words =
      ["rueckmeldung-sd", "--from", "fall/spe.xml", "--with", "fall/n1.xml", "--with", "fall/n2.xml"] + Desk.day
    let silent = try desk.run(["fill"] + words + ["--no-input", "--draft", "-o", "still.json"])
    #expect(silent.status == 1, "\(silent.errors)")
    let talk = try desk.run(["fill"] + words + ["-o", "gespraech.json"], lines: ["/fertig", "/entwurf"])
    #expect(talk.status == 1, "\(talk.errors)")
    #expect(try Repository.record(desk.bytes("still.json")) == Repository.record(desk.bytes("gespraech.json")))
    #expect(!silent.errors.contains("E-RSD-10"))
  }
}
