import Glibc

/// Looking for a short text in bytes, for whoever must know before anything is parsed.
///
/// The searches of the standard library are generic and cost a hundred times as much, which every start would pay.
extension [UInt8] {
  /// Whether a text stands anywhere in the bytes.
  public func holds(_ text: StaticString) -> Bool { withUnsafeBufferPointer { $0.holds(text) } }
}

extension String {
  /// Whether another text stands anywhere in this one, byte by byte.
  public func holds(_ text: StaticString) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.holds(text) } ?? Array(utf8).holds(text)
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func holds(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard length > 0, let base = baseAddress else { return length == 0 }
    var index = 0
    while index + length <= count {
      guard let hit = memchr(base + index, Int32(text.utf8Start[0]), count - length + 1 - index) else { return false }
      index = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
      if memcmp(base + index, text.utf8Start, length) == 0 { return true }
      index += 1
    }
    return false
  }
}
