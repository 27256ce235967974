import Files
import FormModel
import Testing

@testable import RecordArchive

/// Random lives of an archive, with copies of its files taken at random moments.
@Suite struct AccessModelTests {
  static let today = day("2025-11-20")

  private func moves(_ seed: Int, _ count: Int) -> [(move: AccessModel.Move, pick: Int)] {
    var chance = Chance(seed)
    return (0..<count).map { _ in
      (AccessModel.Move.allCases[chance.next(below: AccessModel.Move.allCases.count)], chance.next(below: 1_000))
    }
  }

  @Test func `Nothing opens to whoever has only the keys of before, in a hundred thousand lives`() {
    var violations: [String] = []
    var opened = 0
    for seed in 0..<100_000 where violations.isEmpty {
      var model = AccessModel()
      for (move, pick) in moves(seed, 12) where model.allows(move) { model.make(move, pick) }
      violations += model.violations.map { "\(seed): \($0)" }
      for keys in model.keyCopies { for data in model.dataCopies { opened += AccessModel.opens(keys, data).count } }
    }
    #expect(violations == [])
    // It is not that nothing ever opens.
    #expect(opened > 10_000)
  }

  @Test func `The archive itself opens what the model says, and nothing else`() throws {
    var compared = 0
    for seed in 1...40 {
      let test = try TestArchive(isInMemory: true)
      var model = AccessModel()
      var archive = test.archive
      var ids: [Int: EntryID] = [:]
      for (move, pick) in moves(seed, 14) where model.allows(move) {
        let before = model
        model.make(move, pick)
        switch move {
        case .store: ids[before.next] = try archive.store(loose(before.next), today: Self.today)
        case .change: try archive.change(passphrase(phrase(model.phrase)), cost: cheap)
        case .add:
          try archive.add(NewAccess(label: "mt", credential: passphrase(phrase(model.phrase)), cost: cheap))
        case .remove: try archive.remove(person: "mt")
        case .purge:
          let gone = try #require(model.deleted.subtracting(before.deleted).first.flatMap { ids[$0] })
          _ = try archive.write(today: Self.today) { (changes) throws(ArchiveFailure) in
            let item = PurgePlan.Item(id: gone, act: .delete, entry: changes.index.entries[gone], isEarly: true)
            return try changes.destroy([item], act: .deleted, today: Self.today)
          }
        case .restore:
          let number = pick % before.dataCopies.count
          _ = try Archive.restore(
            data: test.path("daten-\(number)"), keys: nil, to: test.place,
            with: passphrase(phrase(model.people["jw"] ?? 0)), as: "jw", library: library, today: Self.today)
          archive = try test.reopened(phrase(model.people["jw"] ?? 0), as: "jw")
        case .copyKeys:
          try AtomicFile.write(bytes(of: test.place.keys), to: test.path("bund-\(before.keyCopies.count)"))
        case .copyData: try archive.backUpData(to: test.path("daten-\(before.dataCopies.count)"))
        }
      }
      for (k, keys) in model.keyCopies.enumerated() {
        let file = try KeyringFile(bytes(of: test.path("bund-\(k)")), path: "")
        for (label, number) in keys.people {
          let (keyring, person) = try file.unlock(passphrase(phrase(number)), label: label, path: "")
          for (d, data) in model.dataCopies.enumerated() {
            let open = try opened(test.path("daten-\(d)"), keyring, person, keys: test.path("bund-\(k)"))
            let said = Set(AccessModel.opens(keys, data).compactMap { ids[$0] })
            #expect(open == said, "seed \(seed), keys \(k) of \(label), data \(d)")
            compared += 1
          }
        }
        // A passphrase that was none at that moment opens nothing.
        for number in 0...model.phrase where !keys.people.values.contains(number) {
          #expect(failure { _ = try file.unlock(passphrase(phrase(number)), label: nil, path: "") } == .denied)
        }
      }
      #expect(try archive.verify().problems == [], "seed \(seed)")
      #expect(Set(try archive.entries().map(\.id)) == Set(model.papers.keys.compactMap { ids[$0] }), "seed \(seed)")
    }
    #expect(compared > 40)
  }

  private func phrase(_ number: Int) -> String { number == 0 ? rightPassphrase : "ein langes Kennwort \(number)" }

  /// A paper of no case, so that nothing but itself is deleted with it.
  private func loose(_ number: Int) -> NewPaper {
    var paper = note(number, of: nil, content: "Inhalt \(number)", kind: "anonym")
    paper.form = ""
    return paper
  }

  /// The entries of which card and content open, whatever the program would refuse.
  private func opened(
    _ data: String, _ keyring: Keyring, _ person: KeyPair, keys: String
  ) throws -> Set<EntryID> {
    let archive = Archive(
      place: ArchivePlace(data: data, keys: keys), library: library, database: try Database(data), keyring: keyring,
      person: person)
    archive.keyring.circles.floor = 0
    return Set(
      try archive.entries().filter { entry in
        entry.card.parts.allSatisfy { (try? archive.content(of: $0, in: entry)) != nil }
      }.map(\.id))
  }
}
