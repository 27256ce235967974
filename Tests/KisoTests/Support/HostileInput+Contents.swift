import RawArchives

extension HostileInput {
  private static func content(
    _ name: String, _ code: String, _ change: @escaping @Sendable (String) -> String
  ) -> HostileInput {
    HostileInput(name, code) { try document().changing("content.xml", change).bytes() }
  }

  /// The content with something more at the end of its text.
  private static func body(_ name: String, _ code: String, _ text: String) -> HostileInput {
    content(name, code) { $0.replacing("</office:text>", with: text + "</office:text>") }
  }

  private static func declared(_ name: String, _ encoding: String) -> HostileInput {
    content(name, "XML-KODIERUNG") { $0.replacing("UTF-8", with: encoding, maxReplacements: 1) }
  }

  /// The content with bytes that are no text put in.
  private static func bytes(_ name: String, _ bytes: [UInt8]) -> HostileInput {
    HostileInput(name, "XML") {
      var package = try document()
      let content = package["content.xml"]
      package["content.xml"] = content.dropLast(60) + bytes + content.suffix(60)
      return try package.bytes()
    }
  }

  /// Contents that are no XML, or not that of a text.
  static let contents: [HostileInput] = [
    content("second body", "ODF-TEXTKOERPER") {
      $0.replacing(
        "</office:document-content>", with: "<office:body><office:text/></office:body></office:document-content>")
    },
    content("second text", "ODF-TEXTKOERPER") { $0.replacing("</office:body>", with: "<office:text/></office:body>") },
    content("no body", "ODF-TEXTKOERPER") {
      $0.replacing(/<office:body>.*<\/office:body>/.dotMatchesNewlines(), with: "")
    },
    content("body of a spreadsheet", "ODF-TEXTKOERPER") {
      $0.replacing("office:text>", with: "office:spreadsheet>").replacing("<office:text", with: "<office:spreadsheet")
    },
    content("version of the future", "ODF-VERSION") {
      $0.replacing(/office:version="[^"]*"/, with: "office:version=\"2.0\"")
    },
    content("styles in the place of content", "ODF-WURZEL") {
      $0.replacing("office:document-content", with: "office:document-styles")
    },
    content("content of another office", "ODF-WURZEL") {
      $0.replacing("urn:oasis:names:tc:opendocument:xmlns:office:1.0", with: "http://openoffice.org/2000/office")
    },
    body("tags that cross", "XML-FEHLERHAFT", "<text:p><text:span></text:p></text:span>"),
    body("entity that nobody declared", "XML-FEHLERHAFT", "<text:p>&wer;</text:p>"),
    body("attribute twice", "XML-FEHLERHAFT", "<text:p text:style-name=\"a\" text:style-name=\"b\"/>"),
    body("attribute without quotes", "XML", "<text:p text:style-name=a/>"),
    body("less-than in an attribute", "XML-FEHLERHAFT", "<text:p text:style-name=\"<\"/>"),
    body("zero by number", "XML", "<text:p>&#0;</text:p>"),
    body("half a pair by number", "XML", "<text:p>&#xD800;</text:p>"),
    body("no character by number", "XML", "<text:p>&#x110000;</text:p>"),
    body("comment without end", "XML", "<!-- "),
    body("comment with dashes", "XML-FEHLERHAFT", "<!-- a -- b -->"),
    body("cdata without end", "XML-ABGESCHNITTEN", "<![CDATA[ "),
    body("instruction named xml", "XML-FEHLERHAFT", "<?xml version=\"1.0\"?>"),
    body("instruction without end", "XML", "<?a "),
    body("declaration in the middle", "XML-DOCTYPE", "<!ENTITY a \"b\">"),
    content("text behind the root", "XML-FEHLERHAFT") { $0 + secret },
    content("second root", "XML-FEHLERHAFT") { $0 + "<a/>" },
    content("parameter entity", "XML-DOCTYPE") {
      $0.replacing("?>", with: "?><!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p;]>", maxReplacements: 1)
    },
    content("doctype from the network", "XML-DOCTYPE") {
      $0.replacing("?>", with: "?><!DOCTYPE a PUBLIC \"x\" \"http://127.0.0.1:9/a.dtd\">", maxReplacements: 1)
    },
    declared("latin 1 content", "ISO-8859-1"), declared("utf 7 content", "UTF-7"), declared("utf 16 by word", "UTF-16"),
    declared("ebcdic content", "EBCDIC-CP-US"),
    HostileInput("utf 16 content", "XML-KODIERUNG") {
      var package = try document()
      package["content.xml"] = [0xFF, 0xFE] + package.text("content.xml").utf16.flatMap { little16(Int($0)) }
      return try package.bytes()
    },
    bytes("half a character", [0xC3]), bytes("overlong character", [0xC0, 0xAF]), bytes("zero byte", [0]),
    bytes("escape", [0x1B]), bytes("surrogate in utf 8", [0xED, 0xA0, 0x80]),
    bytes("no character", [0xEF, 0xBF, 0xBF]),
  ]
}
