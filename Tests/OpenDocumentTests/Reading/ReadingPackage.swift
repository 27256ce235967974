import OpenDocument

@testable import ZipArchive

/// A package put together part by part, in which each can be wrong.
struct ReadingPackage {
  static let text = "application/vnd.oasis.opendocument.text"
  static let namespaces =
    [
      "office": "office:1.0", "text": "text:1.0", "table": "table:1.0", "draw": "drawing:1.0",
      "style": "style:1.0",
      "form": "form:1.0", "script": "script:1.0", "meta": "meta:1.0", "svg": "svg-compatible:1.0",
      "fo": "xsl-fo-compatible:1.0",
    ].map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($1)\"" }.sorted().joined(separator: " ")
    + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""

  var mimetype: String? = text
  var isMimetypeLate = false
  var isMimetypePacked = false
  var doctype = ""
  var manifestVersion: String? = "1.3"
  var rootType: String? = text
  /// What stands in the manifest beside the files.
  var entries = ""
  var manifest: String?
  var hasManifest = true
  var unlisted: Set<String> = []
  var listedMissing: [String] = []
  var files: [(name: String, contents: String)]

  init(content: String? = ReadingPackage.content(), _ others: (name: String, contents: String)...) {
    files = (content.map { [("content.xml", $0)] } ?? []) + others
  }

  /// A package whose text body holds `body`.
  init(body: String) {
    self.init(content: Self.content(body))
  }

  func with(_ change: (inout ReadingPackage) -> Void) -> ReadingPackage {
    var copy = self
    change(&copy)
    return copy
  }

  static func content(
    _ body: String = "<text:p>Hallo</text:p>", styles: String = "", root: String = "document-content",
    version: String? = "1.3", outer: String = "text"
  ) -> String {
    let version = version.map { " office:version=\"\($0)\"" } ?? ""
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:\(root) \(namespaces)\(version)>"
      + "<office:automatic-styles>\(styles)</office:automatic-styles>"
      + "<office:body><office:\(outer)>\(body)</office:\(outer)></office:body></office:\(root)>"
  }

  /// A flat file whose text body holds `body`.
  static func flat(_ body: String = "<text:p>Hallo</text:p>", mimetype: String? = text, head: String = "")
    -> String
  {
    let type = mimetype.map { " office:mimetype=\"\($0)\"" } ?? ""
    return
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document \(namespaces) office:version=\"1.3\"\(type)>"
      + "\(head)<office:body><office:text>\(body)</office:text></office:body></office:document>"
  }

  /// Packs as deflate without making anything smaller: one stored block (RFC 1951, 3.2.4).
  private static func deflated(_ name: String, _ bytes: [UInt8]) -> PackedEntry {
    let length = UInt8(bytes.count)
    return PackedEntry(
      name: name, method: .deflated, crc32: PackedEntry(storing: bytes, name: name).crc32, size: bytes.count,
      bytes: [1, length, 0, ~length, 0xFF] + bytes)
  }

  private var listing: String {
    if let manifest { return manifest }
    func entry(_ path: String, _ type: String) -> String {
      "<manifest:file-entry manifest:full-path=\"\(path)\" manifest:media-type=\"\(type)\"/>"
    }
    let version = manifestVersion.map { " manifest:version=\"\($0)\"" } ?? ""
    let listed = files.map(\.name).filter { !unlisted.contains($0) } + listedMissing
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(doctype)<manifest:manifest"
      + " xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"\(version)>"
      + (rootType.map { entry("/", $0) } ?? "") + entries
      + listed.map { entry($0, "text/xml") }.joined() + "</manifest:manifest>"
  }

  var bytes: [UInt8] {
    get throws {
      let deflater = Deflater()
      var writer = ZipWriter()
      func addMimetype() throws {
        guard let mimetype else { return }
        let bytes = Array(mimetype.utf8)
        try writer.add(
          isMimetypePacked ? Self.deflated("mimetype", bytes) : PackedEntry(storing: bytes, name: "mimetype"))
      }
      if !isMimetypeLate { try addMimetype() }
      for file in files { try writer.add(deflater.pack(file.name, Array(file.contents.utf8))) }
      if isMimetypeLate { try addMimetype() }
      if hasManifest { try writer.add(deflater.pack("META-INF/manifest.xml", Array(listing.utf8))) }
      return writer.finish()
    }
  }
}

/// The text of a body.
func documentText(_ body: String, options: DocumentText.Options = .init(), styles: String = "") throws
  -> DocumentText
{
  try DocumentText(
    of: OpenDocumentFile(
      reading: ReadingPackage(content: ReadingPackage.content(body, styles: styles)).bytes),
    options: options)
}

/// Opens a document and looks at all of it, and gives the failure in which that ends.
func documentFailure(_ bytes: [UInt8], limits: DocumentLimits = .document) -> DocumentFailure? {
  do throws(DocumentFailure) {
    let file = try OpenDocumentFile(reading: bytes, limits: limits)
    _ = try file.inspect()
    _ = try file.metadata
    _ = try file.settings
    return nil
  } catch {
    return error
  }
}
