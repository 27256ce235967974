import OpenDocument
import Testing
import XMLTree

@Suite("The text of a document")
struct DocumentTextTests {
  @Test(
    "White space is that of ODF",
    arguments: [
      ("<text:p>\n   Guten\n\t Tag  \n</text:p>", "Guten Tag"),
      ("<text:p>a <text:span> b</text:span></text:p>", "a b"),
      ("<text:p><text:span> </text:span>a<text:span> </text:span> b</text:p>", "a b"),
      ("<text:p>a<text:s/>b<text:s text:c=\"3\"/>c</text:p>", "a b   c"),
      ("<text:p>a <text:s/> b</text:p>", "a   b"),
      ("<text:p>a<text:s text:c=\"0\"/>b</text:p>", "ab"),
      ("<text:p><text:s text:c=\"2\"/>a<text:s text:c=\"2\"/></text:p>", "  a  "),
      ("<text:p>a<text:tab/>b<text:line-break/>c</text:p>", "a\tb\nc"),
      ("<text:p>a<text:soft-page-break/>b</text:p><text:soft-page-break/>", "ab"),
      ("<text:p>a&#13;&#9;b</text:p>", "a b"),
      ("<text:p>a\u{A0} b</text:p>", "a\u{A0} b"),
      ("<text:p>x <text:text-input>  eins\n  zwei </text:text-input> y</text:p>", "x   eins\n  zwei  y"),
      ("<text:p/><text:p>  </text:p><text:p>a</text:p>", "\n\na"),
      ("<text:p>a<!-- x -->b<?x y?>c<![CDATA[ <d> ]]></text:p>", "abc <d>"),
      ("", ""),
    ])
  func whiteSpace(body: String, text: String) throws {
    #expect(try documentText(body).string == text)
  }

  @Test("Spans, fields, placeholders, bookmarks, links and foreign tags are read across")
  func inline() throws {
    let body =
      "<text:p>Sehr <text:span>geeh</text:span><text:span>rte <text:span>Frau</text:span></text:span> "
      + "<text:placeholder text:placeholder-type=\"text\">&lt;Name&gt;</text:placeholder>"
      + "<text:bookmark-start text:name=\"a\"/>, am <text:date text:fixed=\"true\">9.9.</text:date>"
      + "<text:bookmark-end text:name=\"a\"/> <text:a xlink:href=\"x\">hier</text:a> "
      + "<neu:tag xmlns:neu=\"urn:neu\">neu</neu:tag><text:drop-down><text:label text:value=\"ja\"/>nein</text:drop-down>"
      + "<text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>ji</text:ruby-text></text:ruby></text:p>"
      + "<neu:tag xmlns:neu=\"urn:neu\"><text:p>weg</text:p></neu:tag>"
    #expect(try documentText(body).string == "Sehr geehrte Frau <Name>, am 9.9. hier neunein字 (ji)")
  }

  @Test("Headings, lists in lists, sections and indexes are lines in reading order")
  func blocks() throws {
    let body =
      "<text:h text:outline-level=\"2\">Kopf</text:h><text:section text:name=\"s\"><text:p>eins</text:p>"
      + "<text:section text:name=\"t\"><text:p>zwei</text:p></text:section></text:section>"
      + "<text:list><text:list-header><text:p>L</text:p></text:list-header><text:list-item><text:number>1.</text:number>"
      + "<text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item>"
      + "</text:list><text:table-of-content><text:table-of-content-source><text:index-title-template>weg"
      + "</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title><text:p>Inhalt"
      + "</text:p></text:index-title><text:p>Kopf<text:tab/>1</text:p></text:index-body></text:table-of-content>"
    #expect(
      try documentText(body).blocks == [
        .heading("Kopf", level: 2), .paragraph("eins"), .paragraph("zwei"), .listItem("L", depth: 1),
        .listItem("a", depth: 1), .listItem("b", depth: 2), .paragraph("Inhalt"), .paragraph("Kopf\t1"),
      ])
  }

  @Test("Deleted text, comments, declarations, objects and descriptions are not text")
  func silent() throws {
    let body =
      "<text:tracked-changes><text:changed-region><text:deletion><text:p>gelöscht</text:p></text:deletion>"
      + "</text:changed-region></text:tracked-changes><office:forms><form:form><form:textarea><text:p>x</text:p>"
      + "</form:textarea></form:form></office:forms><text:variable-decls/><text:p>a<text:change text:change-id=\"c\"/>"
      + "<office:annotation><dc:creator>Wer</dc:creator><text:p>Notiz</text:p></office:annotation>b"
      + "<office:annotation-end/><text:change-start text:change-id=\"d\"/>c<text:change-end text:change-id=\"d\"/>"
      + "<draw:frame><svg:title>T</svg:title><svg:desc>D</svg:desc><draw:object><text:p>O</text:p></draw:object>"
      + "<draw:image xlink:href=\"Pictures/a\"/></draw:frame><text:script>s</text:script></text:p>"
    #expect(try documentText(body).string == "abc")
  }

  @Test("What is hidden is not text, and what could be but is shown is")
  func hidden() throws {
    let styles =
      "<style:style style:name=\"V\" style:family=\"text\"><style:text-properties text:display=\"none\"/>"
      + "</style:style><style:style style:name=\"W\" style:family=\"paragraph\"><style:text-properties text:display=\"none\"/>"
      + "</style:style>"
    let body =
      "<text:section text:display=\"none\"><text:p>1</text:p></text:section>"
      + "<text:section text:display=\"condition\" text:condition=\"x\" text:is-hidden=\"true\"><text:p>2</text:p></text:section>"
      + "<text:section text:display=\"condition\" text:condition=\"x\"><text:p>a</text:p></text:section>"
      + "<text:p>b<text:hidden-text text:is-hidden=\"true\">3</text:hidden-text><text:hidden-text>c</text:hidden-text></text:p>"
      + "<text:p>4<text:hidden-paragraph text:is-hidden=\"true\"/>5</text:p><text:p text:style-name=\"V\">d"
      + "<text:span text:style-name=\"V\">6</text:span></text:p><text:p text:style-name=\"W\">7</text:p>"
      + "<table:table><table:table-row table:visibility=\"collapse\"><table:table-cell><text:p>8</text:p></table:table-cell>"
      + "</table:table-row></table:table>"
    let text = try documentText(body, styles: styles)
    #expect(text.string == "a\nbc\nd")
    #expect(
      try text.fingerprint
        == documentText("<text:p>a</text:p><text:p>bc</text:p><text:p>d</text:p>").fingerprint)
  }

  @Test(
    "Text frames and shapes follow the paragraph they are anchored in, pictures and texts behind them do not move"
  )
  func frames() throws {
    let box = { (text: String) in
      "<draw:frame><draw:text-box><text:p>\(text)</text:p></draw:text-box><draw:image><text:p>weg</text:p></draw:image></draw:frame>"
    }
    let body =
      box("Seite")
      + "<text:p>vor \(box("A"))nach<draw:g>\(box("B"))<draw:rect><text:p>C</text:p></draw:rect></draw:g>"
      + "<draw:a xlink:href=\"x\">\(box("D" + box("E")))</draw:a></text:p><text:p>Ende</text:p>"
    #expect(try documentText(body).lines == ["Seite", "vor nach", "A", "B", "C", "D", "E", "Ende"])
  }

  @Test("Notes stand in brackets in their place, or not at all, and count in the fingerprint either way")
  func notes() throws {
    let body =
      "<text:p>Wort<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>"
      + "<text:p>eins</text:p><text:p>zwei</text:p></text:note-body></text:note> mehr</text:p>"
    let with = try documentText(body)
    let without = try documentText(body, options: .init(includesNotes: false))
    #expect(with.string == "Wort[eins zwei] mehr" && without.string == "Wort mehr")
    #expect(with.fingerprint == without.fingerprint)
    #expect(try with.fingerprint != documentText("<text:p>Wort mehr</text:p>").fingerprint)
  }

  @Test("Form controls show their values only when asked")
  func controls() throws {
    let body =
      "<office:forms><form:form><form:text xml:id=\"c1\" form:current-value=\"Kim\" form:value=\"alt\"/>"
      + "<form:checkbox form:id=\"c2\" form:current-state=\"checked\"/><form:checkbox form:id=\"c3\"/>"
      + "<form:radio form:id=\"c4\" form:current-selected=\"true\"/><form:listbox form:id=\"c5\">"
      + "<form:option form:label=\"rot\"/><form:option form:label=\"blau\" form:current-selected=\"true\"/></form:listbox>"
      + "<form:button form:id=\"c6\" form:label=\"weg\"/></form:form></office:forms><text:p>Name: "
      + (1...6).map { "<draw:control draw:control=\"c\($0)\"/> " }.joined() + "<draw:control/></text:p>"
    #expect(try documentText(body).string == "Name:")
    let shown = try documentText(body, options: .init(includesControls: true))
    #expect(shown.string == "Name: Kim [x] [ ] [x] blau")
    #expect(try shown.fingerprint == documentText(body).fingerprint)
  }

  @Test("Headers and footers have their own text")
  func headers() throws {
    let source =
      "<office:document-styles \(ReadingPackage.namespaces)><office:master-styles><style:master-page>"
      + "<style:header><text:p>Kopf</text:p></style:header><style:footer><text:p>Seite <text:page-number>1"
      + "</text:page-number></text:p></style:footer><style:footer-left style:display=\"false\"><text:p>weg</text:p>"
      + "</style:footer-left></style:master-page></office:master-styles></office:document-styles>"
    let styles = try XMLDocument(parsing: Array(source.utf8))
    #expect(DocumentText(headersAndFootersOf: styles).lines == ["Kopf", "Seite 1"])
  }

  @Test("One element has its text too: a section, a cell, a row, a field")
  func element() throws {
    let body =
      "<text:section text:name=\"s\"><text:p>a</text:p><text:p>b</text:p></text:section><table:table>"
      + "<table:table-row><table:table-cell><text:p>c</text:p><text:p>d</text:p></table:table-cell></table:table-row>"
      + "</table:table><text:p>e <text:text-input> f\ng </text:text-input></text:p>"
    let content = try OpenDocumentFile(reading: ReadingPackage(body: body).bytes).content
    func text(_ name: String) -> [String] {
      var found: [String] = []
      content.root.visit { if $0.name == name { found = DocumentText(of: $0).lines } }
      return found
    }
    #expect(
      text("section") == ["a", "b"] && text("table-cell") == ["c", "d"] && text("table-row") == ["c d"])
    #expect(text("text-input") == [" f", "g "] && text("p") == ["e  f", "g "] && text("text").count == 5)
  }
}
