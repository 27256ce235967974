import Files
import FormModel
import Testing

@testable import RecordArchive

/// The data file shrinks when somebody asks for it.
@Suite struct CompactTests {
  static let today = day("2025-11-20")

  /// Sixty papers of 20 KB each, all but two of them deleted.
  private func purged() throws -> TestArchive {
    let test = try TestArchive(isInMemory: true)
    let content = String(repeating: "Inhalt ", count: 3_000)
    try test.archive.together {
      for number in 1...60 {
        let (number, year) = (number, number < 59 ? 2024 : 2025)
        try test.archive.store(
          note(number, of: "KSA-2-\(year)-0001", on: day("\(year)-01-10"), content: "\(number) " + content),
          today: Self.today)
      }
    }
    try test.archive.close("KSA-2-2024-0001", on: day("2024-06-30"), reason: "ziel_erreicht", today: Self.today)
    let plan = try test.archive.planPurge(today: Self.today)
    try test.archive.purge(code: plan.code, today: Self.today)
    return test
  }

  @Test func `After a purge the file is as small as what is left, and whole`() throws {
    let test = try purged()
    let entries = try test.archive.entries()
    let before = try FileSize.of(test.place.data)
    let shrunk = try test.archive.compact()
    #expect(before > 1_200_000 && shrunk > 1_000_000)
    #expect(try FileSize.of(test.place.data) == before - shrunk)
    let again = try test.reopened()
    #expect(try again.entries() == entries && again.verify().problems == [])
    #expect(test.names == ["ablage.kiso", "ablage.schluessel"])
    #expect(try again.compact() == 0)
    try again.store(note(3, of: "KSA-2-2025-0001"), today: Self.today)
    #expect(try test.reopened().verify().problems == [])
  }

  @Test func `A file from before that is written anew once and shrinks in steps from then on`() throws {
    let test = try purged()
    let database = try Database(test.place.data)
    try database.run("PRAGMA auto_vacuum = 0")
    try database.run("VACUUM")
    #expect(try database.number("PRAGMA auto_vacuum") == 0)
    let archive = try test.reopened()
    try archive.compact()
    let again = try test.reopened()
    #expect(try again.database.number("PRAGMA auto_vacuum") == Schema.shrinking && again.verify().problems == [])
  }
}
