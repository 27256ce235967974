internal import CLibZip

/// An archive opened by libzip, after the scan accepted it.
final class LibZipArchive {
  private let source: ArchiveSource
  private let archive: OpaquePointer

  /// Opens an archive of `entryCount` records.
  init(_ bytes: [UInt8], entryCount: Int) throws(ZipFailure) {
    source = ArchiveSource(bytes)
    guard let archive = Self.open(source) else { throw ZipFailure(.library) }
    guard zip_get_num_entries(archive, 0) == Int64(entryCount) else {
      zip_discard(archive)
      throw ZipFailure(.ambiguous)
    }
    self.archive = archive
  }

  deinit {
    zip_discard(archive)
  }

  private static func open(_ bytes: ArchiveSource) -> OpaquePointer? {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = bytes.make(&error) else { return nil }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      // Only an archive that could be opened owns its source.
      zip_source_free(source)
      return nil
    }
    return archive
  }

  /// A copy of a stretch of the archive's own bytes.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    Array(source.bytes[range])
  }

  /// Unpacks an entry.
  func contents(of record: DirectoryRecord) throws(ZipFailure) -> [UInt8] {
    let file = try open(record)
    var failure: ZipFailure?
    let contents = [UInt8](unsafeUninitializedCapacity: record.entry.size) { buffer, count in
      while count < buffer.count, failure == nil {
        let wanted = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let read = zip_fread(file, wanted.baseAddress, UInt64(wanted.count))
        if read <= 0 {
          failure = Self.failure(file, record, unpacked: count)
        } else {
          count += Int(read)
        }
      }
    }
    try close(file, record, failure)
    return contents
  }

  /// Unpacks an entry without keeping the contents, to know that it is sound.
  func verify(_ record: DirectoryRecord) throws(ZipFailure) {
    let file = try open(record)
    var failure: ZipFailure?
    var remaining = record.entry.size
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
      while remaining > 0, failure == nil {
        let read = zip_fread(file, buffer.baseAddress, UInt64(min(buffer.count, remaining)))
        if read <= 0 {
          failure = Self.failure(file, record, unpacked: record.entry.size - remaining)
        } else {
          remaining -= Int(read)
        }
      }
    }
    try close(file, record, failure)
  }

  /// Opens an entry for reading, if it is the one that the scan saw.
  private func open(_ record: DirectoryRecord) throws(ZipFailure) -> OpaquePointer {
    var status = zip_stat_t()
    let entry = record.entry
    guard zip_stat_index(archive, UInt64(record.index), zip_flags_t(ZIP_FL_ENC_RAW), &status) == 0,
      let name = status.name, String(cString: name).utf8.elementsEqual(entry.name.utf8),
      status.size == UInt64(entry.size), status.comp_size == UInt64(entry.packedSize),
      status.crc == entry.crc32, status.comp_method == entry.method.rawValue
    else { throw ZipFailure(.ambiguous, entry: entry.name) }
    guard let file = zip_fopen_index(archive, UInt64(record.index), 0) else {
      throw ZipFailure(.library, entry: entry.name)
    }
    return file
  }

  /// Reads past the end, which is when libzip compares the checksum, and closes the entry.
  private func close(
    _ file: OpaquePointer, _ record: DirectoryRecord, _ failure: ZipFailure?
  ) throws(ZipFailure) {
    var failure = failure
    if failure == nil {
      var surplus: UInt8 = 0
      let read = zip_fread(file, &surplus, 1)
      if read > 0 {
        failure = ZipFailure(.size, entry: record.entry.name)
      } else if read < 0 {
        failure = Self.failure(file, record, unpacked: record.entry.size)
      }
    }
    let status = zip_fclose(file)
    if let failure { throw failure }
    guard status == 0 else { throw ZipFailure(.damaged, entry: record.entry.name) }
  }

  /// Says why reading stopped after a number of unpacked bytes.
  private static func failure(_ file: OpaquePointer, _ record: DirectoryRecord, unpacked: Int) -> ZipFailure {
    let code: ZipFailure.Code =
      switch zip_error_code_zip(zip_file_get_error(file)) {
      case ZIP_ER_MEMORY, ZIP_ER_INTERNAL: .library
      // The end was reached, so the stream is whole; whether its size is right is known better here.
      case ZIP_ER_OK, ZIP_ER_CRC, ZIP_ER_INCONS: unpacked == record.entry.size ? .checksum : .size
      default: .damaged
      }
    return ZipFailure(code, entry: record.entry.name)
  }
}
