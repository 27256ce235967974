import RawArchives
import Testing
import ZipArchive

@Suite("What is refused when an entry is read")
struct ReadingTests {
  private static let packed = RawEntry(deflating: noise(3_000) + noise(3_000), "a")

  /// Archives that open, because only unpacking shows that they lie.
  static let lies: [HostileArchive] = [
    HostileArchive("a declared size one too small", .size, packed.with { $0.size -= 1 }),
    HostileArchive("a declared size one too large", .size, packed.with { $0.size += 1 }),
    HostileArchive("a megabyte declared as one byte", .size, megabyte.with { $0.size = 1 }),
    HostileArchive("a megabyte declared as nothing", .size, megabyte.with { $0.size = 0 }),
    HostileArchive("a few bytes declared as a megabyte", .size, packed.with { $0.size = 1 << 20 }),
    HostileArchive("a wrong checksum", .checksum, packed.with { $0.crc32 ^= 1 }),
    HostileArchive("a wrong checksum of a stored file", .checksum, RawEntry("a").with { $0.crc32 ^= 1 }),
    HostileArchive("one bit changed in a stored file", .checksum, RawEntry("a").with { $0.packed[2] ^= 4 }),
    HostileArchive(
      "no deflate stream", .damaged,
      packed.with { $0.packed = Array(repeating: 0xFF, count: $0.packedSize) }),
    HostileArchive(
      "a deflate stream that breaks off", .size,
      packed.with {
        $0.packed.removeLast(20); $0.packedSize -= 20
      }),
  ]

  private static let megabyte = RawEntry(deflating: Array(repeating: 7, count: 1 << 20), "a")

  @Test("An entry that lies is refused by reading and by copying it packed", arguments: lies)
  func lie(_ hostile: HostileArchive) throws {
    let reader = try ZipReader(hostile.bytes)
    let expected = ZipFailure(hostile.code, entry: "a")
    #expect(failure { _ = try reader.contents(of: "a") } == expected)
    #expect(failure { _ = try reader.packed("a") } == expected)
    // The other entry is sound, and one refusal leaves the reader as it was.
    #expect(try reader.contents(of: "mimetype") == Array("Inhalt".utf8))
    #expect(failure { _ = try reader.contents(of: "a") } == expected)
  }

  @Test("A missing entry is refused, also when only the case differs or it is a directory")
  func missing() throws {
    let reader = try ZipReader(RawArchive(RawEntry("a"), RawEntry("Pictures/", [])).bytes)
    for name in ["b", "A", "", "Pictures/", "Pictures"] {
      #expect(!reader.contains(name))
      #expect(failure { _ = try reader.contents(of: name) } == ZipFailure(.missing, entry: name))
      #expect(failure { _ = try reader.packed(name) } == ZipFailure(.missing, entry: name))
    }
    #expect(reader.contains("a"))
  }

  @Test("A caller's own limit is inclusive and is checked before unpacking")
  func atMost() throws {
    let reader = try ZipReader(RawArchive(RawEntry("a")).bytes)
    #expect(try reader.contents(of: "a", atMost: 6).count == 6)
    #expect(failure { _ = try reader.contents(of: "a", atMost: 5) } == ZipFailure(.tooLarge, entry: "a"))
    let liar = try ZipReader(RawArchive(Self.megabyte.with { $0.size = 1 }).bytes)
    #expect(failure { _ = try liar.contents(of: "a", atMost: 1) }?.code == .size)
  }
}
