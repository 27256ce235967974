internal import CLibZip

/// An archive's bytes where libzip can read them.
///
/// libzip wants either a copy of its own or a function to ask. An archive may be 64 MiB, so it gets the function:
/// the bytes stay the array they are, and no address of it outlives a call.
final class ArchiveSource {
  let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Hands itself to libzip, which keeps it alive until the source is freed; nil when memory is exhausted.
  func make(_ error: inout zip_error_t) -> OpaquePointer? {
    let retained = Unmanaged.passRetained(self)
    guard let source = zip_source_function_create(Self.answer, retained.toOpaque(), &error) else {
      retained.release()
      return nil
    }
    return source
  }

  /// What libzip calls; -1 says that a request cannot be met.
  private static let answer: zip_source_callback = { state, data, length, command in
    guard let state else { return -1 }
    let source = Unmanaged<ArchiveSource>.fromOpaque(state)
    if command == ZIP_SOURCE_FREE {
      source.release()
      return 0
    }
    return source.takeUnretainedValue().answer(command, data, length)
  }

  private func answer(
    _ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: zip_uint64_t
  ) -> zip_int64_t {
    switch command {
    case ZIP_SOURCE_OPEN:
      position = 0
      return 0
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_READ: return read(into: data, length)
    case ZIP_SOURCE_SEEK:
      let target = zip_source_seek_compute_offset(
        zip_uint64_t(position), zip_uint64_t(bytes.count), data, length, nil)
      guard target >= 0 else { return -1 }
      position = Int(target)
      return 0
    case ZIP_SOURCE_TELL: return zip_int64_t(position)
    case ZIP_SOURCE_STAT: return describe(in: data, length)
    case ZIP_SOURCE_SUPPORTS: return Self.supported
    case ZIP_SOURCE_ERROR:
      var none = zip_error_t()
      zip_error_init(&none)
      return zip_error_to_data(&none, data, length)
    default: return -1
    }
  }

  private func read(into data: UnsafeMutableRawPointer?, _ length: zip_uint64_t) -> zip_int64_t {
    let count = Int(min(length, zip_uint64_t(bytes.count - position)))
    guard let data, count > 0 else { return 0 }
    bytes.withUnsafeBytes {
      if let start = $0.baseAddress { data.copyMemory(from: start + position, byteCount: count) }
    }
    position += count
    return zip_int64_t(count)
  }

  private func describe(in data: UnsafeMutableRawPointer?, _ length: zip_uint64_t) -> zip_int64_t {
    guard let data, length >= zip_uint64_t(MemoryLayout<zip_stat_t>.size) else { return -1 }
    let status = data.assumingMemoryBound(to: zip_stat_t.self)
    zip_stat_init(status)
    status.pointee.size = zip_uint64_t(bytes.count)
    status.pointee.valid |= zip_uint64_t(ZIP_STAT_SIZE)
    return zip_int64_t(MemoryLayout<zip_stat_t>.size)
  }

  private static let supported = [
    ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
    ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
  ].reduce(zip_int64_t(0)) { $0 | 1 << zip_int64_t($1.rawValue) }
}
