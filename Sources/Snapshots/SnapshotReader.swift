/// Reads what ``SnapshotWriter`` wrote.
///
/// Whatever the bytes are, reading ends with a value or with ``SnapshotDamage``: counts are compared with what is left
/// before any memory is taken, and nesting is limited.
@frozen public struct SnapshotReader: Sendable {
  @usableFromInline let bytes: [UInt8]
  @usableFromInline var index = 0
  @usableFromInline var texts: [String] = []
  @usableFromInline var depth = 0

  /// Nothing that is kept is nested deeper; damaged bytes must not use up the stack.
  @usableFromInline static let deepest = 200

  /// Begins with the first value; throws when the bytes are of another version or damaged from the start.
  init(_ bytes: [UInt8], version: String) throws(SnapshotDamage) {
    self.bytes = bytes
    guard try characters() == version else { throw SnapshotDamage() }
    let count = try count()
    texts.reserveCapacity(count)
    for _ in 0..<count { texts.append(try characters()) }
  }

  /// Whether everything was read.
  var isAtEnd: Bool { index == bytes.count }

  /// The next value.
  @inlinable @inline(__always)
  public mutating func next<Value: Snapshotted>() throws(SnapshotDamage) -> Value {
    try Value(from: &self)
  }

  /// A number.
  @inlinable
  public mutating func number() throws(SnapshotDamage) -> Int {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while index < bytes.count, shift < 64 {
      let byte = bytes[index]
      index += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: result >> 1) ^ -Int64(result & 1)) }
      shift += 7
    }
    throw SnapshotDamage()
  }

  /// Yes or no.
  @inlinable
  public mutating func flag() throws(SnapshotDamage) -> Bool {
    guard index < bytes.count, bytes[index] < 2 else { throw SnapshotDamage() }
    defer { index += 1 }
    return bytes[index] == 1
  }

  /// A text; each stands in the bytes once.
  @inlinable
  public mutating func text() throws(SnapshotDamage) -> String {
    let number = try number()
    guard texts.indices.contains(number) else { throw SnapshotDamage() }
    return texts[number]
  }

  /// That many bytes.
  public mutating func data(_ count: Int) throws(SnapshotDamage) -> [UInt8] {
    Array(bytes[try range(count)])
  }

  /// The number of elements of a list, each of which takes at least one byte.
  @inlinable
  public mutating func count() throws(SnapshotDamage) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - index else { throw SnapshotDamage() }
    return count
  }

  /// Reads what is nested one level deeper.
  @inlinable
  public mutating func nested<Value>(
    _ body: (inout SnapshotReader) throws(SnapshotDamage) -> Value
  ) throws(SnapshotDamage) -> Value {
    guard depth < Self.deepest else { throw SnapshotDamage() }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  private mutating func characters() throws(SnapshotDamage) -> String {
    let range = try range(count())
    return bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }

  private mutating func range(_ count: Int) throws(SnapshotDamage) -> Range<Int> {
    guard count >= 0, count <= bytes.count - index else { throw SnapshotDamage() }
    defer { index += count }
    return index..<(index + count)
  }
}
