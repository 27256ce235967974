/// A file packed for an archive: ready to be written, as often as wanted.
///
/// Only ``ZipReader/packed(_:)``, ``Deflater``, ``init(storing:name:)`` and what was kept of them make one, so that size and
/// checksum are always those of the bytes.
public struct PackedEntry: Hashable, Sendable {
  /// The name in the archive; it may be changed, and is checked when the entry is written.
  public var name: String

  /// How the bytes are kept.
  public let method: ZipEntry.Method

  /// The CRC-32 of the unpacked bytes.
  public let crc32: UInt32

  /// The unpacked size in bytes.
  public let size: Int

  /// The packed bytes.
  public let bytes: [UInt8]

  /// Takes up an entry that was packed before and kept somewhere; nothing is checked again.
  public init(restoring name: String, method: ZipEntry.Method, crc32: UInt32, size: Int, bytes: [UInt8]) {
    self.init(name: name, method: method, crc32: crc32, size: size, bytes: bytes)
  }

  init(name: String, method: ZipEntry.Method, crc32: UInt32, size: Int, bytes: [UInt8]) {
    self.name = name
    self.method = method
    self.crc32 = crc32
    self.size = size
    self.bytes = bytes
  }

  /// Keeps the bytes as they are, without compression.
  public init(storing bytes: [UInt8], name: String) {
    self.init(name: name, method: .stored, crc32: Checksum.crc32(of: bytes), size: bytes.count, bytes: bytes)
  }
}
