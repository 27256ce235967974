internal import XMLTree

/// The list of what is in a package (ODF 1.3 part 2, chapter 4).
struct Manifest {
  /// What kind of document the package is.
  let type: DocumentType
  private var entries: [UInt8] = []
  private var paths: Set<String> = []

  init(_ type: DocumentType) {
    self.type = type
  }

  /// Lists a file, or a directory with a slash at its end; a second time does nothing.
  mutating func add(_ path: String, _ mediaType: String) {
    guard paths.insert(path).inserted else { return }
    entries += Array("<manifest:file-entry manifest:full-path=\"".utf8)
    XMLEscape.append(attribute: path, to: &entries)
    entries += Array("\" manifest:media-type=\"".utf8)
    XMLEscape.append(attribute: mediaType, to: &entries)
    entries += Array("\"/>".utf8)
  }

  /// The finished file.
  var bytes: [UInt8] {
    let head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
      manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" \
      manifest:media-type="\(type.mediaType)"/>
      """
    return Array(head.utf8) + entries + Array("</manifest:manifest>".utf8)
  }
}
