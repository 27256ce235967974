import Files
import Testing

/// Nothing from outside steers the terminal, on whichever way it gets there.
struct HarmlessTerminalTests {
  private static let harmful = "\u{1B}]0;x\u{07}\u{9B}31m\u{202E}\u{2066}"

  /// The bytes that a command writes at a terminal.
  private func shown(_ words: [String], in folder: String, environment: [String: String] = [:]) throws -> String {
    let run = try TerminalRun([Kiso.path] + words, in: folder, environment: environment)
    _ = run.finish()
    return String(decoding: run.output, as: UTF8.self)
  }

  @Test func aFileNameAnArgumentATextAndANameInABundle() throws {
    let scratch = try Scratch()
    let text = """
      <?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"
      office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>Anfang \u{9B}31m\u{202E}\u{2066} Ende</text:p>
      </office:text></office:body></office:document>
      """
    let document = try scratch.write(Array(text.utf8), "text.fodt")
    for words in [
      ["check", "fehlt\(Self.harmful).json"], ["fill", "notiz\(Self.harmful)"], ["xyz\(Self.harmful)"],
      ["text", document],
      ["forms", Self.harmful], ["archive", "list", "--store", scratch.path(Self.harmful)],
    ] {
      let output = try shown(words, in: scratch.path)
      #expect(!output.isEmpty)
      let harmful = output.unicodeScalars.filter { scalar in
        (scalar.value < 0x20 && !"\r\n\t".unicodeScalars.contains(scalar)) || (0x7F..<0xA0).contains(scalar.value)
          || [0x202E, 0x2066].contains(scalar.value)
      }
      #expect(harmful.isEmpty, "\(words): \(harmful.map { String($0.value, radix: 16) })")
    }
    #expect(try shown(["text", document], in: scratch.path).contains("Anfang"))
  }

  @Test func aNameFromOutsideBecomesAPlainFileName() {
    #expect(FilePath.plainName("KSA-2-2025-0147-notiz-1.xml") == "KSA-2-2025-0147-notiz-1.xml")
    #expect(FilePath.plainName("../../etc/passwd") == "etc-passwd")
    #expect(FilePath.plainName(".profile") == "profile" && FilePath.plainName("\u{202E}\u{1B}[31m") == "31m")
    #expect(FilePath.plainName("…/") == "datei" && FilePath.plainName("Ärger Öl.pdf") == "Ärger-Öl.pdf")
    #expect(FilePath.plainName(String(repeating: "ä", count: 500)).utf8.count <= 120)
  }
}
