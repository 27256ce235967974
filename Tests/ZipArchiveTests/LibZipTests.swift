import RawArchives
import Testing

@testable import ZipArchive

/// What the scan in front of it normally prevents, so that libzip's refusals are seen too.
@Suite("libzip behind the scan")
struct LibZipTests {
  @Test("Bytes that libzip cannot open are refused, and nothing is leaked", arguments: [1, 22, 5_000])
  func garbage(count: Int) {
    #expect(failure { _ = try LibZipArchive(noise(count), entryCount: 0) } == ZipFailure(.library))
  }

  @Test("Another number of entries than the scan saw is refused")
  func otherCount() throws {
    _ = try LibZipArchive(sound.bytes, entryCount: 2)
    #expect(failure { _ = try LibZipArchive(sound.bytes, entryCount: 1) } == ZipFailure(.ambiguous))
  }

  @Test(
    "Another entry than the scan saw is refused",
    arguments: [
      RawEntry("a"), RawEntry("mimetyp"), RawEntry("mimetype", [1]),
      RawEntry("mimetype").with { $0.crc32 ^= 1 },
      RawEntry(deflating: Array(repeating: 0, count: 99), "mimetype"),
    ])
  func otherEntry(entry: RawEntry) throws {
    let scanned = try CentralDirectory(RawArchive(RawEntry("mimetype")).bytes, limits: .document)
    let record = try #require(scanned.files.first).record
    let archive = try LibZipArchive(RawArchive(entry).bytes, entryCount: 1)
    #expect(failure { _ = try archive.contents(of: record) } == ZipFailure(.ambiguous, entry: "mimetype"))
    #expect(failure { _ = try archive.verify(record) } == ZipFailure(.ambiguous, entry: "mimetype"))
  }

  @Test("A local header that libzip cannot reach is refused")
  func noHeader() throws {
    let bytes = RawArchive(RawEntry("a")).bytes
    let record = try #require(CentralDirectory(bytes, limits: .document).files.first).record
    let broken = RawArchive(RawEntry("a").with { $0.headerOffset = 1 << 30 }).bytes
    let archive = try LibZipArchive(broken, entryCount: 1)
    #expect(failure { _ = try archive.contents(of: record) } == ZipFailure(.library, entry: "a"))
  }
}
