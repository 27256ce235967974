internal import XMLTree
internal import ZipArchive

/// A package whose archive, `mimetype` and manifest were found sound.
final class DocumentPackage {
  let mediaType: String
  let type: DocumentType
  let manifest: ReadManifest
  let warnings: [DocumentWarning]
  private let archive: ZipReader

  init(
    _ bytes: [UInt8], accepting: Set<DocumentType>, limits: DocumentLimits
  ) throws(DocumentFailure) {
    do {
      archive = try ZipReader(bytes, limits: limits.archive)
    } catch {
      throw DocumentFailure(.archive, part: error.entry, underlying: error.code.rawValue)
    }
    (mediaType, type) = try Self.mediaType(archive, accepting: accepting)
    guard let listing = try Self.contents(of: ReadManifest.path, in: archive, atMost: limits.small) else {
      throw DocumentFailure(.manifestMissing)
    }
    manifest = try ReadManifest(listing, limits: limits.xml)
    guard !manifest.isEncrypted else { throw DocumentFailure(.encrypted) }
    guard manifest.mediaType == mediaType else {
      throw DocumentFailure(.mimetypeConflict, part: ReadManifest.path)
    }
    if let version = manifest.version, !ODF.versions.contains(version) {
      throw DocumentFailure(.version, part: ReadManifest.path)
    }
    guard archive.contains("content.xml") else { throw DocumentFailure(.contentMissing) }
    guard manifest.paths.contains("content.xml") else {
      throw DocumentFailure(.manifest, part: ReadManifest.path)
    }
    warnings = Self.warnings(archive, manifest)
  }

  /// The files in the package that belong to the document.
  var members: [String] { archive.entries.map(\.name).filter { manifest.paths.contains($0) } }

  /// Unpacks a file that the manifest lists; nil when there is none.
  func contents(of path: String, atMost limit: Int) throws(DocumentFailure) -> [UInt8]? {
    guard manifest.paths.contains(path) else { return nil }
    return try Self.contents(of: path, in: archive, atMost: limit)
  }

  private static func contents(
    of path: String, in archive: ZipReader, atMost limit: Int
  ) throws(DocumentFailure) -> [UInt8]? {
    guard archive.contains(path) else { return nil }
    do {
      return try archive.contents(of: path, atMost: limit)
    } catch {
      throw DocumentFailure(
        error.code == .tooLarge ? .tooLarge : .member, part: error.entry, underlying: error.code.rawValue)
    }
  }

  private static func mediaType(
    _ archive: ZipReader, accepting: Set<DocumentType>
  ) throws(DocumentFailure) -> (name: String, type: DocumentType) {
    guard archive.contains("mimetype") else {
      if archive.contains("[Content_Types].xml") { throw DocumentFailure(.microsoftOffice) }
      throw DocumentFailure(archive.contains(ReadManifest.path) ? .mimetypeMissing : .otherArchive)
    }
    let bytes = try contents(of: "mimetype", in: archive, atMost: 256) ?? []
    let name = String(decoding: bytes, as: UTF8.self)
    return (name, try MediaType.type(name, accepting: accepting, part: "mimetype"))
  }

  private static func warnings(_ archive: ZipReader, _ manifest: ReadManifest) -> [DocumentWarning] {
    var found: [DocumentWarning] = []
    // One warning for each kind, with the first part it concerns: a manifest can list thousands.
    var places: [DocumentWarning.Code: Int] = [:]
    func warn(_ code: DocumentWarning.Code, _ part: String? = nil) {
      guard let place = places[code] else {
        places[code] = found.count
        return found.append(DocumentWarning(code, part: part.map(ZipFailure.printable)))
      }
      let first = found[place]
      found[place] = DocumentWarning(code, part: first.part, count: first.count + 1)
    }
    if archive.entries.first?.name != "mimetype" { warn(.mimetypeLate) }
    if archive.entries.contains(where: { $0.name == "mimetype" && $0.method != .stored }) {
      warn(.mimetypePacked)
    }
    if manifest.hadDoctype { warn(.manifestDoctype, ReadManifest.path) }
    for path in manifest.repeated { warn(.listedTwice, path) }
    for path in manifest.files where !archive.contains(path) { warn(.listedMissing, path) }
    for entry in archive.entries where !manifest.paths.contains(entry.name) {
      if isSignature(entry.name) {
        warn(.signature, entry.name)
      } else if entry.name != "mimetype" && entry.name != ReadManifest.path {
        warn(.unlisted, entry.name)
      }
    }
    let code = archive.entries.first { $0.name.hasPrefix("Basic/") || $0.name.hasPrefix("Scripts/") }
    if let code { warn(.macros, code.name) }
    if let code = archive.entries.first(where: { isDatabase($0.name) }) { warn(.database, code.name) }
    return found
  }

  /// Where LibreOffice keeps a database inside a document.
  private static func isDatabase(_ path: String) -> Bool {
    path.hasPrefix("EmbeddedDatabase/") || path.hasPrefix("database/")
  }

  private static func isSignature(_ path: String) -> Bool {
    // ODF 1.3 part 2, 3.5: every file in META-INF with "signatures" in its name.
    path.hasPrefix("META-INF/") && path.hasSuffix("signatures.xml")
  }
}
