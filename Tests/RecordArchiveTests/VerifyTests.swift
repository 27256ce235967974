import Files
import FormModel
import Glibc
import Testing

@testable import RecordArchive

/// Every damaged byte is noticed, and so is what somebody who can write the files may try.
@Suite struct VerifyTests {
  /// A fixed sequence, so that a failure can be repeated.
  private struct Sequence {
    var state: UInt64
    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  private func filled() throws -> TestArchive {
    let test = try TestArchive(isInMemory: true)
    for number in 1...40 {
      let content = String(repeating: "Inhalt \(number) ", count: number * 30)
      try test.archive.store(
        note(
          number % 7, of: "KSA-2-2025-00\(10 + number / 7)",
          on: day(number < 7 ? "2024-01-1\(number)" : "2025-09-1\(number % 9)"), content: content),
        today: day("2025-11-20"))
    }
    try test.archive.close("KSA-2-2025-0010", on: day("2024-06-30"), reason: "ziel_erreicht", today: day("2025-11-20"))
    let plan = try test.archive.planPurge(today: day("2025-11-20"))
    #expect(plan.items.count == 7)
    try test.archive.purge(code: plan.code, today: day("2025-11-20"))
    return test
  }

  /// Whether looking at an archive finds something wrong, be it that it does not open at all.
  private func isNoticed(_ place: ArchivePlace) -> Bool {
    do {
      let archive = try Archive.open(place, with: passphrase(rightPassphrase), library: library, patience: 100)
      return try !archive.verify().problems.isEmpty
    } catch {
      return true
    }
  }

  @Test func `A thousand changed bytes, each noticed`() throws {
    let test = try filled()
    let data = try bytes(of: test.place.data)
    let keys = try bytes(of: test.place.keys)
    let copy = ArchivePlace(data: test.path("kopie.kiso"))
    try AtomicFile.write(data, to: copy.data)
    try AtomicFile.write(keys, to: copy.keys)
    #expect(!isNoticed(copy))
    var sequence = Sequence(state: 42)
    var missed: [String] = []
    for round in 0..<1_000 {
      // Each tenth in the keyring; the data are the larger file by far.
      let isKeys = round % 10 == 0
      let (path, content) = isKeys ? (copy.keys, keys) : (copy.data, data)
      let offset = sequence.next(below: content.count)
      let change = UInt8(1 + sequence.next(below: 255))
      try flip(path, at: offset, to: content[offset] ^ change)
      if !isNoticed(copy) { missed.append("\(path) \(offset)") }
      try flip(path, at: offset, to: content[offset])
    }
    #expect(missed == [])
    #expect(!isNoticed(copy))
  }

  private func flip(_ path: String, at offset: Int, to byte: UInt8) throws {
    let file = open(path, O_WRONLY)
    defer { close(file) }
    var byte = byte
    #expect(pwrite(file, &byte, 1, off_t(offset)) == 1)
  }

  @Test(arguments: [0, 1, 100, 4_095, 4_096, 8_192, -1, -4_096])
  func `A data file that is cut short is noticed`(_ length: Int) throws {
    let test = try filled()
    let data = try bytes(of: test.place.data)
    let copy = ArchivePlace(data: test.path("kopie.kiso"), keys: test.place.keys)
    try AtomicFile.write(Array(data.prefix(length < 0 ? data.count + length : length)), to: copy.data)
    #expect(isNoticed(copy))
  }

  /// What SQLite allows anybody who can write the file: rows changed, taken away, put back, with right checksums.
  @Test(arguments: [
    "UPDATE entry SET due = due + 365 WHERE due IS NOT NULL", "UPDATE entry SET due = 1",
    "UPDATE entry SET rule = 'D2'",
    "UPDATE entry SET kind = 'spe'", "UPDATE entry SET review = 20000", "UPDATE entry SET version = version + 1",
    "DELETE FROM entry WHERE id = (SELECT min(id) FROM entry)",
    "DELETE FROM part WHERE row = (SELECT min(row) FROM part)",
    "UPDATE deletion SET record = (SELECT record FROM deletion WHERE number = 1)",
    "UPDATE entry SET card = (SELECT card FROM entry ORDER BY id DESC LIMIT 1) WHERE id = (SELECT min(id) FROM entry)",
    "UPDATE part SET box = (SELECT box FROM part ORDER BY row DESC LIMIT 1) WHERE row = (SELECT min(row) FROM part)",
    "INSERT INTO part (id, number, box) SELECT id, 99, box FROM part LIMIT 1", "CREATE TABLE extra (x)",
    "UPDATE archive SET keyring = 999", "DROP INDEX entry_due",
  ])
  func `What somebody changes in the rows is noticed`(_ sql: String) throws {
    let test = try filled()
    let database = try Database(test.place.data)
    try database.run(sql)
    #expect(isNoticed(test.place), "\(sql)")
  }

  /// Not only `verify` notices: a row whose clear columns are others than those its card was sealed with gives nothing.
  @Test(arguments: ["due = due + 365", "due = NULL", "review = 20000", "rule = 'D2'", "kind = 'spe'", "version = 9"])
  func `A card opens beside the day, rule and kind it was sealed with and no others`(_ change: String) throws {
    let test = try TestArchive()
    try test.archive.store(note(1), today: day("2025-11-20"))
    try test.archive.close("KSA-2-2025-0147", on: day("2025-10-01"), reason: "kein_bedarf", today: day("2025-11-20"))
    #expect(try test.archive.entries().count == 2 && test.archive.unreadableCount() == 0)
    try Database(test.place.data).run("UPDATE entry SET \(change)")
    #expect(try test.archive.entries() == [] && test.archive.unreadableCount() == 2)
    #expect(try test.archive.planPurge(today: day("2026-10-20"), isClockConfirmed: true).items.isEmpty)
  }

  @Test func `A row put back after its deletion gives nothing and is reported`() throws {
    let test = try filled()
    let gone = try #require(test.archive.deletionLog.records.first).id
    let other = try #require(test.archive.entries().first)
    // Only the id matters: the key is gone, so no card can open.
    try Database(test.place.data).run(
      """
      INSERT INTO entry SELECT x'\(gone)', version, kind, rule, due, review, card, circle FROM entry
      WHERE id = x'\(other.id)'
      """)
    let problems = try test.archive.verify().problems
    #expect(problems.contains(.undeleted(gone)) && problems.contains(.keyMissing(gone)) && problems.contains(.seal))
    #expect(!problems.contains(.undeleted(other.id)))
  }

  /// It looks as a crash between keyring and data does, and is mended the same way.
  @Test(arguments: ["DELETE FROM deletion WHERE number > 5", "DELETE FROM deletion"])
  func `A log that somebody cut short in the data is completed from the keyring`(_ sql: String) throws {
    let test = try filled()
    let log = test.archive.deletionLog
    try Database(test.place.data).run(sql)
    let again = try test.reopened()
    #expect(try again.verify().problems == [] && again.storedLog() == log)
  }

  @Test func `An older row put back is noticed`() throws {
    let test = try TestArchive()
    let id = try test.archive.store(note(1, content: "alt"), today: day("2025-11-20"))
    let database = try Database(test.place.data)
    try database.run(
      "CREATE TEMP TABLE old_entry AS SELECT * FROM entry; CREATE TEMP TABLE old_part AS SELECT * FROM part")
    try test.archive.store(note(1, content: "neu"), today: day("2025-11-20"))
    try database.run("DELETE FROM part; INSERT INTO part SELECT * FROM old_part")
    #expect(failure { _ = try text(test.archive.entry(id.description), in: test.archive) } == .damaged)
    #expect(isNoticed(test.place))
    try database.run("DELETE FROM entry; INSERT INTO entry SELECT * FROM old_entry")
    #expect(isNoticed(test.place))
  }

  @Test func `Other files are not archives`() throws {
    let test = try TestArchive()
    let open = { (data: String, keys: String) in
      failure {
        _ = try Archive.open(
          ArchivePlace(data: data, keys: keys), with: passphrase(rightPassphrase), library: library, patience: 100)
      }
    }
    let junk = test.path("notiz.txt")
    try AtomicFile.write(Array(repeating: 0x41, count: 9_000), to: junk)
    let empty = test.path("leer")
    try AtomicFile.write([], to: empty)
    #expect(open(test.path("fehlt"), test.place.keys) == .missing)
    #expect(open(test.place.data, test.path("fehlt")) == .keysMissing)
    #expect(open(junk, test.place.keys) == .foreign)
    #expect(open(empty, test.place.keys) == .damaged)
    #expect(open(test.place.data, junk) == .keysForeign)
    #expect(open(test.place.data, empty) == .keysForeign)
    let other = try TestArchive()
    #expect(open(test.place.data, other.place.keys) == .mixedUp)
    #expect(open(other.place.data, test.place.keys) == .mixedUp)
    let plain = test.path("anderes.sqlite")
    _ = try Database(plain, .new).run("CREATE TABLE t (x)")
    #expect(open(plain, test.place.keys) == .foreign)
  }

  @Test func `A wrong passphrase is told from a damaged keyring`() throws {
    let test = try TestArchive()
    #expect(failure { _ = try test.reopened("falsch geraten hier") } == .denied)
    var keys = try bytes(of: test.place.keys)
    // In the middle of the sealed secret key of the only person.
    keys[40 + 100] ^= 1
    try AtomicFile.write(keys, to: test.place.keys)
    #expect(failure { _ = try test.reopened() } == .keysDamaged)
  }
}
