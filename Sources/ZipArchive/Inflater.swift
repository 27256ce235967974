internal import CDeflate

/// Unpacks raw deflate streams (RFC 1951) that do not lie in an archive as such, like those of encrypted files.
public enum Inflater {
  /// Unpacks a stream that must give exactly `size` bytes and end where its input ends.
  ///
  /// Nothing is unpacked when the sizes alone break the `limits` for one entry (`ratio`, `unpackedSize`). Throws `bomb`
  /// for that, `size` when the stream gives more or less, `damaged` when it is broken or bytes follow it, `library`
  /// when there is no memory.
  public static func inflate(
    _ packed: [UInt8], to size: Int, limits: ZipLimits = .document
  ) throws(ZipFailure) -> [UInt8] {
    guard size >= 0 else { throw ZipFailure(.size) }
    guard size <= limits.unpackedSize, limits.allowsRatio(of: size, to: packed.count) else {
      throw ZipFailure(.bomb)
    }
    guard let decompressor = libdeflate_alloc_decompressor() else { throw ZipFailure(.library) }
    defer { libdeflate_free_decompressor(decompressor) }
    var status = LIBDEFLATE_BAD_DATA
    var consumed = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: max(1, size)) { output, count in
      var made = 0
      status = packed.withUnsafeBytes { input in
        libdeflate_deflate_decompress_ex(
          decompressor, input.baseAddress, input.count, output.baseAddress, size, &consumed, &made)
      }
      count = status == LIBDEFLATE_SUCCESS ? made : 0
    }
    guard status == LIBDEFLATE_SUCCESS else {
      throw ZipFailure(status == LIBDEFLATE_INSUFFICIENT_SPACE ? .size : .damaged)
    }
    guard bytes.count == size else { throw ZipFailure(.size) }
    guard consumed == packed.count else { throw ZipFailure(.damaged) }
    return bytes
  }
}
