import OpenDocument
import Testing

/// Templates that would make a page other than it looks: text that vanishes, tables that break, marks that are printed.
@Suite("What a template would print wrongly")
struct TemplateFalsePageTests {
  private static func codes(_ body: String, styles: String = "", _ change: (inout Sample) -> Void = { _ in })
    -> [String]
  {
    var sample = Sample(body)
    sample.automaticStyles = styles
    change(&sample)
    return problems(sample)
  }

  @Test(
    "Text beside the marks of a block in the same paragraph is not lost silently",
    arguments: [
      (p("Immer \(mark("wenn a"))") + p("x") + p(mark("ende")), "Immer"),
      (p(mark("wenn a")) + p("x") + p("\(mark("ende")) danach"), "danach"),
      (p("Liste: \(mark("für b"))\(mark("c"))") + p("\(mark("d"))\(mark("ende"))"), "Liste:"),
      (p(mark("für b")) + p("\(mark("ende"))\(mark("c"))"), "<c>"),
      (
        "<text:list><text:list-item>\(p("vor \(mark("für b"))"))</text:list-item><text:list-item>\(p("y\(mark("ende"))"))</text:list-item></text:list>",
        "vor"
      ),
      (p("<text:span>fett</text:span> \(mark("wenn a"))") + p(mark("ende")), "fett"),
    ])
  func outside(_ body: String, _ found: String) {
    let found = Self.codes(body).first { $0.hasSuffix(" · " + found) }
    #expect(
      found?.hasPrefix("VORLAGE-DANEBEN · Text, Absatz 1") == true
        || found?.hasPrefix("VORLAGE-DANEBEN · Text, Absatz") == true)
  }

  @Test(
    "Blocks of whole paragraphs, rows and words are left alone",
    arguments: [
      p(mark("wenn a")) + p("x") + p(mark("ende")), p("\(mark("wenn a"))x") + p("y\(mark("ende"))"),
      p("vor \(mark("wenn a"))x\(mark("ende")) nach"),
      table("T", [["\(mark("für a"))\(mark("b"))", "x\(mark("ende"))"]]),
      table("T", [["1", "\(mark("für a"))\(mark("b"))\(mark("ende"))"]]),
      table("T", [[mark("für a"), "x\(mark("ende"))"]]),
      p("3 &lt; 5 und 7 &gt; 6"), p("a &lt;- b -&gt; c"), p("&lt;5 Tage&gt;"), p("&lt;Name des Kindes&gt;"),
    ])
  func sound(_ body: String) {
    #expect(Self.codes(body) == [])
  }

  private static func row(_ cells: String...) -> String { "<table:table-row>\(cells.joined())</table:table-row>" }
  private static func cell(_ text: String, rows: Int = 1) -> String {
    "<table:table-cell\(rows > 1 ? " table:number-rows-spanned=\"\(rows)\"" : "")>\(p(text))</table:table-cell>"
  }
  private static let covered = "<table:covered-table-cell/>"
  private static func grid(_ rows: String...) -> String {
    "<table:table table:name=\"T\"><table:table-column table:number-columns-repeated=\"2\"/>\(rows.joined())</table:table>"
  }

  @Test func `Rows through whose edge a cell reaches are neither repeated nor dropped`() {
    let from = Self.grid(
      Self.row(Self.cell("Alle", rows: 2), Self.cell("\(mark("für a"))\(mark("b"))\(mark("ende"))x")),
      Self.row(Self.covered, Self.cell("unten")))
    #expect(Self.codes(from) == [])
    let first = Self.grid(
      Self.row(Self.cell("Alle \(mark("für a"))", rows: 2), Self.cell("x\(mark("ende"))")),
      Self.row(Self.covered, Self.cell("unten")))
    let second = Self.grid(
      Self.row(Self.cell("Alle", rows: 2), Self.cell("oben")),
      Self.row(Self.covered, Self.cell("\(mark("wenn a"))x")), Self.row(Self.cell("y"), Self.cell(mark("ende"))))
    let marks = Self.grid(
      Self.row(Self.cell("Alle", rows: 3), Self.cell("x")), Self.row(Self.covered, Self.cell(mark("für a"))),
      Self.row(Self.covered, Self.cell("y")), Self.row(Self.cell(""), Self.cell(mark("ende"))))
    for body in [first, second, marks] {
      #expect(Self.codes(body).map { $0.prefix(34) } == ["VORLAGE-VERBUNDEN · Tabelle ›T‹, Z"], "\(Self.codes(body))")
    }
    let whole = Self.grid(
      Self.row(Self.cell("\(mark("für a"))Alle", rows: 2), Self.cell("x")),
      Self.row(Self.covered, Self.cell("y\(mark("ende"))")))
    #expect(Self.codes(whole) == [])
  }

  @Test func `Marks alone in cells do not repeat columns`() throws {
    func warnings(_ body: String) throws -> [String] {
      try Template(parsing: Sample(body).bytes, name: "probe").warnings.map { "\($0.code.rawValue) \($0.place)" }
    }
    #expect(
      try warnings(table("T", [[mark("für a"), mark("b"), mark("ende")]]))
        == ["VORLAGE-SPALTEN Tabelle ›T‹, Zeile 1, Spalte 1"])
    #expect(try warnings(table("T", [[mark("wenn a"), mark("b"), mark("ende")]])) == [])
    #expect(try warnings(table("T", [[mark("für a"), mark("b") + mark("ende")]])) == [])
  }

  @Test func `A page break does not vanish with its mark`() {
    let style = """
      <style:style style:name="PB" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>
      <style:style style:name="PM" style:family="paragraph" style:master-page-name="Erste"/>
      """
    for (begin, end) in [("PB", "Standard"), ("PM", "Standard"), ("Standard", "PB")] {
      let body =
        "<text:p text:style-name=\"\(begin)\">\(mark("für a"))</text:p>" + p("x")
        + "<text:p text:style-name=\"\(end)\">\(mark("ende"))</text:p>"
      #expect(Self.codes(body, styles: style).map { $0.prefix(15) } == ["VORLAGE-UMBRUCH"])
    }
    let kept = p(mark("für a")) + "<text:p text:style-name=\"PB\">x</text:p>" + p(mark("ende"))
    #expect(Self.codes(kept, styles: style) == [])
    #expect(Self.codes("<text:p text:style-name=\"PB\">\(mark("für a"))x\(mark("ende"))</text:p>", styles: style) == [])
  }

  @Test(
    "A mark that would be printed as it stands is found wherever it stands",
    arguments: [
      (p("Am &lt;datum&gt;"), "Text, Absatz 1 · <datum>"),
      (p("&lt;für kinder&gt;x&lt;ende&gt;"), "Text, Absatz 1 · <für kinder>"),
      (p("&lt;da<text:span>tum</text:span>&gt;"), "Text, Absatz 1 · <datum>"),
      (p("&lt;kasten a = ‚ja‘&gt;"), "Text, Absatz 1 · <kasten a = ‚ja‘>"),
      (p("<text:a xlink:href=\"mailto:{{email}}\">x</text:a>"), "Text, Absatz 1 · {{email}}"),
      (p("<text:a xlink:href=\"mailto:&lt;email&gt;\">x</text:a>"), "Text, Absatz 1 · <email>"),
      (p("<text:user-field-get text:name=\"u\">{{a}}</text:user-field-get>"), "Text, Absatz 1 · <a>"),
      (
        "<text:user-field-decls><text:user-field-decl office:string-value=\"{{a}}\" text:name=\"u\"/></text:user-field-decls>",
        "{{a}}"
      ),
      (p("<text:title>{{a}}</text:title>"), "Text, Absatz 1 · <a>"),
      (
        p("<text:conditional-text text:string-value-if-true=\"&lt;a&gt;\">x</text:conditional-text>"),
        "Text, Absatz 1 · <a>"
      ),
      (
        p("<text:drop-down text:name=\"d\"><text:label text:value=\"{{a}}\"/>x</text:drop-down>"),
        "Text, Absatz 1 · {{a}}"
      ),
      (table("T", [["a", "&lt;datum&gt;"]]), "Tabelle ›T‹, Zeile 1, Spalte 2 · <datum>"),
      (
        p(
          "<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>\(p("&lt;datum&gt;"))</text:note-body></text:note>"
        ),
        "Fußnote 1, Absatz 1 · <datum>"
      ),
      (
        p("<draw:frame draw:name=\"R\"><draw:text-box>\(p("&lt;datum&gt;"))</draw:text-box></draw:frame>"), "Rahmen ›R‹"
      ),
    ])
  func literal(_ body: String, _ place: String) {
    let found = Self.codes(body)
    #expect(found.contains { $0.hasPrefix("VORLAGE-WOERTLICH") && $0.contains(place) }, "\(found)")
  }

  @Test func `A mark typed into a header or a control is found too`() {
    #expect(
      Self.codes(p("x")) { $0.header = p("Stand: &lt;datum&gt;") } == [
        "VORLAGE-WOERTLICH · Kopfzeile (Erste), Absatz 1 · <datum>"
      ])
    let control =
      "<office:forms><form:form><form:text form:name=\"t\" form:current-value=\"{{a}}\"/></form:form></office:forms>"
    #expect(Self.codes(p("x")) { $0.forms = control }.map { $0.hasSuffix("{{a}}") } == [true])
  }
}
