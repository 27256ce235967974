import FormModel
import Paperwork
import Testing

/// The editions of one paper: what corrects it, what only completes it, and that the newest alone counts.
struct EditionTests {
  private static let day = Day(iso: "2025-11-20") ?? .first

  private static func record(_ name: String) throws -> Record {
    let library = try Repository.library()
    var reader = RecordReader(library: library, day: day)
    return try reader.record(from: RecordReader.raw(Repository.bytes("Examples/\(name)"))).record
  }

  /// A record with one value changed.
  private static func changed(_ record: Record, _ assignment: String) throws -> Record {
    let library = try Repository.library()
    var filling = Filling(form: try Repository.form(record.form, in: library), library: library, day: day)
    try filling.start(from: record)
    try filling.set(assignment)
    return filling.record
  }

  private static func next(_ record: Record, _ assignment: String) throws -> Record {
    let form = try Repository.form(record.form, in: try Repository.library())
    let values = try changed(record, assignment).root
    return record.next(with: values, instead: record.root, form: form, on: day)
  }

  @Test(arguments: [
    // A third signature, the day of receipt, the copy, a revocation: the sheet says nothing else than before.
    ("unterschriften[3]/name=Birgit Lindner", true), ("kopie_ausgehaendigt=ja", true), ("widerruf_am=2025-11-18", true),
    ("beendet_am=2025-11-19", true),
    // Another recipient, another scope, another day under a signature: that is another declaration.
    ("empfaenger[2]/name=Frau Neumann", false), ("umfang=kontaktstatus", false),
    ("unterschriften[1]/datum=2025-10-03", false),
    ("unterschriften[2]/name=", false), ("zweck=Etwas anderes, das genauso lang ist", false), ("unterlagen=ja", false),
  ])
  func aReleaseIsCompletedOrCorrected(_ assignment: String, _ completes: Bool) throws {
    var record = try Self.record("schweigepflichtentbindung-zwei-blaetter.json")
    record.root.set("kopie_ausgehaendigt", [.value("nein")])
    let next = try Self.next(record, assignment)
    #expect(next.edition == 2 && (next.corrected == nil) == completes, "\(assignment)")
    #expect(next.correctionText == (completes ? nil : "Berichtigte Fassung 2 vom 20.11.2025"))
  }

  @Test func theDayOnWhichACopyWasDestroyedCompletesANote() throws {
    let note = try Self.record("gespraechsnotiz-erstkontakt.json")
    #expect(try Self.next(note, "unterlagen[1]/vernichtet_am=2025-11-01").corrected == nil)
    #expect(try Self.next(note, "unterlagen[1]/seiten=9").corrected == Self.day)
    #expect(try Self.next(note, "unterlagen[2]/bezeichnung=Mietvertrag").corrected == Self.day)
  }

  @Test func whatStaysTheSameIsNoEdition() throws {
    let note = try Self.record("gespraechsnotiz-erstkontakt.json")
    #expect(try Self.next(note, "notiz_nr=1") == note)
  }

  @Test func editionAndDayAreWrittenAndReadInBothForms() throws {
    let library = try Repository.library()
    let note = try Self.record("gespraechsnotiz-erstkontakt.json")
    let next = try Self.next(try Self.next(note, "notiz_nr=3"), "notiz_nr=4")
    let second = try Self.next(note, "notiz_nr=3")
    #expect(next.edition == 3 && next.id != nil && next.id == second.id)
    for bytes in [next.xml(), next.json(form: try Repository.note(in: library))] {
      var reader = RecordReader(library: library, day: Self.day)
      let (read, findings) = try reader.record(from: RecordReader.raw(bytes))
      #expect(read == next && findings.isEmpty)
    }
  }

  @Test(arguments: ["0", "-1", "zwei", "99999", ""])
  func anEditionThatIsNoneIsSaid(_ word: String) throws {
    let library = try Repository.library()
    var reader = RecordReader(library: library, day: Self.day)
    let text = "{\"form\": \"widerruf\", \"edition\": \"\(word)\", \"corrected\": \"gestern\"}"
    let (record, findings) = try reader.record(from: RecordReader.raw(Array(text.utf8)))
    #expect(record.edition == 1 && record.corrected == nil && findings.count == 2)
  }

  @Test func ofAllEditionsTheNewestIsCountedAndSeenByRules() throws {
    let library = try Repository.library()
    let first = try Self.record("gespraechsnotiz-erstkontakt.json")
    let second = try Self.next(first, "kontaktart=telefon")
    let third = try Self.next(second, "kontaktart=hausbesuch")
    let form = try Repository.note(in: library)
    for (paper, beside) in [(first, [second, third]), (third, [first, second]), (second, [third, first])] {
      let evaluated = try EvaluatedRecord(paper, form: form, library: library, others: [paper] + beside, day: Self.day)
      #expect(!evaluated.findings.contains { $0.id == "E-GN-20" }, "edition \(paper.edition)")
    }
    let statistics = try Repository.form("statistik-teil1", in: library)
    var filling = Filling(form: statistics, library: library, day: Self.day)
    let quarter = try #require(CountedPeriod("2025-Q3"))
    try filling.set(quarter)
    let plan = CountingPlan(for: statistics, library: library, day: Self.day)
    let all = try filling.count(try [first, third, second].map { try plan.reduce($0) }, plan)
    let alone = try filling.count([try plan.reduce(third)], plan)
    #expect(all.record == alone.record)
    #expect(all.accounts.filter { $0.reason == "ist durch eine spätere Fassung ersetzt" }.map(\.index) == [0, 2])
  }

  @Test func twoCorrectionsOfOneEditionAreBothThereUntilSomebodySettlesIt() throws {
    let library = try Repository.library()
    let release = try Self.record("schweigepflichtentbindung-zwei-blaetter.json")
    let one = try Self.next(release, "umfang=kontaktstatus")
    let other = try Self.next(release, "umfang=ergebnis")
    var reader = RecordReader(library: library, day: Self.day)
    let raw = try RecordReader.raw(Repository.bytes("Examples/rueckmeldung-sd-ergebnis.json"))
    var letter = try reader.record(from: raw).record
    letter.root.set("spe_id", release.root["spe_id"])
    let evaluated = try EvaluatedRecord(
      letter, form: try Repository.form(letter.form, in: library), library: library, others: [release, one, other],
      day: Self.day)
    #expect(evaluated.findings.contains { $0.id == "E-RSD-40" }, "\(evaluated.findings.map(\.id))")
  }
}
