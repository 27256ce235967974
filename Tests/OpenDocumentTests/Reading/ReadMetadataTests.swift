import OpenDocument
import Testing

@Suite("What a document says of itself")
struct ReadMetadataTests {
  private static let meta =
    "<office:meta><dc:title>Gesprächsnotiz</dc:title><dc:language>de-DE</dc:language><dc:creator>Amt 51</dc:creator>"
    + "<meta:keyword>a</meta:keyword><meta:keyword>b</meta:keyword><meta:generator>kiso</meta:generator>"
    + "<meta:creation-date>2025-09-09T10:00:00</meta:creation-date><meta:template xlink:href=\"/home/x\"/>"
    + "<meta:user-defined meta:name=\"form\">notiz</meta:user-defined>"
    + "<meta:user-defined meta:name=\"alter\" meta:value-type=\"float\">4.5</meta:user-defined>"
    + "<meta:user-defined meta:name=\"ja\" meta:value-type=\"boolean\">true</meta:user-defined>"
    + "<meta:user-defined meta:name=\"tag\" meta:value-type=\"date\">2025-09-09</meta:user-defined>"
    + "<meta:user-defined meta:name=\"dauer\" meta:value-type=\"time\">PT1H</meta:user-defined>"
    + "<meta:user-defined meta:name=\"falsch\" meta:value-type=\"float\">vier</meta:user-defined>"
    + "<meta:user-defined meta:name=\"form\">zweite</meta:user-defined></office:meta>"

  private func check(_ metadata: ReadMetadata) {
    #expect(
      metadata.title == "Gesprächsnotiz" && metadata.language == "de-DE" && metadata.creator == "Amt 51")
    #expect(metadata.keywords == ["a", "b"] && metadata.generator == "kiso" && metadata.namesTemplate)
    #expect(metadata.created == "2025-09-09T10:00:00" && metadata.changed == nil)
    #expect(
      metadata["form"] == .text("notiz") && metadata["alter"] == .number(4.5)
        && metadata["ja"] == .boolean(true))
    #expect(metadata["tag"] == .date("2025-09-09") && metadata["dauer"] == .time("PT1H"))
    #expect(metadata["falsch"] == .text("vier") && metadata["nichts"] == nil && metadata.fields.count == 7)
  }

  @Test("Title, language and typed fields are read from a package and from a flat file")
  func both() throws {
    let part = "<office:document-meta \(ReadingPackage.namespaces)>\(Self.meta)</office:document-meta>"
    let package = ReadingPackage(content: ReadingPackage.content(), ("meta.xml", part))
    check(try OpenDocumentFile(reading: package.bytes).metadata)
    check(try OpenDocumentFile(reading: Array(ReadingPackage.flat(head: Self.meta).utf8)).metadata)
  }

  @Test("A document without metadata says nothing")
  func none() throws {
    let file = try OpenDocumentFile(reading: ReadingPackage().bytes)
    #expect(try file.metadata.title == nil && file.metadata.fields.isEmpty)
    #expect(try file.styles == nil && file.settings == nil)
  }

  @Test("Kind, type and version are known", arguments: ["1.0", "1.1", "1.2", "1.3", "1.4", nil])
  func version(version: String?) throws {
    var package = ReadingPackage(content: ReadingPackage.content(version: version))
    package.manifestVersion = nil
    let file = try OpenDocumentFile(reading: package.bytes)
    #expect(try file.version == version)
    #expect(file.kind == .package && !file.isTemplate && file.mediaType == ReadingPackage.text)
    package.manifestVersion = "1.3"
    #expect(try OpenDocumentFile(reading: package.bytes).version == version ?? "1.3")
    #expect(try OpenDocumentFile(reading: Array(ReadingPackage.flat().utf8)).kind == .flat)
  }
}
