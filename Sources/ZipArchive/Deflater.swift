internal import CDeflate

/// Packs files for an archive with one compressor that is used again and again.
///
/// Making a compressor costs as much as packing a letter, so keep one for many documents. It is not
/// `Sendable`: each task needs its own. The same bytes give the same packed bytes for a level and a
/// version of libdeflate.
public final class Deflater {
  private let compressor: OpaquePointer?

  /// Makes a compressor.
  ///
  /// `level` goes from 1 (fastest) to 12 (smallest); a number outside is taken as the nearest one.
  public init(level: Int = 6) {
    compressor = libdeflate_alloc_compressor(Int32(min(max(level, 1), 12)))
  }

  deinit {
    libdeflate_free_compressor(compressor)
  }

  /// Packs a file; if that does not make it smaller, it is stored as it is.
  ///
  /// It is also stored if there was no memory for a compressor: a larger archive is still a right one.
  public func pack(_ name: String, _ bytes: [UInt8]) -> PackedEntry {
    guard let packed = deflate(bytes) else { return PackedEntry(storing: bytes, name: name) }
    return PackedEntry(
      name: name, method: .deflated, crc32: Checksum.crc32(of: bytes), size: bytes.count, bytes: packed)
  }

  /// Packs bytes as a raw deflate stream, even where that makes them longer; nil if there was no memory.
  public func stream(_ bytes: [UInt8]) -> [UInt8]? {
    deflate(bytes, atMost: libdeflate_deflate_compress_bound(compressor, bytes.count))
  }

  private func deflate(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > 1 else { return nil }
    // With room for one byte less than the original, libdeflate gives up as soon as packing is in vain.
    return deflate(bytes, atMost: bytes.count - 1)
  }

  private func deflate(_ bytes: [UInt8], atMost size: Int) -> [UInt8]? {
    guard let compressor else { return nil }
    let packed = [UInt8](unsafeUninitializedCapacity: size) { output, count in
      count = bytes.withUnsafeBytes { input in
        libdeflate_deflate_compress(
          compressor, input.baseAddress, input.count, output.baseAddress, output.count)
      }
    }
    return packed.isEmpty ? nil : packed
  }
}
