import Testing
import XMLTree

@Suite("Documents")
struct XMLDocumentTests {
  @Test("A document is parsed, read and written back")
  func roundTrip() throws {
    let source = "<a x=\"1\"><b>Grüße &amp; <c/>mehr</b><!-- weg --></a>"
    let document = try XMLDocument(parsing: Array(source.utf8))
    #expect(document.root.name == "a")
    #expect(document.root.attribute("x") == "1")
    #expect(document.root.element("b")?.text == "Grüße & mehr")
    #expect(String(decoding: document.root.serialised(), as: UTF8.self) == source)
  }

  @Test(
    "Broken and hostile documents are refused, each with its own code",
    arguments: [
      ("", XMLFailure.Code.empty), ("  \n ", .empty), ("<a>", .truncated), ("<a", .truncated),
      ("<a></b>", .malformed), ("<a/><b/>", .malformed), ("<a x='1' x='2'/>", .malformed),
      ("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>", .doctype),
      ("<!DOCTYPE a><a/>", .doctype), ("<a>&unbekannt;</a>", .malformed),
      ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", .encoding), ("\u{FEFF}<a><!-- ", .truncated),
    ])
  func refused(source: String, code: XMLFailure.Code) {
    #expect {
      try XMLDocument(parsing: Array(source.utf8))
    } throws: {
      ($0 as? XMLFailure)?.code == code
    }
  }

  @Test("UTF-16 and bytes that are not UTF-8 are refused")
  func otherEncodings() {
    for bytes: [UInt8] in [[0xFF, 0xFE, 0x3C, 0x00], [0x3C, 0x61, 0x3E, 0xFF, 0x3C, 0x2F, 0x61, 0x3E]] {
      #expect {
        try XMLDocument(parsing: bytes)
      } throws: {
        ($0 as? XMLFailure)?.code == .encoding
      }
    }
  }

  @Test(
    "Each limit holds exactly at its edge",
    arguments: [
      (XMLLimits.document, nested(200), nested(201), XMLFailure.Code.depth),
      (XMLLimits(depth: 3), "<a><a><a/></a></a>", "<a><a><a><a/></a></a></a>", .depth),
      (XMLLimits(elements: 3), "<a><b/><b/></a>", "<a><b/><b/><b/></a>", .elements),
      (XMLLimits(attributes: 2), "<a x='' y=''/>", "<a x='' y='' z=''/>", .attributes),
      (XMLLimits(markup: 10), "<a x='1'/>", "<a x='12345'/>", .markup),
      (XMLLimits(bytes: 8), "<a></a> ", "<a></a>  ", .size),
    ])
  func limits(limits: XMLLimits, allowed: String, refused: String, code: XMLFailure.Code) throws {
    _ = try XMLDocument(parsing: Array(allowed.utf8), limits: limits)
    #expect {
      try XMLDocument(parsing: Array(refused.utf8), limits: limits)
    } throws: {
      ($0 as? XMLFailure)?.code == code
    }
  }

  @Test("A failure names the line of the mistake")
  func line() {
    #expect {
      try XMLDocument(parsing: Array("<a>\n<b>\n</c>\n</a>".utf8))
    } throws: {
      ($0 as? XMLFailure)?.line == 3
    }
  }

  @Test("Removed nodes stay readable, and the texts around them stay apart")
  func editing() throws {
    let document = try XMLDocument(parsing: Array("<a>eins<b/>zwei</a>".utf8))
    let b = try #require(document.root.element("b"))
    b.remove()
    #expect(b.name == "b")
    #expect(document.root.nodes.count == 2)
    #expect(document.root.text == "einszwei")
    document.root.nodes.first?.setText("A & B <")
    #expect(document.root.nodes.first?.text == "A & B <")
  }
}

/// So many elements within each other.
private func nested(_ depth: Int) -> String {
  String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
}
