import Testing

@testable import Casework
@testable import FormModel

/// What is told of a case on later days is what its papers say when they are read on those days.
@Suite struct OutlookTests {
  private func outlook(_ source: GeneratedCase, from day: Day, _ library: FormLibrary) throws -> Outlook {
    try #require(try CaseReader(source, library: library, day: day).outlook(of: GeneratedCase.number))
  }

  /// The days on which an outlook tells something else than the papers.
  private func differences(
    _ source: GeneratedCase, from first: Day, on days: some Sequence<Day>, _ library: FormLibrary
  ) throws -> [String] {
    var outlook = try outlook(source, from: first, library)
    var result: [String] = []
    for day in days {
      // What was kept tells of so many changes and no more; then it is made again.
      if day >= first, outlook.share(on: day, library) == nil { outlook = try self.outlook(source, from: day, library) }
      let reader = CaseReader(source, library: library, day: day)
      let slow = try reader.share(of: GeneratedCase.number)
      let kept = outlook.share(on: day, library)
      // A sheet that lies in no case is none of its papers; that it may be about it is known.
      if kept != slow, try !reader.isUnsettled(outlook) {
        result.append("\(day.iso): \(kept as Any) instead of \(slow as Any)")
      }
    }
    return result
  }

  @Test(arguments: [3, 8]) func `Every day of a year tells what the papers say on it`(_ seed: Int) throws {
    let library = try Town.library()
    let first = try Town.day("2025-08-01")
    let days = (0..<366).compactMap { first.adding(days: $0) }
    #expect(try differences(GeneratedCase(seed, library), from: first, on: days, library) == [])
  }

  @Test(arguments: 1...40) func `So do the days on which something changes in cases put together by chance`(
    _ seed: Int
  ) throws {
    let library = try Town.library()
    let source = try GeneratedCase(seed, library)
    let first = try #require(source.someDays(1).first)
    let ends = try outlook(source, from: first, library).parts.map(\.last)
    let days = Set(
      (ends + source.days + source.someDays(2)).flatMap { day in
        [-1, 0, 1].compactMap { day.adding(days: $0) }
      }
    ).filter { $0 >= first && $0.year < 2028 }.sorted()
    #expect(try differences(source, from: first, on: days, library) == [])
  }

  @Test func `A case that waits for a day tells it beforehand, and the last part has no end`() throws {
    let library = try Town.library()
    let first = try Town.day("2025-11-01")
    let counts = try (1...60).map { try outlook(GeneratedCase($0, library), from: first, library).parts.count }
    #expect(counts.contains { $0 > 3 })
    #expect(counts.allSatisfy { $0 < Outlook.limit })
    for seed in 1...60 {
      #expect(try outlook(GeneratedCase(seed, library), from: first, library).parts.last?.last == .last)
    }
  }

  @Test func `Nothing is told of days before the first`() throws {
    let library = try Town.library()
    let first = try Town.day("2025-11-01")
    let outlook = try outlook(GeneratedCase(1, library), from: first, library)
    #expect(outlook.share(on: try Town.day("2025-10-31"), library) == nil)
    #expect(outlook.share(on: first, library) != nil)
  }

  /// The shipped declarations with a further duty.
  private func library(when condition: String) throws -> FormLibrary {
    let duty = """
      <duty id="PR-99" case="familie" when="\(condition)" done="false()" strength="hint" basis="Test">\
      <text>Etwas tun.</text></duty></process>
      """
    let files = try Town.declarations().map { file in
      guard file.name == "bochum/process.xml" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      return SourceFile(name: file.name, bytes: Array(text.replacing("</process>", with: duty).utf8))
    }
    return try FormLibrary(files: files)
  }

  @Test(arguments: [
    "substring(today(), 6, 2) = '11'", "today() = '2025-11-05'", "days-from-date(today()) mod 2 = 0",
    "days-from-date(today()) = days-from-date('2025-11-05')",
    "days-from-date('2025-11-05') &lt;= days-from-date(today())",
    "not(days-from-date(today()) &lt; days-from-date('2025-11-05'))",
    "days-from-date(today()) != days-from-date('2025-11-05')", "days-from-date(today()) > 20397.5",
    "days-from-date(day-plus(today(), 'P1D')) > days-from-date('2025-11-05')",
    "days-from-date(today()) > days-from-date('kein Tag')",
    "papers('gespraechsnotiz')[days-from-date(today()) > days-from-date(datum)]",
    "days-from-date(today()) > papers('gespraechsnotiz')/notiz_nr + 20396",
    "count(papers('gespraechsnotiz')[days-from-date(datum) &lt; days-from-date(today())]) > 1",
  ])
  func `However a condition asks for today, each day tells the truth`(_ condition: String) throws {
    let library = try library(when: condition)
    let source = try GeneratedCase(5, library)
    let first = try Town.day("2025-11-01")
    let days = (0..<12).compactMap { first.adding(days: $0) } + source.days.filter { $0 >= first }.sorted()
    #expect(try differences(source, from: first, on: days, library) == [])
  }

  @Test func `A condition that asks for today in a way of its own is asked again on the next day`() throws {
    let library = try library(when: "substring(today(), 9, 2) = '05'")
    let first = try Town.day("2025-11-01")
    let parts = try outlook(GeneratedCase(5, library), from: first, library).parts
    #expect(parts.first?.last == first)
    #expect(parts.count <= Outlook.limit)
  }

  @Test func `What was kept is read back as it was, and nothing else is taken for it`() throws {
    let library = try Town.library()
    let first = try Town.day("2025-08-01")
    for seed in 1...20 {
      let outlook = try outlook(GeneratedCase(seed, library), from: first, library)
      let bytes = try #require(outlook.snapshot())
      #expect(Outlook(snapshot: bytes) == outlook)
      #expect(Outlook(snapshot: Array(bytes.dropLast())) == nil)
      #expect(Outlook(snapshot: bytes + [0]) == nil)
    }
    #expect(Outlook(snapshot: []) == nil)
  }
}
