import OpenDocument
import Testing

@Suite("What is reported and never followed")
struct DocumentWarningTests {
  private func codes(_ package: ReadingPackage) throws -> [DocumentWarning.Code] {
    try OpenDocumentFile(reading: package.bytes).inspect().map(\.code)
  }

  private static let openOffice =
    "<!DOCTYPE manifest:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \"Manifest.dtd\">"

  @Test("A plain document has no warning")
  func none() throws {
    #expect(try codes(ReadingPackage()) == [])
    #expect(try OpenDocumentFile(reading: Array(ReadingPackage.flat().utf8)).inspect() == [])
  }

  @Test("What is unusual about a package is a warning")
  func packages() throws {
    let plain = ReadingPackage(content: ReadingPackage.content(), ("a.xml", "<a/>"))
    #expect(try codes(plain.with { $0.isMimetypeLate = true }) == [.mimetypeLate])
    #expect(try codes(plain.with { $0.unlisted = ["a.xml"] }) == [.unlisted])
    #expect(try codes(plain.with { $0.listedMissing = ["b.xml"] }) == [.listedMissing])
    #expect(try codes(plain.with { $0.listedMissing = ["a.xml"] }) == [.listedTwice])
    #expect(try codes(plain.with { $0.doctype = Self.openOffice }) == [.manifestDoctype])
    for (name, code) in [
      ("Basic/Standard/Module1.xml", DocumentWarning.Code.macros), ("Scripts/python/a.py", .macros),
    ] {
      #expect(try codes(ReadingPackage(content: ReadingPackage.content(), (name, ""))) == [code])
    }
    var signed = ReadingPackage(
      content: ReadingPackage.content(), ("META-INF/documentsignatures.xml", "<a/>"))
    signed.unlisted = ["META-INF/documentsignatures.xml"]
    #expect(try codes(signed) == [.signature])
  }

  @Test(
    "Lists of libraries that LibreOffice writes without any macro are none",
    arguments: [
      ("Basic/script-lc.xml", "<library:libraries xmlns:library=\"l\"/>", false),
      (
        "Basic/script-lc.xml",
        "<l:libraries xmlns:l=\"l\"><l:library l:name=\"Standard\" l:link=\"false\"/></l:libraries>", false
      ),
      ("Basic/Standard/script-lb.xml", "<library:library xmlns:library=\"l\" library:name=\"Standard\"/>", false),
      ("Basic/script-lc.xml", "<l:libraries xmlns:l=\"l\"><l:library l:link=\"true\"/></l:libraries>", true),
      ("Basic/script-lc.xml", "<l:libraries xmlns:l='l'><l:library l:link='true'/></l:libraries>", true),
      ("Basic/Standard/Modul.xml", "<script/>", true),
    ])
  func libraries(_ name: String, _ list: String, _ isCode: Bool) throws {
    let found = try codes(ReadingPackage(content: ReadingPackage.content(), (name, list)))
    #expect(found == (isCode ? [.macros] : []))
  }

  @Test(
    "Scripts in a flat file are macros when there are any",
    arguments: [
      ("<office:script script:language=\"ooo:Basic\"><ooo:libraries xmlns:ooo=\"o\"/></office:script>", false),
      ("<office:script script:language=\"ooo:Basic\"/>", false),
      ("<office:script><ooo:libraries xmlns:ooo=\"o\">\n  </ooo:libraries></office:script>", false),
      ("<office:script><ooo:libraries xmlns:ooo=\"o\"><ooo:library-embedded/></ooo:libraries></office:script>", true),
      ("<office:script><ooo:libraries xmlns:ooo=\"o\"><ooo:library-linked/></ooo:libraries></office:script>", true),
      ("<office:script script:language=\"JavaScript\">go()</office:script>", true),
      ("<office:script><x/></office:script>", true),
    ])
  func scripts(_ script: String, _ isCode: Bool) throws {
    let source = ReadingPackage.flat(head: "<office:scripts>\(script)</office:scripts>")
    #expect(try OpenDocumentFile(reading: Array(source.utf8)).inspect().map(\.code) == (isCode ? [.macros] : []))
  }

  @Test("The name of a foreign member is made printable")
  func printable() throws {
    var package = ReadingPackage(content: ReadingPackage.content(), ("a\u{202E}b", "x"))
    package.unlisted = ["a\u{202E}b"]
    let warning = try OpenDocumentFile(reading: package.bytes).packageWarnings.first
    #expect(warning == DocumentWarning(.unlisted, part: "a?b"))
  }

  @Test(
    "What the content holds is a warning with its number",
    arguments: [
      (
        "<text:p><text:a xlink:href=\"https://example.org/\">x</text:a></text:p>",
        DocumentWarning.Code.hyperlink
      ),
      ("<text:p><text:a xlink:href=\"#Ziel|outline\">x</text:a></text:p>", nil),
      ("<text:p><draw:frame><draw:image xlink:href=\"Pictures/a.png\"/></draw:frame></text:p>", nil),
      ("<text:p><draw:frame><draw:image xlink:href=\"./Pictures/a.png\"/></draw:frame></text:p>", nil),
      (
        "<text:p><draw:frame><draw:image xlink:href=\"http://a/b.png\"/></draw:frame></text:p>",
        .externalImage
      ),
      ("<text:p><draw:frame><draw:image xlink:href=\"../b.png\"/></draw:frame></text:p>", .externalImage),
      ("<text:p><draw:frame><draw:image xlink:href=\"/etc/b.png\"/></draw:frame></text:p>", .externalImage),
      (
        "<text:p><draw:frame><draw:image xlink:href=\"\\\\server\\b.png\"/></draw:frame></text:p>",
        .externalImage
      ),
      (
        "<text:section text:name=\"a\"><text:section-source xlink:href=\"../b.odt\"/></text:section>",
        .linkedSection
      ),
      ("<text:section text:name=\"a\"><office:dde-source/></text:section>", .linkedSection),
      ("<office:forms><form:form xlink:href=\"https://a/\"/></office:forms>", .externalReference),
      ("<text:p><draw:frame><draw:object xlink:href=\"./Object 1\"/></draw:frame></text:p>", .embeddedObject),
      ("<text:p><draw:frame><draw:object-ole xlink:href=\"./Object 1\"/></draw:frame></text:p>", .oleObject),
      ("<text:p><text:a xlink:href=\"vnd.sun.star.script:a.b?x\">x</text:a></text:p>", .macros),
      ("<text:p><text:a xlink:href=\" JavaScript:x\">x</text:a></text:p>", .macros),
      ("<text:p><text:database-display text:database-name=\"Bibliography\"/></text:p>", .database),
      ("<office:forms><form:form form:datasource=\"x\"/></office:forms>", .database),
      ("<office:forms><form:form form:datasource=\"\" form:command=\"\"/></office:forms>", nil),
      ("<office:forms><form:form><form:connection-resource/></form:form></office:forms>", .database),
      (
        "<office:forms><form:form><form:image form:image-data=\"http://a/b.png\"/></form:form></office:forms>",
        .externalImage
      ),
      (
        "<office:forms><f:model xmlns:f=\"http://www.w3.org/2002/xforms\"><f:submission action=\"http://a/\"/>"
          + "</f:model></office:forms>", .externalReference
      ),
      ("<table:table><table:table-source xlink:href=\"../b.ods\"/></table:table>", .linkedSection),
      ("<text:p><text:dde-connection-decls/></text:p>", nil),
      ("<text:p><draw:frame><draw:plugin/></draw:frame></text:p>", .activeContent),
      (
        "<text:p><text:a><office:event-listeners><script:event-listener/></office:event-listeners>x</text:a></text:p>",
        .eventListener
      ),
      ("<text:p><text:execute-macro>x</text:execute-macro></text:p>", .eventListener),
      (
        "<office:forms><form:form><form:button><office:event-listeners><script:event-listener/>"
          + "</office:event-listeners></form:button></form:form></office:forms>", .formEventListener
      ),
      ("<text:p><text:script>x</text:script></text:p>", .macros),
      ("<text:tracked-changes/>", nil),
      ("<text:tracked-changes><text:changed-region/></text:tracked-changes>", .trackedChanges),
      ("<text:p><office:annotation><text:p>x</text:p></office:annotation></text:p>", .annotations),
      ("<text:section text:display=\"none\"/>", .hiddenText),
      ("<text:p><text:hidden-text text:is-hidden=\"true\">x</text:hidden-text></text:p>", .hiddenText),
      ("<text:p><text:hidden-text>x</text:hidden-text></text:p>", nil),
    ] as [(String, DocumentWarning.Code?)])
  func contents(body: String, code: DocumentWarning.Code?) throws {
    let found = try OpenDocumentFile(reading: ReadingPackage(body: body + body).bytes).inspect()
    let expected = code.map { [DocumentWarning($0, part: "content.xml", line: 2, count: 2)] } ?? []
    #expect(found == expected)
  }

  @Test("Databases and what loads by itself are found in the package, the settings and the metadata")
  func otherParts() throws {
    func settings(_ name: String, _ value: String) -> String {
      "<office:document-settings \(ReadingPackage.namespaces) xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:"
        + "config:1.0\"><config:config-item config:name=\"\(name)\">\(value)</config:config-item></office:document-settings>"
    }
    func codes(_ name: String, _ text: String) throws -> [DocumentWarning.Code] {
      try self.codes(ReadingPackage(content: ReadingPackage.content(), (name, text)))
    }
    #expect(try codes("settings.xml", settings("EmbeddedDatabaseName", "x")) == [.database])
    #expect(try codes("settings.xml", settings("CurrentDatabaseDataSource", "")) == [])
    #expect(try codes("EmbeddedDatabase/script", "x") == [.database])
    let meta =
      "<office:document-meta \(ReadingPackage.namespaces)><office:meta><meta:auto-reload xlink:href=\"http://a/\"/>"
      + "</office:meta></office:document-meta>"
    #expect(try codes("meta.xml", meta) == [.externalReference])
  }

  @Test("From a flat file every path leads outside")
  func flat() throws {
    let body = "<text:p><draw:frame><draw:image xlink:href=\"Pictures/a.png\"/></draw:frame></text:p>"
    let file = try OpenDocumentFile(reading: Array(ReadingPackage.flat(body).utf8))
    #expect(try file.inspect() == [DocumentWarning(.externalImage, line: 2)])
  }

  @Test("Styles are looked through too, and a packed mimetype is noticed")
  func styles() throws {
    let styles =
      "<office:document-styles \(ReadingPackage.namespaces)><office:master-styles>"
      + "<style:master-page><style:header><text:p><text:a xlink:href=\"mailto:a@b\"/></text:p></style:header>"
      + "</style:master-page></office:master-styles></office:document-styles>"
    var package = ReadingPackage(content: ReadingPackage.content(), ("styles.xml", styles))
    package.isMimetypePacked = true
    package.mimetype = ReadingPackage.text + "-template"
    package.rootType = package.mimetype
    #expect(
      try OpenDocumentFile(reading: package.bytes).inspect() == [
        DocumentWarning(.mimetypePacked), DocumentWarning(.hyperlink, part: "styles.xml", line: 1),
      ])
  }
}
