import OpenDocument
import Testing
import ZipArchive

@Suite("Packages and flat files")
struct TemplatePackageTests {
  static let dot =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="

  private static func picture(_ data: String) -> String {
    p(
      "<draw:frame draw:name=\"B\"><draw:image><office:binary-data>\(data)</office:binary-data></draw:image></draw:frame>"
    )
  }

  @Test("Both forms show the same")
  func forms() throws {
    let sample = Sample(
      p(mark("notiz"))
        + table("T", [[mark("für kinder/kind") + mark("name"), mark("@alter") + mark("ende")]]))
    #expect(try rendered(sample, form: .package) == rendered(sample, form: .flat))
  }

  @Test("The same input gives the same bytes", arguments: [OutputForm.package, .flat])
  func determinism(form: OutputForm) throws {
    let first = try familyDocument(form: form)
    #expect(try familyDocument(form: form) == first)
    let template = try Template(parsing: Outside.fixture("familie.fodt"), name: "familie", form: form)
    let deflater = Deflater()
    for _ in 0..<2 {
      #expect(try template.render(try data(), metadata: officeMetadata, deflater: deflater) == first)
    }
  }

  @Test("A package lists what it has and nothing else")
  func manifest() throws {
    let record = OpenDocument.Attachment(
      path: "Record/record.xml", mediaType: "application/xml",
      directoryMediaType: "application/vnd.kiso.record", bytes: [1, 2, 3])
    let parts = try parts(
      Sample(p("x") + Self.picture(Self.dot) + Self.picture(Self.dot)), attachments: [record])
    #expect(
      parts.names == [
        "mimetype", "content.xml", "styles.xml", "meta.xml", "Pictures/1.png", "Record/record.xml",
        "META-INF/manifest.xml",
      ])
    #expect(
      values("manifest:full-path", in: parts.manifest.replacing("<manifest:file-entry", with: "")) == [
        "/", "content.xml", "styles.xml", "meta.xml", "Pictures/1.png", "Record/", "Record/record.xml",
      ])
    #expect(parts.manifest.contains("\"Record/\" manifest:media-type=\"application/vnd.kiso.record\""))
  }

  @Test("A picture that is not shown is not in the package")
  func unusedPicture() throws {
    let parts = try parts(Sample(p(mark("wenn nein")) + Self.picture(Self.dot) + p(mark("ende"))))
    #expect(!parts.names.contains { $0.hasPrefix("Pictures") })
  }

  @Test("Pictures go from a flat file into a package and back")
  func pictures() throws {
    let package = try Template(parsing: Sample(Self.picture(Self.dot)).bytes, name: "t").render(try data())
    let flat = try Template(parsing: package, name: "t", form: .flat).render(try data())
    #expect(
      String(decoding: flat, as: UTF8.self).contains("<office:binary-data>\(Self.dot)</office:binary-data>"))
    let again = try Template(parsing: flat, name: "t", form: .package).render(try data())
    #expect(again == package)
  }

  @Test(
    "An attachment that would be lost is refused",
    arguments: [
      ("record.xml", "a/b"), ("Pictures/a.xml", "a/b"), ("META-INF/a.xml", "a/b"), ("Record/a.xml", ""),
    ])
  func attachment(path: String, type: String) throws {
    let template = try Template(parsing: Sample(p("x")).bytes, name: "t")
    let attachment = OpenDocument.Attachment(
      path: path, mediaType: "application/xml", directoryMediaType: type, bytes: [1])
    let data = try data()
    let failure = #expect(throws: RenderFailure.self) { try template.render(data, attachments: [attachment]) }
    #expect(failure?.problems.map { "\($0.code.rawValue) \($0.found ?? "")" } == ["AUSGABE-ANLAGE \(path)"])
  }

  @Test("A flat file takes no attachment, a package no two of one name")
  func attachments() throws {
    let record = OpenDocument.Attachment(
      path: "R/a.xml", mediaType: "a/b", directoryMediaType: "a/b", bytes: [1])
    let data = try data()
    let flat = try Template(parsing: Sample(p("x")).bytes, name: "t", form: .flat)
    #expect(
      #expect(throws: RenderFailure.self) { try flat.render(data, attachments: [record]) }?.problems.map(
        \.code) == [.attachment])
    let package = try Template(parsing: Sample(p("x")).bytes, name: "t")
    #expect(
      #expect(throws: RenderFailure.self) { try package.render(data, attachments: [record, record]) }?
        .problems.map(\.code) == [.package])
  }

  @Test("Nothing of the template's making reaches the document", arguments: [OutputForm.package, .flat])
  func traces(form: OutputForm) throws {
    let parts = try Parts(familyDocument(form: form))
    let all = parts.flat + parts.files.values.joined()
    for trace in [
      "Beispiel", "rsid", "editing", "a.ott", "statistic", "annotation", "soft-page-break", "view-settings",
      "office:script", "loext", "officeooo", "LibreOffice", "T1", "version=\"1.2\"", "{{", "Blanko",
    ] {
      #expect(!all.contains(trace), "\(trace)")
    }
    #expect(all.contains("office:version=\"1.3\""))
  }

  @Test("What is given for the document wins over the template's metadata")
  func metadata() throws {
    var sample = Sample(p("x"))
    sample.meta =
      "<dc:title>{{fehlt}}</dc:title><dc:subject>S</dc:subject><meta:keyword>a</meta:keyword><dc:language>de</dc:language><meta:user-defined meta:name=\"U\">u</meta:user-defined><meta:user-defined meta:name=\"W\" meta:value-type=\"boolean\">true</meta:user-defined><meta:user-defined meta:name=\"X\" meta:value-type=\"float\">3</meta:user-defined>"
    let metadata = DocumentMetadata(
      title: "A\tB\n<", keywords: ["k1", "k2"], creator: "Amt & Co", language: "de-DE",
      userDefined: [UserField(name: "W", value: .number(2.5)), UserField(name: "Neu", value: .text("n"))])
    #expect(
      try rendered(sample, metadata: metadata) == """
        title: A B <
        subject: S
        keyword: k1
        keyword: k2
        initial-creator: Amt & Co
        creator: Amt & Co
        language: de-DE
        user-defined U (string): u
        user-defined W (float): 2.5
        user-defined X (float): 3
        user-defined Neu (string): n
        x

        """)
  }

  @Test("Two user-defined fields of one name, or one without a value that can be written, are an error")
  func userFields() throws {
    let template = try Template(parsing: Sample(p("x")).bytes, name: "t")
    let data = try data()
    for fields in [
      [UserField(name: "a", value: .text("1")), UserField(name: "a", value: .text("2"))],
      [UserField(name: "a", value: .number(.nan))], [UserField(name: "", value: .boolean(true))],
    ] {
      let failure = #expect(throws: RenderFailure.self) {
        try template.render(data, metadata: DocumentMetadata(userDefined: fields))
      }
      #expect(failure?.problems.map(\.code) == [.metadata])
    }
  }

  @Test("Automatic styles of both parts of a package keep apart")
  func packagedTemplate() throws {
    func part(_ kind: String, _ inside: String) -> [UInt8] {
      Array(
        "<office:document-\(kind) \(Sample.namespaces) office:version=\"1.2\">\(inside)</office:document-\(kind)>"
          .utf8)
    }
    let auto = { (color: String) in
      "<office:automatic-styles>\(style("P1", "paragraph", "<style:text-properties fo:color=\"\(color)\"/>"))</office:automatic-styles>"
    }
    var writer = ZipWriter()
    try writer.addStored("mimetype", Array("application/vnd.oasis.opendocument.text-template".utf8))
    try writer.addStored(
      "content.xml",
      part(
        "content",
        auto("#111111")
          + "<office:body><office:text>\(p(mark("nummer"), style: "P1"))</office:text></office:body>"))
    try writer.addStored(
      "styles.xml",
      part(
        "styles",
        auto("#222222")
          + "<office:master-styles><style:master-page style:name=\"M\"><style:header>\(p(mark("name"), style: "P1"))</style:header></style:master-page></office:master-styles>"
      ))
    try writer.addStored("META-INF/manifest.xml", Array("<manifest/>".utf8))
    let bytes = writer.finish()
    let template = try Template(parsing: bytes, name: "t")
    #expect(template.marks.map(\.place) == ["Kopfzeile (M), Absatz 1", "Text, Absatz 1"])
    #expect(template.marks.map(\.line) == [0, 0])
    let parts = try Parts(template.render(try data()))
    #expect(values("fo:color", in: parts.content) == ["#111111"])
    #expect(values("fo:color", in: parts.styles) == ["#222222"])
    #expect(try DocumentDump(template.render(try data())).text == "-- header M\nMüller & Söhne\n7\n")
  }
}
