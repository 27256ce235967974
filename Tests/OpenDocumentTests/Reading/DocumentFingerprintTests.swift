import OpenDocument
import Testing

@Suite("The fingerprint of a text")
struct DocumentFingerprintTests {
  @Test("It is the CRC-32 of the text with single blanks")
  func known() throws {
    #expect(try documentText("<text:p> 1234 </text:p>").fingerprint == 0x9BE3_E0A3)
    #expect(try documentText("<text:p>123456789</text:p>").fingerprint == 0xCBF4_3926)
    #expect(
      try documentText("<text:p>a</text:p><text:p>b</text:p>").fingerprint
        == documentText("<text:p>a b</text:p>").fingerprint)
    #expect(try documentText("").fingerprint == 0)
  }

  @Test(
    "What does not change the words does not change it",
    arguments: [
      ("<text:p>a b</text:p>", "<text:p><text:span>a</text:span><text:s/><text:span>b</text:span></text:p>"),
      ("<text:p>a b</text:p>", "<text:p>a</text:p><text:p/><text:p>b</text:p>"),
      (
        "<text:p>a b</text:p>",
        "<text:list><text:list-item><text:p>a<text:tab/>b</text:p></text:list-item></text:list>"
      ),
      ("<text:p>a b</text:p>", "<text:p>a<text:line-break/>b <text:date>1.1.2025</text:date></text:p>"),
      (
        "<text:p>Seite <text:page-number>1</text:page-number></text:p>",
        "<text:p>Seite <text:page-number>7</text:page-number></text:p>"
      ),
      (
        "<text:p>a<draw:rect><text:p>x</text:p></draw:rect></text:p><text:p><draw:rect><text:p>y</text:p></draw:rect></text:p>",
        "<draw:rect><text:p>y</text:p></draw:rect><text:p>a<draw:rect><text:p>x</text:p></draw:rect></text:p>"
      ),
    ])
  func same(left: String, right: String) throws {
    #expect(try documentText(left).fingerprint == documentText(right).fingerprint)
  }

  @Test(
    "Any change of the words changes it",
    arguments: [
      ("<text:p>ja</text:p>", "<text:p>Ja</text:p>"), ("<text:p>ab</text:p>", "<text:p>a b</text:p>"),
      ("<text:p>a</text:p><text:p>b</text:p>", "<text:p>b</text:p><text:p>a</text:p>"),
      ("<text:p>12</text:p>", "<text:p>21</text:p>"), ("<text:p/>", "<text:p>.</text:p>"),
      (
        "<text:p>a<draw:rect><text:p>x</text:p></draw:rect></text:p>",
        "<text:p>a<draw:rect><text:p>y</text:p></draw:rect></text:p>"
      ),
      ("<text:p>a</text:p>", "<text:p>a<draw:rect><text:p>a</text:p></draw:rect></text:p>"),
    ])
  func different(left: String, right: String) throws {
    #expect(try documentText(left).fingerprint != documentText(right).fingerprint)
  }

  @Test("A cell counts with its value where its style says how that is written, and with its text elsewhere")
  func values() throws {
    let style = "<style:style style:name=\"Z\" style:family=\"table-cell\" style:data-style-name=\"N2\"/>"
    func fingerprint(_ value: String, _ text: String, style name: String = "Z") throws -> UInt32 {
      let cell =
        "<table:table-cell table:style-name=\"\(name)\" office:value-type=\"float\" office:value=\"\(value)\">"
        + "<text:p>\(text)</text:p></table:table-cell>"
      return try documentText(
        "<table:table><table:table-row>\(cell)</table:table-row></table:table>", styles: style
      ).fingerprint
    }
    #expect(try fingerprint("1.5", "1,50") == fingerprint("1.5", "1.50"))
    #expect(try fingerprint("1.5", "1,50") != fingerprint("2.5", "1,50"))
    #expect(try fingerprint("1.5", "1,50", style: "Y") != fingerprint("1.5", "1.50", style: "Y"))
  }
}
