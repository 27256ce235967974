internal import Secrets
internal import XMLTree
internal import ZipArchive

/// A package whose archive, `mimetype` and manifest were found sound, and whose password was found right.
final class DocumentPackage {
  let mediaType: String
  let type: DocumentType
  let manifest: ReadManifest
  let warnings: [DocumentWarning]
  private let archive: ZipReader
  private let limits: DocumentLimits
  /// What opens the files of a protected package; nil for any other.
  private let unlocking: Unlocking?

  init(
    _ bytes: [UInt8], accepting: Set<DocumentType>, limits: DocumentLimits, passwords: [Secret]
  ) throws(DocumentFailure) {
    var opened = try Self.open(bytes, accepting, limits)
    var unlocking: Unlocking?
    if opened.manifest.isEncrypted {
      guard !opened.manifest.hasRecipients else { throw DocumentFailure(.recipients) }
      guard !passwords.isEmpty else { throw DocumentFailure(.encrypted) }
      let unlocks = Unlocking(passwords)
      if opened.manifest.isWholesome {
        opened = try Self.inner(of: opened, unlocks, limits)
      } else {
        unlocking = unlocks
      }
    }
    (archive, manifest, mediaType, type) = opened
    self.unlocking = unlocking
    self.limits = limits
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
    if let unlocking { try checkPassword(unlocking) }
  }

  private typealias Opened = (archive: ZipReader, manifest: ReadManifest, mediaType: String, type: DocumentType)

  private static func open(
    _ bytes: [UInt8], _ accepting: Set<DocumentType>, _ limits: DocumentLimits
  ) throws(DocumentFailure) -> Opened {
    let archive: ZipReader
    do {
      archive = try ZipReader(bytes, limits: limits.archive)
    } catch {
      throw DocumentFailure(.archive, part: error.entry, underlying: error.code.rawValue)
    }
    let (mediaType, type) = try mediaType(archive, accepting: accepting)
    guard let listing = try contents(of: ReadManifest.path, in: archive, atMost: limits.small) else {
      throw DocumentFailure(.manifestMissing)
    }
    return (archive, try ReadManifest(listing, limits: limits), mediaType, type)
  }

  /// The package inside one that is encrypted as a whole; it must be of the same type and not encrypted again.
  private static func inner(
    of outer: Opened, _ unlocking: Unlocking, _ limits: DocumentLimits
  ) throws(DocumentFailure) -> Opened {
    let path = MemberProtection.Name.wholePackage
    guard let protection = try outer.manifest.protections[path]?.get(),
      let bytes = try contents(of: path, in: outer.archive, atMost: limits.archive.packedSize)
    else { throw DocumentFailure(.manifest, part: ReadManifest.path) }
    let package = try unlocking.contents(
      bytes, of: protection, path: path, atMost: limits.archive.packedSize, limits: limits.archive)
    let inner = try open(package, [outer.type], limits)
    guard inner.mediaType == outer.mediaType, outer.manifest.mediaType == outer.mediaType else {
      throw DocumentFailure(.mimetypeConflict, part: ReadManifest.path)
    }
    guard !inner.manifest.isEncrypted else { throw DocumentFailure(.protection, part: ReadManifest.path) }
    return inner
  }

  /// Finds out whether a password is right, before anything is unpacked.
  ///
  /// What the manifest declares is added up first, as it is for an archive that is not protected.
  private func checkPassword(_ unlocking: Unlocking) throws(DocumentFailure) {
    var size = 0
    for protection in manifest.protections.values {
      guard case .success(let protection) = protection else { continue }
      size += protection.size
      guard size <= limits.archive.unpackedSize else {
        throw DocumentFailure(.archive, underlying: ZipFailure.Code.bomb.rawValue)
      }
    }
    let (bytes, protection) = try sealed("content.xml", atMost: limits.archive.packedSize)
    try unlocking.check(bytes, of: protection)
  }

  /// A file as it is encrypted, and how it is.
  private func sealed(_ path: String, atMost limit: Int) throws(DocumentFailure) -> ([UInt8], MemberProtection) {
    guard let protection = try manifest.protections[path]?.get() else {
      throw DocumentFailure(.partlyProtected, part: ZipFailure.printable(path))
    }
    guard let bytes = try Self.contents(of: path, in: archive, atMost: limit) else {
      throw DocumentFailure(.member, part: ZipFailure.printable(path), underlying: ZipFailure.Code.missing.rawValue)
    }
    return (bytes, protection)
  }

  /// The files in the package that belong to the document.
  var members: [String] { archive.entries.map(\.name).filter { manifest.paths.contains($0) } }

  /// Unpacks a file that the manifest lists, and decrypts it first if the package is protected; nil when there is none.
  func contents(of path: String, atMost limit: Int) throws(DocumentFailure) -> [UInt8]? {
    guard manifest.paths.contains(path) else { return nil }
    if let unlocking {
      guard archive.contains(path) else { return nil }
      let (bytes, protection) = try sealed(path, atMost: limits.archive.packedSize)
      return try unlocking.contents(bytes, of: protection, path: path, atMost: limit, limits: limits.archive)
    }
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
    if let code = archive.entries.first(where: { ScriptPath.holdsCode($0.name) || linksCode($0.name, archive) }) {
      warn(.macros, code.name)
    }
    if let code = archive.entries.first(where: { isDatabase($0.name) }) { warn(.database, code.name) }
    return found
  }

  /// Whether a list of libraries names one that lies elsewhere, or cannot be read.
  private static func linksCode(_ path: String, _ archive: ZipReader) -> Bool {
    guard ScriptPath.listsLibraries(path) else { return false }
    guard let bytes = try? archive.contents(of: path, atMost: ScriptPath.longestList) else { return true }
    return ScriptPath.linksCode(bytes)
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
