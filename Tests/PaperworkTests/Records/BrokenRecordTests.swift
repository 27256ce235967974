import FormModel
import Testing

/// Bytes that are no record, or not quite: a clear code or a finding, and nothing lost silently.
@Suite struct BrokenRecordTests {
  static let refused: [(name: String, text: String, code: RecordFailure.Code, line: Int?)] = [
    ("nothing", "", .empty, nil),
    ("white space", " \n\t", .empty, nil),
    ("half an object", "{\"form\": \"gespraechsnotiz\",\n\"datum\": ", .json, 2),
    ("a comma too many", "{\"form\": \"gespraechsnotiz\",}", .json, 1),
    ("two values", "{} {}", .json, 1),
    ("single quotes", "{'form': 'gespraechsnotiz'}", .json, 1),
    (
      "the same name twice", "{\"form\": \"gespraechsnotiz\",\n\"datum\": \"1.1.\",\n\"datum\": \"2.1.\"}",
      .duplicate, 3
    ),
    (
      "the same name twice, far inside",
      "{\"form\": \"gespraechsnotiz\", \"kinder\": [{\"vorname\": \"a\", \"vorname\": \"b\"}]}", .duplicate, 1
    ),
    ("a zero character", "{\"form\": \"gespraechsnotiz\", \"inhalt\": \"a\\u0000b\"}", .json, 1),
    ("a zero character in a name", "{\"form\\u0000\": \"gespraechsnotiz\"}", .json, 1),
    ("half a surrogate pair", "{\"form\": \"gespraechsnotiz\", \"inhalt\": \"\\ud83d\"}", .json, 1),
    ("the other half", "{\"form\": \"gespraechsnotiz\", \"inhalt\": \"\\ude00x\"}", .json, 1),
    (
      "a number beyond all bounds", "{\"form\": \"gespraechsnotiz\", \"notiz_nr\": 99999999999999999999}",
      .json, 1
    ),
    ("a fraction beyond all bounds", "{\"form\": \"gespraechsnotiz\", \"notiz_nr\": 1e999}", .json, 1),
    ("very deep", String(repeating: "[", count: 100_000), .depth, nil),
    ("a list", "[]", .shape, nil),
    ("a list of records", "[{\"form\": \"gespraechsnotiz\"}]", .shape, nil),
    ("an answer alone", "{\"status\": \"unbekannt\"}", .shape, nil),
    ("no form", "{\"datum\": \"2025-10-08\"}", .unknownForm, nil),
    ("an unknown form", "{\"form\": \"gesprächsnotiz\"}", .unknownForm, nil),
    ("a form that is no word", "{\"form\": {\"id\": \"gespraechsnotiz\"}}", .unknownForm, nil),
    ("an element that is not closed", "<record form=\"gespraechsnotiz\">\n<datum>", .xml, 2),
    ("two roots", "<record form=\"gespraechsnotiz\"/><record/>", .xml, 1),
    (
      "a document type",
      "<!DOCTYPE record [<!ENTITY a \"b\">]>\n<record form=\"gespraechsnotiz\">&a;</record>", .xml, 1
    ),
    ("an unknown entity", "<record form=\"gespraechsnotiz\"><datum>&nbsp;</datum></record>", .xml, 1),
    ("a control character", "<record form=\"gespraechsnotiz\"><datum>&#1;</datum></record>", .xml, 1),
    ("very deep elements", String(repeating: "<record>", count: 10_000), .xml, nil),
    ("another element", "<note form=\"gespraechsnotiz\"/>", .shape, 1),
    ("another namespace", "<record xmlns=\"urn:x\" form=\"gespraechsnotiz\"/>", .shape, 1),
    ("XML of no form", "<record/>", .unknownForm, nil),
    ("XML of an unknown form", "<record form=\"notiz\"/>", .unknownForm, nil),
  ]

  @Test(arguments: refused)
  func `What is no record is refused with a code`(
    _ row: (name: String, text: String, code: RecordFailure.Code, line: Int?)
  ) throws {
    let failure = #expect(throws: RecordFailure.self) {
      _ = try Checked(try RecordReader.raw(Array(row.text.utf8)))
    }
    #expect(failure?.code == row.code)
    if let line = row.line { #expect(failure?.line == line) }
  }

  @Test func `Bytes that are not UTF-8 are refused`() {
    for text in ["{\"form\": \"", "<record form=\""] {
      #expect(throws: RecordFailure.self) { try RecordReader.raw(Array(text.utf8) + [0xFF, 0xFE, 0x22]) }
    }
  }

  @Test func `A byte order mark is no obstacle`() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + (try Repository.bytes("Examples/gespraechsnotiz-minimal.json"))
    #expect(try Checked(try RecordReader.raw(bytes)).german == [])
  }

  static let reported: [(name: String, body: String, german: String)] = [
    (
      "an unknown element", "<dattum>x</dattum>",
      "[E-GN-FELD] Das Feld ›dattum‹ gibt es hier nicht. (Zeile 2) Meinten Sie ›datum‹?"
    ),
    (
      "an unknown attribute", "<datum art=\"x\">2025-10-08</datum>",
      "[E-GN-AUFBAU] ›Datum‹ hat nicht den erwarteten Aufbau. (Zeile 2)"
    ),
    (
      "text between fields", "<fachkraft>Jörg<name>J</name></fachkraft>",
      "[E-GN-FELD] Hier steht Text außerhalb der Felder. (Zeile 2)"
    ),
    ("text in the record", "Jörg", "[E-GN-FELD] Hier steht Text außerhalb der Felder."),
    (
      "an attribute of a group", "<fachkraft rolle=\"x\"><name>J</name></fachkraft>",
      "[E-GN-FELD] Das Attribut ›rolle‹ gibt es hier nicht. (Zeile 2)"
    ),
    (
      "markup in a text", "<anlass>ein <b>Wort</b></anlass>",
      "[E-GN-AUFBAU] ›Anlass / Anliegen‹ hat nicht den erwarteten Aufbau. (Zeile 2)"
    ),
    (
      "an answer and a value", "<datum status=\"unbekannt\">2025-10-08</datum>",
      "[E-GN-AUFBAU] ›Datum‹ hat nicht den erwarteten Aufbau. (Zeile 2)"
    ),
    (
      "an answer that is none", "<datum status=\"egal\"/>",
      "[E-GN-STATUS] ›egal‹ ist keine der Angaben, die statt eines Werts stehen können."
    ),
    (
      "another namespace", "<x:datum xmlns:x=\"urn:x\">2025-10-08</x:datum>",
      "[E-GN-FELD] Das Feld ›*:datum‹ gibt es hier nicht. (Zeile 2)"
    ),
    (
      "two days", "<datum>2025-10-08</datum><datum>2025-10-09</datum>",
      "[E-GN-MEHRFACH] ›Datum‹ steht mehrmals da. (Zeile 2)"
    ),
    ("a second form", "<form>spe</form>", "[E-GN-FELD] Das Feld ›form‹ gibt es hier nicht. (Zeile 2)"),
  ]

  @Test(arguments: reported)
  func `What does not fit in XML is reported`(_ row: (name: String, body: String, german: String)) throws {
    let text = "<record form=\"gespraechsnotiz\">\n\(row.body)</record>"
    let german = try Checked(try RecordReader.raw(Array(text.utf8))).german
    #expect(german.contains { $0.hasPrefix(row.german) }, "\(german)")
  }

  @Test func `Attributes of the schema language and comments are no values`() throws {
    let text = """
      <record form="gespraechsnotiz" version="1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:noNamespaceSchemaLocation="gn.xsd" xml:lang="de"><!-- x --><?y z?><anlass xml:space="preserve"><![CDATA[a <b>]]></anlass></record>
      """
    let checked = try Checked(try RecordReader.raw(Array(text.utf8)))
    #expect(checked.findings.filter { $0.id.hasSuffix("FELD") || $0.id.hasSuffix("AUFBAU") } == [])
    #expect(checked.record.root.value("anlass") == "a <b>")
  }

  static let wrongTypes: [(name: String, json: String, id: String)] = [
    ("a list of lists", "\"themen\": [[\"but\"]]", "E-GN-AUFBAU"),
    ("an object for a text", "\"anlass\": {\"text\": \"x\"}", "E-GN-AUFBAU"),
    ("a text for a row", "\"kinder\": [\"Noah\"]", "E-GN-AUFBAU"),
    ("a number for a group", "\"fachkraft\": 5", "E-GN-AUFBAU"),
    ("a boolean for a day", "\"datum\": true", "E-GN-datum-format"),
    ("a number for yes and no", "\"erstkontakt\": 1", "E-GN-erstkontakt-code"),
    ("a fraction for a whole number", "\"notiz_nr\": 1.5", "E-GN-notiz_nr-format"),
    ("a fraction with three digits", "\"notiz_nr\": 1.234", "E-GN-notiz_nr-format"),
    ("a very large number", "\"notiz_nr\": 1e22", "E-GN-notiz_nr-format"),
    ("a control character", "\"anlass\": \"a\\u0001b\"", "E-GN-anlass-zeichen"),
    ("no character of Unicode", "\"anlass\": \"a\\uffff\"", "E-GN-anlass-zeichen"),
    ("an id that is no text", "\"id\": {\"x\": 1}", "E-GN-FELD"),
    (
      "fifty levels",
      "\"kinder\": " + String(repeating: "{\"kinder\":", count: 50) + "1"
        + String(repeating: "}", count: 50), "E-GN-FELD"
    ),
  ]

  @Test(arguments: wrongTypes)
  func `What does not fit in JSON is reported`(_ row: (name: String, json: String, id: String)) throws {
    let text = "{\"form\": \"gespraechsnotiz\", \(row.json)}"
    let checked = try Checked(try RecordReader.raw(Array(text.utf8)))
    #expect(checked.ids.contains(row.id), "\(checked.german)")
    #expect(throws: Never.self) { try RecordReader.raw(checked.record.xml()) }
    #expect(throws: Never.self) { try RecordReader.raw(checked.record.json(form: checked.evaluated.form)) }
  }

  @Test func `Null and an empty text are nothing`() throws {
    let text =
      "{\"form\": \"gespraechsnotiz\", \"datum\": null, \"kinder\": null, \"anlass\": \" \", \"themen\": [], \"fachkraft\": {}}"
    #expect(try Checked(try RecordReader.raw(Array(text.utf8))).record.root.items == [])
  }
}
