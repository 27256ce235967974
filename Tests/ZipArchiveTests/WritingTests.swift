import RawArchives
import Testing

@testable import ZipArchive

@Suite("Writing")
struct WritingTests {
  static let files: [(name: String, contents: [UInt8])] = [
    ("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)),
    ("content.xml", Array(repeating: 0x61, count: 100_000)),
    ("leer.xml", []),
    ("ein Byte", [0]),
    ("Pictures/Grüße – ß 字.png", noise(30_000)),
    ("5 MiB", noise(1 << 20) + Array(repeating: 7, count: 4 << 20)),
  ]

  static func archive(level: Int = 6) throws -> [UInt8] {
    let deflater = Deflater(level: level)
    var writer = ZipWriter()
    for (index, file) in files.enumerated() {
      if index == 0 {
        try writer.addStored(file.name, file.contents)
      } else {
        try writer.add(deflater.pack(file.name, file.contents))
      }
    }
    return writer.finish()
  }

  @Test("What is written is read back, at every level", arguments: [-5, 1, 6, 12, 99])
  func roundTrip(level: Int) throws {
    let reader = try ZipReader(Self.archive(level: level))
    #expect(reader.entries.map(\.name) == Self.files.map(\.name))
    #expect(reader.entries.map(\.method) == [.stored, .deflated, .stored, .stored, .stored, .deflated])
    for file in Self.files {
      #expect(try reader.contents(of: file.name) == file.contents)
    }
  }

  @Test("The same input gives the same bytes, also from a compressor that was used before")
  func sameBytes() throws {
    #expect(try Self.archive() == Self.archive())
    let deflater = Deflater()
    let first = deflater.pack("a", Self.files[1].contents)
    _ = deflater.pack("b", Self.files[4].contents)
    #expect(deflater.pack("a", Self.files[1].contents) == first)
  }

  @Test("A copied entry is byte-identical, and so is the archive made of copies")
  func rawCopy() throws {
    let original = try Self.archive()
    let reader = try ZipReader(original)
    var writer = ZipWriter()
    for entry in reader.entries {
      let packed = try reader.packed(entry.name)
      #expect(packed.bytes.count == entry.packedSize)
      #expect(packed.size == entry.size && packed.crc32 == entry.crc32 && packed.method == entry.method)
      try writer.add(packed)
    }
    #expect(writer.finish() == original)
  }

  @Test("An archive begins as ODF demands: mimetype at byte 30, its text at byte 38")
  func mimetypeFirst() throws {
    let bytes = try Self.archive()
    #expect(Array(bytes[30..<77]) == Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8))
  }

  @Test("The bytes of a small archive are the known ones")
  func knownBytes() throws {
    var writer = ZipWriter()
    try writer.addStored("ä", [0x31])
    let common: [UInt8] =
      [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0, 0xB7, 0xEF, 0xDC, 0x83, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0]
    var expected: [UInt8] = [0x50, 0x4B, 3, 4] + common + [0xC3, 0xA4, 0x31]
    expected += [0x50, 0x4B, 1, 2, 20, 0] + common + Array(repeating: 0, count: 14) + [0xC3, 0xA4]
    expected += [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 48, 0, 0, 0, 33, 0, 0, 0, 0, 0]
    #expect(writer.finish() == expected)
  }

  @Test("An archive without entries is 22 bytes long and can be read")
  func emptyArchive() throws {
    let bytes = ZipWriter().finish()
    #expect(bytes.count == 22)
    #expect(try ZipReader(bytes).entries.isEmpty)
  }

  @Test(
    "A name that could not be read back is not written",
    arguments: [
      ("", ZipFailure.Code.name), ("a\n", .name), (String(repeating: "a", count: 321), .name),
      (String(repeating: "a", count: 65_536), .name), ("/a", .path), ("a/../b", .path), ("a\\b", .path),
      ("c:a", .path), ("Pictures/", .path),
    ])
  func badNames(name: String, code: ZipFailure.Code) {
    var writer = ZipWriter()
    #expect(failure { try writer.addStored(name, [1]) } == ZipFailure(code, entry: name))
    #expect(writer.finish() == ZipWriter().finish())
  }

  @Test("A name that is taken is refused", arguments: ["a/b", "A/b", "a/B"])
  func duplicate(name: String) throws {
    var writer = ZipWriter()
    try writer.addStored("a/b", [1])
    let before = writer.finish()
    #expect(failure { try writer.addStored(name, [2]) } == ZipFailure(.duplicate, entry: name))
    #expect(writer.finish() == before)
  }

  @Test("A file of 4 GiB is refused, one byte less than the ZIP64 mark is not")
  func fourGiB() throws {
    var writer = ZipWriter()
    let entry = { (size: Int) in
      PackedEntry(name: "a", method: .deflated, crc32: 0, size: size, bytes: [3, 0])
    }
    for size in [1 << 32, 0xFFFF_FFFF, -1] {
      #expect(failure { try writer.add(entry(size)) } == ZipFailure(.tooLarge, entry: "a"))
    }
    try writer.add(entry(0xFFFF_FFFE))
  }

  @Test("The 65,535th entry is refused, because its number is the ZIP64 mark")
  func manyEntries() throws {
    var writer = ZipWriter()
    for number in 0..<65_534 { try writer.addStored("\(number)", []) }
    #expect(failure { try writer.addStored("a", []) } == ZipFailure(.tooMany, entry: "a"))
    let limits = ZipLimits(entries: 65_534)
    #expect(try ZipReader(writer.finish(), limits: limits).entries.count == 65_534)
  }

  @Test("A renamed entry is written under its new name")
  func rename() throws {
    var entry = Deflater().pack("a", Self.files[1].contents)
    entry.name = "b"
    var writer = ZipWriter()
    try writer.add(entry)
    #expect(try ZipReader(writer.finish()).contents(of: "b") == Self.files[1].contents)
  }
}
