internal import XMLTree

/// How one file of a package is encrypted (ODF 1.3 part 2, 3.8 and 4.4 to 4.8).
struct MemberProtection: Hashable {
  enum Cipher: Hashable {
    /// AES-256 in CBC mode, padded after ISO 10126; the SHA-256 of the first 1,024 packed bytes tells whether the
    /// password is right.
    case cbc(checksum: [UInt8])
    /// AES-256 in GCM mode, preceded by its initialisation vector and followed by its tag.
    case gcm
  }

  /// The unpacked size of the file in bytes.
  let size: Int
  let cipher: Cipher
  let iv: [UInt8]
  let derivation: KeyDerivation

  /// Names that appear in manifests; the first of each list is the one that LibreOffice writes.
  enum Name {
    static let cbc = "http://www.w3.org/2001/04/xmlenc#aes256-cbc"
    static let gcm = "http://www.w3.org/2009/xmlenc11#aes256-gcm"
    static let startKey = "http://www.w3.org/2000/09/xmldsig#sha256"
    static let startKeys = [startKey, "http://www.w3.org/2001/04/xmlenc#sha256"]
    static let checksum = ODF.manifest + "#sha256-1k"
    static let pbkdf2 = "PBKDF2"
    static let pbkdf2s = [pbkdf2, ODF.manifest + "#pbkdf2"]
    /// Of LibreOffice, and of the draft of ODF 1.5; the parameters' attributes stand in the namespace that goes with it.
    static let argon2ids = [
      "urn:org:documentfoundation:names:experimental:office:manifest:argon2id",
      "urn:oasis:names:tc:opendocument:xmlns:manifest:1.5#argon2id",
    ]
    /// The one file of a package that is encrypted as a whole.
    static let wholePackage = "encrypted-package"
  }
}

// MARK: - Reading

extension MemberProtection {
  /// Reads the description in a file's entry of the manifest.
  ///
  /// Throws `protection` for algorithms that are not read here, `protectionCost` beyond the limits, and `manifest` when
  /// something is missing or is no number or Base64.
  init(_ entry: XMLNode, _ data: XMLNode, _ limits: ProtectionLimits) throws(DocumentFailure) {
    guard let algorithm = data.element("algorithm", in: ODF.manifest),
      let derivation = data.element("key-derivation", in: ODF.manifest),
      let size = Self.number("size", of: entry)
    else { throw Self.malformed(data) }
    self.size = size
    iv = try Self.bytes("initialisation-vector", of: algorithm)
    switch algorithm.attribute("algorithm-name", in: ODF.manifest) {
    case Name.cbc:
      guard data.attribute("checksum-type", in: ODF.manifest) == Name.checksum else { throw Self.unknown(data) }
      let checksum = try Self.bytes("checksum", of: data)
      guard iv.count == 16, checksum.count == SHA256.size else { throw Self.malformed(data) }
      cipher = .cbc(checksum: checksum)
    case Name.gcm:
      guard iv.count == 12 else { throw Self.malformed(data) }
      cipher = .gcm
    default: throw Self.unknown(data)
    }
    // Without the element the start key would be SHA-1's (ODF 1.3 part 2, 4.8.6).
    guard let start = data.element("start-key-generation", in: ODF.manifest),
      Name.startKeys.contains(start.attribute("start-key-generation-name", in: ODF.manifest) ?? ""),
      [nil, SHA256.size].contains(Self.number("key-size", of: start)),
      Self.number("key-size", of: derivation) == KeyDerivation.keySize
    else { throw Self.unknown(data) }
    self.derivation = KeyDerivation(
      method: try Self.method(derivation), salt: try Self.bytes("salt", of: derivation))
    // RFC 9106, 3.1: Argon2 takes no shorter salt.
    guard (8...64).contains(self.derivation.salt.count) else { throw Self.malformed(data) }
    guard limits.allows(self.derivation.method) else {
      throw DocumentFailure(.protectionCost, part: ReadManifest.path, line: data.line)
    }
  }

  private static func method(_ node: XMLNode) throws(DocumentFailure) -> KeyDerivation.Method {
    let name = node.attribute("key-derivation-name", in: ODF.manifest) ?? ""
    if Name.pbkdf2s.contains(name) {
      guard let iterations = number("iteration-count", of: node) else { throw malformed(node) }
      return .pbkdf2(iterations: iterations)
    }
    guard Name.argon2ids.contains(name) else { throw unknown(node) }
    func parameter(_ name: String) throws(DocumentFailure) -> Int {
      guard let number = number(name, of: node, in: ODF.manifest) ?? number(name, of: node, in: ODF.loext) else {
        throw malformed(node)
      }
      return number
    }
    return .argon2id(
      passes: try parameter("argon2-iterations"), memory: try parameter("argon2-memory"),
      lanes: try parameter("argon2-lanes"))
  }

  /// A number up to 2³¹ − 1, as LibreOffice reads them.
  private static func number(_ name: String, of node: XMLNode, in namespace: String = ODF.manifest) -> Int? {
    guard let text = node.attribute(name, in: namespace), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int32(text).map(Int.init)
  }

  private static func bytes(_ name: String, of node: XMLNode) throws(DocumentFailure) -> [UInt8] {
    guard let bytes = node.attribute(name, in: ODF.manifest).flatMap({ Base64.decode($0) }) else {
      throw malformed(node)
    }
    return bytes
  }

  private static func malformed(_ node: XMLNode) -> DocumentFailure {
    DocumentFailure(.manifest, part: ReadManifest.path, line: node.line)
  }

  private static func unknown(_ node: XMLNode) -> DocumentFailure {
    DocumentFailure(.protection, part: ReadManifest.path, line: node.line)
  }
}

// MARK: - Writing

extension MemberProtection {
  /// Describes the file in its entry of the manifest, in the words of LibreOffice 7.4.
  ///
  /// Only for CBC and PBKDF2, which is all that is written.
  func write(to entry: XMLNode) {
    guard case .cbc(let checksum) = cipher, case .pbkdf2(let iterations) = derivation.method else { return }
    let size = String(KeyDerivation.keySize)
    entry.setAttribute("size", in: ODF.manifest, to: String(self.size))
    let data = entry.append("encryption-data", in: ODF.manifest)
    data.setAttribute("checksum-type", in: ODF.manifest, to: Name.checksum)
    data.setAttribute("checksum", in: ODF.manifest, to: Base64.encode(checksum))
    let algorithm = data.append("algorithm", in: ODF.manifest)
    algorithm.setAttribute("algorithm-name", in: ODF.manifest, to: Name.cbc)
    algorithm.setAttribute("initialisation-vector", in: ODF.manifest, to: Base64.encode(iv))
    let start = data.append("start-key-generation", in: ODF.manifest)
    start.setAttribute("start-key-generation-name", in: ODF.manifest, to: Name.startKey)
    start.setAttribute("key-size", in: ODF.manifest, to: String(SHA256.size))
    let key = data.append("key-derivation", in: ODF.manifest)
    key.setAttribute("key-derivation-name", in: ODF.manifest, to: Name.pbkdf2)
    key.setAttribute("key-size", in: ODF.manifest, to: size)
    key.setAttribute("iteration-count", in: ODF.manifest, to: String(iterations))
    key.setAttribute("salt", in: ODF.manifest, to: Base64.encode(derivation.salt))
  }
}
