package import ZipArchive

/// One entry of a raw archive: the declared values, and where the local header says something else.
package struct RawEntry {
  package var name: [UInt8]
  package var packed: [UInt8]
  package var method: Int
  package var crc32: Int
  package var size: Int
  package var packedSize: Int
  package var flags = 0
  package var madeBy = 20
  package var volume = 0
  package var attributes = 0
  package var extra: [UInt8] = []
  package var comment: [UInt8] = []
  package var headerOffset: Int?

  package var gap: [UInt8] = []
  package var localSignature = 0x0403_4B50
  package var localName: [UInt8]?
  package var localFlags: Int?
  package var localMethod: Int?
  package var localCRC32: Int?
  package var localSize: Int?
  package var localPackedSize: Int?
  package var localExtra: [UInt8] = []
  package var descriptor: [UInt8] = []
  package var centralSignature = 0x0201_4B50
  package var centralNameLength: Int?
  /// Whether only the directory knows the entry, whose header then lies elsewhere.
  package var isHollow = false
  /// Whether the directory leaves the entry out.
  package var isUnlisted = false

  /// A stored file.
  package init(_ name: String, _ contents: [UInt8] = Array("Inhalt".utf8)) {
    self.init(bytes: Array(name.utf8), PackedEntry(storing: contents, name: name))
  }

  /// A file packed by the library.
  package init(deflating contents: [UInt8], _ name: String) {
    self.init(bytes: Array(name.utf8), Deflater().pack(name, contents))
  }

  package init(bytes name: [UInt8], _ entry: PackedEntry = PackedEntry(storing: [], name: "")) {
    self.name = name
    packed = entry.bytes
    method = Int(entry.method.rawValue)
    crc32 = Int(entry.crc32)
    size = entry.size
    packedSize = entry.bytes.count
  }

  /// The same entry with some fields changed.
  package func with(_ change: (inout RawEntry) -> Void) -> RawEntry {
    var copy = self
    change(&copy)
    return copy
  }

  /// The same entry as a writer that cannot go back writes it: sizes behind the data.
  package func streamed(signature: Bool = true) -> RawEntry {
    with {
      $0.flags |= 8
      ($0.localCRC32, $0.localSize, $0.localPackedSize) = (0, 0, 0)
      $0.descriptor = signature ? little32(0x0807_4B50) : []
      $0.descriptor += little32(crc32) + little32(packedSize) + little32(size)
    }
  }

  package var local: [UInt8] {
    guard !isHollow else { return [] }
    let name = localName ?? name
    var output = little32(localSignature) + little16(20) + little16(localFlags ?? flags)
    output += little16(localMethod ?? method) + little16(0) + little16(0x21)
    output += little32(localCRC32 ?? crc32) + little32(localPackedSize ?? packedSize)
    output += little32(localSize ?? size) + little16(name.count) + little16(localExtra.count)
    return output + name + localExtra + packed + descriptor
  }

  package func central(offset: Int) -> [UInt8] {
    var output = little32(centralSignature) + little16(madeBy) + little16(20) + little16(flags)
    output += little16(method) + little16(0) + little16(0x21) + little32(crc32)
    output += little32(packedSize) + little32(size) + little16(centralNameLength ?? name.count)
    output += little16(extra.count) + little16(comment.count) + little16(volume) + little16(0)
    output += little32(attributes) + little32(headerOffset ?? offset)
    return output + name + extra + comment
  }
}
