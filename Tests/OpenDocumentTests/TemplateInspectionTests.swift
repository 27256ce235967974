import OpenDocument
import Testing

@Suite("What a template says about itself")
struct TemplateInspectionTests {
  @Test("Marks are listed with kind, place, line and the repetitions around them")
  func marks() throws {
    var sample = Sample(
      p(mark("für kinder/kind"))
        + table("T", [[mark("für spiel") + mark(".?"), mark("kasten ../kur") + mark("ende")]])
        + p(mark("ende"))
        + p("\(mark("wenn ja"))\(mark("nummer"))\(mark("sonst"))\(mark("Name"))\(mark("ende"))"))
    sample.footer = p(mark("name"))
    let template = try Template(parsing: sample.bytes, name: "t")
    #expect(
      template.marks.map { mark in
        let kind =
          switch mark.kind {
          case .value(let isOptional): isOptional ? "value?" : "value"
          case .checkbox: "checkbox"
          case .repetition: "for"
          case .condition: "if"
          }
        return
          "\(mark.line) \(kind) \(mark.expression) · \(mark.place) · \(mark.enclosing.joined(separator: " > "))"
      } == [
        "10 value name · Fußzeile (Erste), Absatz 1 · ", "12 for kinder/kind · Text, Absatz 1 · ",
        "12 for spiel · Tabelle ›T‹, Zeile 1, Spalte 1 · kinder/kind",
        "12 value? . · Tabelle ›T‹, Zeile 1, Spalte 1 · kinder/kind > spiel",
        "12 checkbox ../kur · Tabelle ›T‹, Zeile 1, Spalte 2 · kinder/kind > spiel",
        "12 if ja · Text, Absatz 3 · ",
        "12 value nummer · Text, Absatz 3 · ", "12 value Name · Text, Absatz 3 · ",
      ])
  }

  @Test(
    "Plain marks are understood across spans, with a warning",
    arguments: [
      "{{nummer}}", "{{ nummer }}",
      "{<text:span text:style-name=\"A\">{num</text:span>mer}<text:span text:style-name=\"A\">}</text:span>",
      "{{num<text:span text:style-name=\"A\">m</text:span>er}}", "{{<text:bookmark text:name=\"b\"/>nummer}}",
      "{{<text:s/>nummer\n}}",
    ])
  func plain(text: String) throws {
    let template = try Template(parsing: Sample(p("a") + p(text)).bytes, name: "t", form: .flat)
    #expect(
      template.warnings.map { "\($0.code.rawValue) \($0.place) \($0.line) \($0.text)" } == [
        "VORLAGE-KLARTEXT Text, Absatz 2 12 nummer"
      ])
    let body = try DocumentDump(template.render(try data())).body
    #expect(body.filter { $0.isNumber || $0 == "{" } == "7")
  }

  @Test("Two plain marks in one text and input fields")
  func several() throws {
    #expect(try rendered(body: p("a{{nummer}}b{{name}}c")) == "a7bMüller & Söhnec\n")
    #expect(
      try rendered(body: p("<text:text-input text:description=\"x\">nummer</text:text-input>")) == "7\n")
    #expect(
      try rendered(body: p("<text:placeholder text:placeholder-type=\"text\">{{nummer}}</text:placeholder>"))
        == "7\n")
    #expect(try rendered(body: p("a} {b} {c")) == "a} {b} {c\n")
  }

  @Test(
    "A mark that nobody will see is warned of",
    arguments: [
      "<text:section text:name=\"S\" text:display=\"none\">\(p(mark("nummer")))</text:section>",
      p("<text:span text:style-name=\"Weg\">\(mark("nummer"))</text:span>"),
      p("<text:hidden-text text:condition=\"x\">\(mark("nummer"))</text:hidden-text>"),
    ])
  func invisible(body: String) throws {
    var sample = Sample(body)
    sample.automaticStyles =
      "<style:style style:name=\"Weg\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>"
    let template = try Template(parsing: sample.bytes, name: "t")
    #expect(template.warnings.map(\.code) == [.invisible])
  }

  @Test(
    "Numbers and dates the German way",
    arguments: [
      (0, nil, "0"), (1234567.891, nil, "1.234.567,891"), (1234.5, 2, "1.234,50"), (0.005, 2, "0,01"),
      (-0.004, 2, "0,00"), (999.995, 2, "1.000,00"),
      (-1234, 0, "-1.234"), (1e-7, nil, "0,0000001"), (1.005, 2, "1,01"),
      (123456789012345, nil, "123.456.789.012.345"), (100, nil, "100"), (1e15, nil, nil), (.nan, nil, nil),
      (.infinity, 1, nil),
    ] as [(Double, Int?, String?)])
  func numbers(value: Double, digits: Int?, expected: String?) {
    #expect(TemplateFormat.number(value, digits: digits) == expected)
  }

  @Test(
    "Only a day in ISO form is turned round",
    arguments: [
      ("2025-11-20", "20.11.2025"), ("2025-11-20T08:00:00", "20.11.2025"), ("2025-11", "2025-11"),
      ("20.11.2025", "20.11.2025"), ("2025-11-2x", "2025-11-2x"), ("", ""), ("2025-11-20 ", "2025-11-20 "),
    ])
  func dates(text: String, expected: String) {
    #expect(TemplateFormat.date(text) == expected)
  }

  @Test("Each row adds the same to the output")
  func linear() throws {
    let sample = Sample(
      table(
        "T",
        [
          (1...6).map { (column: Int) in
            (column == 1 ? mark("für z") : "") + mark("w\(column)") + (column == 6 ? mark("ende") : "")
          }
        ]))
    let template = try Template(parsing: sample.bytes, name: "t", form: .flat)
    func size(_ rows: Int) throws -> Int {
      let row = "<z>" + (1...6).map { "<w\($0)>Wert \($0)</w\($0)>" }.joined() + "</z>"
      return try template.render(try data("<r>" + String(repeating: row, count: rows) + "</r>")).count
    }
    let (thousand, two) = (try size(1000), try size(2000))
    #expect(two - thousand == 1000 * (try size(2) - size(1)))
  }
}
