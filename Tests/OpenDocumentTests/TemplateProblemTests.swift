import OpenDocument
import Testing

/// What is wrong with a template: code, place, expression and what was found.
func problems(_ sample: Sample, form: OutputForm = .package) -> [String] {
  do {
    _ = try Template(parsing: sample.bytes, name: "probe", variant: .final, form: form)
    return []
  } catch {
    return error.problems.map { problem in
      [problem.code.rawValue, problem.place, problem.expression, problem.found].compactMap { $0 }
        .filter { !$0.isEmpty }.joined(separator: " · ")
    }
  }
}

@Suite("Problems of a template")
struct TemplateProblemTests {
  @Test(
    "A mistake is named with its place",
    arguments: [
      (p("x") + p(mark("für kinder")), ["VORLAGE-OFFEN · Text, Absatz 2 · kinder"]),
      (p(mark("wenn a")) + p(mark("für b")) + p(mark("ende")), ["VORLAGE-OFFEN · Text, Absatz 1 · a"]),
      (p(mark("ende")), ["VORLAGE-ENDE · Text, Absatz 1"]),
      (p(mark("ende Kinder")), ["VORLAGE-ENDE · Text, Absatz 1 · Kinder"]),
      (p(mark("sonst")), ["VORLAGE-SONST · Text, Absatz 1"]),
      (p(mark("für a") + mark("sonst") + mark("ende")), ["VORLAGE-SONST · Text, Absatz 1"]),
      (p(mark("wenn a") + mark("sonst") + mark("sonst") + mark("ende")), ["VORLAGE-SONST · Text, Absatz 1"]),
      (
        p(mark("für a") + mark("für b") + mark("ende a") + mark("ende b")),
        [
          "VORLAGE-ENDE-FALSCH · Text, Absatz 1 · b · a", "VORLAGE-ENDE-FALSCH · Text, Absatz 1 · a · b",
        ]
      ),
      (p(mark("wenn a") + mark("ende für")), ["VORLAGE-ENDE-FALSCH · Text, Absatz 1 · a · für"]),
      (p(mark("name[")), ["VORLAGE-AUSDRUCK · Text, Absatz 1 · name["]),
      (p(mark("a b")), ["VORLAGE-AUSDRUCK · Text, Absatz 1 · a b · b"]),
      (p(mark("$x")), ["VORLAGE-AUSDRUCK · Text, Absatz 1 · $x · $x"]),
      (p(mark("für 'a'")) + p(mark("ende")), ["VORLAGE-AUSDRUCK · Text, Absatz 1 · 'a'"]),
      (p(mark("heute()")), ["VORLAGE-FUNKTION · Text, Absatz 1 · heute() · heute"]),
      (p(mark("a[heute() = b]")), ["VORLAGE-FUNKTION · Text, Absatz 1 · a[heute() = b] · heute"]),
      (p(mark("")), ["VORLAGE-LEER · Text, Absatz 1"]),
      (p(mark("?")), ["VORLAGE-LEER · Text, Absatz 1"]),
      (p("a {{b"), ["VORLAGE-KLAMMER · Text, Absatz 1"]),
      (p("a {{b {{c}}"), ["VORLAGE-KLAMMER · Text, Absatz 1"]),
      (
        p(
          "{{a<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>{{b</text:p></text:note-body></text:note>}}"
        ),
        [
          "VORLAGE-KLAMMER · Text, Absatz 1", "VORLAGE-KLAMMER · Text, Absatz 1, Fußnote 1, Absatz 1",
        ]
      ),
      (p(mark("für a")) + table("T", [["x", mark("ende")]]), ["VORLAGE-UEBERKREUZT · Text, Absatz 1 · a"]),
      (
        p(mark("wenn a")) + p("x\(mark("ende")) y \(mark("für b"))") + p(mark("ende")),
        ["VORLAGE-UEBERKREUZT · Text, Absatz 1 · a"]
      ),
      (
        p(mark("wenn a")) + p("x\(mark("sonst")) y") + p(mark("ende")),
        ["VORLAGE-UEBERKREUZT · Text, Absatz 1 · a"]
      ),
      (
        table(
          "T", [["x", mark("für a")], [mark("ende"), "y"]],
          header: [["a", mark("für b")], ["c", mark("ende")]]), []
      ),
      (
        table("T", [["x", mark("ende")]], header: [["a", mark("für b")]]),
        ["VORLAGE-UEBERKREUZT · Tabelle ›T‹, Zeile 1, Spalte 2 · b"]
      ),
      (
        p(
          "x<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>\(p(mark("wenn a")))</text:note-body></text:note>\(mark("ende"))"
        ), ["VORLAGE-UEBERKREUZT · Text, Absatz 1, Fußnote 1, Absatz 1 · a"]
      ),
      (
        table("T", [["a", "b"], ["c", p("d") + p(mark("x("))]]),
        ["VORLAGE-AUSDRUCK · Tabelle ›T‹, Zeile 2, Spalte 2, Absatz 2 · x("]
      ),
      (
        p("<draw:frame draw:name=\"Hinweis\"><draw:text-box>\(p(mark("x(")))</draw:text-box></draw:frame>"),
        ["VORLAGE-AUSDRUCK · Text, Absatz 1, Rahmen ›Hinweis‹, Absatz 1 · x("]
      ),
      (
        p("<text:a xlink:href=\"file:///etc/passwd\">x</text:a>"),
        ["VORLAGE-VERKNUEPFUNG · Text, Absatz 1 · file:///etc/passwd"]
      ),
      (
        p("<text:a xlink:href=\"javascript:x\">x</text:a>"), ["VORLAGE-MAKRO · Text, Absatz 1 · javascript:x"]
      ),
      (p("<text:a xlink:href=\"https://example.org/\">x</text:a><text:a xlink:href=\"#T\">x</text:a>"), []),
      (
        p("<draw:frame draw:name=\"B\"><draw:image xlink:href=\"http://example.org/a.png\"/></draw:frame>"),
        ["VORLAGE-VERKNUEPFUNG · Text, Absatz 1, Rahmen ›B‹ · http://example.org/a.png"]
      ),
      (
        p("<draw:frame draw:name=\"B\"><draw:image xlink:href=\"Pictures/a.png\"/></draw:frame>"),
        ["VORLAGE-BILD · Text, Absatz 1, Rahmen ›B‹ · Pictures/a.png"]
      ),
      (
        p("<draw:frame draw:name=\"B\"><draw:object xlink:href=\"./Object 1\"/></draw:frame>"),
        ["VORLAGE-OBJEKT · Text, Absatz 1, Rahmen ›B‹"]
      ),
      (
        "<text:section text:name=\"S\"><text:section-source xlink:href=\"a.odt\"/></text:section>",
        ["VORLAGE-VERKNUEPFUNG · Text · a.odt"]
      ),
      (p("<text:execute-macro text:name=\"m\">x</text:execute-macro>"), ["VORLAGE-MAKRO · Text, Absatz 1"]),
    ])
  func mistake(body: String, expected: [String]) {
    #expect(problems(Sample(body)) == expected)
  }

  @Test("All mistakes are named at once, each with its line and place")
  func all() throws {
    var sample = Sample(p(mark("a(")) + "\n" + table("Kontakt", [["x", mark("b["), mark("ende")]]))
    sample.header = table("Kopf1", [["a"], ["b"], ["c", mark("heute()")]])
    sample.footer = p("Seite") + "\n" + p(mark("für kinder"))
    sample.meta =
      "<dc:title>Akte {{sonst}}</dc:title>\n<meta:user-defined meta:name=\"Az\">{{)}}</meta:user-defined>"
    let failure = #expect(throws: TemplateFailure.self) {
      try Template(parsing: sample.bytes, name: "akte", variant: .final, form: .flat)
    }
    #expect(failure?.template == "akte")
    #expect(
      failure?.problems.map { "\($0.line): \($0.code.rawValue) \($0.place)" } == [
        "3: VORLAGE-SONST Metadaten, Titel", "4: VORLAGE-AUSDRUCK Metadaten, Feld ›Az‹",
        "11: VORLAGE-FUNKTION Kopfzeile (Erste), Tabelle ›Kopf1‹, Zeile 3, Spalte 2",
        "12: VORLAGE-OFFEN Fußzeile (Erste), Absatz 2", "14: VORLAGE-AUSDRUCK Text, Absatz 1",
        "15: VORLAGE-AUSDRUCK Tabelle ›Kontakt‹, Zeile 1, Spalte 2",
        "15: VORLAGE-ENDE Tabelle ›Kontakt‹, Zeile 1, Spalte 3",
      ])
  }

  @Test(
    "A file that is no template is refused",
    arguments: [
      ("", "VORLAGE-XML XML-LEER"), ("<a", "VORLAGE-XML XML-ABGESCHNITTEN"), ("<a/>", "VORLAGE-ART a"),
      ("PK\u{3}\u{4}", "VORLAGE-PAKET ZIP-ABGESCHNITTEN"), ("<!DOCTYPE a><a/>", "VORLAGE-XML XML-DOCTYPE"),
      (
        "<o:document xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" o:mimetype=\"application/vnd.oasis.opendocument.graphics\"/>",
        "VORLAGE-ART application/vnd.oasis.opendocument.graphics"
      ),
    ])
  func noTemplate(text: String, expected: String) {
    let failure = #expect(throws: TemplateFailure.self) {
      try Template(parsing: Array(text.utf8), name: "x", variant: .final, form: .package)
    }
    #expect(failure?.problems.map { "\($0.code.rawValue) \($0.found ?? "")" } == [expected])
  }

  @Test("Macros are refused wherever they hide")
  func macros() {
    var listener = Sample(p("x"))
    listener.forms =
      "<office:forms><form:form form:name=\"F\"><office:event-listeners><script:event-listener script:event-name=\"dom:load\"/></office:event-listeners></form:form></office:forms>"
    #expect(problems(listener) == ["VORLAGE-MAKRO · Text"])
    var source = Sample(p("x"))
    source.meta +=
      "</office:meta><office:scripts><office:script script:language=\"ooo:Basic\"><loext:libraries><loext:x>Sub a</loext:x></loext:libraries></office:script></office:scripts><office:meta>"
    #expect(problems(source) == ["VORLAGE-MAKRO"])
    var empty = Sample(p("x"))
    empty.meta +=
      "</office:meta><office:scripts><office:script script:language=\"ooo:Basic\"><loext:libraries/></office:script></office:scripts><office:meta>"
    #expect(problems(empty) == [])
  }
}
