import OpenDocument
import Secrets
import Testing

@testable import ZipArchive

/// Random numbers that are the same in every run (SplitMix64).
struct FixedRandom: RandomNumberGenerator {
  var state: UInt64 = 7

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

extension Secret {
  convenience init(_ text: String) {
    self.init(capacity: text.utf8.count) { room in
      room.copyBytes(from: text.utf8)
      return text.utf8.count
    }
  }
}

/// A protected package taken apart, so that its manifest and its files can be changed.
struct ProtectedPackage {
  static let password = "Grün-Käse 7"

  var manifest: String
  var files: [(name: String, bytes: [UInt8])] = []

  /// Protects a package; some of its files are longer than what the checksum covers.
  init(random: FixedRandom = FixedRandom(), password: String = password) throws {
    var random = random
    try self.init(DocumentProtection.protect(Self.plain(), with: Secret(password), random: &random))
  }

  /// Takes any package apart.
  init(_ bytes: [UInt8]) throws {
    let archive = try ZipReader(bytes)
    manifest = String(decoding: try archive.contents(of: "META-INF/manifest.xml"), as: UTF8.self)
    for entry in archive.entries where entry.name != "META-INF/manifest.xml" {
      files.append((entry.name, try archive.contents(of: entry.name)))
    }
  }

  /// The package that is encrypted as a whole, made by `Fixtures/encrypted-package.py`.
  static func whole() throws -> ProtectedPackage {
    try ProtectedPackage(Outside.fixture("encrypted-package.odt"))
  }

  /// A protected package inside one that is encrypted as a whole; any cipher may be named for that.
  static func wholeTwice() throws -> ProtectedPackage {
    let listing =
      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
      + "<manifest:file-entry manifest:full-path=\"encrypted-package\" manifest:media-type=\"\(ReadingPackage.text)\"/>"
      + "</manifest:manifest>"
    var writer = ZipWriter()
    try writer.addStored("mimetype", Array(ReadingPackage.text.utf8))
    try writer.addStored("encrypted-package", ProtectedPackage().bytes)
    try writer.addStored("META-INF/manifest.xml", Array(listing.utf8))
    var random = FixedRandom()
    return try ProtectedPackage(
      DocumentProtection.protect(writer.finish(), with: Secret(password), random: &random))
  }

  /// A sound package with a record, styles, metadata and a long text.
  static func plain() throws -> [UInt8] {
    let root = "\(ReadingPackage.namespaces) office:version=\"1.3\""
    // Text that packs badly, so that much of it lies behind the first 1,024 packed bytes.
    var random = FixedRandom(state: 99)
    let words = (0..<900).map { _ in String(UInt32.random(in: 0...UInt32.max, using: &random), radix: 36) }
    return try ReadingPackage(
      content: ReadingPackage.content("<text:p>\(words.joined(separator: " "))</text:p>"),
      ("styles.xml", "<office:document-styles \(root)/>"), ("meta.xml", "<office:document-meta \(root)/>"),
      ("Record/record.xml", "<record>ä</record>"), ("Pictures/leer.png", "")
    ).bytes
  }

  func with(_ change: (inout ProtectedPackage) throws -> Void) rethrows -> ProtectedPackage {
    var copy = self
    try change(&copy)
    return copy
  }

  /// Changes a piece of the manifest, which must be there.
  func replacing(_ old: String, with new: String) -> ProtectedPackage {
    with {
      precondition($0.manifest.contains(old), "\(old) is not in the manifest")
      $0.manifest = $0.manifest.replacing(old, with: new, maxReplacements: 1)
    }
  }

  /// Changes an attribute of the first element that has it behind a file's path.
  func setting(_ attribute: String, of path: String, to value: String?) -> ProtectedPackage {
    with { package in
      guard let place = package.manifest.firstRange(of: "full-path=\"\(path)\""),
        let start = package.manifest[place.upperBound...].firstRange(of: " \(attribute)=\""),
        let end = package.manifest[start.upperBound...].firstIndex(of: "\"")
      else { preconditionFailure("\(path) has no \(attribute)") }
      let new = value.map { " \(attribute)=\"\($0)\"" } ?? ""
      package.manifest.replaceSubrange(start.lowerBound...end, with: new)
    }
  }

  /// Changes the encrypted bytes of a file; the archive's checksum is made to fit.
  func changing(_ path: String, _ change: (inout [UInt8]) -> Void) -> ProtectedPackage {
    with { package in
      for index in package.files.indices where package.files[index].name == path {
        change(&package.files[index].bytes)
      }
    }
  }

  subscript(path: String) -> [UInt8] { files.first { $0.name == path }?.bytes ?? [] }

  var bytes: [UInt8] {
    get throws {
      var writer = ZipWriter()
      for file in files { try writer.addStored(file.name, file.bytes) }
      try writer.add(Deflater().pack("META-INF/manifest.xml", Array(manifest.utf8)))
      return writer.finish()
    }
  }

  /// What opening it and reading every part ends in.
  func failure(password: String? = password, limits: DocumentLimits = .document) throws -> DocumentFailure? {
    do throws(DocumentFailure) {
      _ = try read(password: password, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  /// Every part as it is read.
  func read(
    password: String? = password, limits: DocumentLimits = .document
  ) throws(DocumentFailure) -> [String: [UInt8]] {
    guard let bytes = try? bytes else { preconditionFailure("cannot be written") }
    let file = try OpenDocumentFile(
      reading: bytes, limits: limits, passwords: password.map { [Secret($0)] } ?? [])
    var parts: [String: [UInt8]] = [:]
    for member in file.members { parts[member] = try file.member(member) }
    _ = try file.content
    _ = try file.metadata
    return parts
  }
}
