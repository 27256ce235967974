/// Writes an archive in memory; the same entries in the same order give the same bytes.
///
/// Every header is as plain as the format allows: no extra fields, no data descriptors, no comment,
/// the date 1980-01-01 00:00. That is what ODF asks of its `mimetype` entry, and it leaves no trace of
/// when and where a document was made. Nothing can be written that ``ZipReader`` would refuse, apart
/// from the limits on size and number.
public struct ZipWriter: Sendable {
  private var output: [UInt8] = []
  private var directory: [UInt8] = []
  private var names: Set<String> = []

  /// Begins an empty archive.
  public init() {}

  /// Adds an entry as it is packed.
  ///
  /// Refused are a name that ``ZipReader`` would refuse or that ends in a slash, a name that is taken,
  /// and whatever would need ZIP64: 4 GiB or more, or more than 65,534 entries. After a refusal the
  /// writer is as it was before.
  public mutating func add(_ entry: PackedEntry) throws(ZipFailure) {
    try ZipEntryName.check(entry.name, limit: ZipLimits.document.nameLength)
    let name = Array(entry.name.utf8)
    guard name.last != UInt8(ascii: "/") else { throw ZipFailure(.path, entry: entry.name) }
    guard names.count < 0xFFFE else { throw ZipFailure(.tooMany, entry: entry.name) }
    let growth = entry.bytes.count + 2 * name.count + RecordLength.localHeader + RecordLength.directoryRecord
    guard entry.size < 0xFFFF_FFFF, entry.size >= 0,
      output.count + directory.count + growth + RecordLength.endRecord < 0xFFFF_FFFF
    else { throw ZipFailure(.tooLarge, entry: entry.name) }
    guard names.insert(ZipEntryName.key(entry.name)).inserted else {
      throw ZipFailure(.duplicate, entry: entry.name)
    }

    let common = Self.commonFields(of: entry, name: name)
    let offset = output.count
    output.append32(Signature.localHeader)
    output += common
    output += name
    output += entry.bytes

    directory.append32(Signature.directoryRecord)
    directory.append16(20)  // made by: version 2.0, no operating system's attributes
    directory += common
    directory.append(contentsOf: [
      0, 0,  // comment length
      0, 0,  // volume
      0, 0,  // internal attributes
      0, 0, 0, 0,  // external attributes
    ])
    directory.append32(offset)
    directory += name
  }

  /// The fields that the local header and the directory record share, from "version needed" on.
  private static func commonFields(of entry: PackedEntry, name: [UInt8]) -> [UInt8] {
    var fields: [UInt8] = []
    fields.reserveCapacity(26)
    fields.append16(20)  // version needed: 2.0, deflate
    fields.append16(name.allSatisfy { $0 < 0x80 } ? 0 : 1 << 11)  // flags: the name is UTF-8
    fields.append16(Int(entry.method.rawValue))
    fields.append16(0)  // 00:00
    fields.append16(0x0021)  // 1980-01-01
    fields.append32(Int(entry.crc32))
    fields.append32(entry.bytes.count)
    fields.append32(entry.size)
    fields.append16(name.count)
    fields.append16(0)  // extra field length
    return fields
  }

  /// Adds a file without compressing it, as ODF demands for `mimetype`.
  public mutating func addStored(_ name: String, _ bytes: [UInt8]) throws(ZipFailure) {
    try add(PackedEntry(storing: bytes, name: name))
  }

  /// The finished archive.
  public consuming func finish() -> [UInt8] {
    let directoryOffset = output.count
    output.append(contentsOf: directory)
    output.append32(Signature.endRecord)
    output.append16(0)  // this volume
    output.append16(0)  // the directory's volume
    output.append16(names.count)
    output.append16(names.count)
    output.append32(directory.count)
    output.append32(directoryOffset)
    output.append16(0)  // comment length
    return output
  }
}

extension [UInt8] {
  fileprivate mutating func append16(_ number: Int) {
    append(UInt8(truncatingIfNeeded: number))
    append(UInt8(truncatingIfNeeded: number >> 8))
  }

  fileprivate mutating func append32(_ number: Int) {
    append16(number)
    append16(number >> 16)
  }
}
