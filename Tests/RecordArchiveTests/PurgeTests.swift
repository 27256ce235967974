import FormModel
import Testing

@testable import RecordArchive

/// Deleting: dry run, code, log, and what must never be deleted.
@Suite struct PurgeTests {
  static let today = day("2025-11-20")

  /// Three cases: one due for long, one due today, one held.
  private func archive() throws -> TestArchive {
    let test = try TestArchive(today: Self.today)
    for (number, end) in [
      ("KSA-1-2024-0001", "2024-03-31"), ("KSA-1-2024-0002", "2024-11-19"), ("KSA-1-2024-0003", "2024-03-31"),
    ] {
      for index in 1...2 {
        try test.archive.store(
          note(index, of: number, on: day("2024-01-10"), content: "Inhalt von \(number)"), today: Self.today)
      }
      try test.archive.close(number, on: day(end), reason: "ziel_erreicht", today: Self.today)
    }
    try test.archive.hold(
      .caseNumber("KSA-1-2024-0003"), reason: "rechtsstreit", review: day("2026-01-31"), today: Self.today)
    try test.archive.store(note(1, of: "KSA-1-2025-0009"), today: Self.today)
    return test
  }

  @Test func `The dry run deletes nothing, its code deletes exactly its list`() throws {
    let test = try archive()
    let before = try test.archive.entries().count
    let plan = try test.archive.planPurge(today: Self.today)
    #expect(plan.items.count == 6 && plan.items.allSatisfy { !$0.isEarly && $0.act == .delete })
    #expect(Set(plan.items.compactMap(\.entry?.card.caseNumber)) == ["KSA-1-2024-0001", "KSA-1-2024-0002"])
    #expect(plan.held.count == 3 && plan.code.utf8.count == 9)
    #expect(try test.archive.entries().count == before)
    #expect(failure { try test.archive.purge(code: "0000-0000", today: Self.today) } == .listChanged)
    let records = try test.archive.purge(code: plan.code.lowercased(), today: Self.today)
    #expect(Set(records.map(\.id)) == Set(plan.items.map(\.id)))
    #expect(Set(try test.archive.entries().map(\.card.caseNumber)) == ["KSA-1-2024-0003", "KSA-1-2025-0009"])
    #expect(try test.archive.verify().problems == [])
    #expect(try test.reopened().verify().problems == [])
    #expect(try test.archive.planPurge(today: Self.today).items.isEmpty)
  }

  @Test(arguments: ["store", "hold", "release", "close", "reopen"])
  func `A code is good for the list it was given for and no other`(_ change: String) throws {
    let test = try archive()
    let plan = try test.archive.planPurge(today: Self.today)
    switch change {
    case "store":
      try test.archive.store(note(3, of: "KSA-1-2024-0001", on: day("2024-01-20")), today: Self.today)
    case "hold":
      try test.archive.hold(
        .caseNumber("KSA-1-2024-0001"), reason: "beschwerde", review: day("2026-01-01"), today: Self.today)
    case "release": try test.archive.release(.caseNumber("KSA-1-2024-0003"), today: Self.today)
    case "close":
      try test.archive.store(note(1, of: "KSA-1-2023-0005", on: day("2023-01-10")), today: Self.today)
      try test.archive.close("KSA-1-2023-0005", on: day("2023-02-01"), reason: "kein_bedarf", today: Self.today)
    default: try test.archive.reopen("KSA-1-2024-0002", today: Self.today)
    }
    let before = try test.archive.entries().count
    #expect(failure { try test.archive.purge(code: plan.code, today: Self.today) } == .listChanged)
    #expect(try test.archive.entries().count == before)
  }

  @Test func `Not a day early`() throws {
    let test = try TestArchive(today: day("2025-11-01"))
    try test.archive.store(note(1, on: day("2024-11-05")), today: day("2025-11-01"))
    try test.archive.close("KSA-2-2025-0147", on: day("2024-11-30"), reason: "ziel_erreicht", today: day("2025-11-01"))
    #expect(try test.archive.planPurge(today: day("2025-11-30")).items.isEmpty)
    #expect(try test.archive.planPurge(today: day("2025-12-01")).items.count == 2)
  }

  @Test func `The log says what, when and by which rule, and nothing about people`() throws {
    let test = try archive()
    let plan = try test.archive.planPurge(today: Self.today)
    try test.archive.purge(code: plan.code, today: Self.today)
    let log = test.archive.deletionLog
    #expect(log.records.map(\.number) == Array(1...6) && Set(log.records.map(\.run)) == [1])
    #expect(log.records.allSatisfy { $0.kind == "notizen" && $0.rule == "D1" && $0.day == Self.today && $0.by == 1 })
    #expect(Set(log.records.compactMap(\.end)) == [day("2025-03-31"), day("2025-11-19")])
    #expect(try test.archive.storedLog() == log)
  }

  @Test func `Copies on paper are ticked off and not deleted by a program`() throws {
    let test = try TestArchive(today: Self.today)
    try test.archive.store(
      note(1, on: day("2024-01-10"), copies: [Filing.Copies(description: "Bescheid", pages: 2, day: nil)]),
      today: Self.today)
    try test.archive.close("KSA-2-2025-0147", on: day("2024-03-31"), reason: "ziel_erreicht", today: Self.today)
    let plan = try test.archive.planPurge(today: Self.today)
    // The case waits for its copies.
    #expect(plan.items.count == 1 && plan.copies.count == 1)
    try test.archive.purge(code: plan.code, today: Self.today)
    let copies = try #require(try test.archive.entries().first { $0.card.role == .copies })
    #expect(
      copies.rule == "D2" && copies.due == day("2024-06-30")
        && copies.state(on: Self.today, by: library.retention) == .overdue)
    let paper = try test.archive.store(note(2, of: "KSA-1-2025-0001"), today: Self.today)
    #expect(failure { try test.archive.shredded(paper, today: Self.today) } == .unsuitableEntry)
    let records = try test.archive.shredded(copies.id, today: Self.today)
    #expect(records.map(\.act) == [.shredded] && records[0].kind == "kopien" && records[0].end == day("2024-06-30"))
    #expect(try test.archive.planPurge(today: Self.today).items.map(\.entry?.card.role) == [.caseFile])
  }

  @Test func `On request a case goes before its day, but not while it is held`() throws {
    let test = try archive()
    let plan = try test.archive.planPurge(onRequest: "KSA-1-2025-0009", today: Self.today)
    #expect(plan.items.count == 2 && plan.items.allSatisfy(\.isEarly))
    let records = try test.archive.purge(onRequest: "KSA-1-2025-0009", code: plan.code, today: Self.today)
    #expect(
      records.allSatisfy(\.isEarly)
        && failure { _ = try test.archive.entries(ofCase: "KSA-1-2025-0009") } == .unknownCase)
    #expect(try test.archive.planPurge(onRequest: "KSA-1-2024-0003", today: Self.today).items.isEmpty)
    #expect(failure { _ = try test.archive.planPurge(onRequest: "KSA-1-2025-0009", today: Self.today) } == .unknownCase)
  }

  @Test func `A case that nobody ended goes a year after the last contact`() throws {
    let test = try TestArchive(today: day("2025-11-19"))
    try test.archive.store(note(1, on: day("2024-11-19")), today: day("2025-11-19"))
    var release = note(1, on: day("2024-11-01"), kind: "spe")
    release.form = "schweigepflichtentbindung"
    try test.archive.store(release, today: day("2025-11-19"))
    #expect(try test.archive.planPurge(today: day("2025-11-19")).items.isEmpty)
    let plan = try test.archive.planPurge(today: day("2025-11-20"))
    #expect(plan.items.count == 3)
    let records = try test.archive.purge(code: plan.code, today: day("2025-11-20"))
    #expect(Set(records.map(\.rule)) == ["D1b", "D3b"])
    #expect(try test.archive.entries().isEmpty)
  }

  @Test func `A report of a child in danger is not deleted before the procedure is closed, ended or not`() throws {
    let test = try TestArchive(today: Self.today)
    try test.archive.store(note(1, on: day("2023-01-10")), today: Self.today)
    var report = note(1, on: day("2023-01-11"), kind: "kwg", events: [:])
    report.form = "kwg-meldebogen"
    try test.archive.store(report, today: Self.today)
    for _ in 0..<2 {
      let plan = try test.archive.planPurge(today: Self.today)
      #expect(plan.items.allSatisfy { $0.entry?.card.form != "kwg-meldebogen" && $0.entry?.card.role != .caseFile })
      if try test.archive.entries(ofCase: "KSA-2-2025-0147")[0].card.events["beendet_am"] == nil {
        try test.archive.close("KSA-2-2025-0147", on: day("2023-02-01"), reason: "uebergang_sd", today: Self.today)
      }
    }
  }

  @Test func `The clock: back refuses, far ahead asks, and a confirmed day is remembered`() throws {
    let test = try archive()
    #expect(failure { _ = try test.archive.planPurge(today: day("2025-11-19")) } == .clockBack)
    #expect(try test.archive.planPurge(today: day("2025-12-25")).items.count == 6)
    #expect(failure { _ = try test.archive.planPurge(today: day("2025-12-26")) } == .clockAhead)
    let plan = try test.archive.planPurge(today: day("2025-12-26"), isClockConfirmed: true)
    #expect(failure { try test.archive.purge(code: plan.code, today: day("2025-12-26")) } == .clockAhead)
    try test.archive.purge(code: plan.code, today: day("2025-12-26"), isClockConfirmed: true)
    #expect(failure { _ = try test.archive.planPurge(today: day("2025-12-25")) } == .clockBack)
    // Storing with a clock far ahead is not believed; one a little ahead is.
    try test.archive.store(note(1, of: "KSA-1-2025-0011"), today: day("2099-01-01"))
    #expect(try test.archive.lastDaySeen() == day("2025-12-26"))
    try test.archive.store(note(2, of: "KSA-1-2025-0011"), today: day("2026-01-20"))
    #expect(try test.archive.lastDaySeen() == day("2026-01-20"))
    try test.archive.confirmClock(today: day("2025-12-30"))
    #expect(try test.archive.planPurge(today: day("2025-12-30")).items.isEmpty)
  }

  @Test func `A log is kept for three years, and its chain goes on`() throws {
    let test = try TestArchive(today: day("2022-11-20"))
    func run(_ iso: String, _ number: String) throws {
      try test.archive.store(note(1, of: number, on: day("2020-01-10")), today: day(iso))
      try test.archive.close(number, on: day("2020-02-01"), reason: "ziel_erreicht", today: day(iso))
      let plan = try test.archive.planPurge(today: day(iso), isClockConfirmed: true)
      try test.archive.purge(code: plan.code, today: day(iso), isClockConfirmed: true)
    }
    try run("2022-11-20", "KSA-1-2020-0001")
    try run("2025-11-20", "KSA-1-2020-0002")
    #expect(test.archive.deletionLog.records.map(\.number) == [1, 2, 3, 4])
    try run("2025-11-21", "KSA-1-2020-0003")
    #expect(test.archive.deletionLog.records.map(\.number) == [3, 4, 5, 6])
    let again = try test.reopened()
    #expect(try again.verify().problems == [] && again.deletionLog == test.archive.deletionLog)
  }

  @Test func `A longer schedule takes entries off the list, a shorter one puts none on it`() throws {
    let test = try TestArchive(today: Self.today)
    try test.archive.store(note(1, on: day("2024-01-10")), today: Self.today)
    try test.archive.close("KSA-2-2025-0147", on: day("2024-03-31"), reason: "ziel_erreicht", today: Self.today)
    let longer = try libraryWith(period: "P2Y")
    let archive = try Archive.open(test.place, with: passphrase(rightPassphrase), library: longer)
    #expect(try archive.planPurge(today: Self.today).items.isEmpty)
    #expect(try archive.entries()[1].due == day("2026-04-01"))
    let shorter = try libraryWith(period: "P6M")
    let third = try Archive.open(test.place, with: passphrase(rightPassphrase), library: shorter)
    #expect(try third.planPurge(today: Self.today).items.isEmpty)
    #expect(try third.recomputeAll(shortening: false, today: Self.today) == 0)
    #expect(try third.recomputeAll(shortening: true, today: Self.today) == 2)
    #expect(try third.planPurge(today: Self.today).items.count == 2)
  }

  private func libraryWith(period: String) throws -> FormLibrary {
    let text = """
      <retention case="notizen"><event id="beendet_am" of="case" ends="true" label="Ende"/>
      <class id="D1" kind="notizen" label="Notizen" start="beendet_am" event="nach dem Ende" period="\(period)"
        action="delete" basis="Test"/></retention>
      """
    return try FormLibrary(files: [SourceFile(name: "retention.xml", bytes: Array(text.utf8))])
  }

  @Test func `Restricted data are hidden and deleted later`() throws {
    let text = """
      <retention case="notizen"><event id="beendet_am" of="case" ends="true" label="Ende"/>
      <class id="D1" kind="notizen" label="Notizen" start="beendet_am" event="nach dem Ende" period="P1Y"
        action="restrict" then="P2Y" basis="Test"/></retention>
      """
    let restricting = try FormLibrary(files: [SourceFile(name: "retention.xml", bytes: Array(text.utf8))])
    let test = try TestArchive(today: Self.today)
    let archive = try Archive.open(test.place, with: passphrase(rightPassphrase), library: restricting)
    try archive.store(note(1, on: day("2024-01-10")), today: Self.today)
    try archive.close("KSA-2-2025-0147", on: day("2024-03-31"), reason: "ziel_erreicht", today: Self.today)
    let plan = try archive.planPurge(today: Self.today)
    #expect(plan.items.map(\.act) == [.restrict])
    #expect(try archive.purge(code: plan.code, today: Self.today).isEmpty)
    #expect(try archive.entries().allSatisfy { $0.card.role == .caseFile })
    var query = Archive.Query()
    query.includesRestricted = true
    let paper = try #require(try archive.entries(query).first { $0.card.role == .paper })
    #expect(paper.due == day("2027-11-21") && paper.card.step == .restricted(Self.today))
    let later = try archive.planPurge(today: day("2027-11-21"), isClockConfirmed: true)
    #expect(later.items.map(\.act) == [.delete, .delete])
  }
}
