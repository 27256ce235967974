internal import ZipArchive

/// An archive put together byte by byte, in which every field can lie.
package struct RawArchive {
  package var entries: [RawEntry]
  /// Bytes in front of everything; the offsets do not count them unless `countsPrefix`.
  package var prefix: [UInt8] = []
  package var countsPrefix = false
  /// Bytes between the last entry and the directory, and between the directory and the end record.
  package var beforeDirectory: [UInt8] = []
  package var afterDirectory: [UInt8] = []
  package var comment: [UInt8] = []
  package var commentLength: Int?
  package var volume = 0
  package var count: Int?
  package var countOnVolume: Int?
  package var directorySize: Int?
  package var directoryOffset: Int?
  package var trailing: [UInt8] = []

  package init(_ entries: RawEntry...) {
    self.entries = entries
  }

  package init(_ entries: [RawEntry]) {
    self.entries = entries
  }

  package var bytes: [UInt8] {
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
  package func with(_ change: (inout RawArchive) -> Void) -> RawArchive {
    var copy = self
    change(&copy)
    return copy
  }
}
