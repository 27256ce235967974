import Paperwork
import Testing

/// Mistakes made and mended, going back, jumping, changing the size of the window.
struct MistakeTests {
  @Test func whatIsWrongIsSaidAtItsFieldAndMended() throws {
    let desk = try Desk()
    let run = try desk.start(["fill", "gespraechsnotiz", "-o", "x.json"] + Desk.day)
    run.answer("KSA-2-2025-0147")
    run.answer("")
    run.answer("21.11.2025")
    try run.wait(for: "[E-GN-01] ›Datum‹ liegt in der Zukunft (21.11.2025). Bitte das")
    // What was typed stands in the line, and typing replaces it.
    try run.wait("the text to be changed") { $0.screen.cursor.line == "› 21.11.2025" }
    run.answer("9.9.2025")
    run.answer("10:30")
    run.answer("9:45")
    try run.wait(for: "[E-GN-02]")
    run.answer("zurück")
    try run.wait(for: "\nUhrzeit von")
    run.answer("9:15")
    try run.wait(for: "\nFachkraft *")
    run.answer("/uhrzeit_bis")
    try run.wait("the time to be changed") { $0.screen.cursor.line == "› 09:45" }
    run.answer("10:20")
    try run.wait(for: "\nFachkraft *")
    run.answer("Mareike Töpfer")
    run.answer("")
    run.answer("kitta")
    try run.wait(for: "„kitta“ gibt es bei ›Kontaktart‹ nicht. Meinten Sie „Kita“?".prefixed(40))
    run.answer("Kita")
    run.type("\u{03}")
    #expect(run.finish() == 130)
  }

  @Test func arrowsTabAndEditingKeysDoWhatTheyDoEverywhere() throws {
    let desk = try Desk()
    let run = try desk.start(["fill", "gespraechsnotiz", "-o", "x.json"] + Desk.day)
    // Home, delete, end, a word back, and a history that gives the line before.
    run.answer("XKSA-2-2025-0148\u{1B}[H\u{1B}[3~\u{1B}[F\u{7F}7")
    try run.wait(for: "KSA-2-2025-0147")
    run.answer("\u{15}\u{1B}[A\u{1B}[A\u{15}1")
    run.answer("1.4.")
    try run.wait(for: "01.04.2025")
    run.answer("")
    run.answer("")
    run.answer("60")
    run.answer("Ayşegül 👩‍👧 日本\u{1B}[D\u{1B}[D\u{7F}\u{7F}\u{7F}\u{0B}")
    try run.wait(for: "Ayşegül")
    run.answer("")
    // In a menu: down twice and Enter takes the second; tab completes a beginning.
    run.type("\u{1B}[B\u{1B}[B\r")
    try run.wait(for: "Kontaktart                  offene Sprechstunde")
    run.type("\u{03}")
    #expect(run.finish() == 130)
  }

  @Test func anOverviewShowsWhatIsFilledAndWhatIsMissing() throws {
    let desk = try Desk()
    let run = try desk.start(["fill", "gespraechsnotiz", "-o", "x.json"] + Desk.day, rows: 60)
    run.answer("KSA-2-2025-0147")
    run.answer("")
    run.answer("übersicht")
    try run.wait(for: "Kurze Inhaltsdarstellung    fehlt")
    #expect(run.text.contains("  Vorgangsnummer              KSA-2-2025-0147\n"))
    #expect(run.text.contains("  Vereinbarungen              –\n"))
    run.answer("/fertig")
    try run.wait(for: "Alles gefragt [zur ersten offenen Stelle]")
    run.answer("")
    try run.wait(for: "[E-GN-datum-fehlt]")
    run.answer("heute")
    try run.wait(for: "20.11.2025")
    run.type("\u{04}")
    #expect(run.finish() == 0 && desk.drafts.count == 1)
  }

  @Test(arguments: [(40, 20), (120, 40), (20, 10)])
  func anotherSizeIsDrawnAnew(_ columns: Int, _ rows: Int) throws {
    let desk = try Desk()
    let run = try desk.start(["fill", "gespraechsnotiz", "-o", "x.json"] + Desk.day)
    run.answer("KSA-2-2025-0147")
    run.answer("")
    try run.wait(for: "\nDatum *")
    run.type("gest")
    try run.wait("what was typed") { $0.screen.cursor.line == "› gest" }
    run.resize(columns: columns, rows: rows)
    try run.wait("the question anew") { $0.asks && $0.screen.cursor.line == "› gest" }
    #expect(run.screen.unknown == [] && (rows < 20 || run.text.contains("KSA-2-2025-0147")))
    run.answer("ern")
    try run.wait(for: "19.11.2025")
    run.type("\u{03}")
    #expect(run.finish() == 130)
  }

  @Test func anonymousAdviceDropsWhatWasTypedBefore() throws {
    let desk = try Desk()
    let run = try desk.start(["fill", "gespraechsnotiz", "-o", "x.json"] + Desk.day)
    for answer in ["KSA-2-2025-0147", "", "7.10.2025", "", "", "", "Mareike Töpfer"] { run.answer(answer) }
    run.answer("anonym_institution")
    try run.wait(for: "[E-GN-15]")
    try run.wait(for: "entfällt hier, ist aber ausgefüllt. Löschen? [J/n]")
    run.answer("")
    try run.wait(for: "›Vorgangsnummer‹ gelöscht.")
    try run.wait(for: "\nKontaktart *")
    run.type("\u{03}")
    #expect(run.finish() == 130)
  }

  @Test func aChildOfSixIsAskedForSchoolAtOnce() throws {
    let desk = try Desk()
    let run = try desk.start(["fill", "gespraechsnotiz", "-o", "x.json", "--set", "datum=3.11.2025"] + Desk.day)
    run.answer("/kinder")
    run.answer("Noah Yılmaz, 1.10.2019, m, Kita")
    try run.wait(for: "[W-GN-04]")
    try run.wait(for: "Kind(er) › eingeschult")
    run.answer("nein")
    try run.wait(for: "Noch ein Kind?")
    run.type("\u{03}")
    #expect(run.finish() == 130)
  }

  @Test func entriesAreChangedAndRemovedByTheirNumber() throws {
    let desk = try Desk()
    let run = try desk.start(["fill", "gespraechsnotiz", "-o", "x.json"] + Desk.day)
    run.answer("/vereinbarungen")
    run.answer("Familie; Bescheid mitbringen; 1.12.")
    run.answer("Fachkraft; anrufen")
    run.answer("Kita; melden")
    try run.wait(for: "3 Kita: melden")
    run.answer("-2")
    try run.wait(for: "Gelöscht: Fachkraft: anrufen")
    try run.wait(for: "2 Kita: melden")
    run.answer("#1")
    try run.wait("the first entry") { $0.screen.cursor.line.hasPrefix("› Familie") }
    run.answer("Familie; Bescheid schicken; 1.12.")
    try run.wait(for: "Bescheid schicken")
    run.type("\u{03}")
    #expect(run.finish() == 130)
  }
}

extension String {
  /// The beginning of a text that a narrow screen may break.
  func prefixed(_ count: Int) -> String { String(prefix(count)) }
}
