import ZipArchive

/// An archive put together byte by byte, in which every field can lie.
struct RawArchive {
  var entries: [RawEntry]
  /// Bytes in front of everything; the offsets do not count them unless `countsPrefix`.
  var prefix: [UInt8] = []
  var countsPrefix = false
  /// Bytes between the last entry and the directory, and between the directory and the end record.
  var beforeDirectory: [UInt8] = []
  var afterDirectory: [UInt8] = []
  var comment: [UInt8] = []
  var commentLength: Int?
  var volume = 0
  var count: Int?
  var countOnVolume: Int?
  var directorySize: Int?
  var directoryOffset: Int?
  var trailing: [UInt8] = []

  init(_ entries: RawEntry...) {
    self.entries = entries
  }

  init(_ entries: [RawEntry]) {
    self.entries = entries
  }

  var bytes: [UInt8] {
    var output = prefix
    let base = countsPrefix ? 0 : prefix.count
    var offsets: [Int] = []
    for entry in entries {
      output += entry.gap
      offsets.append(output.count - base)
      output += entry.local
    }
    output += beforeDirectory
    let start = output.count
    for (entry, offset) in zip(entries, offsets) where !entry.isUnlisted {
      output += entry.central(offset: offset)
    }
    let size = output.count - start
    output += afterDirectory
    output += little32(0x0605_4B50) + little16(volume) + little16(volume)
    let listed = count ?? entries.count { !$0.isUnlisted }
    output += little16(countOnVolume ?? listed) + little16(listed)
    output += little32(directorySize ?? size) + little32(directoryOffset ?? start - base)
    output += little16(commentLength ?? comment.count) + comment
    return output + trailing
  }

  /// The same archive with some fields changed.
  func with(_ change: (inout RawArchive) -> Void) -> RawArchive {
    var copy = self
    change(&copy)
    return copy
  }
}

/// One entry of a raw archive: the declared values, and where the local header says something else.
struct RawEntry {
  var name: [UInt8]
  var packed: [UInt8]
  var method: Int
  var crc32: Int
  var size: Int
  var packedSize: Int
  var flags = 0
  var madeBy = 20
  var volume = 0
  var attributes = 0
  var extra: [UInt8] = []
  var comment: [UInt8] = []
  var headerOffset: Int?

  var gap: [UInt8] = []
  var localSignature = 0x0403_4B50
  var localName: [UInt8]?
  var localFlags: Int?
  var localMethod: Int?
  var localCRC32: Int?
  var localSize: Int?
  var localPackedSize: Int?
  var localExtra: [UInt8] = []
  var descriptor: [UInt8] = []
  var centralSignature = 0x0201_4B50
  var centralNameLength: Int?
  /// Whether only the directory knows the entry, whose header then lies elsewhere.
  var isHollow = false
  /// Whether the directory leaves the entry out.
  var isUnlisted = false

  /// A stored file.
  init(_ name: String, _ contents: [UInt8] = Array("Inhalt".utf8)) {
    self.init(bytes: Array(name.utf8), PackedEntry(storing: contents, name: name))
  }

  /// A file packed by the library.
  init(deflating contents: [UInt8], _ name: String) {
    self.init(bytes: Array(name.utf8), Deflater().pack(name, contents))
  }

  init(bytes name: [UInt8], _ entry: PackedEntry = PackedEntry(storing: [], name: "")) {
    self.name = name
    packed = entry.bytes
    method = Int(entry.method.rawValue)
    crc32 = Int(entry.crc32)
    size = entry.size
    packedSize = entry.bytes.count
  }

  /// The same entry with some fields changed.
  func with(_ change: (inout RawEntry) -> Void) -> RawEntry {
    var copy = self
    change(&copy)
    return copy
  }

  /// The same entry as a writer that cannot go back writes it: sizes behind the data.
  func streamed(signature: Bool = true) -> RawEntry {
    with {
      $0.flags |= 8
      ($0.localCRC32, $0.localSize, $0.localPackedSize) = (0, 0, 0)
      $0.descriptor = signature ? little32(0x0807_4B50) : []
      $0.descriptor += little32(crc32) + little32(packedSize) + little32(size)
    }
  }

  var local: [UInt8] {
    guard !isHollow else { return [] }
    let name = localName ?? name
    var output = little32(localSignature) + little16(20) + little16(localFlags ?? flags)
    output += little16(localMethod ?? method) + little16(0) + little16(0x21)
    output += little32(localCRC32 ?? crc32) + little32(localPackedSize ?? packedSize)
    output += little32(localSize ?? size) + little16(name.count) + little16(localExtra.count)
    return output + name + localExtra + packed + descriptor
  }

  func central(offset: Int) -> [UInt8] {
    var output = little32(centralSignature) + little16(madeBy) + little16(20) + little16(flags)
    output += little16(method) + little16(0) + little16(0x21) + little32(crc32)
    output += little32(packedSize) + little32(size) + little16(centralNameLength ?? name.count)
    output += little16(extra.count) + little16(comment.count) + little16(volume) + little16(0)
    output += little32(attributes) + little32(headerOffset ?? offset)
    return output + name + extra + comment
  }
}

func little16(_ number: Int) -> [UInt8] {
  [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
}

func little32(_ number: Int) -> [UInt8] {
  little16(number) + little16(number >> 16)
}

/// A block of an extra field.
func extraBlock(_ number: Int, _ data: [UInt8]) -> [UInt8] {
  little16(number) + little16(data.count) + data
}

/// Bytes that look random and are the same in every run (xorshift64).
func noise(_ count: Int, seed: UInt64 = 0x9E37_79B9_7F4A_7C15) -> [UInt8] {
  var state = seed
  return (0..<count).map { _ in
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return UInt8(truncatingIfNeeded: state >> 32)
  }
}
