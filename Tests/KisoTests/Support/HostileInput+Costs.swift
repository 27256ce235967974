import RawArchives
import ZipArchive

extension HostileInput {
  private static func body(_ name: String, _ code: String, _ text: @escaping @Sendable () -> String) -> HostileInput {
    HostileInput(name, code) {
      let text = text()
      return try document().changing("content.xml") { $0.replacing("</office:text>", with: text + "</office:text>") }
        .bytes()
    }
  }

  private static func record(_ name: String, _ code: String, _ text: @escaping @Sendable () -> String) -> HostileInput {
    HostileInput(name, code) { Array(("<record form=\"gespraechsnotiz\" version=\"1\">" + text() + "</record>").utf8) }
  }

  private static func json(_ name: String, _ code: String, _ text: @escaping @Sendable () -> String) -> HostileInput {
    HostileInput(name, code) { Array(("{\"form\": \"gespraechsnotiz\", " + text() + "}").utf8) }
  }

  private static func numbered(_ count: Int, _ piece: (String) -> String) -> String {
    (0..<count).map { piece(String($0, radix: 36)) }.joined()
  }

  private static let broken = "<text:p></text:x>"

  /// Inputs that would cost much time or memory if anybody believed them.
  static let costs: [HostileInput] = [
    body("content broken at the end", "XML-FEHLERHAFT") { varied("<text:p>wort</text:p>", bytes: 9 << 20) + broken },
    body("second body behind much text", "ODF-TEXTKOERPER") {
      varied("<text:s/>", bytes: 9 << 20) + "</office:text></office:body><office:body><office:text>"
    },
    body("second body behind comments", "ODF-TEXTKOERPER") {
      varied("a<!---->", bytes: 9 << 20) + "</office:text></office:body><office:body><office:text>"
    },
    body("huge content", "ZIP-ZU-GROSS") { varied("<text:p>wort</text:p>", bytes: 10_600_000) },
    body("many elements", "XML-ELEMENTE") { varied(String(repeating: "<a/>", count: 10), bytes: 9_500_000) },
    body("many names of elements", "XML-NAMEN") { numbered(20_000) { "<a\($0)/>" } },
    body("many names of attributes", "XML-NAMEN") { numbered(20_000) { "<a b\($0)=\"\"/>" } },
    body("many instructions", "XML-NAMEN") { numbered(20_000) { "<?a\($0)?>" } },
    body("many addresses of namespaces", "XML-NAMEN") { numbered(20_000) { "<a xmlns=\"u\($0)\"/>" } },
    body("many namespaces in force", "XML-NAMENSRAEUME") {
      let tags = (0..<100).map { level in "<text:span " + numbered(100) { "xmlns:n\(level)x\($0)=\"u\" " } + ">" }
      return tags.joined() + String(repeating: "</text:span>", count: 100)
    },
    body("attributes again and again", "XML-ATTRIBUTE") {
      varied("<a " + numbered(250) { "b\($0)=\"\" " } + "/>", bytes: 5 << 20)
    },
    body("a million mistakes", "XML-FEHLERHAFT") { varied("&x;", bytes: 9 << 20) },
    body("unknown prefixes without end", "XML-FEHLERHAFT") { varied("<x:a/>", bytes: 4 << 20) },
    body("text of one piece", "XML-FEHLERHAFT") { "<text:p>" + varied("wort", bytes: 9 << 20) + "</text:x>" },
    body("references without end", "XML-FEHLERHAFT") { varied("&lt;", bytes: 9 << 20) + broken },
    body("long comment", "XML-MARKUP") { "<!--" + varied("wort", bytes: 100_000) + "-->" },
    body("long instruction", "XML-MARKUP") { "<?a " + varied("wort", bytes: 100_000) + "?>" },
    HostileInput("listed without end", "XML-FEHLERHAFT") {
      try document().changing("META-INF/manifest.xml") {
        let entries = numbered(24_000) {
          "<manifest:file-entry manifest:full-path=\"\($0)\" manifest:media-type=\"\"/>"
        }
        return $0.replacing("</manifest:manifest>", with: entries + "</manifest:manifest>")
      }.changing("content.xml") { $0.replacing("</office:text>", with: broken + "</office:text>") }.bytes()
    },
    HostileInput("bomb of small pieces", "ZIP-BOMBE") {
      var writer = ZipWriter()
      let piece = Deflater().pack("x", [UInt8](repeating: 0, count: 1 << 20))
      for number in 0..<300 {
        try writer.add(
          PackedEntry(
            restoring: "\(number)", method: piece.method, crc32: piece.crc32, size: piece.size, bytes: piece.bytes))
      }
      return writer.finish()
    },
    HostileInput("bomb beside the text", "ZIP-BOMBE") {
      var package = try document()
      package.members.append(("Pictures/a.png", [UInt8](repeating: 0, count: 30 << 20)))
      return try package.bytes()
    },
    HostileInput("broken behind a large picture", "XML-FEHLERHAFT") {
      var package = try document().changing("content.xml") {
        $0.replacing("</office:text>", with: broken + "</office:text>")
      }
      package.members.insert(("Pictures/a.png", [UInt8](repeating: 7, count: 62 << 20)), at: 1)
      return try package.bytes(storing: ["Pictures/a.png"])
    },
    HostileInput("larger than any document", "DATEI-ZU-GROSS") { [UInt8](repeating: 0x20, count: 65 << 20) },
    HostileInput("record in the document without end", "XML-ELEMENTE") {
      try document().changing("Record/record.xml") {
        $0.replacing("</record>", with: varied("<a/>", bytes: 3 << 20) + "</record>")
      }.bytes()
    },
    HostileInput("huge record in the document", "ZIP-ZU-GROSS") {
      try document().changing("Record/record.xml") { $0 + varied("wort", bytes: 4_300_000) }.bytes()
    },
    record("repeated without end", "XML-ELEMENTE") { String(repeating: "<anlass/>", count: 400_000) },
    record("unknown without end", "XML-ELEMENTE") { numbered(200_000) { "<a\($0)/>" } },
    record("nested in xml", "XML-TIEFE") { String(repeating: "<a>", count: 70) + String(repeating: "</a>", count: 70) },
    record("huge xml", "DATEN-ZU-GROSS") { "<anlass>" + varied("wort", bytes: 5 << 20) + "</anlass>" },
    record("names without end", "XML-NAMENSRAEUME") {
      "<a " + numbered(31) { "xmlns:a\($0)=\"u\" " } + "><b xmlns:x=\"y\" xmlns:z=\"y\"/></a>"
    },
    json("lists without end", "DATEN-ZU-VIELE") { "\"a\": [" + String(repeating: "[],", count: 500_000) + "[]]" },
    json("members without end", "DATEN-ZU-VIELE") { numbered(200_000) { "\"a\($0)\":1," } + "\"b\":1" },
    json("huge json", "DATEN-ZU-GROSS") { "\"anlass\": \"" + varied("wort", bytes: 5 << 20) + "\"" },
    json("nested in json", "DATEN-TIEFE") {
      "\"a\":" + String(repeating: "{\"a\":", count: 70) + "1" + String(repeating: "}", count: 70)
    },
    HostileInput("blanks without end", "DATEN-ZU-GROSS") {
      [UInt8](repeating: 0x20, count: 30 << 20) + Array("{}".utf8)
    },
  ]
}
