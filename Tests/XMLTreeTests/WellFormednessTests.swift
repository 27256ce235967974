import Testing
import XMLTree

@Suite("Large documents and bare nodes")
struct WellFormednessTests {
  private static let filler = String(repeating: "<b>Grüße</b>\n", count: 120_000)

  @Test(
    "A large document that is broken at its end is refused like a small one",
    arguments: [
      ("</c>", XMLFailure.Code.malformed), ("", .truncated), ("&nichts;</a>", .malformed),
      ("\u{FFFF}</a>", .malformed),
    ])
  func brokenAtEnd(end: String, code: XMLFailure.Code) {
    for filler in ["", Self.filler] {
      #expect {
        try XMLDocument(parsing: Array(("<a>" + filler + "<b>" + end).utf8))
      } throws: {
        let failure = $0 as? XMLFailure
        // libxml2 names one and the same mistake differently, depending on what is still open.
        return failure?.code == code || failure?.code == .truncated || failure?.code == .encoding
      }
    }
  }

  @Test(
    "A large document that is whole is parsed, whatever UTF-8 calls itself", arguments: ["UTF-8", "us-ascii"])
  func whole(encoding: String) throws {
    let source = "<?xml version=\"1.0\" encoding=\"\(encoding)\"?><a>" + Self.filler + "</a>"
    let document = try XMLDocument(parsing: Array(source.utf8))
    #expect(document.root.elements.count == 120_000)
  }

  @Test("A namespace is compared without making a string of it")
  func bareNodes() throws {
    let source = "<a xmlns=\"urn:a\" b=\"1\" xmlns:c=\"urn:c\"><c:d>Grüße</c:d></a>"
    let document = try XMLDocument(parsing: Array(source.utf8))
    let child = try #require(document.root.element("d", in: "urn:c"))
    #expect(document.root.isIn("urn:a") && !document.root.isIn("urn:c") && child.isIn("urn:c"))
    #expect(
      !child.isElement("d", in: nil) && !child.isElement("d", in: "urn:a")
        && !child.isElement("e", in: "urn:c"))
  }
}
