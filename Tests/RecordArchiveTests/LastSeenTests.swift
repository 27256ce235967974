import Files
import FormModel
import Glibc
import Testing

@testable import RecordArchive

/// Files put back by hand, and what the device remembers of them.
@Suite struct LastSeenTests {
  static let today = day("2025-11-20")
  static let number = "KSA-2-2025-0147"

  private func open(_ place: ArchivePlace) throws -> Archive {
    try Archive.open(place, with: passphrase(rightPassphrase), library: library)
  }

  private func place(_ test: borrowing TestArchive) -> ArchivePlace {
    ArchivePlace(data: test.place.data, keys: test.place.keys, memory: test.path("stand"))
  }

  @Test func `Yesterday's data file is noticed within one keyring: at opening, hold, close and storing`() throws {
    let test = try TestArchive()
    let place = place(test)
    try open(place).store(note(1), today: Self.today)
    let yesterday = try bytes(of: place.data)
    let archive = try open(place)
    try archive.hold(.caseNumber(Self.number), reason: "schutzauftrag", review: day("2026-02-01"), today: Self.today)
    let keys = try bytes(of: place.keys)
    try overwrite(place.data, yesterday)
    #expect(try bytes(of: place.keys) == keys)
    for change in [
      {
        try archive.hold(.caseNumber(Self.number), reason: "beschwerde", review: day("2026-02-01"), today: Self.today)
      },
      { try archive.close(Self.number, on: Self.today, reason: "kein_bedarf", today: Self.today) },
      { _ = try archive.store(note(2), today: Self.today) },
    ] as [() throws -> Void] { #expect(failure(change) == .dataOlder) }
    #expect(failure { _ = try open(place) } == .dataOlder)
    #expect(try bytes(of: place.data) == yesterday)
    // Nothing in the files themselves would tell.
    #expect(try test.reopened().entries().allSatisfy { !$0.card.isHeld })
  }

  @Test func `What was put back is taken in properly by restoring it`() throws {
    let test = try TestArchive()
    let place = place(test)
    try open(place).store(note(1), today: Self.today)
    let yesterday = test.path("gestern.kiso")
    try open(place).backUpData(to: yesterday)
    for number in 2...4 { try open(place).store(note(number), today: Self.today) }
    unlink(place.data)
    _ = try Archive.restore(
      data: yesterday, keys: nil, to: place, with: passphrase(rightPassphrase), library: library, today: Self.today)
    let archive = try open(place)
    #expect(try archive.entries().count == 2 && archive.verify().problems == [])
    try archive.store(note(2), today: Self.today)
    _ = try open(place)
  }

  @Test func `Both files put back are noticed by the device that went on with them, and by no other`() throws {
    let test = try TestArchive()
    let place = place(test)
    let before = [try bytes(of: place.data), try bytes(of: place.keys)]
    try open(place).add(NewAccess(label: "MT", credential: passphrase("noch eine andere Phrase"), cost: cheap))
    try overwrite(place.data, before[0])
    try AtomicFile.write(before[1], to: place.keys)
    #expect(failure { _ = try open(place) } == .dataOlder)
    let elsewhere = ArchivePlace(data: place.data, keys: place.keys, memory: test.path("anderswo"))
    #expect(try open(elsewhere).people.count == 1)
  }

  @Test func `What is remembered names nobody, and a torn or missing memory stops nothing`() throws {
    let test = try TestArchive()
    let place = place(test)
    try open(place).store(note(1), today: Self.today)
    let file = FilePath.joining(test.path("stand"), KeyText.hexadecimal(test.archive.keyring.archive))
    let content = try bytes(of: file)
    #expect(content.count == 108)
    var status = stat()
    #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(!content.indices.contains { content[$0...].starts(with: "Öztürk".utf8) })
    try AtomicFile.write(Array(content.prefix(60)), to: file)
    try open(place).store(note(2), today: Self.today)
    #expect(try bytes(of: file).count == 108)
    unlink(file)
    #expect(try open(place).entries().count == 3)
    #expect(try bytes(of: file).count == 108)
  }

  /// Under its own name and in its own place, as a copy over it does.
  private func overwrite(_ path: String, _ content: [UInt8]) throws {
    let file = Glibc.open(path, O_WRONLY | O_TRUNC)
    defer { close(file) }
    #expect(write(file, content, content.count) == content.count)
  }
}
