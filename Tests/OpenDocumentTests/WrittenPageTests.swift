import OpenDocument
import Testing
import XMLTree
import ZipArchive

/// The page that is noted while a document is written is the one that a reader finds in it.
struct WrittenPageTests {
  /// Names printed values by their expression, and makes everything called `feld` a carrier of a kind.
  final class Names: InputSource {
    var kind: Carrier.Kind?
    var explores: Bool { false }
    var assumesFilled = false

    init(_ kind: Carrier.Kind? = nil) { self.kind = kind }

    func parts(of mark: Int, _ expression: String, at node: XMLNode) -> [InputPart]? {
      guard let kind, expression == "notiz" || expression == "name" else { return nil }
      let text = kind == .box ? Carrier.ticked : node.element(expression)?.text ?? ""
      let carrier = Carrier(
        kind, name: "feld\(mark).\(node.elements.count)", text: text, prompt: "‹?›", options: ["eins", "zwei"],
        hint: "Hilfe")
      return kind == .section ? [.carrier(carrier)] : [.text("vor "), .carrier(carrier), .text(" nach")]
    }

    func box(of mark: Int, _ expression: String, at node: XMLNode) -> Carrier? { nil }
    func weight(of mark: Int) -> Int { 1 }
    func name(of expression: String, at node: XMLNode) -> String { "x\(expression.utf8.count)" }
  }

  static let blanks = """
    <fall><nummer>7</nummer><name>  Müller &amp;  Söhne\tGmbH </name><leer/><ja>ja</ja><datum>2025-11-20</datum>
    <notiz>erste  Zeile &lt;x&gt;
     zweite\tZeile\r

    vierte ­–„“</notiz>
    <kinder><kind alter="3"><name>Ada</name><spiel>Ball</spiel><spiel>Puppe</spiel></kind>
    <kind alter="5"><name>Bela\nzwei</name><kur>ja</kur></kind></kinder></fall>
    """

  static let bodies: [String: String] = [
    "paragraphs":
      p("Nummer " + mark("nummer") + " , " + mark("name") + " ") + p(mark("notiz")) + p(mark("leer?") + " ")
      + p("  viel \n Platz <text:s text:c=\"3\"/>x<text:tab/>y<text:line-break/>z ") + p("") + p(" " + mark("ja")),
    "heading and list":
      "<text:h text:outline-level=\"2\">Kopf " + mark("nummer") + "</text:h><text:list><text:list-item>"
      + p(mark("für kinder/kind") + mark("name") + mark("ende"))
      + "</text:list-item><text:list-item><text:list><text:list-item>" + p("innen " + mark("name"))
      + "</text:list-item></text:list></text:list-item></text:list>",
    "tables":
      table(
        "T", [["fest", mark("notiz")], [mark("für kinder/kind") + mark("name"), mark("@alter") + mark("ende")]],
        header: [["A", "B"]])
      + table("U", [[table("V", [[mark("name"), "innen"], ["", mark("notiz")]]), p("a") + p(mark("ja")) + p("")]]),
    "repeated tables":
      p(mark("für kinder/kind")) + table("K", [[mark("name"), "x"]])
      + "<text:section text:name=\"S\">" + p("im Abschnitt " + mark("@alter")) + "</text:section>" + p(mark("ende")),
    "conditions":
      p(mark("wenn ja = 'ja'") + "wahr " + mark("sonst") + "falsch " + mark("ende") + "Ende")
      + p(mark("wenn ja = 'nein'")) + table("W", [["weg", mark("name")]]) + p(mark("ende"))
      + table("X", [[mark("wenn ja = 'nein'") + "weg" + mark("ende")]]) + p(mark("kasten ja = 'ja'") + " ja"),
    "frames and notes":
      p(
        "Anker " + mark("nummer")
          + "<draw:frame draw:name=\"F\" text:anchor-type=\"paragraph\" svg:width=\"1cm\"><draw:text-box>"
          + p("im Rahmen " + mark("name")) + "</draw:text-box><svg:title>stumm</svg:title></draw:frame> weiter"
          + "<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>"
          + p("Fußnote " + mark("ja")) + p("zweite") + "</text:note-body></text:note>.")
      + p("Seite <text:page-number>1</text:page-number> <text:span>Spanne " + mark("nummer") + "</text:span>"),
    "hidden":
      p("verborgen " + mark("name"), style: "Weg") + p("da <text:span text:style-name=\"T\">weg</text:span>")
      + "<text:section text:name=\"H\" text:display=\"none\">" + p("auch weg " + mark("ja")) + "</text:section>"
      + p("Rest"),
  ]

  static func sample(_ name: String) -> Sample {
    var sample = Sample(bodies[name] ?? "")
    let hidden = "<style:text-properties text:display=\"none\"/></style:style>"
    sample.header = p("Kopf " + mark("nummer"))
    sample.styles = "<style:style style:name=\"Weg\" style:family=\"paragraph\">" + hidden
    sample.automaticStyles = "<style:style style:name=\"T\" style:family=\"text\">" + hidden
    return sample
  }

  static let keeping = PageKeeping(
    attachment: Attachment(
      path: "Record/page.xml", mediaType: "application/xml", directoryMediaType: "application/vnd.probe", bytes: []),
    indexField: "Liste")

  @Test("A sealed document is untouched, and its page is the one that was kept", arguments: bodies.keys.sorted())
  func final(name: String) throws {
    for xml in [family, Self.blanks] {
      let file = try written(name, xml, .final, Names())
      #expect(try file.fingerprintAsIssued == file.fingerprint)
      try comparePage(of: file)
    }
  }

  @Test("A document without names of values is untouched", arguments: bodies.keys.sorted())
  func blank(name: String) throws {
    let file = try written(name, Self.blanks, .blank(minimumRowHeight: 8), nil)
    #expect(try file.fingerprintAsIssued == file.fingerprint)
  }

  @Test(
    "A page to be filled in is the one that was kept", arguments: bodies.keys.sorted(),
    [Carrier.Kind.input, .section, .choice, .box])
  func fillable(name: String, kind: Carrier.Kind) throws {
    for xml in [family, Self.blanks] {
      let file = try written(name, xml, .fillable, Names(kind))
      #expect(try file.fingerprintAsIssued == file.fingerprint)
      try comparePage(of: file)
    }
  }

  private func written(
    _ name: String, _ xml: String, _ variant: TemplateVariant, _ names: Names?
  ) throws -> OpenDocumentFile {
    let template = try Template(parsing: Self.sample(name).bytes, name: name, variant: variant)
    var data = try data(xml)
    data.inputs = names
    var metadata = DocumentMetadata()
    metadata.sealsText = true
    let snapshot = try #require(template.snapshot())
    let stored = try #require(Template(snapshot: snapshot))
    let bytes = try template.render(data, metadata: metadata, page: names == nil ? nil : Self.keeping)
    #expect(try stored.render(data, metadata: metadata, page: names == nil ? nil : Self.keeping) == bytes)
    let archive = try ZipReader(bytes)
    for part in ["content.xml", "styles.xml"] {
      #expect(!String(decoding: try archive.contents(of: part), as: UTF8.self).contains("trace"))
    }
    return try OpenDocumentFile(reading: bytes)
  }

  /// Compares places, texts and carriers; printed values have no names in a finished document.
  private func comparePage(of file: OpenDocumentFile) throws {
    let stored = try #require(try file.member("Record/page.xml"))
    let kept = try #require(PageText(xml: stored))
    let names = Set(kept.items.map(\.item.carrier.name))
    let found = try PageText(of: file) { names.contains($0) }
    #expect(kept.units.map(\.place) == found.units.map(\.place))
    #expect(kept.units.map(\.text) == found.units.map(\.text))
    func carriers(_ page: PageText) -> [String] {
      page.items.filter { $0.item.carrier.kind != .printed }.map { unit, item in
        "\(unit) \(item.start) \(item.carrier.kind) \(item.carrier.name) \(item.carrier.text)"
      }
    }
    #expect(carriers(kept) == carriers(found))
    #expect(kept.items.allSatisfy { $0.item.start + $0.item.length <= kept.units[$0.unit].text.utf8.count })
  }
}
