import RawArchives

extension HostileInput {
  private static func flagged(
    _ name: String, _ code: String, _ make: @escaping @Sendable () throws -> [UInt8]
  ) -> HostileInput {
    HostileInput(name, "ODF-W-" + code, isFlagged: true, make)
  }

  /// The document with something more at the end of its text.
  private static func body(_ name: String, _ code: String, _ text: String) -> HostileInput {
    let names =
      [
        ("form", "urn:oasis:names:tc:opendocument:xmlns:form:1.0"),
        ("script", "urn:oasis:names:tc:opendocument:xmlns:script:1.0"),
        ("draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
        ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
        ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"), ("xlink", "http://www.w3.org/1999/xlink"),
        ("xforms", "http://www.w3.org/2002/xforms"), ("xi", "http://www.w3.org/2001/XInclude"),
      ]
      .map { " xmlns:\($0)=\"\($1)\"" }.joined()
    return flagged(name, code) {
      try document().changing("content.xml") {
        $0.replacing(
          "</office:text>", with: "<text:section text:name=\"mehr\"\(names)>\(text)</text:section></office:text>")
      }.bytes()
    }
  }

  private static func frame(_ inside: String) -> String { "<text:p><draw:frame>\(inside)</draw:frame></text:p>" }

  private static func listed(_ name: String, _ text: String = "x") throws -> Package {
    var package = try document().changing("META-INF/manifest.xml") {
      $0.replacing(
        "</manifest:manifest>",
        with: "<manifest:file-entry manifest:full-path=\"\(name)\" manifest:media-type=\"\"/></manifest:manifest>")
    }
    package.members.append((name, Array(text.utf8)))
    return package
  }

  private static let listener =
    "<office:event-listeners><script:event-listener script:event-name=\"dom:load\" script:language=\"ooo:script\" "
    + "xlink:href=\"vnd.sun.star.script:a.b.c?language=Basic&amp;location=document\"/></office:event-listeners>"

  /// Documents that are read, and of which something is said.
  static let flagged: [HostileInput] = [
    flagged("macros in basic", "MAKROS") { try listed("Basic/Standard/Module1.xml").bytes() },
    flagged("macros in python", "MAKROS") { try listed("Scripts/python/a.py").bytes() },
    body(
      "link that runs a macro", "MAKROS",
      "<text:p><text:a xlink:href=\"vnd.sun.star.script:a.b?language=Basic\">x</text:a></text:p>"),
    body("link that runs a command", "MAKROS", "<text:p><text:a xlink:href=\".uno:Quit\">x</text:a></text:p>"),
    body("javascript", "MAKROS", "<text:p><text:a xlink:href=\"javascript:alert(1)\">x</text:a></text:p>"),
    body(
      "script field", "MAKROS", "<text:p><text:script script:language=\"JavaScript\">alert(1)</text:script></text:p>"),
    body("macro field", "EREIGNIS", "<text:p><text:execute-macro text:name=\"a\">x</text:execute-macro></text:p>"),
    body("event of a link", "EREIGNIS", "<text:p><text:a xlink:href=\"#a\">\(listener)x</text:a></text:p>"),
    body("event of a frame", "EREIGNIS", frame("<draw:text-box/>" + listener)),
    body(
      "event of a button", "FORMULAR-EREIGNIS",
      "<office:forms><form:form><form:button>\(listener)</form:button></form:form></office:forms>"),
    body("picture from the network", "EXTERNES-BILD", frame("<draw:image xlink:href=\"http://127.0.0.1:9/a.png\"/>")),
    body("picture from the disk", "EXTERNES-BILD", frame("<draw:image xlink:href=\"file:///etc/passwd\"/>")),
    body("picture from a share", "EXTERNES-BILD", frame("<draw:image xlink:href=\"\\\\127.0.0.1\\a\\b.png\"/>")),
    body("picture beside the document", "EXTERNES-BILD", frame("<draw:image xlink:href=\"../a.png\"/>")),
    body(
      "section from a file", "VERKNUEPFTER-BEREICH",
      "<text:section text:name=\"fremd\"><text:section-source xlink:href=\"file:///etc/passwd\"/><text:p>x</text:p></text:section>"
    ),
    body(
      "section by dde", "VERKNUEPFTER-BEREICH",
      "<text:section text:name=\"dde\"><office:dde-source office:dde-application=\"soffice\"/></text:section>"),
    body(
      "sheet from a file", "VERKNUEPFTER-BEREICH",
      "<table:table><table:table-source xlink:href=\"file:///etc/passwd\"/></table:table>"),
    body("form that is sent", "EXTERN", "<office:forms><form:form xlink:href=\"http://127.0.0.1:9/\"/></office:forms>"),
    body(
      "xforms that are sent", "EXTERN",
      "<office:forms><xforms:model><xforms:submission action=\"http://127.0.0.1:9/\"/></xforms:model></office:forms>"),
    body("file to be included", "EXTERN", "<xi:include href=\"file:///etc/passwd\" parse=\"text\"/>"),
    body("font from the network", "EXTERN", "<svg:font-face-uri xlink:href=\"http://127.0.0.1:9/a.ttf\"/>"),
    body("object from outside", "EXTERN", frame("<draw:object xlink:href=\"file:///etc/passwd\"/>")),
    body("embedded object", "OBJEKT", frame("<draw:object xlink:href=\"./Object 1\"/>")),
    body("ole object", "OLE", frame("<draw:object-ole xlink:href=\"./Object 1\"/>")),
    body("plugin", "AKTIVER-INHALT", frame("<draw:plugin xlink:href=\"a.swf\"/>")),
    body("applet", "AKTIVER-INHALT", frame("<draw:applet draw:code=\"A\"/>")),
    body("frame with a page", "AKTIVER-INHALT", frame("<draw:floating-frame xlink:href=\"http://127.0.0.1:9/\"/>")),
    body(
      "fields from a database", "DATENBANK",
      "<text:p><text:database-display text:database-name=\"a\" text:table-name=\"b\">x</text:database-display></text:p>"
    ),
    body(
      "form from a database", "DATENBANK",
      "<office:forms><form:form form:datasource=\"a\" form:command=\"b\"/></office:forms>"),
    flagged("embedded database", "DATENBANK") { try listed("EmbeddedDatabase/script").bytes() },
    body(
      "comment in the margin", "KOMMENTARE",
      "<text:p>x<office:annotation><text:p>\(secret)</text:p></office:annotation></text:p>"),
    body(
      "hidden section", "VERBORGEN",
      "<text:section text:name=\"v\" text:display=\"none\"><text:p>\(secret)</text:p></text:section>"),
    flagged("tracked changes", "AENDERUNGEN") {
      try document().changing("content.xml") {
        $0.replacing(/<office:text[^>]*>/) { match in
          match.output + "<text:tracked-changes><text:changed-region text:id=\"c\"/></text:tracked-changes>"
        }
      }.bytes()
    },
    flagged("stowaway", "NICHT-GELISTET") {
      var package = try document()
      package.members.append(("\(secret).exe", Array("MZ".utf8)))
      return try package.bytes()
    },
    flagged("signature", "SIGNATUR") {
      var package = try document()
      package.members.append(("META-INF/documentsignatures.xml", Array("<a/>".utf8)))
      return try package.bytes()
    },
    flagged("mimetype late", "MIMETYPE-SPAET") {
      try raw { $0.entries.append($0.entries.removeFirst()) }
    },
    flagged("mimetype packed", "MIMETYPE-GEPACKT") {
      try raw { archive in
        // Packed as deflate without making anything smaller: one stored block (RFC 1951, 3.2.4).
        let length = UInt8(archive.entries[0].packed.count)
        archive.entries[0].packed = [1, length, 0, ~length, 0xFF] + archive.entries[0].packed
        archive.entries[0].packedSize += 5
        archive.entries[0].method = 8
      }
    },
    flagged("listed and missing", "GELISTET-FEHLT") { try listed("a.xml").without("a.xml").bytes() },
    flagged("listed twice", "DOPPELT-GELISTET") {
      try document().changing("META-INF/manifest.xml") {
        $0.replacing(
          "</manifest:manifest>",
          with:
            "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
        )
      }.bytes()
    },
    flagged("doctype of OpenOffice", "MANIFEST-DOCTYPE") {
      try document().changing("META-INF/manifest.xml") {
        $0.replacing(
          "?>",
          with: "?><!DOCTYPE manifest:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \"Manifest.dtd\">",
          maxReplacements: 1)
      }.bytes()
    },
    body("link to the network", "VERWEIS", "<text:p><text:a xlink:href=\"http://127.0.0.1:9/\">x</text:a></text:p>"),
  ]
}
