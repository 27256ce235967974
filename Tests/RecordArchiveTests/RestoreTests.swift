import Files
import FormModel
import Glibc
import Testing

@testable import RecordArchive

/// Backups: what was deleted stays deleted, what was kept comes back.
@Suite struct RestoreTests {
  static let today = day("2025-11-20")
  static let old = "KSA-1-2024-0001"
  static let running = "KSA-1-2025-0009"

  private func archive() throws -> TestArchive {
    let test = try TestArchive(today: Self.today)
    try test.archive.store(note(1, of: Self.old, on: day("2024-01-10"), content: "wird geloescht"), today: Self.today)
    try test.archive.store(note(1, of: Self.running, content: "bleibt"), today: Self.today)
    try test.archive.close(Self.old, on: day("2024-03-31"), reason: "ziel_erreicht", today: Self.today)
    return test
  }

  private func purge(_ archive: Archive) throws {
    let plan = try archive.planPurge(today: Self.today)
    #expect(plan.items.count == 2)
    try archive.purge(code: plan.code, today: Self.today)
  }

  private func restore(_ test: borrowing TestArchive, data: String?, keys: String?) throws -> Archive.Restoration {
    try Archive.restore(
      data: data, keys: keys, to: test.place, with: passphrase(rightPassphrase), library: library, today: Self.today)
  }

  @Test func `An older backup of the data with today's keys: kept entries open, deleted ones do not`() throws {
    let test = try archive()
    let backup = test.path("sicherung.kiso")
    try test.archive.backUpData(to: backup)
    let ids = try test.archive.entries().map(\.id)
    try purge(test.archive)
    let keys = test.archive.keyring.keys
    let kept = Set(try test.archive.entries().map(\.id))
    for id in ids { #expect(keys.contains(id) == kept.contains(id)) }
    // Put in place by hand, without our knowing: what was deleted goes again at once.
    let place = ArchivePlace(data: backup, keys: test.path("kopie.schluessel"))
    try AtomicFile.write(bytes(of: test.place.keys), to: place.keys)
    let opened = try Archive.open(place, with: passphrase(rightPassphrase), library: library)
    #expect(Set(try opened.entries().map(\.id)) == kept)
    #expect(try text(opened.entries(ofCase: Self.running)[1], in: opened) == "bleibt")
    #expect(try opened.verify().problems == [])
  }

  @Test func `Older data put in place by hand need not have what was stored and deleted since`() throws {
    let test = try archive()
    let backup = test.path("sicherung.kiso")
    try test.archive.backUpData(to: backup)
    try purge(test.archive)
    let late = "KSA-1-2025-0077"
    try test.archive.store(note(1, of: late, content: "kam danach"), today: Self.today)
    let plan = try test.archive.planPurge(onRequest: late, today: Self.today)
    #expect(try test.archive.purge(onRequest: late, code: plan.code, today: Self.today).count == 2)
    let place = ArchivePlace(data: backup, keys: test.path("kopie.schluessel"))
    try AtomicFile.write(bytes(of: test.place.keys), to: place.keys)
    let opened = try Archive.open(place, with: passphrase(rightPassphrase), library: library)
    #expect(Set(try opened.entries().map(\.card.caseNumber)) == [Self.running])
    #expect(opened.deletionLog.records.count == 4)
    #expect(try opened.storedLog() == opened.deletionLog && opened.verify().problems == [])
    // No row of what the log names is left, readable or not.
    for record in opened.deletionLog.records {
      let rows = try opened.database.statement(
        "SELECT (SELECT count(*) FROM entry WHERE id = ?1) + (SELECT count(*) FROM part WHERE id = ?1)")
      try rows.bind([.id(record.id)])
      #expect(try rows.step() && rows.int(0) == 0)
      rows.reset()
    }
  }

  @Test func `Restoring data deletes again what was deleted since`() throws {
    let test = try archive()
    let backup = test.path("sicherung.kiso")
    try test.archive.backUpData(to: backup)
    try purge(test.archive)
    let late = try test.archive.store(note(2, of: Self.running, content: "nach der Sicherung"), today: Self.today)
    let result = try restore(test, data: backup, keys: nil)
    #expect(result.deletedAgain == 2 && result.entries == 2 && result.withoutKey == 0 && result.damaged == nil)
    #expect(result.strayKeys == 1)
    let again = try test.reopened()
    #expect(Set(try again.entries().map(\.card.caseNumber)) == [Self.running])
    #expect(failure { _ = try again.entry(late.description) } == .unknownEntry)
    #expect(try again.verify().problems == [])
    // The key of what came after the backup is kept for thirty days, and given to nobody else.
    #expect(again.keyring.keys.items.first { $0.id == late }?.state == .stray)
    #expect(try again.planPurge(today: day("2025-12-19")).items.isEmpty)
    let plan = try again.planPurge(today: day("2025-12-20"))
    #expect(plan.items.contains { $0.id == late && $0.act == .destroyStrayKey })
    let records = try again.purge(code: plan.code, today: day("2025-12-20"))
    #expect(records.first { $0.id == late }?.act == .strayKey && !again.keyring.keys.contains(late))
    #expect(again.deletionLog.records.count == 2 + plan.items.count)
  }

  @Test func `A newer backup still opens after an older one was restored by mistake`() throws {
    let test = try archive()
    let (older, newer) = (test.path("1.kiso"), test.path("2.kiso"))
    try test.archive.backUpData(to: older)
    let late = try test.archive.store(note(2, of: Self.running, content: "später"), today: Self.today)
    try test.archive.backUpData(to: newer)
    _ = try restore(test, data: older, keys: nil)
    let between = try test.reopened().store(note(3, of: Self.running, content: "dazwischen"), today: Self.today)
    #expect(between != late)
    _ = try restore(test, data: newer, keys: nil)
    let again = try test.reopened()
    #expect(try text(again.entry(late.description), in: again) == "später")
    #expect(try again.verify().problems == [])
  }

  @Test func `Restoring an old keyring brings back no key of what was deleted`() throws {
    let test = try archive()
    let backup = test.path("sicherung.schluessel")
    try test.archive.backUpKeys(to: backup)
    let gone = try test.archive.entries(ofCase: Self.old).map(\.id)
    try purge(test.archive)
    let before = test.archive.deletionLog
    unlink(test.place.keys)
    #expect(failure { _ = try test.reopened() } == .keysMissing)
    let result = try restore(test, data: nil, keys: backup)
    #expect(result.withoutKey == 0 && result.entries == 2)
    let again = try test.reopened()
    #expect(gone.allSatisfy { !again.keyring.keys.contains($0) })
    #expect(again.deletionLog == before)
    #expect(try again.verify().problems == [])
  }

  @Test func `On a new machine both backups make the archive again, and nothing deleted comes back`() throws {
    let test = try archive()
    let (data, keys) = (test.path("sicherung.kiso"), test.path("sicherung.schluessel"))
    try test.archive.backUpData(to: data)
    try purge(test.archive)
    try test.archive.backUpKeys(to: keys)
    unlink(test.place.data)
    unlink(test.place.keys)
    #expect(failure { _ = try restore(test, data: nil, keys: keys) } == .missing)
    let result = try restore(test, data: data, keys: keys)
    #expect(result.entries == 2 && result.deletedAgain == 2)
    let again = try test.reopened()
    #expect(Set(try again.entries().map(\.card.caseNumber)) == [Self.running])
    #expect(try again.verify().problems == [])
    #expect(again.deletionLog.records.count == 2)
  }

  @Test func `Both backups from before a deletion: it is due again and goes again`() throws {
    let test = try archive()
    let (data, keys) = (test.path("sicherung.kiso"), test.path("sicherung.schluessel"))
    try test.archive.backUpData(to: data)
    try test.archive.backUpKeys(to: keys)
    try purge(test.archive)
    unlink(test.place.data)
    unlink(test.place.keys)
    _ = try restore(test, data: data, keys: keys)
    try purge(try test.reopened())
  }

  @Test func `A damaged data file is put aside and replaced`() throws {
    let test = try archive()
    let backup = test.path("sicherung.kiso")
    try test.archive.backUpData(to: backup)
    try AtomicFile.write(Array(bytes(of: test.place.data).prefix(5_000)), to: test.place.data)
    let result = try restore(test, data: backup, keys: nil)
    #expect(result.damaged == test.place.data + ".beschaedigt" && result.entries == 4)
    #expect(try test.reopened().verify().problems == [])
  }

  @Test func `A damaged backup changes nothing`() throws {
    let test = try archive()
    let backup = test.path("sicherung.kiso")
    try test.archive.backUpData(to: backup)
    var content = try bytes(of: backup)
    content[content.count - 3_000] ^= 0x10
    try AtomicFile.write(content, to: backup)
    let before = [try bytes(of: test.place.data), try bytes(of: test.place.keys)]
    #expect(failure { _ = try restore(test, data: backup, keys: nil) } == .damaged)
    let other = try TestArchive()
    try other.archive.backUpData(to: test.path("fremd.kiso"))
    try other.archive.backUpKeys(to: test.path("fremd.schluessel"))
    #expect(failure { _ = try restore(test, data: test.path("fremd.kiso"), keys: nil) } == .mixedUp)
    #expect(failure { _ = try restore(test, data: nil, keys: test.path("fremd.schluessel")) } == .mixedUp)
    #expect(failure { _ = try restore(test, data: test.place.data, keys: nil) } == .exists)
    #expect(failure { _ = try restore(test, data: test.path("fehlt"), keys: nil) } == .missing)
    #expect([try bytes(of: test.place.data), try bytes(of: test.place.keys)] == before)
  }

  @Test func `A backup does not overwrite the archive itself`() throws {
    let test = try archive()
    #expect(failure { try test.archive.backUpData(to: test.place.data) } == .exists)
    #expect(failure { try test.archive.backUpKeys(to: test.place.data) } == .exists)
    #expect(failure { try test.archive.backUpData(to: test.place.keys) } == .exists)
    #expect(try test.archive.verify().problems == [])
  }

  @Test func `A backup is byte for byte a whole archive`() throws {
    let test = try archive()
    let place = ArchivePlace(data: test.path("a.kiso"), keys: test.path("a.schluessel"))
    try test.archive.backUpData(to: place.data)
    try test.archive.backUpKeys(to: place.keys)
    let copy = try Archive.open(place, with: passphrase(rightPassphrase), library: library)
    #expect(try copy.verify().problems == [] && copy.entries() == test.archive.entries())
  }
}
