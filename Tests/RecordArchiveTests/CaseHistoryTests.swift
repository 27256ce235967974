import Files
import FormModel
import Glibc
import Testing

@testable import RecordArchive

/// Random histories of cases: what the archive says is due on a day is what an independent calculation says.
@Suite struct CaseHistoryTests {
  private typealias Date = HistoryModel.Date

  private enum Move: CaseIterable {
    case note, lateNote, lastNote, close, closeEarlier, reopen, hold, release, ask, answer, transfer, backUp, restore,
      wait
  }

  /// How many histories are lived; `Scripts/check-histories` wants more.
  private static let count = getenv("KISO_HISTORIES").flatMap { Int(String(cString: $0)) } ?? 30

  /// One history in the archives that it passes through.
  private struct Life {
    let number: String
    var model: HistoryModel
    var next = 1
    var copy: (model: HistoryModel, path: String)?
    var archive: Archive
  }

  @Test func `What is due on which day is what an independent calculation says, whatever happened to the case`() throws
  {
    var moves = 0
    for block in stride(from: 0, to: Self.count, by: 25) {
      let first = try TestArchive(isInMemory: true)
      let second = try TestArchive(isInMemory: true)
      for seed in block..<min(block + 25, Self.count) {
        var chance = Chance(seed + 7_000)
        var life = Life(
          number: "KSA-2-2021-\(seed)", model: HistoryModel(today: Date(year: 2021, month: 1, day: 5)),
          archive: try first.reopened())
        life.model.today = Date(year: 2021, month: 1, day: 5).advanced(chance.next(below: 400))
        try add(&life, late: 0, ends: false)
        for step in 0..<(6 + chance.next(below: 8)) {
          let move = Move.allCases[chance.next(below: Move.allCases.count)]
          let pick = chance.next(below: 1_000)
          life.model.today = life.model.today.advanced(pick % 47)
          let places = (mine: life.archive.place, other: life.archive.place == first.place ? second.place : first.place)
          try make(move, pick, &life, from: places.mine, to: places.other, first.path("kopie-\(seed)"))
          moves += 1
          let problem = try difference(life, pick)
          try #require(problem == nil, "history \(seed), step \(step), \(move): \(problem ?? "")")
        }
      }
    }
    #expect(moves > Self.count * 6)
  }

  // MARK: - Moves

  private func make(
    _ move: Move, _ pick: Int, _ life: inout Life, from place: ArchivePlace, to other: ArchivePlace, _ copy: String
  ) throws {
    let today = day(life.model.today.iso)
    switch move {
    case .note: try add(&life, late: 0, ends: false)
    case .lateNote: try add(&life, late: pick % 200, ends: false)
    case .lastNote: try add(&life, late: pick % 3, ends: true)
    case .close: try close(&life, on: life.model.today, today)
    case .closeEarlier: try close(&life, on: life.model.papers.map(\.day).max() ?? life.model.today, today)
    case .reopen:
      guard let end = life.model.end else {
        let code = failure { try life.archive.reopen(life.number, today: today) }
        #expect(code == .caseRunning)
        return
      }
      try life.archive.reopen(life.number, today: today)
      (life.model.ended, life.model.reopened) = (nil, max(end, life.model.today))
      life.model.settle()
    case .hold:
      try life.archive.hold(
        .caseNumber(life.number), reason: "beschwerde", review: day(life.model.today.later(months: 1).iso), today: today
      )
      life.model.isHeld = true
    case .release:
      try life.archive.release(.caseNumber(life.number), today: today)
      life.model.isHeld = false
    case .ask:
      let last = try life.archive.request(by: "Wer fragt", received: today, inCase: life.number, today: today)
      #expect(last.iso == life.model.today.later(months: 1).iso)
      life.model.isAsked = true
    case .answer where life.model.isAsked:
      try life.archive.answered("Wer fragt", inCase: life.number, today: today)
      life.model.isAsked = false
    case .answer: break
    case .transfer: try transfer(&life, to: other, today)
    case .backUp:
      unlink(copy)
      try life.archive.backUpData(to: copy)
      life.copy = (life.model, copy)
    case .restore:
      guard let saved = life.copy else { return }
      _ = try Archive.restore(
        data: saved.path, keys: nil, to: place, with: passphrase(rightPassphrase), as: "jw", library: library,
        today: today)
      life.archive = try Archive.open(place, with: passphrase(rightPassphrase), as: "jw", library: library)
      let now = life.model.today
      life.model = saved.model
      life.model.today = now
    case .wait: life.model.today = life.model.today.advanced(pick % 90)
    }
  }

  private func add(_ life: inout Life, late: Int, ends: Bool) throws {
    // As many days before as the note comes late, and never before the first of the calendar used here.
    var date = Date(year: 2020, month: 6, day: 1)
    let span = (0..<2_500).first { date.advanced($0 + late) >= life.model.today } ?? 0
    date = date.advanced(span)
    var paper = note(life.next, of: life.number, on: day(date.iso), content: "Inhalt \(life.next)")
    if ends {
      paper.events["beendet_am"] = day(date.iso)
      paper.reasons["beendet_am"] = "ziel_erreicht"
    }
    try life.archive.store(paper, today: day(life.model.today.iso))
    life.model.papers.append(
      HistoryModel.Paper(number: life.next, day: date, contact: date, end: ends ? date : nil, kept: nil))
    life.model.settle()
    life.next += 1
  }

  private func close(_ life: inout Life, on date: Date, _ today: Day) throws {
    var after = life.model
    (after.ended, after.reopened) = (date, nil)
    let isPossible = life.model.end == nil && date >= life.model.opened ?? date && after.end == date
    let code = failure {
      try life.archive.close(life.number, on: day(date.iso), reason: "ziel_erreicht", today: today)
    }
    if isPossible {
      #expect(code == nil)
      after.settle()
      life.model = after
    } else {
      #expect(code == (life.model.end == nil ? .input : .caseEnded))
    }
  }

  /// Hands the case over as a whole; the history goes on in the other archive.
  private func transfer(_ life: inout Life, to place: ArchivePlace, _ today: Day) throws {
    let other = try Archive.open(place, with: passphrase(rightPassphrase), as: "jw", library: library)
    let entries = try life.archive.entries(ofCase: life.number)
    let sent = try life.archive.sentCases(of: entries)
    let bundle = try life.archive.give(life.number, SealedBundle(items: []), to: other.recipientKey, today: today)
    let code = failure { try life.archive.release(.caseNumber(life.number), today: today) }
    #expect(code == .caseGiven)
    try other.together {
      for entry in entries where entry.card.role == .paper {
        var paper = note(entry.card.number ?? 0, of: life.number, on: entry.card.day, events: entry.card.events)
        paper.reasons = entry.card.reasons
        paper.carried = entry.card.sentEntry
        try other.store(paper, today: today)
      }
      for file in sent { try other.take(file, bundle: bundle.id, today: today) }
    }
    let receipt = try #require(bundle.receipt(on: today))
    #expect(try life.archive.finish(receipt, today: today).count == entries.count)
    // A copy of before belongs to the archive that has given the case away: it is destroyed there once more.
    (life.archive, life.copy) = (other, nil)
  }

  // MARK: - Comparing

  /// What the archive says otherwise than the model; nil for nothing.
  private func difference(_ life: Life, _ pick: Int) throws -> String? {
    let entries = try life.archive.entries(ofCase: life.number)
    for paper in life.model.papers {
      let entry = entries.first { $0.card.number == paper.number }
      let (has, wants) = (entry?.due?.iso ?? "–", paper.kept?.due.iso ?? "–")
      if has != wants { return "paper \(paper.number) is due \(has), not \(wants)" }
    }
    let file = entries.first { $0.card.role == .caseFile }
    if file?.due?.iso != life.model.file?.due.iso {
      return "case is due \(file?.due?.iso ?? "–"), not \(life.model.file?.due.iso ?? "–")"
    }
    if entries.count != life.model.papers.count + 1 { return "\(entries.count) entries" }
    if entries.contains(where: { $0.card.isHeld != life.model.isKept }) { return "held or not" }
    if try life.archive.facts(ofCase: life.number).ended?.iso != life.model.end?.iso { return "ended or not" }
    // The list of what is due, the plan and the reason ask the same place; a case that is overdue can be purged.
    for date in [life.model.today, life.model.today.advanced(pick % 800)] {
      // Histories of other years share the archive, so the clock is left out of it.
      let plan = try life.archive.write(today: nil) { (changes) throws(ArchiveFailure) in
        try changes.plan(onRequest: nil, today: day(date.iso))
      }
      let own = plan.items.compactMap(\.entry).filter { $0.card.caseNumber == life.number }
      let due = life.model.due(on: date)
      let isFileGoing = own.contains { $0.card.role == .caseFile }
      guard Set(own.compactMap(\.card.number)) == due.papers, isFileGoing == due.file else {
        return "on \(date.iso) \(own.map { $0.card.number ?? 0 }) go, not \(due.papers.sorted())"
      }
    }
    return nil
  }
}
