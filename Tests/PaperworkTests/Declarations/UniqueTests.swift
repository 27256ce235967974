import FormModel
import Testing

/// What there may be only once is declared once, and holds for all papers that a run knows.
@Suite struct UniqueTests {
  private static func mistakes(_ file: String, _ old: String, _ new: String) throws -> [String] {
    let sound = try Repository.declarations()
    let files = sound.map { $0.name == file ? $0.replacing(old, with: new) : $0 }
    #expect(files != sound, "\(old)")
    return FormLint.mistakes(in: files, schema: try Repository.schema()).map { "\($0.code) \($0.message)" }
  }

  @Test func `A case has one first contact, and each number once`() throws {
    let first = try Sample.named.raw().edited(["erstkontakt=ja", "notiz_nr=1"])
    #expect(try Checked(.named, ["erstkontakt=ja"], others: [first]).ids.contains("W-GN-22"))
    #expect(try Checked(.named, ["notiz_nr=1", "erstkontakt=nein"], others: [first]).ids.contains("E-GN-20"))
    let elsewhere = first.edited(["vorgangsnummer=KSA-2-2025-0999"])
    #expect(
      try Set(["W-GN-22", "E-GN-20"]).isDisjoint(
        with: Checked(.named, ["erstkontakt=ja", "notiz_nr=1"], others: [elsewhere]).ids))
  }

  @Test(arguments: [
    ("teil1-quartal", "W-ST1-23", "fachkraft/name=Jemand Anders"), ("teil1-quartal", "W-ST1-23", "jahr=2024"),
    ("teil1-gesamtstadt", "W-ST1-24", "jahr=2024"), ("teil2-stadtbezirk", "W-ST2-42", "jahr=2024"),
  ])
  func `A period has one sheet for each worker, district and town`(_ example: String, _ id: String, _ other: String)
    throws
  {
    let sheet = try FigureCase.example(example)
    let changed = sheet.edited(["status=vorlaeufig"])
    #expect(try Checked(sheet, others: [changed]).ids.contains(id))
    // The very same sheet is no other one, and neither is one of another period or worker.
    #expect(try !Checked(sheet, others: [sheet]).ids.contains(id))
    #expect(try !Checked(sheet, others: [changed.edited([other])]).ids.contains(id))
  }

  @Test func `What tells two sheets apart is what the archive knows them by`() throws {
    let sheet = try FigureCase.example("teil1-quartal")
    let reference = try Checked(sheet).evaluated.filing.reference
    #expect(reference?.contains("2025") == true)
    #expect(try Checked(sheet.edited(["status=vorlaeufig"])).evaluated.filing.reference == reference)
    #expect(try Checked(sheet.edited(["jahr=2024"])).evaluated.filing.reference != reference)
    #expect(try Checked(.named).evaluated.filing.reference == nil)
  }

  private static let broken: [(old: String, new: String, says: String)] = [
    (
      "<unique id=\"E-GN-20\" strength=\"error\" same=\"notiz_nr\"",
      "<unique id=\"E-GN-20\" strength=\"error\" same=\"notitz_nr\"", "notitz_nr"
    ),
    (
      "<unique id=\"E-GN-20\" strength=\"error\" same=\"notiz_nr\"", "<unique id=\"E-GN-20\" strength=\"error\"", "same"
    ),
    ("when=\"erstkontakt = 'ja'\"", "when=\"erstkontakt = 'jaa'\"", "jaa"),
  ]

  @Test(arguments: broken)
  func `Lint reads what is declared to be unique`(_ broken: (old: String, new: String, says: String)) throws {
    let mistakes = try Self.mistakes("bochum/gespraechsnotiz.xml", broken.old, broken.new)
    #expect(!mistakes.isEmpty && mistakes.allSatisfy { $0.contains(broken.says) }, "\(mistakes)")
  }

  private static let kinds: [(old: String, new: String, says: String)] = [
    ("data=\"notizen\" ends", "data=\"notitzen\" ends", "›notitzen‹ gibt es keine Klasse"),
    ("ends=\"beendet_am\"", "ends=\"letzter_kontakt_am\"", "das einen Vorgang beendet, gibt es nicht"),
  ]

  @Test(arguments: kinds)
  func `Lint holds a kind of case against the schedule`(_ broken: (old: String, new: String, says: String)) throws {
    let mistakes = try Self.mistakes("bochum/process.xml", broken.old, broken.new)
    #expect(mistakes.count == 1 && mistakes[0].hasPrefix("FORM-PFLICHT"), "\(mistakes)")
    #expect(mistakes.first?.contains(broken.says) == true, "\(mistakes)")
  }
}
