import Files
import FormModel
import Glibc
import Testing

@testable import RecordArchive

/// Who can open the archive, and what of it outlives a change.
@Suite struct KeyringTests {
  @Test func `Several people open it, each with their own passphrase`() throws {
    let test = try TestArchive()
    try test.archive.store(note(1), today: day("2025-11-20"))
    try test.archive.add(NewAccess(label: "MT", credential: passphrase("noch eine andere Phrase"), cost: cheap))
    let second = try test.reopened("noch eine andere Phrase")
    #expect(second.personLabel == "MT" && second.personNumber == 2)
    #expect(try second.entries().count == 2)
    #expect(second.people.map(\.label) == ["jw", "MT"] && second.people.map(\.isCurrent) == [false, true])
    #expect(try test.reopened("noch eine andere Phrase", as: "mt").personLabel == "MT")
    #expect(failure { _ = try test.reopened("noch eine andere Phrase", as: "jw") } == .denied)
    #expect(failure { _ = try test.reopened(as: "xy") } == .unknownPerson)
    #expect(
      failure {
        try test.archive.add(NewAccess(label: "mt", credential: passphrase("lang genug ist das"), cost: cheap))
      } == .personExists)
  }

  @Test func `Who was removed cannot open it any more, nor anything new with an old keyring`() throws {
    let test = try TestArchive()
    try test.archive.add(NewAccess(label: "MT", credential: passphrase("noch eine andere Phrase"), cost: cheap))
    try test.archive.store(note(1, content: "vorher"), today: day("2025-11-20"))
    let old = ArchivePlace(data: test.path("alt.kiso"), keys: test.path("alt.schluessel"))
    try AtomicFile.write(bytes(of: test.place.keys), to: old.keys)
    let inbox = test.archive.recipientKey
    try test.archive.remove(person: "mt")
    let id = try test.archive.store(note(2, content: "nachher"), today: day("2025-11-20"))
    #expect(failure { _ = try test.reopened("noch eine andere Phrase") } == .denied)
    #expect(test.archive.recipientKey != inbox)
    // With the keyring kept from before, and today's data.
    try test.archive.backUpData(to: old.data)
    #expect(
      failure { _ = try Archive.open(old, with: passphrase("noch eine andere Phrase"), library: library) } == .keysOlder
    )
    let kept = try KeyringFile(bytes(of: old.keys), path: "").unlock(
      passphrase("noch eine andere Phrase"), label: nil, path: "")
    #expect(!kept.keyring.keys.contains(id))
    #expect(try test.reopened().verify().problems == [])
    #expect(failure { try test.archive.remove(person: "jw") } == .lastPerson)
    #expect(failure { try test.archive.remove(person: "mt") } == .unknownPerson)
  }

  @Test func `A new passphrase takes the place of the old one`() throws {
    let test = try TestArchive()
    try test.archive.change(passphrase("ein neues langes Kennwort"), cost: cheap)
    #expect(failure { _ = try test.reopened() } == .denied)
    let again = try test.reopened("ein neues langes Kennwort")
    #expect(again.personNumber == 1 && again.personLabel == "jw")
    // The archive that changed it goes on working.
    try test.archive.store(note(1), today: day("2025-11-20"))
    try again.store(note(2), today: day("2025-11-20"))
    #expect(try test.archive.entries().count == 3)
    #expect(failure { try test.archive.change(passphrase("zu kurz"), cost: cheap) } == .weak)
  }

  @Test func `An access file opens it too`() throws {
    let test = try TestArchive()
    let file = test.path("zugang")
    try test.archive.add(
      NewAccess(label: "Tresor", credential: .accessFile(try AccessFile.make(at: file)), cost: cheap))
    let archive = try Archive.open(test.place, with: .accessFile(try AccessFile.read(file)), library: library)
    #expect(archive.personLabel == "Tresor" && archive.people[1].usesAccessFile)
    #expect(failure { _ = try AccessFile.make(at: file) } == .exists)
    var content = try bytes(of: file)
    content[20] = content[20] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
    try AtomicFile.write(content, to: file)
    #expect(
      failure { _ = try Archive.open(test.place, with: .accessFile(try AccessFile.read(file)), library: library) }
        == .denied)
    try AtomicFile.write(Array("irgendetwas".utf8), to: file)
    #expect(failure { _ = try AccessFile.read(file) } == .denied)
  }

  @Test func `A process that is open while another changes the keyring goes on with the new one`() throws {
    let test = try TestArchive()
    let other = try test.reopened()
    try test.archive.add(NewAccess(label: "MT", credential: passphrase("noch eine andere Phrase"), cost: cheap))
    try test.archive.remove(person: "MT")
    try other.store(note(1), today: day("2025-11-20"))
    try test.archive.store(note(2), today: day("2025-11-20"))
    #expect(try test.reopened().verify().problems == [])
    #expect(try other.entries().count == 3)
  }

  @Test func `A keyring put back by hand is refused`() throws {
    let test = try TestArchive()
    let old = try bytes(of: test.place.keys)
    try test.archive.add(NewAccess(label: "MT", credential: passphrase("noch eine andere Phrase"), cost: cheap))
    try AtomicFile.write(old, to: test.place.keys)
    #expect(failure { _ = try test.reopened() } == .keysOlder)
  }

  @Test func `Keys that are gone leave no trace in the file`() throws {
    let test = try TestArchive()
    let id = try test.archive.store(note(1, on: day("2024-01-10")), today: day("2025-11-20"))
    let key = try #require(test.archive.keyring.keys.withKey(of: id) { Array($0) })
    try test.archive.close("KSA-2-2025-0147", on: day("2024-02-01"), reason: "kein_bedarf", today: day("2025-11-20"))
    let plan = try test.archive.planPurge(today: day("2025-11-20"))
    try test.archive.purge(code: plan.code, today: day("2025-11-20"))
    let body = test.archive.keyring.body().withBytes { Array($0) }
    #expect(!body.indices.contains { body[$0...].starts(with: key) })
    #expect(test.names == ["ablage.kiso", "ablage.schluessel"])
  }

  @Test func `The old keyring is zeros when a deletion has replaced it, and not only without a name`() throws {
    let test = try TestArchive()
    try test.archive.store(note(1, on: day("2024-01-10")), today: day("2025-11-20"))
    try test.archive.close("KSA-2-2025-0147", on: day("2024-02-01"), reason: "kein_bedarf", today: day("2025-11-20"))
    let plan = try test.archive.planPurge(today: day("2025-11-20"))
    let old = open(test.place.keys, O_RDONLY)
    defer { close(old) }
    try test.archive.purge(code: plan.code, today: day("2025-11-20"))
    var content = [UInt8](repeating: 0xFF, count: 1 << 20)
    let count = content.withUnsafeMutableBytes { pread(old, $0.baseAddress, $0.count, 0) }
    #expect(count > 1_000 && content.prefix(max(0, count)).allSatisfy { $0 == 0 })
  }

  @Test func `What a crash left of a replacement is erased at the next opening`() throws {
    let test = try TestArchive()
    try AtomicFile.write(Array("alter Schlüsselbund".utf8), to: test.place.keys + ".neu")
    _ = try test.reopened()
    #expect(test.names == ["ablage.kiso", "ablage.schluessel"])
  }
}
