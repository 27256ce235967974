import OpenDocument
import Testing
import XMLTree
import ZipArchive

/// Parts of a document as text.
private struct Parts {
  var flat = ""
  var files: [String: String] = [:]
  var names: [String] = []

  init(_ bytes: [UInt8]) throws {
    guard bytes.starts(with: [0x50, 0x4B]) else {
      flat = String(decoding: bytes, as: UTF8.self)
      return
    }
    let reader = try ZipReader(bytes)
    names = reader.entries.map(\.name)
    for name in names { files[name] = String(decoding: try reader.contents(of: name), as: UTF8.self) }
  }

  var content: String { files["content.xml"] ?? flat }
  var styles: String { files["styles.xml"] ?? flat }
  var manifest: String { files["META-INF/manifest.xml"] ?? "" }
}

private func parts(
  _ sample: Sample, _ xml: String = family, variant: TemplateVariant = .final, form: OutputForm = .package,
  metadata: DocumentMetadata = DocumentMetadata(), attachments: [OpenDocument.Attachment] = []
) throws -> Parts {
  let template = try Template(parsing: sample.bytes, name: "t", variant: variant, form: form)
  return try Parts(template.render(try data(xml), metadata: metadata, attachments: attachments))
}

/// The values of an attribute in the order of the text.
private func values(_ attribute: String, in text: String) -> [String] {
  text.split(separator: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
}

private func style(_ name: String, _ family: String, _ inside: String = "", more: String = "") -> String {
  "<style:style style:name=\"\(name)\" style:family=\"\(family)\"\(more)>\(inside)</style:style>"
}

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

@Suite("Styles")
struct TemplateStyleTests {
  @Test("Only automatic styles that are used are written, with those they need")
  func pruning() throws {
    var sample = Sample(
      p("a", style: "P1") + p(mark("wenn nein")) + p("b", style: "P2") + p(mark("sonst"))
        + p("<text:span text:style-name=\"T1\">c</text:span>", style: "P3")
        + p(mark("ende"))
        + p(
          "\(mark("für nichts"))<text:span text:style-name=\"T2\">x</text:span>\(mark("ende"))", style: "P6"))
    sample.automaticStyles =
      ["P1", "P2", "P3", "P4", "P5", "P6"].map {
        style($0, "paragraph", more: $0 == "P3" ? " style:list-style-name=\"LS\"" : "")
      }.joined()
      + style(
        "T1", "text", "<style:text-properties fo:color=\"#000000\"/>", more: " style:data-style-name=\"N1\"")
      + style("T2", "text", "<style:text-properties fo:color=\"#000001\"/>")
      + "<text:list-style style:name=\"LS\"/><text:list-style style:name=\"LX\"/><number:date-style style:name=\"N1\"/><number:date-style style:name=\"N2\"/>"
    sample.header = p("k", style: "P4") + p("k", style: "P1")
    let parts = try parts(sample)
    #expect(values("style:name", in: parts.content) == ["Noto Sans", "P1", "P3", "P6", "T1", "LS", "N1"])
    #expect(values("style:name", in: parts.styles) == ["Noto Sans", "Standard", "L1", "P1", "P4", "Erste"])
    let flat = try self.flat(sample)
    #expect(
      values("style:name", in: flat) == [
        "Noto Sans", "Standard", "L1", "P1", "P3", "P4", "P6", "T1", "LS", "N1", "Erste",
      ])
  }

  private func flat(_ sample: Sample, variant: TemplateVariant = .final) throws -> String {
    try parts(sample, variant: variant, form: .flat).flat
  }

  private func blankSample(_ styles: String) -> Sample {
    var sample = Sample(p("x", style: "Wert") + p("y", style: "Wert.Blanko"))
    sample.styles = styles
    return sample
  }

  @Test("A style for blank forms takes the place of the other")
  func blankStyle() throws {
    let sample = blankSample(
      style(
        "Wert", "paragraph",
        "<style:paragraph-properties fo:margin-top=\"1mm\" fo:line-height=\"12pt\"/><style:text-properties fo:font-size=\"10pt\"/>",
        more: " style:parent-style-name=\"Standard\"")
        + style(
          "Wert_2e_Blanko", "paragraph", "<style:paragraph-properties fo:line-height=\"20pt\"/>",
          more: " style:display-name=\"Wert.Blanko\" style:parent-style-name=\"Wert\"")
        + style("Wert.Blanko", "text"))
    let final = try flat(sample)
    #expect(values("style:name", in: final).filter { $0.hasPrefix("Wert") } == ["Wert", "Wert.Blanko"])
    #expect(values("text:style-name", in: final) == ["Wert", "Wert.Blanko"])
    #expect(values("fo:line-height", in: final) == ["12pt"])
    let blank = try flat(sample, variant: .blank(minimumRowHeight: 11.9))
    #expect(values("fo:line-height", in: blank) == ["20pt"])
    #expect(values("fo:margin-top", in: blank).first == "1mm")
    #expect(values("style:parent-style-name", in: blank) == ["Standard"])
  }

  @Test("A style for blank forms that is used itself falls back on the other")
  func directUse() throws {
    let styles =
      style("Wert", "paragraph")
      + style("Wert.Blanko", "paragraph", more: " style:parent-style-name=\"Standard\"")
    let sample = blankSample(styles)
    #expect(values("text:style-name", in: try flat(sample)) == ["Wert", "Wert"])
    #expect(
      values("text:style-name", in: try flat(sample, variant: .blank(minimumRowHeight: 5))) == [
        "Wert", "Wert",
      ])
  }

  @Test("A style for blank forms may build upon the other over a third")
  func indirect() throws {
    let styles =
      style("Wert", "paragraph", "<style:text-properties fo:font-size=\"10pt\"/>")
      + style("Mitte", "paragraph", more: " style:parent-style-name=\"Wert\"")
      + style("Wert.Blanko", "paragraph", more: " style:parent-style-name=\"Mitte\"")
    let blank = try flat(blankSample(styles), variant: .blank(minimumRowHeight: 5))
    #expect(values("style:name", in: blank).dropFirst(2).prefix(3) == ["Wert.Grund", "Wert", "Mitte"])
    #expect(values("style:parent-style-name", in: blank) == ["Mitte", "Wert.Grund"])
  }

  @Test("Rows with values are high enough for a pen in a blank form")
  func rowHeight() throws {
    func row(_ style: String, _ content: String) -> String {
      "<table:table-row table:style-name=\"\(style)\"><table:table-cell>\(p(content))</table:table-cell></table:table-row>"
    }
    func rowStyle(_ name: String, _ height: String) -> String {
      style(name, "table-row", "<style:table-row-properties \(height)/>")
    }
    var sample = Sample(
      "<table:table table:name=\"T\"><table:table-column/>\(row("R1", "fest"))\(row("R1", mark("nummer")))\(row("R1", mark("name")))\(row("R2", mark("nummer")))\(row("R3", mark("nummer")))\(row("R1", mark("kasten ja")))</table:table>"
    )
    sample.header =
      "<table:table table:name=\"K\"><table:table-column/>\(row("R1", mark("nummer")))</table:table>"
    sample.automaticStyles =
      rowStyle("R1", "style:min-row-height=\"6.2mm\"") + rowStyle("R2", "style:min-row-height=\"2cm\"")
      + rowStyle("R3", "style:row-height=\"0.1in\"")
    let blank = try flat(sample, variant: .blank(minimumRowHeight: 11.9))
    #expect(
      values("table:style-name", in: blank) == ["R1", "R1", "R1.Hand", "R1.Hand", "R2", "R3.Hand", "R1"])
    #expect(values("style:min-row-height", in: blank) == ["6.2mm", "2cm", "11.9mm", "11.9mm"])
    #expect(values("style:row-height", in: blank) == [])
    #expect(!(try flat(sample)).contains("11.9mm"))
    #expect(
      try rendered(Sample(p(mark("blanko()"))), variant: .blank(minimumRowHeight: 1)).hasSuffix("true\n"))
  }
}

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
