import Files
import FormModel
import Testing

@testable import RecordArchive

/// What was worked out of a case is kept for these entries, these rules and these eyes alone.
@Suite struct KeepingTests {
  static let today = day("2025-11-20")
  static let number = "KSA-2-2025-0147"
  static let other = "KSA-2-2025-0148"
  static let maker = Array("Formulare 7".utf8)
  static let result = Array("Markstein: offen ist die Rückmeldung".utf8)

  private func contents(_ archive: Archive, _ number: String = number) throws -> CaseContents {
    var contents = CaseContents()
    for entry in try archive.entries(ofCase: number) { contents.add(entry) }
    return contents
  }

  private func kept(_ archive: Archive, _ number: String = number, by maker: [UInt8] = maker) throws -> [UInt8]? {
    try archive.kept(of: contents(archive, number), by: maker)
  }

  /// Two cases of two papers each, copies in one of them, and something kept of it.
  private func filled() throws -> TestArchive {
    let test = try TestArchive(today: Self.today)
    for number in [Self.number, Self.other] {
      for paper in 1...2 { try test.archive.store(note(paper, of: number), today: Self.today) }
    }
    let copies = Filing.Copies(description: "Bescheid", pages: 2, day: Self.today)
    try test.archive.note(copies, ofCase: Self.number, today: Self.today)
    try test.archive.keep([(contents(test.archive), Self.result)], by: Self.maker)
    return test
  }

  @Test func `What was kept is there again in the next start`() throws {
    let test = try filled()
    #expect(try kept(test.archive) == Self.result)
    #expect(try kept(test.reopened()) == Self.result)
    #expect(try kept(test.archive, Self.other) == nil)
    #expect(try test.reopened().verify().problems == [])
  }

  @Test func `Another program or other declarations find nothing, and keep their own in its place`() throws {
    let test = try filled()
    let newer = Array("Formulare 8".utf8)
    #expect(try kept(test.archive, by: newer) == nil)
    try test.archive.keep([(contents(test.archive), [1, 2, 3])], by: newer)
    #expect(try kept(test.archive, by: newer) == [1, 2, 3])
    #expect(try kept(test.archive) == nil)
  }

  @Test func `Whatever changes in the case, nothing is kept of it any more`() throws {
    let changes: [(Archive) throws -> Void] = [
      { try $0.store(note(3), today: Self.today) },
      { try $0.store(note(1, content: "anderer Inhalt"), today: Self.today) },
      { try $0.close(Self.number, on: day("2025-10-01"), reason: "ziel_erreicht", today: Self.today) },
      {
        try $0.hold(
          .caseNumber(Self.number), reason: "beschwerde", review: day("2026-01-01"), today: Self.today)
      },
      { archive in
        let entry = try archive.entries(ofCase: Self.number).first { $0.card.role == .copies }
        _ = try archive.shredded(#require(entry).id, today: Self.today)
      },
    ]
    for change in changes {
      let test = try filled()
      try change(test.archive)
      #expect(try kept(test.archive) == nil)
      #expect(try test.archive.verify().problems == [])
    }
  }

  @Test func `Nothing is kept for a case that changed while it was worked out`() throws {
    let test = try filled()
    let before = try contents(test.archive)
    try test.archive.store(note(3), today: Self.today)
    try test.archive.keep([(before, Self.result)], by: Self.maker)
    #expect(try kept(test.archive) == nil)
    #expect(try test.archive.database.number("SELECT count(*) FROM kept") == 1)
  }

  @Test func `A changed bit, a box of another case or an older one gives nothing`() throws {
    let test = try filled()
    try test.archive.keep([(contents(test.archive, Self.other), Self.result)], by: Self.maker)
    let data = try Database(test.place.data)
    try data.run("UPDATE kept SET box = (SELECT box FROM kept ORDER BY row DESC LIMIT 1)")
    #expect(try kept(test.reopened()) == nil)
    #expect(try kept(test.reopened(), Self.other) == Self.result)
    let box = try data.statement("SELECT box FROM kept ORDER BY row DESC LIMIT 1")
    #expect(try box.step())
    let whole = box.blob(0)
    box.reset()
    for place in stride(from: 0, to: whole.count, by: 37) {
      var changed = whole
      changed[place] ^= 0x10
      try data.run("UPDATE kept SET box = ?", [.blob(changed)])
      #expect(try kept(test.reopened(), Self.other) == nil)
    }
    try data.run("UPDATE kept SET box = x''")
    #expect(try kept(test.reopened(), Self.other) == nil)
    try data.run("DELETE FROM kept")
    #expect(try kept(test.reopened(), Self.other) == nil)
    #expect(try test.reopened().verify().problems == [])
  }

  @Test func `Neither text nor length is to be seen in the file`() throws {
    let test = try filled()
    #expect(try !String(decoding: bytes(of: test.place.data), as: UTF8.self).contains("Markstein"))
    try test.archive.keep([(contents(test.archive, Self.other), [])], by: Self.maker)
    #expect(try test.archive.database.number("SELECT count(DISTINCT length(box)) FROM kept") == 1)
  }

  @Test func `Once one entry of a case is deleted, an old backup tells nothing that was worked out of it`() throws {
    let test = try filled()
    let backup = test.path("sicherung.kiso")
    try test.archive.backUpData(to: backup)
    let before = try contents(test.archive)
    let copies = try #require(test.archive.entries(ofCase: Self.number).first { $0.card.role == .copies })
    try test.archive.shredded(copies.id, today: Self.today)
    #expect(try test.archive.database.number("SELECT count(*) FROM kept") == 0)
    // The rows of then, with the keys of now.
    let rows = try Database(backup).statement("SELECT id, box FROM kept")
    #expect(try rows.step())
    try test.archive.database.run(
      "INSERT INTO kept (id, box) VALUES (?, ?)", [.blob(rows.blob(0)), .blob(rows.blob(1))])
    rows.reset()
    #expect(try test.archive.kept(of: before, by: Self.maker) == nil)
  }

  @Test func `A backup that is taken in brings nothing that was worked out`() throws {
    let test = try filled()
    let backup = test.path("sicherung.kiso")
    try test.archive.backUpData(to: backup)
    _ = try Archive.restore(
      data: backup, keys: nil, to: test.place, with: passphrase(rightPassphrase), library: library, today: Self.today)
    let archive = try test.reopened()
    #expect(try archive.database.number("SELECT count(*) FROM kept") == 0)
    try archive.keep([(contents(archive), Self.result)], by: Self.maker)
    #expect(try kept(archive) == Self.result)
  }
}
