import Testing
import ZipArchive

/// `kiso text` on documents of every kind that it reads.
struct TextTests {
  private static let spaces =
    [
      "office": "office:1.0", "text": "text:1.0", "table": "table:1.0", "style": "style:1.0",
      "draw": "drawing:1.0",
    ].map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($1)\"" }.sorted().joined(separator: " ")
    + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""

  private static func flat(_ kind: String, head: String = "", _ body: String) -> [UInt8] {
    Array(
      ("<office:document \(spaces) office:version=\"1.3\" "
        + "office:mimetype=\"application/vnd.oasis.opendocument.\(kind)\">\(head)<office:body>"
        + "<office:\(kind)>\(body)</office:\(kind)></office:body></office:document>").utf8)
  }

  private static func row(_ cells: String...) -> String {
    "<table:table-row>" + cells.map { "<table:table-cell><text:p>\($0)</text:p></table:table-cell>" }.joined()
      + "</table:table-row>"
  }

  private static let page =
    "<office:master-styles><style:master-page style:name=\"a\"><style:header><text:p>Stadt</text:p></style:header>"
    + "<style:footer><text:p>Seite <text:page-number>1</text:page-number></text:p></style:footer></style:master-page>"
    + "<style:master-page style:name=\"b\"><style:header><text:p>Stadt</text:p></style:header></style:master-page>"
    + "</office:master-styles>"

  @Test func headersComeFirstAndFootersLastAndEachOnce() throws {
    let body =
      "<text:h>Titel</text:h><text:list><text:list-item><text:p>eins</text:p></text:list-item></text:list>"
      + "<text:p>Wort<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
      + "<text:note-body><text:p>Fußnote</text:p></text:note-body></text:note><draw:frame><draw:text-box>"
      + "<text:p>Kasten</text:p></draw:text-box></draw:frame> weiter\u{9B}</text:p><table:table>"
      + Self.row("a", "b") + "</table:table>"
    let run = try Kiso.run(["text", "-"], input: Self.flat("text", head: Self.page, body))
    #expect(
      run.output == "Stadt\n\nTitel\neins\nWort[Fußnote] weiter\u{FFFD}\nKasten\na\tb\n\nSeite 1\n")
    #expect(run.status == 0 && run.errors == "")
  }

  @Test func sheetsAreTheirNameAndTheirRows() throws {
    let styles =
      "<office:automatic-styles><style:style style:name=\"h\" style:family=\"table\">"
      + "<style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>"
    let body =
      "<table:table table:name=\"Januar\">\(Self.row("Kind", "Alter"))<table:table-row "
      + "table:number-rows-repeated=\"2\"><table:table-cell/><table:table-cell><text:p>4</text:p></table:table-cell>"
      + "</table:table-row><table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell "
      + "table:number-columns-repeated=\"1024\"/></table:table-row></table:table>"
      + "<table:table table:name=\"Geheim\" table:style-name=\"h\">\(Self.row("x"))</table:table>"
      + "<table:table table:name=\"März\">\(Self.row("1", "", "3"))</table:table>"
    let bytes = Self.flat("spreadsheet", head: styles, body)
    let run = try Kiso.run(["text", "-"], input: bytes)
    #expect(run.output == "Januar\nKind\tAlter\n\t4\n\t4\n\nMärz\n1\t\t3\n", "\(run.transcript)")
    #expect(run.status == 0)
    // Every other command still wants a text.
    #expect(try Kiso.run(["read", "-"], input: bytes).errors.contains("[ODF-TABELLE]"))
  }

  @Test func aPackedSpreadsheetIsReadToo() throws {
    let root =
      "<office:document-content \(Self.spaces) office:version=\"1.3\"><office:body><office:spreadsheet>"
      + "<table:table table:name=\"Zahlen\">\(Self.row("Januar", "3"))</table:table></office:spreadsheet></office:body>"
      + "</office:document-content>"
    let package = try HostileInput.document().changing("mimetype") { $0.replacing(".text", with: ".spreadsheet") }
      .changing("META-INF/manifest.xml") { $0.replacing("opendocument.text", with: "opendocument.spreadsheet") }
      .changing("content.xml") { _ in root }
    let run = try Kiso.run(["text", "-"], input: package.bytes())
    #expect(run.output == "Zahlen\nJanuar\t3\n" && run.status == 0, "\(run.transcript)")
  }

  @Test func whatADocumentCouldDoIsSaidAndNotDone() throws {
    let body =
      "<text:p><text:a xlink:href=\"https://example.org/\">Verweis</text:a><draw:frame>"
      + "<draw:image xlink:href=\"http://127.0.0.1:9/a.png\"/></draw:frame></text:p>"
    let run = try Kiso.run(["text", "-"], input: Self.flat("text", body))
    #expect(run.status == 1 && run.output == "Verweis\n")
    #expect(
      run.errors
        == "[ODF-W-EXTERNES-BILD] Das Dokument holt ein Bild von außen; es wurde nicht geladen (Zeile 1). "
        + "Was dort steht, fehlt hier; bitte im Dokument nachsehen.\n"
        + "[ODF-W-VERWEIS] Das Dokument enthält Verweise nach außen (Zeile 1).\n")
  }

  @Test(arguments: Repository.notes)
  func thePageOfAnExampleIsReadInOrder(_ name: String) throws {
    let scratch = try Scratch()
    _ = try Kiso.runOnDay(["render", Repository.path("Examples/\(name)"), "-o", scratch.path("a.odt")])
    let run = try Kiso.run(["text", scratch.path("a.odt"), "-o", scratch.path("a.txt")])
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    #expect(try scratch.bytes("a.txt").count > 500 && mode(of: scratch.path("a.txt")) == 0o600)
  }
}
