import OpenDocument
import Testing
import XMLTree

/// A record with one text, as XML.
private func record(_ text: String) -> String {
  var bytes: [UInt8] = []
  XMLEscape.append(text: text, to: &bytes)
  return "<r><v>\(String(decoding: bytes, as: UTF8.self))</v></r>"
}

@Suite("Values")
struct TemplateValueTests {
  @Test(
    "White space of a value survives",
    arguments: [
      ("a b", "-a b-"), ("a  b", "-a ␣b-"), ("a    b", "-a ␣␣␣b-"), (" a", "-␣a-"), ("  a ", "-␣␣a␣-"),
      ("a\tb", "-a⇥b-"),
      ("a \t b", "-a␣⇥␣b-"), ("a\nb", "-a↵b-"), ("a \n b", "-a␣↵␣b-"),
      ("a\r\nb\rc\u{2028}d\u{2029}e", "-a↵b↵c↵d↵e-"),
      ("\n", "-↵-"), (" ", "-␣-"), ("<&>\"'", "-<&>\"'-"), ("a\u{A0}b", "-a\u{A0}b-"), ("ÄÖÜß €", "-ÄÖÜß €-"),
      ("👩‍👧", "-👩‍👧-"), ("", "--"), ("a\n\nb\n", "-a↵↵b↵-"), ("{{x}}", "-{{x}}-"),
    ])
  func whiteSpace(value: String, expected: String) throws {
    let template = try Template(parsing: Sample(p("-\(mark("v"))-")).bytes, name: "t", form: .flat)
    let document = try XMLDocument(parsing: Array(record(value).utf8))
    let data = TemplateData(engine: XPathEngine(document), root: document.root) { $0.text }
    #expect(try DocumentDump(template.render(data)).body == expected + "\n")
  }

  @Test(
    "A value alone in its paragraph makes a paragraph of each line",
    arguments: [
      ("a", "a\n"), ("a\nb", "a\nb\n"), ("a\n\nb", "a\n\nb\n"), ("a\n", "a\n\n"), (" a \n\tb", "␣a␣\n⇥b\n"),
      ("", "\n"),
    ])
  func lines(value: String, expected: String) throws {
    for body in [
      p(mark("v")), p(" " + mark("v") + " "), p("<text:span text:style-name=\"T\">\(mark("v"))</text:span>"),
    ] {
      let template = try Template(parsing: Sample(body).bytes, name: "t", form: .flat)
      let document = try XMLDocument(parsing: Array(record(value).utf8))
      let data = TemplateData(engine: XPathEngine(document), root: document.root) { $0.text }
      let dump = try DocumentDump(template.render(data)).body
      #expect(dump.replacing("[", with: "").replacing("]", with: "") == expected)
    }
  }

  @Test(
    "Blanks of the template around empty values vanish as a reader expects",
    arguments: [
      ("a \(mark("leer?")) b", "a b"), ("\(mark("leer?")) a", "a"), ("a \(mark("leer?"))", "a"),
      ("a \(mark("leer?")) \(mark("leer?")) b", "a b"),
      ("a <text:span text:style-name=\"T\">\(mark("leer?")) </text:span>b", "a []b"),
      ("  a\n   \(mark("nummer"))\t b ", "a 7 b"), ("a \(mark("wenn nein"))b\(mark("ende")) c", "a c"),
      ("a\(mark("wenn nein")) b\(mark("ende")) c", "a c"),
      ("a \(mark("wenn ja")) b \(mark("ende")) c", "a b c"),
      ("a<text:s/>\(mark("leer?"))<text:s/>b", "a␣ b"), ("a\(mark("leer?"))<text:tab/>b", "a⇥b"),
      ("a \(mark("leer?"))<text:line-break/> b", "a ↵ b"),
    ])
  func templateBlanks(content: String, expected: String) throws {
    #expect(try rendered(body: p(content)) == expected + "\n")
  }

  @Test("In metadata and alternative texts there are only single blanks")
  func metadata() throws {
    var sample = Sample(
      p(
        "<draw:frame draw:name=\"F\"><draw:text-box>\(p("x"))</draw:text-box><svg:title> {{notiz}} </svg:title></draw:frame>"
      ))
    sample.meta =
      "<dc:title> {{notiz}}  {{leer?}} x</dc:title><dc:subject>{{leer?}}</dc:subject><meta:keyword>{{für kinder/kind}}{{name}} {{ende}}</meta:keyword>"
    let template = try Template(parsing: sample.bytes, name: "t", form: .flat)
    let bytes = try template.render(try data())
    #expect(template.warnings.isEmpty)
    #expect(try DocumentDump(bytes).meta == "title: erste Zeile zweite Zeile vierte x\nkeyword: Ada Bela\n")
    let document = try XMLDocument(parsing: bytes)
    var title = ""
    document.root.visit { if $0.name == "title" { title = $0.text } }
    #expect(title == "erste Zeile zweite Zeile vierte")
  }

  @Test("What is missing is named, all of it, with its place")
  func missing() throws {
    var sample = Sample(
      p("\(mark("fehlt")) \(mark("leer"))")
        + table("K", [[mark("für kinder/kind") + mark("kur"), mark("spiel[2]") + mark("ende")]])
        + p(mark("number(name)")) + p(mark("1 div 0")) + p(mark("string(fehlt)")))
    sample.footer = p("\(mark("fehlt/auch"))")
    sample.meta = "<dc:title>{{fehlt}}</dc:title>"
    let template = try Template(parsing: sample.bytes, name: "akte")
    let data = try data()
    let failure = #expect(throws: RenderFailure.self) { try template.render(data) }
    #expect(failure?.template == "akte")
    #expect(
      failure?.problems.map {
        "\($0.code.rawValue) \($0.mark?.expression ?? "") · \($0.mark?.place ?? "") \($0.positions)"
      } == [
        "AUSGABE-FEHLT fehlt · Metadaten, Titel []", "AUSGABE-FEHLT fehlt · Text, Absatz 1 []",
        "AUSGABE-FEHLT leer · Text, Absatz 1 []", "AUSGABE-FEHLT kur · Tabelle ›K‹, Zeile 1, Spalte 1 [1]",
        "AUSGABE-FEHLT spiel[2] · Tabelle ›K‹, Zeile 1, Spalte 2 [2]",
        "AUSGABE-ZAHL number(name) · Text, Absatz 2 []",
        "AUSGABE-ZAHL 1 div 0 · Text, Absatz 3 []", "AUSGABE-FEHLT string(fehlt) · Text, Absatz 4 []",
        "AUSGABE-FEHLT fehlt/auch · Fußzeile (Erste), Absatz 1 []",
      ])
  }

  @Test("An empty text is deliberate when the caller says so, and no text is missing")
  func callersText() throws {
    let template = try Template(parsing: Sample(p("\(mark("a"))|\(mark("b"))")).bytes, name: "t", form: .flat)
    let document = try XMLDocument(parsing: Array("<r><a/><b>2</b></r>".utf8))
    let written = TemplateData(engine: XPathEngine(document), root: document.root) {
      $0.name == "a" ? "" : "»\($0.text)«"
    }
    #expect(try DocumentDump(template.render(written)).body == "|»2«\n")
    let silent = TemplateData(engine: XPathEngine(document), root: document.root) { _ in nil }
    let failure = #expect(throws: RenderFailure.self) { try template.render(silent) }
    #expect(failure?.problems.map(\.code) == [.missing, .missing])
  }

  @Test(
    "Characters that XML forbids are an error",
    arguments: ["a\u{7}", "\u{0}", "\u{FFFE}", "x\u{FFFF}y", "\u{1B}[0m"])
  func forbidden(value: String) throws {
    let template = try Template(parsing: Sample(p(mark("v")) + p("-" + mark("v"))).bytes, name: "t")
    let data = try data("<r><v>x</v></r>")
    let bad = TemplateData(engine: data.engine, root: data.root) { _ in value }
    let failure = #expect(throws: RenderFailure.self) { try template.render(bad) }
    #expect(failure?.problems.map(\.code) == [.character, .character])
    let metadata = #expect(throws: RenderFailure.self) {
      try template.render(data, metadata: DocumentMetadata(title: value))
    }
    #expect(
      metadata?.problems.map { "\($0.code.rawValue) \($0.found ?? "")" } == ["AUSGABE-METADATEN dc:title"])
  }

  @Test("A failing expression and a repetition over a text are errors")
  func evaluation() throws {
    let template = try Template(
      parsing: Sample(p(mark("für eigen()") + "x" + mark("ende"))).bytes, name: "t", functions: ["eigen"])
    let data = try data()
    let unknown = #expect(throws: RenderFailure.self) { try template.render(data) }
    #expect(unknown?.problems.map(\.code) == [.evaluation])
    data.engine.register("eigen", arity: 0...0) { _, _ in .string("x") }
    let text = #expect(throws: RenderFailure.self) { try template.render(data) }
    #expect(text?.problems.map(\.code) == [.notNodes])
  }
}
