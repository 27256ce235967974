import FormModel
import Testing

/// Single effects of one paper on another that the table of verdicts does not have.
@Suite struct EffectTests {
  private func verdict(_ custody: String, _ signers: String, _ sheets: [String], _ use: String) throws -> Verdict {
    try #require(Verdict("\(custody)\t\(signers)\t\(sheets.joined(separator: "+"))\t\(use)\terlaubt"))
  }

  private func errors(_ verdict: Verdict, letter edit: (inout Record) -> Void = { _ in }) throws -> [String] {
    var letter = try verdict.letter()
    edit(&letter)
    let day = try Town.day("2025-11-25")
    return try Town.evaluated(letter, among: try verdict.papers(), on: day).findings
      .filter { $0.strength == .error }.map(\.id)
  }

  @Test(arguments: [
    ("gemeinsam", "MV", ["V-ohne-nummer-teil"], "rsd-ergebnis", ["E-RSD-42"]),
    ("gemeinsam", "MV", ["M-sozialer-dienst"], "rsd-ergebnis", ["E-RSD-42"]),
    ("gemeinsam", "MV", ["M-kontaktstatus", "M-ergebnis"], "rsd-kontakt", ["E-RSD-13"]),
    ("gemeinsam", "MV", ["V-schritte"], "rsd-schritte", ["E-RSD-28"]),
    ("gemeinsam", "M-twice", [], "rsd-ergebnis", ["E-RSD-11"]),
    ("gemeinsam", "M-barred-V", [], "rsd-ergebnis", ["E-RSD-11"]),
    ("ungeklaert", "MV", [], "rsd-ergebnis", ["E-RSD-41"]),
    ("gemeinsam", "MV", [], "kita-an-sd", ["E-KITA-24"]),
    ("gemeinsam", "MV", [], "rsd-ungenau", ["E-RSD-17"]),
  ])
  func `A refusal has the reason that was meant`(
    _ custody: String, _ signers: String, _ sheets: [String], _ use: String, _ expected: [String]
  ) throws {
    #expect(try errors(try verdict(custody, signers, sheets, use)) == expected)
  }

  @Test func `What may not be told does not appear`() throws {
    let verdict = try verdict("gemeinsam", "MV", ["M-kontaktstatus"], "rsd-ergebnis")
    let letter = try Town.evaluated(
      try verdict.letter(), among: try verdict.papers(), on: try Town.day("2025-11-25"))
    #expect(letter.findings.filter { $0.strength == .error }.isEmpty)
    #expect(letter.shown.root.value("kontakt_von") == nil)
    #expect(letter.shown.root.value("kontakt_bis") == nil)
    #expect(letter.shown.root.value("text") != nil)
  }

  @Test func `Without the release at hand a letter is refused`() throws {
    let verdict = try verdict("gemeinsam", "MV", [], "rsd-ergebnis")
    let alone = try Town.evaluated(try verdict.letter(), on: try Town.day("2025-11-25"))
    #expect(alone.findings.filter { $0.strength == .error }.map(\.id) == ["E-RSD-10"])
  }

  @Test func `Two different releases of one number are no basis, two copies of one are`() throws {
    let verdict = try verdict("gemeinsam", "MV", [], "rsd-ergebnis")
    let day = try Town.day("2025-11-25")
    let papers = try verdict.papers()
    let copies = try Town.evaluated(try verdict.letter(), among: papers + [papers[0]], on: day)
    #expect(copies.findings.filter { $0.strength == .error }.isEmpty)
    var other = papers[0]
    other.root.set("zweck", ["Etwas anderes als vorher"])
    let doubled = try Town.evaluated(try verdict.letter(), among: papers + [other], on: day)
    #expect(doubled.findings.filter { $0.strength == .error }.map(\.id) == ["E-RSD-40"])
    let release = try Town.evaluated(papers[0], among: [other], on: day)
    #expect(release.findings.map(\.id).contains("W-SPE-spe_id-doppelt"))
  }

  @Test func `What one sheet of a release hides does not make it another release`() throws {
    let verdict = try verdict("gemeinsam", "MV", [], "rsd-ergebnis")
    let day = try Town.day("2025-11-25")
    let papers = try verdict.papers()
    var other = papers[0]
    let people = other.root["erklaerende"].map { content -> RecordContent in
      guard case .group(var person) = content else { return content }
      person.set("anschrift", [.group(["strasse": .value("Musterweg"), "hausnummer": .value("7")])])
      return .group(person)
    }
    other.root.set("erklaerende", people)
    let letter = try Town.evaluated(try verdict.letter(), among: papers + [other], on: day)
    #expect(letter.findings.filter { $0.strength == .error }.isEmpty)
    let release = try Town.evaluated(papers[0], among: [other], on: day)
    #expect(!release.findings.map(\.id).contains("W-SPE-spe_id-doppelt"))
  }

  @Test(arguments: [
    ("2025-11-20", "2025-11-22", true), ("2025-11-20", "2025-11-26", false), ("2025-11-25", "2025-11-22", false),
  ])
  func `Whoever writes under an earlier day is told of what was taken back since`(
    _ row: (written: String, received: String, isTold: Bool)
  ) throws {
    let verdict = try verdict("gemeinsam", "MV", [], "rsd-ergebnis")
    var letter = try verdict.letter()
    letter.root.set("datum", [.value(row.written)])
    let sheet = try Town.record(
      "widerruf",
      [
        "spe_id": "KSA-5-2025-0031-SPE-01", "umfang_widerruf": "ganz", "datum": .value(row.received),
        "eingegangen_am": .value(row.received), "person": ["vorname": "Annika", "nachname": "von der Heydt"],
      ])
    let paper = try Town.evaluated(letter, among: try verdict.papers() + [sheet], on: try Town.day("2025-11-25"))
    #expect(paper.findings.map(\.id).contains("W-RSD-45") == row.isTold)
    #expect(paper.findings.map(\.id).contains("E-RSD-13") == (row.written > row.received))
  }

  @Test func `A sheet in doubt says so itself`() throws {
    let verdict = try verdict("gemeinsam", "MV", ["M-sozialer-dienst"], "rsd-ergebnis")
    let papers = try verdict.papers()
    let day = try Town.day("2025-11-25")
    let sheet = try Town.evaluated(papers[2], among: Array(papers[..<2]), on: day)
    let found = try #require(sheet.findings.first { $0.id == "W-WID-04" })
    #expect(found.message.contains("trifft keinen Eintrag genau"))
    let clear = try Town.evaluated(try verdict.sheet("M-name"), among: Array(papers[..<2]), on: day)
    #expect(!clear.findings.map(\.id).contains("W-WID-04"))
  }

  @Test func `What is stored between starts has the effects and the process`() throws {
    let library = try Town.library()
    #expect(FormLibrary(snapshot: try #require(library.snapshot())) == library)
    #expect(!library.process.duties.isEmpty)
  }
}
