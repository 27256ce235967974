import Files
import Glibc
import OpenDocument
import Testing
import ZipArchive

/// Protected documents that lie or ask for too much: refused although the password is right, by one line with its code.
struct HostilePasswordTests {
  /// What is changed in the manifest of a protected note, and the code that follows.
  static let manifests: [(name: String, code: String, change: @Sendable (String) -> String)] = [
    ("iterations beyond the limit", "ODF-SCHUTZ-AUFWAND", { $0.replacing("\"100000\"", with: "\"400001\"") }),
    ("endless iterations", "ODF-SCHUTZ-AUFWAND", { $0.replacing("\"100000\"", with: "\"2147483647\"") }),
    ("endless memory", "ODF-SCHUTZ-AUFWAND", { argon2($0, memory: "2147483647", passes: "1") }),
    ("endless passes", "ODF-SCHUTZ-AUFWAND", { argon2($0, memory: "65536", passes: "1000000") }),
    ("another algorithm", "ODF-SCHUTZ-UNBEKANNT", { $0.replacing(aes, with: "Blowfish CFB") }),
    ("a bomb", "ZIP-BOMBE", { $0.replacing(/manifest:size="[0-9]+"/, with: "manifest:size=\"4000000\"") }),
    ("bombs together", "ZIP-BOMBE", { $0.replacing(/manifest:size="[0-9]+"/, with: "manifest:size=\"260000000\"") }),
    ("a smaller size", "ZIP-GROESSE", { $0.replacing(/manifest:size="[0-9]+"/, with: "manifest:size=\"10\"") }),
    ("a larger size", "ZIP-GROESSE", { $0.replacing(/manifest:size="[0-9]+"/, with: "manifest:size=\"100000\"") }),
    ("no salt", "ODF-MANIFEST-FALSCH", { $0.replacing(/manifest:salt="[^"]*"/, with: "") }),
    (
      "for certain people", "ODF-SCHUTZ-OPENPGP",
      { $0.replacing("</manifest:manifest>", with: "<manifest:encrypted-key/></manifest:manifest>") }
    ),
  ]

  private static let aes = "http://www.w3.org/2001/04/xmlenc#aes256-cbc"

  private static func argon2(_ manifest: String, memory: String, passes: String) -> String {
    manifest.replacing(
      /manifest:key-derivation-name="PBKDF2" manifest:key-size="32" manifest:iteration-count="100000"/,
      with: "manifest:key-derivation-name=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.5#argon2id\" "
        + "manifest:key-size=\"32\" manifest:argon2-iterations=\"\(passes)\" manifest:argon2-memory=\"\(memory)\" "
        + "manifest:argon2-lanes=\"1\"")
  }

  /// A protected note whose files are left as they are.
  private static func note(_ change: (String) -> String) throws -> [UInt8] {
    let document = try sealed.get()
    var writer = ZipWriter()
    for (name, bytes) in document.members {
      let isManifest = name == "META-INF/manifest.xml"
      let kept = isManifest ? Array(change(String(decoding: bytes, as: UTF8.self)).utf8) : bytes
      try writer.addStored(name, kept)
    }
    return writer.finish()
  }

  private static let sealed = Result {
    let scratch = try Scratch()
    try scratch.write("Grün-Käse 7\n", "kennwort")
    let note = Repository.path("Examples/gespraechsnotiz-minimal.json")
    let run = try Kiso.run(
      ["render", note, "--as-of", "2025-11-20", "-o", "x.odt", "--password-fd", "3"], in: scratch.path,
      redirections: "3<kennwort")
    #expect(run.status < 2, "\(run.errors)")
    return try Package(scratch.bytes("x.odt"))
  }

  @Test(arguments: manifests.indices)
  func isRefusedAlthoughThePasswordIsRight(_ index: Int) throws {
    let (name, code, change) = Self.manifests[index]
    let bytes = try Self.note(change)
    if let folder = getenv("KISO_HOSTILE_INPUTS").map({ String(cString: $0) }) {
      try AtomicFile.write(bytes, to: FilePath.joining(folder, "refused protected, \(name)"))
    }
    let scratch = try Scratch()
    try scratch.write(bytes, "x.odt")
    try scratch.write("Grün-Käse 7\n", "kennwort")
    let run = try Kiso.run(
      ["read", "x.odt", "-o", "x.json", "--password-fd", "3"], in: scratch.path, redirections: "3<kennwort")
    #expect(run.status == 65 && run.output == "" && !scratch.has("x.json"), "\(name)")
    #expect(run.errors.hasPrefix("kiso read: [\(code)] "), "\(name): \(run.errors)")
    try Golden.expect(run.errors, "refused/protected, \(name)")
  }

  @Test func theDocumentTheyAreMadeOfIsSound() throws {
    let scratch = try Scratch()
    try scratch.write(Self.note { $0 }, "x.odt")
    try scratch.write("Grün-Käse 7\n", "kennwort")
    let run = try Kiso.run(["read", "x.odt", "--password-fd", "3"], in: scratch.path, redirections: "3<kennwort")
    #expect(run.status == 0, "\(run.errors)")
  }
}
