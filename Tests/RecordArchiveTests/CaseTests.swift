import FormModel
import Testing

@testable import RecordArchive

/// Ending, reopening and holding cases, and what that does to the dates.
@Suite struct CaseTests {
  static let number = "KSA-2-2025-0147"

  private func due(_ archive: Archive) throws -> [String] {
    try archive.entries(ofCase: Self.number).map { $0.due?.iso ?? "–" }
  }

  @Test func `While a case runs everything of it goes a year after the last contact`() throws {
    let test = try TestArchive()
    try test.archive.store(note(1, on: day("2025-09-09")), today: day("2025-11-20"))
    #expect(try due(test.archive) == ["2026-09-10", "2026-09-10"])
    #expect(try test.archive.entries(ofCase: Self.number)[0].rule == "D1b")
    try test.archive.store(note(2, on: day("2025-10-07")), today: day("2025-11-20"))
    #expect(try due(test.archive) == ["2026-10-08", "2026-10-08", "2026-10-08"])
    // An older note that is stored later moves nothing.
    try test.archive.store(note(3, on: day("2025-01-07")), today: day("2025-11-20"))
    #expect(Set(try due(test.archive)) == ["2026-10-08"])
  }

  /// Domain chapter 12: end of support, end of three months, to be deleted from.
  @Test(arguments: [
    ("2025-03-31", "2025-06-30", "2026-04-01"), ("2024-02-29", "2024-05-29", "2025-03-01"),
    ("2024-11-30", "2025-02-28", "2025-12-01"), ("2025-11-29", "2026-02-28", "2026-11-30"),
    ("2025-11-30", "2026-02-28", "2026-12-01"), ("2025-12-31", "2026-03-31", "2027-01-01"),
    ("2025-10-31", "2026-01-31", "2026-11-01"), ("2023-02-28", "2023-05-28", "2024-02-29"),
  ])
  func `The end starts both clocks`(_ end: String, _ copies: String, _ deletion: String) throws {
    let test = try TestArchive(today: day("2025-12-31"))
    let today = day("2025-12-31")
    try test.archive.store(
      note(
        1, on: day("2022-12-01"),
        copies: [Filing.Copies(description: "Bescheid", pages: 3, day: day("2022-12-01"))]), today: today)
    try test.archive.close(Self.number, on: day(end), reason: "ziel_erreicht", today: today)
    let entries = try test.archive.entries(ofCase: Self.number)
    #expect(entries.map(\.card.role) == [.caseFile, .paper, .copies])
    #expect(entries.map { $0.due?.iso } == [deletion, deletion, copies])
    #expect(entries.map(\.rule) == ["D1", "D1", "D2"])
  }

  @Test func `A note that says so ends the case`() throws {
    let test = try TestArchive()
    var last = note(2, on: day("2025-11-14"))
    last.events["beendet_am"] = day("2025-11-14")
    last.reasons["beendet_am"] = "wunsch_familie"
    try test.archive.store(note(1), today: day("2025-11-20"))
    try test.archive.store(last, today: day("2025-11-20"))
    #expect(try due(test.archive) == ["2026-11-15", "2026-11-15", "2026-11-15"])
    #expect(try test.archive.entries(ofCase: Self.number)[0].card.reasons == ["beendet_am": "wunsch_familie"])
  }

  @Test func `Reopening stops the clock, a new end starts it anew`() throws {
    let test = try TestArchive()
    try test.archive.store(note(1), today: day("2025-11-20"))
    try test.archive.close(Self.number, on: day("2025-11-14"), reason: "ziel_erreicht", today: day("2025-11-20"))
    #expect(
      failure {
        try test.archive.close(Self.number, on: day("2025-11-15"), reason: "ziel_erreicht", today: day("2025-11-20"))
      } == .caseEnded)
    try test.archive.reopen(Self.number, today: day("2025-11-20"))
    #expect(try due(test.archive) == ["2026-11-21", "2026-11-21"])
    #expect(try test.archive.entries(ofCase: Self.number).map(\.rule) == ["D1b", "D1b"])
    #expect(failure { try test.archive.reopen(Self.number, today: day("2025-11-20")) } == .caseRunning)
    try test.archive.close(Self.number, on: day("2025-11-20"), reason: "kein_bedarf", today: day("2025-11-20"))
    #expect(try due(test.archive) == ["2026-11-21", "2026-11-21"])
  }

  @Test func `Nothing is shortened by itself`() throws {
    let test = try TestArchive()
    let today = day("2025-11-20")
    var report = note(1, on: day("2025-01-10"), kind: "kwg", events: [:])
    report.form = "kwg-meldebogen"
    try test.archive.store(report, today: today)
    try test.archive.close(Self.number, on: day("2025-01-31"), reason: "uebergang_sd", today: today)
    // Without the end of the procedure there is only a day to ask for it.
    #expect(try due(test.archive) == ["2026-02-01", "2026-02-01"])
    #expect(try test.archive.entries(ofCase: Self.number).map(\.rule) == ["D5c", "D5c"])
    try test.archive.note("verfahren_abgeschlossen_am", on: day("2025-10-15"), inCase: Self.number, today: today)
    #expect(try due(test.archive) == ["2026-10-16", "2026-10-16"])
    try test.archive.note("verfahren_abgeschlossen_am", on: day("2025-05-15"), inCase: Self.number, today: today)
    let kept = try test.archive.entries(ofCase: Self.number)[1]
    #expect(kept.due == day("2026-10-16") && kept.card.date?.computed == day("2026-05-16"))
    #expect(
      RetentionReason.sentence(for: kept, library: library, on: today).contains("von selbst wird keine Frist verkürzt"))
    try test.archive.note(
      "verfahren_abgeschlossen_am", on: day("2025-05-15"), inCase: Self.number, shortening: true, today: today)
    #expect(try due(test.archive) == ["2026-05-16", "2026-05-16"])
  }

  @Test func `The longest of the rules for a kind counts, and the case stays as long as anything of it`() throws {
    let test = try TestArchive()
    let today = day("2025-11-20")
    try test.archive.store(note(1, on: day("2025-03-01")), today: today)
    try test.archive.store(
      NewPaper(title: "Protokoll", caseNumber: Self.number, kind: "protokoll", day: day("2025-03-31"), parts: []),
      today: today)
    try test.archive.close(Self.number, on: day("2025-03-31"), reason: "ziel_erreicht", today: today)
    #expect(try due(test.archive) == ["2028-04-01", "2026-04-01", "2028-04-01"])
    // A contact after the end counts for a year of its own.
    try test.archive.note("letzter_kontakt_am", on: day("2025-06-30"), inCase: Self.number, today: today)
    #expect(try due(test.archive)[1] == "2026-07-01")
  }

  @Test(arguments: [
    ("2025-11-21", "ziel_erreicht", ["E-LO-10"]), ("2025-09-08", "ziel_erreicht", ["E-LO-11"]),
    ("2025-11-21", "einfach so", ["E-LO-10", "E-LO-12"]), ("2025-11-20", "", ["E-LO-12"]),
  ])
  func `An impossible end is refused with everything that is wrong`(_ on: String, _ reason: String, _ ids: [String])
    throws
  {
    let test = try TestArchive()
    try test.archive.store(note(1), today: day("2025-11-20"))
    do {
      try test.archive.close(Self.number, on: day(on), reason: reason, today: day("2025-11-20"))
      Issue.record("no finding")
    } catch {
      let failure = error
      #expect(failure.findings.map(\.id) == ids)
    }
    #expect(try due(test.archive)[1] == "2026-09-10")
    #expect(
      failure {
        try test.archive.close(
          "KSA-1-2025-0001", on: day("2025-11-20"), reason: "ziel_erreicht", today: day("2025-11-20"))
      } == .unknownCase)
  }

  @Test func `A hold keeps the case and what comes later, and is taken away again`() throws {
    let test = try TestArchive()
    let today = day("2025-11-20")
    try test.archive.store(note(1), today: today)
    try test.archive.hold(.caseNumber(Self.number), reason: "schutzauftrag", review: day("2026-05-20"), today: today)
    let id = try test.archive.store(note(2), today: today)
    #expect(try test.archive.entries(ofCase: Self.number).allSatisfy { $0.card.review == day("2026-05-20") })
    #expect(try test.archive.entry(id.description).state(on: today, by: library.retention) == .held)
    #expect(try DueList.read(test.place).items.allSatisfy { $0.state(on: today, by: library.retention) == .held })
    try test.archive.release(.caseNumber(Self.number), today: today)
    #expect(try test.archive.entries(ofCase: Self.number).allSatisfy { !$0.card.isHeld })
    try test.archive.hold(
      .entry(id), reason: "auskunft", note: "Schreiben vom Montag", review: day("2025-12-01"), today: today)
    #expect(try test.archive.entries(ofCase: Self.number).filter(\.card.isHeld).map(\.id) == [id])
  }

  @Test(arguments: [
    ("", "2026-01-01", ["E-LO-01"]), ("weil", "2026-01-01", ["E-LO-02"]),
    ("beschwerde", "2025-11-20", ["E-LO-03"]), ("beschwerde", "2026-05-21", ["E-LO-03"]),
    ("", "2027-01-01", ["E-LO-01", "E-LO-03"]),
  ])
  func `A hold needs a reason of the list and a day to look at it again within six months`(
    _ reason: String, _ review: String, _ ids: [String]
  ) throws {
    let test = try TestArchive()
    try test.archive.store(note(1), today: day("2025-11-20"))
    do {
      try test.archive.hold(.caseNumber(Self.number), reason: reason, review: day(review), today: day("2025-11-20"))
      Issue.record("no finding")
    } catch {
      let failure = error
      #expect(failure.findings.map(\.id) == ids)
      if reason.isEmpty {
        #expect(
          failure.findings[0].german.hasPrefix(
            "[E-LO-01] Für eine Löschsperre ist ein Grund nötig (z. B. offenes Verfahren nach § 8a SGB VIII)."))
      }
    }
    #expect(try !test.archive.entries(ofCase: Self.number).contains { $0.card.isHeld })
  }

  @Test func `Why names date, rule and paragraph`() throws {
    let test = try TestArchive()
    let today = day("2025-11-20")
    try test.archive.store(note(1), today: today)
    func why() throws -> String {
      RetentionReason.sentence(for: try test.archive.entries(ofCase: Self.number)[1], library: library, on: today)
    }
    #expect(
      try why() == """
        Zu löschen ab 10.09.2026: Gesprächsnotizen, Falldaten eines nicht beendeten Vorgangs werden 1 Jahr nach dem \
        letzten Kontakt (09.09.2025) aufbewahrt, die Frist endet am 09.09.2026 (D1b, Vorschlag; Art. 17 Abs. 1 a \
        DSGVO; § 63 Abs. 1 SGB VIII). Das gilt, bis feststeht, was die Frist sonst beginnt: 1 Jahr nach dem Ende der \
        Unterstützung (D1).
        """)
    try test.archive.close(Self.number, on: day("2025-11-14"), reason: "ziel_erreicht", today: today)
    try test.archive.hold(.caseNumber(Self.number), reason: "beschwerde", review: day("2025-12-24"), today: today)
    // A case that ended waits until somebody settles what belongs to it.
    let other = "KSA-2-2025-0148"
    try test.archive.store(note(1, of: other, kind: "kwg", events: [:]), today: today)
    try test.archive.close(other, on: day("2025-11-14"), reason: "uebergang_sd", today: today)
    let file = try test.archive.entries(ofCase: other)[0]
    #expect(
      RetentionReason.sentence(for: file, library: library, on: today)
        == """
        Zu klären ab 15.11.2026: Kopien von Meldebögen, deren Verfahren beim Sozialen Dienst nicht als abgeschlossen \
        eingetragen ist, seit dem 14.11.2025 (D5c, § 8a SGB VIII; § 84 Abs. 3 SGB X). Ist das Verfahren beim \
        Sozialen Dienst abgeschlossen? Bitte nachfragen und eintragen: kiso archive case KSA-2-2025-0148 --event \
        verfahren_abgeschlossen_am --on JJJJ-MM-TT. Bis dahin wird die Kopie des Meldebogens nicht gelöscht.
        """)
    #expect(
      try why() == """
        Zu löschen ab 15.11.2026: Gesprächsnotizen, Falldaten werden 1 Jahr nach dem Ende der Unterstützung \
        (14.11.2025) aufbewahrt, die Frist endet am 14.11.2026 (D1, Konzeption Kap. 10; Art. 17 Abs. 1 a DSGVO; \
        § 63 Abs. 1 SGB VIII; § 84 SGB X). Zurzeit wird nichts gelöscht: Löschsperre des Vorgangs seit dem \
        20.11.2025 (Beschwerde), zu prüfen am 24.12.2025.
        """)
  }

  /// § 9b SGB VIII: 70 years after the completion of the 30th year.
  @Test(arguments: [
    ("1990-03-15", "2090-03-16"), ("1992-02-29", "2092-03-02"), ("1996-03-01", "2096-03-02"),
    ("2000-12-31", "2101-01-01"),
  ])
  func `Files of Erziehungshilfe are offered first and never go early`(_ birth: String, _ due: String) throws {
    let test = try TestArchive()
    try test.archive.store(
      NewPaper(title: "Akte", caseNumber: Self.number, kind: "erziehungshilfe", day: day("2025-11-20"), parts: []),
      today: day("2025-11-20"))
    try test.archive.note("geburtsdatum", on: day(birth), inCase: Self.number, today: day("2025-11-20"))
    let id = try #require(try test.archive.entries(ofCase: Self.number).first { $0.card.role == .paper }).id
    #expect(try test.archive.entry(id.description).due == day(due))
    let then = day(due)
    let plan = try test.archive.planPurge(today: then, isClockConfirmed: true)
    #expect(plan.items.isEmpty && plan.offers.map(\.id) == [id])
    #expect(
      failure { try test.archive.offered(id, on: day("2025-11-20"), today: day("2025-11-20")) } == .unsuitableEntry)
    try test.archive.offered(id, on: then, today: then)
    let after = try test.archive.entry(id.description)
    #expect(after.due == LegalPeriod(from: then, lasting: try #require(Period(months: 6))).due)
  }
}
