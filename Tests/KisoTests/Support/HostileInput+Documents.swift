extension HostileInput {
  private static let entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
  private static let laughs =
    "<!DOCTYPE x [<!ENTITY a0 \"\(secret)\">"
    + (1...12).map { level in
      "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
    }.joined() + "]>"

  private static func afterDeclaration(_ insertion: String) -> @Sendable (String) -> String {
    { text in
      guard let end = text.firstRange(of: "?>") else { return insertion + text }
      return text[..<end.upperBound] + insertion + text[end.upperBound...]
    }
  }

  /// Sound packages with something wrong inside.
  static let documents: [HostileInput] = [
    .init("wrong mimetype", "ODF") { try document().changing("mimetype") { _ in "text/plain" }.bytes() },
    .init("no mimetype", "ODF") { try document().without("mimetype").bytes() },
    .init("no manifest", "ODF") { try document().without("META-INF/manifest.xml").bytes() },
    .init("no content", "ODF") { try document().without("content.xml").bytes() },
    .init("no record", "ODF-OHNE-DATEN") {
      try document().without("Record/record.xml").changing("META-INF/manifest.xml") {
        $0.replacing(/<manifest:file-entry manifest:full-path="Record[^>]*>/, with: "")
      }.changing("content.xml") { $0.replacing("Gesprächsnotiz", with: "Blatt") }.bytes()
    },
    .init("password", "ODF") {
      try document().changing("META-INF/manifest.xml") {
        $0.replacing(
          "\"content.xml\" manifest:media-type=\"text/xml\"/>",
          with:
            "\"content.xml\" manifest:media-type=\"text/xml\" manifest:size=\"9\"><manifest:encryption-data/>"
            + "</manifest:file-entry>")
      }.bytes()
    },
    .init("entity in content", "XML-DOCTYPE") {
      try document().changing("content.xml", afterDeclaration(entity)).bytes()
    },
    .init("laughs in content", "XML-DOCTYPE") {
      try document().changing("content.xml", afterDeclaration(laughs)).bytes()
    },
    .init("entity in the manifest", "XML-DOCTYPE") {
      try document().changing("META-INF/manifest.xml", afterDeclaration(entity)).bytes()
    },
    .init("entity in metadata", "XML-DOCTYPE") {
      try document().changing("meta.xml", afterDeclaration(entity)).bytes()
    },
    .init("entity in the record", "XML-DOCTYPE") {
      try document().changing("Record/record.xml", afterDeclaration(entity)).bytes()
    },
    .init("deep content", "XML-TIEFE") {
      try document().changing("content.xml") {
        $0.replacing(
          "<office:text", with: String(repeating: "<text:section>", count: 50_000) + "<office:text")
      }.bytes()
    },
    .init("many attributes", "XML-ATTRIBUTE") {
      let attributes = (0..<20_000).map { " a\($0)=\"\"" }.joined()
      return try document().changing("content.xml") {
        $0.replacing("<office:text", with: "<office:text\(attributes)")
      }
      .bytes()
    },
    .init("broken content", "XML-ABGESCHNITTEN") {
      try document().changing("content.xml") { String($0.dropLast(300)) }.bytes()
    },
    .init("empty content", "XML-LEER") { try document().changing("content.xml") { _ in "" }.bytes() },
    .init("other root", "ODF") { try document().changing("content.xml") { _ in "<a/>" }.bytes() },
    .init("broken record", "XML-ABGESCHNITTEN") {
      try document().changing("Record/record.xml") { String($0.dropLast(30)) }.bytes()
    },
    .init("other record", "DATEN") {
      try document().changing("Record/record.xml") { _ in "<brief/>" }.bytes()
    },
    .init("flat with entity", "XML-DOCTYPE") {
      let text = try Repository.text("Templates/bochum/gespraechsnotiz.fodt")
      return Array(afterDeclaration(entity)(text).utf8)
    },
  ]

  private static func note(_ inside: String = "") -> String {
    "<record form=\"gespraechsnotiz\" version=\"1\"><anlass>\(secret)\(inside)</anlass></record>"
  }

  /// Records in XML and JSON that are none.
  static let records: [HostileInput] = [
    .init("entity in xml", "XML-DOCTYPE") { Array((entity + note("&e;")).utf8) },
    .init("laughs in xml", "XML-DOCTYPE") { Array((laughs + note("&a12;")).utf8) },
    .init("remote dtd", "XML-DOCTYPE") {
      Array(("<!DOCTYPE record SYSTEM \"http://127.0.0.1:9/x.dtd\">" + note()).utf8)
    },
    .init("deep xml", "XML-TIEFE") { Array(note(String(repeating: "<a>", count: 100_000)).utf8) },
    .init("truncated xml", "XML-ABGESCHNITTEN") { Array(note().utf8.dropLast(12)) },
    .init("other xml", "DATEN-FORM") { Array("<brief>\(secret)</brief>".utf8) },
    .init("latin 1", "XML-KODIERUNG") {
      Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>".utf8) + Array(note("\u{78}").utf8) + [0xE4]
    },
    .init("utf 16", "XML-KODIERUNG") {
      [0xFF, 0xFE] + note().utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    },
    .init("one huge tag", "XML-MARKUP") {
      let text = String(repeating: "x", count: 2 << 20)
      return Array("<record form=\"gespraechsnotiz\" a=\"\(text)\"/>".utf8)
    },
    .init("broken json", "DATEN") { Array("{\"form\": \"gespraechsnotiz\", \"anlass\": \"\(secret)".utf8) },
    .init("comma in json", "DATEN") {
      Array("{\"form\": \"gespraechsnotiz\", \"anlass\": \"\(secret)\",}".utf8)
    },
    .init("text after json", "DATEN") { Array("{\"form\": \"gespraechsnotiz\"} \(secret)".utf8) },
    .init("duplicate names", "DATEN") {
      Array("{\"form\": \"gespraechsnotiz\", \"anlass\": \"\(secret)\", \"anlass\": \"\"}".utf8)
    },
    .init("deep json", "DATEN") {
      Array("{\"form\": \"gespraechsnotiz\", \"a\": ".utf8) + [UInt8](repeating: 0x5B, count: 200_000)
    },
    .init("not utf 8 in json", "DATEN") {
      Array("{\"form\": \"gespraechsnotiz\", \"anlass\": \"\(secret) ".utf8) + [0xC3, 0x28, 0xFF]
        + Array("\"}".utf8)
    },
    .init("zero byte in json", "DATEN") {
      Array("{\"form\": \"gespraechsnotiz\", \"anlass\": \"".utf8) + [0] + Array("\"}".utf8)
    },
    .init("list of records", "DATEN-FORM") { Array("[{\"form\": \"gespraechsnotiz\"}]".utf8) },
    .init("byte order mark of utf 16 in json", "ODF") { [0xFE, 0xFF, 0, 0x7B, 0, 0x7D] },
    .init("single quotes in json", "DATEN-JSON") { Array("{'form': 'gespraechsnotiz'}".utf8) },
    .init("comment in json", "DATEN-JSON") { Array("{\"form\": \"gespraechsnotiz\" /* \(secret) */}".utf8) },
    .init("no number in json", "DATEN-JSON") { Array("{\"form\": \"gespraechsnotiz\", \"a\": NaN}".utf8) },
    .init("endless number in json", "DATEN-JSON") { Array("{\"form\": \"gespraechsnotiz\", \"a\": 1e999}".utf8) },
    .init("half a pair in json", "DATEN-JSON") { Array("{\"form\": \"gespraechsnotiz\", \"a\": \"\\ud800\"}".utf8) },
    .init("line end in a string", "DATEN-JSON") { Array("{\"form\": \"gespraechsnotiz\", \"a\": \"\n\"}".utf8) },
    .init("form is nothing", "FORM-UNBEKANNT") { Array("{\"form\": null, \"anlass\": \"\(secret)\"}".utf8) },
    .init("form is a list", "DATEN-FORMULAR") { Array("{\"form\": [\"\(secret)\"]}".utf8) },
    .init("record in a namespace", "DATEN-FORM") {
      Array("<record xmlns=\"urn:x\" form=\"gespraechsnotiz\"><anlass>\(secret)</anlass></record>".utf8)
    },
    .init("instruction as doctype", "XML-DOCTYPE") { Array(("<!ATTLIST record a CDATA #IMPLIED>" + note()).utf8) },
    .init("no form", "DATEN") { Array("{\"anlass\": \"\(secret)\"}".utf8) },
    .init("form is a number", "FORM-UNBEKANNT") { Array("{\"form\": 7, \"anlass\": \"\(secret)\"}".utf8) },
    .init("unknown form", "FORM-UNBEKANNT") {
      Array("{\"form\": \"gesprachsnotiz\", \"anlass\": \"\(secret)\"}".utf8)
    },
    .init("a name for a form", "FORM-UNBEKANNT") { Array("{\"form\": \"\(secret)\"}".utf8) },
    .init("path for a form", "FORM-UNBEKANNT") { Array("{\"form\": \"../../../etc/passwd\"}".utf8) },
  ]
}
