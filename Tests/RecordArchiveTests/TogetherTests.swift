import FormModel
import Testing

@testable import RecordArchive

/// Several changes as one, and changes that are only tried.
@Suite struct TogetherTests {
  static let today = day("2025-11-20")
  private struct Stop: Error {}

  @Test func `All of them or none`() throws {
    let test = try TestArchive()
    try test.archive.store(note(1), today: Self.today)
    let before = try test.archive.entries()
    #expect(throws: Stop.self) {
      try test.archive.together {
        try test.archive.store(note(2), today: Self.today)
        #expect(try test.archive.entries().count == 3)
        try test.archive.close("KSA-2-2025-0147", on: Self.today, reason: "kein_bedarf", today: Self.today)
        throw Stop()
      }
    }
    #expect(try test.archive.entries() == before && test.archive.verify().problems == [])
    // Even where somebody catches what one of them throws.
    #expect(throws: ArchiveFailure.self) {
      try test.archive.together {
        try test.archive.store(note(2), today: Self.today)
        try? test.archive.close("KSA-9-2025-0009", on: Self.today, reason: "kein_bedarf", today: Self.today)
      }
    }
    #expect(try test.archive.entries() == before)
    try test.archive.together {
      try test.archive.store(note(2), today: Self.today)
      try test.archive.store(note(3), today: Self.today)
    }
    let again = try test.reopened()
    #expect(try again.entries().count == 4 && again.verify().problems == [])
  }

  @Test func `What is tried is told and taken back`() throws {
    let test = try TestArchive()
    let id = try test.archive.store(note(1, content: "eins"), today: Self.today)
    let before = try test.archive.entries()
    let difference = try test.archive.trying {
      try test.archive.store(note(1, content: "zwei"), today: Self.today)
      try test.archive.store(note(1, of: "KSA-2-2025-0200"), today: Self.today)
      try test.archive.close("KSA-2-2025-0147", on: Self.today, reason: "kein_bedarf", today: Self.today)
    }
    #expect(difference.added.map(\.card.role) == [.caseFile, .paper])
    #expect(difference.changed.map(\.before) == before)
    #expect(difference.changed.first { $0.after.id == id }?.after.card.edition == 2)
    #expect(try test.archive.entries() == before && test.reopened().entries() == before)
    #expect(try test.archive.verify().problems == [])
    try test.archive.store(note(2), today: Self.today)
    #expect(try test.reopened().entries().count == 3)
  }
}
