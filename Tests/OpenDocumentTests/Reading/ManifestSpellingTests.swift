import OpenDocument
import Testing

@Suite("Manifests of old programs")
struct ManifestSpellingTests {
  private static let type = "application/vnd.oasis.opendocument.text"

  /// A package whose manifest has names with a prefix, and a declaration at its root.
  private func package(_ prefix: String, _ declaration: String, inner: String = "") -> ReadingPackage {
    func entry(_ path: String, _ type: String, _ content: String = "") -> String {
      "<\(prefix)file-entry \(prefix)media-type=\"\(type)\" \(prefix)full-path=\"\(path)\">\(content)</\(prefix)file-entry>"
    }
    return ReadingPackage().with {
      $0.manifest =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><\(prefix)manifest\(declaration)>"
        + entry("/", Self.type) + entry("content.xml", "text/xml", inner) + "</\(prefix)manifest>"
    }
  }

  @Test(
    "What LibreOffice takes is taken",
    arguments: [
      ("manifest:", ""),
      ("manifest:", " xmlns:manifest=\"http://openoffice.org/2001/manifest\""),
      ("m:", " xmlns:m=\"http://openoffice.org/2001/manifest\""),
      ("m:", " xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""),
      ("", " xmlns=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""),
    ])
  func taken(_ prefix: String, _ declaration: String) throws {
    let file = try OpenDocumentFile(reading: package(prefix, declaration).bytes)
    #expect(try file.plainText() == "Hallo\n")
    #expect(try file.inspect() == [])
  }

  @Test("With the declaration of OpenOffice and without a namespace it is taken and told")
  func doctype() throws {
    var old = package("manifest:", "")
    old.manifest = old.manifest?.replacing(
      "<manifest:manifest>",
      with: "<!DOCTYPE manifest:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \"Manifest.dtd\">"
        + "<manifest:manifest>")
    #expect(try OpenDocumentFile(reading: old.bytes).inspect().map(\.code) == [.manifestDoctype])
  }

  @Test(
    "What LibreOffice refuses, or what is another language, is refused",
    arguments: [
      ("", ""), ("manifest:", " xmlns:manifest=\"http://example.org/\""), ("m:", ""),
      ("", " xmlns=\"http://example.org/\""),
    ])
  func refused(_ prefix: String, _ declaration: String) throws {
    let error = #expect(throws: DocumentFailure.self) {
      try OpenDocumentFile(reading: package(prefix, declaration).bytes)
    }
    #expect(error?.code == .root)
  }

  @Test(
    "Encryption is seen in every spelling",
    arguments: [
      ("manifest:", "", "<manifest:encryption-data/>"),
      ("manifest:", " xmlns:manifest=\"http://openoffice.org/2001/manifest\"", "<manifest:encryption-data/>"),
      (
        "manifest:", "",
        "<x:encryption-data xmlns:x=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"
      ),
    ])
  func encrypted(_ prefix: String, _ declaration: String, _ inner: String) throws {
    let error = #expect(throws: DocumentFailure.self) {
      try OpenDocumentFile(reading: package(prefix, declaration, inner: inner).bytes)
    }
    #expect(error?.code == .encrypted)
  }
}
