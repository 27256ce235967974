/// One file in an archive, as the central directory declares it.
public struct ZipEntry: Hashable, Sendable {
  /// How an entry's bytes are kept; the raw value is the method's number in the ZIP format.
  public enum Method: UInt16, Hashable, Sendable, CaseIterable {
    /// The bytes as they are.
    case stored = 0

    /// A raw deflate stream (RFC 1951).
    case deflated = 8
  }

  /// The name with its folders, separated by `/`; never absolute, never leading outside.
  public let name: String

  /// The unpacked size in bytes.
  public let size: Int

  /// The size in the archive in bytes.
  public let packedSize: Int

  /// How the bytes are kept.
  public let method: Method

  /// The CRC-32 of the unpacked bytes.
  public let crc32: UInt32
}
