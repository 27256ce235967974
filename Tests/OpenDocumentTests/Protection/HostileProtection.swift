import OpenDocument
import Secrets
import Testing

/// A protected document that lies or asks for too much, and how it is refused although the password is right.
struct HostileProtection: CustomTestStringConvertible, Sendable {
  let name: String
  let failure: DocumentFailure
  let make: @Sendable () throws -> ProtectedPackage

  var testDescription: String { name }

  private init(
    _ name: String, _ code: DocumentFailure.Code, part: String? = nil, underlying: String? = nil, line: Int = 0,
    _ make: @escaping @Sendable () throws -> ProtectedPackage
  ) {
    self.name = name
    self.make = make
    failure = DocumentFailure(code, part: part, underlying: underlying, line: line)
  }

  private static let manifest = "META-INF/manifest.xml"
  private static let content = "content.xml"

  private static func entry(
    _ name: String, _ code: DocumentFailure.Code, _ attribute: String, _ value: String?
  ) -> HostileProtection {
    HostileProtection(name, code, part: manifest, line: 2) {
      try ProtectedPackage().setting("manifest:\(attribute)", of: content, to: value)
    }
  }

  private static func whole(
    _ name: String, _ code: DocumentFailure.Code, line: Int, _ attribute: String, _ value: String?
  ) -> HostileProtection {
    HostileProtection(name, code, part: manifest, line: line) {
      try ProtectedPackage.whole().setting(attribute, of: "encrypted-package", to: value)
    }
  }

  static let all: [HostileProtection] = perEntry + asWhole + lies

  /// What one entry says of its file.
  private static let perEntry: [HostileProtection] = [
    entry("no size", .manifest, "size", nil), entry("a negative size", .manifest, "size", "-1"),
    entry("a size that is none", .manifest, "size", "viel"),
    entry("a size beyond 2³¹", .manifest, "size", "2147483648"),
    entry("another cipher", .protection, "algorithm-name", "Blowfish CFB"),
    entry("a cipher with a shorter key", .protection, "algorithm-name", "http://www.w3.org/2001/04/xmlenc#aes128-cbc"),
    entry("a vector that is not Base64", .manifest, "initialisation-vector", "!!!!"),
    entry("a vector that is too short", .manifest, "initialisation-vector", "AAAAAAAAAAAAAAAA"),
    entry("a checksum of another kind", .protection, "checksum-type", "SHA1/1K"),
    entry("no kind of checksum", .protection, "checksum-type", nil),
    entry("no checksum", .manifest, "checksum", nil),
    entry("a checksum that is too short", .manifest, "checksum", "AAAA"),
    entry("a start key after SHA-1", .protection, "start-key-generation-name", "SHA1"),
    entry("another derivation", .protection, "key-derivation-name", "PGP"),
    entry("no iterations", .manifest, "iteration-count", nil),
    entry("zero iterations", .protectionCost, "iteration-count", "0"),
    entry("one iteration too many", .protectionCost, "iteration-count", "400001"),
    entry("two thousand million iterations", .protectionCost, "iteration-count", "2147483647"),
    entry("iterations that overflow", .manifest, "iteration-count", "99999999999999999999"),
    entry("no salt", .manifest, "salt", nil), entry("a short salt", .manifest, "salt", "AAAA"),
    entry("an endless salt", .manifest, "salt", String(repeating: "AAAA", count: 400)),
    HostileProtection("a derivation without description", .manifest, part: manifest, line: 2) {
      let package = try ProtectedPackage()
      guard let range = package.manifest.firstRange(of: /<manifest:key-derivation[^>]*>/) else { return package }
      return package.replacing(String(package.manifest[range]), with: "")
    },
    HostileProtection("a key of another size", .protection, part: manifest, line: 2) {
      try ProtectedPackage().replacing(
        "\"PBKDF2\" manifest:key-size=\"32\"", with: "\"PBKDF2\" manifest:key-size=\"16\"")
    },
  ]

  /// A package in a package.
  private static let asWhole: [HostileProtection] = [
    whole("an endless memory", .protectionCost, line: 4, "loext:argon2-memory", "2147483647"),
    whole("one KiB too much", .protectionCost, line: 4, "loext:argon2-memory", "131073"),
    whole("a memory too small for its lanes", .protectionCost, line: 4, "loext:argon2-memory", "31"),
    whole("no memory", .manifest, line: 7, "loext:argon2-memory", nil),
    whole("endless passes", .protectionCost, line: 4, "loext:argon2-iterations", "2147483647"),
    whole("more work than allowed", .protectionCost, line: 4, "loext:argon2-iterations", "13"),
    whole("no passes", .protectionCost, line: 4, "loext:argon2-iterations", "0"),
    whole("no lanes", .protectionCost, line: 4, "loext:argon2-lanes", "0"),
    whole("too many lanes", .protectionCost, line: 4, "loext:argon2-lanes", "17"),
    whole(
      "a vector of sixteen bytes", .manifest, line: 4, "manifest:initialisation-vector", "AAAAAAAAAAAAAAAAAAAAAA=="),
    HostileProtection("another vector before the bytes", .wrongPassword) {
      try .whole().changing("encrypted-package") { $0[0] ^= 1 }
    },
    HostileProtection("a changed byte", .wrongPassword) {
      try .whole().changing("encrypted-package") { $0[100] ^= 1 }
    },
    HostileProtection("a changed tag", .wrongPassword) {
      try .whole().changing("encrypted-package") { $0[$0.count - 1] ^= 1 }
    },
    HostileProtection("a tag alone", .wrongPassword) {
      try .whole().changing("encrypted-package") { $0.removeLast($0.count - 28) }
    },
    HostileProtection(
      "a package that is larger than it says", .member, part: "encrypted-package", underlying: "ZIP-GROESSE"
    ) { try .whole().setting("manifest:size", of: "encrypted-package", to: "1499") },
    HostileProtection("a package of another type", .mimetypeConflict, part: manifest) {
      try .whole().setting("manifest:media-type", of: "encrypted-package", to: ReadingPackage.text + "-template")
    },
    HostileProtection("a package inside of another type", .mimetypeConflict, part: manifest) {
      try ProtectedPackage.whole().with {
        $0.files[0].bytes += Array("-template".utf8)
        $0.manifest = $0.manifest.replacing(ReadingPackage.text, with: ReadingPackage.text + "-template")
      }
    },
    HostileProtection("a package that is not there", .manifest, part: manifest) {
      try ProtectedPackage.whole().with { $0.files.removeLast() }
    },
    HostileProtection("a bomb", .member, part: "encrypted-package", underlying: "ZIP-BOMBE") {
      try .whole().setting("manifest:size", of: "encrypted-package", to: String(64 << 20))
    },
    HostileProtection("a package larger than any that is read", .tooLarge, part: "encrypted-package") {
      try .whole().setting("manifest:size", of: "encrypted-package", to: String(64 << 20 + 1))
    },
  ]

  /// Files that are not what the manifest says.
  private static let lies: [HostileProtection] = [
    HostileProtection("a file that is smaller than it says", .member, part: "meta.xml", underlying: "ZIP-GROESSE") {
      try ProtectedPackage().setting("manifest:size", of: "meta.xml", to: "100000")
    },
    HostileProtection("a file that is larger than it says", .member, part: "meta.xml", underlying: "ZIP-GROESSE") {
      try ProtectedPackage().setting("manifest:size", of: "meta.xml", to: "10")
    },
    HostileProtection("a bomb in a file", .member, part: content, underlying: "ZIP-BOMBE") {
      try ProtectedPackage().setting("manifest:size", of: content, to: String(4 << 20))
    },
    HostileProtection("a file that is too large", .tooLarge, part: "meta.xml") {
      try ProtectedPackage().setting("manifest:size", of: "meta.xml", to: String(64 << 20))
    },
    HostileProtection("files that are too large together", .archive, underlying: "ZIP-BOMBE") {
      try ProtectedPackage().setting("manifest:size", of: "meta.xml", to: "200000000")
        .setting("manifest:size", of: "styles.xml", to: "200000000")
    },
    HostileProtection("a file that lacks its last block", .member, part: "meta.xml", underlying: "ZIP-BESCHAEDIGT") {
      try ProtectedPackage().changing("meta.xml") { $0.removeLast(16) }
    },
    HostileProtection("a file that is no number of blocks", .member, part: "meta.xml", underlying: "ZIP-BESCHAEDIGT") {
      try ProtectedPackage().changing("meta.xml") { $0.removeLast() }
    },
    HostileProtection("a file without bytes", .member, part: "meta.xml", underlying: "ZIP-BESCHAEDIGT") {
      try ProtectedPackage().changing("meta.xml") { $0 = [] }
    },
    HostileProtection("two files exchanged", .member, part: "styles.xml", underlying: "ZIP-BESCHAEDIGT") {
      let package = try ProtectedPackage()
      return package.changing("meta.xml") { $0 = package["styles.xml"] }
        .changing("styles.xml") { $0 = package["meta.xml"] }
    },
    HostileProtection("a text that somebody put in its place", .partlyProtected, part: content) {
      try ProtectedPackage().with { package in
        guard let range = package.manifest.firstRange(of: /<manifest:encryption-data.*?<\/manifest:encryption-data>/)
        else { return }
        package.manifest.removeSubrange(range)
        package.files[1].bytes = Array(ReadingPackage.content("<text:p>untergeschoben</text:p>").utf8)
      }
    },
    HostileProtection("a record that somebody put in", .partlyProtected, part: "Record/heimlich.xml") {
      try ProtectedPackage().replacing(
        "</manifest:manifest>",
        with: "<manifest:file-entry manifest:full-path=\"Record/heimlich.xml\" manifest:media-type=\"text/xml\"/>"
          + "</manifest:manifest>"
      ).with { $0.files.append(("Record/heimlich.xml", Array("<a/>".utf8))) }
    },
    HostileProtection("for certain people", .recipients) {
      try ProtectedPackage().replacing(
        "</manifest:manifest>", with: "<manifest:encrypted-key/></manifest:manifest>")
    },
    HostileProtection("encrypted within encrypted", .protection, part: manifest) {
      try .wholeTwice()
    },
  ]
}
