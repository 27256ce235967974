import FormModel
@testable import RecordArchive
import Testing

/// Putting papers in and finding them again.
@Suite struct StoringTests {
  @Test func `What is stored is there again after reopening`() throws {
    let test = try TestArchive()
    let id = try test.archive.store(note(1, content: "<record/>"), today: day("2025-11-20"))
    let entry = try test.reopened().entry(id.description)
    #expect(entry.card.caseNumber == "KSA-2-2025-0147" && entry.card.form == "gespraechsnotiz")
    #expect(entry.card.number == 1 && entry.card.day == day("2025-09-09") && entry.card.stored == day("2025-11-20"))
    #expect(entry.card.names == ["Ayşegül Çağlayan-Öztürk"] && entry.kind == "notizen")
    #expect(try text(entry, in: test.archive) == "<record/>")
    #expect(test.names == ["ablage.kiso", "ablage.schluessel"])
  }

  @Test func `Nothing that is stored can be read in the files`() throws {
    let test = try TestArchive()
    try test.archive.store(note(1, content: "Vertraulicher Inhalt"), today: day("2025-11-20"))
    for path in [test.place.data, test.place.keys] {
      let content = try String(decoding: bytes(of: path), as: UTF8.self)
      for word in ["Vertraulich", "Öztürk", "KSA-2", "gespraechsnotiz", "beendet_am", rightPassphrase] {
        #expect(!content.contains(word), "\(word) in \(path)")
      }
    }
  }

  @Test func `The first paper opens its case, the same paper again with other values is its next version`() throws {
    let test = try TestArchive()
    let first = try test.archive.store(note(1, content: "alt"), today: day("2025-11-20"))
    var again = note(1, content: "neu")
    again.parts.append(NewPaper.Part(.completed, mediaType: "application/pdf", bytes: [1, 2, 3]))
    #expect(try test.archive.store(again, today: day("2025-11-20")) == first)
    let entries = try test.archive.entries(ofCase: "KSA-2-2025-0147")
    #expect(entries.map(\.card.role) == [.caseFile, .paper])
    #expect(entries[1].card.parts.map(\.use) == [.record, .completed, .record])
    #expect(entries[1].card.parts.map(\.edition) == [2, 2, 1] && entries[1].card.edition == 2)
    #expect(try text(entries[1], in: test.archive) == "neu")
    let old = try #require(entries[1].card.parts(ofEdition: 1).first)
    #expect(try String(decoding: test.archive.content(of: old, in: entries[1]), as: UTF8.self) == "alt")
    // Rules see the newest version alone.
    #expect(
      try test.archive.records(inCase: "KSA-2-2025-0147").map { String(decoding: $0.bytes, as: UTF8.self) } == ["neu"])
    #expect(try test.archive.store(note(2), today: day("2025-11-20")) != first)
  }

  @Test func `The very same paper filed twice is nothing new`() throws {
    let test = try TestArchive()
    let id = try test.archive.store(note(1), today: day("2025-11-20"))
    let before = try test.archive.entry(id.description)
    try test.archive.store(note(1), today: day("2025-11-20"))
    #expect(try test.archive.entry(id.description) == before)
    #expect(try test.archive.entries().count == 2)
  }

  @Test func `What only an earlier version told no longer counts`() throws {
    let test = try TestArchive()
    var wrong = note(1, content: "falsch")
    wrong.events["beendet_am"] = day("2025-09-30")
    wrong.reasons["beendet_am"] = "ziel_erreicht"
    let id = try test.archive.store(wrong, today: day("2025-11-20"))
    #expect(try test.archive.entry(id.description).rule == "D1")
    try test.archive.store(note(1, content: "richtig"), today: day("2025-11-20"))
    let entries = try test.archive.entries(ofCase: "KSA-2-2025-0147")
    #expect(entries.map(\.rule) == ["D1b", "D1b"] && entries[0].card.events["beendet_am"] == nil)
    #expect(!entries[0].isEndedCase(by: library.retention) && entries[0].card.reasons.isEmpty)
  }

  @Test func `An anonymous paper has no case`() throws {
    let test = try TestArchive()
    let id = try test.archive.store(
      note(1, of: nil, kind: "anonym", names: [], events: [:]), today: day("2025-11-20"))
    let entries = try test.archive.entries()
    #expect(entries.map(\.id) == [id])
    #expect(entries[0].due == day("2026-10-01") && entries[0].rule == "D6")
  }

  @Test(arguments: ["oezturk", "ÇAĞLAYAN", "Aysegül", "caglayan oezturk", "ays cag"])
  func `Names are found in any spelling`(_ name: String) throws {
    let test = try TestArchive()
    try test.archive.store(note(1), today: day("2025-11-20"))
    try test.archive.store(note(1, of: "KSA-1-2025-0001", names: ["Jörg Meier"]), today: day("2025-11-20"))
    var query = Archive.Query()
    query.name = name
    #expect(Set(try test.archive.entries(query).map(\.card.caseNumber)) == ["KSA-2-2025-0147"])
  }

  @Test func `Queries narrow by case, form, kind and period`() throws {
    let test = try TestArchive()
    for (number, iso) in [(1, "2025-01-10"), (2, "2025-05-10"), (3, "2025-09-10")] {
      try test.archive.store(note(number, on: day(iso)), today: day("2025-11-20"))
    }
    try test.archive.store(
      NewPaper(title: "Scan", caseNumber: "KSA-2-2025-0147", kind: "spe", day: day("2025-06-01"), parts: []),
      today: day("2025-11-20"))
    func count(_ change: (inout Archive.Query) -> Void) throws -> Int {
      var query = Archive.Query()
      change(&query)
      return try test.archive.entries(query).count
    }
    #expect(try count { _ in } == 5)
    #expect(try count { $0.form = "gespraechsnotiz" } == 3)
    #expect(try count { $0.kind = "spe" } == 1)
    #expect(try count { $0.from = day("2025-05-10") } == 3)
    #expect(try count { ($0.from, $0.to) = (day("2025-05-10"), day("2025-06-01")) } == 2)
    #expect(try count { $0.caseNumber = "KSA-9-2025-0001" } == 0)
  }

  @Test func `An id can be shortened as long as it is the only one`() throws {
    let test = try TestArchive()
    let id = try test.archive.store(note(1), today: day("2025-11-20")).description
    #expect(try test.archive.entry(String(id.prefix(8))).id.description == id)
    #expect(failure { _ = try test.archive.entry(String(id.prefix(3))) } == .unknownEntry)
    #expect(failure { _ = try test.archive.entry("zzzzzzzz") } == .unknownEntry)
  }

  @Test func `A kind without a class is refused`() throws {
    let test = try TestArchive()
    #expect(failure { try test.archive.store(note(1, kind: "sonstiges"), today: day("2025-11-20")) } == .unknownKind)
    #expect(try test.archive.entries().isEmpty)
  }

  @Test func `More papers than there are spare keys`() throws {
    let test = try TestArchive()
    let before = test.archive.keyring.generation
    for number in 1...1_100 {
      try test.archive.store(note(number, of: nil, content: "\(number)", kind: "anonym"), today: day("2025-11-20"))
    }
    #expect(test.archive.keyring.generation == before + 1)
    let again = try test.reopened()
    #expect(try again.entries().count == 1_100)
    #expect(try again.verify().problems == [])
  }
}
