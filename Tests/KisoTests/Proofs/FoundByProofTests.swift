import FormModel
import Paperwork
import Testing
import XMLTree

/// What chance brought up, each with the smallest paper that shows it.
struct FoundByProofTests {
  /// The second sheet shows one of two people; read back, both stand in their order.
  @Test func `A sheet that shows one of several people leaves their order alone`() throws {
    let scratch = try Scratch()
    let example = Repository.path("Examples/schweigepflichtentbindung-zwei-blaetter.json")
    let run = try Kiso.runOnDay(["render", example, "--fillable", "-o", scratch.path("x.odt")])
    try #require(run.status < 2, "\(run.errors)")
    let names = try ["x-1.odt", "x-2.odt"].map { name in
      try Repository.record(scratch.bytes(name)).root.groups("erklaerende").map { $0.value("vorname") }
    }
    #expect(names == [["Annika", "Thành"], ["Annika", "Thành"]])
  }

  /// A letter with a mark of its own is one character and two code points.
  @Test func `A text that is as long as the form allows is as long as the schema allows`() throws {
    let library = try #require(Repository.library)
    let form = try #require(library.forms["kooperation"])
    let schema = try RelaxNGSchema(parsing: RecordSchema(form, library: library).bytes(.relaxNG))
    let base = try Repository.record(Array(try Repository.text("Examples/kooperation-minimal.json").utf8))
    for (text, isRight) in [
      (String(repeating: "x\u{336}", count: 80), true), (String(repeating: "x\u{336}", count: 81), false),
      (String(repeating: "ğ", count: 160), true), (String(repeating: "ğ", count: 161), false),
    ] {
      var record = base
      record.root.set("dienst", [.value(text)])
      let paper = try EvaluatedRecord(record, form: form, library: library, day: Repository.day)
      let isShort = !paper.findings.contains { $0.id == "E-KOOP-dienst-laenge" }
      let fits = schema.validate(try XMLDocument(parsing: record.xml())).isEmpty
      #expect(isShort == isRight && fits == isRight, "\(text.unicodeScalars.count)")
    }
  }

  /// Nothing holds a report of a child in danger up, not even a character that no document can hold.
  @Test func `A report with a control character is made, with a sign in its place`() throws {
    let scratch = try Scratch()
    let example = try Repository.text("Examples/kwg-meldebogen-minimal.json")
    let note = example.replacing("\"form\"", with: "\"schutzfaktoren\": \"vorn\\u0007hinten\", \"form\"")
    try scratch.write(note, "x.json")
    let run = try Kiso.runOnDay(["render", scratch.path("x.json"), "-o", scratch.path("x.odt")])
    #expect(run.status == 1 && run.errors.contains("schutzfaktoren-zeichen"), "\(run.transcript)")
    #expect(try Kiso.run(["text", scratch.path("x.odt")]).output.contains("vorn\u{FFFD}hinten"))
  }

  /// The schema demands what is an error without it, and not what is only warned of.
  @Test func `A schema takes a paper whose missing value is a warning`() throws {
    let library = try #require(Repository.library)
    let form = try #require(library.forms["rueckmeldung-sd"])
    let schema = try RelaxNGSchema(parsing: RecordSchema(form, library: library).bytes(.relaxNG))
    let record = try Repository.record(Array(try Repository.text("Examples/rueckmeldung-sd-lang.json").utf8))
    for (field, isDemanded) in [("familie_informiert_am", false), ("sd_vermittelt_am", true)] {
      var record = record
      record.root.set(field, [])
      #expect(schema.validate(try XMLDocument(parsing: record.xml())).isEmpty != isDemanded, "\(field)")
    }
  }
}
