/// Reads an archive that is in memory.
///
/// The whole archive is checked when the reader is made (see ``ZipFailure/Code``); what can only be
/// known by unpacking is checked for each entry when it is read. Directories are checked and then
/// forgotten: a reader knows files only.
///
/// A reader is not `Sendable`, because libzip keeps a position in its memory.
public final class ZipReader {
  /// The files in the order of the central directory, directories left out.
  public let entries: [ZipEntry]

  private let archive: LibZipArchive
  private let directory: CentralDirectory
  private let positions: [String: Int]

  /// Checks an archive and opens it.
  ///
  /// The bytes are not copied; a refused archive costs no memory worth speaking of.
  public init(_ bytes: [UInt8], limits: ZipLimits = .document) throws(ZipFailure) {
    let directory = try CentralDirectory(bytes, limits: limits)
    archive = try LibZipArchive(bytes, entryCount: directory.recordCount)
    self.directory = directory
    entries = directory.files.map(\.record.entry)
    var positions: [String: Int] = [:]
    positions.reserveCapacity(entries.count)
    for (position, entry) in entries.enumerated() { positions[entry.name] = position }
    self.positions = positions
  }

  /// Whether there is a file of this name; case matters.
  public func contains(_ name: String) -> Bool {
    positions[name] != nil
  }

  /// Unpacks a file and verifies its size and checksum.
  ///
  /// `atMost` is the largest declared size in bytes that the caller is ready for, inclusive; a larger
  /// file is refused with ``ZipFailure/Code/tooLarge`` before anything is unpacked. A file that turns
  /// out larger than declared is given up after one byte too many.
  public func contents(of name: String, atMost limit: Int? = nil) throws(ZipFailure) -> [UInt8] {
    let (record, _) = try file(name)
    if let limit, record.entry.size > limit { throw ZipFailure(.tooLarge, entry: name) }
    return try archive.contents(of: record)
  }

  /// The file as it is packed, to be copied into another archive.
  ///
  /// It is unpacked once to verify its size and checksum, so that a broken file is never passed on;
  /// the result can then be written any number of times.
  public func packed(_ name: String) throws(ZipFailure) -> PackedEntry {
    let (record, data) = try file(name)
    try archive.verify(record)
    let entry = record.entry
    // Some writers leave out even the empty deflate stream of an empty file, which not every reader forgives.
    if data.isEmpty { return PackedEntry(storing: [], name: entry.name) }
    return PackedEntry(
      name: entry.name, method: entry.method, crc32: entry.crc32, size: entry.size,
      bytes: archive.bytes(data))
  }

  private func file(_ name: String) throws(ZipFailure) -> (DirectoryRecord, Range<Int>) {
    guard let position = positions[name] else { throw ZipFailure(.missing, entry: name) }
    return directory.files[position]
  }
}
