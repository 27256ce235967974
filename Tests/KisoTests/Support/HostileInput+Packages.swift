import RawArchives

extension HostileInput {
  private static let family = "application/vnd.oasis.opendocument."

  private static func mimetype(_ type: String) -> @Sendable () throws -> [UInt8] {
    { try document().changing("mimetype") { _ in type }.bytes() }
  }

  private static func manifest(_ change: @escaping @Sendable (String) -> String) -> @Sendable () throws -> [UInt8] {
    { try document().changing("META-INF/manifest.xml", change).bytes() }
  }

  private static func part(
    _ name: String, _ change: @escaping @Sendable (String) -> String
  ) -> @Sendable () throws -> [UInt8] {
    { try document().changing(name, change).bytes() }
  }

  private static func headed(_ head: String) -> @Sendable (String) -> String {
    { text in text.replacing("?>", with: "?>" + head, maxReplacements: 1) }
  }

  /// Packages that are not what they say, and parts in which something is wrong.
  static let packages: [HostileInput] = [
    .init("mimetype with a line end", "ODF-MIMETYPE-FALSCH", mimetype(family + "text\n")),
    .init("mimetype of a book", "ODF-MIMETYPE-FALSCH", mimetype("application/epub+zip")),
    .init("empty mimetype", "ODF-MIMETYPE-FALSCH", mimetype("")),
    .init("long mimetype", "ZIP-ZU-GROSS", mimetype(String(repeating: "a", count: 300))),
    .init("template by one name", "ODF-MIMETYPE-WIDERSPRUCH", mimetype(family + "text-template")),
    .init("presentation", "ODF-PRAESENTATION", mimetype(family + "presentation")),
    .init("drawing", "ODF-ANDERE-ART", mimetype(family + "graphics")),
    .init("master document", "ODF-ANDERE-ART", mimetype(family + "text-master")),
    .init("office database", "ODF-ANDERE-ART", mimetype(family + "base")),
    .init("manifest of another root", "ODF-WURZEL", manifest { _ in "<manifest/>" }),
    .init("manifest cut off", "XML-ABGESCHNITTEN", manifest { String($0.dropLast(20)) }),
    .init("manifest without the package", "ODF-MANIFEST-FALSCH", manifest { $0.replacing("\"/\"", with: "\"x\"") }),
    .init(
      "manifest without the content", "ODF-MANIFEST-FALSCH",
      manifest { $0.replacing("\"content.xml\"", with: "\"kontent.xml\"") }),
    .init(
      "manifest of another kind", "ODF-MIMETYPE-WIDERSPRUCH",
      manifest { $0.replacing("opendocument.text", with: "opendocument.spreadsheet") }),
    .init(
      "manifest of the future", "ODF-VERSION",
      manifest { $0.replacing(/manifest:version="[^"]*"/, with: "manifest:version=\"9.9\"") }),
    .init(
      "doctype of OpenOffice with more in it", "XML-DOCTYPE",
      manifest(
        headed(
          "<!DOCTYPE manifest:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \"Manifest.dtd\""
            + " [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"))),
    .init("encrypted as one file", "ODF-GESCHUETZT") {
      try document().changing("META-INF/manifest.xml") {
        $0.replacing(
          "</manifest:manifest>",
          with: "<manifest:file-entry manifest:full-path=\"encrypted-package\" manifest:media-type=\"\">"
            + "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>")
      }.bytes()
    },
    .init("huge manifest", "ZIP-ZU-GROSS", manifest { $0 + varied("<!-- -->", bytes: 2_200_000) }),
    .init("broken styles", "XML-ABGESCHNITTEN", part("styles.xml") { String($0.dropLast(9)) }),
    .init("doctype in styles", "XML-DOCTYPE", part("styles.xml", headed("<!DOCTYPE a>"))),
    .init("content in the place of styles", "ODF-WURZEL") {
      var package = try document()
      package["styles.xml"] = package["content.xml"]
      return try package.bytes()
    },
    .init("huge styles", "ZIP-ZU-GROSS", part("styles.xml") { $0 + varied("<!-- -->", bytes: 8_600_000) }),
    .init("broken metadata", "XML", part("meta.xml") { $0.replacing("</office:meta>", with: "") }),
    .init("metadata of another root", "ODF-WURZEL", part("meta.xml") { _ in "<a/>" }),
    .init("flat file without type", "ODF-MIMETYPE-FEHLT") {
      Array(
        try Repository.text("Templates/bochum/gespraechsnotiz.fodt").replacing(/office:mimetype="[^"]*"/, with: "").utf8
      )
    },
    .init("flat file of another type", "ODF-MIMETYPE-FALSCH") {
      Array(
        try Repository.text("Templates/bochum/gespraechsnotiz.fodt")
          .replacing(/office:mimetype="[^"]*"/, with: "office:mimetype=\"text/plain\"").utf8)
    },
    .init("flat file cut off", "XML-ABGESCHNITTEN") {
      Array(try Repository.text("Templates/bochum/gespraechsnotiz.fodt").utf8.dropLast(30))
    },
    .init("flat file of two bodies", "ODF-TEXTKOERPER") {
      Array(
        try Repository.text("Templates/bochum/gespraechsnotiz.fodt")
          .replacing("</office:document>", with: "<office:body><office:text/></office:body></office:document>").utf8)
    },
    .init("huge flat file", "XML-GROESSE") {
      Array(try Repository.text("Templates/bochum/gespraechsnotiz.fodt").utf8)
        + [UInt8](repeating: 0x20, count: 11 << 20)
    },
  ]

  /// A text of some length that packs no better than a document: a piece again and again, with numbers in between.
  static func varied(_ piece: String, bytes count: Int) -> String {
    var text = ""
    var number: UInt64 = 88_172_645_463_325_252
    while text.utf8.count < count {
      number ^= number << 13
      number ^= number >> 7
      number ^= number << 17
      for _ in 0..<20 { text += piece }
      text += String(number)
    }
    return text
  }
}
