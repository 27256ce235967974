import Files
import FormModel
@testable import Paperwork
import Testing

/// Papers that are not ours are read by their labels by the real command, and wait for somebody to confirm them.
struct LabelTests {
  private static let text = """
    Gesprächsnotiz

    Vorgangsnummer: KSA-2-2025-0147     Notiz Nr. 3
    Datum: 12.11.2025     Uhrzeit von - bis: 10:00 – 10:45
    Fachkraft: Jana Wegner
    Kontaktart: Hausbesuch
    Erstkontakt  [ ] ja  [x] nein
    Ratsuchende: Ayşegül Çağlayan, Mutter, sorgeberechtigt, 0171 3920012
    Kind: Elif Çağlayan, geb. 3.4.2022
    Anlass: Sprachentwicklung
    Inhalt: Die Mutter berichtet,
    dass Elif wenig spricht.
    """

  /// What is needed for a finished paper and does not stand in the text.
  private static let rest = [
    "stadtbezirk=2", "themen=entwicklung", "hauptthema=entwicklung", "kwg_anhaltspunkte=nein",
  ].flatMap { ["--set", $0] }

  private static func read(_ scratch: borrowing Scratch, _ words: [String], _ input: String) throws -> Run {
    try Kiso.runOnDay(["read", "-o", scratch.path("x.json")] + words, input: Array(input.utf8))
  }

  @Test func everyValueOfATextWaitsForConfirmationUntilItIsGiven() throws {
    let scratch = try Scratch()
    let run = try Self.read(scratch, ["--labels", "-"], Self.text)
    #expect(run.status == 1 && run.errors.contains("[W-LESEN-21]") && run.output == "", "\(run.transcript)")
    let record = try Repository.record(scratch.bytes("x.json"))
    #expect(record.unconfirmed.count == 18)
    #expect(record.root.value("kontaktart") == "hausbesuch" && record.root.value("erstkontakt") == "nein")
    #expect(record.root.value("notiz_nr") == "3" && record.root.value("uhrzeit_bis") == "10:45")
    // Every way of checking says so.
    let checked = try Kiso.runOnDay(["check", scratch.path("x.json")])
    #expect(checked.output.contains("[W-GN-BESTAETIGEN]"), "\(checked.output)")
    // Filling in the rest is no confirmation; only the word is.
    let words = ["fill", "gespraechsnotiz", "--no-input", "--from", scratch.path("x.json")] + Self.rest
    let unconfirmed = try Kiso.runOnDay(words + ["--draft", "-o", scratch.path("y.json")])
    #expect(unconfirmed.errors.contains("[W-GN-BESTAETIGEN]"), "\(unconfirmed.transcript)")
    #expect(try !Repository.record(scratch.bytes("y.json")).unconfirmed.isEmpty)
    let confirmed = try Kiso.runOnDay(words + ["--draft", "--confirm", "-o", scratch.path("z.json")])
    #expect(!confirmed.errors.contains("BESTAETIGEN"), "\(confirmed.transcript)")
    let last = try Repository.record(scratch.bytes("z.json"))
    #expect(last.unconfirmed.isEmpty && last.root.value("datum") == "2025-11-12")
  }

  @Test func aTextWithoutATitleNeedsItsForm() throws {
    let scratch = try Scratch()
    let text = Self.text.replacing("Gesprächsnotiz", with: "Vermerk")
    let refused = try Self.read(scratch, ["--labels", "-"], text)
    #expect(refused.status == 65 && refused.errors.contains("[TEXT-FORMULAR]") && scratch.names.isEmpty)
    let read = try Self.read(scratch, ["--labels", "-", "--form", "gespraechsnotiz"], text)
    #expect(read.status == 1)
    #expect(try Repository.record(scratch.bytes("x.json")).root.value("datum") == "2025-11-12")
    let unknown = try Self.read(scratch, ["--labels", "-", "--form", "gesprächsnotiz"], text)
    #expect(unknown.status == 66 || unknown.status == 64 || unknown.status == 65, "\(unknown.transcript)")
    #expect(unknown.errors.contains("[FORM-UNBEKANNT]"))
  }

  @Test func aDocumentIsNoText() throws {
    let scratch = try Scratch()
    let document = try Kiso.runOnDay(["render", "--blank", "gespraechsnotiz"]).bytes
    for bytes in [document, Array("%PDF-1.7 …".utf8)] {
      let run = try Kiso.runOnDay(["read", "--labels", "-", "-o", scratch.path("x.json")], input: bytes)
      #expect(run.status == 65 && run.errors.contains("[TEXT-KEIN-TEXT]"), "\(run.transcript)")
    }
    #expect(scratch.names.isEmpty)
  }

  // MARK: - Documents

  /// A page as another office has it: labels beside their values, above them, in boxes, and a list.
  private static let page: String = {
    func cell(_ lines: String...) -> String {
      "<table:table-cell>" + lines.map { "<text:p>\($0)</text:p>" }.joined() + "</table:table-cell>"
    }
    func table(_ name: String, _ columns: Int, _ rows: [[String]]) -> String {
      "<table:table table:name=\"\(name)\"><table:table-column table:number-columns-repeated=\"\(columns)\"/>"
        + rows.map { "<table:table-row>" + $0.map { cell($0) }.joined() + "</table:table-row>" }.joined()
        + "</table:table>"
    }
    let body =
      "<text:h text:outline-level=\"1\">Gesprächsvermerk</text:h>"
      + table(
        "A", 4,
        [
          ["Datum", "12.11.2025", "Bearbeitet von", "Jana Wegner"],
          ["Art des Kontakts", "☐ Büro ☒ Hausbesuch", "Erstgespräch", "☐ ja ☒ nein"],
        ])
      + "<text:p/>" + table("B", 2, [["Anlass", "Hauptthema"], ["Umzug", "Entwicklung"]])
      + "<text:p>Kinder</text:p>"
      + table(
        "C", 3,
        [
          ["Vorname", "Name", "geb. am"], ["Elif", "Çağlayan", "3.4.2022"], ["İlkay", "Çağlayan", "2024"],
        ])
      + "<text:p>Inhalt</text:p><text:p>Datum: der 3. Mai wurde genannt.</text:p>"
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document "
      + "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
      + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" office:version=\"1.3\" "
      + "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>\(body)"
      + "</office:text></office:body></office:document>"
  }()

  private func expectPage(_ run: Run, _ record: Record) {
    #expect(run.status == 1 && run.errors.contains("[W-LESEN-21]"), "\(run.transcript)")
    #expect(!run.errors.contains("H-LESEN") && !run.errors.contains("W-LESEN-28"), "\(run.errors)")
    let values = [
      "datum": "2025-11-12", "fachkraft/name": "Jana Wegner", "kontaktart": "hausbesuch", "erstkontakt": "nein",
      "anlass": "Umzug", "kinder[1]/vorname": "Elif", "kinder[1]/nachname": "Çağlayan",
      "kinder[1]/geburtsdatum": "2022-04-03", "kinder[2]/vorname": "İlkay", "kinder[2]/geburtsdatum": "2024",
      "inhalt": "Datum: der 3. Mai wurde genannt.",
    ]
    for (path, value) in values {
      #expect(RecordPath(path).map { record.contents(at: $0) } == [.value(value)], "\(path)")
    }
    #expect(Set(values.keys).isSubset(of: Set(record.unconfirmed)))
  }

  @Test func aForeignDocumentIsReadByItsTables() throws {
    let scratch = try Scratch()
    let run = try Self.read(scratch, ["-"], Self.page)
    expectPage(run, try Repository.record(scratch.bytes("x.json")))
  }

  @Test(.enabled(if: Outside.office != nil, "needs LibreOffice (soffice), or it was left out on request"))
  func aDocumentThatLibreOfficeMadeIsReadByItsTables() throws {
    let scratch = try Scratch()
    let target = try PrivateDirectory(under: scratch.path)
    try Outside.convert([try scratch.write(Self.page, "seite.fodt")], to: "odt", into: target.path)
    let run = try Kiso.runOnDay(["read", target.path(of: "seite.odt"), "-o", scratch.path("x.json")])
    expectPage(run, try Repository.record(scratch.bytes("x.json")))
  }

  @Test func aPaperOfOursWithoutItsRecordIsNotReadByItsLabels() throws {
    let scratch = try Scratch()
    let source = Repository.path("Examples/gespraechsnotiz-minimal.json")
    let flat = try Kiso.runOnDay(["render", source, "-o", scratch.path("x.fodt")])
    #expect(flat.status == 0)
    // A package of ours that lost its record, but was saved by nobody else.
    var package = try EditedPaper.final("gespraechsnotiz-minimal.json").package
    package.members.removeAll { $0.name.hasPrefix("Record/") }
    package = package.changing("META-INF/manifest.xml") {
      $0.replacing(/<manifest:file-entry[^>]*"Record\/[^>]*>/, with: "")
    }
    for bytes in try [scratch.bytes("x.fodt"), package.bytes()] {
      let run = try Kiso.runOnDay(["read", "-"], input: bytes)
      #expect(run.status == 65 && run.errors.contains("[ODF-OHNE-DATEN]") && run.output == "", "\(run.transcript)")
    }
  }
}
