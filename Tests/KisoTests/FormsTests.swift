import Files
import Testing

/// `kiso forms` and `kiso lint`: what there is, and what is wrong with it.
struct FormsTests {
  @Test(arguments: [[], ["gespraechsnotiz"]])
  func aFormDescribesItself(_ words: [String]) throws {
    let run = try Kiso.run(["forms"] + words)
    #expect(run.status == 0 && run.errors == "")
    try Golden.expect(run.output, "forms\(words.map { "-" + $0 }.joined())")
  }

  @Test func theShippedFormsAndTemplatesHaveNoMistake() throws {
    for words in [["lint"], ["lint", Repository.root], ["lint", "."]] {
      let run = try Kiso.run(words, in: Repository.root)
      #expect(run.transcript == "\(Repository.forms) Formulare geprüft, keine Fehler.\n-- Status 0\n")
    }
  }

  /// A mistake an author may make: in which file, what stands there, and what is written instead.
  struct Slip: Sendable {
    let file: String
    let old: String
    let new: String
  }

  private static let form = "Forms/bochum/gespraechsnotiz.xml"
  private static let template = "Templates/bochum/gespraechsnotiz.fodt"

  private func lint(_ slips: [Slip]) throws -> Run {
    let scratch = try Scratch()
    try Repository.copy(["Forms", "Templates"], to: scratch.path)
    for slip in slips {
      let text = String(decoding: try scratch.bytes(slip.file), as: UTF8.self)
      let found = text.firstRange(of: slip.old)
      let place = try #require(found, "\(slip.file): \(slip.old)")
      let changed = text[..<place.lowerBound] + slip.new + text[place.upperBound...]
      try AtomicFile.write(Array(changed.utf8), to: scratch.path(slip.file))
    }
    return try Kiso.run(["lint", scratch.path])
  }

  @Test func everyMistakeIsToldAtOnceWithItsPlaceAndTheNearestName() throws {
    let run = try lint([
      Slip(
        file: Self.form, old: "required=\"kontakt_zustande = 'ja'\"",
        new: "required=\"kontakt_zustand = 'ja'\""),
      Slip(
        file: Self.form, old: "relevant=\"kontakt_zustande = 'nein'\"",
        new: "relevant=\"kontakt_zustande = 'nein\""),
      Slip(file: Self.form, old: "list=\"kontaktart\"", new: "list=\"kontaktarten\""),
      Slip(file: Self.form, old: "if(filled(uhrzeit_von)", new: "if(filed(uhrzeit_von)"),
      Slip(file: Self.form, old: "starts-with(beratungsform, 'anonym')", new: "starts-with(beratungsform)"),
      Slip(file: Self.template, old: "&lt;ziel&gt;", new: "&lt;zeil&gt;"),
      Slip(file: Self.template, old: "&lt;telefon&gt;", new: "&lt;telefonn&gt;"),
      Slip(file: Self.template, old: "&lt;seiten&gt;", new: "&lt;seiten +&gt;"),
    ])
    #expect(run.status == 2 && run.output == "")
    try Golden.expect(run.errors, "lint/planted")
    #expect(run.errors.split(separator: "\n").count >= 5)
  }

  @Test(arguments: [
    ("broken form", form, "</form>", ""),
    ("unknown attribute", form, "required=\"true()\"", "requird=\"true()\""),
    ("unknown type", form, "type=\"multiline\"", "type=\"multilin\""),
    ("double code", "Forms/bochum/lists/fallstatus.xml", "id=\"beendet\"", "id=\"laufend\""),
    ("broken list", "Forms/bochum/lists/thema.xml", "</codelist>", "</codlist>"),
    ("broken template", template, "</office:document>", "</office:documen>"),
    ("unclosed block", template, "&lt;ende&gt;", "&lt;für kinder&gt;"),
    ("period", "Forms/bochum/retention.xml", "P3M", "3 Monate"),
  ])
  func aSingleMistakeNamesItsFileAndLine(_ name: String, _ file: String, _ old: String, _ new: String) throws {
    let run = try lint([Slip(file: file, old: old, new: new)])
    #expect(run.status == 2 && run.output == "", "\(run.transcript)")
    try Golden.expect(run.errors, "lint/\(name)")
    for line in run.errors.split(separator: "\n") { #expect(line.hasPrefix(file + ":"), "\(line)") }
  }

  @Test func aFormWithoutATemplateIsAMistake() throws {
    let scratch = try Scratch()
    try Repository.copy(["Forms"], to: scratch.path)
    let run = try Kiso.run(["lint", scratch.path])
    #expect(run.status == 2 && run.errors.contains("[VORLAGE-FEHLT]"), "\(run.errors)")
  }

  @Test func aFolderThatIsNoneIsNamed() throws {
    let run = try Kiso.run(["lint", "/nirgends"])
    #expect(run.status == 66 && run.errors.contains("[DATEI-FEHLT]"), "\(run.errors)")
  }
}
