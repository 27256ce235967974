import OpenDocument
import Testing
import ZipArchive

@Suite("What is refused when a document is opened")
struct DocumentRefusalTests {
  @Test(
    "Each hostile or broken document is refused with its own code and place", arguments: HostileDocument.all)
  func refused(_ hostile: HostileDocument) {
    #expect(documentFailure(hostile.bytes) == hostile.failure)
  }

  @Test("The documents that the hostile ones are made from are sound")
  func sound() throws {
    #expect(try documentFailure(ReadingPackage().bytes) == nil)
    #expect(documentFailure(Array(ReadingPackage.flat().utf8)) == nil)
    #expect(documentFailure([0xEF, 0xBB, 0xBF] + Array(ReadingPackage.flat().utf8)) == nil)
    #expect(HostileDocument.all.count >= 40)
  }

  @Test("Every code has an input that causes it, begins with ODF and is not used twice")
  func everyCode() {
    var caused = Set(HostileDocument.all.map(\.failure.code))
    caused.formUnion(HostileProtection.all.map(\.failure.code))
    caused.insert(.emptyPassword)  // in ProtectionWritingTests
    #expect(Set(DocumentFailure.Code.allCases) == caused)
    let names = DocumentFailure.Code.allCases.map(\.rawValue) + DocumentWarning.Code.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.hasPrefix("ODF-") && $0.utf8.allSatisfy { $0 < 0x80 } })
  }

  @Test("A part whose contents do not have their checksum is damaged, and only when it is asked for")
  func damagedMember() throws {
    var package = ReadingPackage(content: ReadingPackage.content(), ("Record/record.xml", ""))
    package.files[1].contents = "<record/>"
    var bytes = try package.bytes
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: "<record/>".utf8) })
    bytes[place + 1] = UInt8(ascii: "R")
    let file = try OpenDocumentFile(reading: bytes)
    #expect(throws: DocumentFailure(.member, part: "Record/record.xml", underlying: "ZIP-PRUEFSUMME")) {
      try file.member("Record/record.xml")
    }
    #expect(try DocumentText(of: file).string == "Hallo")
  }

  @Test("A member is given whole, bounded, and only when the manifest lists it")
  func members() throws {
    var package = ReadingPackage(
      content: ReadingPackage.content(), ("Record/record.xml", "<record/>"), ("heimlich.xml", "<a/>"))
    package.unlisted = ["heimlich.xml"]
    let file = try OpenDocumentFile(reading: package.bytes)
    #expect(try file.member("Record/record.xml", atMost: 9) == Array("<record/>".utf8))
    #expect(throws: DocumentFailure(.tooLarge, part: "Record/record.xml", underlying: "ZIP-ZU-GROSS")) {
      try file.member("Record/record.xml", atMost: 8)
    }
    #expect(try file.member("heimlich.xml") == nil)
    #expect(try file.member("nichts") == nil)
    #expect(file.members == ["content.xml", "Record/record.xml"])
    #expect(try OpenDocumentFile(reading: Array(ReadingPackage.flat().utf8)).member("content.xml") == nil)
  }

  @Test("Each part has its own limit, which holds exactly at its edge")
  func limits() throws {
    let styles = "<office:document-styles \(ReadingPackage.namespaces)/>"
    let meta = "<office:document-meta \(ReadingPackage.namespaces)/>"
    let package = ReadingPackage(
      content: ReadingPackage.content(), ("styles.xml", styles), ("meta.xml", meta))
    let bytes = try package.bytes
    let size = ReadingPackage.content().utf8.count
    let manifest = try ZipReader(bytes).entries.first { $0.name == "META-INF/manifest.xml" }?.size ?? 0
    let small = max(meta.utf8.count, manifest)
    let exact = DocumentLimits(content: size, styles: styles.utf8.count, small: small)
    #expect(documentFailure(bytes, limits: exact) == nil)
    for (change, part) in [
      (\DocumentLimits.content, "content.xml"), (\.styles, "styles.xml"),
      (\.small, meta.utf8.count >= manifest ? "meta.xml" : "META-INF/manifest.xml"),
    ] {
      var limits = exact
      limits[keyPath: change] -= 1
      #expect(
        documentFailure(bytes, limits: limits)
          == DocumentFailure(.tooLarge, part: part, underlying: "ZIP-ZU-GROSS"))
    }
    let flat = Array(ReadingPackage.flat().utf8)
    #expect(documentFailure(flat, limits: DocumentLimits(content: flat.count)) == nil)
    #expect(documentFailure(flat, limits: DocumentLimits(content: flat.count - 1))?.code == .tooLarge)
  }

  @Test("Depth 200 and 256 attributes are accepted")
  func edges() throws {
    // document-content, body, text and p are four of the two hundred.
    let deep =
      String(repeating: "<text:span>", count: 196) + "tief" + String(repeating: "</text:span>", count: 196)
    #expect(try documentText("<text:p>\(deep)</text:p>").string == "tief")
    let many = (0..<256).map { "a\($0)=\"\"" }.joined(separator: " ")
    #expect(try documentText("<text:p \(many)>breit</text:p>").string == "breit")
  }

  @Test("Only the known parts are parsed: an empty accelerator and broken XML elsewhere do not matter")
  func otherParts() throws {
    let package = ReadingPackage(
      content: ReadingPackage.content(), ("Configurations2/accelerator/current.xml", ""),
      ("Object 1/content.xml", "<!DOCTYPE a><a>"), ("manifest.rdf", "<"))
    #expect(try documentFailure(package.bytes) == nil)
  }
}
