/// An archive's table of contents, scanned and found sound before libzip sees the bytes.
///
/// libzip's own check (`ZIP_CHECKCONS`) misses overlapping entries, bombs, bad names, links and two
/// archives in one file, and it does not show where an entry lies. The scan costs one pass over the
/// directory and the local headers; it touches none of the data.
struct CentralDirectory {
  /// The files in the order of the directory, and the place of each one's packed bytes.
  private(set) var files: [(record: DirectoryRecord, data: Range<Int>)] = []

  /// The number of records, directories included.
  let recordCount: Int

  /// Scans an archive.
  init(_ bytes: [UInt8], limits: ZipLimits) throws(ZipFailure) {
    // The size comes first: it costs nothing to know.
    guard bytes.count <= limits.packedSize else { throw ZipFailure(.tooLarge) }
    let end = try EndRecord.find(in: bytes)
    guard end.entryCount <= limits.entries else { throw ZipFailure(.tooMany) }
    recordCount = end.entryCount
    let records = try Self.records(bytes, end, limits)
    try Self.checkNames(records)

    var headers: [LocalHeader] = []
    headers.reserveCapacity(records.count)
    for record in records {
      headers.append(try LocalHeader(bytes, of: record, end: end.directoryOffset, limits: limits))
    }
    files = headers.filter { !$0.record.isDirectory }.map { ($0.record, $0.data) }
    try Self.checkLayout(bytes, headers, end: end.directoryOffset)
  }

  private static func records(
    _ bytes: [UInt8], _ end: EndRecord, _ limits: ZipLimits
  ) throws(ZipFailure) -> [DirectoryRecord] {
    var records: [DirectoryRecord] = []
    records.reserveCapacity(end.entryCount)
    var offset = end.directoryOffset
    var unpackedSize = 0
    while offset < end.offset {
      guard records.count < end.entryCount else { throw ZipFailure(.directory) }
      let record = try DirectoryRecord(
        bytes, at: offset, end: end.offset, index: records.count, limits: limits)
      unpackedSize += record.entry.size
      guard unpackedSize <= limits.unpackedSize else { throw ZipFailure(.bomb, entry: record.entry.name) }
      records.append(record)
      offset += record.length
    }
    guard records.count == end.entryCount else { throw ZipFailure(.directory) }
    return records
  }

  private static func checkNames(_ records: [DirectoryRecord]) throws(ZipFailure) {
    var seen = Set<String>(minimumCapacity: records.count)
    for record in records {
      guard seen.insert(ZipEntryName.key(record.entry.name)).inserted else {
        throw ZipFailure(.duplicate, entry: record.entry.name)
      }
    }
  }

  /// Checks that the entries cover the bytes before the directory once and without a gap.
  private static func checkLayout(
    _ bytes: [UInt8], _ headers: [LocalHeader], end: Int
  ) throws(ZipFailure) {
    let sorted = headers.sorted { $0.record.headerOffset < $1.record.headerOffset }
    guard sorted.first?.record.headerOffset ?? end == 0 else {
      throw ZipFailure(.gap, entry: sorted.first?.record.entry.name)
    }
    for (position, header) in sorted.enumerated() {
      let next = position + 1 < sorted.count ? sorted[position + 1].record.headerOffset : end
      try header.checkEnd(bytes, next: next)
    }
  }
}
