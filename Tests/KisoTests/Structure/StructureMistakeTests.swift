import OpenDocument
import Proofs
import Testing
import ZipArchive

/// Every check of ``StructureCheck`` notices what it is for.
struct StructureMistakeTests {
  static let mistakes: [StructureMistake] = container + names + texts + people

  /// Puts members together in another order.
  private static func zip(_ members: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
    try Package(members: members).bytes()
  }

  private static let container: [StructureMistake] = [
    .init(.archive, "a time of making") { package in
      var bytes = try package.bytes()
      bytes[10] = 0x60
      let directory = try #require(
        bytes.firstRange(of: [0x50, 0x4B, 1, 2, 20]) ?? bytes.firstRange(of: [0x50, 0x4B, 1, 2]))
      bytes[directory.lowerBound + 12] = 0x60
      return bytes
    },
    .init(.archive, "cut short") { Array(try $0.bytes().dropLast(30)) },
    .init(.mimetype, "second") { try zip($0.members.sorted { $0.name == "content.xml" && $1.name != "content.xml" }) },
    .init(.mimetype, "deflated") { package in
      // A block that is stored within a deflate stream (RFC 1951, 3.2.4), since so short a text does not get shorter.
      let type = PackedEntry(storing: package["mimetype"], name: "mimetype")
      let count = UInt8(type.size)
      var writer = ZipWriter()
      try writer.add(
        PackedEntry(
          restoring: "mimetype", method: .deflated, crc32: type.crc32, size: type.size,
          bytes: [1, count, 0, ~count, 0xFF] + type.bytes))
      let deflater = Deflater()
      for (name, bytes) in package.members.dropFirst() { try writer.add(deflater.pack(name, bytes)) }
      return writer.finish()
    },
    .init(.mimetype, "a template's type", in: "mimetype", "opendocument.text", "opendocument.text-template"),
    .init(.members, "settings") { try zip($0.members + [("settings.xml", Array("<x/>".utf8))]) },
    .init(.members, "no styles") { try $0.without("styles.xml").bytes() },
    .init(.members, "metadata after the record") { package in
      let late = package.members.filter { $0.name == "meta.xml" || $0.name.hasPrefix("META-INF/") }
      return try zip(package.members.filter { member in !late.contains { $0.name == member.name } } + late)
    },
    .init(.manifest, "a file that is not listed") { package in
      var package = package
      package["Pictures/1.png"] = [0x89, 0x50, 0x4E, 0x47, 0xD, 0xA]
      return try package.bytes()
    },
    .init(
      .manifest, "a file that is not there", in: "META-INF/manifest.xml", "manifest:full-path=\"styles.xml\"",
      "manifest:full-path=\"stile.xml\""),
    .init(
      .manifest, "another type", in: "META-INF/manifest.xml", "opendocument.text\"", "opendocument.spreadsheet\""),
    .init(
      .manifest, "another version", in: "META-INF/manifest.xml", "manifest:version=\"1.3\"", "manifest:version=\"1.2\""),
    .init(.parts, "another version", in: "styles.xml", "office:version=\"1.3\"", "office:version=\"1.2\""),
    .init(.parts, "two bodies", "</office:text>", "</office:text><office:spreadsheet/>"),
    .init(.parts, "another root") { package in
      try package.changing("styles.xml") { $0.replacing("office:document-styles", with: "office:document-content") }
        .bytes()
    },
  ]

  private static let names: [StructureMistake] = [
    .init(.ids, "one id twice") { package in
      let ids = package.text("content.xml").matches(of: /xml:id="([^"]*)"/).map { String($0.1) }
      guard ids.count > 1 else { throw StructureMistake.NothingThere(text: "xml:id") }
      return try package.changing("content.xml") {
        $0.replacing("xml:id=\"\(ids[1])\"", with: "xml:id=\"\(ids[0])\"")
      }.bytes()
    },
    .init(.names, "one table twice") { package in
      let names = package.text("content.xml").matches(of: /<table:table table:name="([^"]*)"/).map { String($0.1) }
      guard names.count > 1 else { throw StructureMistake.NothingThere(text: "table:name") }
      return try package.changing("content.xml") {
        $0.replacing("table:name=\"\(names[1])\"", with: "table:name=\"\(names[0])\"")
      }.bytes()
    },
    .init(.names, "a style twice", in: "styles.xml", "<office:automatic-styles>", "<office:automatic-styles>" + twice),
    .init(.styles, "a style that nobody defined", "text:style-name=\"", "text:style-name=\"Unfug_20_"),
    .init(
      .styles, "a style of another family", "<text:span text:style-name=\"Name\"",
      "<text:span text:style-name=\"Standard\""),
    .init(
      .styles, "a parent that nobody defined", in: "styles.xml", "style:parent-style-name=\"",
      "style:parent-style-name=\"Unfug_20_"),
    .init(
      .styles, "a page that nobody defined", in: "styles.xml", "style:page-layout-name=\"", "style:page-layout-name=\"x"
    ),
    .init(.styles, "a circle", in: "styles.xml", "</office:styles>", circle + "</office:styles>"),
    .init(
      .unusedStyles, "one that nothing uses", "</office:automatic-styles>",
      "<style:style style:name=\"P999\" style:family=\"paragraph\"/></office:automatic-styles>"),
    .init(.references, "a picture that is not there", "</office:text>", picture + "</office:text>"),
    .init(.references, "a control that is not there", "draw:control=\"", "draw:control=\"x"),
    .init(
      .references, "an object that is not there", of: .sheet, "xlink:href=\"./Object 1\"", "xlink:href=\"./Object 9\""),
    .init(
      .references, "a link to a file", "</office:text>",
      "<text:p><text:a xlink:href=\"file:///etc/passwd\">x</text:a></text:p></office:text>"),
  ]

  private static let twice = String(
    repeating: "<style:style style:name=\"P998\" style:family=\"paragraph\"/>", count: 2)
  private static let circle =
    "<style:style style:name=\"A1\" style:family=\"paragraph\" style:parent-style-name=\"A2\"/>"
    + "<style:style style:name=\"A2\" style:family=\"paragraph\" style:parent-style-name=\"A1\"/>"
  private static let picture =
    "<text:p><draw:frame draw:name=\"b\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\">"
    + "<draw:image xlink:href=\"Pictures/9.png\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"/></draw:frame></text:p>"

  private static let texts: [StructureMistake] = [
    .init(.tables, "a cell too many", "</table:table-row>", "<table:table-cell/></table:table-row>"),
    .init(
      .tables, "a cell merged over another", "table:number-columns-spanned=\"2\"", "table:number-columns-spanned=\"1\""),
    .init(.whiteSpace, "two blanks", "</text:h>", "a  b</text:h>"),
    .init(.whiteSpace, "a line end", "</text:h>", "\n</text:h>"),
    .init(.whiteSpace, "a blank at the end", "</text:h>", " </text:h>"),
    .init(.strayText, "text between blocks", "</office:text>", "verloren</office:text>"),
    .init(.strayText, "text in a cell", "</table:table-cell>", "verloren</table:table-cell>"),
    .init(
      .marks, "a mark", "</text:h>",
      "<text:placeholder text:placeholder-type=\"text\">anlass</text:placeholder></text:h>"),
    .init(.marks, "a typed mark", "</text:h>", "{{anlass}}</text:h>"),
    .init(.headings, "a level left out", "text:outline-level=\"2\"", "text:outline-level=\"4\""),
    .init(.headings, "an empty one", "</office:text>", "<text:h text:outline-level=\"1\"></text:h></office:text>"),
    .init(.headings, "none at all") { package in
      try package.changing("content.xml") {
        $0.replacing(#/ text:outline-level="[0-9]"/#, with: "").replacing("text:h>", with: "text:p>")
          .replacing("<text:h ", with: "<text:p ")
      }.bytes()
    },
    .init(.headerRows, "a table without") { package in
      let text = package.text("content.xml")
      guard text.contains("table:table-header-rows") else { throw StructureMistake.NothingThere(text: "header rows") }
      return try package.changing("content.xml") { $0.replacing(/<\/?table:table-header-rows>/, with: "") }.bytes()
    },
  ]

  private static let people: [StructureMistake] = [
    .init(.language, "none in the styles") { package in
      try package.changing("styles.xml") { $0.replacing("fo:language=\"de\"", with: "fo:language=\"en\"") }.bytes()
    },
    .init(.language, "another in the metadata", in: "meta.xml", "<dc:language>de-DE", "<dc:language>en-GB"),
    .init(.title, "none") { package in
      try package.changing("meta.xml") { $0.replacing(/<dc:title>[^<]*</, with: "<dc:title><") }.bytes()
    },
    .init(.alternatives, "a chart without", of: .sheet) { package in
      try package.changing("content.xml") { $0.replacing(/<svg:(title|desc)>[^<]*<\/svg:(title|desc)>/, with: "") }
        .bytes()
    },
    .init(.labels, "a box without") { package in
      try package.changing("content.xml") { $0.replacing(#/ form:title="[^"]*"/#, with: "") }.bytes()
    },
    .init(.author, "a person") { package in
      try package.changing("meta.xml") { $0.replacing(/<dc:creator>[^<]*</, with: "<dc:creator>Jana Weber<") }.bytes()
    },
    .init(
      .author, "who printed it", in: "meta.xml", "</office:meta>",
      "<meta:printed-by>Jana Weber</meta:printed-by></office:meta>"),
    .init(
      .history, "how often it was edited", in: "meta.xml", "</office:meta>",
      "<meta:editing-cycles>7</meta:editing-cycles></office:meta>"),
    .init(
      .history, "when it was changed", in: "meta.xml", "</office:meta>",
      "<dc:date>2025-11-20T08:15:00</dc:date></office:meta>"),
    .init(.history, "changes", "</office:text>", "<text:tracked-changes/></office:text>"),
    .init(.history, "a preview") { try zip($0.members + [("Thumbnails/thumbnail.png", [0x89, 0x50, 0x4E, 0x47])]) },
  ]

  private static let bases = Result {
    (
      note: try StructureTests.render("gespraechsnotiz-lang.json", ["--fillable"], as: "odt")[0].bytes,
      sheet: try StructureTests.render("statistik-teil2-stadtbezirk.json", [], as: "ods")[0].bytes
    )
  }

  @Test(arguments: mistakes)
  func aMistakeIsNoticed(_ mistake: StructureMistake) throws {
    let bases = try Self.bases.get()
    let base = mistake.base == .note ? bases.note : bases.sheet
    let spoiled = PaperParts(try mistake.spoil(Package(base)))
    #expect(mistake.check.complaints(about: spoiled, office: StructureTests.office) != [])
    #expect(mistake.check.complaints(about: PaperParts(base), office: StructureTests.office) == [])
  }

  @Test func everyCheckIsTried() {
    #expect(Set(Self.mistakes.map(\.check)) == Set(StructureCheck.allCases))
  }
}
