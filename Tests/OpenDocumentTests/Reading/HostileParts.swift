import OpenDocument

private func content(_ text: String) -> ReadingPackage { ReadingPackage(content: text) }

private func body(_ text: String) -> ReadingPackage { ReadingPackage(body: text) }

private func beside(_ name: String, _ text: String) -> ReadingPackage {
  ReadingPackage(content: ReadingPackage.content(), (name, text))
}

private func xml(_ code: String, line: Int = 2, part: String = "content.xml") -> DocumentFailure {
  DocumentFailure(.xml, part: part, underlying: code, line: line)
}

private func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

/// The content with something between the XML declaration and the root, which is then on line 3.
private func headed(_ head: String, _ text: String = "<text:p>&e;</text:p>") -> ReadingPackage {
  let lines = ReadingPackage.content(text).split(separator: "\n", maxSplits: 1)
  return content(lines[0] + "\n" + head + "\n" + lines[1])
}

private let doctype = DocumentFailure(.doctype, part: "content.xml", underlying: "XML-DOCTYPE", line: 2)

private func utf16(_ text: String) -> [UInt8] {
  [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
}

/// A comment longer than the limit for markup, in text that packs badly enough to be no bomb.
private let long = (0..<800_000).map { String($0 &* 2_654_435_761 % 1_000_003, radix: 36) }.joined()

extension HostileDocument {
  static let parts: [HostileDocument] = [
    HostileDocument("a DOCTYPE", doctype, headed("<!DOCTYPE a>")),
    HostileDocument(
      "an external entity", doctype, headed("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")),
    HostileDocument(
      "an entity from the network", doctype,
      headed("<!DOCTYPE a [<!ENTITY e SYSTEM \"http://127.0.0.1:9/\">]>")),
    HostileDocument(
      "an external parameter entity", doctype,
      headed("<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p;]>")),
    HostileDocument(
      "an external document type", doctype, headed("<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\">")),
    HostileDocument(
      "a thousand million laughs", doctype,
      headed(
        "<!DOCTYPE a [<!ENTITY a \"ha\">"
          + (0..<10).map { "<!ENTITY b\($0) \"\(times("&a;", 10))\">" }.joined() + "]>")),
    HostileDocument("an entity that nobody declared", xml("XML-FEHLERHAFT"), body("<text:p>&e;</text:p>")),
    HostileDocument("content that ends in the middle", xml("XML-ABGESCHNITTEN"), content("<a>\n<b>")),
    HostileDocument("content that is no XML", xml("XML-LEER", line: 1), content("Hallo")),
    HostileDocument(
      "elements that cross", xml("XML-FEHLERHAFT"), body("<text:p><text:span></text:p></text:span>")),
    HostileDocument(
      "Latin-1 by declaration", xml("XML-KODIERUNG", line: 1),
      content("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>")),
    HostileDocument(
      "1,000 nested spans", xml("XML-TIEFE"),
      body("<text:p>" + times("<text:span>", 1_000) + times("</text:span>", 1_000) + "</text:p>")),
    HostileDocument(
      "300 attributes", xml("XML-ATTRIBUTE"),
      body("<text:p " + (0..<300).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>")),
    HostileDocument("a tag of 4 MB", xml("XML-MARKUP"), body("<text:p text:id=\"\(long)\"/>")),
    HostileDocument("a comment of 4 MB", xml("XML-MARKUP"), body("<!--\(long)-->")),
    HostileDocument(
      "a bomb of blanks", DocumentFailure(.archive, part: "content.xml", underlying: "ZIP-BOMBE"),
      body(times(" ", 2 << 20))),
    HostileDocument(
      "styles in the place of content", DocumentFailure(.root, part: "content.xml", line: 2),
      content(ReadingPackage.content(root: "document-styles"))),
    HostileDocument(
      "a flat document in the place of content", DocumentFailure(.root, part: "content.xml", line: 2),
      content(ReadingPackage.flat())),
    HostileDocument(
      "the body of a spreadsheet", DocumentFailure(.body, part: "content.xml", line: 2),
      content(ReadingPackage.content("", outer: "spreadsheet"))),
    HostileDocument(
      "two bodies", DocumentFailure(.body, part: "content.xml", line: 2),
      body("</office:text></office:body><office:body><office:text>")),
    HostileDocument(
      "two texts in one body", DocumentFailure(.body, part: "content.xml", line: 2),
      body("</office:text><office:text>")),
    HostileDocument(
      "an unknown version", DocumentFailure(.version, part: "content.xml", line: 2),
      content(ReadingPackage.content(version: "2.0"))),
    HostileDocument(
      "the version that LibreOffice calls extended", DocumentFailure(.version, part: "content.xml", line: 2),
      content(ReadingPackage.content(version: "1.3 extended"))),
    HostileDocument(
      "broken styles", xml("XML-ABGESCHNITTEN", line: 1, part: "styles.xml"), beside("styles.xml", "<a>")),
    HostileDocument(
      "content in the place of styles", DocumentFailure(.root, part: "styles.xml", line: 2),
      beside("styles.xml", ReadingPackage.content())),
    HostileDocument(
      "a DOCTYPE in the metadata",
      DocumentFailure(.doctype, part: "meta.xml", underlying: "XML-DOCTYPE", line: 1),
      beside("meta.xml", "<!DOCTYPE a><a/>")),
    HostileDocument(
      "empty settings", xml("XML-LEER", line: 0, part: "settings.xml"), beside("settings.xml", " ")),
  ]

  static let flat: [HostileDocument] = [
    HostileDocument(
      "a flat file without type", DocumentFailure(.mimetypeMissing, line: 2),
      Array(ReadingPackage.flat(mimetype: nil).utf8)),
    HostileDocument(
      "a flat spreadsheet", .spreadsheet,
      ReadingPackage.flat(mimetype: ReadingPackage.text.dropLast(4) + "spreadsheet")),
    HostileDocument("a flat file of a foreign type", .mimetype, ReadingPackage.flat(mimetype: "text/plain")),
    HostileDocument(
      "a part that comes alone", DocumentFailure(.root, line: 2), Array(ReadingPackage.content().utf8)),
    HostileDocument(
      "a flat file with a DOCTYPE", DocumentFailure(.doctype, underlying: "XML-DOCTYPE", line: 1),
      Array("<!DOCTYPE office:document [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>".utf8)),
    HostileDocument(
      "a flat file in UTF-16", DocumentFailure(.xml, underlying: "XML-KODIERUNG", line: 1),
      utf16(ReadingPackage.flat())),
    HostileDocument(
      "a flat file that is cut off", DocumentFailure(.xml, underlying: "XML-ABGESCHNITTEN", line: 2),
      Array(ReadingPackage.flat().utf8.dropLast(4))),
    HostileDocument(
      "a flat file without body", DocumentFailure(.body, line: 1),
      Array("<office:document \(ReadingPackage.namespaces) office:mimetype=\"\(ReadingPackage.text)\"/>".utf8)
    ),
  ]
}
