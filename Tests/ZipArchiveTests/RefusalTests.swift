import RawArchives
import Testing
import ZipArchive

@Suite("What is refused when an archive is opened")
struct RefusalTests {
  @Test("Each hostile archive is refused with its own code", arguments: HostileArchive.all)
  func refused(_ hostile: HostileArchive) {
    #expect(failure { _ = try ZipReader(hostile.bytes) }?.code == hostile.code)
  }

  @Test("The archive that the hostile ones are made from is sound, and so is each entry's neighbour")
  func soundArchive() throws {
    let reader = try ZipReader(sound.bytes)
    #expect(reader.entries.map(\.name) == ["mimetype", "content.xml"])
    #expect(try reader.contents(of: "content.xml") == Array(repeating: 65, count: 5_000))
  }

  @Test("What only looks suspicious is accepted", arguments: Harmless.all)
  func accepted(_ harmless: Harmless) throws {
    let reader = try ZipReader(harmless.archive.bytes)
    #expect(reader.entries.map(\.name) == harmless.names)
    for name in harmless.names { _ = try reader.contents(of: name) }
  }

  @Test("Every code has an input that causes it")
  func everyCode() {
    var codes = Set(HostileArchive.all.map(\.code))
    codes.formUnion(ReadingTests.lies.map(\.code))
    codes.insert(.missing)
    // No input is known that the scan accepts and libzip refuses: see LibZipTests.
    #expect(Set(ZipFailure.Code.allCases).subtracting(codes) == [.library])
  }

  @Test("Every code begins with ZIP and no two are the same")
  func codeNames() {
    let names = ZipFailure.Code.allCases.map(\.rawValue)
    #expect(names.allSatisfy { $0.hasPrefix("ZIP-") && $0.utf8.allSatisfy { $0 < 0x80 } })
    #expect(Set(names).count == names.count)
  }

  @Test("The error names the entry, made printable and short")
  func entryInError() {
    let name = "Bild\u{1B}[2J\u{202E}" + String(repeating: "ä", count: 200)
    let error = failure { _ = try ZipReader(RawArchive(RawEntry(name)).bytes) }
    #expect(error?.entry?.hasPrefix("Bild?[2J?ää") == true)
    #expect(error?.entry?.count == 100)
    #expect(ZipFailure(.name, entry: "a" + String(repeating: "\u{300}", count: 500)).entry?.utf8.count == 199)
    #expect(failure { _ = try ZipReader([]) }?.entry == nil)
  }
}

/// An archive that must be accepted although something about it is unusual.
struct Harmless: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let archive: RawArchive
  let names: [String]

  init(_ description: String, _ archive: RawArchive, _ names: [String] = ["a"]) {
    testDescription = description
    self.archive = archive
    self.names = names
  }

  init(_ description: String, _ entry: RawEntry) {
    self.init(description, RawArchive(entry))
  }

  static let all: [Harmless] = [
    Harmless("an archive without entries", RawArchive(), []),
    Harmless("a comment", sound.with { $0.comment = noise(65_535) }, ["mimetype", "content.xml"]),
    Harmless("a data descriptor", RawEntry(deflating: noise(100) + noise(100), "a").streamed()),
    Harmless("a data descriptor without signature", RawEntry("a").streamed(signature: false)),
    Harmless("an empty file with a data descriptor", RawEntry("a", []).streamed()),
    Harmless("an empty file that is deflated", RawEntry("a", []).with(deflateNothing)),
    Harmless(
      "an empty file without even a deflate stream",
      RawEntry("a", []).with { ($0.method, $0.packed, $0.packedSize) = (8, [], 0) }),
    Harmless(
      "directories, stored and deflated, as LibreOffice writes them",
      RawArchive(
        RawEntry("Configurations2/", []), RawEntry("Configurations2/images/", []).with(deflateNothing),
        RawEntry("a").with { $0.attributes = 0o100644 << 16 },
        RawEntry("Pictures/", []).with { $0.attributes = 0o040755 << 16 })),
    Harmless("times in an extra field", RawEntry("a").with { $0.extra = extraBlock(0x5455, noise(9)) }),
    Harmless("padding in an extra field", RawEntry("a").with { $0.localExtra = [0, 0, 0] }),
    Harmless(
      "the same name again in an extra field",
      RawEntry("a").with { $0.extra = extraBlock(0x7075, [1, 0, 0, 0, 0] + Array("a".utf8)) }),
    Harmless(
      "the entries in another order than in the directory",
      RawArchive(
        RawEntry("a").with { ($0.headerOffset, $0.isHollow) = (32 + 0, true) },
        RawEntry("b", [1]).with { $0.headerOffset = 0 }, RawEntry("a").with { $0.isUnlisted = true }),
      ["a", "b"]),
    Harmless("an archive in an entry", RawEntry("a", sound.bytes)),
    Harmless("a name with dots and spaces", RawArchive(RawEntry("Object 1/..x/a...")), ["Object 1/..x/a..."]),
    Harmless(
      "a name in UTF-8 without the flag", RawArchive(RawEntry("Bilder/Müller.png")), ["Bilder/Müller.png"]),
    Harmless("a name of 320 bytes", RawArchive(RawEntry(long)), [long]),
    Harmless(
      "fields of 1,024 bytes",
      RawEntry("a").with { ($0.extra, $0.comment) = (extraBlock(9, noise(1_020)), noise(1_024)) }),
  ]

  private static let long = String(repeating: "a", count: 320)
}

/// Packs nothing as LibreOffice does: two bytes of deflate stream.
private func deflateNothing(_ entry: inout RawEntry) {
  (entry.method, entry.packed, entry.packedSize) = (8, [3, 0], 2)
}

/// The failure that the body ends in, if it does; any other error is a fault.
func failure(_ body: () throws -> Void) -> ZipFailure? {
  do {
    try body()
    return nil
  } catch let error as ZipFailure {
    return error
  } catch {
    Issue.record(error)
    return nil
  }
}
