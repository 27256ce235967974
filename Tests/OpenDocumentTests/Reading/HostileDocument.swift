import OpenDocument
import Testing

/// An input that must be refused, and how.
struct HostileDocument: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let failure: DocumentFailure
  let bytes: [UInt8]

  init(_ description: String, _ failure: DocumentFailure, _ bytes: [UInt8]) {
    testDescription = description
    self.failure = failure
    self.bytes = bytes
  }

  init(_ description: String, _ code: DocumentFailure.Code, _ text: String) {
    self.init(description, DocumentFailure(code), Array(text.utf8))
  }

  init(_ description: String, _ failure: DocumentFailure, _ package: ReadingPackage) {
    self.init(description, failure, (try? package.bytes) ?? [])
  }

  static let all = foreign + packages + manifests + parts + flat
}

private let sound = ReadingPackage()
private let odfFamily = "application/vnd.oasis.opendocument."
private let manifestPath = "META-INF/manifest.xml"

extension HostileDocument {
  static let foreign: [HostileDocument] = [
    HostileDocument("an empty file", .empty, ""),
    HostileDocument("blanks", .empty, " \n\t "),
    HostileDocument("a PDF", .pdf, "%PDF-1.7\n"),
    HostileDocument("a PDF behind an empty line", .pdf, "\n%PDF-1.4"),
    HostileDocument("a document in RTF", .richText, "{\\rtf1\\ansi Hallo}"),
    HostileDocument("a web page", .html, "<!DOCTYPE html><html><body>Hallo"),
    HostileDocument("a web page in capitals", .html, "\n<HTML><BODY>Hallo"),
    HostileDocument(
      "an XHTML page", .html, "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>"),
    HostileDocument("a letter without markup", .plainText, "Sehr geehrte Frau Muster,\r\n"),
    HostileDocument(
      "a letter in Latin-1", DocumentFailure(.plainText), Array("Gr".utf8) + [0xFC] + Array("sse".utf8)),
    HostileDocument(
      "an old Word document", DocumentFailure(.microsoftOffice),
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]),
    HostileDocument(
      "a Word document", DocumentFailure(.microsoftOffice),
      ReadingPackage(content: nil, ("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<a/>")).with {
        ($0.mimetype, $0.hasManifest) = (nil, false)
      }),
    HostileDocument(
      "Word as flat XML", .microsoftOffice,
      "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?><w:wordDocument/>"),
    HostileDocument("a photo", DocumentFailure(.picture), [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10]),
    HostileDocument(
      "a scan", DocumentFailure(.picture), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]),
    HostileDocument("bytes that are nothing", DocumentFailure(.unknown), [0, 1, 2, 3, 4, 5]),
    HostileDocument(
      "other XML", DocumentFailure(.otherXML, line: 2), Array("<?xml version=\"1.0\"?>\n<svg/>".utf8)),
    HostileDocument(
      "an archive of something else", DocumentFailure(.otherArchive),
      ReadingPackage(content: nil, ("a.txt", "Hallo")).with { ($0.mimetype, $0.hasManifest) = (nil, false) }),
    HostileDocument(
      "a book", DocumentFailure(.mimetype, part: "mimetype"),
      sound.with { $0.mimetype = "application/epub+zip" }),
    HostileDocument(
      "a spreadsheet", DocumentFailure(.spreadsheet), sound.with { $0.mimetype = odfFamily + "spreadsheet" }),
    HostileDocument(
      "a presentation template", DocumentFailure(.presentation),
      sound.with { $0.mimetype = odfFamily + "presentation-template" }),
    HostileDocument(
      "a drawing", DocumentFailure(.otherKind, part: "mimetype"),
      sound.with { $0.mimetype = odfFamily + "graphics" }),
    HostileDocument(
      "a master document", DocumentFailure(.otherKind, part: "mimetype"),
      sound.with { $0.mimetype = odfFamily + "text-master" }),
  ]

  static let packages: [HostileDocument] = [
    HostileDocument(
      "half a package", DocumentFailure(.archive, underlying: "ZIP-ABGESCHNITTEN"),
      Array(((try? sound.bytes) ?? []).dropLast(30))),
    HostileDocument(
      "a package with something behind it", DocumentFailure(.archive, underlying: "ZIP-ANHANG"),
      ((try? sound.bytes) ?? []) + [0]),
    HostileDocument(
      "two packages in one file", DocumentFailure(.archive, underlying: "ZIP-ZWEIDEUTIG"),
      ((try? sound.bytes) ?? []) + ((try? sound.bytes) ?? [])),
    HostileDocument("no mimetype", DocumentFailure(.mimetypeMissing), sound.with { $0.mimetype = nil }),
    HostileDocument(
      "an empty mimetype", DocumentFailure(.mimetype, part: "mimetype"), sound.with { $0.mimetype = "" }),
    HostileDocument(
      "a mimetype with a line end", DocumentFailure(.mimetype, part: "mimetype"),
      sound.with { $0.mimetype = ReadingPackage.text + "\n" }),
    HostileDocument(
      "a mimetype of a kind that is not", DocumentFailure(.mimetype, part: "mimetype"),
      sound.with { $0.mimetype = odfFamily + "texts" }),
    HostileDocument(
      "a long mimetype", DocumentFailure(.tooLarge, part: "mimetype", underlying: "ZIP-ZU-GROSS"),
      sound.with { $0.mimetype = String(repeating: "a", count: 257) }),
    HostileDocument("no content", DocumentFailure(.contentMissing), ReadingPackage(content: nil)),
    HostileDocument(
      "an accelerator that is broken does not matter, a content that is empty does",
      DocumentFailure(.xml, part: "content.xml", underlying: "XML-LEER"), ReadingPackage(content: "")),
  ]

  private static func manifest(_ text: String) -> ReadingPackage { sound.with { $0.manifest = text } }

  private static let encrypted =
    "<manifest:encryption-data manifest:checksum-type=\"SHA1/1K\" manifest:checksum=\"\"/></manifest:file-entry>"

  static let manifests: [HostileDocument] = [
    HostileDocument("no manifest", DocumentFailure(.manifestMissing), sound.with { $0.hasManifest = false }),
    HostileDocument(
      "an empty manifest", DocumentFailure(.xml, part: manifestPath, underlying: "XML-LEER"), manifest("")),
    HostileDocument(
      "a manifest with another root", DocumentFailure(.root, part: manifestPath, line: 1),
      manifest("<manifest/>")),
    HostileDocument(
      "a manifest without the package", DocumentFailure(.manifest, part: manifestPath),
      sound.with { $0.rootType = nil }),
    HostileDocument(
      "a manifest without the content", DocumentFailure(.manifest, part: manifestPath),
      sound.with { $0.unlisted = ["content.xml"] }),
    HostileDocument(
      "a manifest that names another type", DocumentFailure(.mimetypeConflict, part: manifestPath),
      sound.with { $0.rootType = odfFamily + "spreadsheet" }),
    HostileDocument(
      "a template by one name only", DocumentFailure(.mimetypeConflict, part: manifestPath),
      sound.with { $0.rootType = odfFamily + "text-template" }),
    HostileDocument(
      "a manifest of an unknown version", DocumentFailure(.version, part: manifestPath),
      sound.with { $0.manifestVersion = "9.9" }),
    HostileDocument(
      "a manifest with a document type",
      DocumentFailure(.doctype, part: manifestPath, underlying: "XML-DOCTYPE", line: 2),
      sound.with { $0.doctype = "<!DOCTYPE manifest:manifest>" }),
    HostileDocument(
      "the document type of OpenOffice with an entity in it",
      DocumentFailure(.doctype, part: manifestPath, underlying: "XML-DOCTYPE", line: 2),
      sound.with {
        $0.doctype =
          "<!DOCTYPE manifest:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \"Manifest.dtd\""
          + " [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
      }),
    HostileDocument(
      "the document type of OpenOffice with another address",
      DocumentFailure(.doctype, part: manifestPath, underlying: "XML-DOCTYPE", line: 2),
      sound.with {
        $0.doctype =
          "<!DOCTYPE manifest:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \"http://a/Manifest.dtd\">"
      }),
    HostileDocument(
      "an encrypted document", DocumentFailure(.encrypted),
      sound.with {
        $0.entries =
          "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\">"
          + encrypted
        $0.files[0].contents = "\u{1}\u{2}"
      }),
    HostileDocument(
      "a document encrypted as one file", DocumentFailure(.encrypted),
      ReadingPackage(content: nil, ("encrypted-package", "x")).with {
        $0.entries =
          "<manifest:file-entry manifest:full-path=\"encrypted-package\" manifest:media-type=\"\">"
          + encrypted
        $0.unlisted = ["encrypted-package"]
      }),
  ]
}
