import Files
import FormModel
import Testing

@testable import RecordArchive

/// An archive as kiso made it in November 2026, before there were circles of people.
///
/// One case, held, with a note in two versions; four lines of the deletion log; two access files; a sealed bundle.
@Suite struct OldArchiveTests {
  private let fixture = FilePath.joining(FilePath.parent(of: #filePath), "Fixtures/Ablage-2026-11")

  private func access(_ name: String) throws -> Credential {
    .accessFile(try AccessFile.read(FilePath.joining(fixture, name)))
  }

  private func copy(into folder: borrowing PrivateDirectory) throws -> ArchivePlace {
    let place = ArchivePlace(data: folder.path(of: "ablage.kiso"))
    for (name, path) in [("ablage.kiso", place.data), ("ablage.schluessel", place.keys)] {
      try AtomicFile.write(bytes(of: FilePath.joining(fixture, name)), to: path)
    }
    return place
  }

  @Test func `An archive of today is opened, and carried forward by one command`() throws {
    let folder = try PrivateDirectory()
    let place = try copy(into: folder)
    let archive = try Archive.open(place, with: access("zugang"), library: library)
    let entries = try archive.entries()
    #expect(entries.map(\.card.caseNumber) == ["KSA-4-2025-0203", "KSA-4-2025-0203"])
    #expect(entries.allSatisfy(\.card.isHeld) && entries[1].card.edition == 2)
    #expect(archive.deletionLog.records.count == 4 && archive.people.map(\.label) == ["jw", "mt"])
    #expect(try archive.verify().problems == [] && archive.isRenewalUnfinished)
    let bundle = try bytes(of: FilePath.joining(fixture, "eingang.kisopost"))
    #expect(try archive.open(bundle: bundle).items.count == 1)
    let content = try text(entries[1], in: archive)
    try archive.renew()
    for name in ["zugang", "zugang-mt"] {
      let again = try Archive.open(place, with: access(name), library: library)
      #expect(try again.verify().problems == [] && !again.isRenewalUnfinished)
      #expect(try again.entries().map(\.card) == entries.map(\.card) && again.deletionLog == archive.deletionLog)
      #expect(try text(again.entries()[1], in: again) == content && content != nil)
      #expect(try again.open(bundle: bundle).items.count == 1)
    }
    // The keyring of before opens nothing of it any more.
    let old = ArchivePlace(data: place.data, keys: FilePath.joining(fixture, "ablage.schluessel"))
    #expect(failure { _ = try Archive.open(old, with: access("zugang"), library: library) } == .keysOlder)
    // A backup of then comes back with today's keyring.
    _ = try Archive.restore(
      data: FilePath.joining(fixture, "ablage.kiso"), keys: nil, to: place, with: access("zugang"),
      library: library, today: day("2026-11-30"))
    let restored = try Archive.open(place, with: access("zugang"), library: library)
    #expect(try text(restored.entries()[1], in: restored) == content && restored.verify().problems == [])
  }

  @Test func `Without being carried forward it is stored to as well`() throws {
    let folder = try PrivateDirectory()
    let place = try copy(into: folder)
    try Archive.open(place, with: access("zugang"), library: library).store(note(9), today: day("2026-11-30"))
    let again = try Archive.open(place, with: access("zugang-mt"), library: library)
    #expect(try again.entries().count == 4 && again.verify().problems == [])
  }

  @Test func `A file that kept nothing of its cases is given room for it`() throws {
    let folder = try PrivateDirectory()
    let place = try copy(into: folder)
    do {
      let data = try Database(place.data)
      try data.run("DROP TABLE kept")
      try data.run("PRAGMA user_version = 2")
    }
    let archive = try Archive.open(place, with: access("zugang"), library: library)
    #expect(try archive.verify().problems == [] && archive.database.number("SELECT count(*) FROM kept") == 0)
  }
}
