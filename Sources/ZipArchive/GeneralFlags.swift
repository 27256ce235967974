/// The general purpose flags of an entry (APPNOTE.TXT 4.4.4).
struct GeneralFlags {
  private let bits: Int

  init(_ bits: Int) {
    self.bits = bits
  }

  /// Whether sizes and checksum follow the data instead of preceding it.
  var hasDataDescriptor: Bool { bits & 1 << 3 != 0 }

  /// Whether name and comment are declared to be UTF-8.
  var isUTF8: Bool { bits & 1 << 11 != 0 }

  /// Encrypted, strongly encrypted, or in an encrypted central directory.
  private var isEncrypted: Bool { bits & (1 << 0 | 1 << 6 | 1 << 13) != 0 }

  /// The data are a patch for another file.
  private var isPatch: Bool { bits & 1 << 5 != 0 }

  /// The method of an entry with these flags, if it is one that can be read.
  func method(_ number: Int, entry: String) throws(ZipFailure) -> ZipEntry.Method {
    guard !isEncrypted else { throw ZipFailure(.encrypted, entry: entry) }
    guard !isPatch, let raw = UInt16(exactly: number), let method = ZipEntry.Method(rawValue: raw) else {
      throw ZipFailure(.method, entry: entry)
    }
    return method
  }
}
