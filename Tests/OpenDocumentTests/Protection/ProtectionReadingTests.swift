import OpenDocument
import Secrets
import Testing

@Suite("Opening a document that is protected with a password")
struct ProtectionReadingTests {
  @Test("Without a password it is refused, with a wrong one for another reason")
  func passwords() throws {
    let package = try ProtectedPackage()
    #expect(try package.failure() == nil)
    #expect(try package.failure(password: nil) == DocumentFailure(.encrypted))
    for wrong in ["", "x", "grün-Käse 7", "Grün-Käse 7 ", "Grün-Käse"] {
      #expect(try package.failure(password: wrong) == DocumentFailure(.wrongPassword), "\(wrong)")
    }
  }

  @Test("A letter with marks is taken as its bytes, and the first password that is right is used")
  func candidates() throws {
    let composed = "Gr\u{FC}n"
    let decomposed = "Gru\u{308}n"
    let package = try ProtectedPackage(password: decomposed)
    #expect(try package.failure(password: composed) == DocumentFailure(.wrongPassword))
    #expect(try package.failure(password: decomposed) == nil)
    let bytes = try package.bytes
    let file = try OpenDocumentFile(reading: bytes, passwords: [Secret(composed), Secret(decomposed)])
    #expect(try file.member("Record/record.xml") == Array("<record>ä</record>".utf8))
  }

  @Test("A password does no harm where none is needed")
  func plain() throws {
    let bytes = try ProtectedPackage.plain()
    #expect(try OpenDocumentFile(reading: bytes, passwords: [Secret("x")]).member("meta.xml") != nil)
    let flat = Array(ReadingPackage.flat().utf8)
    #expect(try OpenDocumentFile(reading: flat, passwords: [Secret("x")]).kind == .flat)
  }

  @Test("A package that was encrypted as a whole by another program is read", arguments: [true, false])
  func whole(isExtension: Bool) throws {
    var package = try ProtectedPackage.whole()
    if !isExtension {
      // The names of the draft of ODF 1.5.
      package.manifest = package.manifest.replacing("loext:argon2", with: "manifest:argon2").replacing(
        "urn:org:documentfoundation:names:experimental:office:manifest:argon2id",
        with: "urn:oasis:names:tc:opendocument:xmlns:manifest:1.5#argon2id")
    }
    let file = try OpenDocumentFile(reading: package.bytes, passwords: [Secret(ProtectedPackage.password)])
    #expect(try DocumentText(of: file).string == "Als Ganzes verschlüsselt")
    #expect(try file.member("Record/record.xml") == Array("<record>ä</record>".utf8))
    #expect(file.members == ["content.xml", "Record/record.xml"])
    #expect(file.packageWarnings.isEmpty)
  }

  @Test("A package that was encrypted as a whole does not open with another password or none")
  func wholeWrong() throws {
    let package = try ProtectedPackage.whole()
    #expect(try package.failure(password: "x") == DocumentFailure(.wrongPassword))
    #expect(try package.failure(password: nil) == DocumentFailure(.encrypted))
  }

  @Test("Each lie of the manifest is refused, most of them before any work", arguments: HostileProtection.all)
  func refused(_ hostile: HostileProtection) throws {
    #expect(try hostile.make().failure() == hostile.failure)
  }

  @Test("The limits hold at their edge")
  func edges() throws {
    let package = try ProtectedPackage()
    var limits = DocumentLimits.document
    limits.protection = ProtectionLimits(iterations: 100_000)
    #expect(try package.failure(limits: limits) == nil)
    limits.protection = ProtectionLimits(iterations: 99_999)
    #expect(try package.failure(limits: limits)?.code == .protectionCost)
    let whole = try ProtectedPackage.whole()
    limits.protection = ProtectionLimits(memory: 65_536, passes: 3, lanes: 4, work: 3 * 65_536)
    #expect(try whole.failure(limits: limits) == nil)
    for change in [\ProtectionLimits.memory, \.passes, \.lanes, \.work] {
      var tighter = limits
      tighter.protection[keyPath: change] -= 1
      #expect(try whole.failure(limits: tighter)?.code == .protectionCost)
    }
    // The sizes of what is inside count as they do for any package.
    limits = .document
    limits.content = try package.read()["content.xml"]?.count ?? 0
    #expect(try package.failure(limits: limits) == nil)
    limits.content -= 1
    #expect(try package.failure(limits: limits) == DocumentFailure(.tooLarge, part: "content.xml"))
  }

  @Test("Cut short anywhere it is refused")
  func truncated() throws {
    let bytes = try ProtectedPackage().bytes
    for length in stride(from: 0, to: bytes.count, by: 211) {
      #expect(throws: DocumentFailure.self) {
        try OpenDocumentFile(reading: Array(bytes.prefix(length)), passwords: [Secret(ProtectedPackage.password)])
      }
    }
  }

  @Test("A bit that flipped in any encrypted file is found by the archive's own checksum")
  func flips() throws {
    let bytes = try ProtectedPackage().bytes
    let package = try ProtectedPackage()
    for file in package.files where file.name != "mimetype" {
      let start = try #require(bytes.indices.first { bytes[$0...].starts(with: file.bytes) })
      for offset in [0, file.bytes.count / 2, file.bytes.count - 1] {
        var flipped = bytes
        flipped[start + offset] ^= 0x10
        let found = try ProtectedPackageFile(flipped).failure(reading: file.name)
        #expect(
          found == DocumentFailure(.member, part: file.name, underlying: "ZIP-PRUEFSUMME"), "\(file.name) \(offset)")
      }
    }
  }

  @Test("A change on purpose, the archive's checksum and all, is found in the first packed kilobyte of every file")
  func forgery() throws {
    let package = try ProtectedPackage()
    let original = try package.read()
    var refused = 0
    for file in package.files where file.name != "mimetype" {
      for offset in stride(from: 0, to: file.bytes.count, by: 101) {
        let forged = package.changing(file.name) { $0[offset] ^= 0x04 }
        guard let parts = try? forged.read() else {
          refused += 1
          continue
        }
        // Behind it the format proves nothing: some changes unpack to as many other bytes. Padding may change freely.
        #expect(parts == original || offset >= 1_024 - 16, "\(file.name) \(offset)")
      }
    }
    #expect(refused > 40)
  }
}

/// A package as it lies on a disk.
struct ProtectedPackageFile {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func failure(reading member: String) throws -> DocumentFailure? {
    do throws(DocumentFailure) {
      let file = try OpenDocumentFile(reading: bytes, passwords: [Secret(ProtectedPackage.password)])
      _ = try file.member(member)
      return nil
    } catch {
      return error
    }
  }
}
