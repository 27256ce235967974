import RawArchives
import ZipArchive

private let deflated = RawEntry(deflating: Array(repeating: 65, count: 5_000), "content.xml")
private let streamed = deflated.streamed()

extension HostileArchive {
  static let headers: [HostileArchive] =
    [
      HostileArchive("another local name", .disagreement, RawEntry("a").with { $0.localName = [0x62] }),
      HostileArchive(
        "a longer local name", .disagreement, RawEntry("a").with { $0.localName = [0x61, 0x61] }),
      HostileArchive("another local method", .disagreement, deflated.with { $0.localMethod = 0 }),
      HostileArchive("another local checksum", .disagreement, deflated.with { $0.localCRC32 = 7 }),
      HostileArchive("another local size", .disagreement, deflated.with { $0.localSize = 4_999 }),
      HostileArchive("another local packed size", .disagreement, deflated.with { $0.localPackedSize = 1 }),
      HostileArchive(
        "no local sizes and no data descriptor", .disagreement, streamed.with { $0.localFlags = 0 }),
      HostileArchive(
        "a wrong local size besides a data descriptor", .disagreement, streamed.with { $0.localSize = 1 }),
      HostileArchive("a missing data descriptor", .disagreement, streamed.with { $0.descriptor = [] }),
      HostileArchive("half a data descriptor", .disagreement, streamed.with { $0.descriptor.removeLast(3) }),
      HostileArchive(
        "a wrong size in the data descriptor", .disagreement, streamed.with { $0.descriptor[15] = 1 }),
      HostileArchive(
        "a wrong packed size in the data descriptor", .disagreement, streamed.with { $0.descriptor[11] = 1 }),
      HostileArchive(
        "a wrong checksum in the data descriptor", .disagreement, streamed.with { $0.descriptor[4] ^= 1 }),
      HostileArchive(
        "a data descriptor with another signature", .disagreement, streamed.with { $0.descriptor[0] = 0 }),
      HostileArchive(
        "a second name in an extra field", .disagreement,
        RawEntry("a").with { $0.extra = extraBlock(0x7075, [1, 0, 0, 0, 0] + Array("b".utf8)) }),
      HostileArchive("an encrypted entry", .encrypted, deflated.with { $0.flags = 1 }),
      HostileArchive(
        "an entry encrypted only by its local header", .encrypted, deflated.with { $0.localFlags = 1 }),
      HostileArchive("strong encryption", .encrypted, deflated.with { $0.flags = 1 << 6 }),
      HostileArchive("an encrypted directory", .encrypted, deflated.with { $0.flags = 1 << 13 }),
      HostileArchive("AES", .encrypted, deflated.with { $0.extra = extraBlock(0x9901, noise(7)) }),
      HostileArchive(
        "a strong encryption header", .encrypted, deflated.with { $0.localExtra = extraBlock(0x17, noise(8)) }
      ),
      HostileArchive("a patch", .method, deflated.with { $0.flags = 1 << 5 }),
    ]
    + [1, 6, 9, 12, 14, 93, 95, 98, 0xFFFF].map { method in
      HostileArchive("method \(method)", .method, deflated.with { $0.method = method })
    }

  static let names: [HostileArchive] =
    [
      "/etc/passwd", "//server/share", "../x", "a/../x", "a/..", "..", ".", "./a", "a/./b", "a//b", "a//",
      "/",
      "C:", "c:/x", "Z:x", "a\\b", "..\\x",
    ].map { HostileArchive("the path ›\($0)‹", .path, RawEntry($0, [])) }
    + [
      ("an empty name", []),
      ("a name with a NUL", [0x61, 0, 0x62]),
      ("a name with a line feed", [0x61, 10]),
      ("a name with an escape character", [0x1B, 0x5B]),
      ("a name with DEL", [0x61, 0x7F]),
      ("a name with a C1 control character", [0xC2, 0x9B]),
      ("a name in Latin-1", [0x4D, 0xFC]),
      ("a name with an overlong slash", [0x61, 0xC0, 0xAF]),
      ("a name with a surrogate", [0xED, 0xA0, 0x80]),
      ("a name that is cut off", [0xC3]),
      ("a name of 321 bytes", Array(repeating: 0x61, count: 321)),
    ].map { HostileArchive($0, .name, RawEntry(bytes: $1)) }
    + [
      ("the same", "content.xml", "content.xml"),
      ("the same apart from case", "content.xml", "Content.XML"),
      ("the same apart from the case of an umlaut", "ä", "Ä"),
      ("the same apart from the encoding of an umlaut", "\u{E4}", "a\u{308}"),
      ("the same as file and directory", "Pictures", "Pictures/"),
      ("the same directory", "Pictures/", "pictures/"),
    ].map {
      HostileArchive("two names that are \($0)", .duplicate, RawArchive(RawEntry($1, []), RawEntry($2, [])))
    }
    + [
      ("a symbolic link", 0o120777), ("a device", 0o020666), ("a disk", 0o060666), ("a pipe", 0o010666),
      ("a socket", 0o140777),
    ].map { kind, mode in
      HostileArchive(kind, .link, RawEntry("a").with { ($0.attributes, $0.madeBy) = (mode << 16, 0x0314) })
    }
    + [
      HostileArchive(
        "a symbolic link made by DOS", .link, RawEntry("a").with { $0.attributes = 0o120777 << 16 }),
      HostileArchive("a stored entry with two sizes", .size, RawEntry("a").with { $0.size += 1 }),
      HostileArchive(
        "a file without bytes that has a size", .size, deflated.with { ($0.packed, $0.packedSize) = ([], 0) }),
      HostileArchive("a wrong checksum of an empty file", .checksum, RawEntry("a", []).with { $0.crc32 = 1 }),
      HostileArchive("a directory with contents", .size, RawEntry("Pictures/")),
    ]

  static let limits: [HostileArchive] = [
    HostileArchive("2,001 entries", .tooMany, RawArchive((0...2_000).map { RawEntry("\($0)", []) })),
    HostileArchive("a file of 64 MiB and one byte", .tooLarge, Array(repeating: 0, count: 64 << 20 | 1)),
    HostileArchive(
      "an extra field of 1,025 bytes", .tooLarge, RawEntry("a").with { $0.extra = noise(1_025) }),
    HostileArchive(
      "a local extra field of 1,025 bytes", .tooLarge, RawEntry("a").with { $0.localExtra = noise(1_025) }),
    HostileArchive("a comment of 1,025 bytes", .tooLarge, RawEntry("a").with { $0.comment = noise(1_025) }),
    HostileArchive(
      "a ratio of a thousand", .bomb, RawEntry(deflating: Array(repeating: 0, count: 2 << 20), "a")),
    HostileArchive(
      "256 MiB and one byte in one entry", .bomb,
      RawEntry("a", noise(2 << 20)).with { ($0.method, $0.size) = (8, 256 << 20 | 1) }),
    HostileArchive(
      "257 MiB in 257 small entries", .bomb,
      RawArchive(
        (0..<257).map { number in deflated.with { ($0.name, $0.size) = (Array("\(number)".utf8), 1 << 20) } })
    ),
  ]
}
