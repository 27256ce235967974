@testable import Casework
@testable import FormModel

/// A case put together by chance, the same for the same number.
struct GeneratedCase: CaseSource {
  static let number = "KSA-5-2025-0031"
  private static let start = Day(year: 2025, month: 6, day: 1)?.ordinal ?? 0

  let papers: KnownPapers
  let known: EvaluatedCase.Facts
  /// The days on which something of it happens.
  private(set) var days: Set<Day> = []
  private var state: UInt64

  init(_ seed: Int, _ library: FormLibrary) throws {
    var draw = Draw(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
    var records: [Record] = []
    for number in 1...draw.number(1...3) { records.append(try draw.note(number)) }
    if draw.chance(3), let verdict = draw.verdict() { records += try verdict.papers().filter { _ in draw.chance(3) } }
    if draw.chance(1) { records.append(try draw.report()) }
    var facts = EvaluatedCase.Facts()
    if draw.chance(1) { facts.ended = draw.day() }
    if draw.chance(1) { facts.runsOn = facts.ended == nil }
    if draw.chance(1) { facts.copies = [] }
    (papers, known, days, state) = (KnownPapers(records, library: library), facts, draw.days, draw.state)
  }

  var caseNumbers: [String] { [Self.number] }
  func facts(ofCase number: String) -> EvaluatedCase.Facts { known }
  func keys(inCase number: String) -> [PaperKey] { papers.keys(inCase: number) }
  func keys(ofForm form: String) -> [PaperKey] { papers.keys(ofForm: form) }
  func keys(ofForm form: String, holding value: String, at path: String) -> [PaperKey] {
    papers.keys(ofForm: form, holding: value, at: path)
  }
  func record(_ key: PaperKey) -> Record? { papers.record(key) }

  /// Days by chance within a year of the first contact.
  func someDays(_ count: Int) -> [Day] {
    var draw = Draw(state: state)
    return (0..<count).map { _ in draw.day() }
  }

  /// What chance gives.
  private struct Draw {
    var state: UInt64
    var days: Set<Day> = []

    mutating func number(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int((state >> 33) % UInt64(range.count))
    }

    /// Whether something happens that happens so many times out of four.
    mutating func chance(_ times: Int) -> Bool { number(1...4) <= times }

    mutating func day() -> Day {
      let day = Day(ordinal: GeneratedCase.start + number(0...365)) ?? .first
      days.insert(day)
      return day
    }

    mutating func pick(_ words: [String]) -> String { words[number(0...(words.count - 1))] }

    mutating func note(_ number: Int) throws -> Record {
      let ends = chance(1)
      var root: RecordGroup = [
        "vorgangsnummer": .value(GeneratedCase.number), "notiz_nr": .value(String(number)), "datum": .value(day().iso),
        "fachkraft": ["name": "Mareike Töpfer"], "beratungsform": "namentlich", "kontaktart": "hausbesuch",
        "kontakt_zustande": .value(pick(["ja", "ja", "nein"])), "erstkontakt": number == 1 ? "ja" : "nein",
        "zugangsweg": .value(pick(["sd", "kita", "ktp"])), "stadtbezirk": .value(pick(["5", "ausserhalb"])),
        "kinder": ["vorname": "Mai-Linh", "nachname": "von der Heydt"],
        "kwg_anhaltspunkte": .value(pick(["nein", "nein", "ja"])), "fallstatus": ends ? "beendet" : "laufend",
      ]
      if ends { root.set("beendet_am", [.value(day().iso)]) }
      if chance(1) { root.set("information_datenschutz_am", [.value(day().iso)]) }
      if chance(1) {
        root.set("unterlagen_kopiert", ["ja"])
        root.set("unterlagen", [["bezeichnung": "Bescheid Jobcenter", "kopiert_am": .value(day().iso)]])
      }
      return try Town.record("gespraechsnotiz", root)
    }

    mutating func report() throws -> Record {
      try Town.record(
        "kwg-meldebogen",
        [
          "vorgangsnummer": .value(GeneratedCase.number), "meldedatum": .value(day().iso), "meldende_stelle": "kita",
          "empfang": ["am": .value(day().iso)],
        ])
    }

    mutating func verdict() -> Verdict? {
      let custody = pick(["gemeinsam", "allein_mutter", "ungeklaert", "gemeinsam-verhindert"])
      let signers = pick(["MV", "M", "M-V-later", "M-future", "M-unsigned-V"])
      let taken = pick(["", "M-ganz-danach", "M-ganz-am-tag", "M-kontaktstatus", "V-nr2", "M-ohne-nummer"])
      return Verdict("\(custody)\t\(signers)\t\(taken)\trsd-kontakt\terlaubt")
    }
  }
}
