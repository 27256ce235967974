import OpenDocument
import Testing

@Suite("Names in repeated blocks")
struct RepeatedNameTests {
  @Test(
    "The first copy keeps its name, the others get a number, and references follow",
    arguments: [
      (
        "<text:bookmark text:name=\"B\"/><text:bookmark-ref text:ref-name=\"B\">x</text:bookmark-ref>",
        ["text:name": ["B", "B.2"], "text:ref-name": ["B", "B.2"]]
      ),
      (
        "<text:bookmark-start text:name=\"B\"/>x<text:bookmark-end text:name=\"B\"/>",
        ["text:name": ["B", "B", "B.2", "B.2"]]
      ),
      (
        "<text:reference-mark text:name=\"R\"/><text:reference-ref text:ref-name=\"R\">x</text:reference-ref>",
        ["text:ref-name": ["R", "R.2"]]
      ),
      (
        "<text:a xlink:href=\"#B|bookmark\">x</text:a><text:bookmark text:name=\"B\"/>",
        ["xlink:href": ["#B|bookmark", "#B.2|bookmark"]]
      ),
      (
        "<draw:frame draw:name=\"F\" draw:id=\"i\" xml:id=\"i\"><draw:text-box/></draw:frame>",
        ["draw:name": ["F", "F.2"], "xml:id": ["i", "i.2"], "draw:id": ["i", "i.2"]]
      ),
      (
        "<text:note text:id=\"n\" text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p/></text:note-body></text:note><text:note-ref text:ref-name=\"n\">1</text:note-ref>",
        ["text:id": ["n", "n.2"], "text:ref-name": ["n", "n.2"]]
      ),
      ("\(mark("für spiel"))<text:bookmark text:name=\"B\"/>\(mark("ende"))", ["text:name": ["B", "B.2"]]),
      (
        "<text:bookmark-ref text:ref-name=\"Außen\">x</text:bookmark-ref>",
        ["text:ref-name": ["Außen", "Außen"]]
      ),
    ])
  func inline(content: String, expected: [String: [String]]) throws {
    let text = try parts(
      Sample(
        p("\(mark("für kinder/kind"))\(content)\(mark("ende"))") + p("<text:bookmark text:name=\"Außen\"/>")),
      form: .flat
    ).flat
    for (attribute, names) in expected {
      #expect(
        values(attribute, in: text).filter { $0 != "Außen" || names.contains("Außen") }.prefix(names.count)
          == names[...])
    }
  }

  @Test("A new name never meets one that exists")
  func collision() throws {
    let body = p(mark("für kinder/kind")) + table("T", [["x"]]) + p(mark("ende")) + table("T.2", [["y"]])
    #expect(values("table:name", in: try parts(Sample(body), form: .flat).flat) == ["T", "T..2", "T.2"])
  }

  @Test("Nested repetitions count over the whole document")
  func nested() throws {
    let xml = "<r><a><b/><b/></a><a><b/></a></r>"
    let body =
      p(mark("für a")) + table("A", [["x"]]) + p(mark("für b")) + table("B", [["y"]])
      + p(mark("ende") + mark("ende"))
    #expect(
      values("table:name", in: try parts(Sample(body), xml, form: .flat).flat) == [
        "A", "B", "B.2", "A.2", "B.3",
      ])
  }

  @Test("Form controls are copied with their shapes, and left out without them")
  func controls() throws {
    var sample = Sample(
      p(
        "\(mark("für kinder/kind"))<draw:control draw:control=\"c\" draw:name=\"K\"/>\(mark("wenn kur"))<draw:control draw:control=\"d\"/>\(mark("ende"))\(mark("ende"))\(mark("wenn nein"))<draw:control draw:control=\"e\"/>\(mark("ende"))"
      ))
    let boxes = ["c", "d", "e"].map {
      "<form:checkbox xml:id=\"\($0)\" form:id=\"\($0)\" form:name=\"Name.\($0)\"/>"
    }.joined()
    sample.forms = "<office:forms><form:form form:name=\"F\">\(boxes)</form:form></office:forms>"
    let text = try parts(sample, form: .flat).flat
    #expect(values("form:id", in: text) == ["c", "c.2", "d.2"])
    #expect(values("form:name", in: text) == ["F", "Name.c", "Name.c.2", "Name.d.2"])
    #expect(values("draw:control", in: text) == ["c", "c.2", "d.2"])
  }

  @Test("The paragraphs of a value's lines share no id")
  func lines() throws {
    let text = try parts(Sample("<text:p xml:id=\"i\">\(mark("notiz"))</text:p>"), form: .flat).flat
    #expect(values("xml:id", in: text) == ["i"])
  }
}
