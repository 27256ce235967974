/// The header in front of an entry's data (APPNOTE.TXT 4.3.7), compared with the central directory.
///
/// Readers that walk through the file believe this header, others the directory. An archive in which
/// the two differ shows different documents to different programs, so it is refused.
struct LocalHeader {
  /// What the header belongs to.
  let record: DirectoryRecord

  /// Where the packed data are.
  let data: Range<Int>

  private let flags: GeneralFlags

  /// Reads the header of an entry; `end` is where the central directory begins.
  init(
    _ bytes: [UInt8], of record: DirectoryRecord, end: Int, limits: ZipLimits
  ) throws(ZipFailure) {
    let entry = record.entry
    guard let fixed = Record(bytes, at: record.headerOffset, length: RecordLength.localHeader),
      fixed.number32(0) == Signature.localHeader
    else { throw ZipFailure(.directory, entry: entry.name) }
    let nameStart = record.headerOffset + RecordLength.localHeader
    let extraStart = nameStart + fixed.number16(26)
    let dataStart = extraStart + fixed.number16(28)
    guard dataStart + entry.packedSize <= end else { throw ZipFailure(.directory, entry: entry.name) }

    self.record = record
    flags = GeneralFlags(fixed.number16(6))
    data = dataStart..<dataStart + entry.packedSize
    let method = try flags.method(fixed.number16(8), entry: entry.name)
    guard method == entry.method, bytes[nameStart..<extraStart].elementsEqual(entry.name.utf8) else {
      throw ZipFailure(.disagreement, entry: entry.name)
    }
    try ExtraField.check(bytes, extraStart..<dataStart, entry: entry.name, limits: limits)
    let declared = [(14, Int(entry.crc32)), (18, entry.packedSize), (22, entry.size)]
    for (offset, value) in declared {
      let local = fixed.number32(offset)
      guard local == value || flags.hasDataDescriptor && local == 0 else {
        throw ZipFailure(.disagreement, entry: entry.name)
      }
    }
  }

  /// Checks that the entry ends exactly where the next one (or the directory) begins.
  func checkEnd(_ bytes: [UInt8], next: Int) throws(ZipFailure) {
    let rest = next - data.upperBound
    guard rest >= 0 else { throw ZipFailure(.overlap, entry: record.entry.name) }
    guard flags.hasDataDescriptor else {
      guard rest == 0 else { throw ZipFailure(.gap, entry: record.entry.name) }
      return
    }
    try checkDescriptor(bytes, length: rest)
  }

  /// Compares the data descriptor (APPNOTE.TXT 4.3.9), with or without its customary signature.
  private func checkDescriptor(_ bytes: [UInt8], length: Int) throws(ZipFailure) {
    let entry = record.entry
    guard length <= 16 else { throw ZipFailure(.gap, entry: entry.name) }
    guard length == 12 || length == 16,
      let descriptor = Record(bytes, at: data.upperBound, length: length),
      length == 12 || descriptor.number32(0) == Signature.dataDescriptor,
      descriptor.number32(length - 12) == Int(entry.crc32),
      descriptor.number32(length - 8) == entry.packedSize,
      descriptor.number32(length - 4) == entry.size
    else { throw ZipFailure(.disagreement, entry: entry.name) }
  }
}
