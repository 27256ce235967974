import Files
import FormModel
import Glibc
import Testing

@testable import RecordArchive

/// What is left of a thousand entries after their deletion: nothing, not even their ciphertext.
@Suite struct RemnantTests {
  static let today = day("2025-11-20")

  /// A hundred ended cases of ten papers, each with the marker wherever text can stand, and one case that runs.
  private func archive() throws -> TestArchive {
    let test = try TestArchive(today: Self.today, isInMemory: true)
    for number in 1...100 {
      let caseNumber = "KSA-1-2023-" + String(10_000 + number).dropFirst()
      for index in 1...9 {
        var paper = note(
          index, of: caseNumber, on: day("2023-01-10"), content: "<inhalt>Markstein \(index)</inhalt>",
          names: ["Markstein Nr\(number)"])
        paper.title = "Markstein"
        if index == 9 { paper.events["beendet_am"] = day("2023-03-31") }
        if index == 9 { paper.reasons["beendet_am"] = "ziel_erreicht" }
        try test.archive.store(paper, today: Self.today)
      }
    }
    for index in 1...20 { try test.archive.store(note(index, content: "bleibt \(index)"), today: Self.today) }
    return test
  }

  /// Eight bytes out of each box of the entries, in the middle, where random bytes stand.
  private func samples(_ archive: Archive, _ ids: Set<EntryID>) throws -> Set<UInt64> {
    var samples: Set<UInt64> = []
    for query in ["SELECT id, card FROM entry", "SELECT id, box FROM part"] {
      let rows = try archive.database.statement(query)
      defer { rows.reset() }
      while try rows.step() {
        guard let id = EntryID(bytes: rows.blob(0)), ids.contains(id) else { continue }
        rows.withBlob(1) { box in
          _ = samples.insert(box.loadUnaligned(fromByteOffset: box.count / 2, as: UInt64.self))
        }
      }
    }
    return samples
  }

  /// How many of the samples occur in a file, wherever they stand.
  private func found(_ samples: Set<UInt64>, in path: String) throws -> Int {
    try bytes(of: path).withUnsafeBytes { content in
      var found: Set<UInt64> = []
      for offset in 0..<max(0, content.count - 7) {
        let value = content.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if samples.contains(value) { found.insert(value) }
      }
      return found.count
    }
  }

  @Test func `A purge of a thousand leaves neither text nor ciphertext nor key`() throws {
    let test = try archive()
    let older = test.path("aeltere.kiso")
    try test.archive.backUpData(to: older)
    let plan = try test.archive.planPurge(today: Self.today)
    #expect(plan.items.count == 1_000)
    let ids = Set(plan.items.map(\.id))
    let samples = try samples(test.archive, ids)
    #expect(samples.count == 1_900)
    #expect(try found(samples, in: test.place.data) == 1_900)
    let keys = ids.compactMap { id in test.archive.keyring.keys.withKey(of: id) { $0.loadUnaligned(as: UInt64.self) } }
    #expect(keys.count == 1_000)
    try test.archive.purge(code: plan.code, today: Self.today)
    try test.archive.backUpData(to: test.path("spaetere.kiso"))
    try test.archive.backUpKeys(to: test.path("spaetere.schluessel"))
    let names = test.names.filter { $0 != "aeltere.kiso" }
    #expect(names == ["ablage.kiso", "ablage.schluessel", "spaetere.kiso", "spaetere.schluessel"])
    for name in names {
      #expect(try found(samples.union(keys), in: test.path(name)) == 0, "\(name)")
      #expect(try !String(decoding: bytes(of: test.path(name)), as: UTF8.self).contains("Markstein"), "\(name)")
    }
    // Nor in what the keyring holds once it is open.
    #expect(ids.allSatisfy { !test.archive.keyring.keys.contains($0) })
    #expect(test.archive.keyring.log.records.count == 1_000)

    // The older backup, opened with today's keys: everything that was kept, nothing that was deleted.
    let copy = ArchivePlace(data: test.path("kopie.kiso"), keys: test.path("spaetere.schluessel"))
    try AtomicFile.write(bytes(of: older), to: copy.data)
    let opened = try Archive.open(copy, with: passphrase(rightPassphrase), library: library)
    let kept = try opened.entries()
    #expect(kept.count == 21 && kept.allSatisfy { !ids.contains($0.id) })
    for entry in kept where entry.card.role == .paper {
      #expect(try text(entry, in: opened)?.hasPrefix("bleibt ") == true)
    }

    // And a restore deletes again what was deleted since.
    let result = try Archive.restore(
      data: older, keys: nil, to: test.place, with: passphrase(rightPassphrase), library: library, today: Self.today)
    #expect(result.deletedAgain == 1_000 && result.entries == 21)
    #expect(try found(samples, in: test.place.data) == 0)
    let again = try test.reopened()
    #expect(try again.entries().count == 21 && again.verify().problems == [])
    #expect(try again.planPurge(today: Self.today).items.isEmpty)
  }
}
