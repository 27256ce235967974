import RawArchives
import Testing
import ZipArchive

/// An input that must be refused, and the code it must be refused with.
struct HostileArchive: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let code: ZipFailure.Code
  let bytes: [UInt8]

  init(_ description: String, _ code: ZipFailure.Code, _ bytes: [UInt8]) {
    testDescription = description
    self.code = code
    self.bytes = bytes
  }

  init(_ description: String, _ code: ZipFailure.Code, _ archive: RawArchive) {
    self.init(description, code, archive.bytes)
  }

  /// An archive of a sound entry and a hostile one.
  init(_ description: String, _ code: ZipFailure.Code, _ entry: RawEntry) {
    self.init(description, code, RawArchive(RawEntry("mimetype"), entry))
  }

  /// Everything that is refused when the archive is opened.
  static let all = ends + directories + layouts + headers + names + limits
}

/// The sound archive from which the hostile ones are made.
let sound = RawArchive(
  RawEntry("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)),
  RawEntry(deflating: Array(repeating: 65, count: 5_000), "content.xml"))

extension HostileArchive {
  static let ends: [HostileArchive] = [
    HostileArchive("an empty file", .empty, []),
    HostileArchive("a text", .notZip, Array("Sehr geehrte Frau Muster".utf8)),
    HostileArchive("a long text", .notZip, Array(repeating: 0x50, count: 200_000)),
    HostileArchive("the first two bytes", .notZip, Array("PK".utf8)),
    HostileArchive("the first four bytes", .truncated, [0x50, 0x4B, 3, 4]),
    HostileArchive("half an archive", .truncated, Array(sound.bytes.prefix(sound.bytes.count / 2))),
    HostileArchive("an archive without its last byte", .truncated, sound.bytes.dropLast()),
    HostileArchive("an empty archive without its last byte", .truncated, RawArchive().bytes.dropLast()),
    HostileArchive("a comment that is cut off", .truncated, sound.with { $0.commentLength = 1 }),
    HostileArchive("one byte behind the end", .trailingBytes, sound.with { $0.trailing = [10] }),
    HostileArchive("a page behind the end", .trailingBytes, sound.with { $0.trailing = noise(4_096) }),
    HostileArchive(
      "a byte behind the comment", .trailingBytes, sound.with { ($0.comment, $0.trailing) = ([1], [2]) }),
    HostileArchive("two archives in a row", .ambiguous, sound.bytes + sound.bytes),
    HostileArchive(
      "two archives in a row, the second with the right offsets", .ambiguous,
      sound.with { ($0.prefix, $0.countsPrefix) = (sound.bytes, true) }),
    HostileArchive("an archive in the comment", .ambiguous, sound.with { $0.comment = RawArchive().bytes }),
    HostileArchive(
      "an end record in the comment that points to the directory", .ambiguous,
      sound.with { $0.comment = Array(sound.bytes.suffix(22)) + [0] }),
    HostileArchive(
      "an empty archive in an entry near the end", .ambiguous, RawEntry("Object 1", RawArchive().bytes)),
    HostileArchive(
      "a ZIP64 end record in an entry near the end", .ambiguous,
      RawEntry("Object 1", little32(0x0706_4B50) + noise(16) + RawArchive(RawEntry("a")).bytes.suffix(22))),
    HostileArchive(
      "an end record as far back as libzip looks, overlapping the real one", .ambiguous,
      RawArchive(RawEntry("a").with { $0.comment = little32(0x0605_4B50) + Array(repeating: 0, count: 16) })
        .with { $0.comment = noise(65_535) }),
    HostileArchive("a second volume", .split, sound.with { $0.volume = 1 }),
    HostileArchive("entries on another volume", .split, sound.with { $0.countOnVolume = 1 }),
    HostileArchive("an entry on another volume", .split, RawEntry("a").with { $0.volume = 3 }),
  ]

  static let directories: [HostileArchive] = [
    HostileArchive("a directory beyond the end", .directory, sound.with { $0.directoryOffset = 1 << 20 }),
    HostileArchive("a directory of 4 GB", .directory, sound.with { $0.directorySize = 0xFFFF_FFFE }),
    HostileArchive("one entry too many announced", .directory, sound.with { $0.count = 3 }),
    HostileArchive("one entry too few announced", .directory, sound.with { $0.count = 1 }),
    HostileArchive("no entry announced", .directory, sound.with { $0.count = 0 }),
    HostileArchive("a broken record", .directory, RawEntry("a").with { $0.centralSignature = 0x0201_4B51 }),
    HostileArchive(
      "a name beyond the directory", .directory, RawEntry("a").with { $0.centralNameLength = 2 }),
    HostileArchive("a header beyond the end", .directory, RawEntry("a").with { $0.headerOffset = 1 << 30 }),
    HostileArchive("a header in the middle of data", .directory, RawEntry("a").with { $0.headerOffset = 1 }),
    HostileArchive("a broken local header", .directory, RawEntry("a").with { $0.localSignature = 0 }),
    HostileArchive(
      "data that reach into the directory", .directory,
      RawEntry(deflating: Array(repeating: 65, count: 500), "a").with { $0.packedSize += 1 }),
    HostileArchive(
      "a broken extra field", .directory, RawEntry("a").with { $0.extra = [9, 9, 200, 0, 1] }),
    HostileArchive(
      "an extra field with a rest", .directory, RawEntry("a").with { $0.extra = [9, 9, 0, 0, 1] }),
    HostileArchive(
      "a comment that is not the UTF-8 it claims to be", .directory,
      RawEntry("a").with { ($0.flags, $0.comment) = (1 << 11, [0xFC]) }),
    HostileArchive(
      "a broken local extra field", .directory, RawEntry("a").with { $0.localExtra = [9, 9, 200, 0, 1] }),
    HostileArchive(
      "a ZIP64 locator", .zip64,
      sound.with { $0.afterDirectory = little32(0x0706_4B50) + Array(repeating: 0, count: 16) }),
    HostileArchive("the ZIP64 mark as count", .zip64, sound.with { $0.count = 0xFFFF }),
    HostileArchive("the ZIP64 mark as directory size", .zip64, sound.with { $0.directorySize = 0xFFFF_FFFF }),
    HostileArchive("the ZIP64 mark as offset", .zip64, sound.with { $0.directoryOffset = 0xFFFF_FFFF }),
    HostileArchive("the ZIP64 mark as size", .zip64, RawEntry("a").with { $0.size = 0xFFFF_FFFF }),
    HostileArchive(
      "the ZIP64 mark as packed size", .zip64, RawEntry("a").with { $0.packedSize = 0xFFFF_FFFF }),
    HostileArchive("the ZIP64 mark as header", .zip64, RawEntry("a").with { $0.headerOffset = 0xFFFF_FFFF }),
    HostileArchive("the ZIP64 mark as volume", .zip64, RawEntry("a").with { $0.volume = 0xFFFF }),
    HostileArchive(
      "a ZIP64 extra field", .zip64, RawEntry("a").with { $0.extra = extraBlock(1, noise(8)) }),
    HostileArchive(
      "a local ZIP64 extra field", .zip64,
      RawEntry("a").with { $0.localExtra = extraBlock(0x5455, [0]) + extraBlock(1, noise(16)) }),
  ]

  static let layouts: [HostileArchive] = [
    HostileArchive("bytes in front of the archive", .gap, sound.with { $0.prefix = Array("#!/bin/sh".utf8) }),
    HostileArchive(
      "bytes in front that the offsets count", .gap,
      sound.with { ($0.prefix, $0.countsPrefix) = (Array("#!/bin/sh".utf8), true) }),
    HostileArchive(
      "a large archive in front of another", .gap,
      sound.with { ($0.prefix, $0.countsPrefix) = (RawArchive(RawEntry("a", noise(9))).bytes, true) }
        .with {
          $0.prefix += noise(70_000); $0.comment = noise(10)
        }),
    HostileArchive("bytes between two entries", .gap, RawEntry("a").with { $0.gap = [0] }),
    HostileArchive(
      "an unlisted entry between two", .gap, RawEntry("a").with { $0.gap = RawEntry("b").local }),
    HostileArchive("bytes behind the last entry", .gap, sound.with { $0.beforeDirectory = [0] }),
    HostileArchive("bytes behind the directory", .gap, sound.with { $0.afterDirectory = [0] }),
    HostileArchive("only bytes and no entry", .gap, RawArchive().with { $0.beforeDirectory = noise(9) }),
    HostileArchive(
      "bytes behind a data descriptor", .gap, RawEntry("a").streamed().with { $0.descriptor += [0] }),
    HostileArchive(
      "two names with one local header", .disagreement,
      RawArchive(RawEntry("a"), RawEntry("b").with { ($0.headerOffset, $0.isHollow) = (0, true) })),
    HostileArchive(
      "two records with one local header", .duplicate,
      RawArchive(RawEntry("a"), RawEntry("a").with { ($0.headerOffset, $0.isHollow) = (0, true) })),
    HostileArchive(
      "data that reach into the next entry", .overlap,
      RawArchive(
        RawEntry("a").with { ($0.size, $0.packedSize) = ($0.size + 1, $0.packedSize + 1) }, RawEntry("b"))),
    HostileArchive("an entry inside another", .overlap, nested),
  ]

  /// The second entry's header lies inside the first one's stored data.
  private static let nested: RawArchive = {
    let inner = RawEntry("b", Array("innen".utf8))
    return RawArchive(
      RawEntry("a", inner.local), inner.with { ($0.headerOffset, $0.isHollow) = (31, true) })
  }()
}
