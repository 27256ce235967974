public import Secrets
internal import XMLTree
internal import ZipArchive

/// Protects a package with a password, so that LibreOffice asks for it (ODF 1.3 part 2, 3.8).
///
/// As LibreOffice 7.4 does and every later version reads: each file but `mimetype` and those in `META-INF` is packed,
/// padded after ISO 10126 and encrypted with AES-256-CBC. The names, sizes and number of files stay readable, and nothing
/// proves that the bytes were not exchanged; that lies in the format.
public enum DocumentProtection {
  /// The iterations of PBKDF2 that are written, those of LibreOffice.
  public static let iterations = 100_000

  /// The package with its files encrypted.
  ///
  /// The same package, password and random numbers give the same bytes. All files share one salt and so one key, each
  /// with an initialisation vector of its own: whoever tries passwords needs one file only, so a salt for each would
  /// cost the reader several keys and the attacker nothing. Throws `emptyPassword`, `encrypted` when it is already, and
  /// what ``OpenDocumentFile`` throws for a package that is not sound.
  public static func protect(
    _ package: [UInt8], with password: Secret, random: inout some RandomNumberGenerator
  ) throws(DocumentFailure) -> [UInt8] {
    guard password.count > 0 else { throw DocumentFailure(.emptyPassword) }
    do {
      let archive = try ZipReader(package)
      let listing = try XMLDocument(
        part: ReadManifest.path, try archive.contents(of: ReadManifest.path), limits: .document)
      let derivation = KeyDerivation(
        method: .pbkdf2(iterations: iterations), salt: random.bytes(KeyDerivation.keySize / 2))
      guard let key = derivation.key(from: SHA256.digest(password)) else { throw DocumentFailure(.protection) }
      let entries = try entries(listing.root)
      var writer = ZipWriter()
      let deflater = Deflater()
      for file in archive.entries where file.name != ReadManifest.path {
        let packed = try archive.packed(file.name)
        guard file.name != "mimetype", !file.name.hasPrefix("META-INF/") else {
          try writer.add(packed)
          continue
        }
        guard let entry = entries[file.name] else { throw DocumentFailure(.manifest, part: ReadManifest.path) }
        let stream = packed.method == .deflated ? packed.bytes : deflater.stream(packed.bytes)
        guard let stream, let sealed = seal(stream, size: file.size, derivation, key, &random) else {
          throw DocumentFailure(.protection)
        }
        sealed.protection.write(to: entry)
        try writer.addStored(file.name, sealed.bytes)
      }
      try writer.add(deflater.pack(ReadManifest.path, listing.serialised()))
      return writer.finish()
    } catch let failure as DocumentFailure {
      throw failure
    } catch let failure as ZipFailure {
      throw DocumentFailure(.archive, part: failure.entry, underlying: failure.code.rawValue)
    } catch {
      throw DocumentFailure(.manifest, part: ReadManifest.path)
    }
  }

  /// The entries of the manifest by their paths.
  private static func entries(_ manifest: XMLNode) throws(DocumentFailure) -> [String: XMLNode] {
    var entries: [String: XMLNode] = [:]
    for entry in manifest.elements where entry.isElement("file-entry", in: ODF.manifest) {
      guard entry.element("encryption-data", in: ODF.manifest) == nil else { throw DocumentFailure(.encrypted) }
      if let path = entry.attribute("full-path", in: ODF.manifest) { entries[path] = entry }
    }
    return entries
  }

  private static func seal(
    _ stream: [UInt8], size: Int, _ derivation: KeyDerivation, _ key: Secret,
    _ random: inout some RandomNumberGenerator
  ) -> (bytes: [UInt8], protection: MemberProtection)? {
    let iv = random.bytes(16)
    let padding = 16 - stream.count % 16
    let padded = stream + random.bytes(padding - 1) + [UInt8(padding)]
    guard let bytes = key.withBytes({ OpenSSL.cbc(padded[...], key: $0, iv: iv, encrypts: true) }) else { return nil }
    let checksum = SHA256.digest(stream.prefix(1_024))
    return (bytes, MemberProtection(size: size, cipher: .cbc(checksum: checksum), iv: iv, derivation: derivation))
  }
}

extension RandomNumberGenerator {
  fileprivate mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &self) }
  }
}
