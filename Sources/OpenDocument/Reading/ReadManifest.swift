internal import XMLTree

/// What `META-INF/manifest.xml` of a foreign package says (ODF 1.3 part 2, chapter 4).
struct ReadManifest {
  static let path = "META-INF/manifest.xml"

  /// The type of the package itself: that of the entry `/`.
  private(set) var mediaType: String?

  /// The version of the package, or nil before ODF 1.2.
  private(set) var version: String?

  /// The files and folders, without the package itself.
  private(set) var paths: Set<String> = []

  /// The files in the order they are listed, folders left out.
  private(set) var files: [String] = []

  /// The folders of embedded charts, without the slash at their end.
  private(set) var charts: Set<String> = []

  /// Paths that are listed more than once.
  private(set) var repeated: [String] = []

  /// Whether a file is encrypted, or the whole package in one.
  private(set) var isEncrypted = false

  /// Whether it is encrypted for the keys of certain people.
  private(set) var hasRecipients = false

  /// How each encrypted file is encrypted, or why that is not read.
  private(set) var protections: [String: Result<MemberProtection, DocumentFailure>] = [:]

  /// Whether the package is encrypted as a whole: one file, which is a package again.
  var isWholesome: Bool { protections[MemberProtection.Name.wholePackage] != nil }

  private let limits: DocumentLimits
  private let spelling: ManifestSpelling

  /// Whether it began with the document type declaration of OpenOffice.
  private(set) var hadDoctype = false

  /// Reads a manifest.
  init(_ bytes: [UInt8], limits: DocumentLimits) throws(DocumentFailure) {
    self.limits = limits
    var bytes = bytes
    hadDoctype = Self.blankDoctype(in: &bytes)
    let document = try XMLDocument(part: Self.path, bytes, limits: limits.xml)
    guard let spelling = ManifestSpelling(document.root) else {
      throw DocumentFailure(.root, part: Self.path, line: document.root.line)
    }
    self.spelling = spelling
    version = spelling.attribute("version", of: document.root)
    var entry = document.root.firstChild
    while let node = entry {
      if spelling.isElement(node, "file-entry") { add(node) }
      // ODF 1.3 part 2, 4.9; LibreOffice wrote it in a namespace of its own, around it a `keyinfo`, until 6.
      if ["encrypted-key", "keyinfo", "KeyInfo"].contains(ManifestSpelling.local(node.name)) {
        (isEncrypted, hasRecipients) = (true, true)
      }
      entry = node.next
    }
    // The entry of a package that is encrypted as a whole stands for both.
    guard mediaType != nil else { throw DocumentFailure(.manifest, part: Self.path) }
  }

  private mutating func add(_ entry: XMLNode) {
    guard let path = spelling.attribute("full-path", of: entry), !path.isEmpty else { return }
    let mediaType = spelling.attribute("media-type", of: entry)
    if let data = spelling.element("encryption-data", of: entry) {
      isEncrypted = true
      do throws(DocumentFailure) {
        protections[path] = .success(try MemberProtection(entry, data, limits.protection))
      } catch {
        protections[path] = .failure(error)
      }
      if path == MemberProtection.Name.wholePackage { self.mediaType = self.mediaType ?? mediaType }
    }
    if path == "/" {
      self.mediaType = self.mediaType ?? mediaType ?? ""
    } else if !paths.insert(path).inserted {
      repeated.append(path)
    } else if path.utf8.last != UInt8(ascii: "/") {
      files.append(path)
    } else if mediaType == MediaType.chart {
      charts.insert(String(path.dropLast()))
    }
  }

  /// Overwrites the one declaration that old manifests have with blanks, so that lines stay where they are.
  ///
  /// Any other, and the same one with an internal subset, is left for the XML reader to refuse.
  private static func blankDoctype(in bytes: inout [UInt8]) -> Bool {
    let head = bytes.prefix(512)
    let mark = Array("<!DOCTYPE".utf8)
    guard
      let start = head.indices.first(where: { head[$0] == mark[0] && head[$0...].starts(with: mark) }),
      let end = head[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return false }
    let words = head[start...end].split { $0 <= 0x20 }.joined(separator: [0x20])
    guard openOffice.contains(where: { $0.utf8.elementsEqual(words) }) else { return false }
    for index in start...end where bytes[index] > 0x20 { bytes[index] = 0x20 }
    return true
  }

  private static let openOffice = [
    #"<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">"#
  ]
}
