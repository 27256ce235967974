import OpenDocument
import Secrets
import Testing
import XMLTree
import ZipArchive

@Suite("A package protected with a password")
struct ProtectionWritingTests {
  @Test("The same package, password and random numbers give the same bytes, others give others")
  func reproducible() throws {
    let first = try ProtectedPackage().bytes
    #expect(try ProtectedPackage().bytes == first)
    let other = try ProtectedPackage(random: FixedRandom(state: 8))
    #expect(try other.bytes != first)
    let before = try ProtectedPackage()
    for file in before.files where file.name != "mimetype" { #expect(other[file.name] != file.bytes) }
  }

  @Test("mimetype and manifest stay readable, every other file is encrypted, stored and a whole number of blocks")
  func shape() throws {
    let plain = try ZipReader(ProtectedPackage.plain())
    let package = try ProtectedPackage()
    var random = FixedRandom()
    let archive = try ZipReader(
      DocumentProtection.protect(ProtectedPackage.plain(), with: Secret(ProtectedPackage.password), random: &random))
    #expect(archive.entries.map(\.name) == plain.entries.map(\.name))
    #expect(archive.entries.first?.name == "mimetype")
    #expect(try archive.contents(of: "mimetype") == plain.contents(of: "mimetype"))
    for entry in archive.entries where !["mimetype", "META-INF/manifest.xml"].contains(entry.name) {
      #expect(entry.method == .stored && entry.size > 0 && entry.size.isMultiple(of: 16), "\(entry.name)")
      let packed = try plain.packed(entry.name)
      if packed.bytes.count > 16 {
        let isHidden = !package[entry.name].contains(packed.bytes.prefix(16))
        #expect(isHidden)
      }
    }
  }

  @Test("The manifest names for each file its size, and the algorithms as LibreOffice does")
  func manifest() throws {
    let plain = try ZipReader(ProtectedPackage.plain())
    let manifest = try XMLDocument(parsing: Array(ProtectedPackage().manifest.utf8))
    let space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    var seen: Set<String> = []
    for entry in manifest.root.elements {
      let path = try #require(entry.attribute("full-path", in: space))
      guard let data = entry.element("encryption-data", in: space) else {
        #expect(path == "/")
        continue
      }
      #expect(entry.attribute("size", in: space) == String(try plain.contents(of: path).count))
      #expect(data.elements.map(\.name) == ["algorithm", "start-key-generation", "key-derivation"])
      let values = ([data] + data.elements).flatMap(\.attributes).filter {
        !["checksum", "salt", "initialisation-vector"].contains($0.name)
      }
      #expect(
        values.map { "\($0.name)=\($0.value)" } == [
          "checksum-type=urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k",
          "algorithm-name=http://www.w3.org/2001/04/xmlenc#aes256-cbc",
          "start-key-generation-name=http://www.w3.org/2000/09/xmldsig#sha256", "key-size=32",
          "key-derivation-name=PBKDF2", "key-size=32", "iteration-count=100000",
        ])
      let vector = try #require(data.elements.first?.attribute("initialisation-vector", in: space))
      #expect(seen.insert(vector).inserted, "an initialisation vector is used once")
    }
    #expect(seen.count == 5)
  }

  @Test("The manifest is valid by the schema of ODF 1.3", .enabled(if: Outside.hasJudge, "the schema is not here"))
  func schema() throws {
    let schema = Outside.beside.appending(path: "odf-schema/OpenDocument-v1.3-manifest-schema.rng").path
    try Outside.withFolder { folder in
      let file = folder.appending(path: "manifest.xml")
      try ProtectedPackage().manifest.write(to: file, atomically: true, encoding: .utf8)
      let (status, output) = try Outside.run(["xmllint", "--noout", "--relaxng", schema, file.path])
      #expect(status == 0, "\(output)")
    }
  }

  @Test("What comes out is what went in, in every part")
  func roundTrip() throws {
    let plain = try ZipReader(ProtectedPackage.plain())
    let parts = try ProtectedPackage().read()
    #expect(parts.count == 5)
    for (path, bytes) in parts { #expect(try bytes == plain.contents(of: path), "\(path)") }
  }

  @Test("A document of ours is protected with its pictures and its record")
  func rendered() throws {
    let template = try Template(parsing: Outside.fixture("familie.fodt"), name: "familie", variant: .final)
    let record = Attachment(
      path: "Record/record.xml", mediaType: "application/xml", directoryMediaType: "application/vnd.kiso.record",
      bytes: Array("<record/>".utf8))
    let document = try template.render(try data(), attachments: [record])
    var random = FixedRandom()
    let sealed = try DocumentProtection.protect(document, with: Secret("x"), random: &random)
    let file = try OpenDocumentFile(reading: sealed, passwords: [Secret("x")])
    #expect(try file.member("Record/record.xml") == record.bytes)
    #expect(try DocumentText(of: file).string == DocumentText(of: OpenDocumentFile(reading: document)).string)
    #expect(try file.inspect() == OpenDocumentFile(reading: document).inspect())
  }

  @Test("An empty password and a document that is protected already are refused, and so is no package")
  func refused() throws {
    var random = FixedRandom()
    #expect(throws: DocumentFailure(.emptyPassword)) {
      try DocumentProtection.protect(ProtectedPackage.plain(), with: Secret(""), random: &random)
    }
    #expect(throws: DocumentFailure(.encrypted)) {
      try DocumentProtection.protect(ProtectedPackage().bytes, with: Secret("x"), random: &random)
    }
    #expect(throws: DocumentFailure(.archive, underlying: "ZIP-KEIN-ZIP")) {
      try DocumentProtection.protect(Array("<a/>".utf8), with: Secret("x"), random: &random)
    }
  }
}

extension [UInt8] {
  fileprivate func contains(_ needle: ArraySlice<UInt8>) -> Bool {
    indices.contains { self[$0...].starts(with: needle) }
  }
}
