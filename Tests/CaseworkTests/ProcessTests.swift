import Casework
import FormModel
import Testing

/// Every duty of the process, by papers in which it is open and by papers just beside in which it is not.
@Suite struct ProcessTests {
  static let edges = contactEdges + letterEdges + reportEdges + endEdges + goalEdges + serviceEdges

  @Test(arguments: edges)
  func `A duty is open on one side of its edge and not on the other`(_ edge: DutyEdge) throws {
    let (open, done) = (try edge.open(), try edge.done())
    #expect(open.contains(edge.id), "\(open)")
    #expect(!done.contains(edge.id), "\(done)")
  }

  @Test func `Every duty that is declared has such an edge`() throws {
    let declared = Set(try Town.library().process.duties.map(\.id))
    #expect(declared.subtracting(Self.edges.map(\.id)).sorted() == [])
    #expect(Set(Self.edges.map(\.id)).subtracting(declared).sorted() == [])
  }

  @Test func `A referral after a report keeps the case from being ended without its own consent`() throws {
    let papers = [try CasePapers.report("2025-11-10"), try CasePapers.referral("2025-11-12", agreed: "2025-11-09")]
    let duty = try #require(try Family.file(papers, on: "2025-11-20").closing.refused.first)
    #expect(duty.id == "PR-15" && duty.until?.iso == "2025-11-12" && duty.urgency == .overdue)
  }
}

/// Papers in which a duty is open, and papers in which it is not, on one day.
struct DutyEdge: Sendable, CustomTestStringConvertible {
  let id: String
  let sentence: String
  let day: String
  let papers: @Sendable () throws -> [Record]
  let beside: @Sendable () throws -> [Record]

  init(
    _ id: String, _ sentence: String, on day: String = "2025-11-20",
    open papers: @escaping @Sendable () throws -> [Record],
    done beside: @escaping @Sendable () throws -> [Record]
  ) {
    (self.id, self.sentence, self.day, self.papers, self.beside) = (id, sentence, day, papers, beside)
  }

  var testDescription: String { "\(id): \(sentence)" }

  func open() throws -> [String] { try ids(papers()) }
  func done() throws -> [String] { try ids(beside()) }

  /// What is to be done in the case, or by the service itself where the duty belongs to no case.
  private func ids(_ records: [Record]) throws -> [String] {
    let isOfService = try Town.library().process.duties.contains { $0.id == id && $0.kind.isEmpty }
    return isOfService ? try Service.ids(records, on: day) : try Family.ids(records, on: day)
  }
}

/// The papers that the edges put together.
enum CasePapers {
  typealias Values = [(String, RecordContent)]

  static func note(_ number: Int, _ day: String, _ rest: Values = []) throws -> Record {
    try Family.note(number, day, rest)
  }

  /// A first note that leaves nothing open.
  static func first(_ rest: Values = []) throws -> Record {
    try note(1, "2025-11-03", [("zugangsweg", "kita"), ("information_datenschutz_am", "2025-11-03")] + rest)
  }

  static func referred(to group: RecordGroup, _ rest: Values = []) throws -> Record {
    try first([("keine_hilfen", "ja"), ("vermittlungen", .group(group))] + rest)
  }

  static func ended(_ day: String, _ rest: Values = []) throws -> Record {
    try note(
      2, day,
      [("fallstatus", "beendet"), ("beendet_am", .value(day)), ("beendigungsgrund", "ziel_erreicht")] + rest)
  }

  /// A note of a family that the social service referred on a day, with the day on which it agreed to that.
  static func referral(_ day: String, agreed: String) throws -> Record {
    try note(
      2, "2025-11-13",
      [
        ("zugangsweg", "sd"), ("vermittelt_am", .value(day)), ("zustimmung_kontaktweitergabe", .value(agreed)),
        ("kontakt_zustande", "nein"),
      ])
  }

  static func report(_ day: String, _ rest: Values = []) throws -> Record {
    var root: RecordGroup = ["vorgangsnummer": "KSA-5-2025-0031", "meldedatum": .value(day), "meldende_stelle": "kita"]
    for (id, content) in rest { root.set(id, [content]) }
    return try Town.record("kwg-meldebogen", root)
  }

  /// A release of both parents for the social service and a Kita.
  static func release(_ signers: String = "MV", _ edit: (inout RecordGroup) -> Void = { _ in }) throws -> Record {
    guard let verdict = Verdict("gemeinsam\t\(signers)\t\trsd-kontakt\terlaubt") else { throw NoSuch(what: signers) }
    var release = try verdict.papers()[0]
    edit(&release.root)
    return release
  }

  /// The same, with a doctor among those one may speak with.
  static func doctorsRelease(_ signers: String = "MV") throws -> Record {
    try release(signers) { root in
      root.items.append(.init("empfaenger", ["name": "Frau Dr. Weiß", "funktion": "Kinderärztin"]))
    }
  }

  static func letter(_ day: String) throws -> Record {
    guard let verdict = Verdict("gemeinsam\tMV\t\trsd-kontakt\terlaubt") else { throw NoSuch(what: day) }
    var letter = try verdict.letter()
    letter.root.set("datum", [.value(day)])
    return letter
  }

  /// A note that sends the family to the counselling centre.
  static func counselling() throws -> Record {
    try referred(to: ["ziel": "eb", "art": "vermittelt", "weg": "direkt", "ergebnis": "offen"])
  }

  /// What the counselling centre told on a day.
  static func answer(_ day: String, _ rest: Values = []) throws -> Record {
    var root: RecordGroup = [
      "vorgangsnummer": "KSA-5-2025-0031", "datum": .value(day), "ziel": "eb", "meldung": "angekommen",
      "am": .value(day),
    ]
    for (id, content) in rest { root.set(id, [content]) }
    return try Town.record("eb-rueckmeldung", root)
  }

  static func handOver(_ day: String) throws -> Record {
    try Town.record("uebergabe-fachgremium", ["spe_id": "KSA-5-2025-0031-SPE-01", "datum": .value(day)])
  }

  /// A goal with one step that is due on 11 November.
  static func goals(_ day: String, _ goal: [String: RecordContent], _ step: [String: RecordContent]) throws -> Record {
    var one: RecordGroup = ["ziel": "In der Kita ankommen"]
    var part: RecordGroup = ["wer": "Mutter", "was": "Anmeldung abgeben", "bis": "2025-11-11"]
    for (id, content) in step { part.set(id, [content]) }
    one.set("schritte", [.group(part)])
    for (id, content) in goal { one.set(id, [content]) }
    return try Town.record(
      "ziele", ["vorgangsnummer": "KSA-5-2025-0031", "datum": .value(day), "ziele": .group(one)])
  }

  static func kitaStatus(_ day: String) throws -> Record {
    try Town.record(
      "kita-status", ["spe_id": "KSA-5-2025-0031-SPE-01", "datum": .value(day), "status": "beendet"])
  }
}
