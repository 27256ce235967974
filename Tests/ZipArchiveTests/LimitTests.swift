import RawArchives
import Testing
import ZipArchive

@Suite("Limits, from both sides")
struct LimitTests {
  @Test("A number of entries equal to the limit is accepted, directories included")
  func entries() throws {
    let bytes = RawArchive((0..<1_999).map { RawEntry("\($0)", []) } + [RawEntry("d/", [])]).bytes
    #expect(try ZipReader(bytes).entries.count == 1_999)
    #expect(failure { _ = try ZipReader(bytes, limits: ZipLimits(entries: 1_999)) }?.code == .tooMany)
  }

  @Test("A file as large as the limit is accepted")
  func packedSize() throws {
    let bytes = sound.bytes
    _ = try ZipReader(bytes, limits: ZipLimits(packedSize: bytes.count))
    let refused = failure { _ = try ZipReader(bytes, limits: ZipLimits(packedSize: bytes.count - 1)) }
    #expect(refused == ZipFailure(.tooLarge))
  }

  @Test("Contents that add up to the limit are accepted")
  func unpackedSize() throws {
    let bytes = RawArchive(RawEntry("a", noise(700)), RawEntry("b", noise(300))).bytes
    _ = try ZipReader(bytes, limits: ZipLimits(unpackedSize: 1_000))
    let refused = failure { _ = try ZipReader(bytes, limits: ZipLimits(unpackedSize: 999)) }
    #expect(refused == ZipFailure(.bomb, entry: "b"))
  }

  @Test("A ratio equal to the limit is accepted")
  func ratio() throws {
    let archive = { (size: Int) in
      RawArchive(RawEntry("a", noise(10_000)).with { ($0.method, $0.size) = (8, size) }).bytes
    }
    #expect(try ZipReader(archive(2_000_000)).entries.first?.size == 2_000_000)
    #expect(failure { _ = try ZipReader(archive(2_000_001)) } == ZipFailure(.bomb, entry: "a"))
  }

  @Test("The ratio does not matter up to a mebibyte")
  func ratioFloor() throws {
    let archive = { (size: Int) in
      RawArchive(RawEntry(deflating: Array(repeating: 0, count: size), "a")).bytes
    }
    #expect(try ZipReader(archive(1 << 20)).contents(of: "a").count == 1 << 20)
    #expect(failure { _ = try ZipReader(archive(1 << 20 | 1)) }?.code == .bomb)
  }

  @Test("Extreme limits do not overflow")
  func extremes() throws {
    let most = Int.max
    let limits = ZipLimits(
      entries: most, packedSize: most, unpackedSize: most, ratio: most, ratioFloor: 0, nameLength: most,
      headerField: most)
    #expect(try ZipReader(sound.bytes, limits: limits).entries.count == 2)
    let none = ZipLimits(
      entries: 0, packedSize: 22, unpackedSize: 0, ratio: 0, ratioFloor: 0, nameLength: 0, headerField: 0)
    #expect(try ZipReader(RawArchive().bytes, limits: none).entries.isEmpty)
  }
}
