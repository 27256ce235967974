internal import CDeflate
internal import Synchronization

/// Packs files for an archive with one compressor that is used again and again.
///
/// Making a compressor costs as much as packing a letter, so keep one for many documents, or take a spare one with
/// ``withSpare(_:)``. Tasks that share one wait for each other. The same bytes give the same packed bytes for a level
/// and a version of libdeflate.
public final class Deflater: Sendable {
  private let compressor: Mutex<Compressor>

  /// Makes a compressor.
  ///
  /// `level` goes from 1 (fastest) to 12 (smallest); a number outside is taken as the nearest one.
  public init(level: Int = 6) {
    compressor = Mutex(Compressor(level: Int32(min(max(level, 1), 12))))
  }

  /// The compressors of level 6 that nobody uses at the moment, at most as many as were ever used at once.
  private static let spare = Mutex<[Deflater]>([])

  /// Lends a compressor of level 6 that nobody else has meanwhile.
  public static func withSpare<Result, Failure: Error>(
    _ body: (Deflater) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let own = spare.withLock { $0.popLast() } ?? Deflater()
    defer { spare.withLock { $0.append(own) } }
    return try body(own)
  }

  /// Packs a file; if that does not make it smaller, it is stored as it is.
  ///
  /// It is also stored if there was no memory for a compressor: a larger archive is still a right one.
  public func pack(_ name: String, _ bytes: [UInt8]) -> PackedEntry {
    compressor.withLock { $0.pack(name, bytes) }
  }

  /// Packs a file that is often the same from one archive to the next, such as a manifest: if it was the last one of
  /// its name, it is not packed again.
  public func packRepeated(_ name: String, _ bytes: [UInt8]) -> PackedEntry {
    compressor.withLock { compressor in
      if let last = compressor.last[name], last.bytes == bytes { return last.entry }
      let entry = compressor.pack(name, bytes)
      compressor.last[name] = (bytes, entry)
      return entry
    }
  }

  /// Packs bytes as a raw deflate stream, even where that makes them longer; nil if there was no memory.
  public func stream(_ bytes: [UInt8]) -> [UInt8]? {
    compressor.withLock { $0.stream(bytes) }
  }
}

/// What belongs to one compressor of libdeflate.
private struct Compressor: ~Copyable {
  private let pointer: OpaquePointer?
  /// What was packed last under the names of that which is often the same.
  var last: [String: (bytes: [UInt8], entry: PackedEntry)] = [:]

  init(level: Int32) {
    pointer = libdeflate_alloc_compressor(level)
  }

  deinit {
    libdeflate_free_compressor(pointer)
  }

  func pack(_ name: String, _ bytes: [UInt8]) -> PackedEntry {
    // With room for one byte less than the original, libdeflate gives up as soon as packing is in vain.
    guard bytes.count > 1, let packed = deflate(bytes, atMost: bytes.count - 1) else {
      return PackedEntry(storing: bytes, name: name)
    }
    return PackedEntry(
      name: name, method: .deflated, crc32: Checksum.crc32(of: bytes), size: bytes.count, bytes: packed)
  }

  func stream(_ bytes: [UInt8]) -> [UInt8]? {
    deflate(bytes, atMost: libdeflate_deflate_compress_bound(pointer, bytes.count))
  }

  private func deflate(_ bytes: [UInt8], atMost size: Int) -> [UInt8]? {
    guard let pointer else { return nil }
    let packed = [UInt8](unsafeUninitializedCapacity: size) { output, count in
      count = bytes.withUnsafeBytes { input in
        libdeflate_deflate_compress(pointer, input.baseAddress, input.count, output.baseAddress, output.count)
      }
    }
    return packed.isEmpty ? nil : packed
  }
}
