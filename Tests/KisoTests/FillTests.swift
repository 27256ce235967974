import Paperwork
import Testing

/// `kiso fill --no-input`: from defaults, single values, and what there was before.
struct FillTests {
  private let anonymous = [
    "datum=7.10.2025", "fachkraft/name=Mareike Töpfer", "fachkraft/funktion=Kita-Sozialarbeiterin",
    "fachkraft/stadtbezirk=6", "beratungsform=anonym_institution", "kontaktart=telefon", "stadtbezirk=6",
    "kind_angaben_anonym/alter_jahre=4", "kind_angaben_anonym[1]/betreuungsform=kita", "kita=Kita Ruhrkiesel",
    "beteiligte/rolle=kita_leitung", "beteiligte/name=Herr Szczepański",
    "beteiligte/institution=Kita Ruhrkiesel",
    "themen=entwicklung,konflikt_kita", "hauptthema=konflikt_kita",
    "inhalt=Frage, wie ein Gespräch über Logopädie angebahnt werden kann. Empfehlung: gemeinsames Gespräch "
      + "anbieten, EBiTa nutzen.",
    "fallstatus=beendet", "beendet_am=2025-10-07", "beendigungsgrund=ziel_erreicht",
  ]

  private func fill(_ assignments: [String], _ more: [String] = [], input: [UInt8] = []) throws -> Run {
    let words = assignments.flatMap { ["--set", $0] }
    return try Kiso.runOnDay(["fill", "gespraechsnotiz", "--no-input"] + more + words, input: input)
  }

  @Test func anEmptyNoteListsAllThatIsMissingAndIsNotWritten() throws {
    let scratch = try Scratch()
    let run = try fill([], ["-o", scratch.path("x.json")])
    #expect(run.status == 2 && scratch.names == [])
    try Golden.expect(run.transcript, "fill/empty")
  }

  @Test func aDraftIsWrittenWithItsDefaultsAllTheSame() throws {
    let run = try fill([], ["--draft"])
    #expect(run.status == 1)
    try Golden.expect(run.output, "fill/draft")
    let checked = try Kiso.runOnDay(["check", "-"], input: run.bytes)
    #expect(checked.status == 2)
  }

  @Test func aNoteOfSingleValuesEqualsTheExample() throws {
    let run = try fill(anonymous)
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    let example = try Repository.bytes("Examples/gespraechsnotiz-anonym.json")
    #expect(try Repository.record(run.bytes) == Repository.record(example))
  }

  @Test(arguments: Repository.notes)
  func anExampleFromStandardInputStaysAsItIs(_ name: String) throws {
    let scratch = try Scratch()
    let example = try Repository.bytes("Examples/\(name)")
    let status = try Kiso.runOnDay(["check", Repository.path("Examples/\(name)")]).status
    let run = try fill([], ["--from", "-", "-o", scratch.path("x.xml")], input: example)
    #expect(run.status == status && run.output == "")
    // Nothing is lost, not even what no page shows; only defaults are added.
    let before = try lines(of: example)
    let after = try lines(of: scratch.bytes("x.xml"))
    #expect(before.filter { !after.contains($0) } == [])
    let added = Set(
      after.filter { !before.contains($0) }.map { $0.trimmingPrefix(/\s+/).prefix { $0 != ">" } })
    #expect(added.isSubset(of: ["<sorgeberechtigt", "<sorgerecht", "<funktion"]), "\(added)")
    // JSON and XML say the same, and so does the document.
    let json = try fill([], ["--from", scratch.path("x.xml")])
    #expect(try Repository.record(json.bytes) == Repository.record(scratch.bytes("x.xml")))
    let document = try Kiso.runOnDay(["render", scratch.path("x.xml")]).bytes
    let read = try fill([], ["--from", "-"], input: document)
    #expect(try Repository.record(read.bytes) == Repository.record(document))
  }

  private func lines(of record: [UInt8]) throws -> [Substring] {
    String(decoding: try Repository.record(record).xml(), as: UTF8.self).split(separator: "\n")
  }

  @Test func oneValueChangesAndTheRestStays() throws {
    let example = Repository.path("Examples/gespraechsnotiz-erstkontakt.json")
    let before = try fill([], ["--from", example])
    let after = try fill(
      [
        "notiz_nr=2", "erstkontakt=nein", "kinder[2]/vorname=Elif", "kinder[2]/nachname=Çağlayan",
        "themen[2]=", "sprache=",
      ],
      ["--from", example])
    #expect(after.status == 0, "\(after.errors)")
    let old = before.output.split(separator: "\n")
    let new = after.output.split(separator: "\n")
    let removed = old.filter { !new.contains($0) }.map { "- " + $0 }
    let added = new.filter { !old.contains($0) }.map { "+ " + $0 }
    try Golden.expect((removed + added).joined(separator: "\n") + "\n", "fill/changed")
  }

  @Test(arguments: [
    (["themen=but,finanzen"], ["but", "finanzen"]),
    (["themen[1]=but", "themen[2]=finanzen"], ["but", "finanzen"]),
    (["themen=but", "themen=finanzen"], ["finanzen"]),
    (["themen=but,finanzen", "themen[1]=wohnen"], ["wohnen", "finanzen"]),
    (["themen=but,finanzen", "themen[1]="], ["finanzen"]), (["themen=but,finanzen", "themen="], []),
  ])
  func aListIsSetAsAWholeOrOneByOne(_ assignments: [String], _ expected: [String]) throws {
    let run = try fill(assignments, ["--draft", "-o", "-"])
    let record = try Repository.text(of: run.bytes, under: "themen")
    #expect(record == expected)
  }

  @Test(arguments: [
    ("datm=1", "unknown field"), ("kinder/vornahme=x", "unknown field in a group"), ("kinder=1", "group"),
    ("kinder[3]/vorname=x", "gap"), ("datum[2]=1", "number for one"), ("datum/tag=1", "below a field"),
    ("rueckmeldung_sd=ja", "calculated"), ("datum", "no value"), ("=x", "no path"),
    ("kinder[0]/vorname=x", "number zero"),
    ("kinder[1/vorname=x", "open bracket"), ("themen[3]=but", "gap in a list"),
  ])
  func aWrongPathIsNamedWithoutItsValue(_ assignment: String, _ name: String) throws {
    let scratch = try Scratch()
    let run = try fill([assignment], ["--draft", "-o", scratch.path("x.json")])
    #expect(run.status == 64 && scratch.names == [] && run.output == "")
    try Golden.expect(run.errors, "fill/\(name)")
  }

  @Test func aNoteOfAnotherFormIsNoStart() throws {
    let run = try fill([], ["--from", "-"], input: Array("{\"form\": \"gibt-es-nicht\"}".utf8))
    #expect(run.status == 65 && run.errors.contains("[FORM-UNBEKANNT]"), "\(run.errors)")
  }

  @Test func aRecordOfAnotherPaperIsNoStart() throws {
    let run = try fill([], ["--from", Repository.path("Examples/kwg-meldebogen-minimal.json")])
    #expect(run.status == 2 && run.errors.contains("kwg-meldebogen") && run.output == "", "\(run.errors)")
  }

  @Test func suspicionOfNamesBecomesAnErrorOnRequest() throws {
    let named = anonymous.map { $0.hasPrefix("inhalt=") ? "inhalt=Frau Yılmaz fragt nach einem Platz." : $0 }
    let mild = try fill(named)
    #expect(mild.status == 1)
    let strict = try fill(named, ["--strict-anonymity"])
    #expect(strict.status == 2 && strict.output == "")
    let draft = try fill(named, ["--strict-anonymity", "--draft"])
    #expect(draft.status == 1 && draft.bytes == mild.bytes)
  }
}

extension Repository {
  /// The values of one field of a record.
  static func text(of record: [UInt8], under field: String) throws -> [String] {
    let xml = String(decoding: try Repository.record(record).xml(), as: UTF8.self)
    return xml.matches(of: try Regex("<\(field)>([^<]*)</\(field)>")).compactMap {
      $0.output[1].substring.map(String.init)
    }
  }
}
