import FormModel
import Testing

@testable import RecordArchive

/// Nothing is without a date, and what counts otherwise gives way to what was meant.
@Suite struct DateTests {
  static let number = "KSA-2-2025-0147"
  static let today = day("2025-11-20")

  private func rules(_ archive: Archive) throws -> [String] {
    try archive.entries(ofCase: Self.number).map { "\($0.rule) \($0.due?.iso ?? "–")" }
  }

  private func report(on iso: String, closed: String? = nil) -> NewPaper {
    var report = note(
      1, on: day(iso), kind: "kwg", events: closed.map { ["verfahren_abgeschlossen_am": day($0)] } ?? [:])
    report.form = "kwg-meldebogen"
    return report
  }

  @Test func `Every kind of data has a date as soon as it is stored, whatever is known of its case`() throws {
    let test = try TestArchive()
    for (index, kind) in library.retention.kinds.enumerated() {
      let number = "KSA-1-2025-\(1_000 + index)"
      try test.archive.store(
        NewPaper(title: "Scan", caseNumber: number, kind: kind, day: Self.today, parts: []), today: Self.today)
    }
    #expect(try test.archive.entries().allSatisfy { $0.due != nil && !$0.rule.isEmpty })
    #expect(try DueList.read(test.place).items.allSatisfy { $0.due != nil })
  }

  @Test(arguments: [("2025-12-01", 0), ("2025-12-02", 1), ("2025-12-03", 1)])
  func `A call nobody reached goes three months after the last attempt`(_ on: String, _ deleted: Int) throws {
    let test = try TestArchive(today: Self.today)
    let attempt = day("2025-09-01")
    try test.archive.store(note(1, on: attempt, events: ["letzter_versuch_am": attempt]), today: Self.today)
    #expect(try rules(test.archive) == ["D7 2025-12-02", "D7 2025-12-02"])
    #expect(try test.archive.planPurge(today: day(on)).items.count == deleted * 2)
  }

  @Test func `The reminder of a call names its case a month after the attempt and says what to settle`() throws {
    let test = try TestArchive(today: Self.today)
    let attempt = day("2025-09-01")
    try test.archive.store(note(1, on: attempt, events: ["letzter_versuch_am": attempt]), today: Self.today)
    func reminders(_ iso: String) throws -> [RetentionReminder] {
      RetentionReminder.all(of: try test.archive.entries(), by: library.retention, on: day(iso))
    }
    #expect(try reminders("2025-10-01").isEmpty)
    #expect(
      try reminders("2025-10-02") == [
        RetentionReminder(
          caseNumber: Self.number,
          text: """
            noch kein Kontakt, letzter Versuch am 01.09.2025. Bitte nachfassen oder beenden; gelöscht wird ab dem \
            02.12.2025.
            """)
      ])
  }

  @Test func `A contact replaces the date of the attempt, an end that of the contact`() throws {
    let test = try TestArchive()
    try test.archive.store(
      note(1, on: day("2025-09-01"), events: ["letzter_versuch_am": day("2025-09-01")]), today: Self.today)
    try test.archive.store(note(2, on: day("2025-09-20")), today: Self.today)
    #expect(Set(try rules(test.archive)) == ["D1b 2026-09-21"])
    try test.archive.close(Self.number, on: day("2025-09-20"), reason: "wunsch_familie", today: Self.today)
    #expect(Set(try rules(test.archive)) == ["D1 2026-09-21"])
  }

  @Test(arguments: [("2026-05-20", 0), ("2026-05-21", 1)])
  func `A case that nobody ends reminds after six months`(_ on: String, _ count: Int) throws {
    let test = try TestArchive()
    try test.archive.store(note(1, on: Self.today), today: Self.today)
    var release = note(1, on: Self.today, kind: "spe", events: [:])
    release.form = "schweigepflichtentbindung"
    try test.archive.store(release, today: Self.today)
    #expect(try RetentionReminder.all(of: test.archive.entries(), by: library.retention, on: day(on)).count == count)
  }

  @Test func `Copies of a case that nobody ends go three months after the last contact, or after they were made`()
    throws
  {
    let test = try TestArchive()
    let copies = Filing.Copies(description: "Bescheid", pages: 3, day: day("2025-09-09"))
    try test.archive.store(note(1, on: day("2025-09-09"), copies: [copies]), today: Self.today)
    #expect(try rules(test.archive)[2] == "D2b 2025-12-09")
    try test.archive.store(note(2, on: day("2025-10-31")), today: Self.today)
    #expect(try rules(test.archive)[3] == "D2b 2026-01-31")
    try test.archive.note(
      Filing.Copies(description: "Zeugnis", pages: 1, day: day("2025-11-19")), ofCase: Self.number, today: Self.today)
    #expect(try rules(test.archive)[4] == "D2b 2026-02-19")
    try test.archive.close(Self.number, on: day("2025-11-20"), reason: "ziel_erreicht", today: Self.today)
    #expect(try rules(test.archive)[3...] == ["D2 2026-02-20", "D2 2026-02-20"])
  }

  @Test func `While the procedure is open nothing of the case goes for want of a better date`() throws {
    let test = try TestArchive(today: Self.today)
    let copies = Filing.Copies(description: "Bescheid", pages: 3, day: day("2023-01-10"))
    try test.archive.store(note(1, on: day("2023-01-10"), copies: [copies]), today: Self.today)
    try test.archive.store(report(on: "2023-01-11"), today: Self.today)
    let plan = try test.archive.planPurge(today: Self.today)
    #expect(plan.items.isEmpty && plan.copies.isEmpty && plan.unsettled.count == 4)
    #expect(Set(try rules(test.archive)) == ["D5c 2024-01-12"])
    let states = try test.archive.entries().map { $0.state(on: Self.today, by: library.retention) }
    #expect(Set(states) == [.unsettled])
    #expect(
      RetentionReminder.all(of: plan.unsettled, by: library.retention, on: Self.today).map(\.caseNumber)
        == [Self.number])
    // An end starts the clock of everything but the report.
    try test.archive.close(Self.number, on: day("2023-02-01"), reason: "uebergang_sd", today: Self.today)
    let ended = try test.archive.planPurge(today: Self.today)
    #expect(ended.items.map(\.entry?.card.form) == ["gespraechsnotiz"] && ended.copies.count == 1)
    #expect(ended.unsettled.map(\.card.role) == [.paper, .caseFile])
    // What is settled starts the last one.
    try test.archive.note(
      "verfahren_abgeschlossen_am", on: day("2025-11-19"), inCase: Self.number, today: Self.today)
    #expect(try rules(test.archive)[1...].contains("D5 2026-11-20"))
    #expect(try test.archive.planPurge(today: Self.today).unsettled.isEmpty)
  }

  @Test func `A closed procedure of a case that nobody ended goes a year after the later of closing and contact`()
    throws
  {
    let test = try TestArchive()
    try test.archive.store(note(1, on: day("2025-03-01")), today: Self.today)
    try test.archive.store(report(on: "2025-03-02", closed: "2025-06-30"), today: Self.today)
    #expect(try rules(test.archive) == ["D5b 2026-07-01", "D1b 2026-03-02", "D5b 2026-07-01"])
  }

  @Test func `A wish does not delete what belongs to an open procedure`() throws {
    let test = try TestArchive(today: Self.today)
    try test.archive.store(note(1, on: day("2025-10-10")), today: Self.today)
    try test.archive.store(report(on: "2025-10-11"), today: Self.today)
    let plan = try test.archive.planPurge(onRequest: Self.number, today: Self.today)
    #expect(plan.items.isEmpty && plan.unsettled.count == 3)
    try test.archive.note(
      "verfahren_abgeschlossen_am", on: day("2025-11-19"), inCase: Self.number, today: Self.today)
    #expect(try test.archive.planPurge(onRequest: Self.number, today: Self.today).items.count == 3)
  }

  @Test func `A new contact after the end goes on with the case, an earlier one does not`() throws {
    let test = try TestArchive()
    try test.archive.store(note(1, on: day("2025-01-10")), today: Self.today)
    try test.archive.close(Self.number, on: day("2025-01-31"), reason: "ziel_erreicht", today: Self.today)
    try test.archive.store(note(2, on: day("2025-01-31")), today: Self.today)
    #expect(Set(try rules(test.archive)) == ["D1 2026-02-01"])
    try test.archive.store(note(3, on: day("2025-02-01")), today: Self.today)
    #expect(Set(try rules(test.archive)) == ["D1b 2026-02-02"])
    #expect(try !test.archive.entries(ofCase: Self.number)[0].isEndedCase(by: library.retention))
    #expect(try test.archive.facts(ofCase: Self.number).runsOn)
    // An end before the last contact is none.
    do {
      try test.archive.close(Self.number, on: day("2025-01-31"), reason: "ziel_erreicht", today: Self.today)
      Issue.record("no finding")
    } catch {
      #expect(error.findings.map(\.id) == ["E-LO-16"])
    }
    try test.archive.close(Self.number, on: day("2025-02-01"), reason: "ziel_erreicht", today: Self.today)
    #expect(Set(try rules(test.archive)) == ["D1 2026-02-02"])
  }

  @Test func `Reopening outweighs what a paper told of an end, until a later one does`() throws {
    let test = try TestArchive(today: day("2025-12-01"))
    var last = note(1, on: day("2025-11-14"))
    last.events["beendet_am"] = day("2025-11-14")
    last.reasons["beendet_am"] = "ziel_erreicht"
    try test.archive.store(last, today: day("2025-12-01"))
    #expect(
      try test.archive.facts(ofCase: Self.number)
        == EvaluatedCase.Facts(ended: day("2025-11-14"), reason: "ziel_erreicht"))
    try test.archive.reopen(Self.number, today: day("2025-12-01"))
    #expect(Set(try rules(test.archive)) == ["D1b 2026-12-02"])
    #expect(try test.archive.facts(ofCase: Self.number).runsOn)
    // The next end is forgotten: somebody is reminded, and a year after it was taken up again everything goes.
    let entries = try test.archive.entries()
    #expect(RetentionReminder.all(of: entries, by: library.retention, on: day("2026-06-01")).isEmpty)
    #expect(RetentionReminder.all(of: entries, by: library.retention, on: day("2026-06-02")).count == 1)
    let due = day("2026-12-02")
    #expect(entries.map { $0.state(on: due, by: library.retention) } == [.due, .due])
    #expect(try test.archive.planPurge(today: due, isClockConfirmed: true).items.count == 2)
    #expect(
      RetentionReason.sentence(for: entries[1], library: library, on: due).contains(
        "nach dem letzten Kontakt (01.12.2025)"))
    try test.archive.close(Self.number, on: day("2025-12-01"), reason: "kein_bedarf", today: day("2025-12-01"))
    #expect(Set(try rules(test.archive)) == ["D1 2026-12-02"])
  }

  @Test func `An end that a paper contradicts is refused`() throws {
    let test = try TestArchive()
    var last = note(1, on: day("2025-11-14"))
    last.events["beendet_am"] = day("2025-11-14")
    try test.archive.store(last, today: Self.today)
    try test.archive.reopen(Self.number, today: Self.today)
    do {
      try test.archive.close(Self.number, on: day("2025-11-14"), reason: "ziel_erreicht", today: Self.today)
      #expect(Set(try rules(test.archive)) == ["D1 2026-11-15"])
      try test.archive.reopen(Self.number, today: Self.today)
      try test.archive.store(note(2, on: day("2025-10-01")), today: Self.today)
      try test.archive.close(Self.number, on: day("2025-11-01"), reason: "ziel_erreicht", today: Self.today)
      Issue.record("no finding")
    } catch let failure as ArchiveFailure {
      #expect(failure.findings.map(\.id) == ["E-LO-17"])
    }
  }
}
